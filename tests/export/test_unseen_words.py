from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, OutlineItem, String

from logbook.export import unseen_words
from logbook.export.cleaning import clean


def with_title(pdf):
    pdf.docinfo[Name.Author] = String("Robin Kay")


def with_statement(pdf):
    with pdf.open_metadata() as statement:
        statement["dc:creator"] = ["Robin Kay"]


def with_bookmark(pdf):
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem("Robin Kay", 0))


def with_note(pdf):
    note = Dictionary(Subtype=Name.Text, T=String("Robin Kay"), Rect=[0, 0, 9, 9])
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def with_attachment(pdf):
    spec = AttachedFileSpec(pdf, b"x", filename="Robin Kay.txt")
    pdf.attachments["x"] = spec


def with_field(pdf):
    field = Dictionary(FT=Name.Tx, T=String("name"), V=String("Robin Kay"))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))


def with_layer(pdf):
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Robin Kay")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary())


PLACES = [
    with_title, with_statement, with_bookmark, with_note, with_attachment, with_field, with_layer,
]  # fmt: skip


@pytest.mark.parametrize("put", PLACES)
def test_words_are_found_wherever_a_document_holds_them(conforming, put):
    with pikepdf.open(io.BytesIO(conforming)) as pdf:
        put(pdf)
        out = io.BytesIO()
        pdf.save(out)
    cleaned = clean(out.getvalue(), with_words_beside=True)

    assert "Robin Kay" in cleaned.beside
    assert b"Robin" not in cleaned.data


def test_two_strings_side_by_side_are_kept_apart(conforming):
    with pikepdf.open(io.BytesIO(conforming)) as pdf:
        pdf.docinfo[Name.Author], pdf.docinfo[Name.Title] = String("Robin"), String("Kay")
        found = unseen_words.find(pdf)
    assert unseen_words.APART.join(("Robin", "Kay")) in found


def test_no_more_is_collected_than_the_limit(conforming, monkeypatch):
    monkeypatch.setattr(unseen_words, "MOST_CHARACTERS", 5)
    with pikepdf.open(io.BytesIO(conforming)) as pdf:
        pdf.Root.Lots = Array([String("abc"), String("def"), String("ghi")])
        assert unseen_words.find(pdf) == "abc | de"


def test_words_beside_are_collected_only_when_asked_for(conforming):
    with pikepdf.open(io.BytesIO(conforming)) as pdf:
        with_title(pdf)
        out = io.BytesIO()
        pdf.save(out)
    assert clean(out.getvalue()).beside == ""
