"""The report that is shown while its choices are made: made anew after each change of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from logbook.domain.selection import ReportRequest
from logbook.errors import LogbookError
from logbook.tasks import preview_report
from logbook.ui.later import Later

if TYPE_CHECKING:
    from logbook.export.results import Shown
    from logbook.ui.desk import Desk
    from logbook.ui.jobs import Job

MAKE_AFTER_MS = 400


class ReportPreview(QObject):
    """Asks for the report 400 ms after the last change and lets go of one that was overtaken."""

    started = Signal()
    progressed = Signal(object, object, str)  # done, total, doing
    made = Signal(object)  # Shown
    failed = Signal(object)  # LogbookError
    ended = Signal()  # nothing is on the way any more

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._memory = preview_report.ReportMemory()
        self._wanted: ReportRequest | None = None
        self._job: Job | None = None
        self._later = Later(self, MAKE_AFTER_MS, self._make)

    @property
    def memory(self) -> preview_report.ReportMemory:
        """What one report leaves for the next, saving included."""
        return self._memory

    @property
    def busy(self) -> bool:
        """True while a report is asked for or made."""
        return self._later.isActive() or self._job is not None

    def ask(self, request: ReportRequest, *, at_once: bool = False) -> None:
        """Make this report; what is on the way for other choices is not wanted any more."""
        self._let_go()
        self._wanted = request
        self._desk.in_pool(self._memory.make_ready)
        if at_once:
            self._make()
        else:
            self._later.start()

    def stop(self) -> None:
        """Make nothing more, and let go of what was prepared and remembered."""
        self._later.stop()
        self._let_go()
        self._memory.end()
        self._memory = preview_report.ReportMemory()

    def _let_go(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _make(self) -> None:
        self._later.stop()
        if self._wanted is None:
            return
        job = self._desk.on_vault(
            preview_report.preview_report,
            self._wanted,
            self._memory,
            then=lambda shown: self._made(job, shown),
            failed=lambda error: self._failed(job, error),
            long=True,
        )
        self._job = job
        job.progressed.connect(self.progressed)
        self.started.emit()

    def _made(self, job: Job, shown: Shown) -> None:
        if job is self._job:  # else it was overtaken on its last step
            self._job = None
            self.made.emit(shown)
            self.ended.emit()

    def _failed(self, job: Job, error: LogbookError) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit(error)
            self.ended.emit()
