"""The usual records of a block, made column by column: words of a person at a plain time.

Nearly all records are such, and a large chat has 100,000 of them. So each field is worked out for a
whole block by the interpreter's own loops, and what is unusual is made again one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, repeat
from operator import add
from typing import Any, NamedTuple, cast

from logbook.domain.message import MessageKind, MessageRecord, ZoneBasis
from logbook.importers.whatsapp_body import places_of_more
from logbook.importers.whatsapp_clock import Day
from logbook.importers.whatsapp_header import Time
from logbook.importers.whatsapp_names import NOBODY
from logbook.importers.whatsapp_ready import Chat
from logbook.importers.whatsapp_split import FIRST, NAME, OPEN, SECOND, STRIDE, Parts

_NO_DAY, _NO_TIME = Day(""), Time("", 0, "", ())


class Places(NamedTuple):
    """Where the records of a block stand: the number of the first, and their bytes in the file."""

    first_index: int
    offsets: Sequence[int]
    sizes: Sequence[int]


def usual_records(
    chat: Chat, parts: Parts, texts: Sequence[str], places: Places
) -> list[MessageRecord]:
    """Make a record of every header and text as if all were usual; see `unusual_places`.

    The headers of the block stand either all in brackets or all without.
    """
    days = chat.clock.bracket_days if parts[OPEN] else chat.clock.days
    firsts = parts[FIRST::STRIDE]
    read_days = [days[first] or _NO_DAY for first in firsts]
    read_times = [chat.clock.times[second] or _NO_TIME for second in parts[SECOND::STRIDE]]
    names = [chat.names[words] if words else NOBODY for words in parts[NAME::STRIDE]]
    dates, starts_ms, _, flags = zip(*read_days, strict=True)
    suffixes, since_ms, precisions, _, raw_times = zip(*read_times, strict=True)
    senders, mine, directions, *_ = zip(*names, strict=True)
    instants_ms = [
        None if start_ms is None else start_ms + more_ms
        for start_ms, more_ms in zip(starts_ms, since_ms, strict=True)
    ]
    fields = zip(
        count(places.first_index),
        repeat(chat.conversation),
        [
            f"{chat.place}{offset}+{size}"
            for offset, size in zip(places.offsets, places.sizes, strict=True)
        ],
        places.offsets,
        places.sizes,
        senders,
        mine,
        repeat(()),  # recipients
        directions,
        repeat(MessageKind.TEXT),
        texts,
        repeat(""),  # repaired
        flags,
        map(add, firsts, raw_times),
        instants_ms,
        map(add, dates, suffixes),
        precisions,
        [ZoneBasis.NONE if at_ms is None else chat.zone_basis for at_ms in instants_ms],
        repeat(""),  # fold
        repeat(()),  # attachments
        repeat(""),  # extra
        strict=False,  # some are endless
    )
    # What `MessageRecord._make` does, without a call of our own for each.
    return list(map(cast("Any", tuple.__new__), repeat(MessageRecord), fields))


def unusual_places(chat: Chat, parts: Parts, texts: Sequence[str]) -> list[int]:
    """Return the places of the records that `usual_records` may not have made right."""
    days = chat.clock.bracket_days if parts[OPEN] else chat.clock.days
    places = set(places_of_more(texts))
    firsts, seconds, names = (parts[group::STRIDE] for group in (FIRST, SECOND, NAME))
    for groups, odd in (
        (firsts, {first for first in set(firsts) if days[first] is None}),
        (seconds, {second for second in set(seconds) if chat.clock.times[second] is None}),
        (names, {words for words in set(names) if not words or not chat.names[words].is_usual}),
    ):
        if odd:
            places.update(place for place, group in enumerate(groups) if group in odd)
    return sorted(places)
