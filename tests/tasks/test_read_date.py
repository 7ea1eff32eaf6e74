"""Tests of dates typed in words."""

from __future__ import annotations

import string
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from logbook.domain.moment import Moment, Precision
from logbook.errors import DateAmbiguous, DateError, DateNotUnderstood, UsageError
from logbook.tasks.dates.calendar import typed_fields
from logbook.tasks.dates.words import MONTHS, NUMBERS, PARTS, SEASONS, WEEKDAYS
from logbook.tasks.read_date import Reading, read_between, read_when, readings_of
from logbook.tasks.say_date import say_when

ZONE = "America/New_York"
NEW_YORK = ZoneInfo(ZONE)
NOW = datetime(2026, 11, 7, 14, 20, 33, tzinfo=NEW_YORK)  # a Saturday


def read(words: str, order: str = "", precision: Precision | None = None) -> Moment:
    return read_when(words, now=NOW, zone=ZONE, order=order, precision=precision).moment


def all_of(words: str, order: str = "") -> list[str]:
    found = readings_of(words, now=NOW, zone=ZONE, order=order)
    return [short(reading.moment) for reading in found]


def short(moment: Moment) -> str:
    """2026-11-07, 2026-11-07 14:00, ~2026-11-07 14:00, 2026-11-07 14:00/2026-11-07 16:30."""
    shape = "%Y-%m-%d %H:%M" if moment.has_time else "%Y-%m-%d"
    ends = [moment.start, moment.end]
    said = "/".join(each.strftime(shape) for each in ends if each is not None)
    return "~" + said if moment.precision is Precision.ABOUT else said


