"""One record of an export, from its header and its text, whatever they hold."""

from __future__ import annotations

from dataclasses import dataclass

from logbook.domain.message import AttachmentRef, Direction, MessageKind, MessageRecord, ZoneBasis
from logbook.importers.whatsapp_body import Bodies, may_be_more
from logbook.importers.whatsapp_clock import UNKNOWN, Clock, Moment
from logbook.importers.whatsapp_header import raw_time
from logbook.importers.whatsapp_names import Names
from logbook.importers.whatsapp_split import Line, Manner
from logbook.importers.whatsapp_text import Text, holds_other_bytes


@dataclass(frozen=True, slots=True)
class Chat:
    """One chat of an export, with everything that its first reading told."""

    text: Text
    clock: Clock
    names: Names
    bodies: Bodies
    zone_basis: ZoneBasis
    conversation: int
    place: str  # what stands before the offset in a locator: the number of the zip's member
    longest_text_bytes: int
    cut_bytes: int  # at the end, in the middle of a character
    was_cut: bool  # the file ends inside the last record or soon behind it


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its number in the export, and its bytes in the member."""

    index: int
    offset: int
    size: int


def record_of(chat: Chat, line: Line, manner: Manner, at: Place) -> MessageRecord:
    """Make a record of its header and the text behind it."""
    whole, opened, first, second, words, text = line
    moment, raw = _moment(chat.clock, opened, first, second)
    name = chat.names[words]
    if words is None:
        name = chat.names.without_blank(_first_line(text))
        text = text[name.length + 1 :]
    elif name.length >= 0:
        text = _rest(whole, words, name.length) + text
    if manner.has_returns and text.endswith("\r"):
        text = text[:-1]
    flags = moment.flags + name.flags
    if not manner.sound:
        text, flags = _mended(chat.text, whole, text, flags)
    sender, is_me, direction = name.sender, name.is_me, name.direction
    kind, attachments, extra = MessageKind.TEXT, _NO_FILES, ""
    if name.rare or not sender or may_be_more(text):
        kind, more, attachments, extra = chat.bodies.of(
            sender, text, from_iphone=opened != "", rare=name.rare
        )
        flags += more
        if kind is MessageKind.SYSTEM:
            is_me, direction = None, Direction.UNKNOWN
    return MessageRecord(
        order_index=at.index,
        conversation=chat.conversation,
        locator=f"{chat.place}{at.offset}+{at.size}",
        offset=at.offset,
        length=at.size,
        sender=sender,
        sender_is_me=is_me,
        recipients=(),
        direction=direction,
        kind=kind,
        text=text,
        repaired="",
        flags=flags,
        time_raw=first + raw,
        instant_ms=moment.instant_ms,
        local=moment.local,
        time_precision=moment.precision,
        zone_basis=ZoneBasis.NONE if moment.instant_ms is None else chat.zone_basis,
        fold=moment.fold,
        attachments=attachments,
        extra=extra,
    )


_NO_FILES: tuple[AttachmentRef, ...] = ()


def _moment(clock: Clock, opened: str, first: str, second: str) -> tuple[Moment, str]:
    """Return when it was written, and the second group as it stands in the file."""
    day, time = (clock.bracket_days if opened else clock.days)[first], clock.times[second]
    if day is None or time is None:
        return clock.moments[opened, first, second] or UNKNOWN, raw_time(second)
    instant_ms = None if day.start_ms is None else day.start_ms + time.since_midnight_ms
    local = day.local + time.suffix
    return Moment(local, instant_ms, flags=day.flags, precision=time.precision), time.raw


def _mended(
    text: Text, header: str, words: str, flags: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """Make a text fit to be kept, and say what was wrong with it or its header."""
    whole, more = text.mended(words)
    if holds_other_bytes(header):
        more = ("windows_1252", *more)
    return whole, tuple(dict.fromkeys(flags + more))


def _rest(header: str, words: str, length: int) -> str:
    """Return what stands between a name and the text, when the name is shorter than its words."""
    behind = 1 if header.endswith(":") else 2  # the colon, and a blank
    start = len(header) - behind - len(words)
    return header[start + length + bool(length) :]


def _first_line(text: str) -> str:
    return text.partition("\n")[0].partition("\r")[0]
