"""What can be done with kept files, one or many: into the bin, back, away for good, checked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from logbook.domain.ids import EntryId, EvidenceId
from logbook.i18n import translate
from logbook.tasks import change_entries, move_files
from logbook.ui.dialogs.pick_entry import PickEntry
from logbook.ui.many_acts import Act, ManyActs
from logbook.ui.widgets.button import Variant

if TYPE_CHECKING:
    from logbook.domain.entry import EntryText
    from logbook.tasks.change_entries import Change
    from logbook.tasks.move_files import UsedBy
    from logbook.ui.desk import Desk

Files = Sequence[EvidenceId]


class EvidenceMoves(QObject):
    """Each is told by a toast, and by the desk that files changed."""

    come_back = Signal(list)  # files that are put back where they were

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._many = ManyActs(desk)
        self._many.comes_back.connect(self.come_back)

    def remove(self, files: Files) -> None:
        """Move files to the bin; asks first when entries have them."""
        if files:
            ask = partial(self._ask_remove, files)
            self._desk.on_vault(move_files.used_by, files, then=ask)

    def restore(self, files: Files) -> None:
        """Take files out of the bin."""
        if files:
            self._many.start(_RESTORE, files)

    def ask_erase(self, files: Files) -> None:
        """Delete files for good, after a question."""
        if not files:
            return
        self._desk.ask(
            translate(
                "Evidence",
                "Delete this file for good?|Delete these %n files for good?",
                "",
                len(files),
            ),
            translate(
                "Evidence",
                "Nothing brings it back. The record keeps that a file was deleted. Backups made"
                " before today still hold it.|"
                "Nothing brings them back. The record keeps that files were deleted. Backups made"
                " before today still hold them.",
                "",
                len(files),
            ),
            ("keep", translate("Evidence", "Keep in the bin"), Variant.SECONDARY),
            ("erase", translate("Evidence", "Delete for good"), Variant.DANGER),
            then=lambda answer: self._many.start(_ERASE, files) if answer == "erase" else None,
        )

    def add_to_entry(self, files: Files) -> None:
        """Let the person choose an entry, and add files to it."""
        if files:
            PickEntry(
                self._desk,
                partial(self._link, files),
                none_yet=translate("Evidence", "There is no entry yet. Write one about the files."),
            ).open()

    def _link(self, files: Files, entry: EntryId) -> None:
        linked = partial(self._linked, len(files))
        self._desk.on_vault(change_entries.link_files, entry, files, then=linked)

    def _linked(self, count: int, changes: Sequence[Change]) -> None:
        if not changes:
            self._desk.toast(translate("Evidence", "They are in that entry already"))
            return
        before = [(one.entry, one.before) for one in changes]
        after = [(one.entry, one.after) for one in changes]
        self._desk.did(
            translate("Evidence", "File added to the entry|%n files added to the entry", "", count),
            partial(self._write, before),
            partial(self._write, after),
        )
        self._desk.changed.emit("entries")

    def _write(self, texts: Sequence[tuple[EntryId, EntryText]]) -> None:
        self._desk.on_vault(
            change_entries.write_texts,
            texts,
            then=lambda _: self._desk.changed.emit("entries"),
        )

    def _ask_remove(self, files: Files, used: UsedBy) -> None:
        if not used.entries and not used.in_messages:
            self._many.start(_REMOVE, files)
            return
        lines = []
        if used.entries:
            lines.append(
                translate(
                    "Evidence",
                    "%n entry has what you chose.|%n entries have what you chose.",
                    "",
                    used.entries,
                )
            )
        if used.in_messages:
            lines.append(
                translate(
                    "Evidence",
                    "%n file belongs to messages.|%n files belong to messages.",
                    "",
                    used.in_messages,
                )
            )
        lines.append(
            translate("Evidence", "Nothing there changes. You can put it back at any time.")
        )
        self._desk.ask(
            translate(
                "Evidence",
                "Move this file to the bin?|Move these %n files to the bin?",
                "",
                len(files),
            ),
            " ".join(lines),
            ("keep", translate("Evidence", "Leave it here"), Variant.SECONDARY),
            ("remove", translate("Evidence", "Move to the bin"), Variant.SECONDARY),
            then=lambda answer: self._many.start(_REMOVE, files) if answer == "remove" else None,
        )


def _removed_words(count: int) -> str:
    return translate("Evidence", "File moved to the bin|%n files moved to the bin", "", count)


def _restored_words(count: int) -> str:
    return translate("Evidence", "File put back|%n files put back", "", count)


def _erased_words(count: int) -> str:
    return translate("Evidence", "File deleted for good|%n files deleted for good", "", count)


_REMOVE = Act(
    move_files.remove_files, move_files.restore_files, _removed_words, "evidence", moves=True
)
_RESTORE = Act(
    move_files.restore_files, move_files.remove_files, _restored_words, "evidence", moves=True
)
_ERASE = Act(move_files.erase_files, None, _erased_words, "evidence", moves=True)
