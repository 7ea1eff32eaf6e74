"""Notes, marks and form values without a picture of themselves are drawn or said, never lost."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String, pdfa

from logbook.export import cleaning
from logbook.export.cleaning import clean
from logbook.export.report import compose

FIELD = {"FT": Name.Tx, "T": String("f"), "DA": String("/Helv 12 Tf 0 g")}


def noted(data: bytes, subtype: str, **parts: object) -> bytes:
    """Return a document with one annotation on its first page."""
    pdf = pikepdf.open(io.BytesIO(data))
    box = Array([20, 20, 200, 60])
    note = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=box, **parts)
    )
    pdf.pages[0].obj.Annots = Array([note])
    if subtype == "Widget":
        face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        faces = Dictionary(Font=Dictionary(Helv=face))
        pdf.Root.AcroForm = Dictionary(Fields=Array([note]), DR=faces)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_the_document_without_notes_is_taken_over_as_it_is(conforming):
    cleaned = clean(conforming)

    assert (cleaned.problem, cleaned.unseen) == ("", ())


@pytest.mark.parametrize("subtype", ["FreeText", "Highlight", "Ink", "Square"])
def test_a_mark_that_a_picture_of_the_page_shows_makes_the_document_differ(conforming, subtype):
    cleaned = clean(noted(conforming, subtype, Contents=String("mine")))

    assert (cleaned.problem, cleaned.unseen) == ("differs", ())


def test_the_words_of_a_text_box_are_searched_for_where_its_picture_is(conforming):
    cleaned = clean(noted(conforming, "FreeText", Contents=String("“Sólo” mine")))

    assert cleaned.words == ("“Sólo” mine",)


def test_a_mark_in_a_document_too_long_for_pictures_does_not_cost_its_pages(
    conforming, monkeypatch
):
    monkeypatch.setattr(cleaning, "MOST_PICTURED", 0)

    cleaned = clean(noted(conforming, "Ink"))
    assert (cleaned.problem, cleaned.unseen) == ("", (0,))


@pytest.mark.parametrize(
    ("subtype", "parts"),
    [
        ("Stamp", {}),
        ("Line", {}),
        ("Text", {"Contents": String("a comment")}),
        ("FreeText", {"Contents": String("Привет")}),
        ("Widget", {**FIELD, "V": String("Привет")}),
    ],
)
def test_what_no_picture_shows_is_told_with_its_page(conforming, subtype, parts):
    cleaned = clean(noted(conforming, subtype, **parts))

    assert cleaned.unseen == (0,)


@pytest.mark.parametrize(
    ("subtype", "parts"),
    [
        ("Link", {}),
        ("Popup", {"Contents": String("x")}),
        ("Text", {}),
        ("Stamp", {"F": 2}),
        ("Widget", {**FIELD, "V": String(" ")}),
        ("Widget", {**FIELD, "FT": Name.Btn, "V": Name.Off}),
        ("Widget", {**FIELD, "FT": Name.Sig, "V": Dictionary()}),
    ],
)
def test_what_would_not_be_seen_anyhow_is_not_told(conforming, subtype, parts):
    cleaned = clean(noted(conforming, subtype, **parts))

    assert (cleaned.problem, cleaned.unseen) == ("", ())


@pytest.mark.parametrize(
    "parts",
    [
        {"F": String("oops")},
        {"F": Array([])},
        {**FIELD, "FT": 7, "V": Array([1, 2])},
        {**FIELD, "Parent": String("x")},
    ],
)
@pytest.mark.parametrize("subtype", ["FreeText", "Widget"])
def test_parts_of_a_wrong_type_do_not_cost_the_document(conforming, subtype, parts):
    cleaned = clean(noted(conforming, subtype, **parts))

    assert cleaned.problem in {"", "differs"}
    assert len(cleaned.pages) == 1


def test_a_value_that_a_field_inherits_is_found_and_its_words_are_kept(conforming):
    data = noted(conforming, "Widget", **FIELD, V=String("Typed value"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        note = pdf.pages[0].Annots[0]
        note.Parent = pdf.make_indirect(Dictionary(V=note.V, FT=Name.Tx, T=String("up")))
        note.Parent.Kids = Array([note])
        del note.V
        pdf.Root.AcroForm.Fields = Array([note.Parent])
        out = io.BytesIO()
        pdf.save(out)
    cleaned = clean(out.getvalue())

    assert cleaned.problem == "differs"
    assert "Typed value" in cleaned.words[0]


@pytest.mark.parametrize(("subtype", "said"), [("Stamp", 1), ("Link", 0)])
def test_r37_an_exhibit_that_lacks_a_mark_is_worth_a_look(
    make, tmp_path, conforming, subtype, said
):
    file = make.document(1, "a.pdf", noted(conforming, subtype))
    entry = make.entry(1, "T", "x", files=(1,))
    made = compose(make.dossier(entries=(entry,), files=(file,)), tmp_path / "bundle.pdf")

    looks = [one for one in made.checks if "filled-in fields" in one.message]
    assert len(looks) == said
    assert all("A1" in one.message and "page 1)" in one.message for one in looks)
    assert pdfa.validate_written(tmp_path / "bundle.pdf", "2b").passed
