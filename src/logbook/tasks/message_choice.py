"""Which messages of an export are worth an entry: what is ticked, its context, and its entries.

Every tick costs the same in an export of 200,000 messages as in one of 200: messages are known by
their place in the file, and counts are kept and not counted again.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import compress, pairwise
from typing import NamedTuple

from logbook.tasks.message_lines import Line, LineColumns

PAUSE = timedelta(hours=6)  # a longer silence ends one exchange and starts the next
LONGEST = timedelta(hours=24)  # and so does this: some chats never pause
_FEW = 500  # more ticks at once than this are counted anew


@dataclass(frozen=True, slots=True)
class Parts:
    """A division of all messages into possible entries; no part holds two conversations.

    `of` names the part of each message. The messages of part p, in file order, are
    `places[starts[p]:starts[p + 1]]`.
    """

    of: array[int]
    places: array[int]
    starts: array[int]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def inside(self, part: int) -> array[int]:
        """Return the places of the messages in a part."""
        return self.places[self.starts[part] : self.starts[part + 1]]


@dataclass(frozen=True, slots=True)
class Lines:
    """What the picker shows; `cut` when the export has more than the picker can hold."""

    lines: LineColumns
    conversations: tuple[str, ...]
    senders: tuple[str, ...]
    cut: bool
    chats: Parts  # each conversation as a whole
    days: Parts  # each day of a conversation
    exchanges: Parts  # each stretch of a conversation without a long silence
    ranks: array[int]  # where in its conversation each message stands


class Group(NamedTuple):
    """An entry that will be made: wall clock of its first ticked message, how many are ticked."""

    local: str
    messages: int


def arranged(
    lines: LineColumns | Iterable[Line], conversations: Sequence[str] = (), *, cut: bool = False
) -> Lines:
    """Divide messages in each way that a person may choose."""
    columns = lines if isinstance(lines, LineColumns) else LineColumns(lines)
    chats = _parts(columns.conversations)
    locals_ = [columns.local(place) for place in range(len(columns))]
    return Lines(
        lines=columns,
        conversations=tuple(conversations),
        senders=columns.senders,
        cut=cut,
        chats=chats,
        days=_parts(
            (chat, local[:10]) for chat, local in zip(columns.conversations, locals_, strict=True)
        ),
        exchanges=_parts(_exchanges(columns.conversations, locals_)),
        ranks=_ranks(chats),
    )


class Choice:
    """What is ticked. `by_day` and `around` say which entries come of it and what they show."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.ticked = bytearray(len(lines.lines))
        self.count = 0
        self.group_count = 0
        self.around = 1
        self._by_day = True
        self._parts = lines.days
        self._in_part = array("I", bytes(4 * len(self._parts)))

    @property
    def by_day(self) -> bool:
        """True: one entry a day and conversation; false: one an exchange."""
        return self._by_day

    def divide(self, *, by_day: bool) -> None:
        """Choose what makes one entry."""
        self._by_day = by_day
        self._parts = self.lines.days if by_day else self.lines.exchanges
        self._count_again()

    def follow(self, other: Choice, *, ticks: bool) -> None:
        """Divide as another choice does; with `ticks`, tick the same places too."""
        if ticks:
            count = min(len(self.ticked), len(other.ticked))
            self.ticked[:count] = other.ticked[:count]
        self.around = other.around
        self.divide(by_day=other.by_day)

    def tick(self, places: Sequence[int], *, on: bool) -> None:
        """Tick or untick messages; no place is given twice."""
        if len(places) > _FEW:
            if len(places) == len(self.ticked):
                self.ticked[:] = bytes([on]) * len(places)
            else:
                for place in places:
                    self.ticked[place] = on
            self._count_again()
            return
        step = 1 if on else -1
        for place in places:
            if self.ticked[place] != on:
                self.ticked[place] = on
                part = self._parts.of[place]
                before = self._in_part[part]
                self._in_part[part] = before + step
                self.count += step
                self.group_count += step if before == (0 if on else 1) else 0

    def ticked_between(self, first: int, end: int) -> int:
        """Return how many of the messages from `first` up to `end` are ticked."""
        return self.ticked.count(1, first, end)

    def is_context(self, place: int) -> bool:
        """Tell whether a message is shown only because it stands beside a ticked one."""
        return not self.ticked[place] and any(self.ticked[near] for near in self._near(place))

    def groups(self, most: int) -> list[Group]:
        """Return the first entries that will be made."""
        found: list[Group] = []
        for part, count in enumerate(self._in_part):
            if count:
                inside = self._parts.inside(part)
                first = next(place for place in inside if self.ticked[place])
                found.append(Group(self.lines.lines.local(first), count))
                if len(found) == most:
                    break
        return found

    def printed(self) -> list[list[int]]:
        """Return each entry's messages with their context, as order indexes in file order."""
        order_indexes = self.lines.lines.order_indexes
        found: list[list[int]] = []
        for part, count in enumerate(self._in_part):
            if count:
                chosen = [one for one in self._parts.inside(part) if self.ticked[one]]
                shown = {*chosen, *(near for one in chosen for near in self._near(one))}
                found.append([order_indexes[place] for place in sorted(shown)])
        return found

    def copy(self) -> Choice:
        """Return the same choice for another thread, which later ticks do not change."""
        other = Choice(self.lines)
        other.follow(self, ticks=True)
        return other

    def _near(self, place: int) -> array[int]:
        """Return the places beside a message in its own conversation, and the message."""
        chats = self.lines.chats
        chat, rank = chats.of[place], self.lines.ranks[place]
        start, end = chats.starts[chat], chats.starts[chat + 1]
        first = max(start, start + rank - self.around)
        return chats.places[first : min(end, start + rank + self.around + 1)]

    def _count_again(self) -> None:
        self._in_part = array("I", bytes(4 * len(self._parts)))
        self.count = self.ticked.count(1)
        if self.count == len(self.ticked):
            sizes = (after - start for start, after in pairwise(self._parts.starts))
            self._in_part = array("I", sizes)
        else:
            for part, count in Counter(compress(self._parts.of, self.ticked)).items():
                self._in_part[part] = count
        self.group_count = len(self._in_part) - self._in_part.count(0)


