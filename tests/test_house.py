"""The contracts of the house: what every file keeps, and what the running program never does."""

from __future__ import annotations

import ast
import inspect
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from logbook import errors, wording
from logbook.errors import LogbookError

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "logbook"
NEVER_IMPORTED = {
    "socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "poplib", "imaplib", "xmlrpc",
    "socketserver", "asyncio", "requests", "pickle", "shelve", "marshal", "tempfile",
    "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "webbrowser",
}  # fmt: skip
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})\+")
NEVER_CALLED = {"eval", "exec", "compile", "__import__"}
WORDS = "quiet harbor lantern willow eleven"
CANARY = "canary-9f41-only-inside-the-book"


def modules() -> list[Path]:
    found = sorted(SOURCE.rglob("*.py"))
    assert len(found) > 200
    return found


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    return {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in modules()}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_nothing_imports_a_network_or_a_door_for_objects(trees) -> None:
    found = {
        (name, module)
        for name, tree in trees.items()
        for module in imported(tree)
        if NEVER_IMPORTED & {module, module.partition(".")[0]}
    }
    assert found == set()


def test_the_look_for_imports_sees_every_form() -> None:
    """The control of the test before."""
    code = (
        "import socket.x\nfrom urllib import request\ndef f():\n    from PySide6 import QtNetwork"
    )
    names = set(imported(ast.parse(code)))
    assert names >= {"socket.x", "urllib.request", "PySide6.QtNetwork"}


def test_nothing_runs_text_as_code(trees) -> None:
    found = {
        (name, node.lineno)
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in NEVER_CALLED
    }
    assert found == set()


def possessive_groups(tree: ast.AST) -> list[int]:
    """Return the lines of patterns with a possessive group, which Python 3.11.2 reads wrongly."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
            text = node.value if isinstance(node.value, str) else node.value.decode("latin-1")
            if POSSESSIVE_GROUP.search(text):
                found.append(node.lineno)
    return found


def test_no_pattern_has_a_possessive_group(trees) -> None:
    found = {path: lines for path, tree in trees.items() if (lines := possessive_groups(tree))}
    assert found == {}


def test_the_look_for_possessive_groups_finds_them() -> None:
    written = ["(?:ab)*+", "(ab)++", "(ab)?+", "(ab){0,8}+"]
    assert [len(possessive_groups(ast.parse(repr(one)))) for one in written] == [1] * 4
    assert possessive_groups(ast.parse(repr(r"[ab]*+\)+(ab)*"))) == []


def test_every_module_says_in_one_sentence_what_it_is_for(trees) -> None:
    first = {name: (ast.get_docstring(tree) or "").split("\n\n")[0] for name, tree in trees.items()}
    assert [name for name, line in first.items() if not line.endswith((".", ":"))] == []


def test_no_handler_of_everything_drops_what_it_caught(trees) -> None:
    """`except Exception: pass` hides bugs: whoever catches all must raise it, call, or keep it."""
    found = [
        (name, node.lineno)
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"})
        and not any(isinstance(part, ast.Raise | ast.Call) for part in ast.walk(node))
        and not (node.name and any(getattr(part, "id", "") == node.name for part in ast.walk(node)))
    ]
    assert found == []


def test_every_leaf_of_the_tree_of_failures_stands_in_its_drawing_and_has_words() -> None:
    kinds = [
        kind
        for _name, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, LogbookError)
    ]
    drawn = set(re.findall(r"\+-- (\w+)", errors.__doc__ or ""))
    assert {kind.__name__ for kind in kinds} == drawn | {"LogbookError"}
    assert [kind for kind in kinds if not wording.has_words(kind)] == []


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("NOT TESTED HERE: no git, so what is tracked is not known")
    return [ROOT / os.fsdecode(name) for name in listed.split(b"\0") if name]


def test_no_tracked_file_names_a_place_of_one_machine_or_a_package_index(tracked) -> None:
    machine = re.compile(
        rb"(?<![\w.])/(work|home/\w|Users/\w|root)/|[a-z0-9-]+\.(pypi|npmjs)\.org|pypi\.org/simple"
        rb"|files\.pythonhosted|registry\.npmjs|--(extra-)?index-url"
    )
    found = [
        (name_of(path), match.group())
        for path in tracked
        if path.exists() and path.name != Path(__file__).name
        for match in [machine.search(path.read_bytes())]
        if match
    ]
    assert found == []


def test_nothing_that_is_made_is_tracked(tracked) -> None:
    names = {name_of(path) for path in tracked}
    made = re.compile(r"(^|/)(build|dist|__pycache__|\.venv|\.\w+_cache)/|\.(pyc|qm|so)$")
    assert {name for name in names if made.search(name)} == set()


SIGNALS = """
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    told = Signal(bool)
    counted = Signal(int, object)

seen = []
sender = Sender()
sender.told.connect(seen.append)
sender.counted.connect(lambda number, _thing: seen.append(number))
for number in range(2000):
    sender.told.emit(True)
    sender.counted.emit(number, None)
