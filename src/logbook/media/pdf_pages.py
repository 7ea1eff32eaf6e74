"""Pictures of a PDF's pages, for looking at it inside the program."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Final

from logbook.domain.progress import SILENT, Progress
from logbook.errors import PictureUnreadable
from logbook.media import child
from logbook.media.source import opened

MAX_WIDTH_PX: Final = 8_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"


def render(
    where: BinaryIO | Path, page_index: int, width_px: int, progress: Progress = SILENT
) -> bytes:
    """Return a page (counted from 0) as PNG, `width_px` wide or less when it would be too large.

    Raises `PictureUnreadable` with the problem's code: "encrypted", "broken", "too_large" or
    "no_such_page".
    """
    with opened(where) as (stream, size_bytes):
        options = {"index": page_index, "width_px": max(1, min(width_px, MAX_WIDTH_PX))}
        answer = child.run(child.Job("pdf_page", size_bytes, options), stream, progress)
    page = answer.untrusted_parts.get("page", b"")
    if not page.startswith(_PNG):
        problem = answer.problem or answer.untrusted_fields.get("problem")
        raise PictureUnreadable(problem if isinstance(problem, str) else "broken")
    return page
