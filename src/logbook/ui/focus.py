"""The focus ring: 2 px around whatever has the keyboard, outside its edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget

from logbook.ui.style import color, px
from logbook.ui.watch import InputWatch
from logbook.ui.widgets import paint

_REACH_PX = 4  # 2 px gap, 2 px ring
_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ParentChange,
        QEvent.Type.LayoutRequest,
    }
)


class FocusRing(QWidget):
    """Follows the focus while the person works by keyboard; fields draw their own."""

    def __init__(self, watch: InputWatch, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watch = watch
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    @property
    def target(self) -> QWidget | None:
        """The widget that the ring is around, if it is shown."""
        return self._target if self.isVisible() else None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        where = QRectF(self.rect())
        paint.plate(painter, where, self._corner() + 3, None, color("focus"), 2.0)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._followed:
            widget.removeEventFilter(self)
        self._target = new if new is not None and self._wanted(new) else None
        self._followed = self._up_to_window(self._target)
        for widget in self._followed:
            widget.installEventFilter(self)
        self._place()

    def _up_to_window(self, widget: QWidget | None) -> list[QWidget]:
        found: list[QWidget] = []
        while widget is not None and widget is not self._window:
            found.append(widget)
            widget = widget.parentWidget()
        return found

    def _wanted(self, widget: QWidget) -> bool:
        if not self._watch.by_keyboard or widget.window() is not self._window:
            return False
        return not widget.property("own_ring")

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisible():
            self.hide()
            return
        box = QRect(target.mapTo(self._window, target.rect().topLeft()), target.size())
        reach = 0 if isinstance(target, QAbstractItemView) else _REACH_PX
        box = box.adjusted(-reach, -reach, reach, reach)
        self.setGeometry(box.intersected(self._room(target)))
        self.raise_()
        self.show()

    def _room(self, target: QWidget) -> QRect:
        """Return the part of the window in which the target can be seen."""
        room = self._window.rect()
        parent = target.parentWidget()
        while parent is not None and parent is not self._window:
            if isinstance(parent.parentWidget(), QAbstractScrollArea):
                corner = parent.mapTo(self._window, parent.rect().topLeft())
                room = room.intersected(QRect(corner, parent.size()))
            parent = parent.parentWidget()
        return room

    def _corner(self) -> int:
        target = self._target
        return px(8) if target is None else min(px(8), target.height() // 2)
