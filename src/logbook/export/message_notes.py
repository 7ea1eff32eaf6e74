"""What an export says about a message besides its text, in words (R33)."""

from __future__ import annotations

import json

from logbook.domain.dossier import DossierMessage
from logbook.domain.message import MessageKind
from logbook.export import words
from logbook.export.message_flags import say_flag
from logbook.i18n import translate

_DURATION_KEYS = ("duration_s", "duration")


def notes_of(message: DossierMessage, *, cut: int) -> list[str]:
    """Return it in the order in which it is printed; `cut`: characters that are not printed."""
    record = message.record
    notes = [_of_kind(record.kind, has_text=bool(record.text.strip()))]
    notes += list(dict.fromkeys(map(say_flag, record.flags)))
    if record.fold in {"ambiguous", "gap"}:
        notes.append(
            translate("Report", "The clocks changed around this time; the hour is not certain.")
        )
    if record.repaired and record.repaired != record.text:
        notes.append(translate("Report", "Read in another encoding: {text}", text=record.repaired))
    if record.kind is MessageKind.CALL:
        notes.append(_call(record.extra))
    if cut > 0:
        notes.append(
            translate(
                "Report",
                "%n more character stands in the export file.|%n more characters stand in the "
                "export file.",
                "",
                cut,
            )
        )
    return [note for note in notes if note]


def _of_kind(kind: MessageKind, *, has_text: bool) -> str:
    """Return what a record is where it is no plain text."""
    if kind is MessageKind.TEXT:
        return "" if has_text else translate("Report", "[no text]")
    return {
        MessageKind.MEDIA: "" if has_text else translate("Report", "[attachment]"),
        MessageKind.CALL: translate("Report", "[call]"),
        MessageKind.SYSTEM: translate("Report", "[line written by the messaging program]"),
        MessageKind.REACTION: translate("Report", "[reaction]"),
        MessageKind.POLL: translate("Report", "[poll]"),
        MessageKind.LOCATION: translate("Report", "[location]"),
        MessageKind.CONTACT: translate("Report", "[contact card]"),
        MessageKind.DELETED_MARKER: translate("Report", "[deleted, as the export says]"),
        MessageKind.EDITED_MARKER: translate("Report", "[edited, as the export says]"),
        MessageKind.UNSUPPORTED: translate("Report", "[a kind of record that cannot be shown]"),
    }[kind]


def _call(extra: str) -> str:
    """Return how long a call was, where the export says it."""
    try:
        said = json.loads(extra) if extra else {}
    except ValueError:
        return ""
    if not isinstance(said, dict):
        return ""
    for key in _DURATION_KEYS:
        value = str(said.get(key, ""))
        if value.isdecimal():
            return translate("Report", "Length {length}", length=words.duration(float(value)))
    return ""
