"""Wall clocks and instants."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook import errors
from logbook.importers import zones

NEW_YORK = ZoneInfo("America/New_York")


def test_the_repeated_hour_has_two_instants() -> None:
    twice = datetime(2024, 11, 3, 1, 30)
    assert zones.fold_of(twice, NEW_YORK) == "ambiguous"
    first, second = (zones.instant_of(twice, NEW_YORK, fold) for fold in (0, 1))
    assert datetime.fromtimestamp(first / 1000, UTC).hour == 5
    assert second - first == 3_600_000


def test_the_skipped_hour_is_a_gap() -> None:
    assert zones.fold_of(datetime(2024, 3, 10, 2, 30), NEW_YORK) == "gap"
    assert zones.fold_of(datetime(2024, 3, 10, 3, 30), NEW_YORK) == ""


def test_a_jump_back_tells_the_first_hour_from_the_second() -> None:
    def at(hour: int, minute: int) -> datetime:
        return datetime(2024, 11, 3, hour, minute)

    assert zones.folds_by_order([at(1, 5), at(1, 50), at(1, 2), at(1, 40)]) == ["0", "0", "1", "1"]
    assert zones.folds_by_order([at(1, 5), at(1, 50)]) == ["ambiguous", "ambiguous"]
    assert zones.folds_by_order([]) == []


@pytest.mark.parametrize("name", ["Mars/Base", "../x", "/etc/passwd", "America", "a\x00b"])
def test_a_name_that_is_no_zone_is_refused(name) -> None:
    with pytest.raises(errors.UsageError):
        zones.zone_named(name)


def test_no_name_is_no_zone() -> None:
    assert zones.zone_named("") is None


def test_plausible_is_between_1995_and_the_day_after_tomorrow() -> None:
    now = 1_700_000_000_000
    assert zones.is_plausible(now + 47 * 3_600_000, now)
    assert not zones.is_plausible(now + 49 * 3_600_000, now)
    assert not zones.is_plausible(0, now)
    assert zones.is_plausible(now)


NAMES = ("America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns", "UTC")


@given(st.integers(-(10**12), 4 * 10**12), st.sampled_from(NAMES))
def test_a_clock_writes_what_the_zone_says(instant_ms, name) -> None:
    clock = zones.LocalClock(ZoneInfo(name))
    exact = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=instant_ms)
    local = exact.astimezone(ZoneInfo(name)).replace(tzinfo=None)
    assert clock(instant_ms) == clock(instant_ms) == local.isoformat(timespec="milliseconds")


def test_a_clock_changes_at_the_very_minute() -> None:
    clock = zones.LocalClock(NEW_YORK)
    change = int(datetime(2024, 11, 3, 6, tzinfo=UTC).timestamp() * 1000)
    assert clock(change - 1) == "2024-11-03T01:59:59.999"
    assert clock(change) == "2024-11-03T01:00:00.000"


def test_an_instant_outside_the_calendar_has_no_wall_clock() -> None:
    assert zones.LocalClock(NEW_YORK)(10**17) == ""
