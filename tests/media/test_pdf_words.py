"""Words are found in a PDF where they are seen."""

from __future__ import annotations

import io

import pikepdf
import pytest

from logbook.errors import PictureUnreadable
from logbook.media.pdf_words import find


def _document(*pages: str, turned: int = 0) -> io.BytesIO:
    pdf = pikepdf.new()
    for words in pages:
        pdf.add_blank_page(page_size=(200, 400))
        page = pdf.pages[-1]
        face = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=face))
        page.Contents = pdf.make_stream(f"BT /F1 12 Tf 20 380 Td ({words}) Tj ET".encode())
        page.Rotate = turned
    out = io.BytesIO()
    pdf.save(out)
    return out


def test_words_are_found_whatever_their_capitals() -> None:
    found = find(_document("On the Tram", "nothing", "tram, tram"), 3, "TRAM")
    assert [hit.page for hit in found.hits] == [0, 2, 2]
    assert found.has_text
    assert not found.more


def test_the_box_is_where_the_words_are_seen() -> None:
    (hit,) = find(_document("tram"), 1, "tram").hits
    assert hit.left == pytest.approx(0.1, abs=0.01)
    assert 0.01 < hit.top < 0.06
    assert 0.1 < hit.width < 0.2
    (turned,) = find(_document("tram", turned=90), 1, "tram").hits
    assert turned.left > 0.9, "what was the top is now the right"
    assert turned.top == pytest.approx(0.1, abs=0.01)


def test_many_pages_are_looked_through_in_order() -> None:
    found = find(_document(*[f"page {number} tram" for number in range(60)]), 60, "tram")
    assert [hit.page for hit in found.hits] == list(range(60))


def test_a_page_without_words_is_no_fault() -> None:
    found = find(_document(""), 1, "tram")
    assert found.hits == ()
    assert not found.has_text


def test_a_damaged_document_says_so() -> None:
    with pytest.raises(PictureUnreadable):
        find(io.BytesIO(b"%PDF-1.7\nnothing"), 1, "tram")
