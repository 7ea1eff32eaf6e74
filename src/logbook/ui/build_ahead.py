"""Builds the pages of an open book while the person reads or thinks, a piece between two events.

A page of two hundred parts takes longer to build than a window may stand still (50 ms), so that
work is done before the page is asked for, and never while keys come in or the book is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from logbook.ui.book_view import BookView
    from logbook.ui.jobs import Jobs
    from logbook.ui.watch import InputWatch

_PAUSE_MS = 40  # between two pieces: what came in meanwhile is answered first
_REST_MS = 800  # after a key or the mouse, and after the book was shown


class BuildAhead(QObject):
    """Works until every page is built; gone with the view."""

    built = Signal()  # every page is there

    def __init__(self, view: BookView, jobs: Jobs, watch: InputWatch) -> None:
        super().__init__(view)
        self._view = view
        self._jobs = jobs
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._build)
        watch.activity.connect(self._wait)
        self._wait()

    @property
    def is_waiting(self) -> bool:
        """True until the next piece of work."""
        return self._next.isActive()

    def _wait(self) -> None:
        self._next.start(_REST_MS)

    def _build(self) -> None:
        if self._jobs.busy or not self._view.isVisible():
            self._next.start(_REST_MS)
        elif self._view.build_ahead():
            self._next.start(_PAUSE_MS)
        else:
            self.built.emit()
            self.deleteLater()
