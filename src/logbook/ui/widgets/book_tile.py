"""The tile of a book: its colour, and its initials or a picture; the same wherever it is open."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from logbook.ui import icons
from logbook.ui.plain_look import disguise
from logbook.ui.style import color, look, px
from logbook.ui.widgets import paint
from logbook.ui.widgets.app_mark import COLOURS as COLOURS
from logbook.ui.widgets.app_mark import colour_token as colour_token

MOST_INITIALS = 2


class TileLook(NamedTuple):
    """What is on a tile; `colour` is 1 to 6, 0 the program's own."""

    colour: int = 0
    initials: str = ""
    icon: str = icons.APP_ICON


def initials_of(name: str) -> str:
    """Return the first letters of the first two words of a name."""
    firsts = (word[0] for word in name.split() if word[0].isalnum())
    return "".join(firsts).upper()[:MOST_INITIALS]


def tile_of(settings_colour: object, name: str, initials: object) -> TileLook:
    """Return the tile of an open book; in a plain look it shows that look's picture alone."""
    colour = settings_colour if isinstance(settings_colour, int) else 0
    if disguise().worn:
        return TileLook(colour, "", disguise().icon)
    said = initials.strip() if isinstance(initials, str) else ""
    return TileLook(colour, (said or initials_of(name)).upper()[:MOST_INITIALS])


def draw_tile(painter: QPainter, where: QRectF, tile: TileLook) -> None:
    """Draw a tile into a square."""
    paint.plate(painter, where, where.height() * 0.22, color(colour_token(tile.colour)))
    ink = color("on-accent")
    if not tile.initials:
        inset = where.height() * 0.22
        icons.paint(painter, tile.icon, where.adjusted(inset, inset, -inset, -inset), ink)
        return
    font = QFont(look().font("strong"))
    font.setPixelSize(max(round(where.height() * 0.42), 8))
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), tile.initials)


class BookTile(QWidget):
    """A tile in one of its sizes; for eyes only."""

    def __init__(self, size_px: int, tile: TileLook | None = None) -> None:
        super().__init__()
        self._size_px = size_px
        self._tile = tile or TileLook()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(px(self._size_px), px(self._size_px))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_tile(paint.begin(self), QRectF(self.rect()), self._tile)