ONE_READING = {
    # counted from now
    "now": "2026-11-07 14:20",
    "ahora mismo": "2026-11-07 14:20",
    "today": "2026-11-07",
    "Yesterday": "2026-11-06",
    "anteayer": "2026-11-05",
    "the day before yesterday at noon": "2026-11-05 12:00",
    "3 days ago": "2026-11-04",
    "hace tres días": "2026-11-04",
    "a week ago": "~2026-10-31",
    "2 months ago": "~2026-09-07",
    "a year ago at noon": "2025-11-07 12:00",
    "2 hours ago": "~2026-11-07 12:20",
    "half an hour ago": "~2026-11-07 13:50",
    "hace media hora": "~2026-11-07 13:50",
    "3 nights ago": "2026-11-04 20:00/2026-11-05 04:00",
    # parts of a day
    "earlier today": "2026-11-07 00:00/2026-11-07 14:20",
    "this morning": "2026-11-07 06:00/2026-11-07 12:00",
    "this afternoon": "2026-11-07 12:00/2026-11-07 14:20",
    "last night": "2026-11-06 20:00/2026-11-07 04:00",
    "yesterday evening": "2026-11-06 18:00/2026-11-06 22:00",
    "ayer por la mañana": "2026-11-06 06:00/2026-11-06 12:00",
    "Friday night": "2026-11-06 20:00/2026-11-07 04:00",
    # a day and a time
    "yesterday about 8 pm": "~2026-11-06 20:00",
    "yesterday 8pm": "2026-11-06 20:00",
    "8 p.m. yesterday": "2026-11-06 20:00",
    "ayer sobre las 8 de la tarde": "~2026-11-06 20:00",
    "ayer a las 8 p. m.": "2026-11-06 20:00",
    "yesterday at half past eight in the evening": "2026-11-06 20:30",
    "quarter to nine yesterday evening": "2026-11-06 20:45",
    "ayer a las nueve menos cuarto de la noche": "2026-11-06 20:45",
    "last night at 11": "2026-11-06 23:00",
    "last night at 2": "2026-11-07 02:00",
    "last night around 12": "~2026-11-07 00:00",
    "friday night at 1 am": "2026-11-07 01:00",
    "yesterday at 12 am": "2026-11-06 00:00",
    "yesterday at 12 pm": "2026-11-06 12:00",
    "yesterday 3.30": "2026-11-06 03:30",
    "yesterday at 1530": "2026-11-06 15:30",
    "noon": "2026-11-07 12:00",
    "midnight": "2026-11-07 00:00",
    "9:30": "2026-11-07 09:30",
    # weekdays
    "last Friday": "2026-11-06",
    "on Friday": "2026-11-06",
    "el viernes pasado": "2026-11-06",
    "last Saturday": "2026-10-31",
    "next Friday": "2026-11-13",
    "this Monday": "2026-11-02",
    # dates
    "7 November 2026": "2026-11-07",
    "November 7th, 2026": "2026-11-07",
    "Sat 7 Nov 2026 at 2:05 pm": "2026-11-07 14:05",
    "el 5 de noviembre de 2026 a las 14:30": "2026-11-05 14:30",
    "7 ago 2026": "2026-08-07",
    "5 nov 25": "2025-11-05",
    "7 Nov": "2026-11-07",
    "24 December": "2025-12-24",
    "the 5th": "2026-11-05",
    "the 5th at noon": "2026-11-05 12:00",
    "29 Feb": "2024-02-29",
    "13/4": "2026-04-13",
    "4/13/2026": "2026-04-13",
    "2026-03-04": "2026-03-04",
    "2026/3/4": "2026-03-04",
    "20260304": "2026-03-04",
    "7.11.2026": "2026-11-07",
    "2026-03-03 14:05": "2026-03-03 14:05",
    "2026-03-03 9:05": "2026-03-03 09:05",
    "2026-11-07T14:00": "2026-11-07 14:00",
    "2026-11-07T14:00Z": "2026-11-07 09:00",
    "2026-11-07 14:00+01:00": "2026-11-07 08:00",
    # spans
    "between 2 and 4 pm yesterday": "2026-11-06 14:00/2026-11-06 16:00",
    "yesterday between 2 and 4 pm": "2026-11-06 14:00/2026-11-06 16:00",
    "yesterday 2-4 pm": "2026-11-06 14:00/2026-11-06 16:00",
    "yesterday between 2:00 and 4 pm": "2026-11-06 14:00/2026-11-06 16:00",
    "7 Nov 14:00 to 16:30": "2026-11-07 14:00/2026-11-07 16:30",
    "5 Nov 22:00 to 2:00": "2026-11-05 22:00/2026-11-06 02:00",
    "between 11 and 1 pm yesterday": "2026-11-06 11:00/2026-11-06 13:00",
    "between 10 pm and midnight yesterday": "2026-11-06 22:00/2026-11-07 00:00",
    "entre las 2 y las 4 de la tarde de ayer": "2026-11-06 14:00/2026-11-06 16:00",
    "ayer de 2 a 4 pm": "2026-11-06 14:00/2026-11-06 16:00",
    "from yesterday 8 pm to today 2 am": "2026-11-06 20:00/2026-11-07 02:00",
    "from yesterday 8 pm until now": "2026-11-06 20:00/2026-11-07 14:20",
    "between Monday and Wednesday": "2026-11-02/2026-11-04",
    "between Friday and Sunday": "2026-10-30/2026-11-01",
    "from 3 to 5 November": "2026-11-03/2026-11-05",
    "del 3 al 5 de noviembre": "2026-11-03/2026-11-05",
    "from June to August 2025": "2025-06-01/2025-08-31",
    "between 13/4 and 15/4": "2026-04-13/2026-04-15",
    # long stretches
    "sometime in March": "2026-03-01/2026-03-31",
    "March 2025": "2025-03-01/2025-03-31",
    "last November": "2025-11-01/2025-11-30",
    "early March": "2026-03-01/2026-03-10",
    "a mediados de marzo": "2026-03-11/2026-03-20",
    "end of February 2024": "2024-02-21/2024-02-29",
    "in spring": "2026-03-01/2026-05-31",
    "en primavera": "2026-03-01/2026-05-31",
    "summer 2025": "2025-06-01/2025-08-31",
    "in 2019": "2019-01-01/2019-12-31",
    "last week": "2026-10-26/2026-11-01",
    "this week": "2026-11-02/2026-11-07",
    "la semana pasada": "2026-10-26/2026-11-01",
    "last weekend": "2026-10-31/2026-11-01",
    "last month": "2026-10-01/2026-10-31",
    "el mes pasado": "2026-10-01/2026-10-31",
    "last year": "2025-01-01/2025-12-31",
    # said another way
    "the week before last": "2026-10-19/2026-10-25",
    "the night before last": "2026-11-05 20:00/2026-11-06 04:00",
    "the day after tomorrow": "2026-11-09",
    "one day in March": "2026-03-01/2026-03-31",
    "one day last week": "2026-10-26/2026-11-01",
    "one day ago": "2026-11-06",
    "a year ago": "~2025-11-07",
    "Monday of last week": "2026-10-26",
    "on Christmas Eve": "2025-12-24",
    "twenty-five past eight yesterday evening": "2026-11-06 20:25",
    "7 nov 14:00": "2026-11-07 14:00",
    "the 12th of last month": "2026-10-12",
}


