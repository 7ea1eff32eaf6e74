"""The small picture of a file: what it says, and how it is blurred."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.domain.evidence import Evidence, MediaClass
from logbook.domain.ids import BlobId, EvidenceId, Sha256
from logbook.ui.blur import blur
from logbook.ui.widgets.thumbnail import Thumbnail

KEPT = Evidence(
    id=EvidenceId(1),
    blob=BlobId(1),
    name="<b>note</b>.jpg",
    sha256=Sha256(bytes(32)),
    size_bytes=9,
    media_type="image/jpeg",
    media_class=MediaClass.PICTURE,
    added_at=datetime(2026, 11, 14, tzinfo=UTC),
    origin="file",
)


@pytest.fixture(autouse=True)
def _sharp_again() -> Iterator[None]:
    yield
    blur().use(on=False)


def _board() -> bytes:
    board = Image.new("RGB", (320, 240), "white")
    for x in range(0, 320, 16):
        for y in range(0, 240, 16):
            if (x + y) // 16 % 2:
                board.paste("black", (x, y, x + 16, y + 16))
    out = io.BytesIO()
    board.save(out, "JPEG", quality=95)
    return out.getvalue()


@pytest.fixture
def tile(qtbot: QtBot) -> Thumbnail:
    made = Thumbnail(KEPT, _board(), "Look at this file")
    qtbot.addWidget(made)
    made.show()
    return made


def _spread(tile: Thumbnail) -> int:
    """Return how far the tones of the picture lie apart, beside the sign in its middle."""
    picture = tile.grab().toImage()
    tones = [
        picture.pixelColor(x, y).lightness()
        for x in range(10, picture.width() - 10, 2)
        for y in (*range(8, 22, 2), *range(62, 76, 2))
    ]
    return max(tones) - min(tones)


def test_a_picture_is_sharp_unless_pictures_are_blurred(tile: Thumbnail) -> None:
    assert _spread(tile) > 150
    blur().use(on=True)
    assert tile.is_blurred
    assert _spread(tile) < 60
    assert tile.accessibleDescription() == "Blurred. Press Space to look. Look at this file"
    blur().use(on=False)
    assert _spread(tile) > 150
    assert tile.accessibleDescription() == "Look at this file"


def test_space_looks_and_enter_presses_while_pictures_are_blurred(tile: Thumbnail) -> None:
    pressed: list[int] = []
    tile.clicked.connect(lambda: pressed.append(1))
    blur().use(on=True)
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert not tile.is_blurred
    assert pressed == []
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert tile.is_blurred
    QTest.keyClick(tile, Qt.Key.Key_Return)
    assert pressed == [1]


def test_space_presses_where_nothing_is_blurred(tile: Thumbnail) -> None:
    pressed: list[int] = []
    tile.clicked.connect(lambda: pressed.append(1))
    QTest.keyClick(tile, Qt.Key.Key_Space)
    QTest.keyClick(tile, Qt.Key.Key_Enter)
    assert pressed == [1, 1]


def test_looking_ends_when_the_blur_is_switched(tile: Thumbnail) -> None:
    blur().use(on=True)
    QTest.keyClick(tile, Qt.Key.Key_Space)
    blur().use(on=False)
    blur().use(on=True)
    assert tile.is_blurred


def test_looking_ends_when_the_picture_is_out_of_sight(tile: Thumbnail) -> None:
    blur().use(on=True)
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert not tile.is_blurred
    tile.hide()
    tile.show()
    assert tile.is_blurred
    assert "Blurred" in tile.accessibleDescription()


def test_a_name_that_looks_like_markup_is_shown_as_it_is(tile: Thumbnail) -> None:
    assert tile.toolTip().startswith("<qt>&lt;b&gt;note")
    assert tile.accessibleName() == "Picture, <b>note</b>.jpg"


@pytest.mark.parametrize("data", [None, b"", b"no picture"])
def test_a_file_without_a_picture_shows_what_it_is(qtbot: QtBot, data: bytes | None) -> None:
    blur().use(on=True)
    made = Thumbnail(KEPT, data, "Look at this file")
    qtbot.addWidget(made)
    assert not made.is_blurred
    assert not made.grab().isNull()
