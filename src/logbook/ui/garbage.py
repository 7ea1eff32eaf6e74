"""Cyclic garbage is collected on the GUI thread only.

A collection on a worker thread deletes QObjects there and the process dies; so the automatic one is
switched off and a timer of the GUI thread does its work.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
_REST = 10  # rounds without a key, the mouse or the end of a task
_OLDEST = 2  # generation


class GarbageCollector(QObject):
    """Collects by the interpreter's own thresholds, once a second, on the thread it lives on.

    To look through the oldest generation takes 50 ms and more, so that waits for a rest.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._rounds_at_rest = 0
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def work_goes_on(self) -> None:
        """Leave the oldest generation alone for a while: the window is in use."""
        self._rounds_at_rest = 0

    def collect(self) -> None:
        """Collect the oldest generation that is due, and whose turn it is."""
        self._rounds_at_rest += 1
        counts = gc.get_count()
        for generation in (_OLDEST, 1, 0):
            if generation == _OLDEST and self._rounds_at_rest < _REST:
                continue
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def keep_what_is_there(self) -> None:
        """Leave out what was loaded and built by now: to look through it takes 50 ms each time.

        It lives as long as the process. What nothing refers to any more is freed all the same.
        """
        gc.collect(1)
        gc.freeze()

    def look_through_all(self) -> None:
        """Collect what was left out too, once much of it is gone."""
        gc.unfreeze()
        gc.collect()

    def stop(self) -> None:
        """Give collection back to the interpreter, as at the end of a test."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