def _parts(keys: Iterable[object]) -> Parts:
    """Number keys in the order in which they first come, and list the places of each."""
    numbers: dict[object, int] = {}
    of = array("I", (numbers.setdefault(key, len(numbers)) for key in keys))
    starts = array("I", bytes(4 * (len(numbers) + 1)))
    for part in of:
        starts[part + 1] += 1
    for part in range(len(numbers)):
        starts[part + 1] += starts[part]
    free = array("I", starts)
    places = array("I", bytes(4 * len(of)))
    for place, part in enumerate(of):
        places[free[part]] = place
        free[part] += 1
    return Parts(of, places, starts)


def _ranks(parts: Parts) -> array[int]:
    """Return where in its part each message stands."""
    ranks = array("I", bytes(4 * len(parts.of)))
    for part in range(len(parts)):
        for rank, place in enumerate(parts.inside(part)):
            ranks[place] = rank
    return ranks


def _exchanges(chats: Iterable[int], locals_: Iterable[str]) -> Iterable[tuple[int, int]]:
    """Yield conversation and number of the exchange that each message belongs to."""
    open_now: dict[int, _Exchange] = {}
    for chat, local in zip(chats, locals_, strict=True):
        here = datetime.fromisoformat(local) if local else None
        exchange = open_now.get(chat)
        if exchange is None or exchange.is_over(here):
            number = 0 if exchange is None else exchange.number + 1
            exchange = open_now[chat] = _Exchange(number, here, here)
        exchange.last = here
        yield chat, exchange.number


@dataclass(slots=True)
class _Exchange:
    """Messages without a long silence between them; messages without a time are one too."""

    number: int
    first: datetime | None
    last: datetime | None

    def is_over(self, here: datetime | None) -> bool:
        """Tell whether a message at this time begins another exchange."""
        if here is None or self.last is None or self.first is None:
            return (here is None) != (self.last is None)
        return abs(here - self.last) > PAUSE or abs(here - self.first) > LONGEST