assert len(seen) == 4000
print("still here")
"""


def test_two_thousand_signals_do_not_end_the_process() -> None:
    """PySide6 6.12.0 on CPython 3.11 loses a reference to True with every signal, and aborts."""
    done = subprocess.run([sys.executable, "-c", SIGNALS], capture_output=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, b"still here")


# -- what the running program does

WATCH = """
import json, os, sys
from logbook.vault import keys
keys.calibrated_cost = lambda: keys.CHEAPEST_COST

written, network, started = set(), [], []
log = sys.argv[1]

def hook(event, arguments):
    if event.startswith("socket."):
        network.append([event, repr(arguments)])
    elif event == "subprocess.Popen":
        _program, line, _folder, environment = arguments
        started.append([list(map(str, line)), dict(environment) if environment else {}])
    elif event == "open":
        path, mode, flags = arguments
        if isinstance(path, (str, bytes)) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            place = os.path.abspath(os.fsdecode(path))
            # A file without a name is opened by its number: where it lies is told by the link.
            written.add(os.readlink(place) if place.startswith("/proc/self/fd/") else place)

sys.addaudithook(hook)
sys.argv = ["logbook", *sys.argv[2:]]
from logbook.__main__ import main
status = main()
found = {"written": sorted(written), "network": network, "started": started}
with open(log, "a", encoding="utf-8") as stream:
    stream.write(json.dumps(found) + "\\n")
sys.exit(status)
"""


class Watched:
    """Runs commands under an audit hook, with home, temporary and working folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.book = folder / "vault" / "book"
        self.out = folder / "out"
        self.inputs = folder / "in"
        self.around = {name: folder / name for name in ("HOME", "TMPDIR", "cwd")}
        for path in (self.book.parent, self.out, self.inputs, *self.around.values()):
            path.mkdir()
        self._log = folder / "log.jsonl"
        self.words = self.inputs / "words.txt"
        self.words.write_text(WORDS + "\n")

    def run(self, *arguments: object) -> None:
        words = ("--passphrase-file", self.words)
        # Compiling the program's own modules is not what is watched, and happens once per change.
        kept = {"PATH": os.environ.get("PATH", ""), "PYTHONDONTWRITEBYTECODE": "1"}
        kept["QT_QPA_PLATFORM"] = "offscreen"
        places = {name: str(path) for name, path in self.around.items() if name != "cwd"}
        line = [sys.executable, "-c", WATCH, self._log, *arguments, *words]
        done = subprocess.run(
            list(map(str, line)),
            cwd=self.around["cwd"],
            env={**kept, **places, "TMP": places["TMPDIR"], "TEMP": places["TMPDIR"]},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()

    def seen(self, what: str) -> list[object]:
        lines = self._log.read_text().splitlines()
        return [one for line in lines for one in json.loads(line)[what]]


def picture(path: Path) -> Path:
    from PIL import Image

    Image.new("RGB", (400, 300), "teal").save(path, "JPEG")
    return path


@pytest.fixture(scope="module")
def journey(tmp_path_factory) -> Watched:
    """A journey over every command that reads or writes, watched from inside and outside."""
    watched = Watched(tmp_path_factory.mktemp("journey"))
    book, out = watched.book, watched.out
    chat = watched.inputs / "chat.txt"
    line = "13/04/2026, 21:06 - Dale: {}\n13/04/2026, 21:07 - Alex: no\n"
    chat.write_text(line.format(CANARY))
    shot = picture(watched.inputs / "shot.jpg")
    watched.run("new", book, "--recovery-code-out", out / "code.txt")
    watched.run("entry", "add", book, "--text", CANARY, "--file", shot)
    watched.run("import", book, chat)
    watched.run("entry", "list", book)
    watched.run("messages", book)
    watched.run("search", book, CANARY)
    watched.run("report", book, out / "bundle.pdf", "--messages", "all")
    watched.run("evidence", "save", book, "1", out / "shot.jpg", "--clean")
    watched.run("backup", book, out / "book.backup")
    watched.run("restore", out / "book.backup", book.with_name("again"))
    watched.run("check", book, "--checkpoint-out", out / "anchor.txt")
    return watched


def test_the_journey_opens_no_socket(journey) -> None:
    assert journey.seen("network") == []


def test_the_journey_writes_only_into_the_book_and_the_places_chosen(journey) -> None:
    allowed = (str(journey.book.parent), str(journey.out), os.devnull)
    outside = {path for path in journey.seen("written") if not str(path).startswith(allowed)}
    assert outside == set()
    for name, folder in journey.around.items():
        assert list(folder.rglob("*")) == [], name
    chosen = {"code.txt", "bundle.pdf", "shot.jpg", "book.backup", "anchor.txt"}
    assert {path.name for path in journey.out.iterdir()} == chosen


def test_what_a_person_wrote_stands_in_clear_nowhere_but_in_the_report(journey) -> None:
    files = [*journey.book.parent.rglob("*"), *journey.out.iterdir()]
    clear = {
        path.name
        for path in files
        if path.is_file() and (CANARY.encode() in path.read_bytes() or b"JFIF" in path.read_bytes())
    }
    assert clear <= {"bundle.pdf", "shot.jpg"}
    assert CANARY.encode() in (journey.inputs / "chat.txt").read_bytes()


def test_the_audit_sees_what_it_looks_for(tmp_path) -> None:
    """The control: a socket, a stray file and a child are seen."""
    code = (
        WATCH.split("sys.addaudithook", maxsplit=1)[0]
        + "sys.addaudithook(hook)\nimport socket, subprocess\nsocket.socket().close()\n"
        + "open('stray', 'w').close()\nsubprocess.run(['true'], env={'A': 'b'})\n"
        + "print(json.dumps([bool(network), sorted(written), started]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "log"], cwd=tmp_path, capture_output=True, check=True
    )
    assert json.loads(done.stdout) == [True, [str(tmp_path / "stray")], [[["true"], {"A": "b"}]]]


def test_no_child_is_told_a_secret_or_what_was_written(journey) -> None:
    started = journey.seen("started")
    assert started, "pictures are decoded and reports checked in children"
    told = json.dumps(started)
    code = (journey.out / "code.txt").read_text().strip()
    for secret in (WORDS, CANARY, code, str(journey.book), "shot.jpg"):
        assert secret not in told


# -- the wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    line = [sys.executable, "-m", "build", "--no-isolation", "-w", "-o", str(out), str(ROOT)]
    subprocess.run(line, check=True, capture_output=True)
    (found,) = out.glob("*.whl")
    return found


@pytest.mark.slow
def test_a_wheel_holds_the_program_with_its_resources_and_nothing_else(wheel) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"logbook"}
    code = {name for name in names if name.endswith(".py")}
    assert code == {f"logbook/{path.relative_to(SOURCE).as_posix()}" for path in modules()}
    assert "logbook/resources/tokens.json" in names
    assert "logbook/vault/schema/0001_initial.sql" in names
    assert "logbook/py.typed" in names
    assert not [name for name in names if "test" in name.lower()]


