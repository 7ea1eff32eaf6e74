"""What the window does when the system asks the program to end, as at the end of a session."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType

_ASKED = ("SIGTERM", "SIGHUP", "SIGINT")  # not every system has each


class _Leave:
    """Calls the way out once Python has its next turn, at the latest with the collector's timer."""

    def __init__(self, leave: Callable[[], object]) -> None:
        self._leave = leave

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        self._leave()


def leave_when_asked(leave: Callable[[], object]) -> None:
    """Leave as the person would, so that the newest words are kept and the book is closed."""
    for name in _ASKED:
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, _Leave(leave))
