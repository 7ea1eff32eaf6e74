"""The steps of a wizard: which are done, which one is now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from logbook.i18n import translate
from logbook.ui.style import color, look, px, set_role
from logbook.ui.widgets import paint

_DISC_PX = 24
_GAP_PX = 8
_BAR_PX, _SHORT_BAR_PX = 36, 12
_AROUND_PX = 12


class Steps(QWidget):
    """Numbered discs with names, joined by lines; says "Step 2 of 3: Passphrase" to readers."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        set_role(self, "label")
        look().changed.connect(self.updateGeometry)
        self.go_to(0)

    def go_to(self, at: int) -> None:
        """Show step `at`, counted from 0, as the one that is now; all before it are done."""
        self._at = at
        now, total = min(at, len(self._names) - 1), len(self._names)
        self.setAccessibleName(
            translate(
                "Steps",
                "Step {n} of {total}: {name}",
                n=now + 1,
                total=total,
                name=self._names[now],
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return self._size([self._width(name) for name in self._names], _BAR_PX)

    def minimumSizeHint(self) -> QSize:
        """Where room is short, only the step that is now has its name."""
        longest = max(self._width(name) for name in self._names)
        return self._size([longest] + [0] * (len(self._names) - 1), _SHORT_BAR_PX)

    def _size(self, words: Sequence[int], bar: int) -> QSize:
        wide = sum(px(_DISC_PX + _GAP_PX) + each for each in words)
        wide += (len(words) - 1) * px(2 * _AROUND_PX + bar)
        return QSize(wide, max(px(_DISC_PX), look().line_px("label")) + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        painter.setFont(self.font())
        side, middle, left = px(_DISC_PX), self.height() / 2, 0
        short = self.width() < self.sizeHint().width()
        bar_px = px(_SHORT_BAR_PX if short else _BAR_PX)
        centre = int(Qt.AlignmentFlag.AlignCenter)
        for at, name in enumerate(self._names):
            disc = paint.mirrored(self, QRectF(left, middle - side / 2, side, side))
            if at > self._at:
                paint.plate(painter, disc, side / 2, color("surface"), color("field-line"), 1.5)
                self._draw_number(painter, disc, at + 1, "text-2")
            elif at == self._at:
                paint.plate(painter, disc, side / 2, color("accent"))
                self._draw_number(painter, disc, at + 1, "on-accent")
            else:
                paint.plate(painter, disc, side / 2, color("accent"))
                mark = px(13)
                place = disc.center().x() - mark / 2
                paint.glyph(painter, "check-bold", place, middle, mark, color("on-accent"))
            left += side + px(_GAP_PX)
            if not short or at == min(self._at, len(self._names) - 1):
                words = paint.mirrored(self, QRectF(left, 0, self._width(name), self.height()))
                painter.setPen(color("text" if at == self._at else "text-2"))
                painter.drawText(words, centre, name)
                left += self._width(name)
            left += px(_AROUND_PX)
            if at + 1 < len(self._names):
                bar = paint.mirrored(self, QRectF(left, middle - 0.5, bar_px, 1))
                painter.fillRect(bar, color("line-strong"))
                left += bar_px + px(_AROUND_PX)

    def _draw_number(self, painter: QPainter, disc: QRectF, number: int, ink: str) -> None:
        painter.setFont(look().font("overline"))
        painter.setPen(color(ink))
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(number))
        painter.setFont(self.font())

    def _width(self, name: str) -> int:
        return int(QFontMetricsF(self.font()).horizontalAdvance(name)) + 1
