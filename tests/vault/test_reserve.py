from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from logbook.vault import reserve
from logbook.vault.place import Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place.at(tmp_path)


def test_the_reserve_takes_real_space_and_is_private(place: Place) -> None:
    assert reserve.lay_by(place)
    found = place.reserve.stat()
    assert found.st_size == reserve.RESERVE_BYTES
    assert found.st_blocks * 512 >= reserve.RESERVE_BYTES
    assert found.st_mode & 0o777 == 0o600


def test_a_reserve_that_is_there_is_left_as_it_is(place: Place) -> None:
    reserve.lay_by(place)
    before = place.reserve.read_bytes()
    assert reserve.lay_by(place)
    assert place.reserve.read_bytes() == before


def test_giving_up_says_whether_there_was_any(place: Place) -> None:
    reserve.lay_by(place)
    assert reserve.give_up(place)
    assert not reserve.give_up(place)


def test_a_reserve_that_was_cut_is_laid_by_anew(place: Place) -> None:
    place.reserve.write_bytes(b"cut")
    assert reserve.lay_by(place)
    assert place.reserve.stat().st_size == reserve.RESERVE_BYTES


def test_a_disk_that_refuses_leaves_nothing_half(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "injected")

    monkeypatch.setattr("os.fsync", fail)
    assert not reserve.lay_by(place)
    assert not place.reserve.exists()


def test_little_free_space_is_what_makes_the_reserve_needed(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not reserve.needed(place)
    usage = shutil.disk_usage(place.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1000))
    assert reserve.needed(place)
    assert not reserve.lay_by(place)
