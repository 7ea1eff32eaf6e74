"""Reads one SMS backup from its first byte to its last: records, conversations, and damage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from logbook import errors
from logbook.domain.message import ConversationInfo, MessageRecord, NotUnderstood
from logbook.domain.progress import Progress
from logbook.importers import zones
from logbook.importers.sms_backup_find import backups_in, encoding_of
from logbook.importers.sms_backup_layout import CALL, SMS
from logbook.importers.sms_backup_ledger import Ledger
from logbook.importers.sms_backup_mms import Multimedia, MultimediaMessages
from logbook.importers.sms_backup_people import Conversations
from logbook.importers.sms_backup_rows import Rows
from logbook.importers.sms_backup_tags import Tag, TagKind, TagReader
from logbook.importers.sms_backup_values import Unreadable
from logbook.importers.sms_backup_wide import Narrowed, Places, in_file, wide_codec
from logbook.importers.sms_backup_window import BLOCK_BYTES, Window
from logbook.importers.source import Source

Item = MessageRecord | NotUnderstood | ConversationInfo

_ROOTS = (b"smses", b"calls")
_MMS = b"mms"
_RECORDS = (b"sms", b"call", _MMS)
_ADDED = (b"part", b"addr")
_WRAPPERS = (b"parts", b"addrs")
_MOST_STRETCHES = 10_000
_HEAD_BYTES = 1 << 20  # accents may be rare
_JUNK = ("stray_text", "unknown_element")  # neighbours of these kinds are one stretch


class SmsBackupReading:
    """One pass over a backup. Afterwards `warnings` says how it went.

    `known` are the conversations that an earlier pass over the same file gave.
    """

    def __init__(
        self,
        source: Source,
        zone: str,
        progress: Progress,
        block_bytes: int = BLOCK_BYTES,
        known: Sequence[ConversationInfo] = (),
    ) -> None:
        self._source = source
        self._progress = progress
        self._block_bytes = block_bytes
        named = zones.zone_named(zone)
        self._ledger = Ledger(
            clock=zones.LocalClock(named) if named else None,
            conversations=Conversations(source.limits, known),
        )
        self._rows: dict[bytes, Rows] = {}
        self._multimedia = MultimediaMessages(self._ledger, source.limits)
        self._members = backups_in(source)
        self._total_bytes = sum(source.members[index].size_bytes for index in self._members)
        self._done_bytes = 0
        self._open: Multimedia | None = None
        self._junk: NotUnderstood | None = None
        self._roots = 0
        self._is_closed = False
        self._depth = 0
        self._stretches = 0
        self._claimed: list[int] = []  # the counts that the file states
        self._damaged_records = 0
        self.warnings: list[str] = []

    def items(self) -> Iterator[Item]:
        """Give everything in file order. Raises UnsafeXml, LimitExceeded, FileUnreadable."""
        for index in self._members:
            yield from self._member(index)
            self._done_bytes += self._source.members[index].size_bytes
            if index in self._source.damage:
                self._warn("member_damaged")
        if self._source.was_cut:
            self._warn("cut_off")
        found = self._ledger.records + self._damaged_records
        if not found:
            self._warn("no_messages")
        if self._claimed and sum(self._claimed) != found:
            self._warn(f"count_differs:{sum(self._claimed)}:{found}")

    def _member(self, index: int) -> Iterator[Item]:
        place = f"{index}:" if self._source.is_zip else ""
        head = self._source.head(index, _HEAD_BYTES)
        encoding = encoding_of(head)
        self._ledger.enter(place, encoding)
        if encoding.is_guess:
            self._warn("windows_1252")
        self._rows = {family.element: Rows(family, self._ledger) for family in (SMS, CALL)}
        self._roots, self._is_closed, self._depth = 0, False, 0
        codec = wide_codec(head)
        with self._source.open_member(index, tolerant=True) as stream:
            if codec:
                yield from self._wide(index, codec, Narrowed(stream, codec))
            else:
                yield from self._whole(Window(stream, self._told, self._block_bytes))

    def _wide(self, index: int, codec: str, stream: Narrowed) -> Iterator[Item]:
        """Read a member in UTF-16 and give its items with their places in it."""
        window = Window(stream, lambda _: self._told(stream.reached), self._block_bytes)
        with self._source.open_member(index, tolerant=True) as again:
            places = Places(again, codec)
            # Mapped, because a loop here would hold a long text while the next is read.
            yield from map(
                partial(in_file, places=places, place=self._ledger.place), self._whole(window)
            )

    def _whole(self, window: Window) -> Iterator[Item]:
        """Give everything from a member's first byte to its last."""
        yield from self._tags(window)
        if self._open is not None:
            yield from self._abandoned(self._open, "cut_off")
        yield from self._junk_so_far()
        if self._roots and not self._is_closed:
            self._warn("cut_off")

    def _told(self, offset: int) -> None:
        self._progress(min(self._done_bytes + offset, self._total_bytes), self._total_bytes)

    def _tags(self, window: Window) -> Iterator[Item]:
        reader = TagReader(window, self._source.limits.text_bytes)
        rows = self._rows[b"sms"]
        while True:
            if self._open is None and self._junk is None and not self._is_closed:
                yield from rows.alike(window)
            tag = reader.next()
            if tag is None:
                return
            rows = self._rows.get(tag.name, rows)
            if tag.kind is not TagKind.COMMENT:
                yield from self._tag(tag)
            del tag  # a long text is not held while the next is read

    def _tag(self, tag: Tag) -> Iterator[Item]:
        is_new = tag.name in (*_RECORDS, *_ROOTS) and not _closes_mms(tag)
        if self._open is not None and is_new:
            yield from self._abandoned(self._open, "not_closed")
        if self._open is not None:
            yield from self._inside(self._open, tag)
        elif tag.kind is TagKind.DAMAGE:
            yield from self._damage(tag)
        elif tag.name in _ROOTS:
            yield from self._junk_so_far()
            self._root(tag)
        elif tag.name in _RECORDS:
            yield from self._record(tag)
        else:
            yield from self._damage(self._unknown(tag))

    def _root(self, tag: Tag) -> None:
        if tag.kind is TagKind.CLOSE:
            self._is_closed = True
            return
        self._is_closed = tag.kind is TagKind.EMPTY
        self._roots += 1
        if self._roots > 1:
            self._warn("second_document")
        count = dict(zip(tag.names, tag.values, strict=True)).get(b"count", b"")
        if count.isdigit():
            self._claimed.append(int(count[:18]))

    def _record(self, tag: Tag) -> Iterator[Item]:
        if tag.kind is TagKind.CLOSE:
            return
        self._depth = 0
        if self._is_closed:
            self._warn("records_after_end")
        if tag.name == _MMS:
            yield from self._multimedia_begins(tag)
            return
        try:
            record = self._rows[tag.name].record(tag)
        except Unreadable as error:
            self._damaged_records += 1
            yield from self._stretch(error.reason, tag.start, tag.end)
            return
        yield from self._whole_record(record)

    def _multimedia_begins(self, tag: Tag) -> Iterator[Item]:
        self._open = self._multimedia.begun(tag)
        if tag.kind is TagKind.EMPTY:
            yield from self._multimedia_ends(self._open)

    def _inside(self, message: Multimedia, tag: Tag) -> Iterator[Item]:
        """Take a tag between a multimedia message's own and its end."""
        message.end = tag.end
        if _closes_mms(tag):
            yield from self._multimedia_ends(message)
        elif tag.kind is TagKind.DAMAGE:
            message.broken = message.broken or tag.reason
        elif tag.name in _ADDED and tag.kind is not TagKind.CLOSE:
            self._multimedia.add(message, tag)
        elif tag.name not in (*_ADDED, *_WRAPPERS):
            message.flags.append("unknown_part")

    def _multimedia_ends(self, message: Multimedia) -> Iterator[Item]:
        if message.broken:
            yield from self._abandoned(message, message.broken)
            return
        self._open = None
        record = self._multimedia.record(message)
        yield from self._whole_record(record)

    def _whole_record(self, record: MessageRecord) -> Iterator[Item]:
        """Give a record, behind what stands before it."""
        yield from self._junk_so_far()
        yield from self._ledger.conversations.fresh()
        yield record

    def _abandoned(self, message: Multimedia, reason: str) -> Iterator[Item]:
        """Give up a multimedia message, its parts included."""
        self._open = None
        self._damaged_records += 1
        yield from self._stretch(message.broken or reason, message.tag.start, message.end)

    def _unknown(self, tag: Tag) -> Tag:
        """Count how deep unknown elements lie in one another. Raises LimitExceeded."""
        if tag.kind is not TagKind.EMPTY:
            self._depth += 1 if tag.kind is TagKind.OPEN else -1
        if self._depth > self._source.limits.xml_depth:
            raise errors.LimitExceeded("depth", where=str(tag.start))
        return tag._replace(reason="unknown_element")

    def _damage(self, tag: Tag) -> Iterator[Item]:
        """Tell of a stretch that is not a whole record."""
        self._damaged_records += tag.name in _RECORDS
        yield from self._stretch(tag.reason, tag.start, tag.end)

    def _stretch(self, reason: str, start: int, end: int) -> Iterator[Item]:
        """Give a stretch; one that is not a record's is kept back and joined to its neighbour.

        So is every one of very many: a hostile file has millions.
        """
        self._stretches += 1
        if reason == "cut_off":
            self._warn(reason)
        if reason not in _JUNK and self._stretches < _MOST_STRETCHES:
            yield from self._junk_so_far()
            yield self._ledger.not_understood(reason, start, end)
        elif self._junk is None:
            self._junk = self._ledger.not_understood(reason, start, end)
        else:
            first = self._junk
            self._junk = self._ledger.not_understood(first.reason, first.offset, end)

    def _junk_so_far(self) -> Iterator[Item]:
        if self._junk is not None:
            yield self._junk
            self._junk = None

    def _warn(self, code: str) -> None:
        if code not in self.warnings:
            self.warnings.append(code)


def _closes_mms(tag: Tag) -> bool:
    return tag.kind is TagKind.CLOSE and tag.name == _MMS
