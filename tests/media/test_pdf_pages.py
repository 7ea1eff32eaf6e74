"""Tests of drawing the pages of a PDF."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from logbook.errors import PictureUnreadable
from logbook.media.pdf_pages import render


def test_a_page_is_drawn_as_wide_as_asked(pdf_bytes: bytes) -> None:
    page = Image.open(io.BytesIO(render(io.BytesIO(pdf_bytes), 1, 300)))
    assert (page.format, page.size) == ("PNG", (300, 600))


def test_a_page_that_would_be_too_many_pixels_is_drawn_smaller(pdf_bytes: bytes) -> None:
    page = Image.open(io.BytesIO(render(io.BytesIO(pdf_bytes), 1, 999_999)))
    assert page.width * page.height <= 41_000_000


@pytest.mark.parametrize("index", [-1, 3])
def test_a_page_that_is_not_there_is_refused(index: int, pdf_bytes: bytes) -> None:
    with pytest.raises(PictureUnreadable, match="no_such_page"):
        render(io.BytesIO(pdf_bytes), index, 300)


def test_a_damaged_document_is_refused() -> None:
    with pytest.raises(PictureUnreadable, match="broken"):
        render(io.BytesIO(b"%PDF-1.7\nnothing"), 0, 300)
