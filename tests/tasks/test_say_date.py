"""Tests of saying moments in words."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from logbook.domain.moment import Moment, Precision
from logbook.errors import DateAmbiguous, DateError, DateNotUnderstood
from logbook.tasks.read_date import read_when
from logbook.tasks.say_date import ask, explain, say_day, say_reading, say_time, say_when

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 7, 14, 20, tzinfo=NEW_YORK)
START = datetime(2026, 11, 7, 14, 0, tzinfo=NEW_YORK)


def exact(start: datetime = START, *, has_time: bool = True) -> Moment:
    return Moment(Precision.EXACT, start, has_time=has_time)


def about(about_min: int, *, has_time: bool = True) -> Moment:
    start = START if has_time else START.replace(hour=0)
    return Moment(Precision.ABOUT, start, has_time=has_time, about_min=about_min)


def between(end: datetime, start: datetime = START, *, has_time: bool = True) -> Moment:
    return Moment(Precision.BETWEEN, start, end, has_time=has_time)


@pytest.mark.parametrize(
    ("moment", "full", "beside_the_day"),
    [
        (exact(), "Saturday 7 November 2026, 14:00", "14:00"),
        (exact(START.replace(second=9)), "Saturday 7 November 2026, 14:00:09", "14:00"),
        (exact(has_time=False), "Saturday 7 November 2026", "time not known"),
        (about(60), "Saturday 7 November 2026, about 14:00", "about 14:00"),
        (
            about(15),
            "Saturday 7 November 2026, about 14:00, give or take 15 minutes",
            "about 14:00",
        ),
        (about(1440, has_time=False), "about Saturday 7 November 2026", "time not known"),
        (
            about(10080, has_time=False),
            "about Saturday 7 November 2026, give or take 1 week",
            "time not known",
        ),
        (
            between(START.replace(hour=16, minute=30)),
            "Saturday 7 November 2026, between 14:00 and 16:30",
            "14:00 to 16:30",
        ),
        (
            between(START + timedelta(hours=12)),
            "between Saturday 7 November 2026, 14:00 and Sunday 8 November 2026, 02:00",
            "14:00 to 8 November, 02:00",
        ),
        (
            between(
                datetime(2026, 3, 31, 23, 59, tzinfo=NEW_YORK),
                datetime(2026, 3, 1, tzinfo=NEW_YORK),
                has_time=False,
            ),
            "between Sunday 1 March 2026 and Tuesday 31 March 2026",
            "to 31 March",
        ),
        (
            between(START.replace(hour=23), START.replace(hour=0), has_time=False),
            "Saturday 7 November 2026",
            "time not known",
        ),
        (Moment(Precision.UNKNOWN, raw="in spring"), "time not known", "time not known"),
        (Moment(Precision.UNKNOWN, START), "time not known", "time not known"),
    ],
)
def test_a_moment_is_said_in_full_and_beside_its_day(
    moment: Moment, full: str, beside_the_day: str
) -> None:
    assert say_when(moment) == full
    assert say_time(moment) == beside_the_day


def test_the_hour_that_the_clocks_showed_twice_is_told_apart() -> None:
    first = datetime(2026, 11, 1, 1, 30, tzinfo=NEW_YORK)
    assert say_when(exact(first)).endswith("01:30 before the clocks went back")
    assert say_when(exact(first.replace(fold=1))).endswith("01:30 after the clocks went back")


def test_a_day_is_said_with_its_weekday() -> None:
    assert say_day(date(2026, 2, 28)) == "Saturday 28 February 2026"


def test_what_a_person_should_notice_is_said() -> None:
    skipped = read_when("8 March 2026 2:30", now=NOW, zone="America/New_York")
    assert "03:30 (the clocks went forward over the time you typed)" in say_reading(skipped)
    ahead = read_when("tomorrow at noon", now=NOW, zone="America/New_York")
    assert say_reading(ahead) == "Sunday 8 November 2026, 12:00 (still to come)"


def test_two_readings_become_a_question() -> None:
    with pytest.raises(DateAmbiguous) as caught:
        read_when("3/4", now=NOW, zone="America/New_York")
    question = "Do you mean Friday 3 April 2026; or Wednesday 4 March 2026?"
    assert ask(caught.value) == explain(caught.value) == question


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("31/02/2026", "February has no day 31."),
        ("29 Feb 2026", "February 2026 has no day 29."),
        ("Friday 7 November 2026", "7 November 2026 is a Saturday."),
        ("1/1/1850", "This year is too far away."),
        ("", "Nothing was typed."),
        ("25:00", "There is no such time."),
        ("from 8 pm", "An earliest and a latest time are needed."),
        ("last week at 8 pm", "Say on which day it was at this time."),
        ("yesterday today", "These words say two different times."),
        ("hullabaloo", "Not understood. Try 7 November 2026, 14:30."),
    ],
)
def test_a_refusal_says_why_in_one_sentence(words: str, sentence: str) -> None:
    with pytest.raises(DateNotUnderstood) as caught:
        read_when(words, now=NOW, zone="America/New_York")
    assert explain(caught.value) == sentence


def test_a_date_error_without_a_reason_has_words_too() -> None:
    assert explain(DateError("x"))
    assert explain(DateNotUnderstood("a reason of tomorrow"))
