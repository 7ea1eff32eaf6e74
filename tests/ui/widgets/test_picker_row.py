"""Rows of the message picker on a painter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from logbook.tasks.message_lines import Line
from logbook.ui.models.picker import DayRow, FoldRow, MessageRow
from logbook.ui.style import color, look, px
from logbook.ui.widgets.picker_row import PickerDelegate, _Row, found_at

LINE = Line(1, 0, "Dale", False, "2026-11-09T19:02:00", "I know which tram you take", ())


def _message(**changes: object) -> MessageRow:
    line = LINE._replace(**changes)  # type: ignore[arg-type] # its own fields
    return MessageRow(line, ticked=True, context=False, hit=True)


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("I know which tram", "tram", (13, 4)),
        ("TRAM", "tram", (0, 4)),
        ("😀😀 tram", "tram", (5, 4)),
        ("a.b", "a.b", (0, 3)),
        ("axb", "a.b", None),
        ("tram", "", None),
    ],
)
def test_words_are_found_where_qt_counts_them(
    text: str, words: str, place: tuple[int, int] | None
) -> None:
    assert found_at(text, words) == place


def test_a_row_is_as_high_as_its_words(qapp: QApplication) -> None:
    del qapp
    delegate = PickerDelegate()
    delegate.use_width(600)
    one = delegate.row_px(_message())
    assert one == delegate.usual_px()
    many = delegate.row_px(_message(order_index=2, text="many words " * 40))
    assert many > 3 * one
    endless = delegate.row_px(_message(order_index=3, text="line\n" * 500))
    assert endless < 20 * one
    assert delegate.row_px(DayRow("2026-11-09", 3, 1)) < delegate.row_px(FoldRow(5))
    look().use(scale=2.0)
    assert delegate.row_px(_message()) > one


def test_words_stand_below_the_name_where_large_text_leaves_them_no_room(
    qapp: QApplication,
) -> None:
    del qapp
    text = "I know which tram you take every day"
    delegate = PickerDelegate()
    delegate.use_width(700)
    beside = delegate.row_px(_message(text=text))
    assert beside == delegate.usual_px()
    look().use(scale=2.0)
    below = delegate.row_px(_message(text=text))
    assert below == delegate.usual_px()  # one line of words still, and the name above it
    assert below > look().line_px("body") * 2
    picture = QImage(700, below, QImage.Format.Format_RGB32)
    picture.fill(color("canvas"))
    painter = QPainter(picture)
    row = _message(text=text)
    layout = delegate.laid_out(row, 700, "")
    _Row(painter, QRect(0, 0, 700, below), mirrored=False).message(row, layout)
    painter.end()
    start = px(32)
    assert picture.pixelColor(start + px(6), below - px(12)) == color("hover")
    assert picture.pixelColor(start + px(6), px(4)) == color("canvas")


@pytest.mark.parametrize("mirrored", [False, True])
def test_box_and_bubble_stand_on_the_side_of_reading(qapp: QApplication, *, mirrored: bool) -> None:
    del qapp
    picture = QImage(600, 60, QImage.Format.Format_RGB32)
    picture.fill(color("canvas"))
    painter = QPainter(picture)
    layout = PickerDelegate().laid_out(_message(), 600, "tram")
    _Row(painter, QRect(0, 0, 600, 60), mirrored=mirrored).message(_message(), layout)
    painter.end()
    box = px(4)
    left, right = picture.pixelColor(box, px(20)), picture.pixelColor(599 - box, px(20))
    assert (right if mirrored else left) == color("accent")
    assert (left if mirrored else right) == color("canvas")


def test_days_and_folds_are_drawn_in_any_width(qapp: QApplication) -> None:
    del qapp
    picture = QImage(80, 60, QImage.Format.Format_RGB32)
    picture.fill(color("canvas"))
    painter = QPainter(picture)
    row = _Row(painter, QRect(0, 0, 80, 60), mirrored=False)
    row.day(DayRow("2026-11-09", 3, 1))
    row.fold(FoldRow(57))
    painter.end()
    colours = {picture.pixelColor(x, 25).name() for x in range(80)}
    assert color("sunken").name() in colours
