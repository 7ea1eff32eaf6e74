"""Find words in the text of a foreign PDF, and where they stand on the page."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from typing import Any, BinaryIO, Final

import pypdfium2
import pypdfium2.raw

from logbook.media.decoders import pdf
from logbook.media.decoders.result import Result

MAX_HITS: Final = 2_000
_GRID: Final = 100_000  # a page is this many steps wide and high for the library


def find(stream: BinaryIO, size_bytes: int, options: Mapping[str, Any]) -> Result:
    """Return `hits` on `count` pages from `first`: page, then left, top, width, height of the box.

    The box is in parts of the page as it is seen, 0 to 1. Capitals do not matter. `has_text` says
    whether there is any text on these pages: a scanned page has none.
    """
    document = pdf.opened(stream, size_bytes)
    if isinstance(document, Result):
        return document
    first, words = int(options["first"]), str(options["words"])
    hits: list[list[float]] = []
    has_text = False
    with document:
        last = min(first + int(options["count"]), len(document))
        for index in range(max(first, 0), last):
            try:
                page = document[index]
                text = page.get_textpage()
            except pypdfium2.PdfiumError:
                continue  # a page that cannot be read has no words
            has_text = has_text or text.count_chars() > 0
            for box in _boxes(page, text, words):
                hits.append([index, *box])
                if len(hits) >= MAX_HITS:
                    return Result({"hits": hits, "has_text": has_text, "more": True})
    return Result({"hits": hits, "has_text": has_text})


def _boxes(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, words: str
) -> list[tuple[float, float, float, float]]:
    """Return a box for each line that a hit stands on."""
    found: list[tuple[float, float, float, float]] = []
    searcher = text.search(words, match_case=False, match_whole_word=False)
    while (stretch := searcher.get_next()) is not None and len(found) < MAX_HITS:
        for number in range(text.count_rects(*stretch)):
            left, bottom, right, top = text.get_rect(number)
            x, y = _seen(page, left, top)
            far_x, far_y = _seen(page, right, bottom)
            found.append((min(x, far_x), min(y, far_y), abs(far_x - x), abs(far_y - y)))
    return found


def _seen(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    """Return a place of the page's own as a part of the page as it is seen, turned and cropped."""
    across, down = ctypes.c_int(), ctypes.c_int()
    pypdfium2.raw.FPDF_PageToDevice(
        page, 0, 0, _GRID, _GRID, 0, x, y, ctypes.byref(across), ctypes.byref(down)
    )
    return across.value / _GRID, down.value / _GRID
