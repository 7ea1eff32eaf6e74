"""Buttons for the dark stage, and the rounded bar that they stand in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from logbook.ui.style import color, look, px, set_role, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.key_cap import keys_in_words
from logbook.ui.widgets.text import text_width

_SIDE_PX = 34
_ICON_PX = 17
_ELIDED_PX = 96


class StageButton(QPushButton):
    """An icon, or words, in the colours of the stage; `name` is what a screen reader says."""

    def __init__(self, icon: str, name: str, *, key: str = "", checkable: bool = False) -> None:
        super().__init__()
        self._icon = icon
        self._under_mouse = False
        self.setCheckable(checkable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        set_role(self, "label")
        self.set_name(name, key)
        look().changed.connect(self.updateGeometry)

    def set_name(self, name: str, key: str = "") -> None:
        """Change what it is called; `key` is shown beside the name."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({keys_in_words(key)})" if key else name)
        self.setAccessibleDescription(keys_in_words(key))

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        side = max(px(_SIDE_PX), paint.target_px())
        if not self.text():
            return QSize(side, side)
        return QSize(text_width(self.text(), "label") + px(20), side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_mouse = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = False
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        ink = color("on-stage" if self.isEnabled() else "field-line")
        if self.isEnabled() and (self._under_mouse or self.isChecked() or self.isDown()):
            fill = paint.faint("on-stage", 0.2 if self.isChecked() or self.isDown() else 0.1)
            paint.plate(painter, self.rect(), px(8), fill)
        if self.isChecked():
            paint.plate(painter, self.rect(), px(8), None, color("on-stage-2"))
        if self._icon and not self.text():
            side = px(_ICON_PX)
            left = (self.width() - side) / 2
            paint.glyph(painter, self._icon, left, self.height() / 2, side, ink)
        else:
            painter.setFont(self.font())
            painter.setPen(ink)
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.hasFocus() and self.property("own_ring"):
            paint.plate(painter, self.rect(), px(8), None, color("on-stage"), 2.0)


class StageWords(QLabel):
    """Words in a bar on the stage, with room for the longest that they will be."""

    def __init__(self, name: str = "", role: str = "strong", widest: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if name:
            self.setAccessibleName(name)
        self._role = role
        self._widest = widest
        set_role(self, role)

    def sizeHint(self) -> QSize:
        wide = max(text_width(self.text(), self._role), text_width(self._widest, self._role))
        return QSize(wide + 2, look().line_px(self._role))

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), px(_ELIDED_PX)), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        painter.setFont(self.font())
        painter.setPen(color("on-stage"))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.drawText(self.rect(), int(self.alignment()), shown)


class StageBar(QFrame):
    """A rounded bar on the stage; its parts break into rows where there is no room for one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        spaced(self.row, margins=(10, 3, 10, 3), gap=5)

    def add(self, *parts: QWidget) -> None:
        """Add parts at the end."""
        for part in parts:
            self.row.addWidget(part)

    def add_line(self) -> QWidget:
        """Part the groups."""
        line = _Upright()
        self.row.addWidget(line)
        return line

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        fill, edge = paint.faint("on-stage", 0.12), paint.faint("on-stage", 0.14)
        paint.plate(painter, QRectF(self.rect()), px(10), fill, edge)


class _Upright(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(px(11), px(20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = paint.faint("on-stage", 0.25)
        high = px(20)
        paint.begin(self).fillRect(self.width() // 2, (self.height() - high) // 2, 1, high, line)
