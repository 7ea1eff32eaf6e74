"""A record of an export as the database keeps it: its columns, its hash, its fingerprint.

Imports make millions of these, so what many records share (sender, kind, flags ...) is worked out
once and looked up: it is the record's `Shape`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import sha256
from json.encoder import encode_basestring as quoted
from typing import Any, NamedTuple
from unicodedata import normalize

from logbook.domain.ids import Sha256
from logbook.domain.message import (
    AttachmentRef,
    Direction,
    MessageKind,
    MessageRecord,
    ZoneBasis,
)
from logbook.vault.moments import to_ms
from logbook.vault.texts import STRETCH_CHARS, stretches

FINGERPRINT_BYTES = 16
_DAY_BYTES = 4
_DAY_MS = 86_400_000
_MOST_DAY = 0xFFFF_FFFF
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_MINUTE_MS = {f"T{at // 60:02}:{at % 60:02}": at * 60_000 for at in range(24 * 60)}
_SECOND_MS = {f":{at:02}": at * 1_000 for at in range(60)}
_EMPTY = '""'
_LONG_TEXT = "\1"  # stands for one; in JSON no character is below a blank
COLUMNS = (
    "id, import, conversation, number, sort_ms, fingerprint,"
    ' order_index, place, locator, "offset", length,'
    " sender, sender_is_me, recipients, direction, kind, flags, time_precision, zone_basis, fold,"
    " text, repaired, time_raw, instant_ms, local, extra"
)
_MOST_SHAPES = 10_000
_FEWEST_DIGITS, _DIGITS_OF_LINE = 7, 9  # of a telephone number, without code of the country
_IN_FILE = {ZoneBasis.EPOCH_IN_FILE, ZoneBasis.OFFSET_IN_FILE, ZoneBasis.UTC_STATED_IN_FILE}


class Identity(NamedTuple):
    """What two messages of one instant, sender and text must share besides, to be the same one."""

    direction: str
    kind: str
    flags: str  # of a draft, of one that failed


class Shape(NamedTuple):
    """What a record has in common with others, as columns and as it enters hash and fingerprint."""

    columns: tuple[object, ...]  # from `sender` to `fold`
    canonical: str
    sent: str  # platform, conversation and sender, for the fingerprint
    by_instant: bool  # the file itself says the instant
    identity: Identity


class Shapes:
    """Finds the shape of a record; keeps at most `_MOST_SHAPES` of them."""

    def __init__(self, platform: str) -> None:
        self._platform = platform
        self._known: dict[tuple[object, ...], Shape] = {}

    def of(self, record: MessageRecord, conversation_key: str) -> Shape:
        """Return the shape of `record` in the conversation with this key."""
        key = (
            record.conversation,
            record.sender,
            record.sender_is_me,
            record.kind,
            record.direction,
            record.flags,
            record.recipients,
            record.time_precision,
            record.zone_basis,
            record.fold,
        )
        shape = self._known.get(key)
        if shape is None:
            if len(self._known) >= _MOST_SHAPES:
                self._known.clear()
            shape = self._known[key] = _shape(record, f"{self._platform}\0{conversation_key}")
        return shape


def _shape(record: MessageRecord, conversation: str) -> Shape:
    common = (
        record.conversation,
        record.sender,
        record.sender_is_me,
        record.recipients,
        record.direction,
        record.kind,
        record.flags,
        record.time_precision,
        record.zone_basis,
        record.fold,
    )
    return Shape(
        columns=(
            record.sender,
            None if record.sender_is_me is None else int(record.sender_is_me),
            write_list(record.recipients),
            record.direction.value,
            record.kind.value,
            write_list(record.flags),
            record.time_precision,
            record.zone_basis.value,
            record.fold,
        ),
        canonical=_json(common)[:-1],
        sent=f"{conversation}\0{_identity(record.sender)}\0",
        by_instant=record.zone_basis in _IN_FILE,
        identity=Identity(record.direction.value, record.kind.value, write_list(record.flags)),
    )


def _identity(sender: str) -> str:
    """Return a sender as equal ones are compared: of a telephone number what names the line.

    One backup writes `+1 555 123-4567`, the next `(555) 1234567` (research: messages.md 3).
    """
    digits = "".join(filter(str.isdecimal, sender))
    if len(digits) < _FEWEST_DIGITS or any(map(str.isalpha, sender)):
        return sender
    return digits[-_DIGITS_OF_LINE:]


def leaf_of(record: MessageRecord, shape: Shape, digests: Mapping[int, Sha256]) -> bytes:
    """Return the record's leaf in the tree of its import (RFC 6962: SHA-256 over 00 and data).

    The data is a JSON array, spaceless, UTF-8: conversation, sender, sender_is_me, recipients,
    direction, kind, flags, time_precision, zone_basis, fold, order_index, locator, offset, length,
    text, repaired, time_raw, instant_ms, local, extra; then, for a record that names files, each as
    an array of name, present, member, stated type, and the kept file's SHA-256 in hex or null.
    """
    # Taken apart at once, because asking a named tuple for one name after another is slow.
    # fmt: off
    (
        index, _, locator, offset, length, _, _, _, _, _, text, repaired, _, time_raw, instant_ms,
        local, _, _, _, files, extra,
    ) = record
    # fmt: on
    instant = "null" if instant_ms is None else instant_ms
    second = quoted(repaired) if repaired else _EMPTY
    more = quoted(extra) if extra else _EMPTY
    named = _files_json(files, digests) if files else ""
    is_long = len(text) > STRETCH_CHARS
    data = (
        f"\0{shape.canonical},{index},{quoted(locator)},{offset},{length},"
        f"{_LONG_TEXT if is_long else quoted(text)},{second},"
        f"{quoted(time_raw)},{instant},{quoted(local)},{more}{named}]"
    )
    return _hash_around(data, text) if is_long else sha256(data.encode()).digest()


def _hash_around(data: str, text: str) -> bytes:
    """Return the hash of the data with a long text in its place, which is looked at in pieces."""
    before, _, behind = data.partition(_LONG_TEXT)
    told = sha256(before.encode())
    told.update(b'"')
    for stretch in stretches(text):
        told.update(quoted(stretch)[1:-1].encode())
    told.update(b'"')
    told.update(behind.encode())
    return told.digest()


def _files_json(refs: Iterable[AttachmentRef], digests: Mapping[int, Sha256]) -> str:
    return "".join(
        f",{_json((*ref, digests[place].hex() if place in digests else None))}"
        for place, ref in enumerate(refs)
    )


def fingerprint_of(record: MessageRecord, shape: Shape, digests: Mapping[int, Sha256]) -> bytes:
    """Return what is equal in two exports of the same message (research: messages.md 30).

    Platform, conversation, sender; the instant where the file says it, else the minute of the wall
    clock, because that does not change with the zone that was answered; text and attachments.
    It begins with the day, so that the messages of a day stand together in the index.
    """
    if shape.by_instant and record.instant_ms is not None:
        when = str(record.instant_ms)
        day = (record.instant_ms // _DAY_MS & _MOST_DAY).to_bytes(_DAY_BYTES, "big")
    else:
        when = record.local[:16] or record.time_raw
        day = _day_of(when[:10])
    files = _files_told(record.attachments, digests) if record.attachments else ""
    text = record.text
    if len(text) > STRETCH_CHARS:
        chars = sum(len(normalize("NFC", stretch)) for stretch in stretches(text))
        told = sha256(f"{shape.sent}{when}\0{chars}\0".encode())
        for stretch in stretches(text):
            told.update(normalize("NFC", stretch).encode())
        told.update(files.encode())
    else:
        if not text.isascii():
            text = normalize("NFC", text)
        told = sha256(f"{shape.sent}{when}\0{len(text)}\0{text}{files}".encode())
    return day + told.digest()[: FINGERPRINT_BYTES - _DAY_BYTES]


@lru_cache(maxsize=4_096)
def _day_of(text: str) -> bytes:
    try:
        return date.fromisoformat(text).toordinal().to_bytes(_DAY_BYTES, "big")
    except ValueError:
        return bytes(_DAY_BYTES)


def _files_told(refs: Iterable[AttachmentRef], digests: Mapping[int, Sha256]) -> str:
    return "".join(
        f"\0{digests[place].hex() if place in digests else normalize('NFC', ref.name)}"
        for place, ref in enumerate(refs)
    )


def sort_ms(record: MessageRecord, before: int) -> int:
    """Return when to show a record: undated ones (`before`) stay with the one before them."""
    if record.instant_ms is not None:
        return record.instant_ms
    local = record.local
    try:
        return _day_ms(local[:10]) + _MINUTE_MS[local[10:16]] + _SECOND_MS[local[16:]]
    except (KeyError, ValueError):
        return _ms_of(local, before)


@lru_cache(maxsize=4_096)
def _day_ms(text: str) -> int:
    return (date.fromisoformat(text).toordinal() - _EPOCH_DAY) * _DAY_MS


def _ms_of(local: str, before: int) -> int:
    """Read a wall clock in any form of ISO 8601, such as one with milliseconds."""
    try:
        return to_ms(datetime.fromisoformat(local).replace(tzinfo=UTC))
    except ValueError:
        return before


Place = tuple[int, int, int, int, int, bytes]  # the first six of `COLUMNS`


def row_of(record: MessageRecord, shape: Shape, place: Place) -> tuple[object, ...]:
    """Return the columns, in the order of `COLUMNS`."""
    text, repaired, _, time_raw, instant_ms, local = record[10:16]
    own = (text, repaired, time_raw, instant_ms, local, record.extra)
    return place + record[:5] + shape.columns + own


def record_of(row: tuple[Any, ...], attachments: Iterable[AttachmentRef]) -> MessageRecord:
    """Read `row_of` again."""
    order_index, conversation, locator, offset, length = row[6:11]
    sender, sender_is_me, recipients, direction, kind, flags, precision, basis, fold = row[11:20]
    text, repaired, time_raw, instant_ms, local, extra = row[20:]
    return MessageRecord(
        order_index=order_index,
        conversation=conversation,
        locator=locator,
        offset=offset,
        length=length,
        sender=sender,
        sender_is_me=None if sender_is_me is None else bool(sender_is_me),
        recipients=read_list(recipients),
        direction=Direction(direction),
        kind=MessageKind(kind),
        text=text,
        repaired=repaired,
        flags=read_list(flags),
        time_raw=time_raw,
        instant_ms=instant_ms,
        local=local,
        time_precision=precision,
        zone_basis=ZoneBasis(basis),
        fold=fold,
        attachments=tuple(attachments),
        extra=extra,
    )


def write_list(texts: tuple[str, ...]) -> str:
    """Return a JSON array; the empty one, by far the most frequent, is the empty text."""
    return _json(texts) if texts else ""


def read_list(text: str) -> tuple[str, ...]:
    """Read `write_list` again."""
    return tuple(json.loads(text)) if text else ()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
