"""Where tiles of one size stand, by arithmetic alone: 100,000 of them cost what 100 do."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect


class Places(NamedTuple):
    """The sizes of everything at one width and text size, in pixels of the widget."""

    columns: int
    wide: int  # of a tile
    gap: int  # between two that stand side by side
    pitch: int  # from one line of tiles to the next
    side: int  # before the first tile of a line
    top: int  # above the first line
    across: int  # of all there is to see; mirrored lines begin at its end
    mirrored: bool

    def whole_px(self, total: int) -> int:
        """Return how tall all tiles are together."""
        return self.top + -(-total // self.columns) * self.pitch

    def tile(self, at: int, offset: int) -> QRect:
        """Return where a tile is seen when `offset` pixels are scrolled away."""
        left = self.side + at % self.columns * (self.wide + self.gap)
        if self.mirrored:
            left = self.across - left - self.wide
        return QRect(
            left, self.top + at // self.columns * self.pitch - offset, self.wide, self.pitch
        )

    def nearest(self, point: QPoint, offset: int, total: int) -> int | None:
        """Return the tile at or nearest to a point; None where there is none at all."""
        if not total:
            return None
        across = self.across - point.x() if self.mirrored else point.x()
        column = (across - self.side) // (self.wide + self.gap)
        line = (point.y() + offset - self.top) // self.pitch
        at = max(line, 0) * self.columns + min(max(column, 0), self.columns - 1)
        return min(at, total - 1)

    def between(self, top: int, bottom: int, offset: int, total: int) -> range:
        """Return the tiles of which a part is seen between two heights."""
        offset -= self.top
        first = max((top + offset) // self.pitch, 0) * self.columns
        last = min((max(bottom + offset - 1, 0) // self.pitch + 1) * self.columns, total)
        return range(min(first, last), last)

    def landing(self, at: int, step: int, total: int) -> int:
        """Return where a step ends: up and down stay in their column, or where they are."""
        columns = self.columns
        if abs(step) < columns or step in {-at, total - 1 - at}:
            return min(max(at + step, 0), total - 1)
        wanted = at + step
        if wanted < 0:
            return at % columns
        if wanted < total:
            return wanted
        last_line = (total - 1) // columns
        return min(last_line * columns + at % columns, total - 1)
