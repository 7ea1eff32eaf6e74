"""The zone that the phone's own written dates tell."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from logbook.importers.sms_backup_zone import DeviceZone, possible_offsets

WINTER = int(datetime(2024, 1, 15, 3, 5, 7, tzinfo=UTC).timestamp() * 1000)
DAY_MS = 86_400_000


def written(instant_ms: int, zone: str, form: str) -> str:
    return datetime.fromtimestamp(instant_ms / 1000, ZoneInfo(zone)).strftime(form)


@pytest.mark.parametrize(
    "form",
    [
        "%b %-d, %Y %-I:%M:%S %p",
        "%d.%m.%Y %H:%M:%S",
        "%d.%m.%y %H.%M.%S",
        "%Y/%m/%d %H:%M:%S",
        "%-d \u0438\u044e\u043d\u044f %Y \u0433. %H:%M:%S",
        "%Y\u5e74%-m\u6708%-d\u65e5 %H:%M",
        "%-d de ene. de %Y %-I:%M:%S %p",
    ],
)
@pytest.mark.parametrize(
    "zone",
    ["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Sydney", "America/Phoenix"],
)
def test_a_year_of_rows_names_a_zone_that_gives_the_same_wall_clock(form, zone) -> None:
    guess = DeviceZone()
    instants = [WINTER + n * (21 * DAY_MS + 3_600_000) for n in range(24)]
    for instant in instants:
        assert guess.wants(instant)
        guess.add(instant, written(instant, zone, form))
    question = guess.question()
    assert question.basis == "device_guess"
    assert not question.must_ask
    assert question.choices == ()
    for instant in instants:
        assert written(instant, question.suggestion, "%H:%M") == written(instant, zone, "%H:%M")


def test_arabic_digits_are_digits() -> None:
    form = written(WINTER, "Asia/Dubai", "%d/%m/%Y %H:%M:%S")
    arabic = form.translate({ord(str(n)): 0x660 + n for n in range(10)})
    assert possible_offsets(WINTER, arabic) == possible_offsets(WINTER, form)
    assert 4 * 3600 in possible_offsets(WINTER, arabic)


def test_rows_of_one_season_give_the_bare_offset() -> None:
    guess = DeviceZone()
    for n in range(5):
        instant = WINTER + n * 3_700_000
        guess.add(instant, written(instant, "America/New_York", "%d %b %Y %H:%M:%S"))
    question = guess.question()
    assert (question.suggestion, question.basis) == ("Etc/GMT+5", "device_guess_one_season")
    assert "America/New_York" in dict(question.examples)


def test_too_few_rows_or_rows_that_disagree_suggest_nothing() -> None:
    few, mixed = DeviceZone(), DeviceZone()
    few.add(WINTER, written(WINTER, "Asia/Tokyo", "%d %b %Y %H:%M:%S"))
    for n, zone in enumerate(["Asia/Tokyo", "Europe/Paris", "America/Lima", "Asia/Dubai"]):
        instant = WINTER + n * 40 * DAY_MS
        mixed.add(instant, written(instant, zone, "%d %b %Y %H:%M:%S"))
    for guess in (few, mixed):
        question = guess.question()
        assert (question.examples, question.suggestion, question.basis) == ((), "", "none")


@pytest.mark.parametrize("readable", ["", "null", "yesterday", "25:61:61", "12:34", "3 pm"])
def test_a_row_that_says_no_time_says_nothing(readable) -> None:
    assert possible_offsets(WINTER, readable) == frozenset()


def test_a_written_date_of_another_day_fits_no_offset() -> None:
    assert possible_offsets(WINTER, "20 Jan 2024 03:05:07") == frozenset()
