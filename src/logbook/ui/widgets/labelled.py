"""A fact with its icon and label, and the quiet card that says when something was written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.ui.style import color, px, sized, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.chip import ChipFlow
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text

_ICON_PX = 18
_LABEL_PX = 84


class Glyph(QWidget):
    """An icon on its own, for eyes only: the words beside it say the same."""

    def __init__(self, name: str, size_px: int = _ICON_PX, colour: str = "text-2") -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._size_px = size_px
        sized(self, width=size_px, height=size_px + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        side = px(self._size_px)
        paint.glyph(painter, self._name, 0, self.height() / 2, side, color(self._colour))


class Labelled(QWidget):
    """Icon, label and value in one line; the value may be taller."""

    def __init__(self, icon: str, label: str, value: QWidget) -> None:
        super().__init__()
        words = Text(label, "small", "text-2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        sized(words, width=_LABEL_PX)
        row = QHBoxLayout(self)
        spaced(row, margins=(0, 4, 0, 2), gap=12)
        row.addWidget(Glyph(icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(value, 1)
        value.setAccessibleDescription(label)


class Seal(Surface):
    """The card at the foot of an entry: what the program itself keeps about it."""

    def __init__(self, head: str, line: str, act: QWidget | None = None) -> None:
        super().__init__("group")
        column = QVBoxLayout()
        spaced(column, gap=1)
        column.addWidget(Text(head, "strong", wrap=True))
        if act is None:
            column.addWidget(Text(line, "small", "text-2", wrap=True))
        else:
            flow = ChipFlow(gap=4)
            flow.add(Text(line, "small", "text-2", wrap=True))
            flow.add(act)
            column.addWidget(flow)
        row = QHBoxLayout(self)
        spaced(row, margins=(14, 10, 14, 10), gap=12)
        row.addWidget(Glyph("fingerprint-simple", 20, "accent"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
