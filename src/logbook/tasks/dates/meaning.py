"""Every reading that pieces allow together: a day, a time, or a span between two ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import product
from typing import Final

from logbook.errors import DateNotUnderstood
from logbook.tasks.dates import calendar, clock
from logbook.tasks.dates.calendar import Days, Fields
from logbook.tasks.dates.clock import Times
from logbook.tasks.dates.pieces import Kind, Piece
from logbook.tasks.dates.side import Found, Frame, Side, sides

_DAY: Final = timedelta(days=1)
_DAY_MIN: Final = 24 * 60
_LAST_MINUTE: Final = time(23, 59)
_ONLY_AFTER_A_MARK: Final = frozenset({"a", "al"})  # Spanish, too common to cut at elsewhere


def read(pieces: Sequence[Piece], frame: Frame) -> list[Found]:
    """Return every reading, each once; raises `DateNotUnderstood` when there is none."""
    ends = _ends(pieces)
    found = _of_one(pieces, frame) if ends is None else _of_span(*ends, frame)
    kept = list(dict.fromkeys(found))
    if not kept:
        raise DateNotUnderstood("no_date")
    return kept


def default_about_min(start: datetime, *, has_time: bool) -> int:
    """Return the half width of "about": an hour for a full hour, else 15 minutes; or a day."""
    if not has_time:
        return _DAY_MIN
    return 15 if start.minute else 60


def _ends(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]] | None:
    """Cut "yesterday between 2 and 4 pm" in two; what stands before belongs to the first end."""
    kinds = [piece.kind for piece in pieces]
    mark = kinds.index(Kind.BETWEEN) if Kind.BETWEEN in kinds else None
    start = -1 if mark is None else mark
    for at in range(start + 1, len(pieces)):
        joint = kinds[at] is Kind.TO and (mark is not None or _joins_alone(pieces[at]))
        if joint or (kinds[at] is Kind.AND and mark is not None):
            return [*pieces[: max(start, 0)], *pieces[start + 1 : at]], list(pieces[at + 1 :])
    if mark is not None:
        raise DateNotUnderstood("no_end")
    return None


def _joins_alone(piece: Piece) -> bool:
    return piece.text not in _ONLY_AFTER_A_MARK


def _of_one(pieces: Sequence[Piece], frame: Frame) -> Iterator[Found]:
    for side in sides(pieces, frame):
        if side.found is not None:
            yield _widened(side.found, side)
            continue
        for at in side.times or (None,):
            for days in side.days or _days_for(at, frame):
                yield _widened(_placed(days, at, frame), side)


def _days_for(at: Times | None, frame: Frame) -> list[Days]:
    """Return the days that a bare time can be on: today, or also yesterday if it is to come."""
    if at is None:
        raise DateNotUnderstood("no_date")
    today, yesterday = calendar.one(frame.today), calendar.one(frame.today - _DAY)
    if at.start_s >= clock.DAY_S:  # midnight as the end of a day that is over
        return [yesterday]
    return [today] if _wall(frame.today, at.start_s) <= frame.now else [yesterday, today]


def _placed(days: Days, at: Times | None, frame: Frame) -> Found:
    if at is None:
        return _whole(days)
    if not days.is_one:
        raise DateNotUnderstood("time_needs_day")
    start = _wall(days.first, at.start_s)
    if at.end_s is None:
        return Found(start)
    end = _wall(days.first, at.end_s)
    if start < frame.now < end:  # this morning is not over
        end = frame.now.replace(second=0, microsecond=0)
    return Found(start, max(start, end))


def _whole(days: Days) -> Found:
    start = datetime.combine(days.first, time.min)
    if days.is_one:
        return Found(start, has_time=False, about_min=days.vague_days * _DAY_MIN or None)
    return Found(start, datetime.combine(days.last, _LAST_MINUTE), has_time=False)


def _wall(day: date, seconds: int) -> datetime:
    return datetime.combine(day, time.min) + timedelta(seconds=seconds)


def _widened(found: Found, side: Side) -> Found:
    """Apply "about" and "give or take"; a span is vague enough by itself."""
    if found.end is not None:
        return found
    if side.fold is not None:
        found = replace(found, fold=side.fold)
    if side.margin_min is not None:
        return replace(found, about_min=side.margin_min)
    if not side.about or found.about_min is not None:
        return found
    return replace(found, about_min=default_about_min(found.start, has_time=found.has_time))


def _of_span(first: Sequence[Piece], last: Sequence[Piece], frame: Frame) -> Iterator[Found]:
    """Pair the readings of both ends; each lends the other the day that only it names.

    The shortest spans are kept: "between 11 and 1 pm" is two hours, not fourteen.
    """
    spans = list(_pairs(first, last, frame))
    if not spans:
        raise DateNotUnderstood("end_before_start")
    shortest = min(_length(span) for span in spans)
    return (span for span in spans if _length(span) == shortest)


def _length(span: Found) -> timedelta:
    return (span.end or span.start) - span.start


def _pairs(first: Sequence[Piece], last: Sequence[Piece], frame: Frame) -> Iterator[Found]:
    open_half = any(piece.get("half") for piece in (*first, *last))
    lent = _lent(first, frame)
    for end in sides(last, frame, open_half=open_half, lent=lent):
        latest = min((days.last for days in end.days), default=frame.today)
        anchored = replace(frame, latest=min(latest, frame.today))
        for start in sides(first, anchored, open_half=open_half, lent=end.fields):
            yield from _joined(start, end, frame)


def _lent(first: Sequence[Piece], frame: Frame) -> Fields:
    """Return month and year that the first end names; it may make sense only with the second."""
    try:
        found = [side.fields for side in sides(first, frame)]
    except DateNotUnderstood:
        return Fields()
    return next((fields for fields in found if fields.month), Fields())


def _joined(start: Side, end: Side, frame: Frame) -> Iterator[Found]:
    if start.found is not None or end.found is not None:
        yield from _from_instants(start, end, frame)
        return
    if bool(start.times) != bool(end.times):
        if not (start.days and end.days):
            return
        start, end = _with_times(start), _with_times(end)
    for first_day, last_day in _day_pairs(start, end):
        if not start.times:
            yield from _run_of_days(first_day, last_day)
            continue
        for first_at, last_at in product(start.times, end.times):
            if start.days and end.days and first_day and last_day:
                yield from _span(first_day, first_at, last_day, _end_s(last_at))
                continue
            for day in [first_day] if first_day else _days_for(first_at, frame):
                yield from _overnight(day, first_at, last_at, day_is_of_end=bool(end.days))


def _day_pairs(start: Side, end: Side) -> Iterator[tuple[Days | None, Days | None]]:
    """Pair the days of both ends; where only one names them, both are the same day."""
    if start.days and end.days:
        yield from product(start.days, end.days)
    else:
        yield from ((days, days) for days in start.days or end.days or (None,))


def _with_times(side: Side) -> Side:
    """Give an end that is a whole day its first and last minute."""
    return side if side.times else replace(side, times=(Times(0, clock.DAY_S - 60),))


def _end_s(at: Times) -> int:
    return at.start_s if at.end_s is None else at.end_s


def _run_of_days(first: Days | None, last: Days | None) -> Iterator[Found]:
    if first is not None and last is not None and first.first <= last.last:
        yield _whole(Days(first.first, last.last))


def _overnight(
    day: Days, first_at: Times, last_at: Times, *, day_is_of_end: bool
) -> Iterator[Found]:
    """Yield a span within a day; an end that is earlier on the clock is the next morning.

    "Between 10 pm and 2 am on Saturday" names the day at its end, so that the night can begin on
    Friday or on Saturday: both are readings. Midnight as an end is the end of its day.
    """
    end_s = _end_s(last_at)
    if end_s > first_at.start_s:
        yield from _span(day, first_at, day, end_s)
        return
    yield from _span(day, first_at, day, end_s + clock.DAY_S)
    if day_is_of_end and end_s:
        yield from _span(calendar.one(day.first - _DAY), first_at, day, end_s)


def _span(first: Days, first_at: Times, last: Days, end_s: int) -> Iterator[Found]:
    if not (first.is_one and last.is_one):
        raise DateNotUnderstood("time_needs_day")
    start, end = _wall(first.first, first_at.start_s), _wall(last.first, end_s)
    if start < end:
        yield Found(start, end)


def _from_instants(start: Side, end: Side, frame: Frame) -> Iterator[Found]:
    """Pair "2 hours ago" or "now" with another end."""
    for first, last in product(_points(start, frame), _points(end, frame)):
        if first < last:
            yield Found(first, last)


def _points(side: Side, frame: Frame) -> list[datetime]:
    if side.found is not None:
        return [side.found.start]
    days = [days.first for days in side.days if days.is_one] or [frame.today]
    return [_wall(day, at.start_s) for day, at in product(days, side.times or (Times(0),))]
