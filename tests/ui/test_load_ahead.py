"""What is loaded behind the lock screen, and on which thread."""

import subprocess
import sys
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from logbook.ui import load_ahead
from logbook.ui.jobs import Jobs
from logbook.ui.load_ahead import LoadAhead


def test_when_it_is_done_the_book_and_its_pages_are_loaded(qtbot: QtBot, jobs: Jobs) -> None:
    ahead = LoadAhead(jobs)
    with qtbot.waitSignal(ahead.loaded):
        ahead.start()
    assert "logbook.ui.book_view" in sys.modules
    assert "logbook.ui.pages.timeline" in sys.modules
    assert "logbook.tasks.books" in sys.modules


def test_pages_are_loaded_after_what_they_are_made_of(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its parts a page would be one long step, in which the lock screen does not answer."""
    asked: list[str] = []
    monkeypatch.setattr(load_ahead, "importlib", SimpleNamespace(import_module=asked.append))
    ahead = LoadAhead(jobs)
    with qtbot.waitSignal(ahead.loaded):
        ahead.start()
    parts = [at for at, name in enumerate(asked) if name.startswith("logbook.ui.widgets.")]
    its_pages = [at for at, name in enumerate(asked) if name.startswith("logbook.ui.pages.")]
    assert max(parts) < min(its_pages)


def test_what_is_loaded_beside_the_window_knows_no_qt() -> None:
    text = (
        "import sys; from logbook.ui import load_ahead; before = set(sys.modules)\n"
        "load_ahead.load_tasks(); print(*(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", text], capture_output=True, text=True, check=True, timeout=240
    )
    loaded = done.stdout.split()
    assert "logbook.tasks.books" in loaded
    assert not [name for name in loaded if name.startswith(("PySide6", "logbook.ui"))]
