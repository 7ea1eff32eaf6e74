"""Times as the database keeps them: whole milliseconds or microseconds since 1970 UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import tzlocal

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_US = timedelta(microseconds=1)


def to_ms(moment: datetime) -> int:
    """Return an aware time in milliseconds; the rest is cut off."""
    return (moment - _EPOCH) // _MS


def from_ms(milliseconds: int) -> datetime:
    """Return the time in UTC."""
    return _EPOCH + milliseconds * _MS


def to_us(moment: datetime) -> int:
    """Return an aware time in microseconds, which is all that a datetime has."""
    return (moment - _EPOCH) // _US


def local_zone() -> str:
    """Return the IANA name of this computer's time zone, UTC where it has none."""
    return tzlocal.get_localzone_name() or "UTC"
