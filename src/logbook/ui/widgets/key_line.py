"""A line of the keyboard map: what keys do, and the keys at its end."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent

from logbook.i18n import translate
from logbook.ui.style import color, px
from logbook.ui.widgets import paint
from logbook.ui.widgets.key_cap import cap_size, draw_cap, keys_in_words
from logbook.ui.widgets.text import Text

_AROUND_PX, _GAP_PX = 9, 16  # above and below the words; between them and the keys


class KeyLine(Text):
    """One widget and not four: a page has fifty of them, and each widget costs its layout."""

    def __init__(self, does: str, keys: str, *, line_above: bool) -> None:
        self._keys = keys_in_words(keys)
        self._line_above = line_above
        self._cap: QSize | None = None  # measured once: a layout asks a dozen times
        self._tall: dict[int, int] = {}
        super().__init__(does, "body", wrap=True)
        self.setAccessibleName(translate("Keys", "{does}: {keys}", does=does, keys=self._keys))

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        wide = int(words) + 1 + self._beside_px()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width() + self._beside_px(), least.height() + 2 * px(_AROUND_PX))

    def heightForWidth(self, width: int) -> int:
        self._forget_old()
        tall = self._tall.get(width)
        if tall is None:
            words = super().heightForWidth(max(width - self._beside_px(), 1))
            tall = max(words, self._cap_size().height()) + 2 * px(_AROUND_PX)
            self._tall[width] = tall
        return tall

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._line_above:
            painter.fillRect(0, 0, self.width(), 1, color("line"))
        wide = self.width() - self._beside_px()
        tall = super().heightForWidth(wide)
        words = paint.mirrored(self, QRectF(0, (self.height() - tall) / 2, wide, tall))
        painter.save()
        painter.setFont(self.font())
        painter.setPen(color("text"))
        painter.translate(words.left(), round(words.top()))
        self._lay_out(wide, painter)
        painter.restore()
        cap = self._cap_size()
        left, top = self.width() - cap.width(), (self.height() - cap.height()) // 2
        where = paint.mirrored(self, QRectF(left, top, cap.width(), cap.height()))
        draw_cap(painter, where, self._keys)

    def _beside_px(self) -> int:
        return self._cap_size().width() + px(_GAP_PX)

    def _cap_size(self) -> QSize:
        self._forget_old()
        if self._cap is None:
            self._cap = cap_size(self._keys)
        return self._cap

    def _forget(self) -> None:
        self._cap = None
        self._tall.clear()
        super()._forget()
