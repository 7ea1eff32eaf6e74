"""The thin line of the last seconds before the book locks itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from logbook.i18n import translate
from logbook.ui.idle import WARN_S
from logbook.ui.style import color, px


class IdleLine(QWidget):
    """The thin line along the top edge; any key stops it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._left_s = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(translate("Idle", "The book locks soon"))
        self.hide()

    def show_left(self, left_s: int) -> None:
        """Draw as much as is left, and nothing before the last seconds."""
        self._left_s = left_s
        self.setVisible(left_s <= WARN_S)
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        part = self.width() * self._left_s // WARN_S
        QPainter(self).fillRect((self.width() - part) // 2, 0, part, px(3), color("warning"))
