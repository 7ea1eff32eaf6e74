"""Tests of the times inside files."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from logbook.domain.evidence import FileTime, TimeBasis
from logbook.media import times

NOW = datetime(2026, 11, 7, 12, 0, tzinfo=UTC)


def test_exif_gives_local_time_fraction_offset_and_the_satellites_time() -> None:
    tags = {0x9003: "2024:12:02 15:30:12", 0x9011: "-05:00", 0x9291: "25", 0x0132: "2025:01:01"}
    found = times.from_exif(tags, {7: (20.0, 30.0, 10.0), 29: "2024:12:02"})
    assert [(time.local, time.offset_min) for time in found] == [
        ("2024-12-02T15:30:12.250", -300),
        ("2024-12-02T20:30:10", 0),
    ]


def test_the_time_of_a_change_counts_only_when_there_is_no_time_of_the_picture() -> None:
    found = times.from_exif({0x0132: "2024:12:03 09:00:00"}, {})
    assert [time.local for time in found] == ["2024-12-03T09:00:00"]


@pytest.mark.parametrize("value", ["0000:00:00 00:00:00", "    :  :     :  :  ", b"\xff\xfe", 7])
def test_an_empty_exif_time_is_no_time(value: object) -> None:
    assert times.believable(times.from_exif({0x9003: value}, {}), NOW) == ()


@pytest.mark.parametrize(
    "clock", [None, "x", (1, 2), ("a", "b", "c"), (float("nan"), 1, 1), (float("inf"), 1, 1)]
)
def test_a_strange_satellite_time_is_no_time(clock: object) -> None:
    assert times.from_exif({}, {7: clock, 29: "2024:12:02"}) == []


@pytest.mark.parametrize(
    ("stated", "local", "offset_min"),
    [
        ("D:20240102153012-08'00'", "2024-01-02T15:30:12", -480),
        ("D:20240102153012+05'30", "2024-01-02T15:30:12", 330),
        ("D:20240102153012Z00'00'", "2024-01-02T15:30:12", 0),
        ("D:202401021530", "2024-01-02T15:30:00", None),
        ("D:20240102", "2024-01-02", None),
    ],
)
def test_a_pdf_date_is_read_with_its_offset(
    stated: str, local: str, offset_min: int | None
) -> None:
    found = times.from_pdf(stated)
    assert found is not None
    assert (found.local, found.offset_min) == (local, offset_min)


def test_words_that_are_no_date_give_none() -> None:
    assert times.from_pdf("yesterday") is None
    assert times.from_words("sometime", TimeBasis.CONTAINER) is None


def test_png_words_and_xmp_are_read() -> None:
    words = times.from_words("Mon, 02 Dec 2024 15:30:12 +0100", TimeBasis.CONTAINER)
    assert words is not None
    assert (words.local, words.offset_min) == ("2024-12-02T15:30:12", 60)
    packet = b'<rdf photoshop:DateCreated="2024-12-02T15:30:12.5+01:00"/>'
    assert [time.local for time in times.from_xmp(packet)] == ["2024-12-02T15:30:12.500"]


def test_a_movie_time_counts_from_1904_and_zero_means_unset() -> None:
    found = times.from_seconds_since_1904(3_815_998_212)
    assert found is not None
    assert (found.local, found.offset_min) == ("2024-12-02T15:30:12", 0)
    assert times.from_seconds_since_1904(0) is None
    assert times.from_seconds_since_1904(1 << 63) is None


def test_the_file_systems_time_keeps_its_offset() -> None:
    zone = timezone(timedelta(hours=2))
    found = times.from_modified(datetime(2024, 12, 2, 15, 30, 12, tzinfo=zone))
    assert (found.local, found.offset_min) == ("2024-12-02T15:30:12", 120)


@pytest.mark.parametrize(
    ("local", "kept"),
    [
        ("1970-01-01T00:00:00", False),
        ("1994-12-31T00:00:00", False),
        ("1995-01-02", True),
        ("2026-11-08T12:00:00", True),
        ("2026-11-12T12:00:00", False),
        ("2026-02-30", False),
        ("soon", False),
    ],
)
def test_a_time_that_cannot_be_is_left_out(local: str, *, kept: bool) -> None:
    found = FileTime(local, None, TimeBasis.EXIF, local)
    assert times.believable([found], NOW) == ((found,) if kept else ())


def test_the_same_time_from_one_basis_is_kept_once() -> None:
    found = FileTime("2024-01-02", None, TimeBasis.EXIF, "a")
    other = FileTime("2024-01-02", None, TimeBasis.EXIF, "b")
    assert times.believable([found, other], NOW) == (found,)


def test_an_offset_that_no_zone_has_is_left_out() -> None:
    assert times.believable([FileTime("2024-01-02", 5000, TimeBasis.EXIF, "")], NOW) == ()
