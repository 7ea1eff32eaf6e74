"""Dates and times as the pages say them; numbers and order follow the language in use."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from logbook.domain.moment import Precision
from logbook.domain.selection import EntryRow
from logbook.i18n import language, translate


def locale() -> QLocale:
    """Return the locale of the language in use, with the system's region where they agree."""
    system = QLocale.system()
    chosen = QLocale(language())
    return system if system.language() == chosen.language() else chosen


def day_in_gutter(row: EntryRow) -> tuple[str, str]:
    """Return the day and the weekday for the gutter of the list."""
    if not row.start_local:
        return translate("Timeline", "No date"), ""
    when = date.fromisoformat(row.start_local[:10])
    shown = QDate(when.year, when.month, when.day)
    words = locale().toString(shown, "d MMM")
    if when.year != date.today().year:  # noqa: DTZ011 - the year on the person's own calendar
        words = locale().toString(shown, "d MMM yy")
    return words, locale().dayName(shown.dayOfWeek())


def long_day(when: date) -> str:
    """Return a day in full words, such as Thursday 12 November 2026."""
    return locale().toString(QDate(when.year, when.month, when.day), "dddd d MMMM yyyy")


def month_and_year(when: date) -> str:
    """Return a month in words, such as November 2026."""
    return locale().toString(QDate(when.year, when.month, 1), "MMMM yyyy")


def clock(when: datetime) -> str:
    """Return the time of day, 24 or 12 hours as the locale has it."""
    shown = QTime(when.hour, when.minute)
    return locale().toString(shown, QLocale.FormatType.ShortFormat)


def short_day(when: date) -> str:
    """Return a day in the locale's short form."""
    shown = QDate(when.year, when.month, when.day)
    return locale().toString(shown, QLocale.FormatType.ShortFormat)


def time_in_row(row: EntryRow) -> str:
    """Return the time of an entry as exactly as it is known, for one line."""
    if not row.start_local or not row.has_time:
        return "" if row.start_local else translate("Timeline", "time not known")
    start = clock(datetime.fromisoformat(row.start_local))
    if row.precision == Precision.ABOUT:
        return translate("Timeline", "about {time}", time=start)
    if row.precision == Precision.BETWEEN and row.end_local:
        end = datetime.fromisoformat(row.end_local)
        if row.end_local[:10] == row.start_local[:10]:
            return translate("Timeline", "{start} to {end}", start=start, end=clock(end))
        return translate("Timeline", "{start} or later", start=start)
    return start
