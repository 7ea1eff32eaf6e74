"""Kept files on their way through a check: read again in parts, with other work in between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from logbook.i18n import translate
from logbook.tasks import check_files
from logbook.ui.later import Later
from logbook.ui.widgets.progress_row import ProgressRow

if TYPE_CHECKING:
    from logbook.domain.ids import EvidenceId
    from logbook.tasks.check_files import Check, FilesChecked
    from logbook.ui.desk import Desk
    from logbook.ui.jobs import Job

_SHOW_AFTER_MS = 400  # DESIGN 9: what is over sooner needs no bar


class CheckingFiles(ProgressRow):
    """Shows itself only while a check takes long; what was checked before a Stop stays noted."""

    ended = Signal()  # whatever ended it

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(translate("Evidence", "Checking files"), parent, in_percent=True)
        self._desk = desk
        self._part: Job | None = None  # the one that is under way
        self._stops = False
        self._later = Later(self, _SHOW_AFTER_MS, self.show)
        self.stop_pressed.connect(self._stop_check)
        self.hide()

    @property
    def busy(self) -> bool:
        """True while a check is under way."""
        return self._part is not None

    def check(self, files: Sequence[EvidenceId] | None) -> None:
        """Read files again, or all of them, unless that is being done already."""
        if self.busy:
            return
        self.show_progress(0, 0)
        self._later.start()
        job = self._desk.on_vault(check_files.begin_check, files, then=self._go_on)
        self._watch(job, goes_on=False)

    def _go_on(self, check: Check) -> None:
        """Read on in parts, between which files can be added and copies be saved."""
        if check.finished:
            self._say(check.found)
        elif self._stops:
            self._end()
        else:
            job = self._desk.on_vault(
                check_files.go_on_checking, check, then=self._go_on, long=True
            )
            self._watch(job, goes_on=True)

    def _watch(self, job: Job, *, goes_on: bool) -> None:
        self._stops = self._stops and goes_on
        self._part = job
        self.follow(job, goes_on=goes_on)
        job.ended.connect(self._part_ended)

    def _part_ended(self) -> None:
        if self.sender() is self._part:  # no other part followed
            self._end()

    def _stop_check(self) -> None:
        self._stops = True

    def _end(self) -> None:
        self._part = None
        self._later.stop()
        self.hide()
        self.ended.emit()

    def _say(self, found: FilesChecked) -> None:
        if found.unreadable:
            words = translate(
                "Evidence",
                "%n file could not be read just now|%n files could not be read just now",
                "",
                found.unreadable,
            )
        elif found.changed:
            words = translate(
                "Evidence", "%n file has changed|%n files have changed", "", found.changed
            )
            self._desk.announce(words, urgent=True)
            return  # the banner stays, and a toast would say it as if it were well done
        else:
            words = translate(
                "Evidence",
                "The file is the same as the day you added it|"
                "All %n files are the same as the day you added them",
                "",
                found.same,
            )
        self._desk.toast(words)
