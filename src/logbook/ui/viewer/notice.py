"""What the stage says where there is nothing to be seen."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.style import color, limited, px, sized, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.text import Text

_ICON_PX = 34


class StageNotice(QWidget):
    """A sentence in the middle, with a button that saves a copy."""

    save_pressed = Signal()
    look_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = _Icon()
        self.words = Text("", "body", "on-stage", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        limited(self.words, width=360)
        self.save = Button(translate("Viewer", "Save a copy"), icon="download-simple")
        self.save.clicked.connect(self.save_pressed)
        self.look = Button(translate("Viewer", "Look"), icon="eye")
        self.look.clicked.connect(self.look_pressed)
        column = QVBoxLayout(self)
        spaced(column, margins=(24, 24, 24, 24), gap=12)
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.words, 1000)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.say_nothing()

    def say(self, words: str, *, can_save: bool) -> None:
        """Say why a file cannot be seen."""
        self._icon.show_icon("file")
        self.look.hide()
        self.words.setText(words)
        self.save.setVisible(can_save)

    def say_covered(self) -> None:
        """Say that the file is not shown before the person wants to see it."""
        self._icon.show_icon("eye-slash")
        self.words.setText(translate("Viewer", "Covered. Press Space to look."))
        self.save.hide()
        self.look.show()

    def say_wait(self) -> None:
        """Say that it takes a moment."""
        self._icon.show_icon("")
        self.words.setText(translate("Viewer", "Opening the file"))
        self.save.hide()
        self.look.hide()

    def say_nothing(self) -> None:
        """Say nothing."""
        self._icon.show_icon("")
        self.words.setText("")
        self.save.hide()
        self.look.hide()


class _Icon(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        sized(self, width=_ICON_PX, height=_ICON_PX)

    def show_icon(self, name: str) -> None:
        self._name = name
        self.setVisible(bool(name))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._name:
            side = px(_ICON_PX)
            room = QRect(0, 0, side, self.height())
            middle = room.height() / 2
            paint.glyph(paint.begin(self), self._name, 0, middle, side, color("on-stage-2"))
