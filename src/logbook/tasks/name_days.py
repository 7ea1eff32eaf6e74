"""Days that somebody names while searching: "9 November", "2026", "last week"."""

from __future__ import annotations

import re
from datetime import date, datetime

from logbook.errors import DateError
from logbook.tasks.read_date import read_when

_YEAR = re.compile(r"(19|20)[0-9]{2}")


def days_named(words: str, *, now: datetime, zone: str) -> tuple[date, date] | None:
    """Return the first and the last day that words name; None when they name none, or several."""
    if _YEAR.fullmatch(words.strip()):
        year = int(words)
        return date(year, 1, 1), date(year, 12, 31)
    try:
        moment = read_when(words, now=now, zone=zone).moment
    except DateError:
        return None
    if moment.start is None:
        return None
    last = moment.end or moment.start
    return moment.start.date(), last.date()
