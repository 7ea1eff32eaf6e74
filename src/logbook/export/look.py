"""Sizes, faces and measures of a report: one quiet scale for every section."""

from __future__ import annotations

from dataclasses import dataclass

from logbook.export.fonts import SANS, SANS_BOLD, SERIF, SERIF_BOLD, SERIF_DISPLAY, SERIF_ITALIC
from logbook.export.profiles import PAGE_SIZES_PT, Profile
from logbook.export.typesetting import Style

# Grays that keep 7:1 on white and survive a black-and-white scan (R27).
SOFT = 0.32
RULE = 0.6
BAND = 0.93


@dataclass(frozen=True, slots=True)
class Look:
    """The page and the styles of one report. All lengths in points, y upwards from the bottom."""

    width_pt: float
    height_pt: float
    margin_pt: float
    body_pt: float
    stamp_box_pt: tuple[float, float]
    # Styles are fields, not made on demand: runs of one style are joined by identity.
    title: Style
    heading: Style
    subheading: Style
    body: Style
    strong: Style
    quote: Style
    message: Style
    small: Style
    small_strong: Style
    tiny: Style
    label: Style
    exhibit: Style
    hidden: Style

    @property
    def left_pt(self) -> float:
        """The left edge of the text."""
        return self.margin_pt

    @property
    def right_pt(self) -> float:
        """The right edge of the text."""
        return self.width_pt - self.margin_pt

    @property
    def top_pt(self) -> float:
        """The upper edge of the text."""
        return self.height_pt - self.margin_pt

    @property
    def bottom_pt(self) -> float:
        """The lower edge of the text; the page's own line stands below it."""
        return self.margin_pt

    @property
    def measure_pt(self) -> float:
        """The width of the text."""
        return self.right_pt - self.left_pt


def look_for(profile: Profile, page: str) -> Look:
    """Return the look of a profile on `page` (a key of PAGE_SIZES_PT, or empty for its own)."""
    width, height = PAGE_SIZES_PT[page or profile.page]
    body = profile.body_pt
    return Look(
        width_pt=width,
        height_pt=height,
        margin_pt=profile.margin_pt,
        body_pt=body,
        stamp_box_pt=profile.stamp_box_pt,
        title=Style(SERIF_DISPLAY, body + 10, (body + 10) * 1.25),
        heading=Style(SERIF_DISPLAY, body + 5, (body + 5) * 1.3),
        subheading=Style(SERIF_BOLD, body + 1, (body + 1) * 1.35),
        body=Style(SERIF, body, body * 1.3),
        strong=Style(SERIF_BOLD, body, body * 1.3),
        quote=Style(SERIF_ITALIC, body, body * 1.3),
        message=Style(SERIF, body, body * 1.3),
        small=Style(SANS, body - 3, (body - 3) * 1.4, SOFT),
        small_strong=Style(SANS_BOLD, body - 3, (body - 3) * 1.4),
        tiny=Style(SANS, 8, 11, SOFT),
        label=Style(SANS_BOLD, 9, 12),
        exhibit=Style(SERIF_DISPLAY, 40, 48),
        hidden=Style(SANS, 8, 9, is_hidden=True),
    )