@pytest.mark.parametrize(("words", "expected"), ONE_READING.items())
def test_words_with_one_reading_give_it(words: str, expected: str) -> None:
    assert all_of(words) == [expected]


SEVERAL = {
    "3/4": ["2026-04-03", "2026-03-04"],
    "3/4/26": ["2026-04-03", "2026-03-04"],
    "3/4 to 5/4": ["2026-04-03/2026-04-05", "2026-03-04/2026-05-04"],
    "around 8": ["~2026-11-07 08:00", "~2026-11-06 20:00", "~2026-11-07 20:00"],
    "yesterday at 8": ["2026-11-06 08:00", "2026-11-06 20:00"],
    "half past eight yesterday": ["2026-11-06 08:30", "2026-11-06 20:30"],
    "yesterday between 2 and 4": [
        "2026-11-06 02:00/2026-11-06 04:00",
        "2026-11-06 14:00/2026-11-06 16:00",
    ],
    "8 pm": ["2026-11-06 20:00", "2026-11-07 20:00"],  # today's is still to come
    "Saturday": ["2026-10-31", "2026-11-07"],  # today is one
    "midnight on Friday": ["2026-11-06 00:00", "2026-11-07 00:00"],
    "between 10 pm on Wednesday and 2 am": ["2026-11-04 22:00/2026-11-05 02:00"],
    "between 10 pm and 2 am on Friday": [
        "2026-11-06 22:00/2026-11-07 02:00",
        "2026-11-05 22:00/2026-11-06 02:00",
    ],
    "9 Nov": ["2025-11-09", "2026-11-09"],  # the next one is near
    "winter 2025": ["2024-12-01/2025-02-28", "2025-12-01/2026-02-28"],
    "2019": ["2019-01-01/2019-12-31", "2026-11-06 20:19", "2026-11-07 20:19"],
    "7.11": ["2026-11-07 07:11", "2026-11-07"],
    "8": ["2026-11-07 08:00", "2026-11-06 20:00", "2026-11-07 20:00", "2026-10-08"],
}


@pytest.mark.parametrize(("words", "expected"), SEVERAL.items())
def test_words_with_several_readings_give_all_of_them(words: str, expected: list[str]) -> None:
    assert all_of(words) == expected


def test_several_readings_are_asked_about_and_never_chosen_from() -> None:
    with pytest.raises(DateAmbiguous) as caught:
        read("3/4")
    readings = caught.value.readings
    assert [each.moment.start.month for each in readings if isinstance(each, Reading)] == [4, 3]


@pytest.mark.parametrize(
    ("words", "order", "expected"),
    [
        ("3/4", "dmy", "2026-04-03"),
        ("3/4", "mdy", "2026-03-04"),
        ("3/4/26", "mdy", "2026-03-04"),
        ("26/03/04", "ymd", "2026-03-04"),
        ("13/4", "mdy", "2026-04-13"),  # no month has the number 13
        ("2026-03-04", "dmy", "2026-03-04"),
        ("7.11.2026", "mdy", "2026-07-11"),
    ],
)
def test_a_stated_order_decides(words: str, order: str, expected: str) -> None:
    assert short(read(words, order)) == expected


REFUSED = {
    "": "empty",
    " ?! ": "empty",
    "x" * 201: "too_long",
    "1 " * 60: "too_long",
    "foo": "unknown_word",
    "8 pm foo": "unknown_word",
    "meeting at 3": "unknown_word",
    "yesterday today": "contradiction",
    "now 8 pm": "contradiction",
    "8 pm 9 pm": "contradiction",
    "yesterday 3/4/2026": "contradiction",
    "31/02/2026": "no_such_day",
    "30 Feb": "no_such_day",
    "29 February 2026": "no_such_day",
    "2026-02-31": "no_such_day",
    "31 April to 2 May": "no_such_day",
    "99/99/99": "no_such_date",
    "20261345": "no_such_date",
    "2026-11-07T25:00": "no_such_date",
    "25:00": "no_such_time",
    "14:61": "no_such_time",
    "13 am": "no_such_time",
    "Friday 7 November 2026": "other_weekday",
    "1/1/1850": "year_out_of_range",
    "999 years ago": "year_out_of_range",
    "from 8 pm": "no_end",
    "one Friday": "no_date",
    "the 31st of this month": "no_such_day",
    "5 Nov to 3 Nov 2026": "end_before_start",
    "from 8 pm on 5 Nov to 7 pm on 5 Nov": "end_before_start",
    "last week at 8 pm": "time_needs_day",
    "at": "no_date",
    "about": "no_date",
    "1704209412": "unknown_word",
    "a": "no_date",
    "t": "unknown_word",
}