START = """
import sys
from PySide6.QtCore import QTimer
from logbook.ui import app
import logbook

shown = []
start = app.Program.start
def started(self, book=None):
    start(self, book)
    shown.append(self.window.isVisible())
    QTimer.singleShot(0, app.QApplication.quit)
app.Program.start = started
status = app.run()
print(logbook.__file__, status, shown)
"""


@pytest.mark.slow
def test_the_wheel_starts_by_itself_with_the_window_and_the_command_line(wheel, tmp_path) -> None:
    room = tmp_path / "room"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(room)
    home = tmp_path / "home"
    home.mkdir()
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONPATH"] = os.pathsep.join(
        [str(room), *(path for path in sys.path if path.endswith("site-packages"))]
    )
    # -S -P: neither the editable install of the source tree nor the folder we stand in is seen.
    python = [sys.executable, "-S", "-P"]
    run = {"cwd": tmp_path, "env": environment, "capture_output": True, "text": True}
    said = subprocess.run([*python, "-m", "logbook", "profiles", "--json"], check=True, **run)
    assert {one["id"] for one in json.loads(said.stdout)["profiles"]} >= {"generic-us"}
    shown = subprocess.run([*python, "-c", START], check=True, **run)
    assert shown.stdout.split() == [str(room / "logbook" / "__init__.py"), "0", "[True]"]
    assert shown.stderr == ""
    assert list(home.rglob("*")) == []


def test_a_built_program_carries_every_package_whose_folder_is_asked_for() -> None:
    asked = re.compile(r'(?:_folder|_package_file)\("(\w+)"')
    packages = {name for path in modules() for name in asked.findall(path.read_text("utf-8"))}
    assert {"fontpkg_inter", "justmytype_intl_cjk", "weblate_fonts"} <= packages
    spec = (ROOT / "build.spec").read_text("utf-8")
    hidden = spec[spec.index("FONT_PACKAGES = (") : spec.index("# Found by name")]
    data = spec.replace(hidden, "")
    assert [name for name in packages if f'"{name}"' not in hidden] == []
    assert [name for name in packages if f'"{name}"' not in data] == []


def test_a_built_program_leaves_out_what_is_under_the_gpl() -> None:
    """Packages and plug-ins that lie beside what we need, and would be taken along."""
    spec = (ROOT / "build.spec").read_text("utf-8")
    excluded = spec[spec.index("excludes=") : spec.index("# PyInstaller takes")]
    assert all(f'"{one}"' in excluded for one in ("av", "readline", "PySide6.QtDataVisualization"))
    found = re.search(r'UNWANTED = re.compile\(r"(.+)", re.IGNORECASE\)', spec)
    assert found is not None
    unwanted = re.compile(found[1], re.IGNORECASE)
    for name in (
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "libQt6VirtualKeyboard.so.6",
        "PySide6\\\\Qt6VirtualKeyboard.dll",
        "PySide6/Qt/plugins/imageformats/libqpdf.so",
    ):
        assert unwanted.search(name), name
    for name in ("libqpdf-781b0270.so.30.4.2", "PySide6/Qt/lib/libavcodec.so.61", "libQt6Gui.so.6"):
        assert not unwanted.search(name), name
