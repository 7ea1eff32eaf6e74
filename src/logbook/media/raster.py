"""A picture, or the pages of a PDF, as pixels that can be put on the screen as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from logbook.domain.progress import SILENT, Progress
from logbook.errors import PictureUnreadable
from logbook.media import child
from logbook.media.source import opened

_MOST_PIXELS: Final = 16_000_000
_MOST_SIDE: Final = 10_000_000.0
_MOST_PAGES: Final = 20_000
_PROBLEMS: Final = frozenset({"too_large", "broken", "encrypted", "unsupported", "no_such_page"})


@dataclass(frozen=True, slots=True)
class Outline:
    """How large each page is, in pixels at 100 %; a picture is one page.

    `count` is how many pages there are, more than are listed where it is absurdly many.
    """

    pages: tuple[tuple[float, float], ...]
    count: int


@dataclass(frozen=True, slots=True)
class Part:
    """What of a page shall be drawn: x, y, width and height in its own pixels, and how large."""

    page: int
    region: tuple[float, float, float, float]
    scale: float


@dataclass(frozen=True, slots=True)
class Raster:
    """Rows of RGB, three bytes a pixel and nothing between rows, and the region that they show."""

    width_px: int
    height_px: int
    region: tuple[float, float, float, float]
    rgb: bytes


def outline(stream: BinaryIO, media_type: str, progress: Progress = SILENT) -> Outline:
    """Return the pages of a picture or PDF; raises `PictureUnreadable` with the problem's code."""
    answer = _run("outline", stream, {"media_type": media_type}, progress)
    stated = answer.untrusted_fields.get("pages")
    listed = stated[:_MOST_PAGES] if isinstance(stated, list) else []
    pages = tuple(_size(page) for page in listed)
    count = answer.untrusted_fields.get("count")
    if not pages:
        raise PictureUnreadable("broken")
    return Outline(pages, max(count, len(pages)) if type(count) is int else len(pages))


def draw(stream: BinaryIO, media_type: str, part: Part, progress: Progress = SILENT) -> Raster:
    """Return a part of a page as pixels; raises `PictureUnreadable` with the problem's code."""
    options = {
        "media_type": media_type,
        "page": part.page,
        "region": list(part.region),
        "scale": part.scale,
    }
    answer = _run("raster", stream, options, progress)
    rgb = answer.untrusted_parts.get("rgb", b"")
    fields = answer.untrusted_fields
    match fields.get("width"), fields.get("height"), fields.get("region"):
        case int(width), int(height), [x, y, across, down] if (
            width > 0 and height > 0 and width * height * 3 == len(rgb) <= _MOST_PIXELS * 3
        ):
            left, top = (_number(value) for value in (x, y))
            return Raster(width, height, (left, top, *_size([across, down])), rgb)
    raise PictureUnreadable("broken")


def _run(name: str, stream: BinaryIO, options: dict[str, Any], progress: Progress) -> child.Answer:
    with opened(stream) as (file, size_bytes):
        answer = child.run(child.Job(name, size_bytes, options), file, progress)
    problem = answer.problem or answer.untrusted_fields.get("problem")
    if problem:
        known = isinstance(problem, str) and problem in _PROBLEMS
        raise PictureUnreadable(problem if known else "broken")
    return answer


def _size(untrusted: object) -> tuple[float, float]:
    match untrusted:
        case [int() | float() as width, int() | float() as height] if (
            0 < width <= _MOST_SIDE and 0 < height <= _MOST_SIDE
        ):
            return float(width), float(height)
    raise PictureUnreadable("broken")


def _number(untrusted: object) -> float:
    if isinstance(untrusted, (int, float)) and 0 <= untrusted <= _MOST_SIDE:
        return float(untrusted)
    raise PictureUnreadable("broken")
