"""How long each book lets a person wait after wrong tries, for as long as the process lives.

It outlives the lock screen: going to another book and back, or to the set-up, must not begin the
count anew, since whoever guesses would then alternate. Nothing of it is written down (DESIGN 3.1).
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import NamedTuple

from logbook.ui import places

_FREE_TRIES = 2
_LONGEST_WAIT_S = 30


def wait_after_s(failures: int) -> int:
    """Return how long to wait after a number of wrong tries: 0, 0, 1, 2, 4 and so on to 30."""
    if failures <= _FREE_TRIES:
        return 0
    return min(1 << min(failures - _FREE_TRIES - 1, 5), _LONGEST_WAIT_S)


class _Tries(NamedTuple):
    """What is known of one book."""

    wrong: int = 0
    until: float = 0.0  # by the clock


class WrongTries:
    """Counts the wrong tries of each book."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._of: dict[Hashable, _Tries] = {}

    def begin(self, folder: Path) -> None:
        """Count a try as wrong until it turns out not to be; it may still run in another page."""
        self._count(folder, 1)

    def was_wrong(self, folder: Path) -> None:
        """Begin the wait now: the try itself took some of it."""
        self._count(folder, 0)

    def was_not(self, folder: Path) -> None:
        """Take a try back that failed for another reason, such as a book that is open elsewhere."""
        self._count(folder, -1)

    def left_s(self, folder: Path) -> int:
        """Return how many seconds are left to wait, started ones as whole."""
        until = self._of.get(places.identity(folder), _Tries()).until
        return max(math.ceil(until - self._clock()), 0)

    def _count(self, folder: Path, more: int) -> None:
        book = places.identity(folder)
        wrong = max(self._of.get(book, _Tries()).wrong + more, 0)
        wait_s = wait_after_s(wrong) if more >= 0 else 0
        self._of[book] = _Tries(wrong, self._clock() + wait_s)
