"""A small picture of a window's title bar: what others see of the program."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from logbook.ui.style import color, look, px, set_role
from logbook.ui.widgets import paint


class TitleBar(QWidget):
    """A name with its picture."""

    def __init__(self) -> None:
        super().__init__()
        self._name = self._icon = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self, "label")

    def show_look(self, name: str, icon: str) -> None:
        """Show another name and picture."""
        self._name, self._icon = name, icon
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), max(px(31), look().line_px("label") + px(10)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint.plate(painter, self.rect(), px(6), color("surface"), color("line-strong"))
        side = px(16)
        box = paint.mirrored(self, QRectF(px(10), 0, side, side))
        paint.glyph(painter, self._icon, box.x(), self.height() / 2, side, color("text-2"))
        painter.setFont(self.font())
        painter.setPen(color("text"))
        words = paint.mirrored(self, QRectF(px(34), 0, self.width() - px(42), self.height()))
        shown = self.fontMetrics().elidedText(
            self._name, Qt.TextElideMode.ElideRight, int(words.width())
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(words, int(flags), shown)
