"""Icons: glyphs of the Phosphor set, drawn once per name, colour, size and screen density."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPixmap,
    QRawFont,
    QTransform,
)

from logbook.ui.fonts import icon_font_files

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

# Icons that point along the line of reading turn round with it; clocks and phones do not.
DIRECTIONAL = frozenset(
    {"arrow-left", "arrow-right", "caret-left", "caret-right", "paper-plane-right", "sign-out"}
)
APP_ICON = "notebook"
_swapped: dict[str, str] = {}  # what the plain look shows instead
_EM_PX = 256.0
_MOST_PIXMAPS = 2000


@cache
def _table() -> bytes:
    return icon_font_files()[1].read_bytes()


def swap(others: Mapping[str, str]) -> None:
    """Show other icons in place of some from now on; none takes that back."""
    _swapped.clear()
    _swapped.update(others)
    path_of.cache_clear()
    _pixmaps.clear()


def _code(name: str) -> int:
    """Return the code of an icon; a few names are wanted, so four thousand are not parsed."""
    before = f'"{name}": "0x'.encode()
    at = _table().index(before) + len(before)
    return int(_table()[at : _table().index(b'"', at)], 16)


@cache
def _raw_font() -> QRawFont:
    face, _ = icon_font_files()
    return QRawFont(str(face), _EM_PX, QFont.HintingPreference.PreferNoHinting)


@cache
def path_of(name: str) -> QPainterPath:
    """Return the outline of an icon in a square of 256, drawn from its top left corner."""
    font = _raw_font()
    (glyph,) = font.glyphIndexesForString(chr(_code(_swapped.get(name, name))))
    outline = font.pathForGlyph(glyph)
    return outline.translated(0, font.ascent())


def paint(painter: QPainter, name: str, where: QRectF, colour: QColor) -> None:
    """Draw an icon into the square `where`; for delegates prefer `pixmap`, which is cached."""
    side = min(where.width(), where.height())
    scale = side / _EM_PX
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(where.center().x() - side / 2, where.center().y() - side / 2)
    if name in DIRECTIONAL and _reads_right_to_left():
        painter.translate(side, 0)
        painter.scale(-1, 1)
    painter.setTransform(QTransform.fromScale(scale, scale), True)
    painter.fillPath(path_of(name), colour)
    painter.restore()


_pixmaps: dict[tuple[str, int, int, float, bool], QPixmap] = {}


def pixmap(name: str, colour: QColor, size_px: int) -> QPixmap:
    """Return an icon as a pixmap of `size_px`, from the cache when it was drawn before."""
    density = QGuiApplication.primaryScreen().devicePixelRatio()
    key = (name, colour.rgba(), size_px, density, _reads_right_to_left())
    found = _pixmaps.get(key)
    if found is None:
        if len(_pixmaps) >= _MOST_PIXMAPS:
            _pixmaps.clear()
        found = _pixmaps[key] = _draw(name, colour, size_px, density)
    return found


def icon(name: str, colour: QColor, size_px: int) -> QIcon:
    """Return an icon for the Qt parts that want a `QIcon`."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - its names of themes cost the start 1 ms

    return QIcon(pixmap(name, colour, size_px))


def app_icon(plate: QColor, ink: QColor, name: str = APP_ICON) -> QIcon:
    """Return the program's icon: a picture on a rounded plate, in the sizes that systems ask."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - as above

    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(app_pixmap(plate, ink, side, name))
    return made


def app_pixmap(plate: QColor, ink: QColor, size_px: int, name: str = APP_ICON) -> QPixmap:
    """Return the program's icon as one pixmap."""
    density = QGuiApplication.primaryScreen().devicePixelRatio()
    drawn = _blank(size_px, density)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(plate)
    corner = size_px * 0.22
    painter.drawRoundedRect(QRectF(0, 0, size_px, size_px), corner, corner)
    inset = size_px * 0.22
    paint(
        painter,
        name,
        QRectF(0, 0, size_px, size_px).adjusted(inset, inset, -inset, -inset),
        ink,
    )
    painter.end()
    return drawn


def _draw(name: str, colour: QColor, size_px: int, density: float) -> QPixmap:
    drawn = _blank(size_px, density)
    painter = QPainter(drawn)
    paint(painter, name, QRectF(0, 0, size_px, size_px), colour)
    painter.end()
    return drawn


def _blank(size_px: int, density: float) -> QPixmap:
    blank = QPixmap(QSize(size_px, size_px) * density)
    blank.setDevicePixelRatio(density)
    blank.fill(Qt.GlobalColor.transparent)
    return blank


def _reads_right_to_left() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
