"""Panes side by side with a 1 px line and an 8 px place to grab."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from logbook.ui.style import color, look

_GRAB_PX = 9


class Splitter(QSplitter):
    """Keeps its panes; the page stores `sizes()` in the book, never in a settings file."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
        *,
        tones: tuple[str, ...] = (),
    ) -> None:
        """`tones` are the colours of the panes where they are not all of the canvas' colour."""
        super().__init__(orientation, parent)
        self._tones = tones
        self.setChildrenCollapsible(False)
        self.setHandleWidth(_GRAB_PX)
        look().dressing.dress_in_parts(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._tones:  # from right to left Qt leaves a pixel beside the handle, or at the edge
            painter = QPainter(self)
            painter.fillRect(self.rect(), color(self._tones[0]))
            painter.fillRect(self._last_part(), color(self._tones[-1]))
            painter.end()
        super().paintEvent(event)

    def _last_part(self) -> QRect:
        """Return the room behind the last handle, which the last pane takes."""
        if self.count() <= 1 or self.handle(self.count() - 1).isHidden():
            return QRect()
        middle = self.handle(self.count() - 1).geometry().center().x()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QRect(0, 0, middle, self.height())
        return QRect(middle, 0, self.width() - middle, self.height())

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)

    def tones_beside(self, handle: QSplitterHandle) -> tuple[str, str] | None:
        """Return the tones before and after a handle."""
        at = self.indexOf(handle)
        return (self._tones[at - 1], self._tones[at]) if 0 < at < len(self._tones) else None


class _Handle(QSplitterHandle):
    def sizeHint(self) -> QSize:
        return QSize(_GRAB_PX, _GRAB_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.rect().center()
        splitter = self.splitter()
        tones = splitter.tones_beside(self) if isinstance(splitter, Splitter) else None
        if tones is not None:
            first, second = tones
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                first, second = second, first
            painter.fillRect(0, 0, middle.x(), self.height(), color(first))
            painter.fillRect(middle.x(), 0, self.width(), self.height(), color(second))
        if self.orientation() == Qt.Orientation.Horizontal:
            painter.fillRect(middle.x(), 0, 1, self.height(), color("line"))
        else:
            painter.fillRect(0, middle.y(), self.width(), 1, color("line"))
