"""Wall clocks and instants, for every importer (research: messages.md 29)."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from logbook import errors

FIRST_PLAUSIBLE_MS = 788_918_400_000  # 1995-01-01
_AHEAD_MS = 48 * 3_600_000  # a phone whose clock is a day or two ahead
_JUMP_BACK = timedelta(minutes=30)  # the clock goes back an hour; half of it allows for a wait
_DAY_MS = 86_400_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTES = [f"T{minute // 60:02d}:{minute % 60:02d}:" for minute in range(1440)]
_SECONDS = [f"{second:02d}" for second in range(60)]
_MILLISECONDS = [f".{ms:03d}" for ms in range(1000)]


def zone_named(name: str) -> ZoneInfo | None:
    """Return the zone with this IANA name, none for an empty one. Raises UsageError."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # OSError: a folder of zones
        raise errors.UsageError("no such zone", where="zone") from error


def is_plausible(instant_ms: int, now_ms: int | None = None) -> bool:
    """Tell whether an instant lies between 1995 and two days from now."""
    now_ms = int(time.time() * 1000) if now_ms is None else now_ms
    return FIRST_PLAUSIBLE_MS <= instant_ms <= now_ms + _AHEAD_MS


def latest_plausible_ms() -> int:
    """Return the bound of `is_plausible` for now, for importers that compare very often."""
    return int(time.time() * 1000) + _AHEAD_MS


def instant_of(local: datetime, zone: ZoneInfo, fold: int = 0) -> int:
    """Return the milliseconds since 1970 UTC of a naive wall clock time.

    In a gap (clocks went forward) this is the instant that the clock before the change meant.
    """
    aware = local.replace(tzinfo=zone, fold=fold)
    return (aware - _EPOCH) // timedelta(milliseconds=1)


def fold_of(local: datetime, zone: ZoneInfo) -> str:
    """Return `ambiguous` for a time that came twice, `gap` for one that never was, else nothing."""
    first = local.replace(tzinfo=zone, fold=0).utcoffset()
    second = local.replace(tzinfo=zone, fold=1).utcoffset()
    if first == second or first is None or second is None:
        return ""
    return "ambiguous" if first > second else "gap"


def folds_by_order(run: Sequence[datetime]) -> list[str]:
    """Decide `0` or `1` for neighbours of one repeated hour, in file order.

    The first jump back of about an hour is where the clock was set back. Without one nothing in
    the file tells which of the two hours it was: all stay `ambiguous`.
    """
    for at in range(1, len(run)):
        if run[at - 1] - run[at] >= _JUMP_BACK:
            return ["0"] * at + ["1"] * (len(run) - at)
    return ["ambiguous"] * len(run)


class LocalClock:
    """Writes instants as the wall clock of one zone, fast for many in the same days."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._days: dict[int, tuple[int, tuple[str, str, str]] | None] = {}

    def __call__(self, instant_ms: int) -> str:
        """Return `YYYY-MM-DDTHH:MM:SS.mmm`, or nothing outside the years 1 to 9999."""
        utc_day, of_day = divmod(instant_ms, _DAY_MS)
        try:
            known = self._days[utc_day]
        except KeyError:
            known = self._days[utc_day] = self._day(utc_day)
        if known is None:
            return self._written(instant_ms)
        offset_ms, dates = known
        neighbour, of_day = divmod(of_day + offset_ms, _DAY_MS)
        minute, of_minute = divmod(of_day, 60_000)
        second, ms = divmod(of_minute, 1000)
        return f"{dates[neighbour + 1]}{_MINUTES[minute]}{_SECONDS[second]}{_MILLISECONDS[ms]}"

    def _day(self, utc_day: int) -> tuple[int, tuple[str, str, str]] | None:
        """Return the offset that holds all of a UTC day, and the dates of the days around it.

        None for a day in which the offset changes, and outside the calendar.
        """
        quarters = [self._local(utc_day * _DAY_MS + part * _DAY_MS // 4) for part in range(5)]
        offsets = {local.utcoffset() if local else None for local in quarters}
        offset = offsets.pop()
        if offsets or offset is None:
            return None
        try:
            before, day, after = (
                (_EPOCH + timedelta(days=utc_day + more)).date().isoformat() for more in (-1, 0, 1)
            )
        except OverflowError:
            return None
        return offset // timedelta(milliseconds=1), (before, day, after)

    def _local(self, instant_ms: int) -> datetime | None:
        try:
            return (_EPOCH + timedelta(milliseconds=instant_ms)).astimezone(self._zone)
        except OverflowError:
            return None

    def _written(self, instant_ms: int) -> str:
        local = self._local(instant_ms)
        return local.replace(tzinfo=None).isoformat(timespec="milliseconds") if local else ""
