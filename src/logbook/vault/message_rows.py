"""Records of an export as the database keeps them: their columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from logbook.domain.message import (
    AttachmentRef,
    Direction,
    MessageKind,
    MessageRecord,
    ZoneBasis,
)
from logbook.domain.message_columns import MessageColumns
from logbook.vault.kept_words import read_word
from logbook.vault.lists import read_list
from logbook.vault.message_shapes import Shape
from logbook.vault.moments import to_ms

COLUMNS = (
    "id, import, conversation, number, sort_ms, fingerprint,"
    ' order_index, place, locator, "offset", length,'
    " sender, sender_is_me, recipients, direction, kind, flags, time_precision, zone_basis, fold,"
    " text, repaired, time_raw, instant_ms, local, extra"
)
_DAY_MS = 86_400_000
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_MINUTE_MS = {f"T{at // 60:02}:{at % 60:02}": at * 60_000 for at in range(24 * 60)}
_SECOND_MS = {f":{at:02}": at * 1_000 for at in range(60)}


class Places(NamedTuple):
    """Where messages stand in the book: the first six of `COLUMNS`."""

    ids: Iterable[int]
    imports: Iterable[int]
    conversations: Iterable[int]
    numbers: Iterable[int]
    sort_ms: Iterable[int]
    fingerprints: Iterable[bytes]


def rows_of(
    records: MessageColumns, shapes: Sequence[Shape], places: Places
) -> Iterator[tuple[object, ...]]:
    """Give the columns of each record, in the order of `COLUMNS`."""
    common = zip(*(shape.columns for shape in shapes), strict=True)
    own = (records.text, records.repaired, records.time_raw)
    when_and_more = (records.instant_ms, records.local, records.extra)
    # What all messages have alike goes on for ever.
    return zip(*places, *records.lists[:5], *common, *own, *when_and_more, strict=False)


def moments_of(records: MessageColumns) -> list[int | None]:
    """Return when to show each record, in milliseconds, None for an undated one."""
    if None not in records.instant_ms:
        return list(records.instant_ms)
    return [
        _ms_of(local) if instant_ms is None else instant_ms
        for instant_ms, local in zip(records.instant_ms, records.local, strict=True)
    ]


def _ms_of(local: str) -> int | None:
    """Read a wall clock; the form that most records have is read quickly."""
    try:
        return _day_ms(local[:10]) + _MINUTE_MS[local[10:16]] + _SECOND_MS[local[16:]]
    except (KeyError, ValueError):
        return _ms_of_any(local)


def _ms_of_any(local: str) -> int | None:
    """Read a wall clock in any form of ISO 8601, such as one with milliseconds."""
    try:
        return to_ms(datetime.fromisoformat(local).replace(tzinfo=UTC))
    except ValueError:
        return None


@lru_cache(maxsize=4_096)
def _day_ms(text: str) -> int:
    return (date.fromisoformat(text).toordinal() - _EPOCH_DAY) * _DAY_MS


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
        direction=read_word(direction, Direction.UNKNOWN),
        kind=read_word(kind, MessageKind.UNSUPPORTED),
        text=text,
        repaired=repaired,
        flags=read_list(flags),
        time_raw=time_raw,
        instant_ms=instant_ms,
        local=local,
        time_precision=precision,
        zone_basis=read_word(basis, ZoneBasis.NONE),
        fold=fold,
        attachments=tuple(attachments),
        extra=extra,
    )
