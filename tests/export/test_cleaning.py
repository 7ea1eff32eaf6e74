from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String, pdfa
from reportlab.pdfgen.canvas import Canvas

from logbook.export import cleaning
from logbook.export.cleaning import clean


def hostile() -> bytes:
    """Return a document with a form, a script, an attachment, a tracking link and an author."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.drawString(72, 700, "Visible words")
    canvas.acroForm.textfield(name="f", value="Typed value", x=72, y=600, width=200, height=20)
    canvas.linkURL("http://track.example/x", (72, 500, 200, 520))
    canvas.showPage()
    canvas.setPageSize((842, 595))
    canvas.drawString(72, 300, "Landscape page")
    canvas.showPage()
    canvas.save()
    pdf = pikepdf.open(io.BytesIO(out.getvalue()))
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.attachments["x.txt"] = b"attached secret"
    pdf.pages[1].obj.Rotate = 90
    pdf.pages[0].obj.PieceInfo = Dictionary(Private=String("history"))
    pdf.docinfo[Name.Author] = String("Mallory")
    done = io.BytesIO()
    pdf.save(done, encryption=pikepdf.Encryption(owner="owner", user=""))
    return done.getvalue()


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def test_a_document_that_conforms_keeps_its_pages_as_they_are(conforming):
    cleaned = clean(conforming)

    assert cleaned.problem == ""
    assert cleaned.pages == [(400.0, 300.0)]
    assert pdfa.validate_written(io.BytesIO(cleaned.data), "2b").passed


def test_faces_that_are_not_embedded_make_a_document_differ_and_its_words_are_kept(plain):
    cleaned = clean(plain("Report 26-11832"))

    assert cleaned.problem == "differs"
    assert cleaned.data == b""
    assert cleaned.words == ("Report 26-11832",)


def test_a_form_value_is_burnt_in_and_a_turned_page_stands_upright():
    cleaned = clean(hostile())

    assert cleaned.pages == [(595.0, 842.0), (595.0, 842.0)]
    assert "Typed value" in cleaned.words[0]
    assert cleaned.words[1] == "Landscape page"


def test_nothing_of_a_hostile_document_comes_along_but_what_it_shows(monkeypatch):
    monkeypatch.setattr(cleaning.pdfa, "check", lambda *_: type("Passed", (), {"passed": True}))
    data = clean(hostile()).data

    with pikepdf.open(io.BytesIO(data)) as pdf:
        keys = {
            key
            for thing in pdf.objects
            if isinstance(thing, (Dictionary, pikepdf.Stream))
            for key in thing
        }
        told = b"".join(
            thing.read_bytes() for thing in pdf.objects if isinstance(thing, pikepdf.Stream)
        )
        assert not pdf.is_encrypted
    assert not keys & {
        "/JS",
        "/OpenAction",
        "/AA",
        "/URI",
        "/EmbeddedFiles",
        "/PieceInfo",
        "/AcroForm",
        "/Annots",
    }
    for hidden in (b"attached secret", b"Mallory", b"track.example", b"app.alert", b"history"):
        assert hidden not in told + data


def test_hidden_layers_are_never_taken_over(conforming):
    pdf = pikepdf.open(io.BytesIO(conforming))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("hidden")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))

    assert clean(saved(pdf)).problem == "differs"


def test_a_document_with_a_password_is_said_to_be_encrypted(conforming):
    pdf = pikepdf.open(io.BytesIO(conforming))

    locked = saved(pdf, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert clean(locked).problem == "encrypted"


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.4 junk", b"no document", b"%PDF-1.7\n" + bytes(5000)]
)
def test_junk_is_said_to_be_broken(data):
    assert clean(data).problem == "broken"


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_cut_document_never_raises(part):
    data = hostile()

    assert clean(data[: int(len(data) * part)]).problem in {"broken", "differs", "encrypted"}


def test_a_document_without_pages_is_broken():
    assert clean(saved(pikepdf.new())).problem == "broken"


def test_more_pages_than_the_limit_are_too_large(monkeypatch, conforming):
    monkeypatch.setattr(cleaning, "MOST_PAGES", 0)

    assert clean(conforming).problem == "too_large"


@pytest.mark.parametrize("size", [(3, 3), (400, 20000)])
def test_pages_of_absurd_size_are_too_large(size):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.pages[0].obj.MediaBox = Array([0, 0, *size])

    assert clean(saved(pdf)).problem == "too_large"
