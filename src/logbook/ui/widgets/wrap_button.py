"""A button whose words may take several lines, for narrow panes and large text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from logbook.ui.style import color, look, px, set_role
from logbook.ui.widgets import paint

_NATURAL_PX = 300
_NARROWEST_PX = 90
_ICON_PX, _GAP_PX = 16, 9
_PAD_PX = 11


class WrapButton(QAbstractButton):
    """With an edge it is an answer to press, without one it opens what stands below it."""

    def __init__(
        self, text: str, *, icon: str = "", framed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self._icon = icon
        self._framed = framed
        self._under_mouse = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_role(self, "label")
        look().changed.connect(self.updateGeometry)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        words = int(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + 2
        wide = min(words + self._before() + self._pad(), px(_NATURAL_PX))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_NARROWEST_PX), max(px(30), paint.target_px()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, self._room(width), 100_000)
        words = QFontMetricsF(self.font()).boundingRect(
            room, int(Qt.TextFlag.TextWordWrap), self.text()
        )
        return max(int(words.height()) + px(12), px(30), paint.target_px())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        if self._framed:
            fill = color("hover" if self._under_mouse else "surface")
            paint.plate(painter, self.rect(), px(8), fill, color("line-strong"))
        if self._icon:
            side = px(_ICON_PX)
            box = paint.mirrored(self, QRectF(0, 0, side, side))
            paint.glyph(painter, self._icon, box.x(), self.height() / 2, side, color("text-2"))
        words = QRectF(self._before(), 0, self._room(self.width()), self.height())
        painter.setFont(self.font())
        painter.setPen(color("text"))
        flags = (
            Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        )
        painter.drawText(paint.mirrored(self, words), int(flags), self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_mouse = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = False
        super().leaveEvent(event)

    def _before(self) -> int:
        return px(_ICON_PX + _GAP_PX) if self._icon else self._pad()

    def _pad(self) -> int:
        return px(_PAD_PX) if self._framed else 0

    def _room(self, width: int) -> int:
        return max(width - self._before() - self._pad(), 1)
