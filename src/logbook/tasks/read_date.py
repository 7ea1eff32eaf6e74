"""Read a date typed in words, say which readings it has, and never make one up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateutil import tz

from logbook.domain.moment import Moment, Precision
from logbook.errors import DateAmbiguous, DateNotUnderstood, UsageError
from logbook.tasks.dates.meaning import default_about_min, read
from logbook.tasks.dates.pieces import Kind, Piece, cut
from logbook.tasks.dates.side import Found, Frame

MAX_READINGS: Final = 6
_ALL_ORDERS: Final = frozenset({"dmy", "mdy", "ymd"})
# Where it is summer in January; a season's months are the other half of the year there.
_SOUTHERN: Final = (
    "Australia/",
    "Antarctica/",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "America/Argentina/",
    "America/Buenos_Aires",
    "America/Sao_Paulo",
    "America/Santiago",
    "America/Montevideo",
    "America/Asuncion",
    "America/La_Paz",
    "America/Lima",
    "Africa/Johannesburg",
    "Africa/Harare",
    "Africa/Windhoek",
    "Africa/Maputo",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of typed words. `tasks.say_date` says it in full; show that, always.

    `is_future` flags a moment that begins after now. `clock_went` is "forward" when a time was
    skipped that night and the moment is as much later as the clocks went; then the echo differs
    from the words.
    """

    moment: Moment
    is_future: bool = False
    clock_went: str = ""


def read_when(
    untrusted_words: str,
    *,
    now: datetime,
    zone: str,
    order: str = "",
    precision: Precision | None = None,
) -> Reading:
    """Return the one reading of words such as "yesterday about 8 pm", "3/4" or "in spring".

    English and Spanish are always both understood. `now` is aware; `zone` is the IANA name of the
    place where it happened; `order` (dmy, mdy, ymd) decides 3/4, empty asks. `precision` is what
    the person chose beside the words: ABOUT widens an exact time, EXACT narrows an "about",
    UNKNOWN keeps the words and a reading only for sorting. A span stays a span.

    Raises `DateAmbiguous` with the readings where there are several, `DateNotUnderstood` with a
    reason where there is none, `UsageError` for a zone or order that does not exist.
    """
    if precision is Precision.UNKNOWN:
        return Reading(_unknown(untrusted_words, now=now, zone=zone, order=order))
    return _only_one(
        readings_of(untrusted_words, now=now, zone=zone, order=order, precision=precision)
    )


def readings_of(
    untrusted_words: str,
    *,
    now: datetime,
    zone: str,
    order: str = "",
    precision: Precision | None = None,
) -> tuple[Reading, ...]:
    """Return every reading, at least one; raises as `read_when` does, but never asks."""
    seen = _Seen(now, zone, order)
    return _all_readings(cut(untrusted_words), untrusted_words.strip(), seen, precision)


def read_between(
    untrusted_first: str, untrusted_last: str, *, now: datetime, zone: str, order: str = ""
) -> Reading:
    """Return the span between an earliest and a latest time that were typed apart.

    Each may leave out what the other says: "7 Nov 14:00" and "16:30". Raises as `read_when` does.
    """
    first, last = cut(untrusted_first), cut(untrusted_last)
    if any(piece.kind in {Kind.BETWEEN, Kind.TO} for piece in (*first, *last)):
        raise DateNotUnderstood("contradiction")
    mark, joint = Piece(Kind.BETWEEN, {}, ""), Piece(Kind.TO, {}, "")
    raw = f"{untrusted_first.strip()} – {untrusted_last.strip()}"
    seen = _Seen(now, zone, order)
    return _only_one(_all_readings([mark, *first, joint, *last], raw, seen, None))


def _only_one(readings: tuple[Reading, ...]) -> Reading:
    if len(readings) > 1:
        raise DateAmbiguous("several readings", readings=readings)
    return readings[0]


@dataclass(frozen=True, slots=True)
class _Seen:
    """When, where and in which order of fields words were typed."""

    now: datetime
    zone: str
    order: str


def _all_readings(
    pieces: Sequence[Piece], raw: str, seen: _Seen, precision: Precision | None
) -> tuple[Reading, ...]:
    place = _zone(seen.zone)
    if seen.order not in {"", *_ALL_ORDERS}:
        raise UsageError("an order of day, month and year is dmy, mdy or ymd", where=seen.order)
    if seen.now.utcoffset() is None:
        raise ValueError("now needs a zone")
    local = seen.now.astimezone(place).replace(tzinfo=None)
    frames = [
        Frame(local, place, each, southern=seen.zone.startswith(_SOUTHERN))
        for each in ([seen.order] if seen.order else _orders(pieces))
    ]
    readings = [
        reading
        for each in _found_in_any(pieces, frames)
        for reading in _readings(_precise(each, precision), place, raw, seen)
    ]
    return tuple({_key(reading): reading for reading in readings}.values())[:MAX_READINGS]


