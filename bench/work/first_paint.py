"""End the process once a widget stands on the screen for the first time."""

from __future__ import annotations

import os

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Waits for the first paint event; the frame is flushed before the next timer runs."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, _end)
        return False


def end_after_first_paint(widget: QWidget) -> None:
    widget.installEventFilter(FirstPaint(widget))


def _end() -> None:
    os._exit(0)  # what Python and Qt do to end is no part of the start
