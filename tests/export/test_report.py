from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader

from logbook.domain.dossier import Caption
from logbook.domain.evidence import PrintCopy
from logbook.domain.progress import SILENT
from logbook.errors import (
    Cancelled,
    HiddenNameInReport,
    NothingChosen,
    OutputNotWritable,
    ReportFailedCheck,
    UnknownProfile,
    UsageError,
)
from logbook.export import bundle, finishing, validating
from logbook.export.assembly import Assembly
from logbook.export.drawing import Furniture, draw
from logbook.export.flow import Flow
from logbook.export.look import look_for
from logbook.export.pages import Pages
from logbook.export.profiles import profile
from logbook.export.report import compose
from logbook.export.typesetting import Typesetter


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


class Watch:
    """Remembers what it is told, and stops at a step when asked to."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.steps: list[tuple[int, int, str]] = []
        self.ways_given = 0
        self.stop_at = stop_at

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        self.steps.append((done, total, doing))
        if self.stop_at is not None and done >= self.stop_at:
            raise Cancelled

    def give_way(self) -> None:
        self.ways_given += 1


def protected_everywhere(make, words):
    """Return dossiers that carry protected words, each in another place."""
    file = make.file(1, "a.png")
    entry = make.entry(1, "T", "x", files=(1,))
    record = make.record("+1 555 0100", "hello", make.made_at)

    def thread(**changes):
        return make.thread([make.message(1, record)], **changes)

    return {
        "text": make.dossier(entries=(make.entry(1, "T", f"He said {words}."),)),
        "title": make.dossier(entries=(make.entry(1, words, "x"),)),
        "witness": make.dossier(entries=(make.entry(1, "T", "x", witnesses=(words,)),)),
        "file name": make.dossier(entries=(entry,), files=(replace(file, name=f"{words}.png"),)),
        "description": make.dossier(entries=(entry,), files=(replace(file, description=words),)),
        "transcript": make.dossier(entries=(entry,), files=(replace(file, transcript=words),)),
        "message": make.dossier(
            threads=(make.thread([make.message(1, record._replace(text=f"Hi {words}"))]),)
        ),
        "sender": make.dossier(
            threads=(
                make.thread(
                    [make.message(1, record._replace(sender=words), "Someone 12345 " + words)]
                ),
            )
        ),
        "export file": make.dossier(threads=(thread(source_name=f"Chat of {words}.zip"),)),
        "conversation": make.dossier(threads=(thread(title=words),)),
        "court": make.dossier(caption=replace(make.dossier().caption, court=words)),
    }


PLACES = {
    "text": "entry 1 (text)",
    "title": "entry 1 (title)",
    "witness": "entry 1 (witnesses)",
    "file name": "file A1 (name)",
    "description": "file A1 (description)",
    "transcript": "file A1 (transcript)",
    "message": "message 1 of Exhibit A (text)",
    "sender": "message 1 of Exhibit A (sender)",
    "export file": "Exhibit A (export file)",
    "conversation": "Exhibit A (title)",
    "court": "the cover (court)",
}


@pytest.mark.usefixtures("unvalidated")
@pytest.mark.parametrize("place", PLACES)
def test_r45_a_protected_name_anywhere_stops_the_report(make, tmp_path, place):
    dossier = replace(protected_everywhere(make, "Robin Kay")[place], protected=("Robin Kay",))

    with pytest.raises(HiddenNameInReport) as caught:
        compose(dossier, tmp_path / "bundle.pdf")
    assert caught.value.detail == "R45"
    assert caught.value.where == PLACES[place]
    assert names_in(tmp_path) == []


@pytest.mark.usefixtures("unvalidated")
def test_r45_every_place_is_named_and_many_are_counted(make, tmp_path):
    entries = tuple(make.entry(at, "T", "Robin Kay") for at in range(1, 15))
    dossier = make.dossier(entries=entries, protected=("Robin Kay",))

    with pytest.raises(HiddenNameInReport) as caught:
        compose(dossier, tmp_path / "bundle.pdf")
    assert "entry 12 (text); 2 more places" in str(caught.value.where)


@pytest.mark.parametrize("place", PLACES)
def test_r45_the_same_dossiers_pass_when_nothing_is_protected(make, composed, place):
    made = composed(protected_everywhere(make, "Robin Kay")[place])

    assert made.path.is_file()  # the negative control: only the guard stopped them


def test_r45_what_holds_a_protected_name_can_be_left_out_and_is_said(make, tmp_path):
    file, named = make.file(1, "a.png"), replace(make.file(2, "b.png"), name="Robin Kay.png")
    entries = (
        make.entry(1, "T", "Robin Kay was here"),
        make.entry(2, "Stays", "x", files=(1, 2), messages=((0, 2), (1, 3))),
    )
    texts = ("Hello", "Hello Robin Kay", "Bye")
    messages = [
        make.message(at + 1, make.record("+1 555 0100", text, make.made_at))
        for at, text in enumerate(texts)
    ]
    dossier = make.dossier(
        entries=entries,
        files=(file, named),
        threads=(make.thread(messages[1:2], total=9), make.thread(messages)),
        protected=("Robin Kay",),
    )
    made = compose(dossier, tmp_path / "bundle.pdf", without_hidden_names=True)

    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "bundle.pdf").pages)
    assert "Robin" not in text
    assert "Stays" in text
    assert "1 message omitted (2)" in text
    assert made.entries == 1
    assert [check.message for check in made.checks if "Left out" in check.message] == [
        (
            "Left out because a hidden name stands there: entry 1, message 2 of 9 (WhatsApp),"
            " message 2 of 3 (WhatsApp), 1 file."
        )
    ]
    assert made.exhibits == 2


@pytest.mark.usefixtures("unvalidated")
def test_r45_much_that_is_left_out_is_counted_and_said_first(make, tmp_path):
    entries = tuple(make.entry(at, "T", "Robin Kay" if at < 28 else "x") for at in range(1, 29))
    dossier = make.dossier(entries=entries, protected=("Robin Kay",))
    made = compose(dossier, tmp_path / "bundle.pdf", without_hidden_names=True)

    assert made.entries == 1
    assert made.checks[0].message.endswith("entry 23, entry 24, 3 more places.")


PART = "A part of your legal name"


@pytest.mark.usefixtures("unvalidated")
@pytest.mark.parametrize("place", PLACES)
def test_r45_a_part_of_a_protected_name_is_worth_a_look_and_stops_nothing(make, tmp_path, place):
    hidden = {"protected": ("Robin Kay",), "protected_parts": ("Robin", "Kay")}
    dossier = replace(protected_everywhere(make, "robin")[place], **hidden)
    made = compose(dossier, tmp_path / "bundle.pdf")

    (said,) = [check for check in made.checks if PART in check.message]
    assert said.level == "look"
    assert said.message == f"{PART} can be read here: {PLACES[place]}."


@pytest.mark.usefixtures("unvalidated")
@pytest.mark.parametrize("how", [lambda plain: plain("Dear Ms Kay"), lambda _: embedded("Ms Kay")])
def test_r45_a_part_of_a_name_in_a_foreign_document_is_worth_a_look(make, tmp_path, plain, how):
    dossier = replace(with_document(make, how(plain)), protected_parts=("Robin", "Kay"))
    made = compose(dossier, tmp_path / "bundle.pdf")

    (said,) = [check for check in made.checks if PART in check.message]
    assert said.message == f"{PART} can be read here: file A1 (its page 1)."


@pytest.mark.usefixtures("unvalidated")
@pytest.mark.parametrize("place", PLACES)
def test_r45_a_longer_word_is_no_part_of_a_name(make, tmp_path, place):
    hidden = {"protected": ("Robin Kay",), "protected_parts": ("Robin", "Kay")}
    dossier = replace(protected_everywhere(make, "Robina Kayak")[place], **hidden)
    made = compose(dossier, tmp_path / "bundle.pdf")

    assert not [check for check in made.checks if PART in check.message]


def embedded(text, **more):
    """Return a document that is taken over as it is: its face comes with it."""
    setter = Typesetter()
    pages = Pages()
    flow = Flow(pages, look_for(profile("generic-us"), ""), setter)
    for part in text.split("\f"):
        flow.new_page()
        flow.text(part, flow.look.body)
    assembly = Assembly()
    drawn = draw(pages, flow.look, setter, Furniture("", "", 1, []), SILENT)
    assembly.add_pages(drawn, pages, setter, SILENT)
    for key, value in more.items():
        assembly.pdf.docinfo[f"/{key}"] = String(value)
    out = io.BytesIO()
    assembly.pdf.save(out)
    return out.getvalue()


def noted(data, words):
    """Return a document with a text box that has no picture of itself."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        box = Dictionary(Subtype=Name.FreeText, Contents=String(words), Rect=[20, 20, 200, 60])
        pdf.pages[0].obj.Annots = pdf.make_indirect(Array([pdf.make_indirect(box)]))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def spaced(data, words):
    """Return a document that also shows words of which every letter is placed by itself."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        letters = "".join(f"({letter}) Tj 14 0 Td " for letter in words.replace(" ", ""))
        stream = f"BT /F1 12 Tf 50 50 Td {letters} ET".encode()
        pdf.pages[0].contents_add(stream)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def with_document(make, data, **changes):
    document = make.document(
        1, "a.pdf", data, page_picture=lambda _: make.picture_bytes(60, 90, 1), **changes
    )
    entries = (make.entry(1, "Kept", "x", files=(1, 2)),)
    return make.dossier(
        entries=entries, files=(document, make.file(2, "b.png")), protected=("Robin Kay",)
    )


DOCUMENTS = {
    "as pictures": lambda plain: plain("Mail to Robin Kay"),
    "in a text box": lambda plain: noted(plain("Mail"), "ROBIN KAY"),
    "in letters apart": lambda plain: spaced(plain("Mail"), "Robin Kay"),
    "taken over": lambda _plain: embedded("Mail to Robin Kay"),
}


@pytest.mark.usefixtures("unvalidated")
@pytest.mark.parametrize("how", DOCUMENTS)
def test_r45_a_foreign_document_with_a_protected_name_is_told_with_its_page(
    make, tmp_path, plain, how
):
    with pytest.raises(HiddenNameInReport) as caught:
        compose(with_document(make, DOCUMENTS[how](plain)), tmp_path / "bundle.pdf")
    assert caught.value.where == "file A1 (its page 1)"
    assert caught.value.can_be_left_out
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("how", DOCUMENTS)
def test_r45_a_foreign_document_with_a_protected_name_is_left_out_as_a_whole(
    make, tmp_path, plain, how
):
    dossier = with_document(make, DOCUMENTS[how](plain))
    made = compose(dossier, tmp_path / "bundle.pdf", without_hidden_names=True)

    assert made.checks[0].message == (
        "Left out because a hidden name stands there: file a.pdf (its page 1)."
    )
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "bundle.pdf").pages)
    assert "Kept" in text
    assert "b.png" in text
    assert "a.pdf" not in text


def test_a_place_that_cannot_be_written_is_said_before_any_file_is_read(make, tmp_path):
    def never():
        pytest.fail("the file was read for nothing")

    file = make.document(1, "a.pdf", b"%PDF", print_copy=never)
    dossier = make.dossier(
        entries=(make.entry(1, "T", "x", files=(1,)),), files=(replace(file, pdf_bytes=never),)
    )
    with pytest.raises(OutputNotWritable):
        compose(dossier, tmp_path / "absent" / "bundle.pdf")


@pytest.mark.usefixtures("unvalidated")
def test_r45_every_page_of_a_document_that_holds_a_name_is_told(make, tmp_path):
    data = embedded("Robin Kay\fNobody\fRobin\nKay\frobin-kay")
    with pytest.raises(HiddenNameInReport) as caught:
        compose(with_document(make, data), tmp_path / "bundle.pdf")
    assert caught.value.where == "file A1 (its pages 1, 3–4)"


@pytest.mark.usefixtures("unvalidated")
def test_r45_a_name_in_what_a_page_is_made_of_is_told_without_a_page(make, tmp_path):
    with pikepdf.open(io.BytesIO(embedded("Mail"))) as pdf:
        stream = pdf.pages[0].Contents.read_bytes()
        marked = b"/Span <</ActualText (Robin Kay)>> BDC EMC "
        pdf.pages[0].obj.Contents = pdf.make_stream(marked + stream)
        out = io.BytesIO()
        pdf.save(out)
    with pytest.raises(HiddenNameInReport) as caught:
        compose(with_document(make, out.getvalue()), tmp_path / "bundle.pdf")
    assert caught.value.where == "file A1"


@pytest.mark.usefixtures("unvalidated")
def test_r45_a_name_that_a_document_holds_without_showing_it_is_worth_a_look(make, tmp_path):
    dossier = with_document(make, embedded("Mail", Author="Robin Kay"))
    made = compose(dossier, tmp_path / "bundle.pdf")

    (said,) = [check for check in made.checks if "the file itself" in check.message]
    assert (said.id, said.level) == ("R45", "look")
    assert said.message.startswith("A1:")
    assert b"Robin" not in (tmp_path / "bundle.pdf").read_bytes()


@pytest.mark.usefixtures("unvalidated")
@pytest.mark.parametrize(
    ("changes", "can_be_left_out"),
    [
        ({}, True),
        ({"caption": Caption("Robin Kay's court", "", "R. K.", "", "")}, False),
        ({"bates_prefix": "ROBIN-KAY-"}, False),
    ],
)
def test_r45_leaving_out_is_offered_only_where_it_helps(make, tmp_path, changes, can_be_left_out):
    entries = (make.entry(1, "T", "Robin Kay"), make.entry(2, "T", "x"))
    dossier = make.dossier(entries=entries, protected=("Robin Kay",), **changes)
    with pytest.raises(HiddenNameInReport) as caught:
        compose(dossier, tmp_path / "bundle.pdf")
    assert caught.value.can_be_left_out is can_be_left_out
    assert "entry 1 (text)" in str(caught.value.where)
    assert ("the cover" in str(caught.value.where)) is not can_be_left_out


@pytest.mark.usefixtures("unvalidated")
def test_r45_leaving_out_everything_is_not_offered(make, tmp_path):
    dossier = make.dossier(entries=(make.entry(1, "T", "Robin Kay"),), protected=("Robin Kay",))
    with pytest.raises(HiddenNameInReport) as caught:
        compose(dossier, tmp_path / "bundle.pdf")
    assert not caught.value.can_be_left_out


@pytest.mark.parametrize(
    "head", [{"title": "With Robin Kay"}, {"source_name": "Robin Kay.zip"},
             {"participants": ("+1 555 0100", "Robin Kay at home")}]
)  # fmt: skip
def test_r45_a_conversation_named_by_the_name_is_left_out_as_a_whole(make, tmp_path, head):
    record = make.record("+1 555 0100", "hello", make.made_at)
    other = make.thread([make.message(1, record)])
    thread = make.thread([make.message(1, record), make.message(2, record)], **head)
    dossier = make.dossier(threads=(thread, other), protected=("Robin Kay",))
    made = compose(dossier, tmp_path / "bundle.pdf", without_hidden_names=True)

    assert made.checks[0].message == (
        "Left out because a hidden name stands there: the conversation of 2 messages (WhatsApp)."
    )
    assert made.exhibits == 1


def test_a_protected_name_among_the_participants_is_printed_in_the_chosen_form(make, composed):
    record = make.record("Sam", "hello", make.made_at)
    thread = make.thread([make.message(1, record)], participants=("Sam", "Robin Kay"))
    made = composed(make.dossier(threads=(thread,), protected=("Robin Kay",)))

    text = " ".join(" ".join(made.texts).split())
    assert "to R. K. (number not recorded)" in text
    assert "Robin" not in text


def test_the_result_counts_what_the_report_holds(full_report):
    result = full_report.result

    assert (result.entries, result.exhibits, result.profile) == (4, 6, "generic-us")
    assert {check.id for check in result.checks if check.level == "ok"} >= {"R02", "R09", "R15"}


@pytest.mark.parametrize("stop_at", [0, 360, 520, 610, 650, 700, 900, 1000])
def test_stop_leaves_nothing_behind_wherever_it_comes(make, tmp_path, stop_at):
    watch = Watch(stop_at)
    dossier = make.dossier(
        entries=(make.entry(1, "T", "x", files=(1,)),), files=(make.file(1, "a.png"),)
    )

    with pytest.raises(Cancelled):
        compose(dossier, tmp_path / "bundle.pdf", watch)
    assert names_in(tmp_path) == []


def test_progress_only_goes_forward_and_says_what_it_does(make, tmp_path):
    watch = Watch()
    files = (make.file(1, "a.png"), make.file(2, "b.png"))
    dossier = make.dossier(entries=(make.entry(1, "T", "x", files=(1, 2)),), files=files)
    compose(dossier, tmp_path / "bundle.pdf", watch)

    done = [step[0] for step in watch.steps]
    assert done == sorted(done)
    assert {step[1] for step in watch.steps} == {1000}
    assert len({step[2] for step in watch.steps}) >= 5
    assert watch.ways_given > 0


def test_no_temporary_file_is_made_anywhere(make, tmp_path, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file")

    for name in (
        "TemporaryFile",
        "NamedTemporaryFile",
        "mkstemp",
        "SpooledTemporaryFile",
        "gettempdir",
    ):
        monkeypatch.setattr(f"tempfile.{name}", refuse)
    compose(make.full(), tmp_path / "bundle.pdf")

    assert names_in(tmp_path) == ["bundle.pdf"]


@pytest.mark.usefixtures("unvalidated")
def test_loaders_are_called_once_and_one_at_a_time(make, tmp_path):
    calls: list[int] = []

    def loader(number: int):
        def load() -> PrintCopy:
            calls.append(number)
            return PrintCopy(make.picture_bytes(30, 60, number), "image/png", 30, 60)

        return load

    files = tuple(
        replace(make.file(n, f"{n}.png", bytes([n])), print_copy=loader(n)) for n in range(1, 6)
    )
    entry = make.entry(1, "T", "x", files=(1, 2, 3, 4, 5))
    compose(make.dossier(entries=(entry,), files=files), tmp_path / "bundle.pdf")

    assert calls == [1, 2, 3, 4, 5]


def test_the_same_picture_is_in_the_file_once(make, composed):
    one = make.file(1, "a.png")
    twin = replace(one, evidence=2, name="b.png")
    made = composed(
        make.dossier(entries=(make.entry(1, "T", "x", files=(1, 2)),), files=(one, twin))
    )

    with pikepdf.open(made.path) as pdf:
        images = [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
        ]
    assert len(images) == 1


def test_a_file_that_cannot_be_shown_is_listed_and_named(make, composed):
    broken = replace(
        make.file(1, "a.png"), print_copy=lambda: PrintCopy(b"junk", "image/png", 1, 1)
    )
    none = replace(make.file(2, "b.png"), print_copy=lambda: None)
    bad = replace(make.file(3, "c.png"), problem="broken")
    dossier = make.dossier(
        entries=(make.entry(1, "T", "x", files=(1, 2, 3)),), files=(broken, none, bad)
    )
    made = composed(dossier)

    messages = [check.message for check in made.result.checks if check.id == "R37"]
    assert messages == [
        f"A{n} cannot be shown on paper; it is listed as a file." for n in (1, 2, 3)
    ]
    assert "It is kept as a file." in " ".join(" ".join(made.texts).split())


def test_a_report_needs_something_to_report(make, tmp_path):
    with pytest.raises(NothingChosen):
        compose(make.dossier(entries=()), tmp_path / "bundle.pdf")


@pytest.mark.parametrize(
    ("changes", "failure"),
    [
        ({"profile": "none"}, UnknownProfile),
        ({"page": "a0"}, UsageError),
        ({"sections": ("cover", "none")}, UsageError),
    ],
)
def test_what_is_not_known_is_refused_before_anything_is_written(make, tmp_path, changes, failure):
    with pytest.raises(failure):
        compose(make.dossier(**changes), tmp_path / "bundle.pdf")
    assert names_in(tmp_path) == []


def test_a_place_that_cannot_be_written_is_said(make, tmp_path):
    with pytest.raises(OutputNotWritable):
        compose(make.dossier(), tmp_path / "none" / "bundle.pdf")


def test_a_file_that_the_validator_refuses_is_never_put_in_place(make, tmp_path, monkeypatch):
    def spoil(pdf: pikepdf.Pdf, _made_at: object) -> None:
        del pdf.docinfo["/Title"]

    monkeypatch.setattr(finishing, "prepare", spoil)
    with pytest.raises(ReportFailedCheck) as caught:
        compose(make.dossier(), tmp_path / "bundle.pdf")
    assert caught.value.detail.startswith("R09")
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(
    ("rule", "spoil"),
    [
        (
            "R03",
            lambda pdf: pdf.Root.__setattr__("OpenAction", pikepdf.Dictionary(S=pikepdf.Name.GoTo)),
        ),
        ("R22", lambda pdf: pdf.Root.__setattr__("PageMode", pikepdf.Name.UseNone)),
        ("R48", lambda pdf: pdf.docinfo.__setitem__("/Author", pikepdf.String("me"))),
        (
            "R10",
            lambda pdf: pdf.pages[1].obj.__setattr__("MediaBox", pikepdf.Array([0, 0, 300, 300])),
        ),
        (
            "R19",
            lambda pdf: (
                pdf.pages[1]
                .obj.Annots[0]
                .__setattr__("Dest", pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.Fit]))
            ),
        ),
        ("R15", lambda pdf: pdf.pages[1].obj.__setattr__("Contents", pdf.pages[0].obj.Contents)),
    ],
)
def test_our_own_checks_find_what_is_spoilt(make, tmp_path, monkeypatch, rule, spoil):
    real = finishing.prepare

    def prepare(pdf: pikepdf.Pdf, made_at: object) -> None:
        real(pdf, made_at)
        spoil(pdf)

    monkeypatch.setattr(finishing, "prepare", prepare)
    monkeypatch.setattr(validating, "must_pass", lambda *_: None)
    with pytest.raises(ReportFailedCheck) as caught:
        compose(make.dossier(), tmp_path / "bundle.pdf")
    assert caught.value.detail == rule


def test_a_bundle_over_the_limits_of_the_court_is_said(make, composed, monkeypatch):
    real = bundle.profile
    monkeypatch.setattr(
        bundle, "profile", lambda name: replace(real(name), page_warning=1, file_limit_bytes=10)
    )
    made = composed(make.dossier())

    assert {check.id for check in made.result.checks} >= {"R13", "R41"}
