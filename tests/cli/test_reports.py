"""The evidence bundle from the command line."""

import hashlib

import pypdf
import pytest

LEGAL, WORKING = "Marguerite Achterberg", "Rosa Vale"


@pytest.fixture
def filled(use):
    use(
        "person",
        "add",
        "--name",
        "Rosa",
        "--role",
        "me",
        "--legal-name",
        LEGAL,
        "--working-name",
        WORKING,
    )
    use(
        "entry",
        "add",
        "--text",
        "He waited at the door.",
        "--when",
        "2026-03-02 20:00",
        "--private-note",
        "canary in a private note",
    )
    use("entry", "add", "--text", "He called eleven times.", "--when", "2026-03-05 22:00")
    return use


def text_of(path):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_the_bundle_is_written_and_described(filled, tmp_path):
    out = tmp_path / "bundle.pdf"
    made = filled("report", out)
    (file,) = made["files"]
    assert file["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert file["pages"] == len(pypdf.PdfReader(out).pages)
    assert made["entries"] == 2
    text = text_of(out)
    assert "He waited at the door." in text
    assert "canary" not in text


def test_days_and_ids_choose_what_is_printed(filled, tmp_path):
    out = tmp_path / "bundle.pdf"
    assert filled("report", out, "--from", "2026-03-04")["entries"] == 1
    text = text_of(out)
    assert "eleven times" in text
    assert "waited" not in text


@pytest.mark.parametrize(
    ("form", "shown", "hidden"),
    [
        ("initials", "M. A.", (LEGAL, WORKING)),
        ("working", WORKING, (LEGAL,)),
        ("petitioner", "Petitioner", (LEGAL, WORKING)),
        ("legal", LEGAL, (WORKING,)),
    ],
)
def test_the_petitioner_is_named_as_chosen(filled, tmp_path, form, shown, hidden):
    out = tmp_path / "bundle.pdf"
    filled("report", out, "--name-as", form)
    text = text_of(out)
    assert shown in text
    assert not any(name in text for name in hidden)


def test_an_empty_selection_writes_nothing(filled, tmp_path):
    out = tmp_path / "bundle.pdf"
    said = filled("report", out, "--from", "2030-01-01", status=1)
    assert said["error"]["code"] == "NothingChosen"
    assert not out.exists()


def test_a_place_that_cannot_be_written_is_said(filled, tmp_path):
    said = filled("report", tmp_path / "absent" / "bundle.pdf", status=1)
    assert said["error"]["code"] == "OutputNotWritable"


def test_options_that_are_not_known_are_refused_by_name(filled, tmp_path):
    options = tmp_path / "options.json"
    options.write_text('{"cuort": "x"}')
    said = filled("report", tmp_path / "b.pdf", "--options", options, status=2)
    assert said["error"]["where"] == "cuort"


@pytest.mark.parametrize(
    "text",
    [
        '{"bates_start": true}',
        '{"bates_prefix": "the-whole-name-of-a-very-large-firm"}',
        '{"made_at": "0001-01-01T00:00:00+14:00"}',
    ],
)
def test_an_option_that_no_report_can_have_is_wrong_usage(filled, tmp_path, text):
    (tmp_path / "options.json").write_text(text)
    failed = filled(
        "report", tmp_path / "out.pdf", "--options", tmp_path / "options.json", status=2
    )
    assert failed["error"]["code"] == "UsageError"


def test_a_legal_name_that_the_book_does_not_hold_is_asked_for(use, tmp_path):
    use("entry", "add", "--text", "He waited.")
    failed = use("report", tmp_path / "out.pdf", "--name-as", "legal", status=2)
    assert failed["error"]["where"] == "legal"


def test_a_hidden_name_is_said_with_its_place_and_can_be_left_out(filled, door, tmp_path):
    filled("entry", "add", "--text", f"He shouted {LEGAL} at me.", "--when", "2026-03-06 22:00")
    failed = filled("report", tmp_path / "out.pdf", status=1)
    assert failed["error"]["where"] == "entry 3 (text)"
    assert LEGAL not in door.said
    made = filled("report", tmp_path / "out.pdf", "--leave-out-named")
    assert made["entries"] == 2
    assert any("entry 3" in check["message"] for check in made["checks"])
    assert LEGAL not in text_of(tmp_path / "out.pdf")
