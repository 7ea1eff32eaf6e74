"""Closing the set-up at any step: the home folder is as it was, down to the last name and byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

# Goes to a step of the set-up as a person does, presses Close, and ends as the program does.
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from logbook.ui import app as door
from logbook.ui.pages.first_run import FirstRunPage
step, answer = int(sys.argv[1]), sys.argv[2]
usual = door.Program.show_first_run
def show(self):
    usual(self)
    page = self.window.findChildren(FirstRunPage)[0]
    page.who.cards[answer].click()
    words = "quiet lantern orbit saddle mango"
    page.passphrase.first.edit.setText(words)
    page.passphrase.second.edit.setText(words)
    for _ in range(step):
        page._next()
    QTimer.singleShot(300, page.close_button.click)
door.Program.show_first_run = show
sys.exit(door.run())
"""


def _all_below(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
    }


@pytest.mark.parametrize("answer", ["me", "watched"])
@pytest.mark.parametrize("step", [0, 1, 2])
def test_closing_leaves_the_whole_home_as_it_was(step: int, answer: str, tmp_path: Path) -> None:
    home, tmp = tmp_path / "home", tmp_path / "tmp"
    for folder in (home / ".config", home / ".local" / "share", home / ".cache", tmp):
        folder.mkdir(parents=True)
    before = _all_below(tmp_path)
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    places = {"HOME": str(home), "TMPDIR": str(tmp), "XDG_RUNTIME_DIR": str(tmp)}
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM, str(step), answer],
        env={**kept, **places, "QT_QPA_PLATFORM": "offscreen"},
        cwd=home,
        capture_output=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert _all_below(tmp_path) == before
