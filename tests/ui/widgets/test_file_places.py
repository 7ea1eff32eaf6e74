"""Tiles stand where arithmetic says, and every tile can be reached from every other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint

from logbook.ui.widgets.file_places import Places

PLACES = Places(columns=4, wide=200, gap=20, pitch=240, side=8, top=8, across=900, mirrored=False)
BOTH = [PLACES, PLACES._replace(mirrored=True)]


@pytest.mark.parametrize("places", BOTH)
@given(at=st.integers(0, 99_999), offset=st.integers(0, 6_000_000))
def test_a_tile_is_found_at_its_own_centre(places: Places, at: int, offset: int) -> None:
    centre = places.tile(at, offset).center()
    assert places.nearest(centre, offset, 100_000) == at


@given(total=st.integers(1, 50), offset=st.integers(0, 3_000), top=st.integers(-100, 900))
def test_all_tiles_between_two_heights_are_given_and_no_line_beyond(
    total: int, offset: int, top: int
) -> None:
    bottom = top + 500
    seen = PLACES.between(top, bottom, offset, total)
    for at in range(total):
        tile = PLACES.tile(at, offset)
        if tile.top() < bottom and tile.bottom() >= top:
            assert at in seen
        if tile.top() >= bottom + PLACES.pitch or tile.bottom() < top - PLACES.pitch:
            assert at not in seen


def test_a_point_beside_all_tiles_is_nearest_to_the_last_and_none_has_none() -> None:
    assert PLACES.nearest(QPoint(5_000, 9_000), 0, 6) == 5
    assert PLACES.nearest(QPoint(0, 0), 0, 0) is None


def test_mirrored_lines_begin_at_the_other_side() -> None:
    first = BOTH[1].tile(0, 0)
    assert first.left() == 900 - 8 - 200
    assert BOTH[1].tile(1, 0).left() < first.left()


@pytest.mark.parametrize(
    ("at", "step", "lands"),
    [
        (1, -4, 1),  # up from the first line: where it is
        (5, -4, 1),
        (5, 4, 9),  # below is the last, shorter line
        (7, 4, 9),
        (9, 4, 9),
        (3, 1, 4),
        (9, 1, 9),
        (0, -1, 0),
        (2, 7, 9),  # End
        (6, -6, 0),  # Home
    ],
)
def test_a_step_stays_in_its_column_or_where_it_is(at: int, step: int, lands: int) -> None:
    assert PLACES.landing(at, step, 10) == lands


def test_all_together_are_as_tall_as_their_lines() -> None:
    assert PLACES.whole_px(0) == 8
    assert PLACES.whole_px(4) == 8 + 240
    assert PLACES.whole_px(5) == 8 + 480
