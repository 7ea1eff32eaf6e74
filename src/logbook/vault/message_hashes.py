"""The hash of a record and its fingerprint, for many records at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from hashlib import sha256
from itertools import repeat
from json.encoder import encode_basestring as quoted
from operator import attrgetter, itemgetter
from unicodedata import normalize

from logbook.domain.ids import Sha256
from logbook.domain.message import AttachmentRef
from logbook.domain.message_columns import MessageColumns
from logbook.vault.lists import spaceless
from logbook.vault.message_shapes import Shape
from logbook.vault.texts import STRETCH_CHARS, stretches

# Of the kept files of records: place among the records -> place in the record -> SHA-256.
Digests = Mapping[int, Mapping[int, Sha256]]

_FINGERPRINT_BYTES, _DAY_BYTES = 16, 4
_HASH = slice(_FINGERPRINT_BYTES - _DAY_BYTES)
_DAY_MS = 86_400_000
_MOST_DAY = 0xFFFF_FFFF
_NO_DIGESTS: Mapping[int, Sha256] = {}
_LONG_TEXT = "\1"  # stands for one; in JSON no character is below a blank
_DATE, _MINUTE = itemgetter(slice(10)), itemgetter(slice(16))
_CANONICAL, _SENT = attrgetter("canonical"), attrgetter("sent")


def leaves_of(records: MessageColumns, shapes: Sequence[Shape], digests: Digests) -> list[bytes]:
    """Return each record's leaf in the tree of its import (RFC 6962: SHA-256 over 00 and data).

    The data is a JSON array, spaceless, UTF-8: conversation, sender, sender_is_me, recipients,
    direction, kind, flags, time_precision, zone_basis, fold, order_index, locator, offset, length,
    text, repaired, time_raw, instant_ms, local, extra; then, for a record that names files, each as
    an array of name, present, member, stated type, and the kept file's SHA-256 in hex or null.
    """
    long = _long_ones(records.text)
    texts = _without(long, records.text, "") if long else records.text
    columns = zip(
        map(_CANONICAL, shapes),
        records.order_index,
        map(quoted, records.locator),
        records.offset,
        records.length,
        _without(long, map(quoted, texts), _LONG_TEXT) if long else map(quoted, texts),
        map(quoted, records.repaired) if any(records.repaired) else repeat('""'),
        map(quoted, records.time_raw),
        ["null" if at is None else at for at in records.instant_ms],
        map(quoted, records.local),
        map(quoted, records.extra) if any(records.extra) else repeat('""'),
        _of_files(records, digests, _file_in_leaf),
        strict=False,  # what all have alike goes on for ever
    )
    # fmt: off
    data = [
        f"\0{canonical},{index},{locator},{offset},{length},{text},{repaired},{time_raw},{instant},"
        f"{local},{extra}{files}]"
        for canonical, index, locator, offset, length, text, repaired, time_raw, instant,
            local, extra, files in columns
    ]
    # fmt: on
    leaves = [sha256(one.encode()).digest() for one in data]
    for at in long:
        before, _, behind = data[at].partition(_LONG_TEXT)
        told = sha256(f'{before}"'.encode())
        for stretch in stretches(records.text[at]):
            told.update(quoted(stretch)[1:-1].encode())
        told.update(f'"{behind}'.encode())
        leaves[at] = told.digest()
    return leaves


def prints_of(records: MessageColumns, shapes: Sequence[Shape], digests: Digests) -> list[bytes]:
    """Return what is equal in two exports of the same message (research: messages.md 30).

    Platform, conversation, sender; the instant where the file says it, else the minute of the wall
    clock, because that does not change with the zone that was answered; text and attachments.
    It begins with the day, so that the messages of a day stand together in the index.
    """
    long = _long_ones(records.text)
    texts = _without(long, records.text, "") if long else records.text
    days, moments = _when(records, shapes)
    columns = zip(
        days,
        map(_SENT, shapes),
        moments,
        _composed(texts),
        _of_files(records, digests, _file_in_print),
        strict=False,  # what all have alike goes on for ever
    )
    prints = [
        day + sha256(f"{sent}{when}\0{len(text)}\0{text}{files}".encode()).digest()[_HASH]
        for day, sent, when, text, files in columns
    ]
    for at in long:
        text = records.text[at]
        chars = sum(len(normalize("NFC", stretch)) for stretch in stretches(text))
        told = sha256(f"{shapes[at].sent}{moments[at]}\0{chars}\0".encode())
        for stretch in stretches(text):
            told.update(normalize("NFC", stretch).encode())
        files = _of_files(records[at : at + 1], {0: digests.get(at, _NO_DIGESTS)}, _file_in_print)
        told.update(next(iter(files)).encode())
        prints[at] = days[at] + told.digest()[_HASH]
    return prints


def _long_ones(texts: Sequence[str]) -> set[int]:
    """Return the places of texts that are looked at a stretch at a time."""
    if max(map(len, texts), default=0) <= STRETCH_CHARS:
        return set()
    return {at for at, text in enumerate(texts) if len(text) > STRETCH_CHARS}


def _without(places: set[int], texts: Iterable[str], instead: str) -> list[str]:
    return [instead if at in places else text for at, text in enumerate(texts)]


def _composed(texts: Sequence[str]) -> Sequence[str]:
    if all(map(str.isascii, texts)):
        return texts
    return [text if text.isascii() else normalize("NFC", text) for text in texts]


def _when(
    records: MessageColumns, shapes: Sequence[Shape]
) -> tuple[Sequence[bytes], Sequence[str]]:
    """Return the day of each fingerprint, and the moment in it."""
    moments = list(map(_MINUTE, records.local))
    if not all(moments):
        raws = records.time_raw
        moments = [moment or raw for moment, raw in zip(moments, raws, strict=True)]
    days = list(map(_day_of, map(_DATE, moments)))
    for at, instant_ms in enumerate(records.instant_ms):
        if instant_ms is not None and shapes[at].by_instant:
            moments[at] = str(instant_ms)
            days[at] = (instant_ms // _DAY_MS & _MOST_DAY).to_bytes(_DAY_BYTES, "big")
    return days, moments


@lru_cache(maxsize=4_096)
def _day_of(text: str) -> bytes:
    try:
        return date.fromisoformat(text).toordinal().to_bytes(_DAY_BYTES, "big")
    except ValueError:
        return bytes(_DAY_BYTES)


def _of_files(
    records: MessageColumns,
    digests: Digests,
    told: Callable[[AttachmentRef, Sha256 | None], str],
) -> Iterable[str]:
    """Return what enters a hash of the files that each record names."""
    if not any(records.attachments):
        return repeat("")
    return [
        "".join(
            told(ref, digests.get(at, _NO_DIGESTS).get(place)) for place, ref in enumerate(files)
        )
        for at, files in enumerate(records.attachments)
    ]


def _file_in_leaf(ref: AttachmentRef, digest: Sha256 | None) -> str:
    return f",{spaceless((*ref, None if digest is None else digest.hex()))}"


def _file_in_print(ref: AttachmentRef, digest: Sha256 | None) -> str:
    return f"\0{normalize('NFC', ref.name) if digest is None else digest.hex()}"
