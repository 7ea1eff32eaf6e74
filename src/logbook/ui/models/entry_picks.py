"""The entries of a book with a tick each: what is ticked stays, however the list is searched."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from logbook.domain.ids import EntryId
from logbook.domain.selection import EntryFilter
from logbook.i18n import translate
from logbook.ui.models.entry_list import EntryListModel, Index
from logbook.ui.widgets.entry_row import row_sentence

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.vault import Vault

_IDS_AT_ONCE = 20_000


class EntryPicksModel(EntryListModel):
    """Adds the ticks; they are known by the entry and not by the row."""

    picked_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, row_sentence)
        self._picks: dict[int, None] = {}

    @property
    def picked(self) -> tuple[int, ...]:
        """The entries that are ticked, in the order in which they were."""
        return tuple(self._picks)

    def use(self, picked: Iterable[int]) -> None:
        """Tick these and no others."""
        self._picks = dict.fromkeys(picked)
        self._tell()

    def has(self, entry: int) -> bool:
        """Tell whether an entry is ticked."""
        return entry in self._picks

    def press(self, rows: Iterable[int]) -> None:
        """Tick these rows, or take the ticks away where all have one."""
        entries = [int(row.id) for at in rows if (row := self.row(at)) is not None]
        if all(entry in self._picks for entry in entries):
            for entry in entries:
                del self._picks[entry]
        else:
            self._picks.update(dict.fromkeys(entries))
        self._tell()

    def pick_all(self) -> None:
        """Tick everything that the search finds."""
        self._desk.on_vault(_ids, self.shown, then=self._add)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own
        if role not in {Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.AccessibleTextRole}:
            return super().data(index, role)
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        ticked = self.has(int(row.id))
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        said = translate("Report", "checked") if ticked else translate("Report", "not checked")
        return f"{row_sentence(row)}. {said}"

    def _add(self, entries: list[EntryId]) -> None:
        self._picks.update(dict.fromkeys(map(int, entries)))
        self._tell()

    def _tell(self) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.picked_changed.emit()


def _ids(vault: Vault, wanted: EntryFilter) -> list[EntryId]:
    found: list[EntryId] = []
    while some := vault.entries.ids(wanted, len(found), _IDS_AT_ONCE):
        found += some
    return found
