"""Panes side by side with a 1 px line and an 8 px place to grab."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from logbook.ui.style import color

_GRAB_PX = 9


class Splitter(QSplitter):
    """Keeps its panes; the page stores `sizes()` in the book, never in a settings file."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(_GRAB_PX)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    def sizeHint(self) -> QSize:
        return QSize(_GRAB_PX, _GRAB_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.rect().center()
        if self.orientation() == Qt.Orientation.Horizontal:
            painter.fillRect(middle.x(), 0, 1, self.height(), color("line"))
        else:
            painter.fillRect(0, middle.y(), self.width(), 1, color("line"))
