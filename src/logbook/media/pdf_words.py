"""Where words stand in a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO, Final

from logbook.domain.progress import SILENT, Progress
from logbook.errors import PictureUnreadable
from logbook.media import child
from logbook.media.source import opened

MOST_HITS: Final = 2_000
_AT_ONCE: Final = 25  # pages for one job of the child
_MOST_WORDS: Final = 200
_PARTS: Final = 5  # page, left, top, width, height


@dataclass(frozen=True, slots=True)
class Hit:
    """Words on a page (from 0); the box is in parts of the page as it is seen."""

    page: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Found:
    """All hits in order; `has_text` false: the document is pictures of pages, without words."""

    hits: tuple[Hit, ...]
    has_text: bool
    more: bool = False  # there are more than are listed


def find(stream: BinaryIO, pages: int, words: str, progress: Progress = SILENT) -> Found:
    """Return where `words` stand. Progress is in pages. Raises `PictureUnreadable`."""
    hits: list[Hit] = []
    has_text = False
    with opened(stream) as (file, size_bytes):
        for first in range(0, pages, _AT_ONCE):
            progress(first, pages)
            options = {"first": first, "count": _AT_ONCE, "words": words[:_MOST_WORDS]}
            answer = child.run(child.Job("pdf_find", size_bytes, options), file)
            if answer.problem or answer.untrusted_fields.get("problem"):
                raise PictureUnreadable("broken")
            has_text = has_text or answer.untrusted_fields.get("has_text") is True
            stated = answer.untrusted_fields.get("hits")
            listed = stated if isinstance(stated, list) else []
            hits += [hit for hit in map(_hit, listed) if hit is not None]
            if len(hits) > MOST_HITS:
                return Found(tuple(hits[:MOST_HITS]), has_text, more=True)
    return Found(tuple(hits), has_text)


def _hit(untrusted: object) -> Hit | None:
    if not isinstance(untrusted, list) or len(untrusted) != _PARTS:
        return None
    page, *box = untrusted
    fits = type(page) is int and page >= 0
    parts = [float(part) for part in box if isinstance(part, (int, float)) and -1 <= part <= 2]  # noqa: PLR2004 - a hair off the page is no harm
    return Hit(page, *parts) if fits and len(parts) == _PARTS - 1 else None
