"""The ruler of a long list: nothing jumps, nothing is left over at the ends."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from logbook.ui.widgets.row_ruler import SHORT_ROWS, Ruler


def ruler(total: int, view_px: int = 600, seed: int = 1) -> Ruler:
    made = Ruler(lambda row: 30 + (row * 7919 * seed) % 211)
    made.total, made.view_px = total, view_px
    return made


totals = st.sampled_from([1, 3, 40, SHORT_ROWS, SHORT_ROWS + 1, 5_000, 1_000_000])
views = st.integers(100, 1_400)


@given(totals, views, st.floats(0, 1))
def test_the_view_is_full_from_edge_to_edge(total: int, view_px: int, share: float) -> None:
    made = ruler(total, view_px)
    made.place = share * total
    placed = made.placed()
    for before, after in pairwise(placed):
        assert (after.row, after.top) == (before.row + 1, before.top + before.height)
    assert placed[0].top <= 0
    if made.overflows:
        assert placed[-1].top + placed[-1].height >= view_px - 1
    else:
        assert placed[0] == (0, 0, placed[0].height)


@given(totals, views)
def test_the_ends_of_the_list_stand_at_the_ends_of_the_view(total: int, view_px: int) -> None:
    made = ruler(total, view_px)
    made.place = 0.0
    assert made.placed()[0][:2] == (0, 0)
    if made.overflows:
        made.place = float(total)
        last = made.placed()[-1]
        assert last.row == total - 1
        assert abs(last.top + last.height - view_px) <= 1


@given(totals, views, st.floats(0, 1), st.integers(-700, 700))
def test_moving_by_pixels_moves_what_is_seen_by_as_much(
    total: int, view_px: int, share: float, pixels: int
) -> None:
    made = ruler(total, view_px)
    made.place = share * total
    before = {one.row: one.top for one in made.placed()}
    made.move(pixels)
    assert 0 <= made.place <= total
    at_an_end = made.place in {0.0, float(total)}
    for one in made.placed():
        if one.row in before and not at_an_end:
            assert abs(one.top - (before[one.row] - pixels)) <= 2


@given(totals, views, st.floats(0, 1), st.floats(0, 0.999))
def test_a_row_that_is_asked_for_is_seen(
    total: int, view_px: int, share: float, wanted: float
) -> None:
    made = ruler(total, view_px)
    made.place = share * total
    row = int(wanted * total)
    made.show(row, middle=wanted > share)
    seen = next(one for one in made.placed() if one.row == row)
    if seen.height <= view_px:
        assert seen.top >= -1
        assert seen.top + seen.height <= view_px + 1
    assert made.row_at(max(seen.top, 0) + 2) == row


def test_heights_learnt_later_do_not_move_the_place() -> None:
    heights = dict.fromkeys(range(1_000), 40)
    made = Ruler(heights.__getitem__)
    made.total, made.view_px, made.place = 1_000, 600, 437.25
    heights.update({row: 40 + row % 90 for row in range(400, 480)})
    assert made.place == 437.25
    at = next(one for one in made.placed() if one.row == 437)
    assert abs(at.top + 0.25 * at.height - 0.43725 * 600) <= 1


def test_an_empty_list_has_no_rows() -> None:
    made = ruler(0)
    made.move(10)
    made.show(0)
    assert (made.placed(), made.overflows, made.row_at(5), made.top_of(3)) == ([], False, None, 0)
    made = ruler(50, view_px=0)
    assert made.placed() == []
