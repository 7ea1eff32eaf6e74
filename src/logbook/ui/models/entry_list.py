"""The entries of a book as rows: 100,000 of them behave like 100, because blocks come late."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from logbook.domain.ids import EntryId
from logbook.domain.selection import EntryFilter, EntryRow
from logbook.tasks import write_entry

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.jobs import Job
    from logbook.vault.vault import Vault

BLOCK_ROWS = 200
_BLOCKS_KEPT = 40
_WAITING_MOST = 4  # blocks on the way; a fast scroll leaves the older ones behind

Index = QModelIndex | QPersistentModelIndex
RowRole = int(Qt.ItemDataRole.UserRole) + 1


class EntryListModel(QAbstractTableModel):
    """One column; `RowRole` gives an `EntryRow`, or None while its block is on the way."""

    loaded = Signal(int)  # how many rows the filter has
    failed = Signal(object)

    def __init__(self, desk: Desk, sentence: Callable[[EntryRow], str]) -> None:
        super().__init__()
        self._desk = desk
        self._sentence = sentence
        self._filter = EntryFilter(newest_first=True)
        self._total = 0
        self._blocks: OrderedDict[int, list[EntryRow]] = OrderedDict()
        self._stale: set[int] = set()
        self._asked: dict[int, Job] = {}
        self._counting: Job | None = None
        self._generation = 0

    @property
    def shown(self) -> EntryFilter:
        """The filter in use."""
        return self._filter

    def show(self, chosen: EntryFilter) -> None:
        """List what `chosen` finds; the old rows stay until the new ones are counted."""
        self._filter = chosen
        self._generation += 1
        generation = self._generation
        if self._counting is not None:
            self._counting.cancel()  # nobody waits for these rows any more
        self._counting = self._desk.on_vault(
            _count_and_first,
            chosen,
            then=lambda found: self._begin(generation, *found),
            failed=self.failed.emit,
        )
        self._counting.ended.connect(self._counted)

    def reload(self) -> None:
        """Read everything that is shown again, after a change."""
        self.show(self._filter)

    def refresh(self) -> None:
        """Read the rows again where a change left each in its place; what is chosen stays so."""
        self._generation += 1
        self._stale = set(self._blocks)  # shown until the new ones are here
        self._forget_asked()
        if self._total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, 0))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._total

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == RowRole:
            return row
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if row is not None and role in texts:
            return self._sentence(row) if role == texts[1] else row.title
        return None

    def row(self, at: int) -> EntryRow | None:
        """Return a row that is here, and ask for its block when it is not."""
        block = at // BLOCK_ROWS
        rows = self._blocks.get(block)
        if rows is None or block in self._stale:
            self._ask(block)
        if rows is None:
            return None
        self._blocks.move_to_end(block)
        inside = at % BLOCK_ROWS
        return rows[inside] if inside < len(rows) else None

    def ids_at(self, first: int, count: int) -> list[EntryId] | None:
        """Return the entries of some rows, None where not all of them are here."""
        found: list[EntryId] = []
        for at in range(first, first + count):
            rows = self._blocks.get(at // BLOCK_ROWS)
            if rows is None or at % BLOCK_ROWS >= len(rows):
                return None
            found.append(rows[at % BLOCK_ROWS].id)
        return found

    def is_first_of_day(self, at: int) -> bool:
        """Tell whether the row before lies on another day."""
        if at == 0:
            return True
        here, before = self.row(at), self.row(at - 1)
        return here is None or before is None or here.start_local[:10] != before.start_local[:10]

    def place_of(self, entry: EntryId, then: Callable[[int | None], None]) -> None:
        """Find the row of an entry and tell `then`; None when it is not listed."""
        generation = self._generation
        self._desk.on_vault(
            _place_of,
            self._filter,
            entry,
            then=lambda at: then(at) if generation == self._generation else None,
            failed=self.failed.emit,
        )

    def _counted(self) -> None:
        if self.sender() is self._counting:
            self._counting = None

    def _begin(self, generation: int, total: int, first: list[EntryRow]) -> None:
        if generation != self._generation:
            return
        self.beginResetModel()
        self._total = total
        self._blocks = OrderedDict({0: first})
        self._stale.clear()
        self._forget_asked()
        self.endResetModel()
        self.loaded.emit(total)

    def _forget_asked(self) -> None:
        for job in self._asked.values():
            job.cancel()
        self._asked.clear()

    def _ask(self, block: int) -> None:
        if block in self._asked:
            return
        if len(self._asked) >= _WAITING_MOST:
            self._asked.pop(next(iter(self._asked))).cancel()
        generation = self._generation
        self._asked[block] = self._desk.on_vault(
            write_entry.list_rows,
            self._filter,
            block * BLOCK_ROWS,
            BLOCK_ROWS,
            then=lambda rows: self._take(generation, block, rows),
            failed=self.failed.emit,
        )

    def _take(self, generation: int, block: int, rows: list[EntryRow]) -> None:
        if generation != self._generation:
            return
        self._asked.pop(block, None)
        self._stale.discard(block)
        self._blocks[block] = rows
        while len(self._blocks) > _BLOCKS_KEPT:
            self._blocks.popitem(last=False)
        first = block * BLOCK_ROWS
        # The row after the block may stop being the first of its day.
        last = min(first + len(rows), self._total - 1)
        self.dataChanged.emit(self.index(first, 0), self.index(last, 0))


def _count_and_first(vault: Vault, chosen: EntryFilter) -> tuple[int, list[EntryRow]]:
    return vault.entries.count(chosen), vault.entries.rows(chosen, 0, BLOCK_ROWS)


def _place_of(vault: Vault, chosen: EntryFilter, entry: EntryId) -> int | None:
    return vault.entries.place_of(chosen, entry)