@pytest.mark.parametrize(("words", "reason"), REFUSED.items())
def test_what_is_no_date_is_refused_with_the_reason(words: str, reason: str) -> None:
    with pytest.raises(DateNotUnderstood) as caught:
        readings_of(words, now=NOW, zone=ZONE)
    assert caught.value.detail == reason


def test_the_refusal_of_a_day_names_it() -> None:
    with pytest.raises(DateNotUnderstood) as caught:
        read("31/02/2026")
    assert caught.value.facts == {"day": 31, "month": 2, "year": 2026}


def test_an_error_never_quotes_what_was_typed() -> None:
    with pytest.raises(DateNotUnderstood) as caught:
        read("he hit me yesterday")
    assert "hit" not in f"{caught.value} {caught.value.where}"


@pytest.mark.parametrize(
    ("words", "wanted", "kept", "about_min"),
    [
        ("yesterday 8 pm", Precision.ABOUT, Precision.ABOUT, 60),
        ("yesterday 8:20 pm", Precision.ABOUT, Precision.ABOUT, 15),
        ("yesterday", Precision.ABOUT, Precision.ABOUT, 1440),
        ("yesterday about 8 pm", Precision.EXACT, Precision.EXACT, None),
        ("yesterday about 8 pm", None, Precision.ABOUT, 60),
        ("yesterday 8 pm give or take 2 hours", None, Precision.ABOUT, 120),
        ("yesterday morning", Precision.EXACT, Precision.BETWEEN, None),  # a span stays a span
        ("2 hours ago", None, Precision.ABOUT, 30),
    ],
)
def test_the_chosen_precision_and_the_words_meet(
    words: str, wanted: Precision | None, kept: Precision, about_min: int | None
) -> None:
    moment = read(words, precision=wanted)
    assert (moment.precision, moment.about_min) == (kept, about_min)


def test_a_span_needs_two_ends() -> None:
    with pytest.raises(DateNotUnderstood, match="no_end"):
        read("yesterday 8 pm", precision=Precision.BETWEEN)


@pytest.mark.parametrize(
    ("words", "start"),
    [("in spring", "2026-03-01"), ("around when we moved", None), ("3/4", None), ("", None)],
)
def test_not_sure_keeps_the_words_and_a_start_for_sorting_when_it_is_clear(
    words: str, start: str | None
) -> None:
    moment = read(words, precision=Precision.UNKNOWN)
    assert (moment.precision, moment.raw) == (Precision.UNKNOWN, words)
    assert (moment.start and moment.start.date().isoformat()) == start


def test_the_words_are_kept_as_typed() -> None:
    assert read("  Yesterday ABOUT 8 pm ").raw == "Yesterday ABOUT 8 pm"


def test_what_is_still_to_come_is_flagged_and_not_refused() -> None:
    assert read_when("tomorrow at noon", now=NOW, zone=ZONE).is_future
    assert not read_when("yesterday at noon", now=NOW, zone=ZONE).is_future


def test_this_morning_ends_now_while_it_lasts() -> None:
    morning = NOW.replace(hour=9, minute=40)
    moment = read_when("this morning", now=morning, zone=ZONE).moment
    assert short(moment) == "2026-11-07 06:00/2026-11-07 09:40"


def test_the_zone_of_the_place_counts_and_not_the_zone_of_the_clock() -> None:
    late = datetime(2026, 11, 7, 2, 0, tzinfo=UTC)  # still Friday in New York
    assert short(read_when("today", now=late, zone=ZONE).moment) == "2026-11-06"


