"""Which page or part it is: a box to type over, and how many there are."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from logbook.i18n import translate
from logbook.ui.style import look, px, set_role
from logbook.ui.viewer.stage_button import StageWords
from logbook.ui.widgets.text import text_width
from logbook.ui.words import locale


class PageNumbers(QObject):
    """Two parts for a bar: `box` and `of`. Pages count from 0 here, from 1 for people."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = _PageBox(name)
        self.of = StageWords(role="label")
        self._page = 0
        self.box.returnPressed.connect(self._choose)
        self.box.editingFinished.connect(self._say)

    def set_count(self, count: int) -> None:
        """Say how many there are, from the first on."""
        shown = locale().toString(count)
        self.of.setText(translate("Viewer", "of {count}", count=shown))
        self.of.updateGeometry()
        self.box.set_most(count)
        self.say(0)

    def say(self, page: int) -> None:
        """Say which one is shown; what is being typed stays."""
        self._page = page
        if not self.box.hasFocus():
            self._say()

    def _say(self) -> None:
        self.box.setText(str(self._page + 1))

    def _choose(self) -> None:
        words = self.box.text()
        if words.isdecimal():
            self._page = max(int(words) - 1, 0)
            self.chosen.emit(self._page)


class _PageBox(QLineEdit):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._digits = 2
        self.setAccessibleName(name)
        self.setProperty("stage", True)
        set_role(self, "label")
        look().changed.connect(self._measure)
        self._measure()

    def set_most(self, count: int) -> None:
        """Take numbers up to `count`."""
        self.setValidator(QIntValidator(1, max(count, 1), self))
        self._digits = max(len(str(count)), 2)
        self._measure()

    def _measure(self) -> None:
        self.setFixedWidth(text_width("0" * self._digits, "label") + px(22))
