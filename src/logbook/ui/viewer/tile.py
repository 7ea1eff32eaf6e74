"""Our own small pictures, cut square for the film strip, or blurred beyond recognition."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

_MOST_SIDE_PX = 2_048  # ours are far smaller; the child that made them had looked at a foreign file
_BLURRED_PX = 8
_SMOOTH = Qt.TransformationMode.SmoothTransformation
_PLAIN = Qt.AspectRatioMode.IgnoreAspectRatio


def draw_tile(data: bytes, side_px: int, *, blurred: bool) -> QImage | None:
    """Return a thumbnail (JPEG) as a square of `side_px`; None for what is none. Any thread."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _MOST_SIDE_PX:
        return None
    picture = reader.read()
    if picture.isNull():
        return None
    side = min(picture.width(), picture.height())
    left = (picture.width() - side) // 2
    tall = picture.height() > picture.width() * 1.2  # a screenshot, whose top says what it is
    top = 0 if tall else (picture.height() - side) // 2
    cut = picture.copy(left, top, side, side)
    if blurred:
        cut = cut.scaled(QSize(_BLURRED_PX, _BLURRED_PX), _PLAIN, _SMOOTH)
        cut = cut.scaled(QSize(_BLURRED_PX * 3, _BLURRED_PX * 3), _PLAIN, _SMOOTH)
    return cut.scaled(QSize(side_px, side_px), _PLAIN, _SMOOTH)
