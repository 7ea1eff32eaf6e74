"""Doing something once, a moment later: what comes in quick succession is answered once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Later(QTimer):
    """Calls `act` once, `wait_ms` after the last `start`; `stop` calls it off."""

    def __init__(self, parent: QObject, wait_ms: int, act: Callable[[], object]) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(wait_ms)
        self.timeout.connect(act)
