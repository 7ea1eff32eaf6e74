"""The program's own mark, and the colours that a book may give it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from logbook.ui import icons
from logbook.ui.plain_look import disguise
from logbook.ui.style import color, look, px
from logbook.ui.widgets import paint

COLOURS = 6


def colour_token(colour: int) -> str:
    """Return the token of a book's colour, 1 to 6; 0 is the program's own."""
    return f"cat-{colour}" if 1 <= colour <= COLOURS else "accent"


class AppIcon(QWidget):
    """The program's icon in one of its sizes; for eyes only."""

    def __init__(self, size_px: int, colour: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._size_px = size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)
        disguise().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(px(self._size_px), px(self._size_px))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawn = icons.app_pixmap(
            color(self._colour), color("on-accent"), px(self._size_px), disguise().icon
        )
        paint.begin(self).drawPixmap(0, 0, drawn)
