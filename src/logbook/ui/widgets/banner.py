"""A banner: a state that lasts, above what it is about; one bold sentence and what helps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook.ui.style import color, px, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.button import Button, IconButton, Size, Variant
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.tone import Tone

_LOOKS = {
    Tone.NEUTRAL: ("sunken", "text", "text-2", "info"),
    Tone.ACCENT: ("accent-soft", "on-accent-soft", "text-2", "info"),
    Tone.INFO: ("info-soft", "on-info-soft", "text-2", "info"),
    Tone.SUCCESS: ("success-soft", "on-success-soft", "text-2", "check-circle"),
    Tone.WARNING: ("warning-soft", "on-warning-soft", "text-2", "warning"),
    Tone.DANGER: ("danger-soft", "on-danger-soft", "text-2", "warning-circle"),
}


class Banner(QWidget):
    """Says a lasting state; red only for loss of data or a mismatch."""

    spoken_as = "AlertMessage"

    def __init__(
        self,
        title: str = "",
        line: str = "",
        tone: Tone = Tone.INFO,
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._icon = icon
        self._cross: IconButton | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        _, ink, ink_2, _ = _LOOKS[tone]
        self.title = Text(title, "strong", ink, wrap=True)
        self.line = Text(line, "small", ink_2, wrap=True)
        self._buttons = QHBoxLayout()
        spaced(self._buttons, margins=(0, 6, 0, 2), gap=10)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        spaced(column, margins=(46, 11, 16, 12), gap=2)
        column.addWidget(self.title)
        column.addWidget(self.line)
        self._column = column
        self.say(title, line, tone)

    def say(self, title: str, line: str = "", tone: Tone | None = None) -> None:
        """Say something else."""
        self._tone = tone or self._tone
        _, ink, ink_2, _ = _LOOKS[self._tone]
        self.title.set_colour(ink)
        self.line.set_colour(ink_2)
        self.title.setText(title)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.update()

    def add_button(self, words: str, variant: Variant = Variant.SECONDARY) -> Button:
        """Add one of at most two buttons and return it."""
        button = Button(words, variant, size=Size.SMALL)
        if self._buttons.count() == 1:
            self._column.addLayout(self._buttons)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def add_close(self, name: str) -> Button:
        """Add a small cross in the corner and return it."""
        self._cross = IconButton("x", name, size=Size.SMALL, parent=self)
        spaced(self._column, margins=(46, 11, 52, 12), gap=2)
        self._place_cross()
        return self._cross

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cross()

    def _place_cross(self) -> None:
        if self._cross is not None:
            self._cross.adjustSize()
            left = self.width() - self._cross.width() - px(10)
            box = QRectF(left, px(7), self._cross.width(), self._cross.height())
            self._cross.move(paint.mirrored(self, box).topLeft().toPoint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill, ink, _, icon = _LOOKS[self._tone]
        painter = paint.begin(self)
        edge = color("line") if self._tone is Tone.NEUTRAL else None
        paint.plate(painter, self.rect(), px(10), color(fill), edge)
        side = px(20)
        box = paint.mirrored(self, QRectF(px(14), px(12), side, side))
        paint.glyph(painter, self._icon or icon, box.x(), box.center().y(), side, color(ink))
