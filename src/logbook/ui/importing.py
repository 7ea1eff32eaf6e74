"""One file on its way into the book: what is known of it, and each piece of work on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from logbook.domain.entry import Entry
from logbook.domain.message import Answers, ImportSummary
from logbook.i18n import translate
from logbook.tasks import bring_in_messages, choose_messages
from logbook.tasks.bring_in_messages import Examined
from logbook.ui.import_work import ImportWork
from logbook.ui.models.import_reading import FileInWork, Read, read_all

if TYPE_CHECKING:
    from logbook.tasks.message_choice import Choice
    from logbook.ui.desk import Desk
    from logbook.ui.widgets.import_notices import ImportNotices
    from logbook.vault.import_rows import KeptImport


class Importing(QObject):
    """Reads beside the window, keeps on the vault's thread, and says when something has come."""

    found = Signal()  # what the file is, and whether the book has it
    lines_read = Signal(bool)  # its messages; whether they are as many as before
    added = Signal()
    undone = Signal()
    failed = Signal(object)  # LogbookError

    def __init__(self, desk: Desk, notices: ImportNotices) -> None:
        super().__init__(notices)
        self._desk = desk
        self.work = ImportWork(desk, notices)
        self.file = FileInWork()

    def examine(self, untrusted_path: Path) -> None:
        """Look into a file, in place of the one before."""
        self.file = FileInWork(untrusted_path)
        job = self._desk.in_pool(
            bring_in_messages.examine_messages,
            untrusted_path,
            then=self._examined,
            failed=self.failed.emit,
        )
        self.work.follow(translate("Import", "Looking at the file"), job)

    def read(self, answers: Answers) -> None:
        """Read all its messages under some answers."""
        job = self._desk.in_pool(
            read_all, self.file.examined, answers, then=self._lines_read, failed=self.failed.emit
        )
        self.work.follow(translate("Import", "Reading messages"), job)

    def keep(self, choice: Choice) -> None:
        """Keep all its messages, and write entries of those that are chosen."""
        if self.file.read is None:
            return
        job = self._desk.on_vault(
            choose_messages.keep_with_entries,
            self.file.examined,
            self.file.read.answers,
            choice.copy() if choice.count else None,
            then=self._added,
            failed=self.failed.emit,
            long=True,
        )
        self.work.follow(translate("Import", "Adding messages"), job)

    def undo(self) -> None:
        """Take the messages and their entries out again."""
        summary = self.file.summary
        if summary is None or summary.import_id is None or self.work.is_on:
            return
        job = self._desk.on_vault(
            choose_messages.undo_with_entries,
            summary.import_id,
            [entry.id for entry in self.file.entries],
            then=self._undone,
            failed=self.failed.emit,
            long=True,
        )
        kept = translate("Import", "Stopped. The import stays as it was.")
        self.work.follow(translate("Import", "Taking the import out again"), job, kept)

    def set_aside(self) -> None:
        """Let go of what makes the work on it quick: it takes room, and can be had again."""
        if self.file.examined is not None and not self.work.is_on:
            self.file.examined = bring_in_messages.set_aside(self.file.examined)

    def forget(self) -> None:
        """Know of no file."""
        self.file = FileInWork()

    def _examined(self, examined: Examined) -> None:
        self.file.examined = examined
        self._desk.on_vault(
            choose_messages.earlier_import,
            examined,
            then=self._show_found,
            failed=self.failed.emit,
        )

    def _show_found(self, earlier: KeptImport | None) -> None:
        if self.file.examined is not None:
            self.file.earlier = earlier
            self.found.emit()

    def _lines_read(self, read: Read) -> None:
        before, self.file.read = self.file.read, read
        same = before is not None and len(before.lines.lines) == len(read.lines.lines)
        self.lines_read.emit(same)

    def _added(self, made: tuple[ImportSummary, Sequence[Entry]]) -> None:
        self.file.summary, self.file.entries = made
        self.file.read = None  # a long chat takes room, and there is no way back to it
        self.added.emit()

    def _undone(self, _result: object) -> None:
        self.undone.emit()
