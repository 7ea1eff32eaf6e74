"""A message in words: what kind of record it is, what the export says of it, how its time is known.

What an export says beside the text is said in the words of the report, without its brackets.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from logbook.domain.message import Direction, MessageKind, MessageRecord, ZoneBasis
from logbook.export.message_flags import say_flag
from logbook.i18n import translate
from logbook.tasks import say_date
from logbook.tasks.say_zone import say_zone
from logbook.vault.import_rows import KeptImport

_DURATION_KEYS = ("duration_s", "duration")
_MINUTE_S = 60


def say_flags(flags: tuple[str, ...]) -> list[str]:
    """Return what the export says of a message, each as a short sentence without a stop."""
    said = dict.fromkeys(say_flag(flag).strip("[]") for flag in flags)
    return [words[:1].upper() + words[1:] for words in said if words]


def say_record(kind: MessageKind, extra: str, *, has_text: bool) -> str:
    """Return what a record is where it is no plain text; empty where its text says enough."""
    if kind is MessageKind.CALL:
        return _call(extra)
    words = {
        MessageKind.SYSTEM: translate("Messages", "Line written by the program"),
        MessageKind.REACTION: translate("Messages", "Reaction"),
        MessageKind.POLL: translate("Messages", "Poll"),
        MessageKind.LOCATION: translate("Messages", "Location"),
        MessageKind.CONTACT: translate("Messages", "Contact card"),
        MessageKind.DELETED_MARKER: translate("Messages", "Deleted, as the export says"),
        MessageKind.EDITED_MARKER: translate("Messages", "Edited, as the export says"),
        MessageKind.UNSUPPORTED: translate("Messages", "A record that cannot be shown here"),
    }.get(kind, "")
    if kind is MessageKind.TEXT and not has_text:
        return translate("Messages", "No text")
    return words


def _call(extra: str) -> str:
    seconds = _seconds(extra)
    if not seconds:
        return translate("Messages", "Call")
    if seconds < _MINUTE_S:
        length = translate("Messages", "%n second|%n seconds", "", seconds)
    else:
        length = translate("Messages", "%n minute|%n minutes", "", round(seconds / _MINUTE_S))
    return translate("Messages", "Call, {length}", length=length)


def _seconds(extra: str) -> int:
    """Return how long a call was, 0 where the export does not say it."""
    try:
        said = json.loads(extra) if extra else {}
    except ValueError:
        return 0
    if not isinstance(said, dict):
        return 0
    values = (str(said.get(key, "")) for key in _DURATION_KEYS)
    return next((int(value) for value in values if value.isdecimal()), 0)


def say_direction(record: MessageRecord) -> str:
    """Return which way a message went, as the file says."""
    return {
        Direction.IN: translate("Messages", "Received"),
        Direction.OUT: translate("Messages", "Sent"),
        Direction.UNKNOWN: "",
    }[record.direction]


def say_time(record: MessageRecord) -> str:
    """Return when a message was sent, as exactly as the export has it."""
    try:
        when = datetime.fromisoformat(record.local) if record.local else _utc(record.instant_ms)
    except (ValueError, OverflowError):
        return record.local
    if when is None:
        return translate("Messages", "No date")
    day = say_date.say_day(when.date())
    if record.time_precision == "day":
        return day
    clock = f"{when:%H:%M}" if record.time_precision == "min" else f"{when:%H:%M:%S}"
    said = translate("Messages", "{day}, {time}", day=day, time=clock)
    if not record.local:
        return translate("Messages", "{when} UTC", when=said)
    return said


def _utc(instant_ms: int | None) -> datetime | None:
    if instant_ms is None:
        return None
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=instant_ms)


def say_basis(record: MessageRecord, source: KeptImport) -> str:
    """Return why the time of a message is believed."""
    zone = say_zone(source.answers.zone)
    said = {
        ZoneBasis.EPOCH_IN_FILE: translate("Messages", "The file gives the exact instant."),
        ZoneBasis.OFFSET_IN_FILE: translate("Messages", "The file gives the distance from UTC."),
        ZoneBasis.UTC_STATED_IN_FILE: translate("Messages", "The file gives the time in UTC."),
        ZoneBasis.USER_STATED_ZONE: translate(
            "Messages", "The file gives the local time. You said that it is of {zone}.", zone=zone
        ),
        ZoneBasis.DEVICE_ZONE_GUESS: translate(
            "Messages", "The file gives the local time. Its dates point to {zone}.", zone=zone
        ),
        ZoneBasis.NONE: translate("Messages", "The file gives the local time without a zone."),
    }[record.zone_basis]
    if record.zone_basis in {ZoneBasis.USER_STATED_ZONE, ZoneBasis.DEVICE_ZONE_GUESS} and not zone:
        said = translate("Messages", "The file gives the local time.")
    if record.instant_ms is None and not record.local:
        said = translate("Messages", "The time in the file could not be read.")
    fold = {
        "0": translate("Messages", "The clocks went back that night; this is the earlier hour."),
        "1": translate("Messages", "The clocks went back that night; this is the later hour."),
        "ambiguous": translate("Messages", "The clocks went back; it may be an hour later."),
        "gap": translate("Messages", "The clocks went forward over this time."),
    }.get(record.fold, "")
    return f"{said} {fold}".strip()


def say_platform(platform: str) -> str:
    """Return the name of the program that a conversation comes from."""
    return {
        "whatsapp": "WhatsApp",
        "sms-backup-restore": "SMS Backup & Restore",
        "sms": "SMS",
    }.get(platform, platform)
