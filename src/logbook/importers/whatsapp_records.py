"""The second reading of an export: every byte becomes part of a record, or is listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from logbook.domain.message import MessageKind, MessageRecord, NotUnderstood
from logbook.domain.message_columns import MessageColumns
from logbook.importers.whatsapp_at_once import CalmBlock
from logbook.importers.whatsapp_one import Chat, Place, record_of
from logbook.importers.whatsapp_split import Line, Manner, Pieces
from logbook.importers.whatsapp_text import STRETCH_CHARS, holds_other_bytes
from logbook.importers.whatsapp_words import MARKS

_LEADING = f" \t\r\n{MARKS}"
_WIDEST = 4  # bytes of a character
_CODEC = ("utf-8", "surrogatepass")

Batch = MessageColumns | NotUnderstood


@dataclass(slots=True)
class _Carried:
    """The record at the end of a block, which the next may go on with.

    Until the first header it is what stands before that, of which only the size is kept, and
    whether it says a thing. The text is in bytes: one emoji makes every character of a string four
    bytes, and there would be all pieces and the whole.
    """

    header: Line | None = None
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
        calm, sound = CalmBlock.of(self.chat, pieces), pieces.manner.sound
        lead, lines = ("", []) if calm else self._without_false_headers(*pieces.as_in_file())
        count = len(pieces.texts if calm else lines)
        self._carry(None, pieces.lead if calm else lead, sound=sound)
        if not count:
            return
        yield from self._ended()
        last = count - 1
        # One by one: all that may be too long, and one with blank lines before the first header.
        careful = last if pieces.chars * _WIDEST > self.chat.longest_text_bytes else 0
        if self._carried.size_bytes and last:
            careful = careful or 1
        for line in pieces.lines(0, careful) if calm else lines[:careful]:
            self._carry(line, line.text, sound=sound)
            yield from self._ended()
        if calm:
            yield self._counted(calm.records(careful, self.index, self._offset))
        else:
            yield MessageColumns.of(self._records(lines[careful:last], pieces.manner))
        line = pieces.lines(last, count)[0] if calm else lines[last]
        self._carry(line, line.text, sound=sound)

    def _without_false_headers(self, lead: str, lines: list[Line]) -> tuple[str, list[Line]]:
        """Give lines back to the text that only look like headers; first what stands before any."""
        kept: list[Line] = []
        more: list[str] = []  # of the text before
        for line in lines:
            if self._is_false(line):
                more += (line.whole, line.text)
                continue
            if kept:
                kept[-1] = kept[-1]._replace(text="".join((kept[-1].text, *more)))
            else:
                lead = "".join((lead, *more))
            kept.append(line)
            more.clear()
        if kept:
            kept[-1] = kept[-1]._replace(text="".join((kept[-1].text, *more)))
        else:
            lead = "".join((lead, *more))
        return lead, kept

    def _is_false(self, line: Line) -> bool:
        clock = self.chat.clock
        days = clock.bracket_days if line.opened else clock.days
        if days[line.first] is not None and clock.times[line.second] is not None:
            return False
        return clock.moments[line.opened, line.first, line.second] is None

    def _records(self, lines: list[Line], manner: Manner) -> list[MessageRecord]:
        """Make records of headers and texts, one by one."""
        chat, records = self.chat, []
        for line in lines:
            size = chat.text.size_of(line.whole) + chat.text.size_of(line.text)
            place = Place(self.index, self._offset, size)
            records.append(record_of(chat, line, manner, place))
            self.index += 1
            self._offset += size
        return records

    def _counted(self, records: MessageColumns) -> MessageColumns:
        """Go on behind records."""
        if records:
            self.index += len(records)
            self._offset = records.offset[-1] + records.length[-1]
        return records

    def _carry(self, line: Line | None, piece: str, *, sound: bool) -> None:
        """Keep a part of a record: its header, if `line` has one, and text behind it."""
        carried, size_of = self._carried, self.chat.text.size_of
        carried.size_bytes += size_of(piece)
        carried.sound = carried.sound and sound
        if line is not None:
            header_bytes = size_of(line.whole)
            carried.header = line._replace(text="")
            carried.header_bytes += header_bytes
            carried.size_bytes += header_bytes
        elif carried.header is None:
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
        if carried.header is None and not carried.text:
            return  # blank lines and marks belong to the record behind them
        self._carried = _Carried()
        if carried.header is None:
            yield self._not_understood("no_header", carried.size_bytes)
            return
        size = carried.size_bytes
        if size > longest:
            size = carried.header_bytes + carried.kept_bytes
        offset = self._offset
        record = self._record(carried, carried.header)
        self._offset = offset + size
        record = record._replace(length=size, locator=f"{self.chat.place}{offset}+{size}")
        if size < carried.size_bytes:
            flags = (*record.flags, "text_too_long")
            record = record._replace(kind=MessageKind.UNSUPPORTED, flags=flags)
        record = record._replace(flags=(*record.flags, *more_flags))
        batch = MessageColumns.of([record])
        del record  # a long text is not held while the next is read
        yield batch
        del batch
        if size < carried.size_bytes:
            yield self._not_understood("text_too_long", carried.size_bytes - size)

    def _record(self, carried: _Carried, header: Line) -> MessageRecord:
        """Make the record that was carried; its text goes over."""
        chat = self.chat
        more: tuple[str, ...] = ()
        has_returns, sound = not chat.text.lone_returns, carried.sound
        if not sound and len(carried.text) > STRETCH_CHARS:
            if has_returns and carried.text.endswith(b"\r"):
                del carried.text[-1:]
            more = chat.text.mended_whole(carried.text)
            more = ("windows_1252", *more) if holds_other_bytes(header.whole) else more
            has_returns, sound = False, True
        text = carried.text.decode(*_CODEC)
        carried.text.clear()
        manner = Manner(plain=False, sound=sound, has_returns=has_returns)
        record = self._records([header._replace(text=text)], manner)[0]
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
