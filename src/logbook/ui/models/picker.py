"""The messages of an export as rows to tick; what is ticked stays, however rows are searched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from logbook.i18n import translate
from logbook.tasks.message_choice import Choice, Lines, arranged
from logbook.tasks.message_lines import Line
from logbook.ui.models.picker_rows import RowKind, Rows, Wanted, make_rows
from logbook.ui.models.rows_model import RowsModel
from logbook.ui.tips import plain_tip
from logbook.ui.words import locale, long_day

Index = QModelIndex | QPersistentModelIndex
RowRole = int(Qt.ItemDataRole.UserRole) + 1


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

    count: int


Row = DayRow | MessageRow | FoldRow


class PickerModel(RowsModel):
    """One column. Rows come ready made (`make_rows`), since making them takes a while."""

    ticked_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = Choice(arranged(()))
        self._rows = Rows()

    @property
    def total(self) -> int:
        """How many messages there are."""
        return len(self.choice.lines.lines)

    @property
    def wanted(self) -> Wanted:
        """What the rows are cut to."""
        return self._rows.wanted

    @property
    def hit_count(self) -> int:
        """How many messages match; all where nothing is looked for."""
        return len(self._rows.hits)

    def show(self, lines: Lines, rows: Rows | None = None, before: Choice | None = None) -> None:
        """Show the messages of an export; what was ticked `before` by its place stays ticked.

        What makes one entry, and what stands around it, stay as they were chosen.
        """
        self.beginResetModel()
        choice = Choice(lines)
        choice.follow(before or self.choice, ticks=before is not None)
        self.choice = choice
        self._rows = rows or make_rows(lines, Wanted(), bytes(choice.ticked))
        self.endResetModel()
        self.ticked_changed.emit()

    def show_rows(self, rows: Rows) -> None:
        """Show the same messages laid out another way."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        self.ticked_changed.emit()

    def set_around(self, around: int) -> None:
        """Set how many messages before and after a ticked one are printed with it."""
        self.choice.around = around
        self._changed()

    def divide(self, *, by_day: bool) -> None:
        """Choose what makes one entry."""
        self.choice.divide(by_day=by_day)
        self._changed()

    def tick(self, places: Sequence[int], *, on: bool) -> None:
        """Tick or untick messages by their place."""
        self.choice.tick(places, on=on)
        self._changed()

    def tick_hits(self) -> None:
        """Tick everything that matches."""
        self.tick(self._rows.hits, on=True)

    def press(self, at: int) -> None:
        """Tick or untick a message, tick a whole day, or open a fold."""
        kind, place, count = self._rows.kinds[at], self._rows.places[at], self._rows.counts[at]
        if kind == RowKind.FOLD:
            self._unfold(at)
            return
        every = self.choice.ticked_between(place, place + count) == count
        self.tick(range(place, place + count), on=not every)

    def press_rows(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Tick the messages of several rows, or untick them when all are ticked."""
        rows = self._rows
        places = [
            rows.places[at]
            for first, last in ranges
            for at in range(first, last + 1)
            if rows.kinds[at] == RowKind.MESSAGE
        ]
        ticked = self.choice.ticked
        self.tick(places, on=not all(ticked[place] for place in places))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            if isinstance(row, MessageRow):
                return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        elif role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row_sentence(row)
        elif role == Qt.ItemDataRole.ToolTipRole and isinstance(row, MessageRow):
            chat = self._chat_of(row.line)
            return plain_tip(chat) if chat else None
        return None

    def row(self, at: int) -> Row:
        """Return what a row shows."""
        kind, place, count = self._rows.kinds[at], self._rows.places[at], self._rows.counts[at]
        if kind == RowKind.FOLD:
            return FoldRow(count)
        choice = self.choice
        lines = choice.lines.lines
        if kind == RowKind.DAY:
            ticked = choice.ticked_between(place, place + count)
            return DayRow(lines.local(place)[:10], count, ticked)
        return MessageRow(
            lines[place],
            ticked=bool(choice.ticked[place]),
            context=choice.is_context(place),
            hit=bool(self.wanted.words) and self.wanted.matches(choice.lines.lines, place),
        )

    def _unfold(self, at: int) -> None:
        self.beginRemoveRows(QModelIndex(), at, at)
        count = self._rows.counts[at]
        rest = self._rows
        kinds, places, counts = bytes(rest.kinds), rest.places[:], rest.counts[:]
        del rest.kinds[at], rest.places[at], rest.counts[at]
        self.endRemoveRows()
        self.beginInsertRows(QModelIndex(), at, at + count - 1)
        rest.kinds, rest.places, rest.counts = bytearray(kinds), places, counts
        rest.unfold(at)
        self.endInsertRows()

    def _changed(self) -> None:
        """Say that any row may look otherwise; a view looks again at those it shows."""
        if len(self._rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
        self.ticked_changed.emit()

    def _chat_of(self, line: Line) -> str | None:
        """Return the conversation of a message where the file has several."""
        names = self.choice.lines.conversations
        return names[line.conversation] if len(names) > 1 else None


def row_sentence(row: Row) -> str:
    """Say a row in words, for screen readers."""
    if isinstance(row, FoldRow):
        return translate(
            "Import", "%n message that does not match|%n messages that do not match", "", row.count
        )
    if isinstance(row, DayRow):
        return translate(
            "Import",
            "{day}, {ticked} of {total} chosen",
            day=day_words(row),
            ticked=locale().toString(row.ticked),
            total=locale().toString(row.total),
        )
    line = row.line
    state = translate("Import", "for context") if row.context else ""
    sender = translate("Import", "You") if line.is_me else line.sender
    parts = (line.local[11:16], sender, line.text, ", ".join(line.files), state)
    return ". ".join(part for part in parts if part)


def day_words(row: DayRow) -> str:
    """Return the day of a head in full words."""
    return long_day(date.fromisoformat(row.day)) if row.day else translate("Import", "No date")
