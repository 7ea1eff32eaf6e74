"""The usual records of a block, made column by column: most of a chat is nothing but words.

A loop that does everything for one record takes about twice as long. What may be a file or a
sentence of the app is looked at one by one, and where the name may be none the whole record is made
so (`whatsapp_one`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, compress
from operator import add
from typing import NamedTuple, TypeGuard, TypeVar

from logbook.domain.message import Direction, MessageKind, ZoneBasis
from logbook.domain.message_columns import MessageColumns
from logbook.importers.whatsapp_clock import Day
from logbook.importers.whatsapp_header import Time, words_in
from logbook.importers.whatsapp_names import Name
from logbook.importers.whatsapp_one import Chat, Place, record_of
from logbook.importers.whatsapp_split import Pieces, without_returns

Value = TypeVar("Value")


class CalmBlock(NamedTuple):
    """A block in which each first and each second group is one that `Clock` reads alone.

    And all its headers have a bracket, or none has.
    """

    chat: Chat
    pieces: Pieces
    days: dict[str, Day]
    times: list[Time]  # of each header, because most differ from the last
    names: dict[str, Name]

    @classmethod
    def of(cls, chat: Chat, pieces: Pieces) -> CalmBlock | None:
        """Look the groups of a block up; None for a block that is not calm, or has no header."""
        brackets = {"[" in lead for lead in pieces.different_leads}
        if len(brackets) != 1 or not pieces.manner.sound:
            return None
        day_of = chat.clock.bracket_days if brackets.pop() else chat.clock.days
        firsts = {first for first, _ in pieces.days}
        days = {first: day for first in firsts if (day := day_of[first])}
        if len(days) < len(firsts):
            return None
        times = list(map(chat.clock.times.__getitem__, pieces.seconds))
        if not _all_known(times):
            return None
        names = {name: chat.names[words_in(name)] for name in set(pieces.names)}
        return cls(chat, pieces, days, times, names)

    def records(self, start: int, index: int, offset: int) -> MessageColumns:
        """Make the records from `start` on without the last, which may go on in the next block.

        `index` and `offset` are the number and the byte of the first of them.
        """
        part, pieces = slice(start, -1), self.pieces
        sizes, names = pieces.sizes[part], pieces.names[part]
        if not sizes:
            return MessageColumns.of(())
        offsets = list(accumulate(sizes[:-1], initial=offset))
        records = self._as_if_usual(part, index, offsets)
        odd_names = {name for name, found in self.names.items() if not found.is_usual}
        odd = set(compress(range(len(names)), map(odd_names.__contains__, names)))
        for at in odd:
            line = pieces.lines(start + at, start + at + 1)[0]
            place = Place(index + at, offsets[at], sizes[at])
            records.read_otherwise(at, record_of(self.chat, line, pieces.manner, place))
        from_iphone = "[" in pieces.leads[0]
        for at in {at - start for at in pieces.odd if start <= at < start + len(sizes)} - odd:
            self._look_at(records, at, from_iphone=from_iphone)
        return records

    def _look_at(self, records: MessageColumns, at: int, *, from_iphone: bool) -> None:
        """Tell what a message of a person is that may be more than words."""
        text = records.text[at]
        body = self.chat.bodies.of_person(text, from_iphone=from_iphone, rare=False)
        records.kind[at], flags, records.attachments[at], records.extra[at] = body
        records.flags[at] += flags
        if body.kind is MessageKind.SYSTEM:
            records.sender_is_me[at], records.direction[at] = None, Direction.UNKNOWN

    def _as_if_usual(self, part: slice, index: int, offsets: list[int]) -> MessageColumns:
        pieces, chat, count = self.pieces, self.chat, len(offsets)
        firsts, names, sizes = pieces.firsts[part], pieces.names[part], pieces.sizes[part]
        texts, days, people = pieces.texts[part], self.days.items(), self.names.items()
        suffixes, since_ms, precisions, _, raws = zip(*self.times[part], strict=True)
        dates = _each(firsts, {first: day.local for first, day in days})
        starts_ms = _each(firsts, {first: day.start_ms for first, day in days})
        instants_ms, bases = _instants(starts_ms, since_ms, chat.zone_basis)
        return MessageColumns(
            order_index=list(range(index, index + count)),
            conversation=[chat.conversation] * count,
            located=chat.place,
            offset=offsets,
            length=sizes,
            sender=_each(names, {name: one.sender for name, one in people}),
            sender_is_me=_each(names, {name: one.is_me for name, one in people}),
            recipients=[()] * count,
            direction=_each(names, {name: one.direction for name, one in people}),
            kind=[MessageKind.TEXT] * count,
            text=without_returns(texts) if pieces.manner.has_returns else texts,
            repaired=[""] * count,
            flags=_each(firsts, {first: day.flags for first, day in days}),
            time_raw=list(map(add, firsts, raws)),
            instant_ms=instants_ms,
            local=list(map(add, dates, suffixes)),
            time_precision=list(precisions),
            zone_basis=bases,
            fold=[""] * count,
            attachments=[()] * count,
            extra=[""] * count,
        )


def _all_known(times: list[Time | None]) -> TypeGuard[list[Time]]:
    return all(times)


def _each(groups: Sequence[str], meaning: Mapping[str, Value]) -> list[Value]:
    """Return what each group means; it is looked up only where they differ."""
    different = set(meaning.values())
    if len(different) == 1:
        return [different.pop()] * len(groups)
    return list(map(meaning.__getitem__, groups))


def _instants(
    starts_ms: Sequence[int | None], since_ms: Sequence[int], basis: ZoneBasis
) -> tuple[list[int | None], list[ZoneBasis]]:
    """Return instants and why they are believed, from midnights and times of day."""
    unknown = starts_ms.count(None)
    if unknown == len(starts_ms):  # without a zone there is no instant
        return [None] * unknown, [ZoneBasis.NONE] * unknown
    if not unknown:
        return list(map(add, starts_ms, since_ms)), [basis] * len(starts_ms)
    instants = [
        None if start is None else start + since
        for start, since in zip(starts_ms, since_ms, strict=True)
    ]
    return instants, [ZoneBasis.NONE if at is None else basis for at in instants]
