"""The design's colours and sizes, read once from `resources/tokens.json`; knows no Qt."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, NamedTuple

from logbook import assets

# Named tuples here and in all that the lock screen needs: dataclasses cost the start 4 ms.


class TextRole(NamedTuple):
    """One kind of text, in pixels at 100 %; `line_px` is the height of one line."""

    size_px: int
    line_px: int
    weight: int


class Tokens(NamedTuple):
    """Everything that decides how the window looks; colours are `#RRGGBB`."""

    light: dict[str, str]
    dark: dict[str, str]
    roles: dict[str, TextRole]
    radius: dict[str, int]
    control: dict[str, int]
    layout: dict[str, Any]
    zoom_steps: tuple[float, ...]


@cache
def tokens() -> Tokens:
    """Return the tokens; the file is part of the program, so a fault in it is a bug."""
    data = json.loads(assets.resource("tokens.json").read_bytes())
    roles = {
        name: TextRole(role["size"], role["line"], role["weight"])
        for name, role in data["type"].items()
    }
    return Tokens(
        light=data["color"]["light"],
        dark=data["color"]["dark"],
        roles=roles,
        radius=data["radius"],
        control=data["control"],
        layout=data["layout"],
        zoom_steps=tuple(data["zoom-steps"]),
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the sRGB curve
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
