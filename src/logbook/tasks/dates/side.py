"""What the pieces of one end of a span mean, or of a whole text that is no span."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import product
from typing import Final
from zoneinfo import ZoneInfo

from dateutil.parser import isoparse

from logbook.errors import DateNotUnderstood
from logbook.tasks.dates import calendar, clock
from logbook.tasks.dates.calendar import Days, Fields
from logbook.tasks.dates.clock import Times
from logbook.tasks.dates.pieces import Kind, Piece
from logbook.tasks.dates.roles import BASES, BETWEEN_WORDS, TIMES, Role, roles_of
from logbook.tasks.dates.words import MONTHS, THIRDS, WEEKDAYS, place_in

MAX_VARIANTS: Final = 32
_MINUTE: Final = timedelta(minutes=1)
_COUNTS: Final = {
    **dict.fromkeys(("a", "an"), 1.0),
    **dict.fromkeys(("half an", "media"), 0.5),
    **dict.fromkeys(("a couple", "a couple of", "un par de"), 2.0),
    **dict.fromkeys(("a few", "unos", "unas"), 3.0),
}
_VAGUE_COUNTS: Final = frozenset({"a couple", "a couple of", "un par de", "a few", "unos", "unas"})
_SAY_NOTHING: Final = BETWEEN_WORDS | {Kind.AT, Kind.MARGIN, Kind.FOLD}
_INSTANTS: Final = frozenset({Kind.NOW, Kind.EARLIER_TODAY, Kind.ISO})
_MONTHS: Final = frozenset({"month", "mes"})
NO_FIELDS: Final = Fields()


@dataclass(frozen=True, slots=True)
class Frame:
    """What words are seen from: the person's wall clock and zone, and one order of fields.

    `latest` is the day that a date without a year is not after; today, but for the first end of a
    span its last day.
    """

    now: datetime  # naive wall clock
    zone: ZoneInfo
    order: str
    southern: bool = False
    latest: date | None = None

    @property
    def today(self) -> date:
        """Return the present day."""
        return self.now.date()


@dataclass(frozen=True, slots=True)
class Found:
    """One reading as wall clock. `end` is set for spans, `fold` where the words decide it."""

    start: datetime
    end: datetime | None = None
    has_time: bool = True
    about_min: int | None = None
    is_instant: bool = False
    fold: int | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """The days and times that one end can mean; or an instant, which needs neither."""

    days: tuple[Days, ...] = ()
    times: tuple[Times, ...] = ()
    found: Found | None = None
    about: bool = False
    margin_min: int | None = None
    fold: int | None = None
    fields: Fields = NO_FIELDS


def sides(
    pieces: Sequence[Piece], frame: Frame, *, open_half: bool = False, lent: Fields | None = None
) -> Iterator[Side]:
    """Yield what the pieces mean under each role that their undecided numbers can have.

    `lent` gives month and year that only the other end of a span names; `open_half` says that the
    other end has am or pm. Raises `DateNotUnderstood` when no role makes sense.
    """
    refusal: DateNotUnderstood | None = None
    any_found = False
    for count, roles in enumerate(product(*(roles_of(pieces, at) for at in range(len(pieces))))):
        if count == MAX_VARIANTS:
            raise DateNotUnderstood("too_long")
        try:
            side = _side(roles, frame, lent or NO_FIELDS, open_half=open_half)
        except DateNotUnderstood as error:
            if refusal is None or (error.facts and not refusal.facts):
                refusal = error  # the one with numbers says more
            continue
        any_found = True
        yield side
    if not any_found:
        raise refusal or DateNotUnderstood("no_date")


def _side(roles: Sequence[Role], frame: Frame, lent: Fields, *, open_half: bool) -> Side:
    """Return what decided pieces mean; raises `DateNotUnderstood` where they contradict."""
    pieces = [role.piece for role in roles if not role.role]
    margin = _only(pieces, Kind.MARGIN)
    side = Side(
        about=any(piece.kind is Kind.ABOUT for piece in pieces),
        margin_min=_minutes(margin) if margin else None,
        fold=_fold(_only(pieces, Kind.FOLD)),
    )
    said = [role for role in roles if role.piece.kind not in _SAY_NOTHING]
    instant = _instant(said, frame)
    if instant is not None:
        return replace(side, found=instant)
    fields = _fields(roles, lent, frame)
    days = _days(roles, pieces, fields, frame)
    times = _times(roles, pieces, open_half=open_half)
    return replace(side, days=tuple(days), times=tuple(times), fields=fields)


def _only(pieces: Iterable[Piece], *kinds: Kind) -> Piece | None:
    """Return the one piece of these kinds; two of them contradict."""
    found = [piece for piece in pieces if piece.kind in kinds]
    if len(found) > 1:
        raise DateNotUnderstood("contradiction")
    return found[0] if found else None


def _instant(said: Sequence[Role], frame: Frame) -> Found | None:
    """Return the reading of words that fix an instant by themselves."""
    found = next((role.piece for role in said if _fixes_instant(role.piece)), None)
    if found is None:
        return None
    if len(said) > 1:
        raise DateNotUnderstood("contradiction")
    now = frame.now.replace(second=0, microsecond=0)
    match found.kind:
        case Kind.NOW:
            return Found(now, is_instant=True)
        case Kind.EARLIER_TODAY:
            return Found(datetime.combine(frame.today, time.min), now)
        case Kind.ISO:
            return _iso(found.text, frame)
    distance = _minutes(found)
    start = frame.now.replace(tzinfo=frame.zone).timestamp() - distance * 60
    wall = datetime.fromtimestamp(start, frame.zone).replace(second=0, microsecond=0)
    about_min = 5 if distance < 60 else 30  # noqa: PLR2004 - minutes ago are nearer than hours ago
    return Found(wall.replace(tzinfo=None), about_min=about_min, is_instant=True)


def _fixes_instant(piece: Piece) -> bool:
    if piece.kind is Kind.AGO:
        return piece.get("unit").startswith(("min", "h"))
    return piece.kind in _INSTANTS


def _iso(text: str, frame: Frame) -> Found:
    """Read ISO 8601; with an offset it is brought to the person's zone."""
    try:
        stated = isoparse(text.upper().replace(" ", "T", 1).replace(" ", ""))
        wall = stated if stated.tzinfo is None else stated.astimezone(frame.zone)
    except (ValueError, OverflowError) as error:
        raise DateNotUnderstood("no_such_date") from error
    calendar.check_year(wall.year)
    return Found(wall.replace(tzinfo=None), is_instant=stated.tzinfo is not None)


