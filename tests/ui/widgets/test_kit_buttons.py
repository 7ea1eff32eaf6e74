import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.ui.style import color, look
from logbook.ui.widgets.button import Button, IconButton, Size, Variant


@pytest.mark.parametrize(
    ("size", "height"), [(Size.SMALL, 30), (Size.NORMAL, 36), (Size.LARGE, 44)]
)
def test_heights_are_those_of_the_design(qtbot: QtBot, size: Size, height: int) -> None:
    button = Button("Save entry", size=size)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == height


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_it_is_pressed_by_space_and_by_enter(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Save entry")
    qtbot.addWidget(button)
    button.show()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, key)
    assert pressed == [True]


def test_ctrl_enter_is_not_enter(qtbot: QtBot) -> None:
    button = Button("Save entry")
    qtbot.addWidget(button)
    button.show()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not pressed


@pytest.mark.parametrize("variant", list(Variant))
def test_every_variant_draws_its_ground_in_all_states(qtbot: QtBot, variant: Variant) -> None:
    button = Button("Words", variant, icon="plus", trailing="arrow-right")
    qtbot.addWidget(button)
    rest = button.grab().toImage()
    button.setDown(True)
    pressed = button.grab().toImage()
    button.setDown(False)
    button.setEnabled(False)
    disabled = button.grab().toImage()
    assert rest != disabled
    assert variant in {Variant.LINK, Variant.QUIET} or rest != pressed


def test_the_primary_button_is_the_accent(qtbot: QtBot) -> None:
    button = Button("Save entry", Variant.PRIMARY)
    qtbot.addWidget(button)
    assert button.grab().toImage().pixelColor(8, 18) == color("accent")


def test_an_icon_button_says_its_name_and_key(qtbot: QtBot) -> None:
    button = IconButton("arrow-left", "Back", key="Alt+Left")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Back"
    assert button.toolTip() == "Back (Alt+Left)"
    assert button.sizeHint().width() == button.sizeHint().height() == 36


def test_controls_grow_less_than_text(qtbot: QtBot) -> None:
    button = Button("Save entry")
    qtbot.addWidget(button)
    look().use(scale=2.0)
    assert button.sizeHint().height() == max(look().px(36), look().line_px("button") + look().px(8))
    assert 36 < button.sizeHint().height() < 72
