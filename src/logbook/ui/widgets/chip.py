"""Chips: a fact, a choice, a filter or a state in one small pill; and the row that wraps them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QLayoutItem, QSizePolicy, QWidget

from logbook.i18n import translate
from logbook.ui.style import color, look, px, set_role
from logbook.ui.tips import plain_tip
from logbook.ui.widgets import paint
from logbook.ui.widgets.tone import Tone as Tone

_FILLS = {
    Tone.NEUTRAL: ("hover", "text-2"),
    Tone.ACCENT: ("accent-soft", "on-accent-soft"),
    Tone.INFO: ("info-soft", "on-info-soft"),
    Tone.SUCCESS: ("success-soft", "on-success-soft"),
    Tone.WARNING: ("warning-soft", "on-warning-soft"),
    Tone.DANGER: ("danger-soft", "on-danger-soft"),
}
_PAD_PX = 10
_GAP_PX = 6
_ICON_PX = 14
_REMOVE_PX = 24
_NARROWEST_PX = 120


class Chip(QAbstractButton):
    """A pill of 26 px. By its making it is a fact, a choice (checkable) or removable.

    `removed` comes when the person presses the cross, Delete or Backspace on a removable chip.
    """

    removed = Signal()

    @property
    def spoken_as(self) -> str:
        """A fact is read; a choice, and what can be taken out, are buttons."""
        return "" if self.isCheckable() or self._removable else "StaticText"

    def __init__(
        self,
        text: str,
        *,
        icon: str = "",
        tone: Tone = Tone.NEUTRAL,
        checkable: bool = False,
        removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self._icon = icon
        self._tone = tone
        self._removable = removable
        self._under_mouse = False
        self.setCheckable(checkable)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if checkable or removable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if removable:
            self.setAccessibleDescription(translate("Chip", "Press Delete to take it out"))
        set_role(self, "chip")
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        wide = 2 * px(_PAD_PX) + int(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + 1
        if self._shown_icon():
            wide += px(_ICON_PX) + px(_GAP_PX)
        if self._removable:
            wide += px(_REMOVE_PX) - px(_PAD_PX) + px(2)
        return QSize(wide, max(px(26), look().line_px("chip") + px(6)))

    def minimumSizeHint(self) -> QSize:
        size = self.sizeHint()  # a long name is shortened rather than make its pane wider
        return QSize(min(size.width(), px(_NARROWEST_PX)), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        fill, ink = _FILLS[self._tone]
        edge, edge_px = None, 1.0
        if self.isCheckable():
            fill, ink = (
                ("accent-soft", "on-accent-soft") if self.isChecked() else ("surface", "text-2")
            )
            if self._under_mouse and not self.isChecked():
                fill = "hover"
            edge, edge_px = ("accent", 1.5) if self.isChecked() else ("line-strong", 1.0)
        if not self.isEnabled():
            ink = "text-disabled"
        edge_colour = color(edge) if edge else None
        paint.plate(painter, self.rect(), self.height() / 2, color(fill), edge_colour, edge_px)
        left, middle = px(_PAD_PX), self.height() / 2
        if name := self._shown_icon():
            side = px(_ICON_PX)
            box = paint.mirrored(self, QRectF(left, 0, side, side))
            paint.glyph(painter, name, box.x(), middle, side, color(ink))
            left += side + px(_GAP_PX)
        right = px(_REMOVE_PX) if self._removable else px(_PAD_PX)
        words = paint.mirrored(
            self, QRectF(left, 0, self.width() - left - right + 1, self.height())
        )
        painter.setFont(self.font())
        painter.setPen(color(ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(words.width()) + 1
        )
        if shown != self.text() and not self.toolTip():
            self.setToolTip(plain_tip(self.text()))
        painter.drawText(words, int(flags), shown)
        if self._removable:
            side = px(11)
            cross = paint.mirrored(self, QRectF(self._cross()).adjusted(px(6), 0, 0, 0))
            paint.glyph(painter, "x", cross.x(), middle, side, color(ink))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._removable and self._cross().contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_mouse = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = False
        super().leaveEvent(event)

    def _shown_icon(self) -> str:
        return "check-bold" if self.isCheckable() and self.isChecked() else self._icon

    def _cross(self) -> QRect:
        side = max(px(_REMOVE_PX), 24)
        left = (
            0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - side
        )
        return QRect(left, 0, side, self.height())


class Flow(QLayout):
    """Puts its parts side by side and breaks the row where it is full.

    `centred`: lower parts of a row stand in its middle instead of at its top. `trailing`: rows
    end where the layout ends, as the buttons of a question do.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = 6,
        centred: bool = False,
        trailing: bool = False,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._centred = centred
        self._trailing = trailing
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert(self, at: int, widget: QWidget) -> None:
        """Add a widget before the part at `at`."""
        self.addWidget(widget)
        self._items.insert(at, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        around = self.contentsMargins()
        inside = max(width - around.left() - around.right(), 1)
        height = self._arrange(QRect(0, 0, inside, 0), move=False)
        return height + around.top() + around.bottom()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() for size in shown) + px(self._gap) * max(len(shown) - 1, 0)
        return self._with_margins(wide, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        wide = max((size.width() for size in shown), default=0)
        return self._with_margins(wide, max((size.height() for size in shown), default=0))

    def _with_margins(self, width: int, height: int) -> QSize:
        around = self.contentsMargins()
        return QSize(
            width + around.left() + around.right(), height + around.top() + around.bottom()
        )

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        gap = px(self._gap)
        left, top, row = 0, 0, 0
        placed: list[tuple[QLayoutItem, int, QSize]] = []  # of this row
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), 1), 16_777_215))
            if item.hasHeightForWidth():
                size.setHeight(max(size.height(), item.heightForWidth(size.width())))
            if left and left + size.width() > rect.width():
                self._place(rect, placed if move else [], top, row)
                placed = []
                left, top, row = 0, top + row + gap, 0
            placed.append((item, left, size))
            left += size.width() + gap
            row = max(row, size.height())
        self._place(rect, placed if move else [], top, row)
        return top + row

    def _place(
        self, rect: QRect, placed: list[tuple[QLayoutItem, int, QSize]], top: int, row: int
    ) -> None:
        free = rect.width() - max((left + size.width() for _, left, size in placed), default=0)
        before = max(free, 0) if self._trailing else 0
        for item, left, size in placed:
            lower = (row - size.height()) // 2 if self._centred else 0
            item.setGeometry(self._placed(rect, QPoint(before + left, top + lower), size))

    def _placed(self, rect: QRect, at: QPoint, size: QSize) -> QRect:
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QRect(QPoint(rect.right() + 1 - at.x() - size.width(), rect.y() + at.y()), size)
        return QRect(rect.topLeft() + at, size)


class ChipFlow(QWidget):
    """Chips that wrap."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = 6,
        centred: bool = False,
        trailing: bool = False,
    ) -> None:
        super().__init__(parent)
        self.flow = Flow(self, gap=gap, centred=centred, trailing=trailing)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add a chip, or anything else, at the end."""
        self.flow.addWidget(widget)

    def clear(self) -> None:
        """Take all chips out."""
        while (item := self.flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
