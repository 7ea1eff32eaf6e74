"""The second reading of an export: every byte becomes part of a record, or is listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from logbook.domain.message import MessageKind, MessageRecord, NotUnderstood
from logbook.importers.whatsapp_at_once import Columns
from logbook.importers.whatsapp_one import Chat, Place, record_of
from logbook.importers.whatsapp_split import (
    FIRST,
    OPEN,
    SECOND,
    STRIDE,
    TEXT,
    WHOLE,
    Manner,
    Parts,
    Pieces,
    as_in_file,
)
from logbook.importers.whatsapp_text import STRETCH_CHARS, holds_other_bytes
from logbook.importers.whatsapp_words import MARKS

_LEADING = f" \t\r\n{MARKS}"
_WIDEST = 4  # bytes of a character
_CODEC = ("utf-8", "surrogatepass")

Batch = list[MessageRecord] | NotUnderstood


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
        calm = self._is_calm(parts)
        if not calm:
            more, parts = self._without_false_headers(parts)
            lead += more
        self._carry([], lead, sound=pieces.manner.sound)
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
        make = self._records_at_once if calm and pieces.manner.sound else self._records
        yield make(parts[careful:last], pieces.manner)
        self._carry(parts[last:-1], parts[-1], sound=pieces.manner.sound)

    def _is_calm(self, parts: Parts) -> bool:
        """Tell whether every header is one, and can be read without its neighbours."""
        clock, brackets = self.chat.clock, set(parts[OPEN::STRIDE])
        days = clock.bracket_days if "[" in brackets else clock.days
        return (
            len(brackets) <= 1
            and all(map(days.__getitem__, set(parts[FIRST::STRIDE])))
            and all(map(clock.times.__getitem__, set(parts[SECOND::STRIDE])))
        )

    def _without_false_headers(self, parts: Parts) -> tuple[str, Parts]:
        """Give lines back to the text that only look like headers; first what stands before any."""
        clock = self.chat.clock
        days = (clock.days, clock.bracket_days)
        false = {
            at
            for at in range(0, len(parts), STRIDE)
            if (
                days[parts[at + OPEN] is not None][parts[at + FIRST]] is None
                or clock.times[parts[at + SECOND]] is None
            )
            and self._is_false(*parts[at + OPEN : at + SECOND + 1])
        }
        if not false:
            return "", parts
        lead = ""
        kept: Parts = []
        for at in range(0, len(parts), STRIDE):
            record = parts[at : at + STRIDE]
            if at not in false:
                kept += record
            elif kept:
                kept[-1] += record[0] + record[-1]
            else:
                lead += record[0] + record[-1]
        return lead, kept

    def _is_false(self, opened: str | None, first: str, second: str) -> bool:
        return self.chat.clock.moments[opened or "", first, second] is None

    def _records(self, parts: Parts, manner: Manner) -> list[MessageRecord]:
        """Make records of headers and texts, one by one."""
        chat, records = self.chat, []
        groups = iter(parts)
        for stride in zip(*[groups] * STRIDE, strict=True):
            size = chat.text.size_of(stride[WHOLE]) + chat.text.size_of(stride[TEXT])
            place = Place(self.index, self._offset, size)
            records.append(record_of(chat, stride, manner, place))
            self.index += 1
            self._offset += size
        return records

    def _records_at_once(self, parts: Parts, manner: Manner) -> list[MessageRecord]:
        """Do the same with a calm block: all as if they were usual, and the others once more."""
        if not parts:
            return []
        columns = Columns.of(self.chat, parts, manner, self.index, self._offset)
        records = columns.records(self.chat, parts)
        for at in columns.unusual(self.chat.names, manner):
            stride = parts[at * STRIDE : (at + 1) * STRIDE]
            records[at] = record_of(self.chat, stride, manner, columns.place(at))
        self.index += len(records)
        self._offset = columns.end
        return records

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
