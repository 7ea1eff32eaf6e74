"""Multimedia messages of an SMS backup: a tag with parts and addresses makes one record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from logbook.domain.message import (
    HAS_SUBJECT,
    AttachmentRef,
    Direction,
    MessageKind,
    MessageRecord,
    ZoneBasis,
)
from logbook.importers.limits import Limits
from logbook.importers.sms_backup_layout import UNKNOWN_WAY, Way
from logbook.importers.sms_backup_ledger import IS_ME, Ledger
from logbook.importers.sms_backup_people import OWN_NUMBER
from logbook.importers.sms_backup_sniff import differ, sniffed
from logbook.importers.sms_backup_tags import Stretch, Tag
from logbook.importers.sms_backup_values import (
    LONGEST_FIELDS_BYTES,
    MISSING,
    Unreadable,
    canonical,
    label,
    refuse_long_fields,
)

_BOXES = {  # Android's Telephony.Mms
    "1": Way(Direction.IN),
    "2": Way(Direction.OUT),
    "3": Way(Direction.OUT, ("draft",)),
    "4": Way(Direction.OUT, ("outbox",)),
    "5": Way(Direction.OUT, ("failed",)),
}
_NOT_DOWNLOADED = "130"  # m_type: the network announced it, the phone never fetched it
_FROM, _TO, _CC, _BCC = "137", "151", "130", "129"  # of an address, as in the PDU
_LAYOUT_ONLY = "application/smil"
_NAME_ORDER = ("fn", "cl", "name", "cid")
_OWN_FIELDS = ("date", "address")
_SECOND_MS = 1000
_PART_COST = 2000  # bytes that a part takes beside its values, so that many empty ones count

Fields = dict[str, str]


@dataclass(slots=True)
class Part:
    """A part with its values read; `data` where it is a file, `found` what that file is."""

    fields: Fields
    data: Stretch | None
    found: str


@dataclass(slots=True)
class Multimedia:
    """A multimedia message while it is read.

    `fields` leave out what the app did not know. `broken` holds the reason why it cannot be kept,
    and `end` how far it reaches.
    """

    tag: Tag
    fields: Fields
    flags: list[str]
    end: int
    parts: list[Part] = field(default_factory=list)
    addresses: list[Fields] = field(default_factory=list)
    broken: str = ""
    text_bytes: int = 0  # of all values
    people_bytes: int = 0  # of the addresses, which are remembered longer than a text
    held_bytes: int = 0  # with what tags take beside their values


class MultimediaMessages:
    """Makes the records of multimedia messages."""

    def __init__(self, ledger: Ledger, limits: Limits) -> None:
        self._ledger = ledger
        self._limits = limits

    def begun(self, tag: Tag) -> Multimedia:
        """Begin a message with its own tag."""
        message = Multimedia(tag, {}, [], tag.end)
        message.fields = self._read(message, tag)
        self._count(message, tag)
        return message

    def add(self, message: Multimedia, tag: Tag) -> None:
        """Add a part or an address; one that is too much breaks the message."""
        self._count(message, tag)
        if message.broken:
            return
        fields = self._read(message, tag)
        if tag.name == b"part":
            message.parts.append(Part(fields, tag.data, sniffed(tag.data.head) if tag.data else ""))
        else:
            message.addresses.append(fields)

    def record(self, message: Multimedia) -> MessageRecord:
        """Make the record of a message that is read to its end."""
        ledger, start = self._ledger, message.tag.start
        way = _BOXES.get(message.fields.get("msg_box", ""), UNKNOWN_WAY)
        sender, recipients, others = _people(message, way.direction)
        raw_date = message.fields.get("date", "")
        time = ledger.time(raw_date.encode())
        text, text_flags = _text(message)
        attachments, file_flags = self._attachments(message)
        kind, kind_flags = _kind(message, attachments)
        flags = [*way.flags, *time.flags, *kind_flags, *text_flags, *file_flags, *message.flags]
        name = message.fields.get("contact_name", "")
        is_whole_second = time.instant_ms is not None and time.instant_ms % _SECOND_MS == 0
        return MessageRecord(
            order_index=ledger.next_order(),
            conversation=ledger.conversations.with_others(others, name),
            locator=ledger.address(start, message.end - start),
            offset=start,
            length=message.end - start,
            sender=sender,
            sender_is_me=IS_ME[way.direction],
            recipients=recipients,
            direction=way.direction,
            kind=kind,
            text=text,
            repaired="",
            flags=tuple(dict.fromkeys(flags)),
            time_raw=raw_date,
            instant_ms=time.instant_ms,
            local=ledger.local(time.instant_ms),
            time_precision="s" if is_whole_second else time.precision,
            zone_basis=ZoneBasis.NONE if time.instant_ms is None else ZoneBasis.EPOCH_IN_FILE,
            fold="",
            attachments=attachments,
            extra=_extra(message),
        )

    def _count(self, message: Multimedia, tag: Tag) -> None:
        """Break a message with more text than one may have, or with too many tags."""
        message.text_bytes += sum(map(len, tag.values))
        message.held_bytes += _PART_COST + sum(map(len, tag.values))
        if tag.name == b"addr":
            message.people_bytes += sum(map(len, tag.values))
        is_long = (
            message.text_bytes > self._limits.text_bytes
            or message.people_bytes > LONGEST_FIELDS_BYTES
        )
        if is_long or message.held_bytes > self._limits.attribute_bytes:
            message.broken = message.broken or "too_long"
            message.parts.clear()
            message.addresses.clear()

    def _read(self, message: Multimedia, tag: Tag) -> Fields:
        """Read the values of a tag; one that cannot be read breaks the message."""
        word = self._ledger.word
        named = dict(zip(tag.names, tag.values, strict=True))
        try:
            refuse_long_fields(named, b"text")
            texts = {
                name: word(value)
                for name, value in named.items()
                if value not in MISSING or name == b"text"  # "null" may be what somebody wrote
            }
        except Unreadable as error:
            message.broken = message.broken or error.reason
            return {}
        message.flags += [flag for text in texts.values() for flag in text.flags]
        return {label(name): text.text for name, text in texts.items()}

    def _attachments(self, message: Multimedia) -> tuple[tuple[AttachmentRef, ...], list[str]]:
        refs: list[AttachmentRef] = []
        flags: list[str] = []
        for part in message.parts:
            if _is_layout(part) or _is_text(part):
                continue
            data = part.data
            is_there = data is not None and data.length > 0 and data.head != b"null"
            stated = part.fields.get("ct", "")
            member = ""
            if data is not None and is_there:
                member = self._ledger.address(data.offset, data.length)
                flags += [] if data.is_sound else ["bad_base64"]
                flags += ["type_differs"] if differ(stated, part.found) else []
            refs.append(AttachmentRef(_file_name(part, len(refs)), is_there, member, stated))
        return tuple(refs), flags


def _is_layout(part: Part) -> bool:
    return part.fields.get("ct", "").lower().startswith(_LAYOUT_ONLY)


def _is_text(part: Part) -> bool:
    """Tell whether a part is words of the message; a text file that was sent has `data`."""
    return part.data is None and part.fields.get("ct", "").lower().startswith("text/plain")


def _file_name(part: Part, place: int) -> str:
    named = (part.fields.get(name, "").strip("<>") for name in _NAME_ORDER)
    return next(filter(None, named), f"part-{place + 1}")


def _text(message: Multimedia) -> tuple[str, list[str]]:
    """Return the words: several text parts, as phones cut long messages, in lines of their own."""
    texts = [part.fields.get("text", "") for part in message.parts if _is_text(part)]
    flags = ["several_texts"] if len(texts) > 1 else []
    flags += [HAS_SUBJECT] if message.fields.get("sub", "") else []
    return "\n".join(texts), flags


def _kind(
    message: Multimedia, attachments: tuple[AttachmentRef, ...]
) -> tuple[MessageKind, list[str]]:
    if message.fields.get("m_type") == _NOT_DOWNLOADED:
        return MessageKind.UNSUPPORTED, ["not_downloaded"]
    return (MessageKind.MEDIA if attachments else MessageKind.TEXT), []


def _people(
    message: Multimedia, direction: Direction
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return sender, recipients, and everyone but the phone's owner.

    The `address` of the message itself never names the owner. Where it is missing, the one
    recipient of a message that came in is the owner; of several nobody can tell which.
    """
    from_ = _addressed(message, _FROM)
    to = _addressed(message, _TO, _CC, _BCC)
    named = tuple(filter(None, message.fields.get("address", "").split("~")))
    sender = from_[0] if from_ else ""
    if direction is Direction.OUT:
        return sender, to or named, named or to
    sender = sender or (named[0] if len(named) == 1 else "")
    others = named or tuple(dict.fromkeys((*from_, *(to if len(to) > 1 else ()))))
    return sender, to, others


def _addressed(message: Multimedia, *kinds: str) -> tuple[str, ...]:
    found = (a.get("address", "") for a in message.addresses if a.get("type") in kinds)
    return tuple(number for number in found if number and number != OWN_NUMBER)


def _extra(message: Multimedia) -> str:
    """Write what only this format has, layout and address types included."""
    fields: dict[str, object] = {
        name: value for name, value in message.fields.items() if name not in _OWN_FIELDS
    }
    parts = [_part_for_extra(part) for part in message.parts]
    if parts:
        fields["parts"] = parts
    if message.addresses:
        fields["addrs"] = message.addresses
    return canonical(fields)


def _part_for_extra(part: Part) -> Mapping[str, str]:
    fields = dict(part.fields)
    if _is_text(part) or fields.get("text") in {"", "null"}:
        fields.pop("text", None)
    if part.found:
        fields["media_type_found"] = part.found
    return fields
