"""Which days are meant: by digits, by names, or counted from today.

Digits and names go through python-dateutil. It fills what was not typed from a default date, which
must never leak into a record: everything is parsed against two defaults that differ in every
field, and only a field that agrees was typed.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from dateutil.parser import ParserError, parser, parserinfo
from dateutil.relativedelta import relativedelta

from logbook.errors import DateNotUnderstood
from logbook.tasks.dates.words import SEASONS

EARLIEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2200
SOON_DAYS: Final = 31
"""A day without a year that lies this near ahead may be meant; it is asked about."""

_TWO_DEFAULTS: Final = (datetime(2000, 1, 1, 1, 1, 1, 1), datetime(2004, 3, 3, 3, 3, 3, 3))  # noqa: DTZ001 - no clock is read
_YEAR_FIRST: Final = re.compile(r"\d{4}")
_CENTURY: Final = 100
MOST_DAYS: Final = 31
_LONGEST: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SATURDAY: Final = 5
_MONTHS_A_YEAR: Final = 12
_SEASON_MONTHS: Final = 3
_LEAP_YEARS: Final = 9  # the longest way back to a 29 February
_WEEKDAY_YEARS: Final = 41  # and to one on a given weekday


@dataclass(frozen=True, slots=True)
class Days:
    """A run of days; one day when both ends are equal. `vague_days` widens it on both sides."""

    first: date
    last: date
    vague_days: int = 0

    @property
    def is_one(self) -> bool:
        """Return whether this is a single day."""
        return self.first == self.last


class Fields(NamedTuple):
    """What was typed of a date."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


class _Info(parserinfo):
    """The order of fields, and two-digit years seen from a given day, not from the clock."""

    def __init__(self, order: str, today: date) -> None:
        super().__init__(dayfirst=order == "dmy", yearfirst=order == "ymd")
        self._today = today

    def convertyear(self, year: int, century_specified: bool = False) -> int:  # noqa: FBT001, FBT002 - dateutil's signature
        """Return the year that is meant."""
        return year if century_specified else full_year(year, self._today)


def full_year(year: int, today: date) -> int:
    """Put a two-digit year into the hundred years up to the next one."""
    latest = today.year + 1
    return year if year >= _CENTURY else latest - (latest - year) % _CENTURY


def one(day: date) -> Days:
    """Return a single day."""
    return Days(day, day)


def typed_fields(text: str, order: str, today: date) -> Fields:
    """Return what `text` says of a date; raises `DateNotUnderstood` with the reason."""
    parse = parser(_Info(order, today)).parse
    try:
        first, second = (parse(text, default=default) for default in _TWO_DEFAULTS)
    except (ParserError, ValueError, OverflowError, TypeError) as error:
        raise _why_not(text, order, today) from error
    if first.time() != _TWO_DEFAULTS[0].time() or second.time() != _TWO_DEFAULTS[1].time():
        raise DateNotUnderstood("no_such_date")  # it took a number of a date for a clock time
    year, month, day = (
        typed if typed == again else None
        for typed, again in zip(first.timetuple()[:3], second.timetuple()[:3], strict=True)
    )
    return Fields(year, month, day)


def _why_not(text: str, order: str, today: date) -> DateNotUnderstood:
    """Return the error that names the day a month does not have, where it is that."""
    first, *others = (int(part) for part in re.findall(r"\d+", text))
    if first > MOST_DAYS and len(others) == 2:  # noqa: PLR2004 - year, month, day
        year, month, day = first, *others
    elif others:
        day, month = (first, others[0]) if order == "dmy" else (others[0], first)
        if month > _MONTHS_A_YEAR >= day:
            day, month = month, day
        year = full_year(others[-1], today) if len(others) > 1 else today.year
    else:
        return DateNotUnderstood("no_such_date")
    exists = 1 <= month <= _MONTHS_A_YEAR
    return no_such_day(day, month, year) if exists else DateNotUnderstood("no_such_date")


def no_such_day(day: int, month: int, year: int) -> DateNotUnderstood:
    """Return the error for the 31st of February and the like."""
    return DateNotUnderstood("no_such_day", facts={"day": day, "month": month, "year": year})


def by_digits(text: str, order: str, today: date) -> list[Days]:
    """Return the days that digits with separators can mean under one order of fields."""
    digits = text.replace(".", "/")  # dateutil takes 3.4 for a fraction of a day
    return by_fields(typed_fields(digits, _fitting(order, text), today), None, today)


def _fitting(order: str, text: str) -> str:
    """Return the order, or the only one that gives a month from 1 to 12 in this text."""
    if _YEAR_FIRST.match(text):  # month and day follow everywhere
        return "ymd"
    first, second = (int(part) for part in re.findall(r"\d+", text)[:2])
    if order == "mdy" and second <= _MONTHS_A_YEAR < first:
        return "dmy"
    return "mdy" if order == "dmy" and first <= _MONTHS_A_YEAR < second else order


