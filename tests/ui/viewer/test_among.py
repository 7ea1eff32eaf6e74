"""Which file comes next, and which one when the open one goes away."""

from __future__ import annotations

import pytest

from logbook.domain.ids import EvidenceId
from logbook.ui.viewer.among import Among, among_of


def _among(current: int, *files: int) -> Among:
    return among_of(current, list(files), "")


@pytest.mark.parametrize(
    ("current", "step", "there"), [(2, 1, 3), (2, -1, 1), (1, -1, None), (3, 1, None), (9, 1, None)]
)
def test_the_file_beside_is_the_next_in_the_row(current: int, step: int, there: int | None) -> None:
    assert _among(current, 1, 2, 3).beside(step) == there


@pytest.mark.parametrize(("gone", "current"), [(2, 3), (3, 2), (1, 2)])
def test_where_the_open_file_goes_its_neighbour_is_opened(gone: int, current: int) -> None:
    among = _among(gone if gone != 1 else 2, 1, 2, 3)
    among.take_out(EvidenceId(gone))
    assert among.current == current
    assert gone not in among.files


def test_nothing_is_open_once_the_only_file_is_gone() -> None:
    for among in (_among(1, 1), _among(1)):
        among.take_out(EvidenceId(1))
        assert among.current is None
        assert among.files == []


def test_what_is_no_list_of_numbers_is_no_row_of_files() -> None:
    for files in (None, "12", [1, "2"], [True, False], 7):
        assert among_of(1, files, None) == Among(EvidenceId(1))


def test_a_place_keeps_no_more_than_the_files_around_the_open_one() -> None:
    for current in (1, 50_000, 100_000, 200_000):
        near = _among(current, *range(1, 100_001)).near()
        assert 0 < len(near) <= 200
        assert current in near or current == 200_000