@pytest.mark.parametrize("zone", ["Australia/Sydney", "America/Argentina/Buenos_Aires"])
def test_spring_is_another_half_of_the_year_in_the_south(zone: str) -> None:
    moment = read_when("last spring", now=NOW, zone=zone).moment
    assert short(moment) == "2025-09-01/2025-11-30"


def test_a_time_that_the_clocks_showed_twice_is_two_readings() -> None:
    first, second = readings_of("1 November 2026 1:30 am", now=NOW, zone=ZONE)
    assert first.moment.start is not None
    assert second.moment.start is not None
    gap = second.moment.start.astimezone(UTC) - first.moment.start.astimezone(UTC)
    assert gap == timedelta(hours=1)
    decided = read("1 November 2026 1:30 am after the clocks went back")
    assert decided.start is not None
    assert decided.start.fold == 1


def test_a_span_over_the_hour_shown_twice_is_as_wide_as_it_can_be() -> None:
    moment = read("between 1:10 and 1:20 on 1 November 2026")
    assert moment.start is not None
    assert moment.end is not None
    width = moment.end.astimezone(UTC) - moment.start.astimezone(UTC)
    assert width == timedelta(hours=1, minutes=10)


def test_hours_ago_are_counted_through_the_change_of_the_clocks() -> None:
    after = datetime(2026, 11, 1, 3, 0, tzinfo=NEW_YORK)
    moment = read_when("2 hours ago", now=after, zone=ZONE).moment
    assert moment.start is not None
    assert moment.start.astimezone(UTC) == after.astimezone(UTC) - timedelta(hours=2)


def test_a_time_that_the_clocks_skipped_is_moved_and_said() -> None:
    reading = read_when("8 March 2026 2:30", now=NOW, zone=ZONE)
    assert short(reading.moment) == "2026-03-08 03:30"
    assert reading.clock_went == "forward"


def test_a_span_says_that_one_of_its_ends_was_skipped() -> None:
    for words in ("8 March 2026 between 2:30 and 4:00", "8 March 2026 between 1:00 and 2:30"):
        assert read_when(words, now=NOW, zone=ZONE).clock_went == "forward"
    words = "8 March 2026 between 1:00 and 4:00"
    assert read_when(words, now=NOW, zone=ZONE).clock_went == ""


def test_a_day_whose_first_minute_was_skipped_starts_with_its_first_that_was() -> None:
    moment = read_when("15 October 2017", now=NOW, zone="America/Sao_Paulo").moment
    assert moment.start is not None
    assert (moment.start.hour, moment.has_time) == (1, False)


def test_a_zone_or_an_order_that_does_not_exist_is_a_usage_error() -> None:
    for zone, order in (("Mars/Olympus", ""), ("../etc", ""), ("", ""), (ZONE, "ydm")):
        with pytest.raises(UsageError):
            read_when("today", now=NOW, zone=zone, order=order)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("7 Nov 14:00", "16:30", "2026-11-07 14:00/2026-11-07 16:30"),
        ("2", "4 pm yesterday", "2026-11-06 14:00/2026-11-06 16:00"),
        ("5 Nov 22:00", "2:00", "2026-11-05 22:00/2026-11-06 02:00"),
        ("3 November", "5 November", "2026-11-03/2026-11-05"),
        ("yesterday 8 pm", "today", "2026-11-06 20:00/2026-11-07 23:59"),
        ("March", "May", "2026-03-01/2026-05-31"),
    ],
)
def test_two_boxes_lend_each_other_what_one_leaves_out(
    first: str, last: str, expected: str
) -> None:
    moment = read_between(first, last, now=NOW, zone=ZONE).moment
    assert short(moment) == expected
    assert moment.raw == f"{first} – {last}"


def test_a_span_in_one_of_two_boxes_is_refused() -> None:
    with pytest.raises(DateNotUnderstood, match="contradiction"):
        read_between("2 to 4 pm", "6 pm", now=NOW, zone=ZONE)


def test_now_must_have_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        read_when("today", now=datetime(2026, 11, 7), zone=ZONE)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("3/4", (None, 4, 3)),
        ("3/2026", (2026, 3, None)),
        ("2026", (2026, None, None)),
        ("3/4/2026", (2026, 4, 3)),
    ],
)
def test_what_dateutil_fills_in_is_never_taken_for_typed(
    text: str, fields: tuple[int | None, ...]
) -> None:
    assert tuple(typed_fields(text, "dmy", NOW.date())) == fields


