"""Texts a portion at a time: many short ones or few long ones, never all of a book at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

ITEMS_AT_ONCE = 1_000
SIZE_AT_ONCE = 1 << 20  # characters or bytes; beyond it by one item at most

_T = TypeVar("_T")


def portions(items: Iterable[_T], size: Callable[[_T], int]) -> Iterator[list[_T]]:
    """Give the items in order, cut after so many or so much, whichever comes first."""
    portion: list[_T] = []
    total = 0
    for item in items:
        portion.append(item)
        total += size(item)
        if len(portion) >= ITEMS_AT_ONCE or total >= SIZE_AT_ONCE:
            yield portion
            portion, total = [], 0
    if portion:
        yield portion


def numbers_in_portions(sizes: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """Give item numbers so that what they hold is read a portion at a time."""
    for portion in portions(sizes, lambda pair: pair[1]):
        yield [number for number, _size in portion]


def handed_over(items: list[_T]) -> Iterator[_T]:
    """Empty a list from the front, so that an item is let go as soon as its taker is done."""
    items.reverse()
    while items:
        yield items.pop()
