"""The check of one file, followed in its details."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from logbook.domain.evidence import FileCheck
from logbook.domain.ids import EvidenceId
from logbook.errors import LogbookError
from logbook.tasks import check_files

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.viewer.details import Details
    from logbook.ui.viewer.open_file import OpenFile


class Checking(QObject):
    """Goes on while the person is at another file; what it found is kept in any case."""

    def __init__(self, desk: Desk, file: OpenFile, details: Details) -> None:
        super().__init__(details)
        self._desk = desk
        self._file = file
        self._details = details

    def check(self) -> None:
        """Read the open file again, and compare it with the day it was added."""
        if self._file.viewed is None:
            return
        evidence = self._file.viewed.evidence.id
        job = self._desk.on_vault(
            check_files.check_file,
            evidence,
            then=partial(self._checked, evidence),
            failed=partial(self._failed, evidence),
            long=True,
        )
        job.stopped.connect(partial(self._say_last, evidence))
        self._details.follow_check(job)

    def _checked(self, evidence: EvidenceId, check: FileCheck) -> None:
        self._desk.changed.emit("evidence")
        if self._file.take_check(evidence, check):
            self._details.say_check(check)
            self._desk.announce(self._details.banner.title.text(), urgent=not check.same)

    def _failed(self, evidence: EvidenceId, error: LogbookError) -> None:
        self._say_last(evidence)
        self._desk.say_problem(error, self.check)

    def _say_last(self, evidence: EvidenceId) -> None:
        """Say again what the check before this one found."""
        viewed = self._file.viewed
        if viewed is not None and viewed.evidence.id == evidence:
            self._details.say_check(viewed.check)
