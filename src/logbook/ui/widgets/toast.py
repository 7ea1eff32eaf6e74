"""A toast: one event that just happened, with Undo; never the only place of an error."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from logbook.i18n import translate
from logbook.ui.style import add_gap, color, look, px, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.text import Text

_SHOWN_MS = 6_000
_SHOWN_LONGER_MS = 20_000
_LARGE_TEXT = 1.5


class Toast(QWidget):
    """One ink bar at the foot of its parent; a new one takes the place of the old."""

    spoken_as = "Grouping"  # what it says is announced: a reader would say a notification again

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._undo: Callable[[], object] | None = None
        self._redo: Callable[[], object] | None = None
        self._text = Text("", "button", "on-ink")
        self._button = Button(translate("Toast", "Undo"), Variant.INK, size=Size.SMALL, parent=self)
        self._key = Text(translate("Toast", "Ctrl Z"), "caption", "on-ink")
        self._button.clicked.connect(self._pressed)
        row = QHBoxLayout(self)
        spaced(row, margins=(44, 7, 14, 7), gap=6)
        row.addWidget(self._text)
        add_gap(row, 24)
        row.addWidget(self._button)
        row.addWidget(self._key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_is_up)
        parent.installEventFilter(self)
        self.hide()

    def say(
        self,
        words: str,
        undo: Callable[[], object] | None = None,
        redo: Callable[[], object] | None = None,
    ) -> None:
        """Show words for a while; `undo` is offered when it is given, or else `redo`."""
        self._undo, self._redo = undo, redo
        self._text.setText(words)
        self.setAccessibleName(words)
        again = undo is None
        self._button.setText(translate("Toast", "Redo") if again else translate("Toast", "Undo"))
        self._key.setText(translate("Toast", "Ctrl Y") if again else translate("Toast", "Ctrl Z"))
        offered = undo is not None or redo is not None
        self._button.setVisible(offered)
        self._key.setVisible(offered)
        self.setAccessibleName(words)
        self._button.setAccessibleDescription(words)
        self.show()
        self._place()
        self.raise_()
        longer = look().scale >= _LARGE_TEXT or QAccessible.isActive()
        self._timer.start(_SHOWN_LONGER_MS if longer else _SHOWN_MS)

    def undo(self) -> bool:
        """Take the event back; False when the toast is gone or has nothing to take back."""
        undo = self._undo if self.isVisible() else None
        self._forget()
        if undo is None:
            return False
        undo()
        return True

    def _pressed(self) -> None:
        act = self._undo or self._redo
        self._forget()
        if act is not None:
            act()

    def _forget(self) -> None:
        self._undo = self._redo = None
        self.hide()

    @property
    def button(self) -> QPushButton:
        """The Undo button."""
        return self._button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint.plate(painter, self.rect(), px(10), color("ink"))
        side = px(18)
        box = paint.mirrored(self, QRectF(px(16), 0, side, side))
        paint.glyph(painter, "check-circle", box.x(), self.height() / 2, side, color("on-ink"))

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        size = self.sizeHint()
        room = parent.width() - 2 * px(16)
        self.resize(min(size.width(), room), max(size.height(), px(44)))
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - px(20))

    def _time_is_up(self) -> None:
        if self.underMouse() or self._button.hasFocus():
            self._timer.start(_SHOWN_MS)
        else:
            self._forget()
