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


def shown(*streams: bytes, **boxes: list[int]) -> pikepdf.Pdf:
    """Return a document of one page in a standard face."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(600, 800)).obj
    face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(face)))
    page.Contents = Array([pdf.make_stream(stream) for stream in streams])
    for name, box in boxes.items():
        page[f"/{name}"] = Array(box)
    return pdf


SEEN = b"BT /F 20 Tf 72 200 Td (Seen) Tj ET "


@pytest.mark.parametrize(
    ("boxes", "size"),
    [
        ({"CropBox": [0, 0, 600, 400]}, (600, 400)),
        ({"CropBox": [600, 400, 0, 0]}, (600, 400)),
        ({"CropBox": [-50, 0, 900, 400]}, (600, 400)),
        ({"CropBox": [0, 0, 600, 400], "TrimBox": [9, 9, 99, 99]}, (600, 400)),
    ],
)
def test_a_part_of_a_page_is_shown_as_a_picture_and_what_is_cut_off_stays_away(boxes, size):
    cleaned = clean(saved(shown(SEEN, b"BT /F 20 Tf 72 700 Td (Cut off) Tj ET", **boxes)))

    assert (cleaned.problem, cleaned.pages) == ("differs", [size])
    assert cleaned.words == ("Seen",)


@pytest.mark.parametrize(
    "boxes", [{"TrimBox": [99, 99, 200, 200]}, {"ArtBox": [9, 9, 99, 99]},
              {"CropBox": [1, 1, 599, 799]}, {"CropBox": [700, 0, 900, 400]}]
)  # fmt: skip
def test_boxes_for_printers_and_narrow_edges_hide_nothing(conforming, boxes):
    with pikepdf.open(io.BytesIO(conforming)) as pdf:
        page = pdf.pages[0].obj
        page.MediaBox = Array([0, 0, 600, 800])
        for name, box in boxes.items():
            page[f"/{name}"] = Array(box)
        cleaned = clean(saved(pdf))
    assert cleaned.problem == ""
    assert cleaned.pages[0][0] >= 598


@pytest.mark.parametrize(
    ("setting", "group", "words"),
    [
        ({"OFF": ["off"]}, "off", "Seen"),
        ({"OFF": ["off"]}, "on", "Seen\nLayer"),
        ({"BaseState": Name.OFF, "ON": ["on"]}, "off", "Seen"),
        ({"BaseState": Name.OFF, "ON": ["on"]}, "on", "Seen\nLayer"),
        ({"OFF": ["off"]}, Name.AnyOn, "Seen\nLayer"),
        ({"OFF": ["off"]}, Name.AllOn, "Seen"),
        ({"OFF": ["off"]}, Name.AnyOff, "Seen\nLayer"),
        ({"OFF": ["off"]}, Name.AllOff, "Seen"),
        ({"OFF": ["on", "off"]}, Name.AnyOn, "Seen"),
        ({}, "off", "Seen\nLayer"),
    ],
)
@pytest.mark.parametrize("marks", ["content", "form"])
def test_words_of_a_layer_that_is_switched_off_stay_away(setting, group, words, marks):
    layer = b"BT /F 20 Tf 72 100 Td (Layer) Tj ET"
    pdf = shown(SEEN, b"/OC /G BDC q " + layer + b" Q EMC" if marks == "content" else b"/X Do")
    groups = {name: pdf.make_indirect(Dictionary(Type=Name.OCG)) for name in ("on", "off")}
    known = {
        f"/{key}": Array([groups[one] for one in value]) if isinstance(value, list) else value
        for key, value in setting.items()
    }
    pdf.Root.OCProperties = Dictionary(OCGs=Array(list(groups.values())), D=Dictionary(known))
    both = Dictionary(Type=Name.OCMD, OCGs=Array(list(groups.values())))
    if isinstance(group, Name):
        both.P = group
    chosen = both if isinstance(group, Name) else groups[group]
    resources = pdf.pages[0].obj.Resources
    resources.Properties = Dictionary(G=chosen)
    form = pdf.make_stream(layer, Subtype=Name.Form, BBox=Array([0, 0, 600, 800]), OC=chosen)
    form.Resources = Dictionary(Font=resources.Font)
    resources.XObject = Dictionary(X=form)

    cleaned = clean(saved(pdf))
    assert cleaned.problem == "differs"
    assert cleaned.words == (words,)


def test_forms_of_forms_of_forms_do_not_fill_the_memory():
    pdf = shown(b"/X Do")
    inner = pdf.make_stream(b"BT /F 9 Tf (laugh) Tj ET", Subtype=Name.Form, BBox=Array([0] * 4))
    inner.Resources = pdf.pages[0].obj.Resources
    for _ in range(10):
        outer = pdf.make_stream(b"/X Do " * 20, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        outer.Resources = Dictionary(XObject=Dictionary(X=inner))
        inner = outer
    pdf.pages[0].obj.Resources.XObject = Dictionary(X=inner)
    cleaned = clean(saved(pdf))

    assert cleaned.unread == (0,)
    assert len(cleaned.words[0]) <= 200_000


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
