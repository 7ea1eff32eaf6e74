"""A row of a list on a painter, drawn from left to right and mirrored at the last step."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from logbook.ui import icons
from logbook.ui.style import color, font, px
from logbook.ui.widgets import paint


class RowPaint:
    """Takes places inside the row, counted from where a line begins."""

    def __init__(self, painter: QPainter, where: QRect, *, mirrored: bool) -> None:
        self._painter = painter
        self._where = where
        self._mirrored = mirrored

    def plate(self, tone: str, *, with_bar: bool, inset_px: int = 0, corner_px: int = 8) -> None:
        """Show that the row is chosen or under the mouse; the bar says the first."""
        height, inset = self._where.height(), px(inset_px)
        where = QRectF(0, inset, self._where.width(), height - 2 * inset)
        paint.plate(self._painter, self._at(where), px(corner_px), color(tone))
        if with_bar:
            bar = QRectF(0, px(12) + inset, px(3), height - px(24) - 2 * inset)
            paint.plate(self._painter, self._at(bar), px(2), color("accent"))

    def _glyph(self, name: str, left_px: int, side_px: int, ink: str) -> None:
        """Draw an icon in the middle of the height."""
        side = px(side_px)
        box = self._at(QRectF(px(left_px), (self._where.height() - side) / 2, side, side))
        self._painter.drawPixmap(box.topLeft().toPoint(), icons.pixmap(name, color(ink), side))

    def _text(
        self, words: str, where: QRectF, role: str, ink: str, *, to_end: bool = False
    ) -> None:
        used = font(role)
        self._painter.setFont(used)
        self._painter.setPen(color(ink))
        shown = QFontMetricsF(used).elidedText(words, Qt.TextElideMode.ElideRight, where.width())
        right = to_end != self._mirrored
        across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        if paint.reads_left_to_right(shown):
            flags |= Qt.TextFlag.TextForceLeftToRight
        self._painter.drawText(self._at(where), int(flags | Qt.AlignmentFlag.AlignAbsolute), shown)

    def _at(self, where: QRectF) -> QRectF:
        """Return a place on the painter."""
        left = self._where.width() - where.right() if self._mirrored else where.x()
        return where.translated(self._where.left() + left - where.x(), self._where.top())
