"""The rows of the message picker: days, messages, and folds of what does not match. Knows no Qt."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from logbook.domain.progress import SILENT, Progress
from logbook.tasks.message_choice import Lines
from logbook.tasks.message_lines import LineColumns

FOLD_FROM = 4  # a shorter run that does not match stays in sight
AROUND_HIT = 2  # the chat stays in sight around each match
_SAY_EVERY = 5_000


class RowKind(IntEnum):
    """What a row is."""

    DAY = 0
    MESSAGE = 1
    FOLD = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is cut to; an empty part does not cut."""

    words: str = ""  # folded
    sender: str = ""
    conversation: int | None = None
    first_day: date | None = None  # on the wall clock of the file
    last_day: date | None = None

    @property
    def is_on(self) -> bool:
        """True when something may not match."""
        return self != _EVERYTHING

    def matches(self, lines: LineColumns, place: int) -> bool:
        """Tell whether a message is one of those looked for."""
        if self.conversation is not None and lines.conversations[place] != self.conversation:
            return False
        if self.sender and lines.sender(place) != self.sender:
            return False
        if (self.first_day or self.last_day) and not self._is_within(lines.local(place)[:10]):
            return False
        if not self.words or self.words in lines.text(place).casefold():
            return True
        return any(self.words in name.casefold() for name in lines.files(place))

    def _is_within(self, day: str) -> bool:
        """Tell whether a day, in ISO 8601, is one of those; a message without one never is."""
        if not day or (self.first_day is not None and day < self.first_day.isoformat()):
            return False
        return self.last_day is None or day <= self.last_day.isoformat()


_EVERYTHING = Wanted()


@dataclass(slots=True)
class Rows:
    """Rows as columns: kind, place of the first message, and how many messages the row is for."""

    wanted: Wanted = field(default_factory=Wanted)
    kinds: bytearray = field(default_factory=bytearray)
    places: array[int] = field(default_factory=lambda: array("I"))
    counts: array[int] = field(default_factory=lambda: array("I"))
    hits: array[int] = field(default_factory=lambda: array("I"))  # places of what matches

    def __len__(self) -> int:
        return len(self.kinds)

    def add(self, kind: RowKind, place: int, count: int = 1) -> None:
        """Add a row at the end; two folds in a row are one."""
        if kind is RowKind.FOLD and self.kinds and self.kinds[-1] == RowKind.FOLD:
            self.counts[-1] += count
            return
        self.kinds.append(kind)
        self.places.append(place)
        self.counts.append(count)

    def unfold(self, at: int) -> int:
        """Put the messages of a fold in its place; return how many rows that is."""
        place, count = self.places[at], self.counts[at]
        self.kinds[at : at + 1] = bytes([RowKind.MESSAGE]) * count
        self.places[at : at + 1] = array("I", range(place, place + count))
        self.counts[at : at + 1] = array("I", [1]) * count
        return count


def make_rows(lines: Lines, wanted: Wanted, ticked: bytes, progress: Progress = SILENT) -> Rows:
    """Lay messages out; what matches or is ticked stays in sight with its neighbours."""
    rows = Rows(wanted)
    near = _near_hits(lines, wanted, ticked, rows, progress) if wanted.is_on else None
    if near is None:
        rows.hits = array("I", range(len(lines.lines)))
    for start, end in _days(lines):
        if near is not None and not near.count(1, start, end):
            rows.add(RowKind.FOLD, start, end - start)
            continue
        rows.add(RowKind.DAY, start, end - start)
        if near is None:
            rows.kinds += bytes([RowKind.MESSAGE]) * (end - start)
            rows.places.extend(range(start, end))
            rows.counts.extend(array("I", [1]) * (end - start))
        else:
            _lay_out_day(rows, near, start, end)
    return rows


def _days(lines: Lines) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the file in which the day stays the same."""
    start, day = 0, ""
    for place in range(len(lines.lines)):
        here = lines.lines.local(place)[:10]
        if place and here != day:
            yield start, place
            start = place
        day = here
    if lines.lines:
        yield start, len(lines.lines)


def _lay_out_day(rows: Rows, near: bytearray, start: int, end: int) -> None:
    while start < end:
        stop = near.find(1, start, end)
        stop = end if stop < 0 else stop
        if stop - start >= FOLD_FROM:
            rows.add(RowKind.FOLD, start, stop - start)
        else:
            for place in range(start, stop):
                rows.add(RowKind.MESSAGE, place)
        if stop < end:
            rows.add(RowKind.MESSAGE, stop)
        start = stop + 1


def _near_hits(
    lines: Lines, wanted: Wanted, ticked: bytes, rows: Rows, progress: Progress
) -> bytearray:
    """Mark what stays in sight, in its own conversation, and note what matches."""
    near = bytearray(len(lines.lines))
    chats = lines.lines.conversations
    for place in range(len(near)):
        if place % _SAY_EVERY == 0:
            progress(place, len(near))
        if wanted.matches(lines.lines, place):
            rows.hits.append(place)
        elif not ticked[place]:
            continue
        for beside in range(max(0, place - AROUND_HIT), place + AROUND_HIT + 1):
            if beside < len(near) and chats[beside] == chats[place]:
                near[beside] = 1
    return near
