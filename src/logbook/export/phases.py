"""One scale for a task of several steps, so that the bar a person sees only goes forward."""

from __future__ import annotations

from logbook.domain.progress import Progress

WHOLE = 1000


class Phase:
    """A progress that fills one stretch of another."""

    def __init__(self, whole: Progress, start: int, end: int, doing: str) -> None:
        self._whole = whole
        self._start = start
        self._end = end
        self._doing = doing
        self._at = start

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        """Report a part of this stretch, or (0, 0) that it goes on; raises `Cancelled`."""
        if total:
            share = min(done / total, 1.0)
            reached = self._start + round((self._end - self._start) * share)
            self._at = max(self._at, reached)
        self._whole(self._at, WHOLE, doing or self._doing)

    def give_way(self) -> None:
        """Let short work that waits run."""
        self._whole.give_way()