def _minutes(piece: Piece) -> int:
    """Return a count and unit ("give or take an hour", "2 hours ago") as minutes."""
    unit = piece.get("unit")
    size_min = next(
        size
        for beginnings, size in (
            (("min",), 1),
            (("h",), 60),
            (("day", "night", "dia", "noche"), 24 * 60),
            (("week", "semana"), 7 * 24 * 60),
            (("month", "mes"), 30 * 24 * 60),
            (("year", "ano"), 365 * 24 * 60),
        )
        if unit.startswith(beginnings)
    )
    return int(_count(piece) * size_min)


def _fold(piece: Piece | None) -> int | None:
    """Return which of two equal times is meant, as Python counts them."""
    if piece is None:
        return None
    return int(piece.get("fold") == "after" or piece.get("fold_es") == "despues")


def _count(piece: Piece) -> float:
    words = piece.get("count")
    return _COUNTS[words] if words in _COUNTS else float(piece.number("count") or 0)


def _fields(roles: Sequence[Role], lent: Fields, frame: Frame) -> Fields:
    """Collect year, month and day that stand apart ("7 Nov 2026"), and what the other end lends."""
    month = _only([role.piece for role in roles], Kind.MONTH)
    days = [role.piece for role in roles if role.role == "day" or role.piece.kind is Kind.ORDINAL]
    years = [role.piece for role in roles if role.role == "year"]
    if len(days) > 1 or len(years) > 1:
        raise DateNotUnderstood("contradiction")
    number = place_in(MONTHS, month.get("name")) if month else None
    found = Fields(
        calendar.full_year(years[0].number("number") or 0, frame.today) if years else None,
        None if number is None else number + 1,
        (days[0].number("number") or 1) if days else None,  # "first" has no digits
    )
    if found.day is not None and found.month is None:
        found = found._replace(month=lent.month)
    needs_year = found.month is not None and found.year is None
    return found._replace(year=lent.year) if needs_year else found