def _unknown(untrusted_words: str, *, now: datetime, zone: str, order: str) -> Moment:
    """Keep the words; one clear reading gives a start, for sorting only."""
    start = None
    try:
        readings = readings_of(untrusted_words, now=now, zone=zone, order=order)
    except DateNotUnderstood:
        readings = ()
    if len(readings) == 1:
        start = readings[0].moment.start
    raw = untrusted_words.strip()
    return Moment(Precision.UNKNOWN, start=start, zone=zone, raw=raw, has_time=False)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError("no time zone has this name", where=name) from error


def _orders(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Return the orders of fields to try: with dots the day comes first everywhere."""
    undecided = any(piece.kind is Kind.DATE and "." not in piece.text for piece in pieces)
    return ("dmy", "mdy") if undecided else ("dmy",)


def _found_in_any(pieces: Sequence[Piece], frames: Sequence[Frame]) -> list[Found]:
    """Collect the readings under each order; the refusal counts only when no order has any."""
    found: list[Found] = []
    refusal: DateNotUnderstood | None = None
    for frame in frames:
        try:
            found += read(pieces, frame)
        except DateNotUnderstood as error:
            if refusal is None or (error.facts and not refusal.facts):
                refusal = error
    if not found and refusal is not None:
        raise refusal
    return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Precise:
    """A reading with the precision that it will be kept with."""

    found: Found
    precision: Precision
    about_min: int | None = None


def _precise(found: Found, wanted: Precision | None) -> _Precise:
    """Join what the words say about precision with what the person chose beside them."""
    if found.end is not None:
        return _Precise(found, Precision.BETWEEN)
    if wanted is Precision.BETWEEN:
        raise DateNotUnderstood("no_end")
    about_min = found.about_min
    if wanted is Precision.ABOUT and about_min is None:
        about_min = default_about_min(found.start, has_time=found.has_time)
    if wanted is Precision.EXACT or about_min is None:
        return _Precise(found, Precision.EXACT)
    return _Precise(found, Precision.ABOUT, about_min)


def _readings(precise: _Precise, place: ZoneInfo, raw: str, seen: _Seen) -> list[Reading]:
    """Bring wall clock into the zone; a time that the clocks showed twice is two readings."""
    found = precise.found
    starts = _instants(found, place)
    end = None
    if found.end is not None:  # of a time shown twice the widest span holds the truth
        starts = starts[:1]
        end = max(_last_instant(found.end, place), starts[0])
    went = "forward" if found.has_time and _is_skipped(found, place) else ""
    return [
        Reading(
            Moment(
                precise.precision,
                start=start,
                end=end,
                zone=seen.zone,
                raw=raw,
                has_time=found.has_time,
                about_min=precise.about_min,
            ),
            is_future=start > seen.now,
            clock_went=went,
        )
        for start in starts
    ]


def _is_skipped(found: Found, place: ZoneInfo) -> bool:
    """Return whether the clocks never showed one of the times that were typed."""
    ends = [found.start] if found.end is None else [found.start, found.end]
    return not all(tz.datetime_exists(end, place) for end in ends)


def _instants(found: Found, place: ZoneInfo) -> list[datetime]:
    """Return the instants of a wall-clock start: two in the hour that the clocks showed twice."""
    first = tz.resolve_imaginary(found.start.replace(tzinfo=place))
    twice = found.has_time and not found.is_instant and is_shown_twice(first)
    if not twice:
        return [first]
    folds = (0, 1) if found.fold is None else (found.fold,)
    return [first.replace(fold=fold) for fold in folds]


def is_shown_twice(aware: datetime) -> bool:
    """Return whether the clocks showed this time twice, in the night when they went back."""
    return tz.datetime_exists(aware) and tz.datetime_ambiguous(aware)


def _last_instant(end: datetime, place: ZoneInfo) -> datetime:
    """Return the instant of a wall-clock end, the later one where there are two."""
    aware = tz.resolve_imaginary(end.replace(tzinfo=place))
    return aware.replace(fold=1) if is_shown_twice(aware) else aware


def _key(reading: Reading) -> tuple[object, ...]:
    """Tell readings apart; datetimes that differ in fold alone are equal to Python."""
    moment = reading.moment
    return (moment, moment.start and moment.start.fold)
