"""Tests of drawing the pages of a PDF."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
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


@pytest.mark.parametrize(("value", "is_drawn"), [("Typed value", True), ("", False)])
def test_a_value_of_a_form_is_drawn_without_a_picture_of_its_own(
    value: str, *, is_drawn: bool
) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 300))
    look = String("/Helv 12 Tf 0 g")
    box = Array([50, 50, 250, 90])
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("f"), Rect=box)
    field.V, field.DA = String(value), look
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(field)])
    face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    faces = Dictionary(Font=Dictionary(Helv=face))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].Annots[0]]), DA=look, DR=faces)
    out = io.BytesIO()
    pdf.save(out)
    page = Image.open(io.BytesIO(render(io.BytesIO(out.getvalue()), 0, 300)))
    darkest, _ = page.convert("L").getextrema()
    assert (darkest < 100) is is_drawn


@pytest.mark.parametrize("kind", [Name.Tx, Name.Ch, Name.Btn])
def test_no_ground_is_drawn_behind_a_field(kind: Name) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 300))
    look = String("/Helv 12 Tf 0 g")
    field = pdf.make_indirect(Dictionary(Subtype=Name.Widget, FT=kind, T=String("f"), DA=look))
    field.Rect = Array([50, 50, 250, 90])
    pdf.pages[0].obj.Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), DA=look)
    out = io.BytesIO()
    pdf.save(out)
    page = Image.open(io.BytesIO(render(io.BytesIO(out.getvalue()), 0, 300)))
    assert page.getpixel((60, 230)) == (255, 255, 255)
