"""Tabs: views of one thing side by side; the one that is shown has a line under its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QSizePolicy, QWidget

from logbook.ui.style import color, look, px, set_role
from logbook.ui.widgets import paint
from logbook.ui.widgets.chip import Flow


class Tabs(QWidget):
    """Arrow keys go from one to the next; where there is no room, they break into two rows."""

    chosen = Signal(int)
    spoken_as = "PageTabList"

    def __init__(self, name: str, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        row = Flow(self, gap=4)
        for at, one in enumerate(words):
            tab = _Tab(one)
            self._group.addButton(tab, at)
            row.addWidget(tab)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._toggled)

    def choose(self, at: int) -> None:
        """Show another one."""
        self._group.button(at).setChecked(True)

    def current(self) -> int:
        """Return which one is shown."""
        return self._group.checkedId()

    def buttons(self) -> list[QAbstractButton]:
        """Return the tabs in order."""
        return self._group.buttons()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.begin(self).fillRect(0, self.height() - 1, self.width(), 1, color("line"))

    def _toggled(self, at: int, on: bool) -> None:  # noqa: FBT001 - a slot of Qt's signal
        if on:
            self.chosen.emit(at)


class _Tab(QRadioButton):
    spoken_as = "PageTab"

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._under_mouse = False
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_role(self, "button")
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(int(wide) + px(20), max(px(36), look().line_px("button") + px(10)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_mouse = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = False
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        on = self.isChecked()
        painter.setFont(self.font())
        painter.setPen(color("text" if on or self._under_mouse else "text-2"))
        words = self.rect().adjusted(0, 0, 0, -px(2))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if on:
            high = px(2)
            painter.fillRect(0, self.height() - high, self.width(), high, color("accent"))
