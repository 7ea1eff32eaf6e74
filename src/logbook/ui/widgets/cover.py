"""What lies over the whole window for a moment, and leaves the way out of it free."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainterPath, QRegion
from PySide6.QtWidgets import QWidget

from logbook.ui.style import px
from logbook.ui.widgets import paint

ALWAYS_IN_REACH = "always in reach"  # the name of a widget that nothing may cover
_RADIUS_PX = 8  # of such a widget
_SCRIM_PART = 0.4


def lay_over(cover: QWidget, window: QWidget) -> None:
    """Cover a window, except for what must always be in reach."""
    cover.setGeometry(window.rect())
    room = QRegion(cover.rect())
    for part in _free_parts(window):
        # A pixel inside its edge: a region has no half pixels, the scrim's own edge there does.
        inside = _rounded(QRectF(part).adjusted(1, 1, -1, -1))
        room -= QRegion(inside.toFillPolygon().toPolygon())
    cover.setMask(room)


def draw_scrim(cover: QWidget, window: QWidget) -> None:
    """Darken what is covered, up to the round corners of what is free; called while painting."""
    path = QPainterPath()
    path.addRect(QRectF(cover.rect()))
    for part in _free_parts(window):
        path -= _rounded(QRectF(part))
    paint.begin(cover).fillPath(path, paint.faint("scrim", _SCRIM_PART))


def _free_parts(window: QWidget) -> list[QRect]:
    found = window.findChildren(QWidget, ALWAYS_IN_REACH)
    return [
        QRect(part.mapTo(window, QPoint(0, 0)), part.size()) for part in found if part.isVisible()
    ]


def _rounded(rect: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, px(_RADIUS_PX), px(_RADIUS_PX))
    return path
