"""Which field of a date is the day: found from the whole file, or asked, never guessed.

The rule (research: messages.md 2): a four-digit first field is the year; else a field above 12
tells; else the order in which the file runs on in time; else only the person knows. A wrong guess
would move a threat by months.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from logbook.importers.whatsapp_words import MARKS

_NUMBERS = re.compile(r"\d+")
_NOT_SIGNS = re.compile(rf"[\d{MARKS}]+")
POSSIBLE = {"first": ("ymd",), "last": ("dmy", "mdy"), "short": ("dmy", "mdy", "ymd")}
_PLACES = {"dmy": (2, 1, 0), "mdy": (2, 0, 1), "ymd": (0, 1, 2)}  # of year, month and day
_SHORT, _LONG = 2, 4  # digits of a year

# WhatsApp began in 2009: years that lie before it count from another beginning.
_FIRST_YEAR = 2009
_BUDDHIST_AHEAD = 543
# A two-digit year from here on is Buddhist: 52 is 2552, which is 2009, and not 2052.
_BUDDHIST_SHORT = _FIRST_YEAR + _BUDDHIST_AHEAD - 2500
_MINGUO_BEHIND, _LAST_MINGUO = 1911, 200
_SOLAR_NEW_YEAR = date(2009, 3, 21)  # 1 Farvardin 1388
# The Persian years 2009 to 2050, and the Islamic ones from 2009 on: the days of these no rule can
# compute for every country.
_SOLAR_FIRST, _SOLAR_LAST, _LAST_ISLAMIC = 1388, 1429, 1500
_SOLAR_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})  # of 33 years; right from 1244 to 1472
_SOLAR_LONG_MONTHS = 6  # of 31 days; the others have 30

_OVERWHELMING = 10  # so many readings against one: the one is damage or a pasted line
_FAR_WIDER = 4  # the wrong order jumps by years where the right one steps by days


class Form(NamedTuple):
    """A way of writing dates; one phone writes one form, so each form is decided for itself."""

    chat: int
    bracket: bool
    signs: str
    year: str  # where it stands: "first", "last", or "short" for two digits in every field


class Written(NamedTuple):
    """The three numbers of a date as written, and what else the writing tells."""

    numbers: tuple[int, int, int]
    signs: str
    year: str
    ends_short: bool  # one digit in the last field, which then is no year


class Day(NamedTuple):
    """A day as read; `flags` say what a person should know of the reading."""

    day: date
    flags: tuple[str, ...] = ()


class Decision(NamedTuple):
    """The order of a form of dates; `order` is empty when only the person can tell.

    `certain`: the dates themselves leave no other reading, so an answer cannot change them.
    """

    order: str
    basis: str  # a code of `domain.message.Question`
    certain: bool = False


@lru_cache(maxsize=20_000)
def written(text: str) -> Written | None:
    """Take a date apart; None when no field can be the year."""
    digits = _NUMBERS.findall(text)
    if len(digits[0]) > _SHORT:
        year = "first"
    elif len(digits[2]) == _LONG:
        year = "last"
    elif len(digits[2]) <= _SHORT:
        year = "short"
    else:
        return None
    first, second, third = (int(number) for number in digits)
    signs = _NOT_SIGNS.sub("", text)
    return Written((first, second, third), signs, year, len(digits[2]) == 1)


@lru_cache(maxsize=20_000)
def read_day(found: Written, order: str) -> Day | None:
    """Read a date in an order; None when there is no such day."""
    if found.year == "first":
        order = "ymd"
    elif found.ends_short and order != "ymd":
        return None
    numbers, (year_at, month_at, day_at) = found.numbers, _PLACES[order]
    year, month, day = numbers[year_at], numbers[month_at], numbers[day_at]
    if found.year == "short":
        year += 2000 if year < _BUDDHIST_SHORT else 2500
    try:
        if _FIRST_YEAR <= year < _FIRST_YEAR + _BUDDHIST_AHEAD:
            return Day(date(year, month, day))
        if _is_solar(year):
            return Day(_solar(year, month, day), ("other_calendar",))
        common = _common_year(year)
        return Day(date(common, month, day), () if common == year else ("other_calendar",))
    except ValueError:
        return None


def _common_year(year: int) -> int:
    if year >= _FIRST_YEAR + _BUDDHIST_AHEAD:
        return year - _BUDDHIST_AHEAD
    if _FIRST_YEAR - _MINGUO_BEHIND <= year <= _LAST_MINGUO:
        return year + _MINGUO_BEHIND
    return year


def _is_solar(year: int) -> bool:
    """Tell Persian years. Raises ValueError for Islamic ones."""
    if _SOLAR_LAST < year <= _LAST_ISLAMIC:
        raise ValueError("an Islamic date")
    return _SOLAR_FIRST <= year <= _SOLAR_LAST


def _solar(year: int, month: int, day: int) -> date:
    """Convert a date of the Persian calendar. Raises ValueError for a day that it does not have."""
    leap = year % 33 in _SOLAR_LEAPS
    longest = 31 if month <= _SOLAR_LONG_MONTHS else 30 if month < 12 or leap else 29  # noqa: PLR2004 - months
    if not (1 <= month <= 12 and 1 <= day <= longest):  # noqa: PLR2004 - months
        raise ValueError(month)
    days = sum(366 if y % 33 in _SOLAR_LEAPS else 365 for y in range(_SOLAR_FIRST, year))
    days += (month - 1) * 30 + min(month - 1, _SOLAR_LONG_MONTHS) + day - 1
    return _SOLAR_NEW_YEAR + timedelta(days=days)


@dataclass(slots=True)
class _Run:
    """How a file runs on in time when its dates are read in one order."""

    last: date | None = None
    impossible: int = 0
    inversions: int = 0
    days_moved: int = 0

    def go_on(self, to: Day | None) -> None:
        if to is None:
            self.impossible += 1
            return
        if self.last is not None:
            step = (to.day - self.last).days
            self.inversions += step < 0
            self.days_moved += abs(step)
        self.last = to.day


@dataclass(slots=True)
class Evidence:
    """What the dates of one form say about their order, gathered date by date in file order."""

    runs: dict[str, _Run] = field(default_factory=lambda: {order: _Run() for order in _PLACES})
    only: Counter[str] = field(default_factory=Counter)  # dates that one order alone can read
    dates: int = 0
    early_year: bool = False  # a first field that cannot be a year of WhatsApp
    example: str = ""  # the first date that two orders read as different days

    def note(self, text: str, found: Written) -> None:
        """Take in a date that differs from the one before it."""
        self.dates += 1
        if found.year == "first":
            return
        days = {order: read_day(found, order) for order in POSSIBLE[found.year]}
        for order, day in days.items():
            self.runs[order].go_on(day)
        self.early_year |= found.numbers[0] < _FIRST_YEAR - 2000
        by_day, by_month = days["dmy"], days["mdy"]
        if by_day is None and by_month is None:
            self.only["ymd"] += days.get("ymd") is not None
        elif by_day is None:
            self.only["mdy"] += 1
        elif by_month is None:
            self.only["dmy"] += 1
        elif by_day != by_month and not self.example:
            self.example = text

    def decide(self, form: Form) -> Decision:
        """Return the order of this form of dates and what it rests on."""
        if form.year == "first":
            return Decision("ymd", "year_first", certain=True)
        if form.year == "short" and self._runs_year_first():
            return Decision("ymd", "time_order")
        by_day, by_month = self.only["dmy"], self.only["mdy"]
        if by_day or by_month:
            if min(by_day, by_month) * _OVERWHELMING > max(by_day, by_month):
                return Decision("", "contradictory")
            order = "dmy" if by_day > by_month else "mdy"
            return Decision(order, "field_over_12", certain=True)
        if not self.example:
            return Decision("dmy", "same_either_way", certain=True)
        back = self.runs["dmy"].inversions - self.runs["mdy"].inversions
        order = "dmy" if back < 0 else "mdy"
        return Decision(order, "time_order") if back else Decision("", "none")

    def _runs_year_first(self) -> bool:
        """Tell whether two-digit dates begin with the year, as Korean phones write them."""
        first = self.runs["ymd"]
        if self.only["ymd"] > _OVERWHELMING * (self.only["dmy"] + self.only["mdy"]):
            return True
        other = min(
            (self.runs["dmy"], self.runs["mdy"]),
            key=lambda run: (run.impossible, run.inversions, run.days_moved),
        )
        if first.impossible > other.impossible or self.early_year or self.dates == 1:
            return False
        if other.impossible * _OVERWHELMING > self.dates:
            return True
        if first.inversions != other.inversions:
            return first.inversions < other.inversions
        return first.days_moved * _FAR_WIDER < other.days_moved
