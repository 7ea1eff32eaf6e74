"""The kept files of a book as rows: all numbers at once, what each row says by the block."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from logbook.domain.file_selection import EvidenceFilter, EvidenceRow
from logbook.domain.ids import EvidenceId
from logbook.ui.models.anew import Anew, read_anew
from logbook.ui.models.rows_model import RowsModel
from logbook.ui.tips import plain_tip
from logbook.ui.widgets.file_words import file_tip

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.jobs import Job
    from logbook.vault.vault import Vault

BLOCK_ROWS = 100
_BLOCKS_KEPT = 60
_WAITING_MOST = 4  # blocks on the way; a fast scroll leaves the older ones behind

Index = QModelIndex | QPersistentModelIndex
Sentence = Callable[[EvidenceRow, int, int], str]  # a row, its place from 1, how many there are
RowRole = int(Qt.ItemDataRole.UserRole) + 1
_First = tuple["array[int]", Sequence[EvidenceRow]]  # all numbers, and what the first rows say
_ROLES = (
    RowRole,
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.ToolTipRole),
    int(Qt.ItemDataRole.AccessibleTextRole),
)


class FileListModel(RowsModel):
    """One column; `RowRole` gives an `EvidenceRow`, or None while its block is on the way."""

    loaded = Signal(int)  # how many rows the filter has
    stays = Signal()  # nothing was changed since the rows were read
    failed = Signal(object)

    def __init__(self, desk: Desk, sentence: Sentence) -> None:
        super().__init__()
        self._desk = desk
        self._sentence = sentence
        self._filter = EvidenceFilter()
        self._ids: array[int] = array("q")
        self._blocks: OrderedDict[int, dict[int, EvidenceRow]] = OrderedDict()
        self._asked: dict[int, Job] = {}
        self._generation = 0
        self._listing: Job | None = None
        self._read_at: int | None = None  # how often the book had been changed

    @property
    def shown(self) -> EvidenceFilter:
        """The filter in use."""
        return self._filter

    def show(self, chosen: EvidenceFilter) -> None:
        """List what `chosen` finds; the old rows stay until the new ones are here."""
        self._filter = chosen
        self._generation += 1
        self._read_at = None
        self._list()

    def look_again(self, chosen: EvidenceFilter) -> None:
        """List anew what is another list, or was changed in the book since; else say `stays`."""
        if chosen != self._filter or self._listing is not None or self._read_at is None:
            self.show(chosen)
        else:
            self._list()

    def _list(self) -> None:
        generation = self._generation
        if self._listing is not None:
            self._listing.cancel()  # nobody waits for these rows any more
        self._listing = self._desk.on_vault(
            read_anew,
            self._read_at,
            _list_and_first,
            self._filter,
            then=lambda anew: self._listed(generation, anew),
            failed=self.failed.emit,
        )
        self._listing.ended.connect(self._listing_ended)

    def _listing_ended(self) -> None:
        if self.sender() is self._listing:
            self._listing = None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid():
            return None
        if role not in _ROLES:
            return None
        row = self.row(index.row())
        if role == RowRole or row is None:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(file_tip(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(row, index.row() + 1, len(self._ids))
        return row.name

    def row(self, at: int) -> EvidenceRow | None:
        """Return a row that is here, and ask for its block when it is not."""
        block = at // BLOCK_ROWS
        rows = self._blocks.get(block)
        if rows is None:
            self._ask(block)
            return None
        self._blocks.move_to_end(block)
        return rows.get(self._ids[at])  # none: erased since the list was read

    def ids(self) -> list[EvidenceId]:
        """Return all files of the list in order."""
        return [EvidenceId(one) for one in self._ids]

    def id_at(self, at: int) -> EvidenceId | None:
        """Return the file of a row, known before the row itself is."""
        return EvidenceId(self._ids[at]) if 0 <= at < len(self._ids) else None

    def place_of(self, evidence: EvidenceId) -> int | None:
        """Return the row of a file; None when it is not listed."""
        try:
            return self._ids.index(evidence)
        except ValueError:
            return None

    def chosen(self, selection: QItemSelection) -> list[EvidenceId]:
        """Return the files of a selection in the order of the list."""
        ranges = sorted(
            (one.top(), one.bottom()) for one in (selection.at(n) for n in range(selection.count()))
        )
        return [EvidenceId(one) for top, last in ranges for one in self._ids[top : last + 1]]

    def count_of(self, selection: QItemSelection) -> int:
        """Return how many files a selection has, however many that are."""
        ranges = (selection.at(number) for number in range(selection.count()))
        return sum(one.bottom() - one.top() + 1 for one in ranges)

    def selection_of(self, files: Iterable[EvidenceId]) -> QItemSelection:
        """Return the rows of files as few runs; those that are not listed are left out."""
        wanted = set(files)
        found = QItemSelection()
        if not wanted or not self._ids:
            return found
        if wanted.issuperset(self._ids):  # all that there are, however many
            found.select(self.index(0, 0), self.index(len(self._ids) - 1, 0))
            return found
        start = None
        for at, one in enumerate([*self._ids, -1]):
            if one in wanted:
                start = at if start is None else start
            elif start is not None:
                found.select(self.index(start, 0), self.index(at - 1, 0))
                start = None
        return found

    def _listed(self, generation: int, anew: Anew[_First] | None) -> None:
        if generation != self._generation:
            return
        self._listing = None
        if anew is None:
            self.stays.emit()
            return
        self._read_at = anew.at
        self.beginResetModel()
        self._ids, first = anew.found
        self._blocks = OrderedDict({0: {int(row.id): row for row in first}})
        for job in self._asked.values():
            job.cancel()
        self._asked.clear()
        self.endResetModel()
        self.loaded.emit(len(self._ids))

    def _ask(self, block: int) -> None:
        if block in self._asked:
            return
        if len(self._asked) >= _WAITING_MOST:
            self._asked.pop(next(iter(self._asked))).cancel()
        generation = self._generation
        first = block * BLOCK_ROWS
        wanted = [EvidenceId(one) for one in self._ids[first : first + BLOCK_ROWS]]
        self._asked[block] = self._desk.on_vault(
            _rows,
            wanted,
            then=lambda rows: self._take(generation, block, rows),
            failed=self.failed.emit,
        )

    def _take(self, generation: int, block: int, rows: Sequence[EvidenceRow]) -> None:
        if generation != self._generation:
            return
        self._asked.pop(block, None)
        self._blocks[block] = {int(row.id): row for row in rows}
        while len(self._blocks) > _BLOCKS_KEPT:
            self._blocks.popitem(last=False)
        first = block * BLOCK_ROWS
        last = min(first + BLOCK_ROWS, len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, 0))


def _list_and_first(vault: Vault, chosen: EvidenceFilter) -> _First:
    ids = vault.evidence_lists.ids(chosen)
    return array("q", ids), vault.evidence_lists.rows(ids[:BLOCK_ROWS])


def _rows(vault: Vault, wanted: Sequence[EvidenceId]) -> Sequence[EvidenceRow]:
    return vault.evidence_lists.rows(wanted)
