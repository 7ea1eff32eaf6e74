"""Words of foreign pages are read as they stand, however a program places them."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from logbook.export.protecting import GAP
from logbook.export.reading_back import Reader, Words


@pytest.fixture
def read():
    """Read the words that a stream of operators shows in one face, F."""
    pdf = pikepdf.new()

    def of(stream: bytes, face: Dictionary | None = None, cmap: bytes = b"") -> Words:
        form = pdf.make_stream(stream, Subtype=Name.Form, BBox=Array([0, 0, 600, 800]))
        font = pdf.make_indirect(face or Dictionary(Subtype=Name.Type1, BaseFont=Name.Helvetica))
        if cmap:
            font.ToUnicode = pdf.make_stream(cmap)
        form.Resources = Dictionary(Font=Dictionary(F=font))
        return Reader().form(form)

    return of


@pytest.mark.parametrize(
    ("stream", "text"),
    [
        (b"BT /F 10 Tf (Robin Kay) Tj ET", "Robin Kay"),
        (b"BT /F 10 Tf (Robin) Tj ( Kay) Tj ET", "Robin Kay"),
        (b"BT /F 10 Tf 1 0 0 1 9 90 Tm (One) Tj 1 0 0 1 9 70 Tm (Two) Tj ET", "One\nTwo"),
        (b"BT /F 10 Tf 9 90 Td (One) Tj 0 -12 Td (Two) Tj ET", "One\nTwo"),
        (b"BT /F 10 Tf 12 TL (One) Tj T* (Two) Tj (Six) ' ET", "One\nTwo\nSix"),
        (b"BT /F 10 Tf 0 -12 TD (One) Tj T* (Two) Tj ET", "One\nTwo"),
        (b"BT /F 10 Tf [(to)-333(Rob)20(in)-333(Kay)]TJ ET", "to Robin Kay"),
        (b"BT /F 10 Tf (to) Tj 15 0 Td (R) Tj 5 0 Td (o) Tj 5 0 Td (b) Tj ET", "to Rob"),
        (b"BT /F 10 Tf (to) Tj ET BT /F 10 Tf 13 0 Td (Kay) Tj ET", "to Kay"),
        (b"BT /F 10 Tf (R) Tj ET BT /F 10 Tf 5 0 Td (ob) Tj ET", "Rob"),
        (b"q 1 0 0 1 9 90 cm BT /F 10 Tf (A) Tj ET Q q 1 0 0 1 14 90 cm BT /F 10 Tf (B) Tj ET Q",
         "AB"),
        (b"BT /F 10 Tf 0 1 -1 0 50 50 Tm (Up) Tj 0 1 -1 0 90 50 Tm (Next) Tj ET", "Up\nNext"),
        (b"BT /F 10 Tf 50 0 Td (Second) Tj -50 0 Td (First) Tj ET", "Second\nFirst"),
        (b"BT /F 10 Tf 0 0 0 0 0 0 Tm (A) Tj (B) Tj ET", "A\nB"),
        (b"Q Q BT /F 10 Tf 1 Td (A) Tj (x) Tm ET", "A"),
    ],
)  # fmt: skip
def test_places_tell_a_step_from_a_space_and_a_new_line(read, stream, text):
    assert read(stream).text == text


def test_letters_that_stand_apart_are_read_with_their_gaps(read):
    words = read(b"BT /F 10 Tf 4 Tc (R) Tj (o) Tj 21 0 Td (b) Tj 12 0 Td (in) Tj ET")

    assert words.text == "Ro b in"
    assert words.as_placed == f"Ro{GAP}b{GAP}in"


def test_a_face_that_was_chosen_comes_back_with_its_page(read):
    assert read(b"/F 10 Tf q /G 10 Tf Q BT (Kay) Tj ET").text == "Kay"


def simple(**parts: object) -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.TrueType, **parts)


def test_every_form_of_a_map_of_meanings_is_read(read):
    cmap = (
        b"1 beginbfchar <01> <0041 0042> endbfchar "
        b"2 beginbfrange <02> <04> [<0043> <D83D DE00> <0045>] <05><06><0078> endbfrange"
    )
    words = read(b"BT /F 10 Tf <010203040506> Tj ET", simple(), cmap)

    assert words.text == "ABC\U0001f600Exy"
    assert not words.unknown


@pytest.mark.parametrize(
    ("face", "cmap"),
    [
        (simple(), b"1 beginbfchar <01> <0041> endbfchar"),
        (simple(Encoding=Dictionary(Differences=Array([1, Name.A, Name("/g17")]))), b""),
        (Dictionary(Type=Name.Font, Subtype=Name.Type0, Encoding=Name("/Identity-H")), b""),
    ],
)
def test_a_code_without_a_meaning_is_not_passed_over(read, face, cmap):
    words = read(b"BT /F 10 Tf <0102> Tj ET", face, cmap)

    assert words.unknown
    assert not words.are_told


def test_an_encoding_fills_what_a_map_of_meanings_leaves_out(read):
    face = simple(Encoding=Name.WinAnsiEncoding)
    words = read(b"BT /F 10 Tf (aB) Tj ET", face, b"1 beginbfchar <61> <0041> endbfchar")

    assert (words.text, words.unknown) == ("AB", False)


@pytest.mark.parametrize(
    ("widths", "gap"),
    [
        ({"W": Array([1, Array([500, 500])])}, True),
        ({"W": Array([1, 2, 500])}, True),
        ({"DW": 500}, True),
        ({"W": Array([1, 2, 1000])}, False),
        ({"W": Array([Name.A])}, False),
        ({}, False),
    ],
)
def test_the_widths_of_a_face_of_two_bytes_tell_its_gaps(read, widths, gap):
    face = Dictionary(Type=Name.Font, Subtype=Name.Type0, Encoding=Name("/Identity-H"))
    face.DescendantFonts = Array([Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, **widths)])
    cmap = b"2 beginbfchar <0001> <0041> <0002> <0042> endbfchar"
    words = read(b"BT /F 10 Tf <0001> Tj 10 0 Td <0002> Tj ET", face, cmap)

    assert words.text == ("A B" if gap else "AB")


def test_the_widths_of_a_simple_face_tell_its_gaps(read):
    face = simple(Encoding=Name.WinAnsiEncoding, FirstChar=65, Widths=Array([900]))

    assert read(b"BT /F 10 Tf (A) Tj 9 0 Td (A) Tj 12 0 Td (A) Tj ET", face).text == "AA A"


@pytest.mark.parametrize(
    ("stream", "are_told"),
    [(b"", True), (b"0 0 9 9 re f", False), (b"0 0 9 9 re f BT /F 9 Tf (a) Tj ET", True)],
)
def test_a_page_that_shows_something_without_words_is_not_told(read, stream, are_told):
    assert read(stream).are_told is are_told
