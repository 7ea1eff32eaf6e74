"""What this computer says of itself: its time zone and the usual order of a date."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import tzlocal

from logbook.errors import UsageError


@cache
def zones() -> frozenset[str]:
    """Return the IANA name of every zone; they are looked for on the disk once."""
    return frozenset(available_timezones())


def zone_here() -> str:
    """Return the IANA name of this computer's time zone, UTC when it names none."""
    try:
        name = tzlocal.get_localzone_name()
    except (LookupError, OSError, ValueError):
        return "UTC"
    return name if name in zones() else "UTC"


def now_here() -> datetime:
    """Return this computer's present time in its own zone."""
    return datetime.now(UTC).astimezone(ZoneInfo(zone_here()))


def known_zone(name: str) -> ZoneInfo:
    """Return the zone with this IANA name, or say that there is none."""
    try:
        if name in zones():
            return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    raise UsageError("no time zone has this name", where=name)


def is_zone(name: str) -> bool:
    """Tell whether there is a zone with this IANA name."""
    return name in zones()


def has_screen() -> bool:
    """Tell whether a window could be shown here."""
    if platform.system() != "Linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
