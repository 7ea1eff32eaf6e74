"""What an empty page says: one icon, a heading, a line and one button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook.ui.style import add_gap, color, limited, px, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.text import Text


class RoundIcon(QWidget):
    """An icon in a soft disc; for eyes only."""

    def __init__(self, icon: str, size_px: int = 52, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._size_px = size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(self._size_px), px(self._size_px))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint.plate(painter, self.rect(), self.height() / 2, color("accent-soft"))
        side = px(self._size_px * 22 / 52)
        ink = color("on-accent-soft")
        where = QRectF(self.rect())
        paint.glyph(
            painter, self._icon, where.center().x() - side / 2, where.center().y(), side, ink
        )


class EmptyState(QWidget):
    """Stands where a list would be."""

    pressed = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        line: str,
        button: str = "",
        *,
        button_icon: str = "plus",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Text(title, "heading", wrap=True)
        self.line = Text(line, "body", "text-2", wrap=True)
        for text in (self.title, self.line):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        limited(self.title, width=400)
        limited(self.line, width=400)
        column = QVBoxLayout(self)
        spaced(column, margins=(24, 24, 24, 24), gap=2)
        column.addStretch(1)
        column.addWidget(RoundIcon(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        add_gap(column, 10)
        for text in (self.title, self.line):
            middle = QHBoxLayout()
            middle.addStretch(1)
            middle.addWidget(text, 1000)
            middle.addStretch(1)
            column.addLayout(middle)
        self.button = Button(button, Variant.PRIMARY, icon=button_icon)
        self.button.clicked.connect(self.pressed)
        if not button:
            self.button.hide()
        add_gap(column, 10)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
