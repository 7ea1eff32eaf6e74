"""Where pages lie: one below the other, at some size and turn, under a window moved over them.

A window is what is seen: its place on the laid-out pages, in pixels of the screen.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QTransform

from logbook.ui.style import px
from logbook.ui.viewer.sheet import Sheet, Turn

_MARGIN_PX = 22
_GAP_PX = 14
_WIDEST_FIT = 1.25  # a narrow document is not blown up
_LEAST_FIT = 0.001


@dataclass(slots=True)
class Arrangement:
    """Pages with their places; `lay_out` makes them anew after anything was changed."""

    sheets: list[Sheet] = field(default_factory=list)
    by_width: bool = False  # a document is read from the top; a picture is seen whole
    turn: Turn = field(default_factory=Turn)
    zoom: float = 1.0
    high_px: int = 0  # all of them, with what is around
    widest: float = 0.0
    _tops: list[float] = field(default_factory=list)

    def fitting(self, room: QSize, bar_px: int) -> float:
        """Return the zoom at which they fit; `bar_px` is what a scroll bar takes of the width."""
        if not self.sheets:
            return 1.0
        across, down = room.width() - 2 * px(_MARGIN_PX), room.height() - 2 * px(_MARGIN_PX)
        if self.by_width:
            widest = max(self.turn.size(one.size).width() for one in self.sheets)
            return max(min((across - bar_px) / widest, _WIDEST_FIT), _LEAST_FIT)
        size = self.turn.size(self.sheets[0].size)
        return max(min(across / size.width(), down / size.height(), 1.0), _LEAST_FIT)

    def lay_out(self) -> None:
        """Give every page its place."""
        gap, margin = px(_GAP_PX), px(_MARGIN_PX)
        top = float(margin)
        self._tops, self.widest = [], 0.0
        for sheet in self.sheets:
            seen = self.turn.size(sheet.size) * self.zoom
            self._tops.append(top)
            self.widest = max(self.widest, seen.width())
            top += seen.height() + gap
        self.high_px = round(top - gap + margin) if self.sheets else 0

    def wide_px(self, window_px: int) -> int:
        """Return how wide all of it is: with a margin only where it is wider than the window."""
        return round(self.widest) + (2 * px(_MARGIN_PX) if self.widest > window_px else 0)

    def top_of(self, page: int) -> float:
        """Return where a page begins, with the margin above it."""
        return self._tops[page] - px(_MARGIN_PX)

    def rect_of(self, page: int, window: QRectF) -> QRectF:
        """Return where a page lies in a window."""
        seen = self.turn.size(self.sheets[page].size) * self.zoom
        left = (max(self.widest, window.width()) - seen.width()) / 2
        if self.widest > window.width():
            left += px(_MARGIN_PX) - window.x()
        top = self._tops[page] - window.y()
        only = len(self.sheets) == 1 and self.high_px <= window.height()
        if only and not self.by_width:
            top = (window.height() - seen.height()) / 2
        return QRectF(QPointF(round(left), round(top)), seen)

    def way_to(self, page: int, window: QRectF) -> QTransform:
        """Return the way from a page's own pixels to a window."""
        where = self.rect_of(page, window)
        way = QTransform.fromTranslate(where.x(), where.y())
        corner = {
            0: (0.0, 0.0),
            1: (where.width(), 0.0),
            2: (where.width(), where.height()),
            3: (0.0, where.height()),
        }[self.turn.quarters]
        way.translate(*corner)
        way.rotate(90.0 * self.turn.quarters)
        return way.scale(self.zoom, self.zoom)

    def page_at(self, y: float, window: QRectF) -> int:
        """Return the page at a height of a window; there must be one."""
        at = bisect.bisect_right(self._tops, y + window.y()) - 1
        return min(max(at, 0), len(self.sheets) - 1)

    def pages_in(self, window: QRectF) -> range:
        """Return the pages of which something is seen."""
        if not self.sheets:
            return range(0)
        return range(self.page_at(0, window), self.page_at(window.height(), window) + 1)

    def part_in(self, page: int, window: QRectF) -> QRectF:
        """Return the part of a page that is seen, in its own pixels."""
        whole = QRectF(0.0, 0.0, window.width(), window.height())
        seen = whole.intersected(self.rect_of(page, window))
        return self.way_to(page, window).inverted()[0].mapRect(seen)
