"""Where pages lie under a window that is moved over them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF

from logbook.ui.viewer.arrangement import Arrangement
from logbook.ui.viewer.sheet import Sheet, Turn

pytestmark = pytest.mark.usefixtures("qapp")


def _pages(*sizes: tuple[float, float], by_width: bool = True) -> Arrangement:
    pages = Arrangement([Sheet(QSizeF(*size)) for size in sizes], by_width)
    pages.lay_out()
    return pages


def test_pages_lie_one_below_the_other_and_none_over_another() -> None:
    pages = _pages((600, 800), (800, 600), (100, 100))
    window = QRectF(0, 0, 1000, 700)
    places = [pages.rect_of(page, window) for page in range(3)]
    assert all(above.bottom() < below.top() for above, below in pairwise(places))
    assert {round(place.center().x()) for place in places} == {500}
    assert pages.high_px > places[-1].bottom()


@pytest.mark.parametrize("quarters", range(4))
def test_a_place_on_a_page_is_found_again_under_the_window(quarters: int) -> None:
    pages = _pages((600, 800), (800, 600))
    pages.turn, pages.zoom = Turn(quarters), 1.5
    pages.lay_out()
    window = QRectF(40, 300, 500, 400)
    for page in range(2):
        way, where = pages.way_to(page, window), pages.rect_of(page, window)
        size = pages.sheets[page].size
        for corner in (QPointF(0, 0), QPointF(size.width(), size.height())):
            seen = way.map(corner)
            assert where.adjusted(-1, -1, 1, 1).contains(seen)
            back = way.inverted()[0].map(seen)
            assert (back - corner).manhattanLength() < 0.01


def test_only_pages_of_which_something_is_seen_are_in_the_window() -> None:
    pages = _pages(*[(600, 800)] * 1_000)
    seen = pages.pages_in(QRectF(0, pages.top_of(500), 700, 700))
    assert list(seen) == [499, 500] or list(seen) == [500]
    assert list(_pages().pages_in(QRectF(0, 0, 700, 700))) == []


def test_a_picture_that_fits_stands_in_the_middle_and_a_document_at_the_top() -> None:
    window = QRectF(0, 0, 1000, 1000)
    picture = _pages((200, 100), by_width=False)
    assert picture.rect_of(0, window).center() == QPointF(500, 500)
    assert _pages((200, 100)).rect_of(0, window).y() < 100


def test_what_fits_is_never_larger_than_its_own_pixels_nor_smaller_than_nothing() -> None:
    assert _pages((200, 100), by_width=False).fitting(QSize(1_000, 1_000), 12) == 1.0
    assert _pages((20_000, 10), by_width=False).fitting(QSize(10, 10), 12) > 0
    assert _pages().fitting(QSize(10, 10), 12) == 1.0
