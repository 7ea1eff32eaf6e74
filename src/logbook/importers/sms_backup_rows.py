"""Text messages and calls of an SMS backup: one tag, one record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from logbook.domain.message import (
    HAS_SUBJECT,
    Direction,
    MessageKind,
    MessageRecord,
    ZoneBasis,
)
from logbook.importers import zones
from logbook.importers.sms_backup_layout import CALL, UNKNOWN_WAY, Family, Row, row_of
from logbook.importers.sms_backup_ledger import IS_ME, Ledger
from logbook.importers.sms_backup_tags import Tag
from logbook.importers.sms_backup_values import (
    STRETCH_BYTES,
    Text,
    Unreadable,
    is_missing,
    label,
    not_kept,
    quoted,
    refuse_long_fields,
    repaired,
    resolved,
)
from logbook.importers.sms_backup_window import Window

_MOST_REMEMBERED = 5_000
_MOST_LAYOUTS = 64
_MOST_BYTES = 4 << 20  # of records whose standing is remembered
_EPOCH = ZoneBasis.EPOCH_IN_FILE
_NOT_ANSWERED = b"0"  # the duration of a call that went out
_HIDDEN_CALLER = re.compile(rb"-[1-4]")  # Android's call log: unknown, private, pay phone


class Standing(NamedTuple):
    """What a record has in common with others of the same person and kind.

    `pieces` are the members of its JSON that sort before, between and behind the two busy ones.
    """

    conversation: int
    sender: str
    sender_is_me: bool | None
    recipients: tuple[str, ...]
    direction: Direction
    flags: tuple[str, ...]
    pieces: tuple[str, str, str]


class Expected(NamedTuple):
    """A standing as `alike` uses it, in a layout of which it knows all but the values.

    `unusual` is a value of the first busy attribute that needs a second look. Those of both come
    between `before`, `between` and `behind`, which together are the JSON.
    """

    conversation: int
    sender: str
    sender_is_me: bool | None
    recipients: tuple[str, ...]
    direction: Direction
    flags: tuple[str, ...]
    unusual: bytes
    before: str
    between: str
    behind: str


Layout = tuple[Row, dict[tuple[bytes, ...], Expected]]


class Rows:
    """Makes records of one family."""

    def __init__(self, family: Family, ledger: Ledger) -> None:
        self._family = family
        self._ledger = ledger
        self._own = family.own
        self._layouts: dict[tuple[bytes, ...], Layout | None] = {}
        self._layout: Layout | None = None  # how the next records probably look
        self._standings: dict[tuple[bytes, ...], Standing] = {}
        self._remembered_bytes = 0

    def record(self, tag: Tag) -> MessageRecord:
        """Make the record of any tag of the family, and learn from it. Raises Unreadable."""
        ledger, family = self._ledger, self._family
        values = dict(zip(tag.names, tag.values, strict=True))
        refuse_long_fields(values, family.text)
        own = {name: ledger.text(values[name]) for name in self._own if name in values}
        standing = self._standing(tag, values)
        time_raw = own[b"date"].text if b"date" in own else ""
        time = ledger.time(time_raw.encode())
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
            time_raw=time_raw,
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
        values. It stops before everything unusual; a test holds the two to the same answers. It is
        one long loop, as a call in it would be made once for every record of a file.
        """
        if self._layout is None:
            return
        row, standings = self._layout
        ledger, kind, new = self._ledger, self._family.kind, tuple.__new__
        match, own_of, repeated_of, end_group = row.match, row.own, row.repeated, row.last_group
        clock, place, encoding, epoch = ledger.clock, ledger.place, ledger.encoding, _EPOCH
        is_guess = ledger.is_guess
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
            number, sender, is_me, to, direction, flags, unusual, before, between, behind = standing
            if first == unusual or len(quoted_text) > STRETCH_BYTES:
                break
            if is_guess and not found[0].isascii():
                break
            try:
                text = quoted_text[1:-1].decode(encoding)
                if b"&" in quoted_text:
                    text, flags = _with_entities(text, flags)
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
        if is_call and (values.get(b"type"), values.get(b"duration")) == (b"2", _NOT_ANSWERED):
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
        key = (*tag.names, *(value for name, value in values.items() if name not in self._own))
        known = self._standings.get(key)
        if known is None:
            self._remembered_bytes += tag.end - tag.start
            if len(self._standings) >= _MOST_REMEMBERED or self._remembered_bytes > _MOST_BYTES:
                self._standings.clear()
                self._layouts.clear()
                self._remembered_bytes = 0
            known = self._standings[key] = self._new_standing(values)
        if tag.layout:
            self._learn(tag.layout, values, known)
        return known

    def _new_standing(self, values: Mapping[bytes, bytes]) -> Standing:
        """Say who a record is with, and which way it went."""
        family = self._family
        repeated = {name: value for name, value in values.items() if name not in self._own}
        fields = {name: self._ledger.text(value) for name, value in repeated.items()}
        kind = fields[b"type"].text.encode() if b"type" in fields else b""
        way = family.ways.get(kind, UNKNOWN_WAY)
        others, flags = self._others(values, fields)
        name = fields[b"contact_name"].text if b"contact_name" in fields else ""
        flags = [*way.flags, *flags, *(flag for read in fields.values() for flag in read.flags)]
        flags += [] if is_missing(values.get(b"subject", b"")) else [HAS_SUBJECT]
        is_in = way.direction is Direction.IN
        first, second = family.busy
        members = {
            name: _member(name, fields[name])
            for name in sorted(fields)
            if name != family.number and not is_missing(repeated[name])
        }
        return Standing(
            conversation=self._ledger.conversations.with_others(others, name),
            sender=others[0] if others and is_in else "",
            sender_is_me=IS_ME[way.direction],
            recipients=() if is_in else others,
            direction=way.direction,
            flags=tuple(dict.fromkeys(flags)),
            pieces=(
                ",".join(text for name, text in members.items() if name < first),
                ",".join(text for name, text in members.items() if first < name < second),
                ",".join(text for name, text in members.items() if name > second),
            ),
        )

    def _learn(
        self, layout: tuple[bytes, ...], values: Mapping[bytes, bytes], standing: Standing
    ) -> None:
        """Expect the next records to be written as this one is, about the same person."""
        if layout not in self._layouts and len(self._layouts) < _MOST_LAYOUTS:
            row = row_of(layout, self._family)
            self._layouts[layout] = (row, {}) if row is not None else None
        self._layout = self._layouts.get(layout)
        if self._layout is not None:
            row, known = self._layout
            known[row.key(values)] = self._expected(standing, values)

    def _expected(self, standing: Standing, values: Mapping[bytes, bytes]) -> Expected:
        """Prepare what `alike` puts around the values of the two busy attributes, if they exist."""
        first, second = self._family.busy
        members = [
            standing.pieces[0],
            f'{quoted(label(first))}:"\0"' if first in values else "",
            standing.pieces[1],
            f'{quoted(label(second))}:"\1"' if second in values else "",
            standing.pieces[2],
        ]
        json = "{" + ",".join(filter(None, members)) + "}"
        before, rest = json.split("\0") if first in values else ("", json)
        between, behind = rest.split("\1") if second in values else (rest, "")
        is_call_out = self._family is CALL and standing.direction is Direction.OUT
        return Expected(
            *standing[:6], _NOT_ANSWERED if is_call_out else b"null", before, between, behind
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


def _with_entities(text: str, flags: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return a text with its references resolved, and its flags. Raises Unreadable."""
    text = resolved(text)
    if not_kept(text):
        text, more_flags = repaired(text)
        flags = tuple(dict.fromkeys(flags + more_flags))
    return text, flags


def _member(name: bytes, value: Text) -> str:
    return f"{quoted(label(name))}:{quoted(value.text)}"
