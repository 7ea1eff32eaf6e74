import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logbook.ui import icons
from logbook.ui.style import Theme, color, font, look, px, set_role, set_variant, sized, sp, spaced
from logbook.ui.tokens import tokens

SOURCES = Path(__file__).parents[2] / "src" / "logbook" / "ui"


def test_text_scales_in_full_and_controls_by_less_than_half() -> None:
    look().use(scale=2.0)
    assert sp(14) == 28
    assert px(100) == 145


def test_the_scale_stays_between_90_and_200_percent() -> None:
    look().use(scale=9.0)
    assert look().scale == 2.0
    look().use(scale=0.1)
    assert look().scale == 0.9
    look().step_scale(0)
    assert look().scale == 1.0


def test_the_theme_changes_every_colour() -> None:
    light = color("canvas").name()
    look().use(theme=Theme.DARK)
    assert color("canvas").name() != light
    assert look().dark


def test_the_stylesheet_has_every_place_filled() -> None:
    for theme in (Theme.LIGHT, Theme.DARK):
        look().use(theme=theme)
        assert "@" not in re.sub(r"/\*.*?\*/", "", look().sheet(), flags=re.DOTALL)


def test_the_stylesheet_turns_round_with_the_direction_of_reading(qapp: QApplication) -> None:
    assert "padding-right: 2px" in look().sheet()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert "padding-left: 2px" in look().sheet()


def test_a_layout_and_a_widget_follow_the_scale_while_shown(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    spaced(column, margins=(28, 0, 24, 0), gap=10)
    label = QLabel("Words")
    set_role(label, "title")
    sized(label, width=200)
    column.addWidget(label)
    look().use(scale=2.0)
    assert column.contentsMargins().left() == px(28) == 41
    assert column.spacing() == px(10)
    assert label.width() == px(200) or label.minimumWidth() == px(200)
    assert label.font().pixelSize() == 42


class _Counting(QLabel):
    """Counts how often it is told that its style changed."""

    def __init__(self) -> None:
        super().__init__("Words")
        self.told = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - the name that Qt calls
        self.told += event.type() == QEvent.Type.StyleChange
        super().changeEvent(event)


def test_a_change_of_the_look_does_not_grow_with_the_depth_of_a_widget(qtbot: QtBot) -> None:
    """Qt goes from every widget it knows down to all below it, and so polishes most many times."""
    window = QWidget()
    qtbot.addWidget(window)
    inner = window
    for _ in range(12):
        outer, inner = inner, QWidget()
        QVBoxLayout(outer).addWidget(inner)
    label = _Counting()
    QVBoxLayout(inner).addWidget(label)
    window.show()
    label.told = 0
    look().use(scale=1.5)
    assert 1 <= label.told <= 2


def test_figures_have_one_width() -> None:
    metrics = QFontMetricsF(font("body"))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_weights_differ_although_the_font_is_one_file() -> None:
    words = "Eleven calls in half an hour"
    regular = QFontMetricsF(font("body")).horizontalAdvance(words)
    strong = QFontMetricsF(font("strong")).horizontalAdvance(words)
    assert strong > regular


def test_a_variant_is_read_again_when_it_changes(qtbot: QtBot) -> None:
    label = QLabel("Words")
    qtbot.addWidget(label)
    set_variant(label, "problem", True)
    assert label.property("problem") is True


def _icon_names() -> set[str]:
    """Return every literal in the window's code that stands where an icon is wanted."""
    names: set[str] = set()
    for path in SOURCES.rglob("*.py"):
        source = path.read_text("utf-8")
        names |= set(re.findall(r'\b(?:icon|trailing|button_icon)="([a-z][a-z0-9-]+)"', source))
        names |= set(
            re.findall(r'\b(?:NavItem|IconButton|Glyph|RoundIcon)\(\s*"([a-z0-9-]+)"', source)
        )
    return names


def test_every_icon_in_the_code_is_in_the_set() -> None:
    names = _icon_names()
    assert len(names) > 10
    for name in names:
        assert not icons.path_of(name).isEmpty(), name


def test_an_icon_is_drawn_once_for_a_colour_and_a_size() -> None:
    first = icons.pixmap("eye", color("text"), 18)
    assert icons.pixmap("eye", color("text"), 18).cacheKey() == first.cacheKey()
    assert icons.pixmap("eye", color("accent"), 18).cacheKey() != first.cacheKey()


@pytest.mark.parametrize("size", [16, 24, 48, 256])
def test_the_programs_icon_has_a_rounded_plate(size: int) -> None:
    drawn = icons.app_pixmap(color("accent"), color("on-accent"), size).toImage()
    assert drawn.pixelColor(0, 0).alpha() == 0
    assert drawn.pixelColor(size // 2, 1).alpha() > 200


def test_no_colour_and_no_pixel_size_of_text_stands_outside_the_tokens() -> None:
    for path in SOURCES.rglob("*.py"):
        source = path.read_text("utf-8")
        assert not re.search(r'"#[0-9A-Fa-f]{6}"', source), path.name
    assert set(tokens().light) == set(tokens().dark)
