"""What is asked for in quick succession is done once."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from logbook.ui.later import Later


def test_what_is_asked_for_again_and_again_is_done_once(qtbot: QtBot) -> None:
    owner, done = QObject(), []
    later = Later(owner, 0, lambda: done.append("done"))
    for _ in range(3):
        later.start()
    assert not done, "nothing happens before the loop turns"
    qtbot.waitUntil(lambda: bool(done))
    assert not later.isActive()
    assert done == ["done"]


def test_what_is_called_off_is_not_done(qtbot: QtBot) -> None:
    owner, done = QObject(), []
    called_off = Later(owner, 0, lambda: done.append("called off"))
    other = Later(owner, 5, lambda: done.append("other"))
    called_off.start()
    other.start()
    called_off.stop()
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["other"]