def _days(
    roles: Sequence[Role], pieces: Sequence[Piece], fields: Fields, frame: Frame
) -> list[Days]:
    """Return the days that are named, by whichever one way they are."""
    dotted = [role.piece for role in roles if role.role == "date"]
    base = _only([*pieces, *dotted], *BASES, Kind.DOTTED)
    weekday = _only(pieces, Kind.WEEKDAY)
    wanted = place_in(WEEKDAYS, weekday.get("name")) if weekday else None
    if base is not None and fields.day and base.get("period") in _MONTHS:
        which = base.get("which") or base.get("which_es")
        found = [calendar.by_day_of_period(fields.day, which, frame.today)]
        return calendar.on_weekday(found, wanted)
    in_season = base is not None and base.kind is Kind.SEASON
    year_alone = fields.year is not None and not in_season
    if fields.month is not None or fields.day is not None or year_alone:
        if base is not None:
            raise DateNotUnderstood("contradiction")
        return _by_calendar(_only(pieces, Kind.MONTH), fields, wanted, frame)
    if base is not None:
        return calendar.on_weekday(_by_base(base, fields, frame), wanted)
    if weekday is not None:
        which = weekday.get("which") or weekday.get("which_es")
        return calendar.by_weekday(wanted or 0, which, frame.latest or frame.today)
    part = _only(pieces, Kind.PART)
    return [calendar.one(frame.today)] if part and part.get("this") else []


def _by_calendar(
    month: Piece | None, fields: Fields, weekday: int | None, frame: Frame
) -> list[Days]:
    which = (month.get("which") or month.get("which_es")) if month else ""
    third = month.get("third") if month else ""
    if which and fields.month is not None and fields.day is None and fields.year is None:
        found = [calendar.by_named_month(fields.month, which, frame.today)]
    elif fields.month and fields.day and fields.year is None and calendar.is_to_come(which):
        found = calendar.by_next(fields.day, fields.month, frame.today)
        found = calendar.on_weekday(found, weekday)
    else:
        found = calendar.by_fields(fields, weekday, frame.latest or frame.today)
    if third and fields.day is None:
        return [calendar.third_of(each, THIRDS[third]) for each in found]
    return found


def _by_base(base: Piece, fields: Fields, frame: Frame) -> list[Days]:
    which = base.get("which") or base.get("which_es")
    match base.kind:
        case Kind.DATE | Kind.DOTTED:
            return calendar.by_digits(base.text, frame.order, frame.latest or frame.today)
        case Kind.PERIOD:
            return [calendar.by_period(base.get("period"), which, frame.today)]
        case Kind.SEASON:
            return calendar.by_season(
                base.get("name"), which, fields.year, frame.today, southern=frame.southern
            )
        case Kind.AGO:
            found = calendar.by_ago(int(_count(base)), base.get("unit"), frame.today)
            vague = base.get("count") in _VAGUE_COUNTS
            return [replace(found, vague_days=max(found.vague_days, 1)) if vague else found]
        case Kind.LAST_NIGHT:
            return [calendar.by_word("yesterday", frame.today)]
    return [calendar.by_word(base.text, frame.today)]


def _times(roles: Sequence[Role], pieces: Sequence[Piece], *, open_half: bool) -> list[Times]:
    """Return the times of day that are named; none where only a day is."""
    part = _part_name(pieces)
    numbers = [role.piece for role in roles if role.role == "hour"]
    said = [*(piece for piece in pieces if piece.kind in TIMES), *numbers]
    if len(said) > 1:
        raise DateNotUnderstood("contradiction")
    if not said:
        return [clock.of_part(part)] if part else []
    match said[0].kind:
        case Kind.NOON:
            return clock.noon()
        case Kind.MIDNIGHT:
            return clock.midnight(part)
    return clock.of_clock(said[0], part, open_half=open_half)


def _part_name(pieces: Sequence[Piece]) -> str:
    part = _only(pieces, Kind.PART)
    if part is not None:
        return part.get("part")
    nights = any(
        piece.kind is Kind.LAST_NIGHT or piece.get("unit").startswith(("night", "noche"))
        for piece in pieces
        if piece.kind is not Kind.MARGIN
    )
    return "night" if nights else ""
