"""Names to choose one of: as many as a backup has numbers, and none of them held twice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class NameList(QAbstractListModel):
    """A first row for all of them, then a row a name. `place_of` a row is the name's, or None."""

    def __init__(self, all_words: str, nameless_words: str = "") -> None:
        super().__init__()
        self._all = all_words
        self._nameless = nameless_words
        self._names: Sequence[str] = ()

    def show(self, names: Sequence[str]) -> None:
        """Show other names."""
        self.beginResetModel()
        self._names = names
        self.endResetModel()

    def place_of(self, row: int) -> int | None:
        """Return which of the names a row shows, None for the row of all."""
        return row - 1 if row > 0 else None

    def name_of(self, row: int) -> str:
        """Return the name that a row shows, empty for the row of all."""
        return self._names[row - 1] if row > 0 else ""

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1 + len(self._names)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.row() == 0:
            return self._all
        return self.name_of(index.row()) or self._nameless
