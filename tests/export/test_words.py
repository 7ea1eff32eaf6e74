from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from logbook.domain.evidence import FileTime, TimeBasis
from logbook.domain.moment import Moment, Precision
from logbook.export import words

NEW_YORK = ZoneInfo("America/New_York")
AT_SEVEN = datetime(2026, 11, 9, 19, 2, tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    ("moment", "day", "clock"),
    [
        (Moment(Precision.EXACT, AT_SEVEN), "9 Nov 2026", "19:02"),
        (Moment(Precision.ABOUT, AT_SEVEN), "9 Nov 2026", "about 19:02"),
        (
            Moment(Precision.BETWEEN, AT_SEVEN, AT_SEVEN.replace(hour=21)),
            "9 Nov 2026",
            "between 19:02 and 21:02",
        ),
        (
            Moment(Precision.BETWEEN, AT_SEVEN, AT_SEVEN.replace(day=11)),
            "between 9 Nov 2026 and 11 Nov 2026",
            "from 19:02 on the first day to 19:02 on the last",
        ),
        (
            Moment(Precision.UNKNOWN, AT_SEVEN, raw="around Easter"),
            "Date not known",
            "in the words of the entry: “around Easter”",
        ),
        (Moment(Precision.EXACT, AT_SEVEN, has_time=False), "9 Nov 2026", "time not known"),
        (Moment(Precision.ABOUT, AT_SEVEN, has_time=False), "about 9 Nov 2026", "time not known"),
        (Moment(Precision.UNKNOWN), "Date not known", ""),
        (
            Moment(Precision.UNKNOWN, raw="in spring"),
            "Date not known",
            "in the words of the entry: “in spring”",
        ),
    ],
)
def test_a_moment_is_said_as_exactly_as_it_is_known(moment, day, clock):
    assert words.moment_day(moment) == day
    assert words.moment_clock(moment, "America/New_York") == clock


def test_a_moment_in_another_zone_carries_its_distance_from_utc():
    there = Moment(Precision.EXACT, datetime(2026, 11, 9, 19, 2, tzinfo=ZoneInfo("Europe/Madrid")))

    assert words.moment_clock(there, "America/New_York") == "19:02 (UTC+01:00)"


@pytest.mark.parametrize(
    ("parts", "fold", "said"),
    [
        ((2026, 11, 1, 1, 30), 0, "01:30 (UTC−04:00)"),
        ((2026, 11, 1, 1, 30), 1, "01:30 (UTC−05:00)"),
        ((2026, 3, 8, 2, 30), 0, "02:30 (UTC−05:00)"),
        ((2026, 11, 1, 2, 30), 0, "02:30"),
    ],
)
def test_a_local_time_that_came_twice_or_never_carries_its_distance_from_utc(parts, fold, said):
    when = datetime(*parts, fold=fold, tzinfo=NEW_YORK)

    assert words.moment_clock(Moment(Precision.EXACT, when), "America/New_York") == said


@pytest.mark.parametrize(
    ("zone", "said"),
    [("Asia/Kolkata", "UTC+05:30"), ("America/St_Johns", "UTC−03:30"), ("UTC", "UTC+00:00")],
)
def test_the_distance_from_utc_counts_half_hours(zone, said):
    assert words.offset(datetime(2026, 12, 1, tzinfo=ZoneInfo(zone))) == said


def test_an_unknown_zone_is_utc():
    assert words.in_zone(AT_SEVEN, "Nowhere/At_All").tzinfo is UTC
    assert words.zone_named("../../etc/passwd") is None


@pytest.mark.parametrize(
    ("size_bytes", "said"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (123_456, "123.5 kB"),
        (2_400_000_000, "2.4 GB"),
    ],
)
def test_sizes_are_said_in_the_unit_of_a_person(size_bytes, said):
    assert words.size(size_bytes) == said


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (83.2, "1:23"), (3725, "1:02:05")])
def test_lengths_are_said_in_minutes(seconds, said):
    assert words.duration(seconds) == said


def test_a_time_of_a_file_says_where_it_comes_from():
    time = FileTime("2026-11-09T19:01:55", -300, TimeBasis.EXIF, "raw")

    assert words.file_time(time) == "2026-11-09 19:01:55 UTC−05:00 (written by the camera)"
    unzoned = FileTime("2026-11-09", None, TimeBasis.FILE_NAME, "raw")
    assert words.file_time(unzoned) == "2026-11-09 (in the file name)"


def test_numbers_are_joined_into_stretches():
    assert words.ranges_in_words([1, 2, 3, 7, 9, 10]) == "1–3, 7, 9–10"
    assert words.ranges_in_words([]) == ""
