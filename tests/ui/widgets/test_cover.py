from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from logbook.ui.style import color, look
from logbook.ui.widgets.cover import ALWAYS_IN_REACH
from logbook.ui.widgets.dialog import Dialog


def test_the_scrim_ends_at_the_round_corners_of_the_way_out(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    look().dress(window)
    window.setStyleSheet("background: #ffffff")
    window.resize(600, 400)
    out = QPushButton(window)
    out.setObjectName(ALWAYS_IN_REACH)
    out.setStyleSheet("background: #ffffff; border: none")
    out.setGeometry(460, 10, 120, 40)
    window.show()
    before = QColor(color("scrim"))
    dialog = Dialog("Sure?", "", window)
    dialog.add_button("no", "No")
    dialog.open()
    seen = window.grab().toImage()
    dark, light = seen.pixelColor(5, 5).lightness(), 255
    assert dark < 200
    assert seen.pixelColor(520, 30).lightness() == light
    assert seen.pixelColor(462, 30).lightness() == light, "up to the straight edge"
    for corner in (QPoint(460, 10), QPoint(579, 10), QPoint(460, 49), QPoint(579, 49)):
        assert seen.pixelColor(corner).lightness() == dark, "outside the round corner"
    assert window.childAt(520, 30) is out, "what is free is pressed"
    assert color("scrim") == before, "a colour that others share stays as it is"
