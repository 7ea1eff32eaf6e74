"""A long list of things of the book, known by their numbers; what a row says is read by blocks."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from logbook.ui.models.rows_model import RowsModel

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.jobs import Job

_BLOCK_ROWS = 50
_BLOCKS_KEPT = 40
_WAITING_MOST = 4

Index = QModelIndex | QPersistentModelIndex
RowRole = int(Qt.ItemDataRole.UserRole) + 1


class Numbered(Protocol):
    """A thing of the book that has a number."""

    @property
    def id(self) -> int:
        """The number."""


Row = TypeVar("Row", bound=Numbered)


class NumberedList(RowsModel, Generic[Row]):
    """One column; `RowRole` gives a row, or None while its block is on the way.

    `read` is called on the vault's thread with some of the numbers, and returns their rows in
    order. A thing that is gone meanwhile has no row.
    """

    failed = Signal(object)

    def __init__(
        self, desk: Desk, read: Callable[..., list[Row]], sentence: Callable[[Row], str]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._read = read
        self._sentence = sentence
        self._more: tuple[object, ...] = ()
        self._numbers: Sequence[int] = array("q")
        self._blocks: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self._asked: dict[int, Job] = {}
        self._generation = 0

    @property
    def numbers(self) -> Sequence[int]:
        """What is listed, in order."""
        return self._numbers

    def show(self, numbers: Sequence[int], *more: object) -> None:
        """List these; `more` goes to `read` with the numbers."""
        self._generation += 1
        self.beginResetModel()
        self._numbers, self._more = numbers, more
        self._blocks.clear()
        self._asked.clear()
        self.endResetModel()

    def place_of(self, number: int) -> int | None:
        """Return the row of a number."""
        try:
            return self._numbers.index(number)
        except ValueError:
            return None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == RowRole:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return "" if row is None else self._sentence(row)
        return None

    def row(self, at: int) -> Row | None:
        """Return a row that is here, and ask for its block when it is not."""
        block = at // _BLOCK_ROWS
        rows = self._blocks.get(block)
        if rows is None:
            self._ask(block)
            return None
        self._blocks.move_to_end(block)
        return rows.get(self._numbers[at])

    def _ask(self, block: int) -> None:
        if block in self._asked:
            return
        if len(self._asked) >= _WAITING_MOST:
            self._asked.pop(next(iter(self._asked))).cancel()
        generation = self._generation
        first = block * _BLOCK_ROWS
        self._asked[block] = self._desk.on_vault(
            self._read,
            list(self._numbers[first : first + _BLOCK_ROWS]),
            *self._more,
            then=lambda rows: self._take(generation, block, rows),
            failed=self.failed.emit,
        )

    def _take(self, generation: int, block: int, rows: list[Row]) -> None:
        if generation != self._generation:
            return
        self._asked.pop(block, None)
        self._blocks[block] = {row.id: row for row in rows}
        while len(self._blocks) > _BLOCKS_KEPT:
            self._blocks.popitem(last=False)
        first = block * _BLOCK_ROWS
        last = min(first + _BLOCK_ROWS, len(self._numbers)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, 0))
