"""Where rows of many heights stand, when only those in sight were ever measured. Knows no Qt.

The place of the list is a number of rows, 1234.5 for the middle of a row, and never of pixels. That
point of the list stands as far down the view as it stands down the list: at the start the first row
is at the top, at the end the last one is at the foot. So the bar needs no height of a row that was
not seen, and what is measured later moves nothing under the hand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

SHORT_ROWS = 80  # a list of no more than this is measured whole, and moves by pixels


class Placed(NamedTuple):
    """A row in sight: its top edge counted from that of the view."""

    row: int
    top: int
    height: int


class Ruler:
    """`height_of` gives the height of a row, an estimate for one that is not read yet."""

    def __init__(self, height_of: Callable[[int], int]) -> None:
        self._height_of = height_of
        self.total = 0
        self.view_px = 0
        self.place = 0.0  # between 0 and total

    @property
    def overflows(self) -> bool:
        """True when there is more than the view shows."""
        return self.total > SHORT_ROWS or self._hidden_px() > 0

    def placed(self) -> list[Placed]:
        """Return the rows in sight, from top to bottom."""
        return self._around(*self._anchor()) if self.total and self.view_px > 0 else []

    def move(self, pixels: int) -> None:
        """Go further down the list, or up."""
        if self.total and self.view_px > 0:
            row, top = self._anchor()
            self._put(row, top - pixels)

    def show(self, row: int, *, middle: bool = False, margin_px: int = 0) -> None:
        """Bring a row into sight with as little movement as is needed, or to the middle."""
        if not 0 <= row < self.total or self.view_px <= 0:
            return
        height = self._height_of(row)
        lowest = self.view_px - height - margin_px
        top = next((one.top for one in self.placed() if one.row == row), None)
        if middle:
            top = max((self.view_px - height) // 2, 0)
        elif height + 2 * margin_px >= self.view_px:
            top = margin_px
        elif top is None:
            top = margin_px if row < self._anchor()[0] else lowest
        elif margin_px <= top <= lowest:
            return
        else:
            top = min(max(top, margin_px), lowest)
        self._put(row, top)

    def top_of(self, row: int) -> int:
        """Return the top edge of any row; far away it is an estimate."""
        placed = self.placed()
        if not placed:
            return 0
        for one in placed:
            if one.row == row:
                return one.top
        near = placed[0] if row < placed[0].row else placed[-1]
        return near.top + (row - near.row) * max(near.height, 1)

    def row_at(self, y: int) -> int | None:
        """Return the row at a height of the view."""
        for one in self.placed():
            if one.top <= y < one.top + one.height:
                return one.row
        return None

    # A row and the top edge that it has now: from there the others follow

    def _anchor(self) -> tuple[int, int]:
        if self.total <= SHORT_ROWS:
            return 0, -round(self.place / self.total * max(self._hidden_px(), 0))
        row = min(int(self.place), self.total - 1)
        inside = (self.place - row) * self._height_of(row)
        return row, round(self.place / self.total * self.view_px - inside)

    def _put(self, row: int, top: int) -> None:
        """Let a row have this top edge, as far as the ends of the list allow it."""
        if self.total <= SHORT_ROWS:
            hidden = self._hidden_px()
            above = sum(map(self._height_of, range(row))) - top
            self.place = min(max(above / hidden, 0.0), 1.0) * self.total if hidden > 0 else 0.0
            return
        share = self.view_px / self.total
        for one in self._around(row, top):
            # Where the point of the list at the place stands as far down as it should.
            place = (one.row * one.height - one.top) / (one.height - share)
            if one.row <= place <= one.row + 1:
                self.place = place
                return
        self.place = 0.0 if self._is_above(row, top) else float(self.total)

    def _is_above(self, row: int, top: int) -> bool:
        """Tell which end a row was pushed beyond: its list would begin below the view's top."""
        while row > 0 and top > 0:
            row -= 1
            top -= self._height_of(row)
        return top > 0 or (row == 0 and top >= 0)

    def _around(self, row: int, top: int) -> list[Placed]:
        """Return the rows in sight when one of them has this top edge."""
        while row > 0 and top > 0:
            row -= 1
            top -= self._height_of(row)
        found: list[Placed] = []
        while row < self.total and top < self.view_px:
            height = self._height_of(row)
            if top + height > 0:
                found.append(Placed(row, top, height))
            top += height
            row += 1
        return found

    def _hidden_px(self) -> int:
        """Return how much of a short list the view does not show."""
        return sum(map(self._height_of, range(self.total))) - self.view_px
