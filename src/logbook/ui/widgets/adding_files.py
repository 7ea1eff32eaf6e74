"""Files on their way into the book: looked at beside everything else, then kept in one save."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QTime, Signal
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from logbook.domain.ids import EntryId
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks import keep_file
from logbook.tasks.look_at_files import Kept, LookedInto, keep_files, look_at_files
from logbook.ui.jobs import Job
from logbook.ui.later import Later
from logbook.ui.widgets.progress_row import ProgressRow

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_SHOW_AFTER_MS = 400  # DESIGN 9: what is over sooner needs no bar


class AddingFiles(ProgressRow):
    """Shows itself only while adding takes long; Stop leaves nothing of what was being added."""

    kept = Signal(object)  # Kept
    failed = Signal(object)  # LogbookError

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(translate("Evidence", "Adding files"), parent)
        self._desk = desk
        self._under_way = 0
        self._later = Later(self, _SHOW_AFTER_MS, self.show)
        self.hide()

    def add(self, untrusted_paths: Sequence[Path], entry: EntryId | None = None) -> None:
        """Bring files in, for an entry that is kept already or for the one on screen."""
        if untrusted_paths:
            self._look(look_at_files, tuple(untrusted_paths), entry)

    def add_picture(self, picture: QImage, entry: EntryId | None = None) -> None:
        """Bring a picture from the clipboard in."""
        self._look(_look_at_picture, QImage(picture), entry)

    def _look(self, task: Callable[..., LookedInto], what: object, entry: EntryId | None) -> None:
        job = self._desk.in_pool(
            task, what, then=lambda looked: self._keep(looked, entry), failed=self._fail
        )
        self._begin(job)

    def _keep(self, looked: LookedInto, entry: EntryId | None) -> None:
        job = self._desk.on_vault(
            keep_files, looked, entry, then=self._say_kept, failed=self._fail, long=True
        )
        self._begin(job)

    def _say_kept(self, kept: Kept) -> None:
        if kept.files:
            self.kept.emit(kept)
        for problem in kept.problems[:1]:  # the first one stands for the others
            self.failed.emit(problem)

    def _fail(self, error: LogbookError) -> None:
        self.failed.emit(error)

    def _begin(self, job: Job) -> None:
        self._under_way += 1
        self.show_progress(0, 0, translate("Evidence", "Adding files"))
        self.follow(job)
        if not self.isVisible():
            self._later.start()
        job.ended.connect(self._end)

    def _end(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self._later.stop()
            self.hide()


def _look_at_picture(picture: QImage) -> LookedInto:
    """Write the picture as a PNG in memory; on the pool, since a large one takes a second."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    name = f"pasted-{QTime.currentTime().toString('HHmmss')}-{secrets.token_hex(2)}.png"
    return LookedInto((keep_file.look_at_bytes(name, bytes(buffer.data().data())),))
