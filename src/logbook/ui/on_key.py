"""Keys that act while the cursor is in one part of the window, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Key = QKeySequence.StandardKey | str


def on_key(part: QWidget, key: Key, act: Callable[[], object] | SignalInstance) -> None:
    """Let a key act while the cursor is in `part` or anywhere inside it."""
    shortcut = QShortcut(QKeySequence(key), part)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
