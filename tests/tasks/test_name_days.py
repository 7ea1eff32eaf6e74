"""Days that are named while searching."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from logbook.tasks.name_days import days_named

NOON = datetime(2026, 11, 14, 12, tzinfo=ZoneInfo("Europe/London"))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("9 November", date(2026, 11, 9), date(2026, 11, 9)),
        ("2026-11-09", date(2026, 11, 9), date(2026, 11, 9)),
        ("yesterday", date(2026, 11, 13), date(2026, 11, 13)),
        ("November 2026", date(2026, 11, 1), date(2026, 11, 30)),
        (" 2025 ", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_words_name_days(words: str, first: date, last: date) -> None:
    assert days_named(words, now=NOON, zone="Europe/London") == (first, last)


@pytest.mark.parametrize("words", ["", "note", "9", "3/4", "IMG_2026", "2025 photo", "99999"])
def test_words_that_name_no_day_or_several_name_none(words: str) -> None:
    assert days_named(words, now=NOON, zone="Europe/London") is None
