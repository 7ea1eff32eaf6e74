"""One scale for a task of several steps, so that the bar a person sees only goes forward."""

from __future__ import annotations

from contextvars import copy_context

from logbook.domain.progress import Progress

WHOLE = 1000
SAVED_FROM = 700  # where a report that another process made is there, and is validated


class Phase:
    """A progress that fills one stretch of another."""

    def __init__(self, whole: Progress, start: int, end: int, doing: str) -> None:
        self._whole = whole
        self._start = start
        self._end = end
        self._doing = doing
        self._at = start
        self._context = copy_context()

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        """Report a part of this stretch, or (0, 0) that it goes on; raises `Cancelled`.

        A report is made from a frozen dossier: other work may run at each of these moments.
        """
        if total:
            share = min(done / total, 1.0)
            reached = self._start + round((self._end - self._start) * share)
            self._at = max(self._at, reached)
        self._whole(self._at, WHOLE, doing or self._doing)
        self.give_way()

    def give_way(self) -> None:
        """Let short work that waits run; it speaks the window's language, not the paper's."""
        self._context.run(self._whole.give_way)
