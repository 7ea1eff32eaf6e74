"""Dates and times as the pages say them; numbers and order follow the language in use."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale

from logbook.domain.moment import Precision
from logbook.domain.selection import EntryRow
from logbook.i18n import at_clock, manner, translate
from logbook.i18n import clock as clock
from logbook.ui.tongue import locale as locale


def said_now() -> tuple[object, ...]:
    """Return what words depend on besides what they say: the language, the hours, the day.

    Words that were put on the screen under an equal one are as they would be put there now.
    """
    return manner(), locale(), date.today()  # noqa: DTZ011 - the person's own calendar


def day_in_gutter(row: EntryRow) -> tuple[str, str]:
    """Return the day and the weekday for the gutter of the list."""
    if not row.start_local:
        return translate("Timeline", "No date"), ""
    when = date.fromisoformat(row.start_local[:10])
    # The year on the person's own calendar, which is what the gutter leaves out.
    form = "d MMM" if when.year == date.today().year else "d MMM yy"  # noqa: DTZ011 - as above
    return locale().toString(_shown(when), form), weekday(when)


def weekday(when: date) -> str:
    """Return the name of the day of the week."""
    return locale().dayName(_shown(when).dayOfWeek())


def weekdays() -> list[str]:
    """Return the names of all days of the week, for measuring."""
    return [locale().dayName(day) for day in range(1, 8)]


def long_day(when: date) -> str:
    """Return a day in full words, such as Thursday 12 November 2026."""
    form = translate("Dates", "dddd d MMMM yyyy", "a date as Qt writes it; own words in 'quotes'")
    return locale().toString(_shown(when), form)


def short_day(when: date) -> str:
    """Return a day for a line with little room, such as 12 Nov 2026."""
    return locale().toString(_shown(when), "d MMM yyyy")


def full_day(when: date) -> str:
    """Return a day in words without its weekday, such as 9 November 2026."""
    form = translate("Dates", "d MMMM yyyy", "a date as Qt writes it; own words in 'quotes'")
    return locale().toString(_shown(when), form)


def day_of_year(when: date, today: date) -> str:
    """Return a day for a tile: "9 November", with its year when that is not this one."""
    if when.year != today.year:
        return full_day(when)
    form = translate("Dates", "d MMMM", "a date as Qt writes it; own words in 'quotes'")
    return locale().toString(_shown(when), form)


def month_and_year(when: date) -> str:
    """Return a month in words that stand by themselves, such as November 2026."""
    form = translate("Dates", "MMMM yyyy", "a date as Qt writes it; own words in 'quotes'")
    said = locale().toString(_shown(when), form)
    return said[:1].upper() + said[1:]


def span_of_days(first: date, last: date) -> str:
    """Return two days for a chip: "4 Nov 2026", "2 to 8 Nov 2026", "28 Dec 2025 to 3 Jan 2026"."""
    if first == last:
        return short_day(first)
    if (first.year, first.month) == (last.year, last.month):
        start = locale().toString(first.day)
    elif first.year == last.year:
        start = locale().toString(_shown(first), "d MMM")
    else:
        start = short_day(first)
    return translate("Timeline", "{first} to {last}", first=start, last=short_day(last))


def day_and_clock(local: str) -> str:
    """Return a wall-clock time (ISO 8601, or empty) for a short line: "Wed 4 Nov, 21:10"."""
    if not local:
        return translate("Timeline", "No date")
    when = datetime.fromisoformat(local)
    day = locale().toString(_shown(when.date()), "ddd d MMM")
    return translate("Timeline", "{day}, {time}", day=day, time=clock(when))


def data_size(size_bytes: int) -> str:
    """Return a number of bytes for people, such as 6 MB."""
    million = 1_000_000
    places = 1 if size_bytes >= million else 0
    form = QLocale.DataSizeFormat.DataSizeSIFormat
    return locale().formattedDataSize(size_bytes, places, form)


def how_long(span: timedelta) -> str:
    """Return a length of time in minutes, or in whole hours from one hour on."""
    minutes = max(int(span.total_seconds() // 60), 0)
    if minutes < 60:  # noqa: PLR2004 - minutes of an hour
        return translate("Timeline", "%n minute|%n minutes", "", minutes)
    return translate("Timeline", "%n hour|%n hours", "", minutes // 60)


def time_in_row(row: EntryRow) -> str:
    """Return the time of an entry as exactly as it is known, for one line."""
    if not row.start_local or row.precision == Precision.UNKNOWN:
        return translate("Timeline", "time not known")
    if not row.has_time:
        return _last_day(row) if row.end_local else ""
    when = datetime.fromisoformat(row.start_local)
    start = clock(when)
    if row.precision == Precision.ABOUT:
        return translate("Timeline", "about {time}", time=at_clock(when))
    if row.precision != Precision.BETWEEN or not row.end_local:
        return start
    end = clock(datetime.fromisoformat(row.end_local))
    if row.end_local[:10] == row.start_local[:10]:
        return translate("Timeline", "{start} to {end}", start=start, end=end)
    last = locale().toString(_shown(date.fromisoformat(row.end_local[:10])), "d MMM")
    return translate("Timeline", "{start} to {day}, {end}", start=start, day=last, end=end)


def title_words(title: str) -> str:
    """Return a title as a heading has it: without the full stop of its sentence."""
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _last_day(row: EntryRow) -> str:
    """Return the last day of a span of days; the gutter shows the first."""
    if row.end_local[:10] == row.start_local[:10]:
        return ""
    last = _shown(date.fromisoformat(row.end_local[:10]))
    return translate("Timeline", "to {day}", day=locale().toString(last, "d MMM"))


def _shown(when: date) -> QDate:
    return QDate(when.year, when.month, when.day)
