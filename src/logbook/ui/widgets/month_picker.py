"""A month to pick a day from, by mouse or keys; a day that is still to come is not on offer."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.style import color, font, look, px, spaced
from logbook.ui.tongue import first_weekday
from logbook.ui.widgets import paint
from logbook.ui.widgets.button import IconButton, Size
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text
from logbook.ui.words import locale, long_day, month_and_year

_WEEK, _ROWS = 7, 6
_CELL_PX, _HEAD_PX = 34, 24
_SHORT = QLocale.FormatType.NarrowFormat
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
}


class MonthPicker(Surface):
    """`picked` brings the day; Esc asks to be `closed`."""

    picked = Signal(object)  # date
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("group", parent)
        self.days = _Days()
        self.days.picked.connect(self.picked)
        self.days.closed.connect(self.closed)
        self.days.moved.connect(self._say)
        self._month = Text("", "label")
        self._month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before = IconButton(
            "caret-left", translate("Month", "Month before"), key="PgUp", size=Size.SMALL
        )
        self.after = IconButton(
            "caret-right", translate("Month", "Next month"), key="PgDn", size=Size.SMALL
        )
        self.before.clicked.connect(self.days.month_before)
        self.after.clicked.connect(self.days.month_after)
        head = QHBoxLayout()
        spaced(head, gap=4)
        head.addWidget(self.before)
        head.addWidget(self._month, 1)
        head.addWidget(self.after)
        column = QVBoxLayout(self)
        spaced(column, margins=(8, 6, 8, 8), gap=2)
        column.addLayout(head)
        column.addWidget(self.days)
        self.setFocusProxy(self.days)
        self._say()

    def show_day(self, day: date, last: date) -> None:
        """Mark a day; `last` is the last one on offer."""
        self.days.show_day(day, last)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _say(self) -> None:
        self._month.setText(month_and_year(self.days.day))
        self.after.setEnabled(self.days.has_month_after)


class _Days(QWidget):
    """Six weeks, the first of which holds the first of the month."""

    picked = Signal(object)
    closed = Signal()
    moved = Signal()
    spoken_as = "Grouping"

    def __init__(self) -> None:
        super().__init__()
        self.day = date(2000, 1, 1)
        self._last = date.max
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Month", "Day"))
        self._under: date | None = None
        look().changed.connect(self.updateGeometry)

    @property
    def has_month_after(self) -> bool:
        """Whether the next month has days on offer."""
        return (self.day.year, self.day.month) < (self._last.year, self._last.month)

    def show_day(self, day: date, last: date) -> None:
        """Mark a day."""
        self._last = last
        self._go(day)

    def month_before(self) -> None:
        """Show the month before."""
        self._go(self.day.replace(day=1) - timedelta(days=1))

    def month_after(self) -> None:
        """Show the next month."""
        self._go(self.day.replace(day=28) + timedelta(days=7))

    def sizeHint(self) -> QSize:
        return QSize(px(_CELL_PX) * _WEEK, px(_HEAD_PX) + self._cell_px() * _ROWS)

    def minimumSizeHint(self) -> QSize:
        return QSize(26 * _WEEK, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        painter.setFont(font("caption"))
        painter.setPen(color("text-3"))
        centre = int(Qt.AlignmentFlag.AlignCenter)
        wide = self.width() / _WEEK
        for at in range(_WEEK):
            name = locale().dayName((first_weekday() + at) % _WEEK + 1, _SHORT)
            box = paint.mirrored(self, QRectF(at * wide, 0, wide, px(_HEAD_PX)))
            painter.drawText(box, centre, name)
        painter.setFont(font("label"))
        for at in range(_WEEK * _ROWS):
            day = self._start() + timedelta(days=at)
            cell = self._cell(at)
            if day.month != self.day.month:
                continue
            ink = "text" if day <= self._last else "text-disabled"
            if day == self.day:
                paint.plate(painter, cell, px(8), color("accent"))
                ink = "on-accent"
                if self.hasFocus():
                    ring = cell.adjusted(-2, -2, 2, 2)
                    paint.plate(painter, ring, px(10), None, color("focus"), 2)
            elif day == self._under and day <= self._last:
                paint.plate(painter, cell, px(8), color("hover"))
            painter.setPen(color(ink))
            painter.drawText(cell, centre, locale().toString(day.day))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._under = self._day_at(event.position().toPoint())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._under = None
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position().toPoint())
        if day is not None and day <= self._last:
            self._go(day)
            self.picked.emit(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = _STEPS.get(key, 0)
        if step and self.layoutDirection() == Qt.LayoutDirection.RightToLeft and abs(step) == 1:
            step = -step
        if step:
            self._go(self.day + timedelta(days=step))
        elif key == Qt.Key.Key_PageUp:
            self.month_before()
        elif key == Qt.Key.Key_PageDown and self.has_month_after:
            self.month_after()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.picked.emit(self.day)
        else:
            super().keyPressEvent(event)

    def _go(self, day: date) -> None:
        self.day = min(max(day, date(1900, 1, 1)), self._last)
        self.setAccessibleDescription(long_day(self.day))
        self.update()
        self.moved.emit()

    def _start(self) -> date:
        first = self.day.replace(day=1)
        return first - timedelta(days=(first.weekday() - first_weekday()) % _WEEK)

    def _cell_px(self) -> int:
        return max(px(_CELL_PX) - 2, look().line_px("label") + px(6))

    def _cell(self, at: int) -> QRectF:
        wide, tall = self.width() / _WEEK, self._cell_px()
        box = QRectF(at % _WEEK * wide, px(_HEAD_PX) + at // _WEEK * tall, wide, tall)
        return paint.mirrored(self, box.adjusted(3, 2, -3, -2))

    def _day_at(self, where: QPoint) -> date | None:
        for at in range(_WEEK * _ROWS):
            if self._cell(at).contains(where):
                day = self._start() + timedelta(days=at)
                return day if day.month == self.day.month else None
        return None
