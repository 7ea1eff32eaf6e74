"""Say a moment in full words, to be read back, and why typed words were not understood."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from logbook.domain.moment import Moment, Precision
from logbook.errors import DateAmbiguous, DateError, DateNotUnderstood
from logbook.i18n import at_clock, clock, translate, with_article
from logbook.tasks.dates.meaning import default_about_min
from logbook.tasks.read_date import Reading, is_shown_twice

_HOUR_MIN: Final = 60
_DAY_MIN: Final = 24 * _HOUR_MIN
_WEEK_MIN: Final = 7 * _DAY_MIN


def say_when(moment: Moment) -> str:
    """Return a moment in full: "Saturday 7 November 2026, between 14:00 and 16:30"."""
    if moment.precision is Precision.UNKNOWN or moment.start is None:
        return translate("Dates", "time not known")
    if moment.end is not None:
        return _say_span(moment, moment.start, moment.end)
    day, at = say_day(moment.start.date()), _clock(moment.start)
    about = _clock(moment.start, article=True)
    if moment.precision is Precision.EXACT:
        return translate("Dates", "{day}, {time}", day=day, time=at) if moment.has_time else day
    if moment.has_time:
        said = translate("Dates", "{day}, about {time}", day=day, time=about)
    else:
        said = translate("Dates", "about {day}", day=day)
    usual = default_about_min(moment.start, has_time=moment.has_time)
    if moment.about_min in {None, usual}:
        return said
    margin = _margin(moment.about_min or 0)
    return translate("Dates", "{when}, give or take {margin}", when=said, margin=margin)


def _say_span(moment: Moment, start: datetime, end: datetime) -> str:
    if not moment.has_time:
        if start.date() == end.date():
            return say_day(start.date())
        return translate(
            "Dates",
            "between {first} and {last}",
            first=say_day(start.date()),
            last=say_day(end.date()),
        )
    if start.date() == end.date():
        return translate(
            "Dates",
            "{day}, between {first} and {last}",
            day=say_day(start.date()),
            first=_clock(start, article=True),
            last=_clock(end, article=True),
        )
    return translate(
        "Dates",
        "between {first_day}, {first} and {last_day}, {last}",
        first_day=say_day(start.date()),
        first=_clock(start),
        last_day=say_day(end.date()),
        last=_clock(end),
    )


def say_time(moment: Moment) -> str:
    """Return what a list shows beside the day: "about 08:15", "14:00 to 16:30", "time not known".

    A span of days says its last day, because the list's day is its first.
    """
    start, end = moment.start, moment.end
    if moment.precision is Precision.UNKNOWN or start is None:
        return translate("Dates", "time not known")
    if end is not None and end.date() != start.date():
        return _say_last(moment, start, end)
    if not moment.has_time:
        return translate("Dates", "time not known")
    if end is not None:
        return translate("Dates", "{first} to {last}", first=clock(start), last=clock(end))
    if moment.precision is Precision.ABOUT:
        return translate("Dates", "about {time}", time=at_clock(start))
    return clock(start)


def _say_last(moment: Moment, start: datetime, end: datetime) -> str:
    day = _short_day(end.date())
    if not moment.has_time:
        return translate("Dates", "to {day}", day=day)
    return translate(
        "Dates", "{first} to {day}, {last}", first=clock(start), day=day, last=clock(end)
    )


def say_day(day: date) -> str:
    """Return a day in full: "Saturday 7 November 2026"."""
    return translate(
        "Dates",
        "{weekday} {day} {month} {year}",
        weekday=weekday_name(day.weekday()),
        day=day.day,
        month=month_name(day.month),
        year=day.year,
    )


def say_reading(reading: Reading) -> str:
    """Return a reading in full, with what a person should notice about it."""
    said = say_when(reading.moment)
    if reading.clock_went:
        said = translate(
            "Dates", "{when} (the clocks went forward over the time you typed)", when=said
        )
    if reading.is_future:
        said = translate("Dates", "{when} (still to come)", when=said)
    return said


def ask(error: DateAmbiguous) -> str:
    """Return the question between readings: "Do you mean ... or ...?"."""
    readings = [say_reading(each) for each in error.readings if isinstance(each, Reading)]
    return translate("Dates", "Do you mean {choices}?", choices=_either(readings))


def _either(choices: Iterable[str]) -> str:
    """Join choices with "or"; each holds commas, so that semicolons part them."""
    *others, last = choices
    if not others:
        return last
    return translate("Dates", "{others}; or {last}", others="; ".join(others), last=last)


def explain(error: DateError) -> str:
    """Return in one sentence why words were not understood, or what to decide between."""
    if isinstance(error, DateAmbiguous):
        return ask(error)
    if not isinstance(error, DateNotUnderstood):
        return translate("Dates", "This date cannot be read.")
    facts = error.facts
    match error.detail:
        case "no_such_day":
            return _no_such_day(facts["day"], facts["month"], facts["year"])
        case "other_weekday":
            return translate(
                "Dates",
                "{day} {month} {year} is a {weekday}.",
                day=facts["day"],
                month=month_name(facts["month"]),
                year=facts["year"],
                weekday=weekday_name(facts["weekday"]),
            )
        case "year_out_of_range":
            return translate("Dates", "This year is too far away.")
    return _reasons().get(
        error.detail, translate("Dates", "Not understood. Try 7 November 2026, 14:30.")
    )


def _no_such_day(day: int, month: int, year: int) -> str:
    leap_day = month == 2 and day == 29  # noqa: PLR2004 - the one day that depends on the year
    if leap_day:
        return translate("Dates", "February {year} has no day 29.", year=year)
    return translate("Dates", "{month} has no day {day}.", month=month_name(month), day=day)


def _reasons() -> dict[str, str]:
    return {
        "empty": translate("Dates", "Nothing was typed."),
        "too_long": translate("Dates", "This is too long for a date. Put the rest into the text."),
        "no_such_date": translate("Dates", "There is no such date."),
        "no_such_time": translate("Dates", "There is no such time."),
        "no_end": translate("Dates", "An earliest and a latest time are needed."),
        "end_before_start": translate("Dates", "The latest time lies before the earliest."),
        "time_needs_day": translate("Dates", "Say on which day it was at this time."),
        "contradiction": translate("Dates", "These words say two different times."),
    }


def month_name(month: int) -> str:
    """Return the name of a month, from 1."""
    names = (
        translate("Dates", "January"),
        translate("Dates", "February"),
        translate("Dates", "March"),
        translate("Dates", "April"),
        translate("Dates", "May"),
        translate("Dates", "June"),
        translate("Dates", "July"),
        translate("Dates", "August"),
        translate("Dates", "September"),
        translate("Dates", "October"),
        translate("Dates", "November"),
        translate("Dates", "December"),
    )
    return names[month - 1]


def weekday_name(weekday: int) -> str:
    """Return the name of a weekday, Monday from 0."""
    names = (
        translate("Dates", "Monday"),
        translate("Dates", "Tuesday"),
        translate("Dates", "Wednesday"),
        translate("Dates", "Thursday"),
        translate("Dates", "Friday"),
        translate("Dates", "Saturday"),
        translate("Dates", "Sunday"),
    )
    return names[weekday]


def _short_day(day: date) -> str:
    return translate("Dates", "{day} {month}", day=day.day, month=month_name(day.month))


def _margin(minutes: int) -> str:
    """Return a half width in the largest unit that fits it evenly."""
    if minutes % _WEEK_MIN == 0:
        return translate("Dates", "%n week|%n weeks", "", minutes // _WEEK_MIN)
    if minutes % _DAY_MIN == 0:
        return translate("Dates", "%n day|%n days", "", minutes // _DAY_MIN)
    if minutes % _HOUR_MIN == 0:
        return translate("Dates", "%n hour|%n hours", "", minutes // _HOUR_MIN)
    return translate("Dates", "%n minute|%n minutes", "", minutes)


def _clock(instant: datetime, *, article: bool = False) -> str:
    """Return hours and minutes, seconds where there are any, and which of two equal times it is."""
    said = at_clock(instant) if article else clock(instant)
    if instant.second:
        said = f"{instant:%H:%M:%S}"
        said = with_article(said, instant.hour) if article else said
    if not is_shown_twice(instant):
        return said
    if instant.fold:
        return translate("Dates", "{time} after the clocks went back", time=said)
    return translate("Dates", "{time} before the clocks went back", time=said)
