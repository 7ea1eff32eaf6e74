"""Filling pages from top to bottom: columns of lines that break where a page ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import NamedTuple, TypeVar

from logbook.domain.progress import SILENT, Progress
from logbook.export.look import RULE, Look
from logbook.export.pages import (
    Anchor,
    BoxMark,
    Late,
    LateMark,
    LinkMark,
    Mark,
    Page,
    Pages,
    RuleMark,
    TextMark,
)
from logbook.export.typesetting import Line, Span, Style, Typesetter

_Thing = TypeVar("_Thing")

TALL = 0.4
"""The part of a page's height up to which a row of a table is kept whole."""

_FIRST_LINES = 2.2
_DROP = 0.78  # the base line lies this part of the leading below the top of its line


class Cell(NamedTuple):
    """A line, or a late text, with the height that it takes.

    `align` is the part of the free width that lies left of it: 0 for the left edge, 1 the right.
    """

    what: Line | Late
    leading_pt: float
    link: Anchor | None = None
    align: float = 0.0


class Column(NamedTuple):
    """Cells one below the other in a stretch of the page's width."""

    left_pt: float
    width_pt: float
    cells: list[Cell]


class Flow:
    """Puts blocks on pages; every section of a report writes through one of these."""

    def __init__(
        self, pages: Pages, look: Look, setter: Typesetter, progress: Progress = SILENT
    ) -> None:
        self.pages = pages
        self._progress = progress
        self.look = look
        self.setter = setter
        self.y_pt = 0.0
        self._head: Callable[[], None] | None = None
        self._exhibit: int | None = None

    # -- pages -------------------------------------------------------------------------------

    def new_page(self) -> Page:
        """Start a page; a running head is printed on every page but the first of its block."""
        page = Page(exhibit=self._exhibit)
        self.pages.pages.append(page)
        self._progress(len(self.pages.pages), 0)
        self.y_pt = self.look.top_pt
        return page

    def watched(self, things: Iterable[_Thing]) -> Iterator[_Thing]:
        """Give things one by one, and a chance to stop or to give way before each."""
        for thing in things:
            self._progress(len(self.pages.pages), 0)
            yield thing

    @property
    def page(self) -> Page:
        """The page that is being filled."""
        return self.pages.pages[-1]

    @property
    def room_pt(self) -> float:
        """The height that is left on this page."""
        return self.y_pt - self.look.bottom_pt

    def need(self, height_pt: float) -> None:
        """Go to a new page unless `height_pt` is left on this one."""
        if self.room_pt < height_pt:
            self._turn()

    def _turn(self) -> None:
        self.new_page()
        if self._head is not None:
            self._head()

    def running_head(self, head: Callable[[], None] | None) -> None:
        """Print `head` at the top of every page that follows, None for nothing."""
        self._head = head

    @contextmanager
    def continuing(self, words: str) -> Iterator[None]:
        """Say at the top of every page that is begun meanwhile what goes on there."""
        head = self._head

        def with_words() -> None:
            if head is not None:
                head()
            self.text(words, self.look.small, after_pt=4)

        self._head = with_words
        yield
        self._head = head

    def in_exhibit(self, exhibit: int | None) -> None:
        """Count the pages that follow to an exhibit."""
        self._exhibit = exhibit

    def mark(self, mark: Mark) -> None:
        """Put a mark on this page."""
        self.page.marks.append(mark)

    def anchor(self, anchor: Anchor) -> None:
        """Remember this place under a name; the first call counts."""
        place = (len(self.pages.pages) - 1, self.y_pt)
        self.pages.anchors.setdefault(anchor, place)

    # -- blocks ------------------------------------------------------------------------------

    def space(self, height_pt: float) -> None:
        """Leave room, unless the page ends here anyway."""
        self.y_pt -= height_pt

    def cells(self, text: str, style: Style, width_pt: float) -> list[Cell]:
        """Return the lines of a text as cells."""
        return [Cell(line, style.leading_pt) for line in self.setter.text(text, style, width_pt)]

    def labelled(self, label: str, value: str, style: Style, width_pt: float) -> list[Cell]:
        """Return a text whose first line starts with its name in small bold type."""
        first, *rest = value.split("\n")
        spans = [Span(f"{label}  ", self.look.small_strong), Span(first, style)]
        cells = [Cell(line, style.leading_pt) for line in self.setter.paragraph(spans, width_pt)]
        return cells + (self.cells("\n".join(rest), style, width_pt) if rest else [])

    def gap(self, height_pt: float) -> Cell:
        """Return an empty cell."""
        return Cell(Line((), 0.0), height_pt)

    def text(
        self, text: str, style: Style, *, indent_pt: float = 0.0, after_pt: float = 0.0
    ) -> None:
        """Print a text over the whole measure, over as many pages as it takes."""
        left = self.look.left_pt + indent_pt
        width = self.look.measure_pt - indent_pt
        self.columns([Column(left, width, self.cells(text, style, width))])
        self.space(after_pt)

    def centred(self, text: str, style: Style, after_pt: float = 0.0) -> None:
        """Print a text in the middle of the measure."""
        for line in self.setter.text(text, style, self.look.measure_pt):
            self.need(style.leading_pt)
            x_pt = (self.look.width_pt - line.width_pt) / 2
            self.mark(TextMark(line, x_pt, self.y_pt - style.leading_pt * _DROP))
            self.y_pt -= style.leading_pt
        self.space(after_pt)

    def rule(self, *, width_pt: float = 0.5, gray: float = RULE) -> None:
        """Draw a line over the whole measure."""
        look = self.look
        self.mark(RuleMark(look.left_pt, self.y_pt, look.right_pt, self.y_pt, width_pt, gray))

    def band(self, height_pt: float, gray: float) -> None:
        """Shade a band of this height from here downwards, a little wider than the text."""
        left, width = self.look.left_pt - 6, self.look.measure_pt + 12
        self.mark(BoxMark(left, self.y_pt - height_pt, width, height_pt, fill=gray))

    def columns(self, columns: Sequence[Column], *, keep: bool = False) -> None:
        """Print columns beside each other, going on over pages where they are long.

        With `keep` they stay together if one page can hold them. Without it the first two lines
        stay together.
        """
        height = max((height_of(column.cells) for column in columns), default=0.0)
        page_pt = self.look.top_pt - self.look.bottom_pt
        if keep and height <= page_pt * 0.9:
            self.need(height)
        else:
            self.need(self._start_of(columns))
        waiting = [list(column.cells) for column in columns]
        while True:
            lowest = self.y_pt
            for column, cells in zip(columns, waiting, strict=True):
                lowest = min(lowest, self._fill(column, cells))
            self.y_pt = lowest
            if not any(waiting):
                return
            self._turn()

    def rows(self, rows: Sequence[Sequence[Column]], after_pt: float) -> Iterator[Sequence[Column]]:
        """Give the rows of a table one by one, each once there is room for it on a page.

        The last two stay together, so that no page holds one row alone; `after_pt` is what follows
        each. A row of more than `TALL` of a page goes on over pages and keeps with none.
        """
        heights = [self.row_height(row) for row in rows]
        for at, row in enumerate(rows):
            height = heights[at]
            if at == len(rows) - 2 and heights[-1] <= self.tall_pt:
                height += after_pt + heights[-1]
            self.need(height if heights[at] <= self.tall_pt else self._start_of(row))
            yield row

    def row_height(self, row: Sequence[Column]) -> float:
        """Return how high a row is that stands on one page."""
        return max((height_of(column.cells) for column in row), default=0.0)

    def _start_of(self, row: Sequence[Column]) -> float:
        """Return the height of the first lines of a row, which stay together."""
        return min(
            self.row_height(row),
            _FIRST_LINES * max((one.cells[0].leading_pt for one in row if one.cells), default=0.0),
        )

    @property
    def tall_pt(self) -> float:
        """The height from which a row is not kept on one page."""
        return (self.look.top_pt - self.look.bottom_pt) * TALL

    def room_for_first(self, row: Sequence[Column], head_pt: float) -> None:
        """Go to a new page unless a heading of `head_pt` fits here with the row that follows it."""
        self.need(head_pt + min(self.row_height(row), self.tall_pt))

    def _fill(self, column: Column, cells: list[Cell]) -> float:
        """Print the cells of a column that fit on this page, and return where it ends."""
        y_pt = self.y_pt
        taken = 0
        for cell in cells:
            if y_pt - cell.leading_pt < self.look.bottom_pt - 0.01:
                break
            self._print(cell, column, y_pt - cell.leading_pt * _DROP)
            y_pt -= cell.leading_pt
            taken += 1
        self._link(column, cells[:taken])
        del cells[:taken]
        return y_pt

    def _print(self, cell: Cell, column: Column, y_pt: float) -> None:
        """Print one cell; a right-to-left line ends at the right edge of its column."""
        if isinstance(cell.what, Late):
            x_pt = column.left_pt + column.width_pt * cell.align
            self.mark(LateMark(cell.what, x_pt, y_pt, cell.align))
        elif cell.what.runs:
            align = 1.0 if cell.what.right_to_left else cell.align
            push = (column.width_pt - cell.what.width_pt) * align
            self.mark(TextMark(cell.what, column.left_pt + push, y_pt))

    def _link(self, column: Column, printed: Iterable[Cell]) -> None:
        """Lay a link over cells from here downwards, one over all in a row that lead to a place."""
        y_pt = self.y_pt
        for anchor, cells in groupby(printed, lambda cell: cell.link):
            height = sum(cell.leading_pt for cell in cells)
            y_pt -= height
            if anchor is not None:
                self.mark(LinkMark(column.left_pt, y_pt, column.width_pt, height, anchor))


def height_of(cells: list[Cell]) -> float:
    """Return how high a column of cells is."""
    return sum(cell.leading_pt for cell in cells)
