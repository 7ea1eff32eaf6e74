"""Text messages and calls of an SMS backup: one tag, one record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from logbook.domain.message import Direction, MessageKind, MessageRecord, ZoneBasis
from logbook.importers import zones
from logbook.importers.sms_backup_layout import UNKNOWN_WAY, Family, Row, row_of
from logbook.importers.sms_backup_ledger import IS_ME, Ledger
from logbook.importers.sms_backup_tags import Tag
from logbook.importers.sms_backup_values import (
    Text,
    Unreadable,
    is_missing,
    label,
    not_kept,
    quoted,
    repaired,
    resolved,
)
from logbook.importers.sms_backup_window import Window

_MOST_REMEMBERED = 50_000
_MOST_LAYOUTS = 64
_EPOCH = ZoneBasis.EPOCH_IN_FILE
_HIDDEN_CALLER = re.compile(rb"-[1-4]")  # Android's call log: unknown, private, pay phone


class Standing(NamedTuple):
    """What a record has in common with others of the same person and kind.

    `pieces` are the members of its JSON that sort before, between and behind the two busy ones;
    `before`, `between` and `behind` are all that stands around the values of those two.
    """

    conversation: int
    sender: str
    sender_is_me: bool | None
    recipients: tuple[str, ...]
    direction: Direction
    flags: tuple[str, ...]
    pieces: tuple[str, str, str]
    before: str
    between: str
    behind: str


class Rows:
    """Makes records of one family."""

    def __init__(self, family: Family, ledger: Ledger) -> None:
        self._family = family
        self._ledger = ledger
        self._rows: dict[tuple[bytes, ...], Row | None] = {}
        self._row: Row | None = None  # how the next records probably look
        self._standings: dict[tuple[bytes, ...], Standing] = {}

    def record(self, tag: Tag) -> MessageRecord:
        """Make the record of any tag of the family, and learn from it. Raises Unreadable."""
        ledger, family = self._ledger, self._family
        values = dict(zip(tag.names, tag.values, strict=True))
        own = {name: ledger.text(values[name]) for name in family.own if name in values}
        standing = self._standing(tag, values)
        time = ledger.time(values.get(b"date", b""))
        flags = [*standing.flags, *time.flags, *self._unusual(values)]
        flags += [flag for read in own.values() for flag in read.flags]
        length = tag.end - tag.start
        return MessageRecord(
            order_index=ledger.next_order(),
            conversation=standing.conversation,
            locator=ledger.address(tag.start, length),
            offset=tag.start,
            length=length,
            sender=standing.sender,
            sender_is_me=standing.sender_is_me,
            recipients=standing.recipients,
            direction=standing.direction,
            kind=family.kind,
            text=own[family.text].text if family.text in own else "",
            repaired="",
            flags=tuple(dict.fromkeys(flags)),
            time_raw=own[b"date"].text if b"date" in own else "",
            instant_ms=time.instant_ms,
            local=ledger.local(time.instant_ms),
            time_precision=time.precision,
            zone_basis=ZoneBasis.NONE if time.instant_ms is None else ZoneBasis.EPOCH_IN_FILE,
            fold="",
            attachments=(),
            extra=self._extra(standing, own),
        )

    def alike(self, window: Window) -> Iterator[MessageRecord]:
        """Give the records that follow in the layout of the last one, as long as they do.

        This is `record` for nearly all of a file: one pattern and one look-up instead of a dozen
        values. It stops before everything unusual; a test holds the two to the same answers.
        """
        row, ledger, kind = self._row, self._ledger, self._family.kind
        if row is None:
            return
        match, own_of, repeated_of, end_group = row.match, row.own, row.repeated, row.last_group
        standings, new = self._standings, tuple.__new__
        clock, place, encoding, epoch = ledger.clock, ledger.place, ledger.encoding, _EPOCH
        first_ms, last_ms = zones.FIRST_PLAUSIBLE_MS, ledger.latest_ms
        order = ledger.records
        buffer, base, at = window.buffer, window.base, window.past_blanks()
        while found := match(buffer, at):
            groups = found.groups()
            date, quoted_text, first, second = own_of(groups)
            standing = standings.get(repeated_of(groups))
            instant_ms = int(date)
            if standing is None or not first_ms <= instant_ms <= last_ms:
                break
            number, sender, is_me, to, direction, flags, _, before, between, behind = standing
            try:
                text = quoted_text[1:-1].decode(encoding)
                if b"&" in quoted_text:
                    text = resolved(text)
                    if not_kept(text):
                        text, more_flags = repaired(text)
                        flags = tuple(dict.fromkeys(flags + more_flags))
                first_busy, second_busy = first.decode(encoding), second.decode(encoding)
            except (Unreadable, UnicodeDecodeError):
                break
            start, at = found.span()
            length = found.end(end_group) - start + row.closing_bytes
            start += base
            yield new(
                MessageRecord,
                (
                    order,
                    number,
                    f"{place}{start}+{length}",
                    start,
                    length,
                    sender,
                    is_me,
                    to,
                    direction,
                    kind,
                    text,
                    "",
                    flags,
                    date.decode(),
                    instant_ms,
                    clock(instant_ms) if clock else "",
                    "ms",
                    epoch,
                    "",
                    (),
                    f"{before}{first_busy}{between}{second_busy}{behind}",
                ),
            )
            order += 1
        window.at, ledger.records = at, order

    def _unusual(self, values: Mapping[bytes, bytes]) -> list[str]:
        """Return flags of records that `alike` does not make."""
        if self._family.text and self._family.text not in values:
            return ["no_body"]
        is_call = self._family.kind is MessageKind.CALL
        if is_call and (values.get(b"type"), values.get(b"duration")) == (b"2", b"0"):
            return ["not_answered"]
        return []

    def _extra(self, standing: Standing, own: Mapping[bytes, Text]) -> str:
        """Write the canonical JSON of what a record has no field for."""
        members = [standing.pieces[0]]
        for name, behind in zip(self._family.busy, standing.pieces[1:], strict=True):
            if name in own and own[name].text not in {"", "null"}:
                members.append(_member(name, own[name]))
            members.append(behind)
        return "{" + ",".join(filter(None, members)) + "}"

    def _standing(self, tag: Tag, values: Mapping[bytes, bytes]) -> Standing:
        """Return what repeats of a tag, and remember it for others like it."""
        self._learn(tag.layout)
        own = self._family.own
        repeated = {name: value for name, value in values.items() if name not in own}
        generic_key = (*repeated, *repeated.values())
        quick_key = self._row.key(values) if self._row is not None and tag.layout else generic_key
        known = self._standings.get(quick_key) or self._standings.get(generic_key)
        if known is None:
            known = self._new_standing(values, repeated)
            if len(self._standings) >= _MOST_REMEMBERED:
                self._standings.clear()
            self._standings[generic_key] = known
        self._standings[quick_key] = known
        return known

    def _new_standing(
        self, values: Mapping[bytes, bytes], repeated: Mapping[bytes, bytes]
    ) -> Standing:
        """Say who a record is with, and which way it went."""
        family = self._family
        fields = {name: self._ledger.text(value) for name, value in repeated.items()}
        way = family.ways.get(values.get(b"type", b""), UNKNOWN_WAY)
        others, flags = self._others(values, fields)
        name = fields[b"contact_name"].text if b"contact_name" in fields else ""
        flags = [*way.flags, *flags, *(flag for read in fields.values() for flag in read.flags)]
        is_in = way.direction is Direction.IN
        first, second = family.busy
        members = {
            name: _member(name, fields[name])
            for name in sorted(fields)
            if name != family.number and not is_missing(repeated[name])
        }
        before = ",".join(text for name, text in members.items() if name < first)
        between = ",".join(text for name, text in members.items() if first < name < second)
        behind = ",".join(text for name, text in members.items() if name > second)
        return Standing(
            conversation=self._ledger.conversations.with_others(others, name),
            sender=others[0] if others and is_in else "",
            sender_is_me=IS_ME[way.direction],
            recipients=() if is_in else others,
            direction=way.direction,
            flags=tuple(dict.fromkeys(flags)),
            pieces=(before, between, behind),
            before=f'{{{before}{"," if before else ""}{quoted(label(first))}:"',
            between=f'",{between}{"," if between else ""}{quoted(label(second))}:"',
            behind=f'"{"," if behind else ""}{behind}}}',
        )

    def _others(
        self, values: Mapping[bytes, bytes], fields: Mapping[bytes, Text]
    ) -> tuple[tuple[str, ...], list[str]]:
        """Return the numbers of the other side, and a flag where the network hid them."""
        raw = values.get(self._family.number, b"")
        if _HIDDEN_CALLER.fullmatch(raw):
            return (), ["hidden_number"]
        if is_missing(raw):
            return (), []
        return tuple(filter(None, fields[self._family.number].text.split("~"))), []

    def _learn(self, layout: tuple[bytes, ...]) -> None:
        """Expect the next records to be written as this one is."""
        if not layout:
            return
        if layout not in self._rows and len(self._rows) < _MOST_LAYOUTS:
            self._rows[layout] = row_of(layout, self._family)
        self._row = self._rows.get(layout)


def _member(name: bytes, value: Text) -> str:
    return f"{quoted(label(name))}:{quoted(value.text)}"
