# What one can do here, a line each. Everything runs in .venv, made from requirements.lock.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help setup demo run test quick check bench build strings gallery
help:            ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ --/'

setup: .venv/ready ## make .venv from the lock

.venv/ready: requirements.lock pyproject.toml .ci/system-libraries
	sh .ci/system-libraries
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Logbook needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: .venv/ready ## build a fictional vault and its bundle, and open the window on it when there is a screen
	rm -rf build/demo
	$(BIN)/python -m logbook demo build/demo --open

run: .venv/ready ## open the program
	$(BIN)/python -m logbook

# What Python compiled is kept, whatever the surroundings say: else each process does it again.
test: .venv/ready ## every test
	PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 --dist worksteal

quick: .venv/ready ## the tests without the crash and tamper harnesses
	PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 --dist worksteal -m "not slow"

check: .venv/ready ## format, lint, import contracts, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy

bench: .venv/ready ## the figures of docs/performance.md
	$(BIN)/python bench/run.py

gallery: .venv/ready ## pictures of the kit and of every page in build/shots
	QT_QPA_PLATFORM=offscreen $(BIN)/python tools/gallery.py

build: .venv/ready ## one folder that runs without Python
	$(BIN)/pyinstaller --noconfirm build.spec

strings: .venv/ready ## every text a person reads as a template for translators; catalogues brought up to date
	$(BIN)/python tools/strings.py --catalogues
