"""Small pictures as tiles show them: cut to shape, from the right part, or blurred."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from logbook.ui.widgets.tile_picture import Shape, blurred, decode, draw_picture, draw_pictures

WIDE = Shape(120, 70, 8.0)


def _jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=95)
    return out.getvalue()


def _striped(size: tuple[int, int]) -> bytes:
    """Return a picture that is red above, green in the middle and blue below."""
    picture = Image.new("RGB", size, "green")
    third = size[1] // 3
    picture.paste("red", (0, 0, size[0], third))
    picture.paste("blue", (0, size[1] - third, size[0], size[1]))
    return _jpeg(picture)


def _drawn(data: bytes, shape: Shape) -> QImage:
    picture = draw_picture(data, shape)
    assert picture is not None
    assert (picture.width(), picture.height()) == (shape.width, shape.height)
    return picture


def _main_colour(picture: QImage, x: int, y: int) -> str:
    colour = picture.pixelColor(x, y)
    parts = {"red": colour.red(), "green": colour.green(), "blue": colour.blue()}
    return max(parts, key=lambda name: parts[name])


def test_a_screenshot_shows_its_top(qapp: object) -> None:
    del qapp
    picture = _drawn(_striped((90, 300)), WIDE)
    assert _main_colour(picture, 60, 10) == "red"
    assert _main_colour(picture, 60, 60) == "red"


def test_a_wide_picture_shows_its_middle(qapp: object) -> None:
    del qapp
    picture = _drawn(_striped((300, 180)), WIDE)
    assert [_main_colour(picture, 60, y) for y in (8, 35, 62)] == ["red", "green", "blue"]


def test_corners_are_round_and_the_rest_is_filled(qapp: object) -> None:
    del qapp
    picture = _drawn(_striped((300, 180)), WIDE)
    assert picture.pixelColor(0, 0).alpha() == 0
    assert picture.pixelColor(60, 0).alpha() == 255
    assert picture.pixelColor(60, 69).alpha() == 255


def test_a_page_lies_on_its_tile_and_shows_its_top(qapp: object) -> None:
    del qapp
    picture = _drawn(_striped((212, 300)), Shape(120, 70, 8.0, paper=True))
    assert picture.pixelColor(10, 40).alpha() == 0
    assert _main_colour(picture, 60, 14) == "red"


@pytest.mark.parametrize("size", [(320, 200), (90, 300), (3, 3), (1, 320)])
def test_a_blurred_picture_has_no_edges(qapp: object, size: tuple[int, int]) -> None:
    del qapp
    board = Image.new("RGB", size, "white")
    for x in range(0, size[0], 8):
        for y in range(0, size[1], 8):
            if (x + y) // 8 % 2:
                board.paste("black", (x, y, x + 8, y + 8))
    picture = _drawn(_jpeg(board), Shape(120, 70, 8.0, blurred=True))
    steps = [
        abs(picture.pixelColor(x, 35).lightness() - picture.pixelColor(x + 1, 35).lightness())
        for x in range(10, 109)
    ]
    assert max(steps) < 12


def test_a_blur_keeps_the_size(qapp: object) -> None:
    del qapp
    picture = decode(_striped((320, 200)))
    assert picture is not None
    assert blurred(picture, QSize(320, 200)).size() == QSize(320, 200)


def test_what_is_too_large_or_no_picture_is_not_decoded(qapp: object) -> None:
    del qapp
    assert decode(b"") is None
    assert decode(b"GIF89a") is None
    assert decode(_jpeg(Image.new("L", (2_100, 8)))) is None
    assert draw_pictures([(7, None, WIDE), (8, b"none", WIDE)]) == [
        (7, WIDE, None),
        (8, WIDE, None),
    ]
