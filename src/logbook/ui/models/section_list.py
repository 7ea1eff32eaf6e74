"""The sections of a report as rows: ticked or not, in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from logbook.i18n import translate

Index = QModelIndex | QPersistentModelIndex
RowRole = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section; `pages` is None while nothing is known of them."""

    id: str
    title: str
    line: str
    ticked: bool
    pages: int | None


class SectionListModel(QAbstractListModel):
    """A handful of rows that can be ticked and moved; what they say comes from the page."""

    edited = Signal()  # the person ticked or moved one

    def __init__(self) -> None:
        super().__init__()
        self._order: list[str] = []
        self._off: set[str] = set()
        self._titles: dict[str, str] = {}
        self._lines: dict[str, str] = {}
        self._pages: dict[str, int] = {}

    @property
    def order(self) -> tuple[str, ...]:
        """The ids in their order."""
        return tuple(self._order)

    @property
    def off(self) -> tuple[str, ...]:
        """The ids that are not ticked."""
        return tuple(name for name in self._order if name in self._off)

    def show(self, order: tuple[str, ...], off: tuple[str, ...]) -> None:
        """Show sections in an order."""
        self.beginResetModel()
        self._order, self._off = list(order), set(off)
        self.endResetModel()

    def say(
        self, titles: Mapping[str, str], lines: Mapping[str, str], pages: Mapping[str, int]
    ) -> None:
        """Say what each section has; one that is not printed keeps its last number of pages."""
        self._titles, self._lines = dict(titles), dict(lines)
        for name in self._order:
            if name not in self._off:
                self._pages[name] = pages.get(name, 0)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, 0))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._order)

    def flags(self, index: Index) -> Qt.ItemFlag:
        checkable = Qt.ItemFlag.ItemIsUserCheckable
        return super().flags(index) | checkable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(index.row())
        return None

    def row(self, at: int) -> SectionRow:
        """Return a row."""
        name = self._order[at]
        return SectionRow(
            name,
            self._titles.get(name, name),
            self._lines.get(name, ""),
            name not in self._off,
            self._pages.get(name),
        )

    def place_of(self, name: str) -> int:
        """Return the row of a section."""
        return self._order.index(name)

    def tick(self, at: int, *, on: bool) -> None:
        """Print a section or leave it out."""
        name = self._order[at]
        if on == (name not in self._off):
            return
        (self._off.discard if on else self._off.add)(name)
        self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
        self.edited.emit()

    def move(self, at: int, to: int) -> bool:
        """Put a row in another place; False where there is none."""
        if at == to or not (0 <= at < len(self._order) and 0 <= to < len(self._order)):
            return False
        none = QModelIndex()
        self.beginMoveRows(none, at, at, none, to + 1 if to > at else to)
        self._order.insert(to, self._order.pop(at))
        self.endMoveRows()
        self.edited.emit()
        return True

    def _sentence(self, at: int) -> str:
        row = self.row(at)
        pages = translate("Report", "%n page|%n pages", "", row.pages) if row.pages else ""
        ticked = (
            translate("Report", "checked") if row.ticked else translate("Report", "not checked")
        )
        place = translate("Report", "{n} of {total}", n=at + 1, total=len(self._order))
        return ", ".join(part for part in (row.title, row.line, pages, ticked, place) if part)
