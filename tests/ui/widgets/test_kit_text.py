import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from logbook.ui.fonts import load_script_fonts
from logbook.ui.style import limited, look
from logbook.ui.widgets.text import Text, text_width

LONG = "Every call came at night and nobody spoke. " * 4


def test_markup_in_a_text_is_shown_as_it_was_written(qtbot: QtBot) -> None:
    text = Text('<img src="file:///etc/passwd"><b>bold</b>')
    qtbot.addWidget(text)
    assert text.textFormat() == Qt.TextFormat.PlainText
    assert text.sizeHint().width() > text_width("<b>bold</b>", "body")


def test_a_line_is_as_high_as_its_role_says(qtbot: QtBot) -> None:
    text = Text("One line", "reading")
    qtbot.addWidget(text)
    assert text.sizeHint().height() == 24
    text.setText("Two\nlines")
    assert text.sizeHint().height() == 48


def test_wrapped_text_is_taller_where_it_is_narrower(qtbot: QtBot) -> None:
    text = Text(LONG, wrap=True)
    qtbot.addWidget(text)
    assert text.heightForWidth(200) > text.heightForWidth(600) >= 21
    assert text.heightForWidth(200) % 21 == 0


def test_a_text_of_limited_width_gets_the_height_for_that_width(qtbot: QtBot) -> None:
    text = Text(LONG, wrap=True)
    qtbot.addWidget(text)
    limited(text, width=200)
    assert text.heightForWidth(2000) == text.heightForWidth(200)


def test_one_very_long_word_is_broken_rather_than_cut(qtbot: QtBot) -> None:
    text = Text("x" * 500, wrap=True)
    qtbot.addWidget(text)
    assert text.heightForWidth(200) > 21 * 5


def test_elided_text_tells_the_rest_in_its_tooltip(qtbot: QtBot) -> None:
    text = Text(LONG, elide=True)
    qtbot.addWidget(text)
    text.resize(120, 21)
    text.show()
    text.grab()
    assert text.toolTip() == LONG
    text.setText("Short")
    text.grab()
    assert text.toolTip() == ""


def test_text_grows_with_the_text_size(qtbot: QtBot) -> None:
    text = Text("One line", "body")
    qtbot.addWidget(text)
    before = text.sizeHint()
    look().use(scale=2.0)
    assert text.sizeHint().height() == 42
    assert text.sizeHint().width() > before.width() * 1.8


@pytest.mark.parametrize("role", ["title", "reading"])
def test_letters_of_a_taller_script_are_not_cut_off(qtbot: QtBot, role: str) -> None:
    load_script_fonts()
    text = Text("اتصل بي ثماني مرات ولم يتكلم أحد", role, wrap=True)
    qtbot.addWidget(text)
    text.resize(600, text.heightForWidth(600))
    picture = text.grab().toImage()
    edge = {
        picture.pixelColor(x, y).name()
        for y in (0, picture.height() - 1)
        for x in range(picture.width())
    }
    assert len(edge) == 1


def test_scripts_without_spaces_and_from_right_to_left_can_be_laid_out(qtbot: QtBot) -> None:
    for words in (
        "深夜に十一回の電話があり、誰も話さなかった。" * 4,
        "إحدى عشرة مكالمة في نصف ساعة " * 6,
    ):
        text = Text(words, wrap=True)
        qtbot.addWidget(text)
        assert text.heightForWidth(240) > 42
        text.resize(240, text.heightForWidth(240))
        assert not text.grab().isNull()


def test_a_lone_surrogate_does_not_stop_the_drawing(qtbot: QtBot) -> None:
    text = Text("before \ud83d after")
    qtbot.addWidget(text)
    assert not text.grab().isNull()


@pytest.mark.parametrize("wrap", [False, True])
@pytest.mark.parametrize("mirrored", [False, True])
def test_a_line_begins_where_reading_begins(qtbot: QtBot, *, wrap: bool, mirrored: bool) -> None:
    text = Text("When", "strong", wrap=wrap)
    qtbot.addWidget(text)
    ways = Qt.LayoutDirection
    text.setLayoutDirection(ways.RightToLeft if mirrored else ways.LeftToRight)
    text.resize(300, 21)
    picture = text.grab().toImage()
    ground = picture.pixelColor(150, 10)
    inked = [x for x in range(300) if any(picture.pixelColor(x, y) != ground for y in range(21))]
    assert (min(inked) > 200) if mirrored else (max(inked) < 100)
