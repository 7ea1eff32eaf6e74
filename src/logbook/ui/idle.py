"""The idle lock: after some minutes without a key or the mouse, with ten seconds of warning."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

WARN_S = 10
_LOOK_EVERY_MS = 1000


def clock_with_sleep() -> float:
    """Return seconds that also pass while the computer sleeps, where the system counts them."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boottime is None else time.clock_gettime(boottime)


class IdleLock(QObject):
    """Counts the time since the last activity; `left` tells the last ten seconds, then 0."""

    left = Signal(int)  # seconds left; WARN_S + 1 when activity ended the warning
    expired = Signal()

    def __init__(
        self,
        after_min: float,
        clock: Callable[[], float] = clock_with_sleep,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._after_s = after_min * 60
        self._last_s = clock()
        self._warned = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def set_after(self, after_min: float) -> None:
        """Change the time after which the book locks."""
        self._after_s = after_min * 60

    def activity(self) -> None:
        """Note that the person did something."""
        self._last_s = self._clock()
        if self._warned:
            self._warned = False
            self.left.emit(WARN_S + 1)

    def look(self) -> None:
        """See how much time is left; called once a second."""
        left_s = self._after_s - (self._clock() - self._last_s)
        if left_s <= 0:
            self._timer.stop()
            self.left.emit(0)
            self.expired.emit()
        elif left_s <= WARN_S:
            self._warned = True
            self.left.emit(int(left_s) + 1)
