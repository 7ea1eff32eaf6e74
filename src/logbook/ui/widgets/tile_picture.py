"""Small pictures of files as tiles show them: cut to shape, or blurred beyond recognition.

Runs beside the GUI thread. The bytes are our own thumbnails; their size is refused all the same
before they are decoded, since what made them had looked at a foreign file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath

_JPEG = b"\xff\xd8\xff"
_MOST_SIDE_PX = 2_048
_TALL = 1.6  # taller than this is a screenshot, whose top says what it is
_BLURRED_PX = 14  # a picture this narrow shows tones and nothing else
_STEPS = 3  # enlarged little by little, since one step would show the squares
_PAPER_SHARE, _PAPER_TOP = 0.39, 0.12
_PAPER_EDGE = QColor(0, 0, 0, 46)
DARK = QColor(0x1D, 0x24, 0x22, 208)  # under words and signs on a picture, in both themes


@dataclass(frozen=True, slots=True)
class Shape:
    """How a picture is drawn, in pixels of the screen."""

    width: int
    height: int
    corner: float
    paper: bool = False  # a page lies on the tile instead of filling it
    blurred: bool = False


def draw_pictures(
    found: Sequence[tuple[int, bytes | None, Shape]],
) -> list[tuple[int, Shape, QImage | None]]:
    """Draw several, each with the number of its file; None where there is nothing to draw."""
    return [
        (number, shape, draw_picture(data, shape) if data else None)
        for number, data, shape in found
    ]


def draw_picture(data: bytes, shape: Shape) -> QImage | None:
    """Return a thumbnail in its shape, transparent round it; None when it cannot be decoded."""
    picture = decode(data)
    if picture is None:
        return None
    box = QRectF(0, 0, shape.width, shape.height)
    if shape.paper:
        wide = shape.width * _PAPER_SHARE
        top = shape.height * _PAPER_TOP
        box = QRectF((shape.width - wide) / 2, top, wide, shape.height - top)
    size = QSize(max(round(box.width()), 1), max(round(box.height()), 1))
    cut = _cover(picture, size, from_top=shape.paper)
    if shape.blurred:
        cut = blurred(cut, size)
    drawn = QImage(shape.width, shape.height, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    corner = 0.0 if shape.paper else shape.corner
    path.addRoundedRect(box, corner, corner)
    painter.setClipPath(path)
    painter.drawImage(box, cut)
    if shape.paper:
        painter.setPen(_PAPER_EDGE)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, 8))
    painter.end()
    return drawn


def decode(data: bytes) -> QImage | None:
    """Return a thumbnail as a picture; None for what is none."""
    if not data.startswith(_JPEG):
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _MOST_SIDE_PX:
        return None
    picture = reader.read()
    return None if picture.isNull() else picture


def blurred(picture: QImage, size: QSize) -> QImage:
    """Return a picture of which tones are left: what it showed cannot be brought back."""
    smooth = Qt.TransformationMode.SmoothTransformation
    plain = Qt.AspectRatioMode.IgnoreAspectRatio
    high = max(round(_BLURRED_PX * size.height() / max(size.width(), 1)), 1)
    small = picture.scaled(_BLURRED_PX, high, plain, smooth)
    for step in range(1, _STEPS):
        part = (size.width() / _BLURRED_PX) ** (step / _STEPS)
        wide, tall = round(_BLURRED_PX * part), round(high * part)
        small = small.scaled(max(wide, 1), max(tall, 1), plain, smooth)
    return small.scaled(size, plain, smooth)


def _cover(picture: QImage, size: QSize, *, from_top: bool) -> QImage:
    """Return the part of a picture that fills a box of another shape, in the box's size."""
    scale = max(size.width() / picture.width(), size.height() / picture.height())
    wide = min(round(size.width() / scale), picture.width())
    tall = min(round(size.height() / scale), picture.height())
    is_tall = picture.height() > picture.width() * _TALL
    share = 0.0 if from_top or is_tall else 0.3 if picture.height() > picture.width() else 0.5
    left, top = (picture.width() - wide) // 2, round((picture.height() - tall) * share)
    return picture.copy(left, top, max(wide, 1), max(tall, 1)).scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
