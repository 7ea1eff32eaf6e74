"""Portions: everything in order, and never much more at once than the limits say."""

from hypothesis import given
from hypothesis import strategies as st

from logbook.vault.portions import (
    ITEMS_AT_ONCE,
    SIZE_AT_ONCE,
    handed_over,
    numbers_in_portions,
    portions,
)

sizes = st.lists(st.integers(0, 2 * SIZE_AT_ONCE), max_size=50)


@given(sizes)
def test_every_item_comes_once_and_in_order(given_sizes: list[int]) -> None:
    found = list(numbers_in_portions(enumerate(given_sizes)))
    assert [number for portion in found for number in portion] == list(range(len(given_sizes)))
    assert all(found)


@given(sizes)
def test_a_portion_is_full_by_its_last_item_at_the_earliest(given_sizes: list[int]) -> None:
    for portion in portions(given_sizes, int):
        assert sum(portion[:-1]) < SIZE_AT_ONCE


def test_many_small_items_are_cut_by_their_number() -> None:
    found = list(portions(range(2 * ITEMS_AT_ONCE + 1), lambda _item: 0))
    assert [len(portion) for portion in found] == [ITEMS_AT_ONCE, ITEMS_AT_ONCE, 1]


def test_what_is_handed_over_is_held_by_nobody_else() -> None:
    items = [[1], [2], [3]]
    assert [(item, len(items)) for item in handed_over(items)] == [([1], 2), ([2], 1), ([3], 0)]
