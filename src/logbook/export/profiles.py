"""What a court wants of a bundle, as data: page, sizes, limits, order and declaration.

A profile is a JSON file under `resources/profiles`. Its values carry their sources and the day on
which they were looked up; every one of them is to be checked with the court itself. Its words are
read in the language in use; `tools/strings.py` finds them for the catalogues.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from logbook import assets
from logbook.errors import UnknownProfile
from logbook.i18n import translate_data

PAGE_SIZES_PT = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
_PT_PER_INCH = 72.0


@dataclass(frozen=True, slots=True)
class Profile:
    """The wishes of one kind of court. Lengths in points, limits in bytes and pages."""

    id: str
    label: str
    page: str  # a key of PAGE_SIZES_PT
    margin_pt: float
    body_pt: float  # type size of the report's own text
    stamp_box_pt: tuple[float, float]  # width and height kept clear, top right of the cover
    file_limit_bytes: int
    page_warning: int  # more pages than this are worth a look
    sections: tuple[str, ...]  # order; a section that is not named comes last
    declaration: tuple[str, ...]  # paragraphs
    signature_lines: tuple[str, ...]
    sources: tuple[str, ...]
    checked_on: str  # ISO day
    note: str


def profiles() -> list[Profile]:
    """Return every known profile by its label."""
    folder = assets.resource("profiles")
    found = [_read(path.stem) for path in sorted(folder.glob("*.json"))]
    return sorted(found, key=lambda profile: profile.label)


def profile(name: str) -> Profile:
    """Return a profile; raises `UnknownProfile`."""
    if not name.replace("-", "").isalnum() or not assets.resource("profiles").is_dir():
        raise UnknownProfile(name)
    return _read(name)


def _read(name: str) -> Profile:
    path = assets.resource("profiles", f"{name}.json")
    if not path.is_file():
        raise UnknownProfile(name)
    return _profile(name, json.loads(path.read_text("utf-8")))


def _profile(name: str, data: dict[str, Any]) -> Profile:
    def said(*texts: str) -> tuple[str, ...]:
        return tuple(translate_data("Profile", text) for text in texts)

    width_in, height_in = data["stamp_box_in"]
    return Profile(
        id=name,
        label=said(data["label"])[0],
        page=data["page"],
        margin_pt=data["margin_in"] * _PT_PER_INCH,
        body_pt=data["body_pt"],
        stamp_box_pt=(width_in * _PT_PER_INCH, height_in * _PT_PER_INCH),
        file_limit_bytes=data["file_limit_bytes"],
        page_warning=data["page_warning"],
        sections=tuple(data["sections"]),
        declaration=said(*data["declaration"]),
        signature_lines=said(*data["signature_lines"]),
        sources=tuple(data["sources"]),
        checked_on=data["checked_on"],
        note=said(data["note"])[0],
    )
