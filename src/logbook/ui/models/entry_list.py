"""The entries of a book as rows: 100,000 of them behave like 100, because blocks come late."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from logbook.domain.ids import EntryId
from logbook.domain.selection import EntryFilter, EntryRow
from logbook.tasks import write_entry
from logbook.ui.models.anew import Anew, read_anew
from logbook.ui.models.rows_model import RowsModel

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.jobs import Job
    from logbook.vault.vault import Vault

BLOCK_ROWS = 200
_BLOCKS_KEPT = 40
_WAITING_MOST = 4  # blocks on the way; a fast scroll leaves the older ones behind

Index = QModelIndex | QPersistentModelIndex
RowRole = int(Qt.ItemDataRole.UserRole) + 1


class Listed(NamedTuple):
    """What a list begins with: how many rows, some blocks of them, and one place in it."""

    total: int
    blocks: dict[int, list[EntryRow]]
    places: dict[EntryId, int | None]  # of the entry that was asked for


class EntryListModel(RowsModel):
    """One column; `RowRole` gives an `EntryRow`, or None while its block is on the way."""

    loaded = Signal(int)  # how many rows the filter has
    stays = Signal()  # nothing was changed since the rows were read
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
        self._listing: Job | None = None
        self._read_at: int | None = None  # how often the book had been changed
        self._places: dict[EntryId, int | None] = {}
        self._generation = 0

    @property
    def shown(self) -> EntryFilter:
        """The filter in use."""
        return self._filter

    def show(self, chosen: EntryFilter, wanted: EntryId | None = None) -> None:
        """List what `chosen` finds; the old rows stay until the new ones are counted.

        `place_of` the entry that is `wanted` is known with them.
        """
        self._filter = chosen
        self._generation += 1
        self._read_at = None
        self._list(wanted)

    def look_again(self, chosen: EntryFilter, wanted: EntryId | None = None) -> None:
        """List anew what is another list, or was changed in the book since; else say `stays`."""
        if chosen != self._filter or self._listing is not None or self._read_at is None:
            self.show(chosen, wanted)
        else:
            self._list(wanted)

    def _list(self, wanted: EntryId | None) -> None:
        generation = self._generation
        if self._listing is not None:
            self._listing.cancel()  # nobody waits for these rows any more
        self._listing = self._desk.on_vault(
            read_anew,
            self._read_at,
            _read_list,
            self._filter,
            wanted,
            then=lambda anew: self._listed(generation, anew),
            failed=self.failed.emit,
        )
        self._listing.ended.connect(self._listing_ended)

    def reload(self) -> None:
        """Read everything that is shown again, after a change."""
        self.show(self._filter)

    def refresh(self) -> None:
        """Read the rows again where a change left each in its place; what is chosen stays so."""
        if self._listing is not None:
            return  # it was asked for after the change, and reads every row
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
        """Find the row of an entry and tell `then`, at once where the list came with it.

        None when it is not listed.
        """
        if self._listing is None and entry in self._places:
            then(self._places.pop(entry))
            return
        generation = self._generation
        self._desk.on_vault(
            _place_of,
            self._filter,
            entry,
            then=lambda at: then(at) if generation == self._generation else None,
            failed=self.failed.emit,
        )

    def _listing_ended(self) -> None:
        if self.sender() is self._listing:
            self._listing = None

    def _listed(self, generation: int, anew: Anew[Listed] | None) -> None:
        if generation != self._generation:
            return
        self._listing = None
        if anew is None:
            self.stays.emit()
            return
        self._read_at = anew.at
        self.beginResetModel()
        self._total, blocks, self._places = anew.found
        self._blocks = OrderedDict(blocks)
        self._stale.clear()
        self._forget_asked()
        self.endResetModel()
        self.loaded.emit(self._total)

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


def _read_list(vault: Vault, chosen: EntryFilter, wanted: EntryId | None) -> Listed:
    places = {} if wanted is None else {wanted: vault.entries.place_of(chosen, wanted)}
    wanted_blocks = {0, *((at or 0) // BLOCK_ROWS for at in places.values())}
    blocks = {
        block: vault.entries.rows(chosen, block * BLOCK_ROWS, BLOCK_ROWS)
        for block in sorted(wanted_blocks)
    }
    return Listed(vault.entries.count(chosen), blocks, places)


def _place_of(vault: Vault, chosen: EntryFilter, entry: EntryId) -> int | None:
    return vault.entries.place_of(chosen, entry)
