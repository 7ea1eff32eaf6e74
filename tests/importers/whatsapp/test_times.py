"""Dates are never guessed silently, and instants are as certain as the file allows."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from logbook import errors
from logbook.domain.message import Answers
from logbook.domain.message_columns import one_by_one
from logbook.domain.progress import SILENT
from logbook.importers.source import Source
from logbook.importers.whatsapp import IMPORTER
from logbook.importers.whatsapp_dates import Decision, Evidence, Form, read_day, written


def decided(*dates: str, bracket: bool = False) -> Decision:
    evidence, form = Evidence(), None
    for text in dates:
        found = written(text)
        assert found is not None
        form = Form(0, bracket, found.signs, found.year)
        evidence.note(text, found)
    assert form is not None
    return evidence.decide(form)


@pytest.mark.parametrize(
    ("dates", "order", "basis"),
    [
        (["2024/12/10"], "ymd", "year_first"),
        (["2024-01-02", "2024-01-03"], "ymd", "year_first"),
        (["01/02/2024", "13/02/2024"], "dmy", "field_over_12"),
        (["01/02/2024", "02/13/2024"], "mdy", "field_over_12"),
        (["1/2/24", "13/2/24"], "dmy", "field_over_12"),
        (["15-01-20", "16-01-20", "11-05-20"], "dmy", "field_over_12"),
        (["30/01/24", "01/02/24"], "dmy", "field_over_12"),
        (["05/02/2024", "01/03/2024"], "dmy", "time_order"),
        (["02/05/2024", "03/01/2024"], "mdy", "time_order"),
        (["01/01/2024", "02/02/2024"], "dmy", "same_either_way"),
        (["01/02/2024"], "", "none"),
        (["01/02/2024", "03/04/2024"], "", "none"),
        (["13/02/2024", "02/14/2024"], "", "contradictory"),
        (["24. 12. 30", "24. 12. 31", "25. 1. 2"], "ymd", "time_order"),
        (["25/01/14", "25/01/15", "25/01/16"], "ymd", "time_order"),
        (["24. 1. 5", "24. 1. 28"], "ymd", "time_order"),
        (["14/01/25", "15/01/25", "16/01/25"], "dmy", "field_over_12"),
    ],
)
def test_the_order_of_day_and_month_is_found_from_the_whole_file(
    dates: list[str], order: str, basis: str
) -> None:
    found = decided(*dates)
    assert (found.order, found.basis) == (order, basis)


def test_one_damaged_date_does_not_turn_the_others() -> None:
    days = [f"{day:02}/01/24" for day in range(1, 29)]
    assert decided(*days, "01/15/24", "02/02/24").order == "dmy"
    assert decided(*days, "91/02/24").order == "dmy"


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("30/12/2021", "dmy", date(2021, 12, 30)),
        ("12/30/21", "mdy", date(2021, 12, 30)),
        ("2021-12-30", "dmy", date(2021, 12, 30)),
        ("31/02/2021", "dmy", None),
        ("00/01/2021", "dmy", None),
        ("30/12/2564", "dmy", date(2021, 12, 30)),
        ("30/12/64", "dmy", date(2021, 12, 30)),
        ("110/12/30", "ymd", date(2021, 12, 30)),
        ("1388/01/01", "ymd", date(2009, 3, 21)),
        ("1399/12/30", "ymd", date(2021, 3, 20)),
        ("1400/12/30", "ymd", None),
        ("1403/01/01", "ymd", date(2024, 3, 20)),
        ("1403/12/30", "ymd", date(2025, 3, 20)),
        ("1404/01/01", "ymd", date(2025, 3, 21)),
        ("1403/06/31", "ymd", date(2024, 9, 21)),
        ("1403/07/31", "ymd", None),
        ("05/06/1446", "dmy", None),
        ("1445/08/13", "ymd", None),  # Islamic: as a Persian year it would be 2066
        ("14/10/1403", "dmy", date(2025, 1, 3)),
        ("۱۴/۱۰/۱۴۰۳", "dmy", date(2025, 1, 3)),
    ],
)
def test_a_date_is_read_in_the_calendar_that_it_is_in(
    text: str, order: str, day: date | None
) -> None:
    numbers = written(text)
    assert numbers is not None
    found = read_day(numbers, order)
    assert (found and found.day) == day
    if found is not None:
        assert ("other_calendar" in found.flags) == (str(found.day.year)[2:] not in text)


def test_a_year_of_one_or_three_digits_at_the_end_is_no_date() -> None:
    assert written("1/2/123") is None


def test_what_must_be_asked_is_refused_without_an_answer(chat: Callable[..., Any]) -> None:
    read = chat("03/04/2024, 10:29 - Ann: hi")
    question = read.question("date_order")
    assert question.must_ask
    assert question.choices == ("dmy", "mdy")
    assert question.examples == (
        ("dmy", "03/04/2024 → 2024-04-03"),
        ("mdy", "03/04/2024 → 2024-03-04"),
    )
    assert (read.found.first, read.found.last) == ("", "")
    with Source.open(read.path) as source, pytest.raises(errors.AnswerNeeded) as caught:
        list(one_by_one(IMPORTER.read(source, Answers(), SILENT)))
    assert caught.value.where == "date_order"
    with Source.open(read.path) as source, pytest.raises(errors.AnswerNeeded):
        list(one_by_one(IMPORTER.read(source, Answers(date_order="ymd"), SILENT)))


@pytest.mark.parametrize(("order", "local"), [("dmy", "2024-04-03"), ("mdy", "2024-03-04")])
def test_the_answer_is_used(order: str, local: str, chat: Callable[..., Any]) -> None:
    read = chat("03/04/2024, 10:29 - Ann: hi", date_order=order)
    assert read.records[0].local == f"{local}T10:29:00"


def test_dots_suggest_the_day_first_and_still_ask(chat: Callable[..., Any]) -> None:
    question = chat("03.04.2024, 10:29 - Ann: hi").question("date_order")
    assert (question.suggestion, question.basis, question.must_ask) == ("dmy", "separator", True)


def test_an_answer_cannot_change_what_the_dates_leave_no_doubt_of(
    chat: Callable[..., Any],
) -> None:
    read = chat("13/04/2024, 10:29 - Ann: hi", "14/04/2024, 10:29 - Ann: ho", date_order="mdy")
    assert [r.local[:10] for r in read.records] == ["2024-04-13", "2024-04-14"]


def test_a_date_that_only_the_other_order_reads_is_flagged(chat: Callable[..., Any]) -> None:
    lines = [f"{day:02}/04/2024, 10:29 - Ann: hi" for day in range(1, 29)]
    record = chat(*lines, "04/29/2024, 10:29 - Ann: hi").records[-1]
    assert record.local == "2024-04-29T10:29:00"
    assert record.flags == ("date_order_conflict",)


def test_a_date_that_is_none_keeps_its_record(chat: Callable[..., Any]) -> None:
    record = chat("13/04/2024, 10:29 - Ann: a", "31/02/2024, 10:30 - Ann: b").records[1]
    assert (record.local, record.instant_ms, record.flags) == ("", None, ("date_not_understood",))
    assert record.text == "b"


def test_a_year_that_cannot_be_is_flagged(chat: Callable[..., Any]) -> None:
    read = chat("13/04/1990, 10:29 - Ann: a", "14/04/2250, 10:29 - Ann: b")
    assert {r.flags for r in read.records} == {("implausible_time",)}


def test_without_a_zone_there_is_no_instant(chat: Callable[..., Any]) -> None:
    record = chat("13/04/2024, 10:29 - Ann: hi").records[0]
    assert (record.instant_ms, record.zone_basis, record.fold) == (None, "none", "")
    question = chat("13/04/2024, 10:29 - Ann: hi").question("zone")
    assert (question.must_ask, question.suggestion) == (False, "")


def test_with_a_zone_the_instant_follows_its_rules(chat: Callable[..., Any]) -> None:
    lines = ("13/01/2024, 10:29 - Ann: winter", "13/07/2024, 10:29 - Ann: summer")
    read = chat(*lines, zone="Europe/Berlin")
    assert [r.instant_ms for r in read.records] == [1705138140000, 1720859340000]
    assert {r.zone_basis for r in read.records} == {"user_stated_zone"}


def test_an_unknown_zone_is_refused(chat: Callable[..., Any]) -> None:
    with pytest.raises(errors.UsageError):
        chat("13/01/2024, 10:29 - Ann: hi", zone="Europe/Nowhere")


def test_a_repeated_hour_is_told_apart_by_the_order_in_the_file(
    chat: Callable[..., Any],
) -> None:
    times = ["00:50", "01:10", "01:55", "01:05", "01:58", "02:10"]
    lines = [f"11/03/2024, {time} - Ann: {i}" for i, time in enumerate(times)]
    read = chat("10/31/2024, 10:00 - Ann: x", *lines, zone="America/New_York", date_order="")
    assert [r.fold for r in read.records] == ["", "", "0", "0", "1", "1", ""]
    first, second = read.records[2].instant_ms, read.records[4].instant_ms
    assert (first, second) == (1730610600000, 1730613900000)  # 05:10Z and 06:05Z
    assert not any(r.flags for r in read.records)


def test_a_repeated_hour_without_a_jump_stays_ambiguous(chat: Callable[..., Any]) -> None:
    read = chat(
        "10/31/2024, 10:00 - Ann: x",
        "11/03/2024, 01:10 - Ann: a",
        "11/03/2024, 01:20 - Ann: b",
        zone="America/New_York",
        date_order="",
    )
    assert [r.fold for r in read.records] == ["", "ambiguous", "ambiguous"]


def test_an_hour_that_never_was_is_marked(chat: Callable[..., Any]) -> None:
    read = chat(
        "01/31/2024, 10:00 - Ann: x",
        "03/10/2024, 02:30 - Ann: a",
        "03/10/2024, 03:30 - Ann: b",
        zone="America/New_York",
        date_order="",
    )
    assert [r.fold for r in read.records] == ["", "gap", ""]
    assert read.records[2].instant_ms == 1710055800000


def test_equal_messages_of_one_minute_are_two(chat: Callable[..., Any]) -> None:
    read = chat("13/01/2024, 10:29 - Ann: ok", "13/01/2024, 10:29 - Ann: ok")
    assert [(r.order_index, r.text) for r in read.records] == [(0, "ok"), (1, "ok")]
