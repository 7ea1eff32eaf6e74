"""Pages on the stage: what of each is here as pixels, and what of it is missed most."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage

from logbook.tasks.view_file import Part

_WHOLE_PIXELS = 6_000_000  # a page up to this size is drawn in one piece
_SOFT_PIXELS = 1_500_000  # of a larger one, what is shown until its seen part is sharp
_BLURRED_SIDE = 14  # pixels: nobody can make out anything in that
_SHARP_FROM = 0.98  # of the sharpness wanted


class Turn(NamedTuple):
    """Quarter turns to the right; looking only, the file stays as it is."""

    quarters: int = 0

    def size(self, size: QSizeF) -> QSizeF:
        """Return a size as it is seen."""
        return size.transposed() if self.quarters % 2 else size


@dataclass(slots=True)
class Drawn:
    """Pixels of a page or of a part of it."""

    image: QImage
    region: QRectF
    scale: float


@dataclass(slots=True)
class Sheet:
    """One page: what of it is here."""

    size: QSizeF  # at 100 %
    whole: Drawn | None = None
    part: Drawn | None = None
    failed: bool = False
    hits: list[QRectF] = field(default_factory=list)  # in its own pixels

    @property
    def bytes_kept(self) -> int:
        """How much memory its pixels take."""
        return sum(one.image.sizeInBytes() for one in (self.whole, self.part) if one is not None)

    def take(self, image: QImage, region: tuple[float, float, float, float]) -> None:
        """Take pixels of the whole page or of a part of it."""
        drawn = Drawn(image, QRectF(*region), image.width() / max(region[2], 1e-6))
        if _covers(drawn.region, self.size):
            self.whole, self.part = drawn, None
        else:
            self.part = drawn

    def forget(self) -> None:
        """Let go of the pixels."""
        self.whole = self.part = None

    def missing_blurred(self, page: int) -> Part | None:
        """Return what shall be drawn where nothing may be made out."""
        width, height = self.size.width(), self.size.height()
        scale = min(_BLURRED_SIDE / max(width, height), 1.0)
        return None if self.whole is not None else Part(page, (0.0, 0.0, width, height), scale)

    def missing(self, page: int, scale: float, seen: QRectF | None) -> Part | None:
        """Return what shall be drawn next: all of it, all a little soft, or the part in sight.

        `scale` is how many pixels of the screen there are for one of the page; `seen` is the part
        in sight, None while its sharpness can wait.
        """
        every = Part(page, (0.0, 0.0, self.size.width(), self.size.height()), scale)
        pixels = self.size.width() * self.size.height()
        if pixels * scale * scale <= _WHOLE_PIXELS:
            return None if _is_sharp(self.whole, scale) else every
        if self.whole is None:
            return replace(every, scale=min(math.sqrt(_SOFT_PIXELS / pixels), scale))
        if seen is None or seen.isEmpty() or _is_sharp(self.whole, scale):
            return None
        if self.part is not None and _is_sharp(self.part, scale) and _holds(self.part, seen):
            return None
        across, down = seen.width() / 4, seen.height() / 4
        around = seen.adjusted(-across, -down, across, down).intersected(QRectF(*every.region))
        return replace(every, region=(around.x(), around.y(), around.width(), around.height()))


def _covers(region: QRectF, size: QSizeF) -> bool:
    hair = 1.5
    return (
        region.x() < hair
        and region.y() < hair
        and region.right() > size.width() - hair
        and region.bottom() > size.height() - hair
    )


def _holds(drawn: Drawn, seen: QRectF) -> bool:
    return drawn.region.adjusted(-1, -1, 1, 1).contains(seen)


def _is_sharp(drawn: Drawn | None, scale: float) -> bool:
    return drawn is not None and drawn.scale >= scale * _SHARP_FROM
