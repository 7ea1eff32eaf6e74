"""Headers of every phone and language are found, and their times are right."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from logbook.importers.whatsapp_header import stamp_of
from logbook.importers.whatsapp_words import PERIODS, hour_of_day, part_of_day, words_beside_time

# Five moments as the locale data of Unicode write them, for phones in 75 languages and regions.
with (Path(__file__).parent / "headers.tsv").open(encoding="utf-8", newline="") as file:
    TIMES, *ROWS = csv.reader(file, delimiter="\t")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join(row[:3]))
def test_a_header_in_the_form_of_a_locale_is_read(row: list[str], chat: Callable[..., Any]) -> None:
    _, _, phone, *stamps = row
    iphone = phone == "iphone"
    lines = [
        f"[{stamp}] Ana {i % 2}: text {i}" if iphone else f"{stamp} - Ana {i % 2}: text {i}"
        for i, stamp in enumerate(stamps)
    ]
    read = chat(*lines, date_order="")
    assert read.recognised
    # A phone of Android writes no seconds.
    expected = [time if iphone else f"{time[:-2]}00" for time in TIMES[3:]]
    assert [r.local for r in read.records] == expected
    assert {r.time_precision for r in read.records} == ({"s"} if iphone else {"min"})
    assert [r.time_raw for r in read.records] == stamps
    assert read.texts == [f"text {i}" for i in range(len(stamps))]
    assert not any(r.flags for r in read.records)


ODD_HEADERS = [
    ("12/30/2021, 10:01\u202fPM - Ann: hi", "2021-12-30T22:01:00"),
    ("12/30/2021, 10:01\u00a0p.\u00a0m. - Ann: hi", "2021-12-30T22:01:00"),
    ("12/30/2021, 10:01\u2009pm - Ann: hi", "2021-12-30T22:01:00"),
    ("30/12/2021 10:01 p. m. - Ann: hi", "2021-12-30T22:01:00"),
    ("[30/12/2021 10:01:05 p. m.] Ann: hi", "2021-12-30T22:01:05"),
    ("\u200e[30/12/2021, 22:01:05] Ann: hi", "2021-12-30T22:01:05"),
    ("\ufeff30/12/2021, 22:01 - Ann: hi", "2021-12-30T22:01:00"),
    ("[30.12.2021 klo 22.01.05] Ann: hi", "2021-12-30T22:01:05"),
    ("30.12.2021 klo 22.01 - Ann: hi", "2021-12-30T22:01:00"),
    ("30.12.2021 klo 22.01.05: Ann: hi", "2021-12-30T22:01:05"),
    ("30/12/2021 22:01:05: Ann: hi", "2021-12-30T22:01:05"),
    ("30.12.21 à 22:01 - Ann: hi", "2021-12-30T22:01:00"),
    ("30.12.21 um 22:01 Uhr - Ann: hi", "2021-12-30T22:01:00"),
    ("[22:01, 30/12/2021] Ann: hi", "2021-12-30T22:01:00"),
    ("22:01, 30/12/2021 - Ann: hi", "2021-12-30T22:01:00"),
    ("[10:01 PM, 12/30/2021] Ann: hi", "2021-12-30T22:01:00"),
    ("22.01, 30.12.2021 - Ann: hi", "2021-12-30T22:01:00"),
    ("30/12/2021, 22：01 - Ann: hi", "2021-12-30T22:01:00"),
    ("٣٠\u200f/١٢\u200f/٢٠٢١، ١٠:٠١\u202fم - Ann: hi", "2021-12-30T22:01:00"),
    ("\u200f30.12.2021, 22:01 - \u200fAnn: hi", "2021-12-30T22:01:00"),
    ("2021. 12. 30. 오후 10:01 - Ann: hi", "2021-12-30T22:01:00"),
    ("2021년 12월 30일 오후 10:01 - Ann: hi", "2021-12-30T22:01:00"),
    ("2021年12月30日 晚上10:01 - Ann: hi", "2021-12-30T22:01:00"),
    ("2021/12/30 午後0:01 - Ann: hi", "2021-12-30T12:01:00"),
    ("30.12.21, 10:01 abends - Ann: hi", "2021-12-30T22:01:00"),
    ("30.12.21, 1:01 nachts - Ann: hi", "2021-12-30T01:01:00"),
    ("30.12.21, 12:01 mittags - Ann: hi", "2021-12-30T12:01:00"),
    ("30.12.21 г., 10:01 вечерта - Ann: hi", "2021-12-30T22:01:00"),
    ("2021-12-30 22 h 01 - Ann: hi", "2021-12-30T22:01:00"),
    ("30/12/2564, 22:01 - Ann: hi", "2021-12-30T22:01:00"),  # Buddhist
    ("30/12/64, 22:01 - Ann: hi", "2021-12-30T22:01:00"),
    ("۱۴۰۰/۱۰/۰۹،\u200f ۲۲:۰۱ - Ann: hi", "2021-12-30T22:01:00"),  # Persian
    ("110/12/30, 22:01 - Ann: hi", "2021-12-30T22:01:00"),  # Taiwan
    ("30.12.2021, 10:01 אחה״צ - Ann: hi", "2021-12-30T22:01:00"),
    ("30.12.2021, 12:01 לפנה״צ - Ann: hi", "2021-12-30T00:01:00"),
    ("۲۰۲۱/۱۲/۳۰، ۱۰:۰۱ بعد\u200cازظهر - Ann: hi", "2021-12-30T22:01:00"),
    ("३०/१२/२१, १०:०१ म.उ. - Ann: hi", "2021-12-30T22:01:00"),
    ("३०/१२/२१, १२:०१ म.पू. - Ann: hi", "2021-12-30T00:01:00"),
    ("2021/12/30 午夜12:00 - Ann: hi", "2021-12-30T00:00:00"),
    ("2021/12/30 晚上12:01 - Ann: hi", "2021-12-30T00:01:00"),
    ("2021/12/30 晚上11:01 - Ann: hi", "2021-12-30T23:01:00"),
    ("12/30/21, 12:00 noon - Ann: hi", "2021-12-30T12:00:00"),
    ("12/30/21, 12:00 midnight - Ann: hi", "2021-12-30T00:00:00"),
    ("2021／12／30 22：01 - Ann: hi", "2021-12-30T22:01:00"),
    ("12/30/2564 BE, 10:01 PM - Ann: hi", "2021-12-30T22:01:00"),
    ("[30/12/2564 พ.ศ. 22:01:05] Ann: hi", "2021-12-30T22:01:05"),
    ("۱۴۰۰/۱۰/۰۹ ه\u200d.ش.، ۱۰:۰۱ ب.ظ. - Ann: hi", "2021-12-30T22:01:00"),
]


@pytest.mark.parametrize(("line", "local"), ODD_HEADERS)
def test_an_odd_header_of_a_real_phone_is_read(
    line: str, local: str, chat: Callable[..., Any]
) -> None:
    record = chat(line, date_order="").records[0]
    assert record.local == local
    assert (record.sender, record.text) == ("Ann", "hi")


@pytest.mark.parametrize(
    "line",
    [
        "12/01/2024, 10:30 I went to the shop - it was: closed",
        "12/01/2024 10:30",
        "at 12/01/2024, 10:30 - Ann: hi",
        "1234567/12/30, 22:01 - Ann: hi",
        "[12/01/2024, 10:30 - Ann: hi",
        "12/01/2024, 10:30] Ann: hi",
        "12.01 - 10:30 - Ann: hi",
        "12/01/2024 - 13/01/2024 - Ann: hi",
    ],
)
def test_a_line_that_only_looks_like_a_header_stays_text(
    line: str, chat: Callable[..., Any]
) -> None:
    read = chat("13/01/2024, 10:29 - Ann: look", line, "13/01/2024, 10:31 - Ben: yes")
    assert read.texts == [f"look\n{line}", "yes"]


def test_a_file_whose_headers_change_their_form_is_read_on(chat: Callable[..., Any]) -> None:
    android = [f"{day}/01/2024, 22:0{day % 10} - Ann: a{day}" for day in range(13, 18)]
    iphone = [f"[1/{day}/24, 9:0{day % 10}:30\u202fPM] Ben: b{day}" for day in range(18, 23)]
    read = chat(*android, *iphone)
    assert [r.local for r in read.records] == [
        *(f"2024-01-{day}T22:0{day % 10}:00" for day in range(13, 18)),
        *(f"2024-01-{day}T21:0{day % 10}:30" for day in range(18, 23)),
    ]
    assert not any(r.flags for r in read.records)


def test_an_unknown_part_of_the_day_is_understood_by_its_order(chat: Callable[..., Any]) -> None:
    read = chat(
        "13/01/2024, 9:00 qqmo - Ann: early",
        "13/01/2024, 1:00 qqev - Ann: late",
        "14/01/2024, 8:00 qqmo - Ann: early",
        "14/01/2024, 2:00 qqev - Ann: late",
    )
    assert [r.local[11:16] for r in read.records] == ["09:00", "13:00", "08:00", "14:00"]
    assert not any(r.flags for r in read.records)


def test_an_unknown_part_of_the_day_that_nothing_explains_is_flagged(
    chat: Callable[..., Any],
) -> None:
    read = chat("13/01/2024, 9:00 qqmo - Ann: when")
    assert read.records[0].local == "2024-01-13T09:00:00"
    assert read.records[0].flags == ("meridiem_unknown",)
    assert "meridiem_unknown" in read.found.warnings


def test_a_part_of_the_day_that_a_phone_writes_once_hides_no_message(
    chat: Callable[..., Any],
) -> None:
    lines = [f"2021/12/30 上午{1 + i // 60}:{i % 60:02} - Ann: {i}" for i in range(240)]
    read = chat(*lines, "2021/12/30 正午12:00 - Ben: noon", "2021/12/30 下午1:00 - Ann: later")
    assert read.texts[-2:] == ["noon", "later"]
    assert [r.local[11:16] for r in read.records[-2:]] == ["12:00", "13:00"]


def test_an_unknown_abbreviation_with_dots_is_a_part_of_the_day(chat: Callable[..., Any]) -> None:
    read = chat("13/01/2024, 9:00 q.y. - Ann: early", "13/01/2024, 1:00 q.z. - Ann: late")
    assert [r.local[11:16] for r in read.records] == ["09:00", "13:00"]


def test_a_word_beside_a_24_hour_clock_is_no_part_of_the_day(chat: Callable[..., Any]) -> None:
    read = chat("13/01/2024, 19:00 qqo - Ann: a", "13/01/2024, 20:30 qqo - Ann: b")
    assert [r.local[11:16] for r in read.records] == ["19:00", "20:30"]
    assert not any(r.flags for r in read.records)


def test_noon_and_midnight_of_a_12_hour_clock(chat: Callable[..., Any]) -> None:
    read = chat(
        "1/13/24, 12:05 AM - Ann: midnight",
        "1/13/24, 12:05 PM - Ann: noon",
        "1/14/24, 00:08 a. m. - Ann: no such time",
        "1/14/24, 13:08 PM - Ann: nor this",
    )
    assert [r.local[11:16] for r in read.records] == ["00:05", "12:05", "00:08", "13:08"]
    assert [r.flags for r in read.records] == [
        (),
        (),
        ("impossible_meridiem",),
        ("impossible_meridiem",),
    ]


@pytest.mark.parametrize("stamp", ["13/01/2024, 25:61", "13/01/2024, 10:75"])
def test_a_time_that_no_clock_has_keeps_its_record(stamp: str, chat: Callable[..., Any]) -> None:
    read = chat("13/01/2024, 10:29 - Ann: a", f"{stamp} - Ben: b")
    assert (read.records[1].sender, read.records[1].local) == ("Ben", "")
    assert read.records[1].flags == ("time_not_understood",)
    assert read.records[1].time_raw == stamp


def test_every_part_of_the_day_means_twelve_hours_in_a_row() -> None:
    for word, first_hour in PERIODS.items():
        assert part_of_day(words_beside_time(word)) == word
        hours = {hour_of_day(hour, first_hour) for hour in range(1, 13)}
        assert hours == {(first_hour + more) % 24 for more in range(12)}


def test_a_header_without_a_reading_is_told_apart() -> None:
    assert stamp_of("1/2/24, ", "10:30 PM -") is not None
    assert stamp_of("1/2/24, ", "3/4/24 -") is None
    assert stamp_of("1/2/24 ", "10:30:") is None
