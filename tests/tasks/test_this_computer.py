"""What this computer says of itself, and how seldom it has to be asked."""

from __future__ import annotations

import zoneinfo

import pytest
import tzlocal

from logbook.errors import UsageError
from logbook.tasks import this_computer


@pytest.fixture
def walks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Every walk through the folders of the time zone database from now on."""
    walked: list[int] = []
    whole = zoneinfo.available_timezones

    def counted() -> set[str]:
        walked.append(1)
        return whole()

    monkeypatch.setattr(this_computer, "available_timezones", counted)
    this_computer.zones.cache_clear()
    return walked


def test_the_zones_are_looked_up_on_the_disk_once_and_not_at_every_key(walks: list[int]) -> None:
    for _ in range(5):
        this_computer.now_here()
        assert this_computer.is_zone("Europe/Paris")
        assert this_computer.known_zone("Europe/Paris").key == "Europe/Paris"
    assert len(walks) == 1


def test_a_zone_that_changes_on_a_journey_is_heard_of(monkeypatch: pytest.MonkeyPatch) -> None:
    names = iter(["Europe/Paris", "Asia/Tokyo"])
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: next(names))
    assert [this_computer.zone_here(), this_computer.zone_here()] == ["Europe/Paris", "Asia/Tokyo"]


@pytest.mark.parametrize("name", ["", "Nowhere/Land", "../../etc/passwd", "posix/Europe/Paris"])
def test_a_name_that_is_no_zone_is_refused(name: str) -> None:
    assert not this_computer.is_zone(name)
    with pytest.raises(UsageError):
        this_computer.known_zone(name)


def test_a_computer_without_a_known_zone_is_taken_for_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: "Nowhere/Land")
    assert this_computer.zone_here() == "UTC"
