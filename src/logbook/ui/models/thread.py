"""A conversation as rows: a million messages behave like a hundred, because blocks come late."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from logbook.domain.ids import ConversationId, MessageId
from logbook.domain.message import Conversation
from logbook.domain.progress import SILENT, Progress
from logbook.domain.thread import Key, ThreadRow
from logbook.errors import NoSuchItem
from logbook.ui.models.row_set import RowSet
from logbook.ui.models.rows_model import RowsModel

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.jobs import Job
    from logbook.vault.vault import Vault

BLOCK_ROWS = 200  # as `vault.message_threads` reads them
_BLOCKS_KEPT = 40
_WAITING_MOST = 4  # blocks on the way; a fast scroll leaves the older ones behind

Index = QModelIndex | QPersistentModelIndex
RowRole = int(Qt.ItemDataRole.UserRole) + 1


class Opened(NamedTuple):
    """A conversation as it opens: where its blocks begin, and the blocks to be seen first."""

    conversation: Conversation
    marks: list[Key]
    total: int
    at: int  # the row to show
    is_wanted: bool  # that row was asked for; else it is the newest
    blocks: dict[int, list[ThreadRow]]
    ticked: list[tuple[int, int]]  # runs of rows that were asked for


class ThreadModel(RowsModel):
    """One column; `RowRole` gives a `ThreadRow`, or None while its block is on the way."""

    opening = Signal()  # another conversation is read
    opened = Signal(object)  # Opened
    failed = Signal(object)
    ticked_changed = Signal()

    def __init__(self, desk: Desk, sentence: Callable[[ThreadRow, bool, bool], str]) -> None:
        super().__init__()
        self._desk = desk
        self._sentence = sentence
        self.conversation: Conversation | None = None
        self.marks: list[Key] = []
        self.ticked = RowSet()
        self._total = 0
        self._blocks: OrderedDict[int, list[ThreadRow]] = OrderedDict()
        self._asked: dict[int, Job] = {}
        self._old: set[int] = set()  # blocks that are to be read again
        self._opening: Job | None = None
        self._generation = 0
        self._version = 0

    @property
    def is_opening(self) -> bool:
        """True while another conversation is read; the one before stays until then."""
        return self._opening is not None

    def show(
        self,
        conversation: ConversationId,
        at: MessageId | None = None,
        ticked: Sequence[MessageId] = (),
    ) -> None:
        """Open a conversation at a message, or at its newest one, with some messages ticked."""
        if self._opening is not None:
            self._opening.cancel()
        self._generation += 1
        generation = self._generation
        self._opening = self._desk.on_vault(
            open_thread,
            conversation,
            at,
            ticked,
            then=lambda opened: self._begin(generation, opened),
            failed=lambda error: self._cannot(generation, error),
            long=True,
        )
        self.opening.emit()

    def forget(self) -> None:
        """Show nothing."""
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None
        self._generation += 1
        self.beginResetModel()
        self.conversation, self.marks, self._total = None, [], 0
        self._blocks.clear()
        self._asked.clear()
        self.endResetModel()
        self.untick()

    def read_again(self) -> None:
        """Read rows again when they are next seen, after a change to what belongs to messages.

        Until then they stay as they are, so that nothing flickers.
        """
        self._version += 1  # what is on its way was read before the change
        self._old = set(self._blocks)
        self._asked.clear()
        if self._total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, 0))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._total

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        if role == RowRole:
            return self.row(index.row())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            row = self.row(index.row())
            first = row is not None and self.is_first_of_day(index.row())
            return "" if row is None else self._sentence(row, first, index.row() in self.ticked)
        if role == Qt.ItemDataRole.CheckStateRole:
            on = index.row() in self.ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def row(self, at: int) -> ThreadRow | None:
        """Return a row that is here, and ask for its block when it is not."""
        block = at // BLOCK_ROWS
        rows = self._blocks.get(block)
        if rows is None:
            self._ask(block)
            return None
        if block in self._old:
            self._ask(block)
        self._blocks.move_to_end(block)
        inside = at % BLOCK_ROWS
        return rows[inside] if inside < len(rows) else None

    def is_first_of_day(self, at: int) -> bool:
        """Tell whether the message before lies on another day; an undated one begins none."""
        here = self.row(at)
        if here is None or not here.local:
            return False
        before = self.row(at - 1) if at else None
        return at == 0 or (before is not None and before.local[:10] != here.local[:10])

    # What is ticked

    def tick(self, first: int, last: int, *, on: bool) -> None:
        """Tick or untick a run of rows."""
        last = min(last, self._total - 1)
        if last >= first:
            (self.ticked.add if on else self.ticked.remove)(first, last)
            self._say_ticked()

    def tick_messages(self, messages: Sequence[MessageId]) -> None:
        """Tick those of some messages that are in this conversation, once their rows are known."""
        if self.conversation is None or self._opening is not None:
            return
        generation = self._generation
        self._desk.on_vault(
            find_runs,
            self.conversation.id,
            self.marks,
            messages,
            then=lambda runs: self._tick_runs(generation, runs),
            failed=lambda error: self._cannot(generation, error),
            long=True,
        )

    def _tick_runs(self, generation: int, runs: list[tuple[int, int]]) -> None:
        if generation == self._generation and runs:
            self.ticked.add_all(runs)
            self._say_ticked()

    def toggle(self, row: int) -> None:
        """Tick a row, or untick it."""
        self.tick(row, row, on=row not in self.ticked)

    def untick(self) -> None:
        """Tick nothing."""
        if self.ticked:
            self.ticked.clear()
            self._say_ticked()

    def _say_ticked(self) -> None:
        if self._total:
            role = [Qt.ItemDataRole.CheckStateRole]
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, 0), role)
        self.ticked_changed.emit()

    # Reading

    def _begin(self, generation: int, opened: Opened) -> None:
        if generation != self._generation:
            return
        self._opening = None
        self.beginResetModel()
        self.conversation, self.marks = opened.conversation, opened.marks
        self._total = opened.total
        self._blocks = OrderedDict(opened.blocks)
        self._asked.clear()
        self._old.clear()
        self.ticked.clear()
        self.ticked.add_all(opened.ticked)
        self.endResetModel()
        self.ticked_changed.emit()
        self.opened.emit(opened)

    def _cannot(self, generation: int, error: object) -> None:
        if generation == self._generation:
            self._opening = None
            self.failed.emit(error)

    def _ask(self, block: int) -> None:
        if block in self._asked or self.conversation is None or block >= len(self.marks):
            return
        if len(self._asked) >= _WAITING_MOST:
            self._asked.pop(next(iter(self._asked))).cancel()
        asked = (self._generation, self._version)
        self._asked[block] = self._desk.on_vault(
            _read_block,
            self.conversation.id,
            self.marks[block],
            then=lambda rows: self._take(asked, block, rows),
            failed=lambda error: self._cannot(asked[0], error),
        )

    def _take(self, asked: tuple[int, int], block: int, rows: list[ThreadRow]) -> None:
        if asked != (self._generation, self._version):
            return
        self._asked.pop(block, None)
        self._old.discard(block)
        self._blocks[block] = rows
        while len(self._blocks) > _BLOCKS_KEPT:
            self._blocks.popitem(last=False)
        first = block * BLOCK_ROWS
        # The row after the block may stop being the first of its day.
        last = min(first + len(rows), self._total - 1)
        self.dataChanged.emit(self.index(first, 0), self.index(max(last, first), 0))


def open_thread(
    vault: Vault,
    conversation: ConversationId,
    at: MessageId | None,
    ticked: Sequence[MessageId] = (),
    progress: Progress = SILENT,
) -> Opened:
    """Read how a conversation opens; runs on the vault's thread and lets others in between.

    A message that is not of this conversation opens its own. Raises `NoSuchItem`.
    """
    if at is not None:
        try:
            conversation = vault.threads.place((), at)[0]
        except NoSuchItem:  # its import was undone since
            at = None
    found = vault.messages.conversation(conversation)
    marks = vault.threads.marks(conversation, progress)
    last = len(marks) - 1
    blocks = {last: vault.threads.rows(conversation, marks[last])} if marks else {}
    total = last * BLOCK_ROWS + len(blocks[last]) if marks else 0
    place = max(total - 1, 0) if at is None else vault.threads.place(marks, at)[1]
    for block in {place // BLOCK_ROWS, max(place // BLOCK_ROWS - 1, 0)}:
        if marks and block not in blocks:
            blocks[block] = vault.threads.rows(conversation, marks[block])
    runs = vault.threads.runs(conversation, marks, ticked, progress) if marks and ticked else []
    return Opened(found, marks, total, place, at is not None, blocks, runs)


def find_runs(
    vault: Vault,
    conversation: ConversationId,
    marks: Sequence[Key],
    messages: Sequence[MessageId],
    progress: Progress = SILENT,
) -> list[tuple[int, int]]:
    """Return the rows of messages as runs; runs on the vault's thread."""
    return vault.threads.runs(conversation, marks, messages, progress)


def _read_block(vault: Vault, conversation: ConversationId, start: Key) -> list[ThreadRow]:
    return vault.threads.rows(conversation, start)
