"""The head of the rail: whose book is open, always in sight; pressed, it leads to the others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from logbook.i18n import translate
from logbook.ui.style import color, font, look, px, set_role
from logbook.ui.tips import plain_tip
from logbook.ui.widgets import paint
from logbook.ui.widgets.book_tile import TileLook, draw_tile
from logbook.ui.widgets.pressable import Pressable

_TILE_PX = 28


class BookButton(Pressable):
    """Tile, name and where the book is; the tile alone in the compact rail."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tile = TileLook()
        self._compact = False
        self._under_mouse = False
        self._where = translate("Rail", "On this computer")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self, "strong")

    def show_book(self, name: str, tile: TileLook) -> None:
        """Show a name and a tile."""
        self.setText(name)
        self._tile = tile
        self.setAccessibleName(translate("Rail", "Book: {name}", name=name))
        self.setAccessibleDescription(translate("Rail", "Name it, or change to another book"))
        self._show_tip()
        self.update()

    def set_compact(self, *, compact: bool) -> None:
        """Show the tile alone, with the name as tooltip."""
        self._compact = compact
        self._show_tip()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        high = px(6) + look().line_px("strong") + look().line_px("caption")
        return QSize(px(47) if self._compact else px(180), max(px(44), high))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(47), self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_mouse = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = False
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        if self._under_mouse:
            paint.plate(painter, self.rect(), px(8), color("line"))
        side, middle = px(_TILE_PX), self.height() / 2
        left = (self.width() - side) / 2 if self._compact else px(8)
        box = paint.mirrored(self, QRectF(left, middle - side / 2, side, side))
        draw_tile(painter, box, self._tile)
        if self._compact:
            return
        first, second = look().line_px("strong"), look().line_px("caption")
        top = (self.height() - first - second) / 2
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        painter.setFont(self.font())
        painter.setPen(color("text"))
        words = self._words_box(top, first)
        painter.drawText(words, flags, self._elided(self.text(), words))
        painter.setFont(font("caption"))
        painter.setPen(color("text-2"))
        below = self._words_box(top + first, second)
        painter.drawText(below, flags, self._elided(self._where, below, role="caption"))
        caret = px(14)
        end = paint.mirrored(self, QRectF(self.width() - px(6) - caret, 0, caret, caret))
        paint.glyph(painter, "caret-down", end.x(), middle, caret, color("text-2"))

    def _words_box(self, top: float, height: int) -> QRectF:
        wide = self.width() - px(46) - px(26)
        return paint.mirrored(self, QRectF(px(46), top, wide, height))

    def _elided(self, words: str, box: QRectF, role: str = "") -> str:
        metrics = QFontMetricsF(font(role) if role else self.font())
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())

    def _show_tip(self) -> None:
        wide = self.fontMetrics().horizontalAdvance(self.text())
        cut = self._compact or wide > self.width() - px(72)
        self.setToolTip(plain_tip(self.text()) if cut else "")
