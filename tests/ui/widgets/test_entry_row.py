"""What a row of the list draws, and how it breaks and shortens text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from logbook.domain.entry import Kind
from logbook.domain.ids import EntryId
from logbook.domain.selection import EntryRow
from logbook.ui.style import Theme, color, font, look, px
from logbook.ui.widgets.entry_row import _Row, _State, break_lines, gutter_px, text_below_title
from logbook.ui.words import weekdays

ROW = EntryRow(
    id=EntryId(1),
    number=1,
    title="Grey car outside the building",
    preview="Grey car outside the building. It was gone when I looked back.",
    kind=Kind.FOLLOWED,
    precision="exact",
    start_local="2026-11-04T21:10:00",
    end_local="",
    has_time=True,
    people=("D. Marsh", "Priya N.", "Sam"),
    evidence=2,
    changed=0,
    recorded_at="",
)


def _drawn(state: _State, *, mirrored: bool = False) -> QImage:
    picture = QImage(600, 106, QImage.Format.Format_RGB32)
    picture.fill(color("canvas"))
    painter = QPainter(picture)
    row = _Row(painter, QRect(0, 0, 600, 106), gutter_px(), mirrored=mirrored)
    row.draw(ROW, state, ["It was gone when I looked back."])
    painter.end()
    return picture


def _state(**changes: bool) -> _State:
    plain = _State(first_of_day=True, first_of_list=True, selected=False, hovered=False)
    return replace(plain, **changes)


def _ink(lines: list[str], row: EntryRow = ROW) -> tuple[int, int]:
    """Return how many pixels lie above and below what is written in a row that is not chosen."""
    picture = QImage(600, 106, QImage.Format.Format_RGB32)
    picture.fill(color("canvas"))
    painter = QPainter(picture)
    drawn = _Row(painter, QRect(0, 0, 600, 106), gutter_px(), mirrored=False)
    drawn.draw(row, _state(), lines)
    painter.end()
    empty = color("canvas")
    inked = [
        y
        for y in range(106)
        if any(picture.pixelColor(x, y) != empty for x in range(gutter_px(), 600))
    ]
    return inked[0], 105 - inked[-1]


@pytest.mark.parametrize("lines", [[], ["One line."], ["Two lines,", "and no more."]])
@pytest.mark.parametrize("facts", [True, False])
def test_what_a_short_entry_leaves_is_shared_out_above_and_below(
    qapp: QApplication, lines: list[str], *, facts: bool
) -> None:
    del qapp
    row = ROW if facts else replace(ROW, kind=Kind.NONE, people=(), evidence=0)
    above, below = _ink(lines, row)
    assert abs(above - below) <= px(14)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_longest_weekday_fits_the_gutter(qapp: QApplication, scale: float) -> None:
    del qapp
    look().use(scale=scale)
    metrics = QFontMetricsF(font("caption"))
    widest = max(metrics.horizontalAdvance(name) for name in weekdays())
    assert widest <= gutter_px() - px(14)


def test_the_chosen_row_has_a_plate_from_the_gutter_on_and_nothing_under_the_day(
    qapp: QApplication,
) -> None:
    del qapp
    picture = _drawn(_state(selected=True))
    assert picture.pixelColor(gutter_px() + 200, 95) == color("selected")
    assert picture.pixelColor(gutter_px() - px(30), 95) == color("canvas")


def test_from_right_to_left_the_plate_is_mirrored(qapp: QApplication) -> None:
    del qapp
    picture = _drawn(_state(selected=True), mirrored=True)
    assert picture.pixelColor(599 - gutter_px() - 200, 95) == color("selected")
    assert picture.pixelColor(599 - gutter_px() + px(30), 95) == color("canvas")


def test_a_line_parts_days_but_not_the_first_of_all(qapp: QApplication) -> None:
    del qapp
    assert _drawn(_state(first_of_list=False)).pixelColor(300, 0) == color("line")
    assert _drawn(_state()).pixelColor(300, 0) == color("canvas")
    later = _state(first_of_day=False, first_of_list=False)
    assert _drawn(later).pixelColor(300, 0) == color("canvas")


def test_dark_rows_are_dark(qapp: QApplication) -> None:
    del qapp
    look().use(theme=Theme.DARK)
    corner: QColor = _drawn(_state(hovered=True)).pixelColor(gutter_px() + 200, 95)
    assert corner == color("hover")
    assert corner.lightness() < 80


def test_text_breaks_to_two_lines_and_the_second_holds_the_rest(qapp: QApplication) -> None:
    del qapp
    words = "Every word of this is needed to fill more than two of the lines that there are"
    first, second = break_lines(words, font("small"), 160)
    assert f"{first} {second}" == words
    assert break_lines("Short", font("small"), 160) == ["Short"]
    assert break_lines("", font("small"), 160) == []


def test_an_emoji_is_not_cut_in_two(qapp: QApplication) -> None:
    del qapp
    words = "😀😀😀 words 😀😀😀 and more words 😀😀😀 and the end"
    lines = break_lines(words, font("small"), 120)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


@pytest.mark.parametrize(
    ("title", "preview", "shown"),
    [
        ("It rang", "It rang. Nobody spoke.", "Nobody spoke."),
        ("It rang", "It rang.", ""),
        ("3 messages, Dale", "19:02 Dale: Hi", "19:02 Dale: Hi"),
        ("It rang and rang and…", "It rang and rang and stopped.", "… stopped."),
    ],
)
def test_a_row_does_not_say_the_title_twice(title: str, preview: str, shown: str) -> None:
    assert text_below_title(replace(ROW, title=title, preview=preview)) == shown
