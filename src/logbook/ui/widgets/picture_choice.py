"""A few pictures side by side, of which one is chosen; arrow keys go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from logbook.ui.style import color, look, px, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.pressable import Pressable

_SIDE_PX = 42


class PictureTile(Pressable):
    """One picture, or one colour, with a name for tooltips and screen readers."""

    spoken_as = "RadioButton"

    def __init__(self, name: str, icon: str = "", colour: str = "") -> None:
        super().__init__()
        self._icon = icon
        self._colour = colour
        self._under_mouse = False
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(px(_SIDE_PX), px(_SIDE_PX))

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
        on = self.isChecked()
        fill = color("accent-soft" if on else "hover" if self._under_mouse else "surface")
        edge = color("accent" if on else "line-strong")
        paint.plate(painter, self.rect(), px(10), fill, edge, 2.0 if on else 1.0)
        middle = self.height() / 2
        if self._colour:
            inset = px(10)
            inside = self.rect().adjusted(inset, inset, -inset, -inset)
            paint.plate(painter, inside, px(5), color(self._colour))
            if on:
                mark = px(14)
                ink = QColor(color("surface"))
                paint.glyph(painter, "check-bold", (self.width() - mark) / 2, middle, mark, ink)
            return
        side = px(20)
        ink = color("on-accent-soft" if on else "text-2")
        paint.glyph(painter, self._icon, (self.width() - side) / 2, middle, side, ink)


class PictureChoice(QWidget):
    """The tiles; `chosen` brings the value of the one that was pressed."""

    chosen = Signal(object)
    spoken_as = "Grouping"

    def __init__(self, name: str, choices: Sequence[tuple[object, PictureTile]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._values = list(choices)
        row = QHBoxLayout(self)
        spaced(row, gap=8)
        for _, tile in choices:
            self._group.addButton(tile)
            row.addWidget(tile)
        row.addStretch(1)
        self._group.buttonToggled.connect(self._toggled)

    def value(self) -> object:
        """Return the value that is chosen, None before one is."""
        return next((value for value, tile in self._values if tile.isChecked()), None)

    def choose(self, value: object) -> None:
        """Choose another value; an unknown one leaves all as it is."""
        for held, tile in self._values:
            if held == value:
                tile.setChecked(True)

    def _toggled(self, _tile: object, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on:
            self.chosen.emit(self.value())
