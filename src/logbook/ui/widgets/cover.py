"""What lies over the whole window for a moment, and leaves the way out of it free."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget

ALWAYS_IN_REACH = "always in reach"  # the name of a widget that nothing may cover


def lay_over(cover: QWidget, window: QWidget) -> None:
    """Cover a window, except for what must always be in reach."""
    cover.setGeometry(window.rect())
    room = QRegion(cover.rect())
    for part in window.findChildren(QWidget, ALWAYS_IN_REACH):
        if part.isVisible():
            corner = part.mapTo(window, QPoint(0, 0))
            room -= QRegion(QRect(corner, part.size()))
    cover.setMask(room)
