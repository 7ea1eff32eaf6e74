"""The usual records of a block, made column by column: most of a chat is nothing but words.

A loop that does everything for one record takes twice as long. What is not usual (a notice, a file,
a name that may be none) is named here and made one by one (`whatsapp_one`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import accumulate, compress, repeat
from operator import add
from typing import NamedTuple

from logbook.domain.message import MessageKind, MessageRecord, ZoneBasis
from logbook.importers.whatsapp_body import that_may_be_more
from logbook.importers.whatsapp_names import Names
from logbook.importers.whatsapp_one import Chat, Place
from logbook.importers.whatsapp_split import (
    FIRST,
    NAME,
    OPEN,
    SECOND,
    STRIDE,
    TEXT,
    WHOLE,
    Manner,
    Parts,
)
from logbook.importers.whatsapp_text import Text

_make = partial(tuple.__new__, MessageRecord)  # all fields in one tuple, in their order


class Columns(NamedTuple):
    """The records of a calm block, of which every stride can be read without its neighbours.

    Calm: each first and each second group is one that `Clock` reads alone, and all headers have a
    bracket or none has.
    """

    first: int  # number of the first record
    offsets: list[int]
    sizes: list[int]
    end: int  # of the last record, in bytes
    words: list[str | None]  # what stands before the colon
    texts: list[str]

    @classmethod
    def of(cls, chat: Chat, parts: Parts, manner: Manner, index: int, offset: int) -> Columns:
        """Part the strides of a block that begins at `offset`."""
        texts = parts[TEXT::STRIDE]
        sizes = _sizes(chat.text, parts[WHOLE::STRIDE], texts, plain=manner.plain)
        offsets = list(accumulate(sizes, initial=offset))
        end = offsets.pop()
        if manner.has_returns:
            texts = [text.removesuffix("\r") for text in texts]
        return cls(index, offsets, sizes, end, parts[NAME::STRIDE], texts)

    def unusual(self, names: Names, manner: Manner) -> list[int]:
        """Return the places of the records that may be something else than a person's words."""
        found = that_may_be_more(self.texts, signs=manner.signs)
        odd = {words for words in set(self.words) if not names[words].is_usual}
        if odd:
            found.update(compress(range(len(self.words)), map(odd.__contains__, self.words)))
        return sorted(found)

    def place(self, at: int) -> Place:
        """Return where the record at this place of the block stands."""
        return Place(self.first + at, self.offsets[at], self.sizes[at])

    def records(self, chat: Chat, parts: Parts) -> list[MessageRecord]:
        """Make every record as if it were usual."""
        firsts, seconds = parts[FIRST::STRIDE], parts[SECOND::STRIDE]
        clock = chat.clock
        days = map((clock.bracket_days if parts[OPEN] else clock.days).__getitem__, firsts)
        times = map(clock.times.__getitem__, seconds)
        dates, starts_ms, _, flags = zip(*days, strict=True)
        suffixes, since_ms, precisions, _, raws = zip(*times, strict=True)
        names = map(chat.names.__getitem__, self.words)
        senders, are_me, directions, *_ = zip(*names, strict=True)
        instants_ms, bases = _instants(starts_ms, since_ms, chat.zone_basis)
        member, spans = chat.place, zip(self.offsets, self.sizes, strict=True)
        nothing: repeat[tuple[()]] = repeat(())
        empty = repeat("")
        fields = zip(
            range(self.first, self.first + len(self.texts)),
            repeat(chat.conversation),
            [f"{member}{offset}+{size}" for offset, size in spans],
            self.offsets,
            self.sizes,
            senders,
            are_me,
            nothing,  # recipients
            directions,
            repeat(MessageKind.TEXT),
            self.texts,
            empty,  # repaired
            flags,
            map(str.__add__, firsts, raws),
            instants_ms,
            map(str.__add__, dates, suffixes),
            precisions,
            bases,
            empty,  # fold
            nothing,  # attachments
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


def _sizes(text: Text, headers: list[str], bodies: list[str], *, plain: bool) -> list[int]:
    """Return the bytes of records in the file."""
    if plain:
        return list(map(add, map(len, headers), map(len, bodies)))
    if text.codec != "utf-8":
        return list(map(add, map(text.size_of, headers), map(text.size_of, bodies)))
    return [
        len(header) + len(body)
        if body.isascii() and header.isascii()
        else len((header + body).encode())
        for header, body in zip(headers, bodies, strict=True)
    ]
