"""A menu inside the window: not a window of its own, which would show in captures of the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGraphicsDropShadowEffect,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from logbook.ui.focus import move_focus, tab_stops
from logbook.ui.style import color, look, px, set_role, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.book_tile import TileLook, draw_tile
from logbook.ui.widgets.cover import lay_over
from logbook.ui.widgets.pressable import Pressable
from logbook.ui.widgets.surface import Line, Surface

_SHADOW_PX = (24, 8)  # blur and offset (DESIGN 6.4)
_SHADOW_PART = 0.14
_KEYS = {
    Qt.Key.Key_Down: True,
    Qt.Key.Key_Up: False,
    Qt.Key.Key_Tab: True,
    Qt.Key.Key_Backtab: False,
}


class MenuItem(Pressable):
    """A line of a menu: an icon or a tile, words, and a check mark where it is what holds."""

    spoken_as = "MenuItem"

    def __init__(
        self, words: str, *, icon: str = "", tile: TileLook | None = None, ticked: bool = False
    ) -> None:
        super().__init__()
        self._icon, self._tile, self._ticked = icon, tile, ticked
        self._under_mouse = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self, "label")

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        high = max(px(38), look().line_px("label") + px(14))
        return QSize(px(44) + words + px(40 if self._ticked else 14), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_mouse = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = False
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        if self._under_mouse or self.hasFocus():
            paint.plate(painter, self.rect(), px(6), color("selected"))
        middle = self.height() / 2
        if self._tile is not None:
            side = px(22)
            box = paint.mirrored(self, QRectF(px(10), middle - side / 2, side, side))
            draw_tile(painter, box, self._tile)
        elif self._icon:
            side = px(18)
            box = paint.mirrored(self, QRectF(px(12), 0, side, side))
            paint.glyph(painter, self._icon, box.x(), middle, side, color("text-2"))
        end = px(14)
        if self._ticked:
            side = px(14)
            box = paint.mirrored(self, QRectF(self.width() - px(12) - side, 0, side, side))
            paint.glyph(painter, "check-bold", box.x(), middle, side, color("accent"))
            end = px(34)
        painter.setFont(self.font())
        painter.setPen(color("text"))
        words = paint.mirrored(self, QRectF(px(42), 0, self.width() - px(42) - end, self.height()))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(words.width())
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(words, int(flags), shown)


class PopupMenu(QWidget):
    """Covers the window until something is chosen; Esc and a click beside it close it."""

    spoken_as = "PopupMenu"

    def __init__(self, name: str, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._below: QWidget | None = None
        self._acts: dict[MenuItem, Callable[[], object]] = {}
        self.setAccessibleName(name)
        self.card = Surface("popup", self)
        self._column = QVBoxLayout(self.card)
        spaced(self._column, margins=(6, 6, 6, 6), gap=2)
        shadow = QGraphicsDropShadowEffect(self.card)
        shadow.setBlurRadius(px(_SHADOW_PX[0]))
        shadow.setOffset(0, px(_SHADOW_PX[1]))
        shadow.setColor(paint.faint("scrim", _SHADOW_PART))
        self.card.setGraphicsEffect(shadow)
        self.hide()

    def add(self, item: MenuItem, act: Callable[[], object]) -> MenuItem:
        """Add a line; `act` is called after the menu is closed."""
        self._acts[item] = act
        item.clicked.connect(self._pressed)
        self._column.addWidget(item)
        return item

    def add_line(self) -> None:
        """Part what comes from what is there."""
        self._column.addWidget(Line())

    def open_below(self, widget: QWidget) -> None:
        """Show the menu below a widget and take the focus."""
        self._below = widget
        self._window.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self._place()
        next(iter(self._acts)).setFocus(Qt.FocusReason.PopupFocusReason)

    def close_menu(self) -> None:
        """Go away; the focus returns to what opened it."""
        self._window.removeEventFilter(self)
        self.hide()
        if self._below is not None and self._below.isVisible():
            self._below.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_menu()
        elif key in _KEYS:
            move_focus(tab_stops([self]), forward=_KEYS[key])
        event.accept()  # keys do not fall through to what the menu covers

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's names
        return move_focus(tab_stops([self]), forward=next)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_menu()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.close_menu()  # what it hangs on may have moved or gone
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        lay_over(self, self._window)
        if self._below is None:
            return
        size = self.card.sizeHint()
        width = min(max(size.width(), px(220)), self.width() - px(16))
        corner = self._below.mapTo(self._window, QPoint(0, self._below.height() + px(4)))
        left = corner.x()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left += self._below.width() - width
        left = min(max(left, px(8)), self.width() - width - px(8))
        self.card.setGeometry(left, corner.y(), width, size.height())

    def _pressed(self) -> None:
        for item, act in self._acts.items():
            if item is self.sender():
                self.close_menu()
                act()
                return