def by_fields(fields: Fields, weekday: int | None, today: date) -> list[Days]:
    """Return the days that typed fields can mean; a missing year means the last time it was so.

    Raises `DateNotUnderstood` for days that no month has, for years far off, and for a weekday
    that the date does not fall on.
    """
    year, month, day = fields
    if year is not None:
        check_year(year)
    if month is not None and day is not None and not 1 <= day <= _LONGEST[month - 1]:
        raise no_such_day(day, month, year or today.year)
    if day is None:
        return _whole_months(year, month, today)
    if month is None:
        found = _last_such_day_of_month(day, weekday, today)
    elif year is None:
        found = _in_last_years(day, month, weekday, today)
    else:
        found = [_exact_day(day, month, year)]
        if weekday is not None and found[0].weekday() != weekday:
            raise _other_weekday(found[0])
    if not found:
        raise no_such_day(day, month or today.month, year or today.year)
    return [one(each) for each in found]


def check_year(year: int) -> None:
    """Refuse a year that nobody's account is of."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise DateNotUnderstood("year_out_of_range", facts={"year": year})


def _exact_day(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise no_such_day(day, month, year) from error


def _whole_months(year: int | None, month: int | None, today: date) -> list[Days]:
    if month is None:
        if year is None:
            raise DateNotUnderstood("no_date")
        return [Days(date(year, 1, 1), date(year, 12, 31))]
    if year is not None:
        return [whole_month(year, month)]
    last = whole_month(today.year - (month > today.month), month)
    return [last, *_soon(whole_month(last.first.year + 1, month), today)]


def whole_month(year: int, month: int) -> Days:
    """Return the days of a month."""
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _soon(days: Days, today: date) -> list[Days]:
    return [days] if timedelta(0) < days.first - today <= timedelta(SOON_DAYS) else []


def _in_last_years(day: int, month: int, weekday: int | None, today: date) -> list[date]:
    """Return the last such day up to today, and the next one when it is near."""
    years_back = _LEAP_YEARS if weekday is None else _WEEKDAY_YEARS
    found: list[date] = []
    for year in range(today.year + 1, today.year - years_back, -1):
        if day > monthrange(year, month)[1]:
            continue
        candidate = date(year, month, day)
        fits = weekday in {None, candidate.weekday()}
        if fits and candidate <= today:
            return [candidate, *found]
        if fits and _soon(one(candidate), today):
            found.append(candidate)
    return found


def _last_such_day_of_month(day: int, weekday: int | None, today: date) -> list[date]:
    """Return the last day with this number up to today ("the 5th")."""
    month = today.replace(day=1)
    for _ in range(_MONTHS_A_YEAR * _LEAP_YEARS):
        last = monthrange(month.year, month.month)[1]
        if day <= last:
            candidate = month.replace(day=day)
            if candidate <= today and weekday in {None, candidate.weekday()}:
                return [candidate]
        month = (month - timedelta(1)).replace(day=1)
    return []


def by_day_of_period(day: int, which: str, today: date) -> Days:
    """Return a day of last month, of this or of next ("the 12th of last month")."""
    month = today.replace(day=1) + relativedelta(months=_step(which))
    return one(_exact_day(day, month.month, month.year))


def by_next(day: int, month: int, today: date) -> list[Days]:
    """Return the next such day after today ("el próximo 3 de abril")."""
    for year in range(today.year, today.year + _LEAP_YEARS):
        if day <= monthrange(year, month)[1] and date(year, month, day) > today:
            return [one(date(year, month, day))]
    raise no_such_day(day, month, today.year)


def is_to_come(which: str) -> bool:
    """Tell whether a word such as "next" or "próximo" points ahead."""
    return _step(which) == 1


def by_named_month(month: int, which: str, today: date) -> Days:
    """Return "last March", "this March" or "next March"."""
    if which in {"this", "este"}:
        return whole_month(today.year, month)
    if _step(which) == 1:
        return whole_month(today.year + (month <= today.month), month)
    return whole_month(today.year - (month >= today.month), month)


def by_weekday(wanted: int, which: str, today: date) -> list[Days]:
    """Return the last such weekday, or as `which` says; where it is today, today and the last."""
    back = (today.weekday() - wanted) % 7
    if which in {"this", "este"}:
        return [one(today + timedelta(wanted - today.weekday()))]
    if _step(which) == 1:
        return [one(today + timedelta((wanted - today.weekday()) % 7 or 7))]
    if which:
        return [one(today - timedelta(back or 7))]
    return [one(today - timedelta(days)) for days in ((7, 0) if back == 0 else (back,))]


def on_weekday(found: list[Days], weekday: int | None) -> list[Days]:
    """Keep the days that fall on a weekday, of a week the one; raises `DateNotUnderstood`."""
    if weekday is None:
        return found
    in_weeks = [
        one(days.first + timedelta((weekday - days.first.weekday()) % 7))
        for days in found
        if days.last - days.first < timedelta(7)
    ]
    kept = [day for day in in_weeks if any(days.first <= day.first <= days.last for days in found)]
    if not kept:
        raise _other_weekday(found[0].first)
    return kept


def _other_weekday(day: date) -> DateNotUnderstood:
    facts = {"day": day.day, "month": day.month, "year": day.year, "weekday": day.weekday()}
    return DateNotUnderstood("other_weekday", facts=facts)


_RELATIVE_DAYS: Final = {
    **dict.fromkeys(("today", "hoy"), 0),
    **dict.fromkeys(("yesterday", "ayer"), -1),
    "tomorrow": 1,
    **dict.fromkeys(("day after tomorrow", "the day after tomorrow"), 2),
}


def by_word(word: str, today: date) -> Days:
    """Return today, yesterday, the day before or tomorrow."""
    return one(today + timedelta(_RELATIVE_DAYS.get(word, -2)))


def by_period(period: str, which: str, today: date) -> Days:
    """Return last week, this month and so on; what is not over yet ends today."""
    step = _step(which)
    if period in {"week", "semana"}:
        monday = today - timedelta(today.weekday() - 7 * step)
        found = Days(monday, monday + timedelta(6))
    elif period in {"weekend", "fin de semana"}:
        found = _weekend(which, today)
    elif period in {"month", "mes"}:
        month = today.replace(day=1) + relativedelta(months=step)
        found = whole_month(month.year, month.month)
    else:
        found = Days(date(today.year + step, 1, 1), date(today.year + step, 12, 31))
    return _until_today(found, today)


def _step(which: str) -> int:
    if which.removeprefix("el ").startswith(("next", "coming", "prox", "que")):
        return 1
    if which.startswith("antepasad"):
        return -2
    return 0 if which in {"this", "este", "esta"} else -1


def _weekend(which: str, today: date) -> Days:
    """Return a Saturday and Sunday: without a word the last one that has begun."""
    begun = today - timedelta((today.weekday() - _SATURDAY) % 7)
    running = today.weekday() >= _SATURDAY
    of_step = {0: 0 if running else 1, 1: 1, -1: -1 if running else 0, -2: -2 if running else -1}
    weeks = of_step[_step(which)] if which else 0
    saturday = begun + timedelta(7 * weeks)
    return Days(saturday, saturday + timedelta(1))


def _until_today(days: Days, today: date) -> Days:
    return replace(days, last=today) if days.first <= today < days.last else days


def by_ago(count: int, unit: str, today: date) -> Days:
    """Return the day so many days, weeks, months or years ago; the longer ago, the vaguer."""
    if unit.startswith(("day", "night", "dia", "noche")):
        return one(_back(today, relativedelta(days=count)))
    if unit.startswith(("week", "semana")):
        return replace(one(_back(today, relativedelta(weeks=count))), vague_days=1)
    if unit.startswith("m"):
        return replace(one(_back(today, relativedelta(months=count))), vague_days=7)
    return replace(one(_back(today, relativedelta(years=count))), vague_days=30)


def _back(today: date, distance: relativedelta) -> date:
    try:
        found = today - distance
    except (ValueError, OverflowError) as error:
        raise DateNotUnderstood("year_out_of_range", facts={"year": 0}) from error
    check_year(found.year)
    return found


def by_season(
    name: str, which: str, year: int | None, today: date, *, southern: bool
) -> list[Days]:
    """Return the last such season that has begun, or the one of a year."""
    month = (SEASONS[name] + (6 if southern else 0) - 1) % _MONTHS_A_YEAR + 1
    crosses = month == _MONTHS_A_YEAR
    if year is not None:
        starts = [year - 1, year] if crosses else [year]
        return [_season(start, month) for start in starts]
    latest = _season(today.year - (date(today.year, month, 1) > today), month)
    if (
        which in {"last", "past", "previous", "el pasado", "pasado", "pasada"}
        and latest.last >= today
    ):
        latest = _season(latest.first.year - 1, month)
    if which in {"this", "este", "esta"} or _step(which or "this") == 1:
        latest = _season(today.year + (_step(which) == 1), month)
    return [_until_today(latest, today)]


def _season(year: int, month: int) -> Days:
    first = date(year, month, 1)
    return Days(first, first + relativedelta(months=_SEASON_MONTHS, days=-1))


def third_of(month: Days, third: int) -> Days:
    """Return the first ten days of a month, the second ten, or the rest."""
    first = month.first + timedelta(10 * third)
    return Days(first, month.last if third > 1 else first + timedelta(9))
