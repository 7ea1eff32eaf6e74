"""What a person says about an entry as fields of the journal, and back.

Every field is canonical JSON and every version has every field, empty ones too: the number of
commitments must not tell whether there is a private note.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

from logbook.domain.entry import AuthorityReport, EntryText, Kind
from logbook.domain.ids import EvidenceId, MessageId, PersonId
from logbook.domain.moment import Moment, Precision
from logbook.errors import DatabaseDamaged
from logbook.vault.texts import storable

_TEXTS = ("text", "title", "place", "exact_words", "effect", "response", "private_note")
_FIELDS = fields(EntryText)
_LINKS = ("people", "witnesses", "evidence", "messages")


def cleaned(what: EntryText) -> EntryText:
    """Return the entry with every text fit to be kept; see `texts.storable`."""
    report = AuthorityReport(**{k: storable(v) for k, v in asdict(what.report).items()})
    moment = what.happened
    happened = replace(moment, raw=storable(moment.raw), zone=storable(moment.zone))
    texts: dict[str, Any] = {name: storable(getattr(what, name)) for name in _TEXTS}
    return replace(what, report=report, happened=happened, **texts)


def to_fields(what: EntryText) -> dict[str, bytes]:
    """Return the fields that the journal commits to."""
    made: dict[str, object] = {name: getattr(what, name) for name in (*_TEXTS, *_LINKS)}
    made["kind"] = what.kind.value
    made["happened"] = moment_to_json(what.happened)
    made["report"] = asdict(what.report)
    return {name: to_json(value) for name, value in made.items()}


def from_fields(kept: Mapping[str, bytes], where: str) -> EntryText:
    """Read `to_fields` again; raises `DatabaseDamaged` for anything it would not write."""
    try:
        read = {field.name: json.loads(kept[field.name].decode()) for field in _FIELDS}
        texts: dict[str, Any] = {name: text_in(read[name]) for name in _TEXTS}
        return EntryText(
            happened=moment_from_json(read["happened"]),
            kind=Kind(read["kind"]),
            report=AuthorityReport(**read["report"]),
            people=tuple(PersonId(number) for number in read["people"]),
            witnesses=tuple(PersonId(number) for number in read["witnesses"]),
            evidence=tuple(EvidenceId(number) for number in read["evidence"]),
            messages=tuple(MessageId(number) for number in read["messages"]),
            **texts,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DatabaseDamaged("the content of an entry", where=where) from error


def to_json(value: object) -> bytes:
    """Return the one JSON of a value: sorted, without spaces, in UTF-8."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def moment_to_json(moment: Moment) -> dict[str, object]:
    """Return a moment as wall clock and offset, so that later zone rules cannot move it."""
    return {
        "about_min": moment.about_min,
        "end": _clock(moment.end),
        "has_time": moment.has_time,
        "precision": moment.precision.value,
        "raw": moment.raw,
        "start": _clock(moment.start),
        "zone": moment.zone,
    }


def moment_from_json(kept: Mapping[str, Any]) -> Moment:
    """Read `moment_to_json` again; raises `ValueError`, `KeyError` or `TypeError`."""
    return Moment(
        precision=Precision(kept["precision"]),
        start=_aware(kept["start"], kept["zone"]),
        end=_aware(kept["end"], kept["zone"]),
        zone=kept["zone"],
        raw=kept["raw"],
        has_time=kept["has_time"],
        about_min=kept["about_min"],
    )


def text_in(value: object) -> str:
    """Return a value that must be a text; raises `TypeError`."""
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _clock(moment: datetime | None) -> list[object] | None:
    """Return wall clock and offset from UTC in microseconds (old zones have odd seconds)."""
    if moment is None:
        return None
    offset = moment.utcoffset() or timedelta()
    return [moment.replace(tzinfo=None).isoformat(), offset // timedelta(microseconds=1)]


def _aware(kept: list[Any] | None, zone: str) -> datetime | None:
    """Return the wall clock in its zone where the zone agrees about the offset, else with that."""
    if kept is None:
        return None
    wall, offset = datetime.fromisoformat(kept[0]), timedelta(microseconds=kept[1])
    for fold in (0, 1) if zone else ():
        there = wall.replace(tzinfo=_zone(zone), fold=fold)
        if there.utcoffset() == offset:
            return there
    return wall.replace(tzinfo=timezone(offset))


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # a zone that this computer does not know
        return None
