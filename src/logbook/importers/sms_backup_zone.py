"""Which zone the phone was in: what its own written dates tell (research: messages.md 3).

Every record has an instant (`date`) and the same written out by the phone (`readable_date`) in its
language and zone. The clock time in it minus UTC is the zone's offset at that instant, whatever
the language; offsets in winter and in summer leave few zones.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from logbook.domain.message import Question

_COLONS = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?(?!\d)")
_DOTS = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})\.(\d{2})(?![\d.])")
_NUMBER = re.compile(r"\d+")
_MORNING = re.compile(r"(?i)(?<![a-z])a\.?\s?m\b")
_EVENING = re.compile(r"(?i)(?<![a-z])p\.?\s?m\b")
_HALF_DAY_H = 12
_QUARTER_S = 900
_DAY_S = 86_400
_MOST_WEST_S, _MOST_EAST_S = -12 * 3600, 14 * 3600
_FEWEST_ROWS = 3
_MOST_ROWS = 64
_MOST_TRIED = 500
_APART_MS = 20 * _DAY_S * 1000  # between rows that are compared, to see winter and summer
_MOST_CHOICES = 12
_HOUR_S = 3600
_WINTER, _SUMMER = {11, 12, 1, 2}, {5, 6, 7, 8}  # north of the equator; south, the reverse
# One city for each set of rules that many people live by, the most people first in a continent.
_COMMON = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Phoenix",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Halifax",
    "America/St_Johns",
    "America/Toronto",
    "America/Mexico_City",
    "America/Bogota",
    "America/Lima",
    "America/Caracas",
    "America/Santiago",
    "America/Argentina/Buenos_Aires",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Paris",
    "Europe/Madrid",
    "Europe/Rome",
    "Europe/Athens",
    "Europe/Helsinki",
    "Europe/Kyiv",
    "Europe/Istanbul",
    "Europe/Moscow",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Africa/Cairo",
    "Africa/Nairobi",
    "Asia/Jerusalem",
    "Asia/Beirut",
    "Asia/Dubai",
    "Asia/Tehran",
    "Asia/Karachi",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Dhaka",
    "Asia/Bangkok",
    "Asia/Jakarta",
    "Asia/Shanghai",
    "Asia/Manila",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Australia/Perth",
    "Australia/Adelaide",
    "Australia/Darwin",
    "Australia/Brisbane",
    "Australia/Sydney",
    "Pacific/Auckland",
)


class DeviceZone:
    """Collects rows of a backup and says which zone fits them all."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, frozenset[int]]] = []
        self._example = ""
        self._tried = 0

    def wants(self, instant_ms: int) -> bool:
        """Tell whether a row at this instant adds to what is known."""
        if self._tried >= _MOST_TRIED:
            return False
        if len(self._rows) < _FEWEST_ROWS:
            return True
        last = self._rows[-1][0]
        return len(self._rows) < _MOST_ROWS and abs(instant_ms - last) > _APART_MS

    def add(self, instant_ms: int, readable: str) -> None:
        """Take a row; one whose written date does not fit its instant is left out."""
        self._tried += 1
        offsets = possible_offsets(instant_ms, readable)
        if offsets:
            self._rows.append((instant_ms, offsets))
            self._example = self._example or readable

    def question(self) -> Question:
        """Ask for the zone; the suggestion is one that every row agrees with, or none.

        Rows of one season fit many zones that differ in the other one. Then the bare offset is
        suggested, which says no more than the file does.
        """
        choices = [name for name in _COMMON if self._fits(name)]
        if len(self._rows) < _FEWEST_ROWS or not choices:
            return Question(kind="zone", choices=(), suggestion="", basis="none")
        is_whole_year = self._has_both_seasons()
        bare = "" if is_whole_year else self._bare_offset()
        choices = [bare, *choices] if bare else choices
        return Question(
            kind="zone",
            choices=(),  # any zone may be stated; those that fit are the examples
            suggestion=choices[0],
            basis="device_guess" if is_whole_year else "device_guess_one_season",
            examples=tuple((choice, self._example) for choice in choices[:_MOST_CHOICES]),
        )

    def _has_both_seasons(self) -> bool:
        months = {datetime.fromtimestamp(ms / 1000, UTC).month for ms, _ in self._rows}
        return bool(months & _WINTER and months & _SUMMER)

    def _bare_offset(self) -> str:
        """Return the zone that is nothing but the one offset of all rows; empty without one."""
        common = frozenset.intersection(*(offsets for _, offsets in self._rows))
        hours, rest = divmod(next(iter(common), 1), _HOUR_S)
        if rest or len(common) != 1:
            return ""
        return f"Etc/GMT{-hours:+d}" if hours else "UTC"  # the sign in these names is reversed

    def _fits(self, name: str) -> bool:
        zone = ZoneInfo(name)
        return all(_offset_s(zone, instant_ms) in offsets for instant_ms, offsets in self._rows)


def _offset_s(zone: ZoneInfo, instant_ms: int) -> int:
    offset = datetime.fromtimestamp(instant_ms / 1000, zone).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0


def possible_offsets(instant_ms: int, readable: str) -> frozenset[int]:
    """Return the offsets from UTC in seconds under which `readable` says `instant_ms`.

    An hour of twelve without a mark that is known has two; the number of the day decides between
    offsets a day apart.
    """
    clock = _COLONS.search(readable) or next(reversed([*_DOTS.finditer(readable)]), None)
    if clock is None:
        return frozenset()
    hour, minute = int(clock[1]), int(clock[2])
    second = int(clock[3]) if clock[3] else None
    utc = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=instant_ms // 1000)
    of_day = utc.hour * 3600 + utc.minute * 60 + (0 if second is None else utc.second)
    around = readable[: clock.start()] + " " + readable[clock.end() :]
    days = {int(number) for number in _NUMBER.findall(around)}
    found = set()
    for candidate in _hours(hour, readable):
        written = candidate * 3600 + minute * 60 + (second or 0)
        shift = (written - of_day) % _DAY_S
        found |= {
            offset
            for offset in (shift - _DAY_S, shift)
            if offset % _QUARTER_S == 0
            and _MOST_WEST_S <= offset <= _MOST_EAST_S
            and (utc + timedelta(seconds=offset)).day in days
        }
    return frozenset(found)


def _hours(hour: int, readable: str) -> set[int]:
    """Return the hours of the day that a written hour may mean."""
    if hour > _HALF_DAY_H:
        return {hour}
    first, second = hour % _HALF_DAY_H, hour % _HALF_DAY_H + _HALF_DAY_H
    if _EVENING.search(readable):
        return {second}
    return {first} if _MORNING.search(readable) else {first, second}
