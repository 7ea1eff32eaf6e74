"""Strokes that every drawn control shares."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from logbook.ui import icons
from logbook.ui.style import color, px


def begin(widget: QWidget) -> QPainter:
    """Return a smooth painter on a widget."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def plate(
    painter: QPainter,
    where: QRect | QRectF,
    radius_px: float,
    fill: QColor | None,
    edge: QColor | None = None,
    edge_px: float = 1.0,
) -> None:
    """Draw a rounded plate whose edge lies inside `where`."""
    inset = edge_px / 2 if edge is not None else 0.0
    rect = QRectF(where).adjusted(inset, inset, -inset, -inset)
    painter.setPen(QPen(edge, edge_px) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    radius = min(radius_px, rect.height() / 2, rect.width() / 2)
    painter.drawRoundedRect(rect, radius, radius)


def glyph(painter: QPainter, name: str, left: float, middle: float, side: int, ink: QColor) -> None:
    """Draw an icon of `side` pixels whose left edge and middle line are given."""
    where = QRectF(left, middle - side / 2, side, side)
    painter.drawPixmap(where.topLeft().toPoint(), icons.pixmap(name, ink, side))


def faint(token: str, part: float) -> QColor:
    """Return a colour of the theme, see-through; `part` 1 is solid."""
    seen = QColor(color(token))  # its own: `color` keeps the one it gives
    seen.setAlphaF(part)
    return seen


def mirrored(widget: QWidget, where: QRectF) -> QRectF:
    """Return `where` as seen from the other side in a right-to-left window."""
    if widget.layoutDirection() != Qt.LayoutDirection.RightToLeft:
        return where
    return QRectF(widget.width() - where.right(), where.y(), where.width(), where.height())


def target_px() -> int:
    """Return the smallest side of anything that is pressed (WCAG 2.2, 2.5.8)."""
    return max(24, px(24))
