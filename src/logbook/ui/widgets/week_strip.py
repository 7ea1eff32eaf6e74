"""Entries by week as bars: press one, or drag over some, to see those weeks alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from logbook.i18n import translate
from logbook.ui.style import color, font, look, px
from logbook.ui.widgets import paint
from logbook.ui.words import locale, long_day

_BARS_PX = 36
_WIDEST_PX, _PITCH_PX = 26, 36  # of a bar, and from one bar to the next
_GAP_SHARE = 0.3


class WeekStrip(QWidget):
    """Takes entries by day; says which days were chosen, or None for all."""

    chosen = Signal(object)  # (first day, last day) or None
    spoken_as = "Chart"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weeks: list[tuple[date, int]] = []
        self._marked: tuple[int, int] | None = None
        self._from: int | None = None
        self._at = 0
        self._has_room = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(translate("Timeline", "Entries by week"))
        look().changed.connect(self.updateGeometry)

    def set_weeks(self, weeks: Sequence[tuple[date, int]]) -> None:
        """Show weeks, each by its Monday and with how many entries it has."""
        self._weeks = list(weeks)
        self._marked = None
        self._at = max(len(self._weeks) - 1, 0)
        self._describe()
        self._show_or_hide()
        self.update()

    def give_room(self, *, shown: bool) -> None:
        """Let it be seen, or give its place to the list where the text is large."""
        self._has_room = shown
        self._show_or_hide()

    def mark(self, first: date | None, last: date | None) -> None:
        """Show which weeks the list is cut to, without saying that they were chosen."""
        self._marked = None
        if first is not None and last is not None:
            inside = [
                at
                for at, (week, _) in enumerate(self._weeks)
                if week + timedelta(days=6) >= first and week <= last
            ]
            if inside and len(inside) < len(self._weeks):
                self._marked = (inside[0], inside[-1])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(_BARS_PX) + look().line_px("caption") + px(6))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._weeks:
            return
        painter = paint.begin(self)
        highest = max(count for _, count in self._weeks) or 1
        step = self._step()
        wide = min(step * (1 - _GAP_SHARE), px(_WIDEST_PX))
        for at, (_, count) in enumerate(self._weeks):
            tall = max(px(3), px(_BARS_PX) * count / highest) if count else px(1)
            bar = QRectF(at * step, px(_BARS_PX) - tall, wide, tall)
            inside = self._marked is None or self._marked[0] <= at <= self._marked[1]
            tone = "seq-4" if self._marked is not None and inside else "seq-3" if inside else "line"
            paint.plate(painter, paint.mirrored(self, bar), px(2), color(tone))
        self._months(painter, step)
        if self.hasFocus():
            here = QRectF(self._at * step, 0, wide, px(_BARS_PX)).adjusted(-2, -1, 2, 2)
            paint.plate(painter, paint.mirrored(self, here), px(3), None, color("focus"), 2)

    def _months(self, painter: QPainter, step: float) -> None:
        painter.setFont(font("caption"))
        painter.setPen(color("text-3"))
        metrics = QFontMetricsF(font("caption"))
        free = 0.0
        for at, (week, _) in enumerate(self._weeks):
            if at and week.day > 7:  # noqa: PLR2004 - the first week of a month
                continue
            name = locale().monthName(week.month, locale().FormatType.ShortFormat)
            wide = metrics.horizontalAdvance(name)
            left = at * step
            if left < free or left + wide > self.width():
                continue
            box = QRectF(left, px(_BARS_PX) + px(4), wide + 2, look().line_px("caption"))
            painter.drawText(paint.mirrored(self, box), int(Qt.AlignmentFlag.AlignCenter), name)
            free = left + wide + px(8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = self._week_at(event.position().toPoint())
        if self._from is not None:
            self._at = self._from
            self._marked = (self._from, self._from)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = self._week_at(event.position().toPoint())
        if self._from is not None and here is not None:
            self._marked = (min(self._from, here), max(self._from, here))
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._from is not None and self._marked is not None:
            self._from = None
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._weeks:
            self._at = min(max(self._at + step, 0), len(self._weeks) - 1)
            self._describe()
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._weeks:
            self._marked = (self._at, self._at)
            self._choose()
        elif event.key() == Qt.Key.Key_Escape and self._marked is not None:
            self._marked = None
            self.update()
            self.chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._week_at(event.pos())
            if at is not None:
                QToolTip.showText(event.globalPos(), self._say(at), self)
            return True
        return super().event(event)

    def _show_or_hide(self) -> None:
        self.setVisible(self._has_room and len(self._weeks) > 1)

    def _choose(self) -> None:
        if self._marked is None:
            return
        first, last = self._marked
        self.update()
        self.chosen.emit((self._weeks[first][0], self._weeks[last][0] + timedelta(days=6)))

    def _describe(self) -> None:
        if self._weeks:
            self.setAccessibleDescription(self._say(self._at))

    def _say(self, at: int) -> str:
        week, count = self._weeks[at]
        return translate(
            "Timeline", "Week of {day}: {count}", day=long_day(week), count=locale().toString(count)
        )

    def _week_at(self, where: QPoint) -> int | None:
        if not self._weeks:
            return None
        across = where.x()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            across = self.width() - across
        return min(max(int(across / self._step()), 0), len(self._weeks) - 1)

    def _step(self) -> float:
        return min(self.width() / max(len(self._weeks), 1), px(_PITCH_PX))
