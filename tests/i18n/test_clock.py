"""The time of day in 24 hours or in 12, and always in 24 where a report is written."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from logbook import i18n


@pytest.fixture(autouse=True)
def _usual_again() -> Iterator[None]:
    yield
    i18n.use_hours(24)


@pytest.mark.parametrize(
    ("hour", "minute", "in_24", "in_12"),
    [
        (0, 5, "00:05", "12:05 am"),
        (9, 30, "09:30", "9:30 am"),
        (11, 59, "11:59", "11:59 am"),
        (12, 0, "12:00", "12:00 pm"),
        (23, 7, "23:07", "11:07 pm"),
    ],
)
def test_hours_are_said_as_chosen(hour: int, minute: int, in_24: str, in_12: str) -> None:
    when = datetime(2026, 11, 14, hour, minute)
    assert i18n.clock(when) == in_24
    i18n.use_hours(12)
    assert i18n.clock(when) == in_12
    with i18n.speaking("en"):
        assert i18n.clock(when) == in_24
