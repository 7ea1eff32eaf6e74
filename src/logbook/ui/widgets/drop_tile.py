"""The empty place behind the files of an entry: press it to choose more, or drop them there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from logbook.i18n import translate
from logbook.ui.style import color, font, look, px, sized
from logbook.ui.widgets import paint
from logbook.ui.widgets.drop_zone import draw_dashed
from logbook.ui.widgets.thumbnail import HEIGHT_PX, WIDTH_PX


class DropTile(QAbstractButton):
    """As large as the picture of a file. The pane around it takes what is dropped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self.setAccessibleName(translate("Timeline", "Add evidence"))
        self.setToolTip(translate("Timeline", "Drop files here, or press to choose some"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        sized(self, width=WIDTH_PX, height=HEIGHT_PX)

    def hold(self, *, over: bool) -> None:
        """Say that letting go brings files in."""
        self._over = over
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH_PX), px(HEIGHT_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        lit = self._over or self.underMouse()
        fill = color("accent-soft" if self._over else "hover") if lit else None
        edge = "accent" if self._over else "field-line"
        draw_dashed(painter, QRectF(self.rect()), edge, fill if self._over else None)
        if fill is not None and not self._over:
            inner = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            paint.plate(painter, inner, px(8), fill)
        ink = color("on-accent-soft" if self._over else "text-2")
        side = px(16)
        line = look().line_px("small")
        top = (self.height() - side - px(6) - line) / 2
        paint.glyph(painter, "plus", (self.width() - side) / 2, top + side / 2, side, ink)
        painter.setFont(font("small"))
        painter.setPen(ink)
        box = QRectF(px(4), top + side + px(6), self.width() - px(8), line)
        words = translate("Timeline", "Drop here")
        shown = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
