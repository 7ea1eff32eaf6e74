"""The end of a session closes the book as the person would."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from logbook.ui.asked_to_end import leave_when_asked

ASKED = [one for one in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, one)]


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = {name: signal.getsignal(getattr(signal, name)) for name in ASKED}
    yield
    for name, handler in before.items():
        signal.signal(getattr(signal, name), handler)


@pytest.mark.skipif(os.name == "nt", reason="NOT TESTED HERE: Windows sends no such signals")
@pytest.mark.parametrize("name", ASKED)
def test_a_program_that_is_asked_to_end_leaves_by_the_usual_way(qtbot: QtBot, name: str) -> None:
    left: list[str] = []
    leave_when_asked(lambda: left.append(name))
    os.kill(os.getpid(), getattr(signal, name))
    qtbot.waitUntil(lambda: bool(left))
    assert left == [name]
