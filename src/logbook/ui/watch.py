"""One look at every key and mouse event of the process, for all who need it.

A filter on the application is the only place that also sees keys in menus and dialogs. There is one
only, because each event that passes through Python costs a few microseconds.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from logbook.ui.hide import ThreePresses
from logbook.ui.style import look

_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class LeaveKeys(StrEnum):
    """Which keys hide the book at once; the button is always there."""

    SHIFT = "shift"
    ESCAPE = "escape"
    F9 = "f9"
    OFF = "off"


class InputWatch(QObject):
    """Tells of leaving fast, of activity, and by what the person works."""

    hide_pressed = Signal()
    shift_counted = Signal(int)  # bare presses so far, for the practice
    activity = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.by_keyboard = False
        self.hides = True  # false while the person practises
        self.leave_keys = LeaveKeys.SHIFT
        self.paste: Callable[[], bool] | None = None  # True: it was taken, editors do not see it
        self._presses = ThreePresses()
        self._escapes = ThreePresses(key=Qt.Key.Key_Escape)
        self._app = app

    def start(self) -> None:
        """Look at events from now on: after the first paint, which it would slow down."""
        self._look()
        dressing = look().dressing
        dressing.began.connect(self._look_away)
        dressing.ended.connect(self._look)

    def stop(self) -> None:
        """Look no more, nor after the next change of the look."""
        dressing = look().dressing
        dressing.began.disconnect(self._look_away)
        dressing.ended.disconnect(self._look)
        self._look_away()

    def _look(self) -> None:
        self._app.installEventFilter(self)

    def _look_away(self) -> None:
        """See none of the ten thousand events of a new look: they are a seventh of its time."""
        self._app.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QInputEvent):  # nearly all; to ask for the type takes longer
            return False
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_pressed(event)
        if kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            self._presses.release(event)
            self._escapes.release(event)
        elif kind in _ACTIVITY:
            if kind == QEvent.Type.MouseButtonPress:
                self.by_keyboard = False
            self.activity.emit()
        return False

    def _key_pressed(self, event: QKeyEvent) -> bool:
        self.by_keyboard = True
        self.activity.emit()
        if self.hides and self._leaves_otherwise(event):
            self.hide_pressed.emit()
            return True
        before = self._presses.count
        if self._presses.press(event):
            self.shift_counted.emit(before + 1)
            if self.hides and self.leave_keys is LeaveKeys.SHIFT:
                self.hide_pressed.emit()
                return True
        elif self._presses.count != before:
            self.shift_counted.emit(self._presses.count)
        return self.paste is not None and _pastes(event) and self.paste()

    def _leaves_otherwise(self, event: QKeyEvent) -> bool:
        """Tell whether the keys were pressed that the person chose in place of Shift."""
        if self.leave_keys is LeaveKeys.F9:
            return event.key() == Qt.Key.Key_F9 and not event.isAutoRepeat()
        return self.leave_keys is LeaveKeys.ESCAPE and self._escapes.press(event)


def _pastes(event: QKeyEvent) -> bool:
    from PySide6.QtGui import QKeySequence  # noqa: PLC0415 - costs the start a millisecond

    return event.matches(QKeySequence.StandardKey.Paste)
