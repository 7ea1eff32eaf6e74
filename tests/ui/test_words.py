"""Dates and times in the words of the pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from logbook import i18n
from logbook.domain.entry import Kind
from logbook.domain.ids import EntryId
from logbook.domain.selection import EntryRow
from logbook.tasks.say_date import say_day
from logbook.ui import words

ROW = EntryRow(
    id=EntryId(1),
    number=1,
    title="",
    preview="",
    kind=Kind.NONE,
    precision="exact",
    start_local="2026-11-04T21:10:00",
    end_local="",
    has_time=True,
    people=(),
    evidence=0,
    changed=0,
    recorded_at="",
)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "21:10"),
        ({"precision": "about"}, "about 21:10"),
        ({"precision": "between", "end_local": "2026-11-04T23:30:00"}, "21:10 to 23:30"),
        ({"precision": "between", "end_local": "2026-11-06T09:05:00"}, "21:10 to 6 Nov, 09:05"),
        ({"has_time": False}, ""),
        ({"has_time": False, "precision": "between", "end_local": "2026-11-04T23:59:00"}, ""),
        (
            {"has_time": False, "precision": "between", "end_local": "2026-11-30T23:59:00"},
            "to 30 Nov",
        ),
        ({"precision": "unknown"}, "time not known"),
        ({"start_local": "", "precision": "unknown"}, "time not known"),
    ],
)
def test_a_row_says_its_time_as_exactly_as_it_is_known(
    changes: dict[str, object], said: str
) -> None:
    assert words.time_in_row(replace(ROW, **changes)) == said  # type: ignore[arg-type] # fields


def test_the_gutter_leaves_out_the_year_that_it_is() -> None:
    this_year = datetime.now().astimezone().year
    row = replace(ROW, start_local=f"{this_year}-11-04T21:10:00")
    assert words.day_in_gutter(row)[0] == "4 Nov"
    row = replace(ROW, start_local="2019-11-04T21:10:00")
    assert words.day_in_gutter(row) == ("4 Nov 19", "Monday")
    assert words.day_in_gutter(replace(ROW, start_local="")) == ("No date", "")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 11, 4), date(2026, 11, 4), "4 Nov 2026"),
        (date(2026, 11, 2), date(2026, 11, 8), "2 to 8 Nov 2026"),
        (date(2026, 10, 26), date(2026, 11, 1), "26 Oct to 1 Nov 2026"),
        (date(2025, 12, 28), date(2026, 1, 3), "28 Dec 2025 to 3 Jan 2026"),
    ],
)
def test_two_days_say_no_more_than_they_must(first: date, last: date, said: str) -> None:
    assert words.span_of_days(first, last) == said


def test_a_short_line_has_weekday_and_time() -> None:
    assert words.day_and_clock("2026-11-04T21:10:00") == "Wed 4 Nov, 21:10"
    assert words.day_and_clock("2026-11-04T21:10:00.250") == "Wed 4 Nov, 21:10"
    assert words.day_and_clock("") == "No date"


def test_the_clock_has_one_form() -> None:
    assert words.clock(datetime(2026, 11, 4, 8, 5)) == "08:05"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "0 minutes"), (1, "1 minute"), (59, "59 minutes"), (60, "1 hour"), (150, "2 hours")],
)
def test_a_length_of_time_is_said_in_the_unit_that_fits(minutes: int, said: str) -> None:
    assert words.how_long(timedelta(minutes=minutes)) == said


def test_there_are_seven_weekdays() -> None:
    assert len(set(words.weekdays())) == 7


@pytest.mark.parametrize(
    ("code", "long", "month"),
    [
        ("en", "Saturday 7 November 2026", "November 2026"),
        ("es", "sábado 7 de noviembre de 2026", "Noviembre de 2026"),
    ],
)
def test_a_day_is_said_in_the_language_in_use(code: str, long: str, month: str) -> None:
    i18n.use_language(code)
    assert words.long_day(date(2026, 11, 7)) == long
    assert words.month_and_year(date(2026, 11, 7)) == month
    assert words.full_day(date(2026, 11, 7)) in long
    assert words.day_of_year(date(2026, 11, 7), date(2026, 12, 1)) in long


@pytest.mark.parametrize("code", ["en", "es"])
def test_the_list_and_the_report_say_the_same_day(code: str) -> None:
    i18n.use_language(code)
    for ahead in range(366):
        day = date(2026, 1, 1) + timedelta(ahead)
        assert words.long_day(day) == say_day(day)


def test_numbers_are_the_same_with_qt_and_without() -> None:
    known = QLocale.matchingLocales(
        QLocale.Language.Spanish, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    )
    lands = {locale.territory() for locale in known} - {QLocale.Country.LatinAmerica}
    assert len(lands) > 20
    for land in lands:
        by_qt = QLocale(QLocale.Language.Spanish, land)
        with i18n.speaking(f"es_{QLocale.territoryToCode(land)}"):
            for value in (0, 999, 1234, 12345, 1_234_567):
                assert i18n.figures(value) == by_qt.toString(value), land
            assert i18n.decimal(1234.5) == by_qt.toString(1234.5, "f", 1), land
