"""Where a sound or video is: its wave form, the part that was played, time marks; a slider."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from logbook.ui.style import color, font, look, px
from logbook.ui.tokens import tokens
from logbook.ui.widgets import paint
from logbook.ui.widgets.file_words import length_words

_BAR_PX, _GAP_PX = 3, 2
_STEP_S, _PAGE_S = 5, 30
_MARKS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200)
_MARK_ROOM_PX = 72
_HIGH_PX, _LOW_PX = 190, 58
_LEAST = 0.04  # silence is a line, too


class WaveSlider(QSlider):
    """`sought` is where the person wants to be. Its value is in whole seconds, for readers."""

    sought = Signal(float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(name)
        self.setProperty("own_ring", True)
        self._peaks: tuple[float, ...] = ()
        self._length_s = 0.0
        self._at_s = 0.0
        self._low = False
        self.setSingleStep(_STEP_S)
        self.setPageStep(_PAGE_S)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    def show_length(self, length_s: float, *, low: bool) -> None:
        """Show a sound or video of this length; `low` under a video."""
        self._length_s, self._at_s, self._low = length_s, 0.0, low
        self._peaks = ()
        self.setRange(0, max(int(length_s), 1))
        self.setValue(0)
        self.setEnabled(length_s > 0)
        self.updateGeometry()
        self.update()

    def show_peaks(self, peaks: Sequence[float]) -> None:
        """Draw how loud it is along its length."""
        loudest = max(peaks, default=0.0)
        self._peaks = tuple(peak / loudest for peak in peaks) if loudest > 0 else ()
        self.update()

    def show_at(self, at_s: float) -> None:
        """Show where it is."""
        self._at_s = at_s
        held = self.blockSignals(True)  # nobody moved it
        self.setValue(int(at_s))
        self.blockSignals(held)
        self.setAccessibleDescription(length_words(at_s))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(_LOW_PX if self._low else _HIGH_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys: they go on and back in time here."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = 1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -1
        steps = {
            Qt.Key.Key_Left: -_STEP_S * ahead,
            Qt.Key.Key_Right: _STEP_S * ahead,
            Qt.Key.Key_Down: -_STEP_S,
            Qt.Key.Key_Up: _STEP_S,
            Qt.Key.Key_PageDown: -_PAGE_S,
            Qt.Key.Key_PageUp: _PAGE_S,
            Qt.Key.Key_Home: -self._at_s,
            Qt.Key.Key_End: self._length_s - self._at_s,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()  # Space plays
            return
        self._seek(self._at_s + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._seek_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek_to(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)  # time runs with the reading
            painter.scale(-1, 1)
        room = self._room()
        part = self._at_s / self._length_s if self._length_s else 0.0
        self._paint_bars(painter, room, part)
        self._paint_head(painter, room, part)
        painter.resetTransform()
        self._paint_marks(painter, room)
        if self.hasFocus():
            around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            paint.plate(painter, around, px(8), None, color("on-stage"), 2.0)

    def _room(self) -> QRectF:
        marks = look().line_px("caption") + px(6)
        return QRectF(self.rect()).adjusted(px(10), px(6), -px(10), -marks)

    def _paint_bars(self, painter: QPainter, room: QRectF, part: float) -> None:
        played, rest = QColor(tokens().dark["accent"]), paint.faint("on-stage", 0.35)
        painter.setPen(Qt.PenStyle.NoPen)
        if not self._peaks:
            line = QRectF(room.x(), room.center().y() - px(2), room.width(), px(4))
            paint.plate(painter, line, px(2), rest)
            line.setWidth(room.width() * part)
            paint.plate(painter, line, px(2), played)
            return
        bar, step = px(_BAR_PX), px(_BAR_PX) + px(_GAP_PX)
        count = max(int(room.width()) // step, 1)
        for at in range(count):
            first, last = len(self._peaks) * at // count, len(self._peaks) * (at + 1) // count
            loud = max(self._peaks[first : max(last, first + 1)])
            high = max(loud, _LEAST) * room.height()
            box = QRectF(room.x() + at * step, room.center().y() - high / 2, bar, high)
            painter.setBrush(played if at < part * count else rest)
            painter.drawRoundedRect(box, bar / 2, bar / 2)

    def _paint_head(self, painter: QPainter, room: QRectF, part: float) -> None:
        x = room.x() + room.width() * part
        painter.fillRect(QRectF(x - 1, room.y(), 2, room.height()), color("on-stage"))

    def _paint_marks(self, painter: QPainter, room: QRectF) -> None:
        if self._length_s <= 0:
            return
        most = max(room.width() / px(_MARK_ROOM_PX), 1)
        step = next((one for one in _MARKS_S if self._length_s / one <= most), _MARKS_S[-1])
        painter.setFont(font("caption"))
        painter.setPen(color("on-stage-2"))
        high = look().line_px("caption")
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for at_s in range(0, int(self._length_s) + 1, step):
            share = at_s / self._length_s
            x = room.x() + room.width() * (1 - share if turned else share)
            words = length_words(at_s)
            wide = painter.fontMetrics().horizontalAdvance(words) + 2
            left = min(max(x - wide / 2, room.x()), room.right() - wide)
            box = QRectF(left, self.height() - high - px(2), wide, high)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _seek_to(self, event: QMouseEvent) -> None:
        room = self._room()
        share = (event.position().x() - room.x()) / max(room.width(), 1)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            share = 1 - share
        self._seek(min(max(share, 0.0), 1.0) * self._length_s)

    def _seek(self, at_s: float) -> None:
        if self._length_s > 0:
            at_s = min(max(at_s, 0.0), self._length_s)
            self.show_at(at_s)
            self.sought.emit(at_s)
