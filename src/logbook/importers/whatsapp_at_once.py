"""The usual records of a block, made column by column: most of a chat is nothing but words.

A loop that does everything for one record takes about a third longer. What is not usual (a notice,
a file, a name that may be none) is named here and made one by one (`whatsapp_one`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import accumulate, compress, repeat
from operator import add
from typing import NamedTuple

from logbook.domain.message import MessageKind, MessageRecord, ZoneBasis
from logbook.importers.whatsapp_clock import Day
from logbook.importers.whatsapp_header import Time, words_in
from logbook.importers.whatsapp_names import Name
from logbook.importers.whatsapp_one import Chat, Place, record_of
from logbook.importers.whatsapp_split import Pieces, without_returns

_make = partial(tuple.__new__, MessageRecord)  # all fields in one tuple, in their order


class CalmBlock(NamedTuple):
    """A block in which each first and each second group is one that `Clock` reads alone.

    And all its headers have a bracket, or none has. So what the groups mean is looked up once for
    each that differs.
    """

    chat: Chat
    pieces: Pieces
    days: dict[str, Day]
    times: dict[str, Time]
    names: dict[str, Name]

    @classmethod
    def of(cls, chat: Chat, pieces: Pieces) -> CalmBlock | None:
        """Look the groups of a block up; None for a block that is not calm, or has no header."""
        brackets = {"[" in lead for lead in set(pieces.leads)}
        if len(brackets) != 1 or not pieces.manner.sound:
            return None
        day_of = chat.clock.bracket_days if brackets.pop() else chat.clock.days
        days = {first: day for first in set(pieces.firsts) if (day := day_of[first])}
        times = {second: at for second in set(pieces.seconds) if (at := chat.clock.times[second])}
        if len(days) < len(set(pieces.firsts)) or len(times) < len(set(pieces.seconds)):
            return None
        names = {name: chat.names[words_in(name)] for name in set(pieces.names)}
        return cls(chat, pieces, days, times, names)

    def records(self, start: int, index: int, offset: int) -> list[MessageRecord]:
        """Make the records from `start` on without the last, which may go on in the next block.

        `index` and `offset` are the number and the byte of the first of them.
        """
        part, pieces = slice(start, -1), self.pieces
        sizes, names = pieces.sizes[part], pieces.names[part]
        if not sizes:
            return []
        offsets = list(accumulate(sizes[:-1], initial=offset))
        records = self._as_if_usual(part, index, offsets, sizes)
        odd = {at - start for at in pieces.odd if start <= at < start + len(sizes)}
        odd_names = {name for name, found in self.names.items() if not found.is_usual}
        if odd_names:
            odd.update(compress(range(len(names)), map(odd_names.__contains__, names)))
        for at in odd:
            line = pieces.lines(start + at, start + at + 1)[0]
            place = Place(index + at, offsets[at], sizes[at])
            records[at] = record_of(self.chat, line, pieces.manner, place)
        return records

    def _as_if_usual(
        self, part: slice, index: int, offsets: list[int], sizes: list[int]
    ) -> list[MessageRecord]:
        pieces, member = self.pieces, self.chat.place
        firsts, texts = pieces.firsts[part], pieces.texts[part]
        days = map(self.days.__getitem__, firsts)
        times = map(self.times.__getitem__, pieces.seconds[part])
        names = map(self.names.__getitem__, pieces.names[part])
        dates, starts_ms, _, flags = zip(*days, strict=True)
        suffixes, since_ms, precisions, _, raws = zip(*times, strict=True)
        senders, are_me, directions, *_ = zip(*names, strict=True)
        instants_ms, bases = _instants(starts_ms, since_ms, self.chat.zone_basis)
        empty = repeat("")
        none: repeat[tuple[()]] = repeat(())
        fields = zip(
            range(index, index + len(sizes)),
            repeat(self.chat.conversation),
            [f"{member}{at}+{size}" for at, size in zip(offsets, sizes, strict=True)],
            offsets,
            sizes,
            senders,
            are_me,
            none,  # recipients
            directions,
            repeat(MessageKind.TEXT),
            without_returns(texts) if pieces.manner.has_returns else texts,
            empty,  # repaired
            flags,
            map(add, firsts, raws),
            instants_ms,
            map(add, dates, suffixes),
            precisions,
            bases,
            empty,  # fold
            none,  # attachments
            empty,  # extra
        )
        return list(map(_make, fields))


def _instants(
    starts_ms: Sequence[int | None], since_ms: Iterable[int], basis: ZoneBasis
) -> tuple[Iterable[int | None], Iterable[ZoneBasis]]:
    """Return instants and why they are believed, from midnights and times of day."""
    if None not in starts_ms:
        return map(add, starts_ms, since_ms), repeat(basis)
    instants = [
        None if start is None else start + since
        for start, since in zip(starts_ms, since_ms, strict=True)
    ]
    return instants, [ZoneBasis.NONE if at is None else basis for at in instants]