NOWS = st.datetimes(datetime(2015, 1, 1), datetime(2040, 1, 1), timezones=st.just(NEW_YORK))
OTHER_WORDS = """
today ayer tomorrow anoche last next this pasado between and to y a al from until at about on in
the el la de del ago hace noon midnight - / . : , am pm 3 4 8 12 20 31 2026 14:30 3/4 31/02 8pm
3.30 days weeks hours horas semana week weekend now earlier give take or half quarter past media
cuarto menos early end
"""
VOCABULARY = sorted(
    {
        *(name for names in (*MONTHS, *WEEKDAYS) for name in names),
        *NUMBERS,
        *PARTS,
        *SEASONS,
        *OTHER_WORDS.split(),
    }
)


@given(st.text(max_size=60), NOWS)
@example("²/₃", NOW)
@example("٣/٤/٢٠٢٦", NOW)
@example("1:30½ pm", NOW)
def test_no_words_are_too_strange(words: str, now: datetime) -> None:
    try:
        found = readings_of(words, now=now, zone=ZONE)
    except DateError:
        return
    assert found


@given(st.lists(st.sampled_from(VOCABULARY), max_size=9).map(" ".join), NOWS)
def test_no_sequence_of_known_words_is_too_strange(words: str, now: datetime) -> None:
    try:
        found = readings_of(words, now=now, zone=ZONE)
    except DateError:
        return
    assert 1 <= len(found) <= 6


@given(st.text(string.ascii_lowercase + " ", min_size=1, max_size=40), NOWS)
def test_nonsense_is_never_read_as_anything(words: str, now: datetime) -> None:
    known = {word for entry in VOCABULARY for word in entry.split()} | {"h", "ca", "as", "o"}
    assume(not known & set(words.split()))
    with pytest.raises(DateNotUnderstood):
        readings_of(words, now=now, zone=ZONE)


@given(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=6).map(" ".join), NOWS)
def test_nothing_is_read_as_now_unless_it_says_so(words: str, now: datetime) -> None:
    assume(not {"now", "earlier", "this", "ago", "hace", "week"} & set(words.split()))
    assume("14:30" not in words and "until" not in words)
    now = now.replace(hour=14, minute=37)
    try:
        found = readings_of(words, now=now, zone=ZONE)
    except DateError:
        return
    for reading in found:
        start = reading.moment.start
        assert start is None or (start.hour, start.minute) != (14, 37)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """A moment as the reader makes them."""
    wall = draw(st.datetimes(datetime(1950, 1, 1), datetime(2030, 1, 1)))
    start = wall.replace(second=0, microsecond=0, tzinfo=NEW_YORK)
    assume(
        start.astimezone(UTC).astimezone(NEW_YORK).replace(tzinfo=None)
        == wall.replace(second=0, microsecond=0)
    )
    precision = draw(st.sampled_from([Precision.EXACT, Precision.ABOUT, Precision.BETWEEN]))
    has_time = draw(st.booleans())
    if not has_time:
        start = start.replace(hour=0, minute=0)
    about_min = end = None
    if precision is Precision.ABOUT:
        about_min = draw(st.sampled_from([15, 60, 90, 1440, 10080, 43200]))
    if precision is Precision.BETWEEN:
        end = start + timedelta(minutes=draw(st.integers(1, 5000)))
        if not has_time:
            end = (start + timedelta(days=draw(st.integers(1, 400)))).replace(hour=23, minute=59)
        gone = end.astimezone(UTC).astimezone(NEW_YORK).replace(tzinfo=None)
        assume(gone == end.replace(tzinfo=None))
    return Moment(precision, start, end, ZONE, "", has_time, about_min)


@given(moments(), NOWS)
def test_what_is_said_is_read_back_as_it_was(moment: Moment, now: datetime) -> None:
    read_back = read_when(say_when(moment), now=now, zone=ZONE).moment
    assert read_back.start is not None
    assert moment.start is not None
    assert (read_back.precision, read_back.has_time) == (moment.precision, moment.has_time)
    assert read_back.about_min == moment.about_min
    assert read_back.start.astimezone(UTC) == moment.start.astimezone(UTC)
    if moment.end is not None:
        assert read_back.end is not None
        late = timedelta(hours=1) if moment.end.fold != read_back.end.fold else timedelta(0)
        assert read_back.end.astimezone(UTC) - moment.end.astimezone(UTC) == late
