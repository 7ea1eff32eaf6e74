"""The messages of an export as rows to tick: days, messages, and folds of what does not match."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from logbook.i18n import translate
from logbook.tasks.choose_messages import Line, with_context
from logbook.ui.words import locale, long_day

Index = QModelIndex | QPersistentModelIndex
RowRole = int(Qt.ItemDataRole.UserRole) + 1
_FOLD_FROM = 4  # a shorter run that does not match stays in sight


@dataclass(frozen=True, slots=True)
class DayRow:
    """The head of a day: how many of its messages are ticked."""

    day: str
    total: int
    ticked: int


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One message; `context` when it is printed beside a ticked one."""

    line: Line
    ticked: bool
    context: bool
    hit: bool


@dataclass(frozen=True, slots=True)
class FoldRow:
    """A run of messages that do not match, folded into one row."""

    first: int  # place in the lines
    count: int


Row = DayRow | MessageRow | FoldRow


class PickerModel(QAbstractListModel):
    """Keeps what is ticked, however the rows are searched and folded."""

    ticked_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._ticked: set[int] = set()
        self._context: set[int] = set()
        self._rows: list[tuple[str, int, int]] = []  # kind, place in the lines, count
        self._unfolded: set[int] = set()
        self._words = ""
        self._sender = ""
        self._around = 1

    @property
    def total(self) -> int:
        """How many messages there are."""
        return len(self._lines)

    @property
    def words(self) -> str:
        """The words that are searched for."""
        return self._words

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show the messages of an export, none ticked."""
        self._lines = lines
        self._ticked.clear()
        self._unfolded.clear()
        self._arrange()
        self._settle()

    def search(self, words: str, sender: str) -> None:
        """Fold what does not match; the whole chat stays around each hit."""
        self._words, self._sender = words.strip().casefold(), sender
        self._unfolded.clear()
        self._arrange()

    def set_around(self, around: int) -> None:
        """Set how many messages before and after a ticked one are printed with it."""
        self._around = around
        self._settle()

    def ticked(self) -> list[Line]:
        """Return the ticked messages in file order."""
        return [line for line in self._lines if line.order_index in self._ticked]

    def printed(self) -> list[Line]:
        """Return ticked messages and their context in file order."""
        shown = self._ticked | self._context
        return [line for line in self._lines if line.order_index in shown]

    def hits(self) -> list[Line]:
        """Return the messages that match."""
        return [line for line in self._lines if self._matches(line)]

    def tick_all(self, lines: Iterable[Line], *, on: bool) -> None:
        """Tick or untick several messages."""
        indexes = {line.order_index for line in lines}
        self._ticked = self._ticked | indexes if on else self._ticked - indexes
        self._settle()

    def press(self, at: int) -> None:
        """Tick or untick a message, tick a whole day, or open a fold."""
        kind, place, count = self._rows[at]
        if kind == "fold":
            self._unfolded.add(place)
            self._arrange()
        elif kind == "day":
            lines = self._lines[place : place + count]
            on = not all(line.order_index in self._ticked for line in lines)
            self.tick_all(lines, on=on)
        else:
            line = self._lines[place]
            self.tick_all([line], on=line.order_index not in self._ticked)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        if role == RowRole:
            return self._row(index.row())
        if role == Qt.ItemDataRole.CheckStateRole:
            row = self._row(index.row())
            if isinstance(row, MessageRow):
                return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        elif role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row_sentence(self._row(index.row()))
        return None

    def _row(self, at: int) -> Row:
        kind, place, count = self._rows[at]
        if kind == "fold":
            return FoldRow(place, count)
        line = self._lines[place]
        if kind == "day":
            day = self._lines[place : place + count]
            ticked = sum(one.order_index in self._ticked for one in day)
            return DayRow(line.local[:10], count, ticked)
        return MessageRow(
            line,
            ticked=line.order_index in self._ticked,
            context=line.order_index in self._context,
            hit=bool(self._words) and self._matches(line),
        )

    def _matches(self, line: Line) -> bool:
        if self._sender and line.sender != self._sender:
            return False
        return not self._words or self._words in line.text.casefold()

    def _arrange(self) -> None:
        self.beginResetModel()
        filtered = bool(self._words or self._sender)
        near = self._near_hits() if filtered else None
        rows: list[tuple[str, int, int]] = []
        at = 0
        while at < len(self._lines):
            day = self._lines[at].local[:10]
            end = at
            while end < len(self._lines) and self._lines[end].local[:10] == day:
                end += 1
            if near is None or any(near[at:end]):
                rows.append(("day", at, end - at))
                self._arrange_day(rows, near, at, end)
            elif rows and rows[-1][0] == "fold" and rows[-1][1] + rows[-1][2] == at:
                rows[-1] = ("fold", rows[-1][1], rows[-1][2] + end - at)
            else:
                rows.append(("fold", at, end - at))
            at = end
        self._rows = [row for row in rows if not (row[0] == "fold" and row[1] in self._unfolded)]
        if self._unfolded:
            self._rows = self._opened(rows)
        self.endResetModel()

    def _arrange_day(
        self, rows: list[tuple[str, int, int]], near: list[bool] | None, at: int, end: int
    ) -> None:
        while at < end:
            if near is None or near[at]:
                rows.append(("message", at, 1))
                at += 1
                continue
            stop = at
            while stop < end and not near[stop]:
                stop += 1
            if stop - at < _FOLD_FROM:
                rows.extend(("message", place, 1) for place in range(at, stop))
            else:
                rows.append(("fold", at, stop - at))
            at = stop

    def _opened(self, rows: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
        opened: list[tuple[str, int, int]] = []
        for kind, place, count in rows:
            if kind == "fold" and place in self._unfolded:
                opened.extend(("message", one, 1) for one in range(place, place + count))
            else:
                opened.append((kind, place, count))
        return opened

    def _near_hits(self) -> list[bool]:
        """Return which lines stay in sight: hits, and two around each."""
        near = [False] * len(self._lines)
        for at, line in enumerate(self._lines):
            if self._matches(line) or line.order_index in self._ticked:
                for place in range(max(0, at - 2), min(len(near), at + 3)):
                    near[place] = True
        return near

    def _settle(self) -> None:
        self._ticked, self._context = with_context(self._ticked, self._lines, around=self._around)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.ticked_changed.emit()


def row_sentence(row: Row) -> str:
    """Say a row in words, for screen readers."""
    if isinstance(row, FoldRow):
        return translate(
            "Import", "%n message that does not match|%n messages that do not match", "", row.count
        )
    if isinstance(row, DayRow):
        day = long_day(date.fromisoformat(row.day)) if row.day else ""
        return translate(
            "Import",
            "{day}, {ticked} of {total} chosen",
            day=day,
            ticked=locale().toString(row.ticked),
            total=locale().toString(row.total),
        )
    line = row.line
    state = translate("Import", "for context") if row.context else ""
    parts = (line.local[11:16], line.sender, line.text, ", ".join(line.files), state)
    return ". ".join(part for part in parts if part)
