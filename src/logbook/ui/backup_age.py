"""How old the last backup is, in words; the moment is a setting of the book."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from logbook.i18n import translate

BACKED_UP_AT = "backed_up_at"  # ISO 8601 in UTC; `logbook.tasks.books` notes it too
_OLD_DAYS = 14


class BackupAge(NamedTuple):
    """What is said in the rail; `old` asks for a look, and is never an alarm."""

    words: str
    old: bool


def backup_age(kept: object, now: datetime | None = None) -> BackupAge:
    """Say how old the backup is that `kept` tells of; what cannot be read is none."""
    try:
        made = datetime.fromisoformat(str(kept)).astimezone(UTC)
    except (ValueError, OverflowError):
        return BackupAge(translate("Rail", "Not backed up yet"), old=False)
    days = max(((now or datetime.now(UTC)) - made).days, 0)
    if days == 0:
        return BackupAge(translate("Rail", "Backed up today"), old=False)
    words = translate("Rail", "Backed up %n day ago|Backed up %n days ago", "", days)
    return BackupAge(words, old=days > _OLD_DAYS)
