"""The second reading of an export: every byte becomes part of a record, or is listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from logbook.domain.message import (
    AttachmentRef,
    Direction,
    MessageKind,
    MessageRecord,
    NotUnderstood,
    ZoneBasis,
)
from logbook.importers.whatsapp_body import Bodies, may_be_more
from logbook.importers.whatsapp_clock import UNKNOWN, Clock
from logbook.importers.whatsapp_header import raw_time
from logbook.importers.whatsapp_names import Name, Names
from logbook.importers.whatsapp_split import (
    FIRST,
    OPEN,
    SECOND,
    STRIDE,
    Manner,
    Parts,
    Pieces,
    as_in_file,
)
from logbook.importers.whatsapp_text import STRETCH_CHARS, Text, holds_other_bytes
from logbook.importers.whatsapp_words import MARKS

_LEADING = f" \t\r\n{MARKS}"
_WIDEST = 4  # bytes of a character
_CODEC = ("utf-8", "surrogatepass")

Batch = list[MessageRecord] | NotUnderstood


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


@dataclass(slots=True)
class _Carried:
    """The record at the end of a block, which the next may go on with.

    Until the first header it is what stands before that, of which only the size is kept, and
    whether it says a thing. The text is in bytes: one emoji makes every character of a string four
    bytes, and there would be all pieces and the whole.
    """

    groups: Parts = field(default_factory=list)
    text: bytearray = field(default_factory=bytearray)
    header_bytes: int = 0
    kept_bytes: int = 0  # of the file, of which `text` is made
    size_bytes: int = 0
    sound: bool = True


class Reading:
    """Gives the records of one chat in file order, numbered from `first_index`.

    Sizes are those of the text with one line break put in front (see `Pieces`): each record has
    the one before its header, and lends its last to the next.
    """

    def __init__(self, chat: Chat, first_index: int) -> None:
        self.index = first_index
        self.chat = chat
        self._offset = 0
        self._carried = _Carried()

    def batches(self, blocks: Iterable[Pieces]) -> Iterator[Batch]:
        """Read all blocks; every byte of them belongs to exactly one record, or is listed."""
        ends_line = True
        for pieces in blocks:
            yield from self._of_block(pieces)
            ends_line = pieces.ends_line
        if not ends_line:
            self._carried.size_bytes -= self.chat.text.size_of("\n")
        yield from self._ended(("cut_off",) if self.chat.was_cut else ())
        if self._carried.size_bytes > 0:
            yield self._not_understood("blank", self._carried.size_bytes)
        if self.chat.cut_bytes:
            yield self._not_understood("cut_off", self.chat.cut_bytes)

    def _of_block(self, pieces: Pieces) -> Iterator[Batch]:
        lead, parts = as_in_file(pieces)
        more, parts = self._without_false_headers(parts)
        self._carry([], lead + more, sound=pieces.manner.sound)
        if not parts:
            return
        yield from self._ended()
        last = len(parts) - STRIDE
        # One by one: all that may be too long, and one with blank lines before the first header.
        careful = last if pieces.chars * _WIDEST > self.chat.longest_text_bytes else 0
        if self._carried.size_bytes and last:
            careful = careful or STRIDE
        for at in range(0, careful, STRIDE):
            *groups, text = parts[at : at + STRIDE]
            self._carry(groups, text, sound=pieces.manner.sound)
            yield from self._ended()
        yield self._records(parts[careful:last], pieces.manner)
        self._carry(parts[last:-1], parts[-1], sound=pieces.manner.sound)

    def _without_false_headers(self, parts: Parts) -> tuple[str, Parts]:
        """Give lines back to the text that only look like headers; first what stands before any."""
        clock = self.chat.clock
        if not parts:
            return "", parts
        firsts, seconds = parts[FIRST::STRIDE], parts[SECOND::STRIDE]
        brackets = set(parts[OPEN::STRIDE])
        days = clock.bracket_days if "[" in brackets else clock.days
        if (
            len(brackets) <= 1
            and all(map(days.__getitem__, firsts))
            and all(map(clock.times.__getitem__, seconds))
        ):
            return "", parts
        false = {
            at
            for at in range(0, len(parts), STRIDE)
            if (days[parts[at + FIRST]] is None or clock.times[parts[at + SECOND]] is None)
            and self._is_false(*parts[at + OPEN : at + SECOND + 1])
        }
        lead, kept = "", []
        for at in range(0, len(parts) if false else 0, STRIDE):
            record = parts[at : at + STRIDE]
            if at not in false:
                kept += record
            elif kept:
                kept[-1] += record[0] + record[-1]
            else:
                lead += record[0] + record[-1]
        return lead, kept if false else parts

    def _is_false(self, opened: str | None, first: str, second: str) -> bool:
        return self.chat.clock.moments[opened or "", first, second] is None

    def _records(  # noqa: C901, PLR0912 - flat: a call for each branch would double the time
        self, parts: Parts, manner: Manner
    ) -> list[MessageRecord]:
        """Make records of headers and texts; long and flat, for it runs once a message."""
        chat, new, record_type = self.chat, tuple.__new__, MessageRecord
        days, bracket_days, times = chat.clock.days, chat.clock.bracket_days, chat.clock.times
        names, place, conversation = chat.names, chat.place, chat.conversation
        size_of, utf8 = chat.text.size_of, chat.text.codec == "utf-8"
        plain, sound, has_returns = manner
        text_kind, unknown, direction_unknown = MessageKind.TEXT, ZoneBasis.NONE, Direction.UNKNOWN
        index, offset = self.index, self._offset
        no_files: tuple[AttachmentRef, ...] = ()
        records: list[MessageRecord] = []
        groups = iter(parts)
        for whole, opened, first, second, words, body in zip(*[groups] * STRIDE, strict=True):
            if plain or (utf8 and body.isascii() and whole.isascii()):
                size = len(whole) + len(body)
            else:
                size = size_of(whole) + size_of(body)
            day, at = (bracket_days if opened else days)[first], times[second]
            if day is None or at is None:
                moment = chat.clock.moments[opened or "", first, second] or UNKNOWN
                local, instant_ms, fold, flags, precision = moment
                raw = raw_time(second)
            else:
                local, start_ms, _, flags = day
                suffix, since_midnight_ms, precision, _, raw = at
                local += suffix
                instant_ms = None if start_ms is None else start_ms + since_midnight_ms
                fold = ""
            text = body
            if words is None:
                name, text = self._name_in(body)
            else:
                name = names[words]
            sender, is_me, direction, rare, more, length = name
            if more:
                flags += more
            if length >= 0 and words is not None:
                text = _rest(whole, words, length) + body
            if has_returns and text.endswith("\r"):
                text = text[:-1]
            if not sound:
                text, flags = self._mended(whole, text, flags)
            kind, attachments, extra = text_kind, no_files, ""
            if rare or not sender or may_be_more(text):
                kind, more, attachments, extra = chat.bodies.of(
                    sender, text, from_iphone=bool(opened), rare=rare
                )
                flags += more
                if kind is MessageKind.SYSTEM:
                    is_me, direction = None, direction_unknown
            records.append(
                new(
                    record_type,
                    (
                        index,
                        conversation,
                        f"{place}{offset}+{size}",
                        offset,
                        size,
                        sender,
                        is_me,
                        (),
                        direction,
                        kind,
                        text,
                        "",
                        flags,
                        first + raw,
                        instant_ms,
                        local,
                        precision,
                        unknown if instant_ms is None else chat.zone_basis,
                        fold,
                        attachments,
                        extra,
                    ),
                )
            )
            index += 1
            offset += size
        self.index, self._offset = index, offset
        return records

    def _name_in(self, text: str) -> tuple[Name, str]:
        """Find a name without a blank behind its colon; most lines that have none are notices."""
        name = self.chat.names.without_blank(_first_line(text))
        return name, text[name.length + 1 :]

    def _mended(
        self, header: str, text: str, flags: tuple[str, ...]
    ) -> tuple[str, tuple[str, ...]]:
        """Make a text fit to be kept, and say what was wrong with it or its header."""
        whole, more = self.chat.text.mended(text)
        if holds_other_bytes(header):
            more = ("windows_1252", *more)
        return whole, tuple(dict.fromkeys(flags + more))

    def _carry(self, groups: Parts, piece: str, *, sound: bool) -> None:
        """Keep a part of a record: its header, if `groups` has one, and text behind it."""
        carried, size_of = self._carried, self.chat.text.size_of
        carried.size_bytes += size_of(piece)
        carried.sound = carried.sound and sound
        if groups:
            header_bytes = size_of(groups[0])
            carried.groups = groups
            carried.header_bytes += header_bytes
            carried.size_bytes += header_bytes
        elif not carried.groups:
            carried.header_bytes = carried.size_bytes
            piece = piece.strip(_LEADING)[:1]
        size_bytes = size_of(piece)
        room_bytes = self.chat.longest_text_bytes - (carried.size_bytes - size_bytes)
        if piece and room_bytes >= 0:
            fits = size_bytes <= room_bytes
            kept = piece if fits else self._start_of(piece, room_bytes)
            carried.kept_bytes += size_bytes if fits else size_of(kept)
            carried.text += kept.encode(*_CODEC)

    def _ended(self, more_flags: tuple[str, ...] = ()) -> Iterator[Batch]:
        """Give the record that was carried, or list what stands before the first header."""
        carried, longest = self._carried, self.chat.longest_text_bytes
        if not carried.groups and not carried.text:
            return  # blank lines and marks belong to the record behind them
        self._carried = _Carried()
        if not carried.groups:
            yield self._not_understood("no_header", carried.size_bytes)
            return
        size = carried.size_bytes
        if size > longest:
            size = carried.header_bytes + carried.kept_bytes
        offset = self._offset
        record = self._record(carried)
        self._offset = offset + size
        record = record._replace(length=size, locator=f"{self.chat.place}{offset}+{size}")
        if size < carried.size_bytes:
            flags = (*record.flags, "text_too_long")
            record = record._replace(kind=MessageKind.UNSUPPORTED, flags=flags)
        batch = [record._replace(flags=(*record.flags, *more_flags)) if more_flags else record]
        del record  # a long text is not held while the next is read
        yield batch
        del batch
        if size < carried.size_bytes:
            yield self._not_understood("text_too_long", carried.size_bytes - size)

    def _record(self, carried: _Carried) -> MessageRecord:
        """Make the record that was carried; its text goes over."""
        chat = self.chat
        more: tuple[str, ...] = ()
        has_returns, sound = not chat.text.lone_returns, carried.sound
        if not sound and len(carried.text) > STRETCH_CHARS:
            if has_returns and carried.text.endswith(b"\r"):
                del carried.text[-1:]
            more = chat.text.mended_whole(carried.text)
            more = ("windows_1252", *more) if holds_other_bytes(carried.groups[0]) else more
            has_returns, sound = False, True
        text = carried.text.decode(*_CODEC)
        carried.text.clear()
        manner = Manner(plain=False, sound=sound, has_returns=has_returns)
        record = self._records([*carried.groups, text], manner)[0]
        return record._replace(flags=tuple(dict.fromkeys(record.flags + more))) if more else record

    def _start_of(self, text: str, room_bytes: int) -> str:
        """Return as many characters of `text` as have room."""
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.chat.text.size_of(text[:middle]) <= room_bytes:
                low = middle
            else:
                high = middle - 1
        return text[:low]

    def _not_understood(self, reason: str, size: int) -> NotUnderstood:
        offset = self._offset
        self._offset += size
        return NotUnderstood(f"{self.chat.place}{offset}+{size}", reason, offset, size)


def _rest(header: str, words: str, length: int) -> str:
    """Return what stands between a name and the text, when the name is shorter than its words."""
    behind = 1 if header.endswith(":") else 2  # the colon, and a blank
    start = len(header) - behind - len(words)
    return header[start + length + bool(length) :]


def _first_line(text: str) -> str:
    return text.partition("\n")[0].partition("\r")[0]
