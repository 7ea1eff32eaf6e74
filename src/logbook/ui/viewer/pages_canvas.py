"""Pages that are moved, zoomed and looked at with the mouse and the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from logbook.ui.viewer.pages_view import PagesView

_BY_KEYS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PagesCanvas(PagesView):
    """Takes hold of the pages; a drag moves them, and so do the arrow keys."""

    looked = Signal()  # the person wants to see what is blurred

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grabbed: QPoint | None = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.by_keys = event.reason() in _BY_KEYS
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.set_zoom(self.zoom * 1.0015**turned, event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.blurred:
            self.looked.emit()
            return
        self._grabbed = event.position().toPoint()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            return
        now = event.position().toPoint()
        by, self._grabbed = now - self._grabbed, now
        across, vertical = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - by.x())
        vertical.setValue(vertical.value() - by.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grabbed = None
        self.viewport().unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.fits:
            self.set_zoom(1.0 if self.zoom < 1.0 else 2.0, event.position())
        else:
            self.fit()

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys for moving, where there is something to move."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _ACROSS
            and self.horizontalScrollBar().maximum()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.blurred and key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.looked.emit()
            return
        across, vertical = self.horizontalScrollBar(), self.verticalScrollBar()
        if key in _ACROSS and across.maximum():
            across.setValue(across.value() + _ACROSS[Qt.Key(key)] * across.singleStep())
        elif key == Qt.Key.Key_Home:
            vertical.setValue(0)
        elif key == Qt.Key.Key_End:
            vertical.setValue(vertical.maximum())
        elif key == Qt.Key.Key_Space and vertical.maximum():
            vertical.setValue(vertical.value() + vertical.pageStep() * 9 // 10)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's names
        parent = self.parentWidget()
        return parent.focusNextPrevChild(next) if parent is not None else False
