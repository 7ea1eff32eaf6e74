"""The long work of the import page: one piece at a time, shown above its steps, with Stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from logbook.i18n import translate

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.jobs import Job
    from logbook.ui.widgets.import_notices import ImportNotices


class ImportWork(QObject):
    """Knows the job that is under way, and says it when it was stopped."""

    began = Signal()
    ended = Signal()

    def __init__(self, desk: Desk, notices: ImportNotices) -> None:
        super().__init__(notices)
        self._desk = desk
        self._notices = notices
        self._job: Job | None = None
        self._when_stopped = ""

    @property
    def is_on(self) -> bool:
        """True while something is under way."""
        return self._job is not None

    def follow(self, doing: str, job: Job, when_stopped: str = "") -> None:
        """Show how far a job is until it ends; `when_stopped` says what a stop left."""
        self._job = job
        self._when_stopped = when_stopped or translate("Import", "Stopped. Nothing was added.")
        self._notices.follow(doing, job)
        job.stopped.connect(self._stopped)
        job.ended.connect(self._ended)
        self.began.emit()

    def _stopped(self) -> None:
        self._desk.toast(self._when_stopped)

    def _ended(self) -> None:
        self._job = None
        self._notices.work_ended()
        self.ended.emit()
