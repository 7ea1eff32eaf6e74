"""What can be done with an entry as a whole: into the bin, back, and away for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from logbook.domain.ids import EntryId
from logbook.i18n import translate
from logbook.tasks import write_entry
from logbook.ui.widgets.button import Variant

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.vault import Vault

_Move = Callable[["Vault", EntryId], None]  # a task that moves one entry


class EntryActions(QObject):
    """Each is told by a toast, and by the desk that entries changed."""

    comes_back = Signal(int)  # an entry that is moved back where it was

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def remove(self, entry: EntryId) -> None:
        """Move an entry to the bin; the toast brings it back."""
        words = translate("Timeline", "Entry moved to the bin")
        self._move(write_entry.remove_entry, entry, words, write_entry.restore_entry)

    def restore(self, entry: EntryId) -> None:
        """Take an entry out of the bin."""
        words = translate("Timeline", "Entry put back")
        self._move(write_entry.restore_entry, entry, words, write_entry.remove_entry)

    def ask_erase(self, entry: EntryId) -> None:
        """Delete an entry for good, after a question."""
        self._desk.ask(
            translate("Timeline", "Delete this entry for good?"),
            translate("Timeline", "Backups made before today still hold it. Its files stay."),
            ("keep", translate("Timeline", "Keep it"), Variant.SECONDARY),
            ("erase", translate("Timeline", "Delete for good"), Variant.DANGER),
            then=lambda answer: self._erase(entry) if answer == "erase" else None,
        )

    def _erase(self, entry: EntryId) -> None:
        def erased(_result: object) -> None:
            self._desk.toast(translate("Timeline", "Entry deleted for good"))
            self._desk.changed.emit("entries")

        self._desk.on_vault(write_entry.erase_entry, entry, then=erased)

    def _move(self, task: _Move, entry: EntryId, words: str, back: _Move) -> None:
        def moved(_result: object) -> None:
            self._desk.toast(words, lambda: self._move_back(back, entry))
            self._desk.changed.emit("entries")

        self._desk.on_vault(task, entry, then=moved)

    def _move_back(self, task: _Move, entry: EntryId) -> None:
        self.comes_back.emit(entry)
        self._desk.on_vault(task, entry, then=self._say_changed)

    def _say_changed(self, _result: object) -> None:
        self._desk.changed.emit("entries")
