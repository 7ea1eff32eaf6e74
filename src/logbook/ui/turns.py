"""Work on all that is seen, in several turns of the event loop, behind the frame before it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_OFF_BY_ITSELF = Qt.WidgetAttribute.WA_ForceUpdatesDisabled
_PAUSE_MS = 1  # with 0 it would take the turn of other timers, too
_TURN_S = 0.006  # then the loop turns: keys, the mouse and results are answered
Step = Callable[[], object]


class Turns(QObject):
    """Does one step after the other; nothing is painted until all of them are done.

    A window goes on showing what it showed last, so nobody sees it half done. It answers keys and
    the mouse meanwhile, and hides at once.
    """

    began = Signal()  # around each turn
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: deque[Step] = deque()
        self._held: list[QWidget] = []
        self._running = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._turn)

    @property
    def running(self) -> bool:
        """True until the window may paint what was done."""
        return self._running

    def take(self, steps: Iterable[Step]) -> None:
        """Do steps, a few in each turn, in the place of those that are left of others."""
        self._steps = deque(steps)
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.updatesEnabled():
                window.setUpdatesEnabled(False)
                self._held.append(window)
        self._running = True
        self._next.start(_PAUSE_MS)

    def add(self, step: Step) -> None:
        """Do one more step before anything is painted."""
        self._steps.append(step)

    def do_now(self, steps: Iterable[Step]) -> None:
        """Do steps in this very call, in the place of those that are left of others."""
        self._steps.clear()
        self._next.stop()
        try:
            with self._told():
                for step in steps:
                    step()
        finally:
            self._release()

    def _turn(self) -> None:
        if not self._steps:
            self._release()  # in a turn of its own, as it paints
            return
        until = perf_counter() + _TURN_S
        try:
            with self._told():
                self._steps.popleft()()
                while self._steps and perf_counter() < until:
                    self._steps.popleft()()
                # What the steps moved is laid out while nobody looks at the events either.
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        finally:  # whatever a step raises, the others follow; begun now, it comes after all else
            self._next.start(_PAUSE_MS)

    def _release(self) -> None:
        self._running = False
        held, self._held = self._held, []
        for window in held:
            if isValid(window):
                _let_paint(window)

    @contextmanager
    def _told(self) -> Iterator[None]:
        self.began.emit()
        try:
            yield
        finally:
            self.ended.emit()


def _let_paint(window: QWidget) -> None:
    """Let a window paint again, and have it do so now.

    `setUpdatesEnabled` would name the window before its parts, and Qt would paint the parts with it
    and once more by themselves (`QWidgetRepaintManager::paintAndFlush`, Qt 6.11): 15 ms.
    """
    window.setAttribute(_OFF_BY_ITSELF, False)
    window.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)
    only = Qt.FindChildOption.FindDirectChildrenOnly
    for part in window.findChildren(QWidget, options=only):
        if not part.isWindow() and not part.testAttribute(_OFF_BY_ITSELF):
            part.setUpdatesEnabled(True)
    window.repaint()
