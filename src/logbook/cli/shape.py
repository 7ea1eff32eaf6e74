"""The JSON shapes of the contract: how domain values look to a script."""

from __future__ import annotations

from datetime import UTC, datetime

from logbook.domain.entry import Entry, EntryText, EntryVersion, title_of
from logbook.domain.evidence import Evidence
from logbook.domain.ids import MessageId, PersonId
from logbook.domain.message import (
    Conversation,
    ImportSummary,
    Message,
    MessageAttachment,
    NotUnderstood,
    subject_of,
)
from logbook.domain.moment import Moment
from logbook.domain.person import Person
from logbook.vault.import_rows import KeptImport
from logbook.vault.vault import Vault

Json = dict[str, object]


def moment(when: Moment) -> Json:
    """Return a moment; `start` and `end` carry their offset, null where nothing is known."""
    return {
        "start": _iso(when.start),
        "end": _iso(when.end),
        "precision": when.precision.value,
        "zone": when.zone,
        "raw": when.raw,
        "has_time": when.has_time,
        "about_min": when.about_min,
    }


def entry(vault: Vault, kept: Entry) -> Json:
    """Return an entry with its evidence."""
    files = [vault.evidence.get(one) for one in kept.what.evidence]
    return {
        "id": kept.id,
        "number": kept.number,
        "title": title_of(kept.what),
        **text(kept.what, {one.id: one for one in vault.people.all()}),
        "recorded_at": _iso(kept.recorded_at),
        "changed": kept.version - 1,
        "removed": kept.removed,
        "evidence": [evidence(one) for one in files],
    }


def text(what: EntryText, people: dict[PersonId, Person]) -> Json:
    """Return what an entry says."""
    return {
        "text": what.text,
        "kind": what.kind.value,
        "happened": moment(what.happened),
        "place": what.place,
        "exact_words": what.exact_words,
        "effect": what.effect,
        "response": what.response,
        "people": [people[one].what.name for one in what.people if one in people],
        "witnesses": [people[one].what.name for one in what.witnesses if one in people],
        "messages": list(what.messages),
        "private_note": what.private_note,
        "report": {
            "agency": what.report.agency,
            "officer": what.report.officer,
            "badge": what.report.badge,
            "number": what.report.number,
            "outcome": what.report.outcome,
            "notes": what.report.notes,
        },
    }


def version(vault: Vault, kept: EntryVersion) -> Json:
    """Return one version of an entry; `erased` where its content was erased for good."""
    shape: Json = {"version": kept.version, "saved_at": _iso(kept.saved_at)}
    if kept.what is None:
        return {**shape, "erased": True}
    people = {one.id: one for one in vault.people.all()}
    return {**shape, "title": title_of(kept.what), **text(kept.what, people)}


def evidence(kept: Evidence) -> Json:
    """Return a kept file."""
    return {
        "id": kept.id,
        "name": kept.name,
        "sha256": kept.sha256.hex(),
        "bytes": kept.size_bytes,
        "media_type": kept.media_type,
        "class": kept.media_class.value,
        "added_at": _iso(kept.added_at),
        "origin": kept.origin,
        "problem": kept.problem,
        "notes": list(kept.notes),
        "times": [
            {
                "local": one.local,
                "offset_min": one.offset_min,
                "basis": one.basis.value,
                "raw": one.raw,
            }
            for one in kept.times
        ],
    }


def import_summary(done: ImportSummary) -> Json:
    """Return the outcome of an import; the three counts add up."""
    return {
        "source": {"name": done.name, "sha256": done.sha256.hex(), "bytes": done.size_bytes},
        "format": done.format,
        "records_in_file": done.records_in_file,
        "messages_stored": done.messages_stored,
        "already_here": done.already_here,
        "not_understood": [_missed(one) for one in done.not_understood],
        "attachments": {
            "linked": done.linked,
            "missing": list(done.missing),
            "more_missing": done.more_missing,
            "unnamed": list(done.unnamed),
        },
        "conversations": done.conversations,  # in their shape when printed: there may be very many
        "questions": [
            {"kind": kind, "answer": answer, "basis": basis}
            for kind, answer, basis in done.questions
        ],
        "warnings": list(done.warnings),
    }


def kept_import(kept: KeptImport) -> Json:
    """Return an import that is in the book."""
    return {
        "id": kept.id,
        "source": {"name": kept.name, "sha256": kept.sha256.hex(), "bytes": kept.size_bytes},
        "format": kept.format,
        "imported_at": _iso(kept.imported_at),
        "records_in_file": kept.records,
        "messages_stored": kept.stored,
        "already_here": kept.already_here,
    }


def of_its_own(value: object) -> Json:
    """Return the shape of what a document holds as it is. Raises TypeError for what has none."""
    if isinstance(value, Conversation):
        return conversation(value)
    raise TypeError(type(value).__name__)


def _missed(one: NotUnderstood) -> Json:
    return {
        "locator": one.locator,
        "reason": one.reason,
        "offset": one.offset,
        "length": one.length,
    }


def conversation(kept: Conversation) -> Json:
    """Return a conversation."""
    return {
        "id": kept.id,
        "title": kept.title,
        "platform": kept.platform,
        "participants": list(kept.participants),
        "messages": kept.messages,
        "first": kept.first,
        "last": kept.last,
    }


def message(kept: Message, variants: tuple[MessageId, ...] = ()) -> Json:
    """Return an imported message, and which others are nearly the same in other exports."""
    record = kept.record
    return {
        "id": kept.id,
        "conversation": kept.conversation,
        "number": kept.number,
        "sender": record.sender,
        "sender_is_me": record.sender_is_me,
        "recipients": list(record.recipients),
        "direction": record.direction.value,
        "time": {
            "raw": record.time_raw,
            "instant": _instant(record.instant_ms),
            "local": record.local or None,
            "precision": record.time_precision,
            "zone_basis": record.zone_basis.value,
            "fold": record.fold,
        },
        "kind": record.kind.value,
        "subject": subject_of(record),
        "text": record.text,
        "repaired": record.repaired,
        "flags": list(record.flags),
        "attachments": [_attachment(one) for one in kept.attachments],
        "variants": list(variants),
        "locator": record.locator,
        "extra": record.extra,
    }


def _attachment(kept: MessageAttachment) -> Json:
    return {
        "name": kept.name,
        "sha256": kept.sha256.hex() if kept.sha256 else None,
        "present": kept.present,
    }


def _instant(instant_ms: int | None) -> str | None:
    """Return milliseconds since 1970 as ISO 8601 UTC, for any year that a file may claim."""
    if instant_ms is None:
        return None
    seconds, ms = divmod(instant_ms, 1000)
    try:
        moment_utc = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    text = moment_utc.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")
    return f"{text}.{ms:03d}Z" if ms else f"{text}Z"


def _iso(when: datetime | None) -> str | None:
    return when.isoformat() if when is not None else None
