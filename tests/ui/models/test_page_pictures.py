"""Pictures of pages: drawn when they are wanted, a bounded number kept, none asked for twice."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PySide6.QtGui import QImage

from logbook.tasks import preview_report
from logbook.ui.book_view import BookView
from logbook.ui.models.page_pictures import PagePictures

Settle = Callable[[], None]
WIDTH_PX = 60
BYTES_OF_ONE = WIDTH_PX * 78 * 4


def _report(pages: int, gray: float) -> bytes:
    out = BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            page = pdf.add_blank_page(page_size=(612, 792))
            page.obj.Contents = Stream(pdf, f"{gray} g 0 0 612 792 re f".encode())
            page.obj.Resources = Dictionary(ProcSet=Array([Name.PDF]))
        pdf.save(out)
    return out.getvalue()


@pytest.fixture
def pictures(book_view: BookView) -> PagePictures:
    """A store with room for three small pages, showing a black report of twelve."""
    found = PagePictures(book_view.desk, 3 * BYTES_OF_ONE, book_view)
    found.show(_report(12, 0), 12)
    return found


def _lightness(picture: QImage | None) -> int:
    assert picture is not None
    return picture.pixelColor(30, 30).lightness()


def test_what_is_wanted_is_drawn_as_wide_as_it_is_asked_for(
    pictures: PagePictures, settle: Settle
) -> None:
    drawn: list[int] = []
    pictures.drawn.connect(drawn.append)
    pictures.want([4, 5], WIDTH_PX)
    settle()
    assert sorted(drawn) == [4, 5]
    picture = pictures.picture(4)
    assert picture is not None
    assert (picture.width(), _lightness(picture)) == (WIDTH_PX, 0)
    assert pictures.picture(0) is None


def test_only_so_many_bytes_are_kept(pictures: PagePictures, settle: Settle) -> None:
    for page in range(12):
        pictures.want([page], WIDTH_PX)
        settle()
    assert [page for page in range(12) if pictures.picture(page) is not None] == [9, 10, 11]


def test_what_is_seen_stays_however_large_it_is(pictures: PagePictures, settle: Settle) -> None:
    """On a large screen one page takes the room of three: what comes ahead must not push it out."""
    wide = 3 * WIDTH_PX
    for _ in range(3):
        pictures.want([4], wide, [5, 3])
        settle()
    assert [page for page in range(12) if pictures.picture(page) is not None] == [4]
    pictures.want([4, 5], wide, [6, 3])
    settle()
    assert [page for page in range(12) if pictures.picture(page) is not None] == [4, 5]
    pictures.want([9], wide)
    settle()
    assert [page for page in range(12) if pictures.picture(page) is not None] == [9]


def test_what_comes_next_is_drawn_where_it_fits(pictures: PagePictures, settle: Settle) -> None:
    pictures.want([4], WIDTH_PX, [5, 3])
    settle()
    pictures.want([4], WIDTH_PX, [5, 3])
    settle()
    assert [page for page in range(12) if pictures.picture(page) is not None] == [3, 4, 5]


def test_the_old_picture_stands_until_the_new_report_is_drawn(
    pictures: PagePictures, settle: Settle
) -> None:
    pictures.want([0, 1], WIDTH_PX)
    settle()
    pictures.show(_report(1, 1), 1)
    assert _lightness(pictures.picture(0)) == 0
    assert not pictures.is_fresh(0)
    assert pictures.picture(1) is None
    pictures.want([0, 1], WIDTH_PX)
    settle()
    assert pictures.is_fresh(0)
    assert _lightness(pictures.picture(0)) == 255


def test_a_page_that_cannot_be_drawn_is_asked_for_once(
    pictures: PagePictures, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    real = preview_report.draw_page

    def draw(report: bytes, index: int, width_px: int, progress: object) -> bytes:
        del progress
        asked.append(index)
        return real(report, index, width_px)

    monkeypatch.setattr(preview_report, "draw_page", draw)
    pictures.drawn.connect(lambda _page: pictures.want([7], WIDTH_PX))
    pictures.show(b"no report at all", 12)
    pictures.want([7], WIDTH_PX)
    settle()
    assert asked == [7]
    assert pictures.picture(7) is None


def test_nothing_is_left_after_letting_go(pictures: PagePictures, settle: Settle) -> None:
    pictures.want([0], WIDTH_PX)
    settle()
    pictures.clear()
    pictures.want([0], WIDTH_PX)
    settle()
    assert pictures.picture(0) is None
