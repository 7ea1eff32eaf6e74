"""Files on their way into the book: looked at beside everything else, then kept in one save."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QTime, Signal
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from logbook.domain.ids import EntryId
from logbook.i18n import translate
from logbook.tasks import keep_file
from logbook.tasks.look_at_files import LookedInto, keep_files, look_at_files
from logbook.ui.file_problems import say_files_left
from logbook.ui.jobs import Job
from logbook.ui.later import Later
from logbook.ui.widgets.progress_row import ProgressRow

if TYPE_CHECKING:
    from logbook.errors import LogbookError
    from logbook.ui.desk import Desk

_SHOW_AFTER_MS = 400  # DESIGN 9: what is over sooner needs no bar


class AddingFiles(ProgressRow):
    """Shows itself only while adding takes long; Stop leaves nothing of what was being added.

    What fails is said by the desk, wherever the person is by then.
    """

    kept = Signal(object, object)  # Kept, and whose files they are

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(translate("Evidence", "Adding files"), parent)
        self._desk = desk
        self._under_way: list[object] = []  # for whom, once for each piece of work
        self._later = Later(self, _SHOW_AFTER_MS, self.show)
        self.hide()

    def add(
        self, untrusted_paths: Sequence[Path], entry: EntryId | None = None, whose: object = None
    ) -> None:
        """Bring files in, and link them to an entry that is kept already, if one is given.

        `whose` comes back with the files: by then the page may show something else.
        """
        if untrusted_paths:
            self._look(look_at_files, tuple(untrusted_paths), entry, whose)

    def add_picture(
        self, picture: QImage, entry: EntryId | None = None, whose: object = None
    ) -> None:
        """Bring a picture from the clipboard in, as `add` does files."""
        self._look(_look_at_picture, QImage(picture), entry, whose)

    def is_adding_for(self, whose: object) -> bool:
        """Tell whether files are on their way for somebody."""
        return whose in self._under_way

    def _look(
        self, task: Callable[..., LookedInto], what: object, entry: EntryId | None, whose: object
    ) -> None:
        job = self._desk.in_pool(task, what, then=partial(self._keep, entry, whose))
        self._begin(job, whose)

    def _keep(self, entry: EntryId | None, whose: object, looked: LookedInto) -> None:
        if looked.problems:
            self._say_left_out(looked.problems)
        if looked.files:
            job = self._desk.on_vault(
                keep_files, looked, entry, then=lambda kept: self.kept.emit(kept, whose), long=True
            )
            self._begin(job, whose)

    def _say_left_out(self, problems: Sequence[tuple[str, LogbookError]]) -> None:
        title = translate(
            "Evidence", "%n file was not added|%n files were not added", "", len(problems)
        )
        say_files_left(self._desk, title, problems)

    def _begin(self, job: Job, whose: object) -> None:
        self._under_way.append(whose)
        self.show_progress(0, 0, translate("Evidence", "Adding files"))
        self.follow(job)
        if not self.isVisible():
            self._later.start()
        job.ended.connect(partial(self._end, whose))

    def _end(self, whose: object) -> None:
        self._under_way.remove(whose)
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
