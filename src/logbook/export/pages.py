"""A report as pages of marks, before anything is drawn: pure data.

Page numbers are not known while pages are laid out. A `Late` text names the place that it speaks
of and is set when every page has its number, so that one pass is enough.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from logbook.export.results import SectionPages
from logbook.export.typesetting import Line, Style

Anchor = tuple[str, int]  # ("section", 2), ("exhibit", 0), ("file", evidence id) ...


class TextMark(NamedTuple):
    """A line of text whose base line starts at x, y."""

    line: Line
    x_pt: float
    y_pt: float


class Late(NamedTuple):
    """Text with `{page}`, `{pages}` or `{total}` in it, said of an anchor.

    `{pages}` goes on to the page of the anchor of the same number whose kind ends in `-end`.
    The template is the program's own, never what a person wrote.
    """

    template: str
    anchor: Anchor
    style: Style


class LateMark(NamedTuple):
    """A late text at a place; `align` is the part of its width that lies left of x."""

    late: Late
    x_pt: float
    y_pt: float
    align: float = 0.0


class RuleMark(NamedTuple):
    """A thin line."""

    x_pt: float
    y_pt: float
    to_x_pt: float
    to_y_pt: float
    width_pt: float
    gray: float


class BoxMark(NamedTuple):
    """A rectangle from its lower left corner, filled or outlined."""

    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float
    fill: float | None = None
    stroke: float | None = None


class PictureMark(NamedTuple):
    """A picture, or a page of a document, by the name of its object.

    `window` is what can be seen of it: lower left corner, width and height; None for all.
    """

    name: str
    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float
    window: tuple[float, float, float, float] | None = None


class LinkMark(NamedTuple):
    """A rectangle that leads to an anchor."""

    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float
    anchor: Anchor


Mark = TextMark | LateMark | RuleMark | BoxMark | PictureMark | LinkMark


class Bookmark(NamedTuple):
    """A line of the outline; the page number is added to `title`."""

    title: str
    anchor: Anchor
    depth: int


@dataclass(slots=True)
class Page:
    """One page; `exhibit` is the index of the exhibit that it belongs to."""

    marks: list[Mark] = field(default_factory=list)
    exhibit: int | None = None


@dataclass(slots=True)
class Pages:
    """All pages of a report with the places that are spoken of."""

    pages: list[Page] = field(default_factory=list)
    anchors: dict[Anchor, tuple[int, float]] = field(default_factory=dict)  # page index, y
    bookmarks: list[Bookmark] = field(default_factory=list)
    sections: list[SectionPages] = field(default_factory=list)

    def number_of(self, anchor: Anchor) -> int:
        """Return the page number, from 1, of an anchor."""
        return self.anchors[anchor][0] + 1

    def words(self, late: Late) -> str:
        """Return a late text with its numbers."""
        kind, number = late.anchor
        first = self.number_of(late.anchor)
        end = self.anchors.get((f"{kind}-end", number))
        return self.fill(late.template, first, end[0] + 1 if end else first)

    def fill(self, template: str, first: int, last: int) -> str:
        """Return `template` with page numbers in its places."""
        pages = str(first) if last == first else f"{first}–{last}"
        total = str(len(self.pages))
        for place, words in (("{page}", str(first)), ("{pages}", pages), ("{total}", total)):
            template = template.replace(place, words)
        return template

    def exhibit_pages(self) -> dict[int, list[int]]:
        """Return the page indexes of each exhibit."""
        found: dict[int, list[int]] = {}
        for index, page in enumerate(self.pages):
            if page.exhibit is not None:
                found.setdefault(page.exhibit, []).append(index)
        return found
