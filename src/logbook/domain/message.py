"""Messages from an export, in the one shape that every importer gives (research: messages.md 1)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from logbook.domain.ids import ConversationId, EvidenceId, ImportId, MessageId, Sha256

if TYPE_CHECKING:
    from logbook.domain.message_columns import Item


class MessageKind(StrEnum):
    """What a record of an export is; an unknown one is `UNSUPPORTED` and kept."""

    TEXT = "text"
    MEDIA = "media"
    CALL = "call"
    SYSTEM = "system"
    REACTION = "reaction"
    POLL = "poll"
    LOCATION = "location"
    CONTACT = "contact"
    DELETED_MARKER = "deleted_marker"
    EDITED_MARKER = "edited_marker"
    UNSUPPORTED = "unsupported"


class ZoneBasis(StrEnum):
    """Why an instant is believed."""

    EPOCH_IN_FILE = "epoch_in_file"
    OFFSET_IN_FILE = "offset_in_file"
    UTC_STATED_IN_FILE = "utc_stated_in_file"
    USER_STATED_ZONE = "user_stated_zone"
    DEVICE_ZONE_GUESS = "device_zone_guess"
    NONE = "none"


class Direction(StrEnum):
    """Which way a message went, as the file says."""

    IN = "in"
    OUT = "out"
    UNKNOWN = "unknown"


class AttachmentRef(NamedTuple):
    """A file that a message names. `present` false: the export names it and does not hold it.

    `member` is the source's own address of the bytes: the index of a zip member as text, or
    `offset+length` of base64 inside the file; empty when absent.
    """

    name: str  # untrusted: a label only
    present: bool
    member: str = ""
    media_type_stated: str = ""


class MessageRecord(NamedTuple):
    """One record of an export. A named tuple, because imports make millions of them.

    `instant_ms` is milliseconds since 1970 UTC or None; `local` is wall clock `YYYY-MM-DDTHH:MM:SS`
    (with `.mmm` where the file has it) or empty; `time_precision` one of day, min, s, ms. `offset`
    and `length` are the bytes of the record in the member it came from. `text` is the text as in
    the file, never altered, except that code points which cannot be kept became U+FFFD with a
    flag; `repaired` is a second reading or empty.
    `sender_is_me` is None when not known.
    """

    order_index: int
    conversation: int  # place in the conversations that the importer gave
    locator: str
    offset: int
    length: int
    sender: str
    sender_is_me: bool | None
    recipients: tuple[str, ...]
    direction: Direction
    kind: MessageKind
    text: str
    repaired: str
    flags: tuple[str, ...]
    time_raw: str
    instant_ms: int | None
    local: str
    time_precision: str
    zone_basis: ZoneBasis
    fold: str  # "", "0", "1", "ambiguous", "gap"
    attachments: tuple[AttachmentRef, ...]
    extra: str = ""  # canonical JSON for what only this format has (call duration, SIM, status ...)


HAS_SUBJECT = "has_subject"  # a flag: `extra` holds a subject line beside the text
_SUBJECTS = ("sub", "subject")  # what formats call it


def subject_of(record: MessageRecord) -> str:
    """Return the subject line that a message has besides its text; most have none."""
    if HAS_SUBJECT not in record.flags:
        return ""
    fields = json.loads(record.extra)
    return next((str(fields[name]) for name in _SUBJECTS if name in fields), "")


def day_of(record: MessageRecord, zone: str) -> date | None:
    """Return the day of a message in a zone, or as the file has it; None where no calendar does."""
    try:
        if record.instant_ms is not None:
            return datetime.fromtimestamp(record.instant_ms / 1000, ZoneInfo(zone or "UTC")).date()
        return datetime.fromisoformat(record.local).date() if record.local else None
    except (ValueError, OverflowError, OSError, KeyError):  # the last: a zone that is not known
        return None


class NotUnderstood(NamedTuple):
    """A stretch of the file that is no record we know; it stays in the original."""

    locator: str
    reason: str  # a code, such as "cut_off", "no_header", "bad_reference"
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class ConversationInfo:
    """A conversation as the export names it; `key` is stable between exports of the same chat."""

    key: str
    title: str
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something about a file that only the person can say, with what the file itself suggests."""

    kind: str  # "date_order", "zone", "me"
    choices: tuple[str, ...]
    suggestion: str  # empty: no safe suggestion
    basis: (
        str  # a code for why: "field_over_12", "time_order", "year_first", "device_guess", "none"
    )
    examples: tuple[tuple[str, str], ...] = ()  # choice -> a worked example from the file
    must_ask: bool = False  # no default is safe; the command line refuses without an answer


@dataclass(frozen=True, slots=True)
class FormatInfo:
    """A format that can be brought in."""

    id: str  # "whatsapp", "sms-backup-restore"
    label: str
    how_to_get: str
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Examination:
    """What a first look at an export found; nothing has been written."""

    format: FormatInfo
    records: int
    conversations: tuple[ConversationInfo, ...]
    senders: Mapping[str, int]  # sender as in the file -> number of records
    first: str  # wall clock of the first and last record under the suggested answers
    last: str
    questions: tuple[Question, ...]
    not_understood: tuple[NotUnderstood, ...]
    media_named: int
    media_present: int
    warnings: tuple[
        str, ...
    ] = ()  # codes: "count_differs", "near_cap", "cut_off", "file_is_editable" ...
    # What the look already knows, for reading the very same bytes: as `Importer.read`.
    read_again: Callable[..., Iterator[Item]] | None = field(
        default=None, repr=False, compare=False
    )


@dataclass(frozen=True, slots=True)
class Answers:
    """What the person said, or left to the file's own evidence (empty)."""

    zone: str = ""  # IANA name
    date_order: str = ""  # dmy, mdy, ymd
    me: str = ""  # a sender as in the file
    basis: Mapping[str, str] = field(default_factory=dict)  # question kind -> why the answer holds


@dataclass(frozen=True, slots=True)
class Message:
    """A message as kept."""

    id: MessageId
    import_id: ImportId
    conversation: ConversationId
    number: int  # place within its conversation, from 1, in file order
    record: MessageRecord
    attachments: tuple[MessageAttachment, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageAttachment:
    """An attachment as kept; `evidence` is None where the export did not hold the file."""

    name: str
    present: bool
    evidence: EvidenceId | None
    sha256: Sha256 | None


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation as kept."""

    id: ConversationId
    key: str
    title: str
    platform: str
    participants: tuple[str, ...]
    messages: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """The three counts that must add up, and everything a person should know about an import."""

    import_id: ImportId | None  # None after a dry run
    name: str
    sha256: Sha256
    size_bytes: int
    format: str
    records_in_file: int
    messages_stored: int
    already_here: int
    not_understood: tuple[NotUnderstood, ...]
    linked: int
    missing: tuple[str, ...]  # the first names of them
    unnamed: tuple[str, ...]
    conversations: tuple[Conversation, ...]
    questions: tuple[tuple[str, str, str], ...]  # kind, answer, basis
    warnings: tuple[str, ...]
    more_missing: int = 0  # each message still names its own
