"""Strokes that every drawn control shares."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from logbook.ui import icons
from logbook.ui.style import color, px

# The blocks of scripts written from right to left: Hebrew to Arabic Extended, and later ones.
_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


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


def reads_left_to_right(words: str) -> bool:
    """Tell whether nothing in a text is written from right to left, such as a telephone number.

    Digits take the direction of what stands around them: drawn as a part of a window that reads
    from right to left, "+1 555 01" would become "01 555 1+".
    """
    return words.isascii() or _FROM_RIGHT.search(words) is None
