"""What a person can do with the files that are chosen in a list: by button, key or menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from logbook.domain.ids import EvidenceId
from logbook.i18n import translate
from logbook.ui.evidence_moves import EvidenceMoves
from logbook.ui.file_actions import FileActions
from logbook.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from logbook.domain.evidence import Evidence
    from logbook.ui.desk import Desk
    from logbook.ui.widgets.file_filter import FileFilterBar
    from logbook.ui.widgets.file_foot import FileFoot
    from logbook.ui.widgets.file_view import FileView
    from logbook.vault.vault import Vault

_KEYS = {"open": "Return", "remove": "Del"}


class FileCommands(QObject):
    """Knows what is chosen, and hands it to `EvidenceMoves`, `FileActions` or another page."""

    check_wanted = Signal(list)  # files

    def __init__(self, desk: Desk, files: FileView, filters: FileFilterBar, foot: FileFoot) -> None:
        super().__init__(files)
        self._desk = desk
        self._files = files
        self._filters = filters
        self._foot = foot
        self._copies = FileActions(desk)
        self.moves = EvidenceMoves(desk)

    def open(self, at: int) -> None:
        """Show the file in a row, among all that are listed."""
        evidence = self._files.model.id_at(at)
        if evidence is not None:
            self._desk.go("viewer", evidence=int(evidence), among=self._files.model.ids())

    def open_menu_at(self, where: QPoint) -> None:
        """Offer what the foot offers, where the person points."""
        menu = Menu(translate("Evidence", "Chosen files"), self._files)
        for action, picture, button in self._foot.offered():
            menu.add(picture, button.text(), partial(self.act, action), _KEYS.get(action, ""))
        menu.open_at(where)

    def act(self, action: str) -> None:
        """Do what a button of the foot says."""
        {
            "open": self._open_chosen,
            "write": self._write_entry,
            "add": self._add_to_entry,
            "save": self._save_copy,
            "check": self._check,
            "remove": self.remove,
            "restore": self._restore,
            "erase": self._erase,
        }[action]()

    def remove(self) -> None:
        """Move what is chosen to the bin."""
        if not self._filters.chosen.removed:
            self.moves.remove(self._files.chosen_or_current())

    def _open_chosen(self) -> None:
        for evidence in self._files.chosen()[:1]:
            self.open(self._files.model.place_of(evidence) or 0)

    def _write_entry(self) -> None:
        self._desk.go("new_entry", files=[int(one) for one in self._files.chosen()])

    def _add_to_entry(self) -> None:
        self.moves.add_to_entry(self._files.chosen())

    def _save_copy(self) -> None:
        chosen = self._files.chosen()
        if len(chosen) > 1:
            self._copies.ask_several(chosen)
        elif chosen:
            self._desk.on_vault(_get, chosen[0], then=self._copies.ask)

    def _check(self) -> None:
        self.check_wanted.emit(self._files.chosen())

    def _restore(self) -> None:
        self.moves.restore(self._files.chosen())

    def _erase(self) -> None:
        self.moves.ask_erase(self._files.chosen())


def _get(vault: Vault, evidence: EvidenceId) -> Evidence:
    return vault.evidence.get(evidence)
