"""Every text of the program can be translated: the tool that collects them, and what it finds."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from logbook import assets, i18n
from logbook.i18n import translate

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def strings() -> ModuleType:
    """The tool, which is a script and no package."""
    spec = importlib.util.spec_from_file_location("strings_tool", ROOT / "tools" / "strings.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = tool
    spec.loader.exec_module(tool)
    return tool


@pytest.fixture
def speak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of catalogues in use for one test; English again after it."""
    monkeypatch.setattr(assets, "resource", lambda *parts: tmp_path.joinpath(*parts[1:]))
    yield tmp_path
    i18n.use_language("en")


def _program(tmp_path: Path, body: str) -> Path:
    (tmp_path / "page.py").write_text(body, "utf-8")
    return tmp_path


def test_every_text_of_the_program_can_be_translated(strings: ModuleType) -> None:
    texts = strings.find_texts()
    assert len({text.key for text in texts}) > 1_000
    assert {"ui", "cli", "export", "tasks", "wording"} <= {
        text.file.split("/")[0] for text in texts
    }


def test_a_catalogue_of_all_texts_is_spoken_in_every_place(
    strings: ModuleType, speak: Path
) -> None:
    texts = strings.find_texts()
    said = {
        text.key: strings.Translation(
            tuple(f"<{text.source} & {form}>" for form in range(2 if text.plural else 1)), False
        )
        for text in texts
    }
    (speak / "logbook_xx.ts").write_text(strings.catalogue(texts, "xx", said), "utf-8")
    i18n.use_language("xx")
    assert i18n.language() == "xx"
    for text in texts:
        if not text.plural:
            assert translate(text.context, text.source) == f"<{text.source} & 0>"
            continue
        for number, form in ((1, 0), (7, 1)):
            wanted = f"<{text.source} & {form}>".replace("%n", str(number))
            assert translate(text.context, text.source, "", number) == wanted


def test_what_is_translated_stays_what_is_new_is_marked_and_what_is_gone_goes(
    strings: ModuleType, tmp_path: Path, speak: Path
) -> None:
    before = _program(
        tmp_path,
        "def f(n):\n"
        "    translate('A', 'Old')\n"
        "    translate('A', 'Kept', 'said of a book')\n"
        "    translate('B', '%n file|%n files', '', n)\n",
    )
    texts = strings.find_texts(before)
    said = {
        ("A", "Old"): strings.Translation(("Alt",), False),
        ("A", "Kept"): strings.Translation(("Behalten <&>",), False),
        ("B", "%n file|%n files"): strings.Translation(("%n Datei", "%n Dateien"), False),
    }
    path = speak / "logbook_de.ts"
    path.write_text(strings.catalogue(texts, "de", said), "utf-8")
    _program(tmp_path, (tmp_path / "page.py").read_text("utf-8").replace("'Old'", "'New'"))
    after = strings.up_to_date(path, strings.find_texts(before))
    path.write_text(after, "utf-8")
    assert strings.up_to_date(path, strings.find_texts(before)) == after, "nothing more to do"
    kept = strings.read_catalogue(path)
    assert ("A", "Old") not in kept
    assert kept["A", "New"].unfinished
    assert kept["A", "Kept"] == strings.Translation(("Behalten <&>",), False)
    assert "<extracomment>said of a book</extracomment>" in after
    i18n.use_language("de")
    assert translate("A", "New") == "New", "English until it is translated"
    assert translate("A", "Kept") == "Behalten <&>"
    assert [translate("B", "%n file|%n files", "", n) for n in (1, 3)] == ["1 Datei", "3 Dateien"]


def test_an_empty_catalogue_is_begun_with_the_forms_of_its_language(
    strings: ModuleType, tmp_path: Path
) -> None:
    body = "def f(n):\n    translate('A', '%n file|%n files', '', n)\n"
    texts = strings.find_texts(_program(tmp_path, body))
    path = tmp_path / "logbook_pl.ts"
    path.write_bytes(b"")
    begun = strings.up_to_date(path, texts)
    assert begun.count("<numerusform></numerusform>") == 3
    assert 'language="pl"' in begun


def test_the_template_says_where_each_text_stands(strings: ModuleType, tmp_path: Path) -> None:
    texts = strings.find_texts(_program(tmp_path, "def f():\n    translate('A', 'Words')\n"))
    assert '<location filename="page.py" line="2"/>' in strings.catalogue(texts, "", places=True)
    assert "<location" not in strings.catalogue(texts, "")


@pytest.mark.parametrize(
    ("call", "why"),
    [
        ("translate('A', f'{x} words')", "written out"),
        ("translate('A', words)", "written out"),
        ("translate(context, 'Words')", "written out"),
        ("translate('A', 'Words', comment)", "written out"),
        ("translate('A')", "written out"),
        ("translate('A', ' ')", "nothing to translate"),
        ("translate('A', '%n files')", "no number"),
        ("translate('A', 'Files', '', n)", "neither a place"),
        ("translate('A', '%n a|%n b|%n c', '', n)", "two forms"),
        ("translate('A', '{name} left', nam=x)", "differ"),
        ("translate('A', '{a} left', a=x, b=x)", "differ"),
        ("translate('A', '{a.b} left', a=x)", "no plain names"),
        ("translate('A', '{} left', a=x)", "no plain names"),
        ("translate('A', '{a left', a=x)", "cannot be read"),
    ],
)
def test_a_text_that_no_catalogue_can_serve_is_named_with_its_place(
    strings: ModuleType, tmp_path: Path, call: str, why: str
) -> None:
    program = _program(tmp_path, f"def f():\n    return {call}\n")
    with pytest.raises(strings.Untranslatable, match=rf"^page\.py:2: .*{why}"):
        strings.find_texts(program)


def test_a_text_that_is_said_before_a_language_is_chosen_is_refused(
    strings: ModuleType, tmp_path: Path
) -> None:
    with pytest.raises(strings.Untranslatable, match="before a language is chosen"):
        strings.find_texts(_program(tmp_path, "TITLE = translate('A', 'Words')\n"))
    late = "TITLES = (lambda: translate('A', 'Words'),)\n"
    assert len(strings.find_texts(_program(tmp_path, late))) == 1


def test_one_text_has_a_number_everywhere_or_nowhere(strings: ModuleType, tmp_path: Path) -> None:
    twice = "def f(n):\n    translate('A', 'a|b', '', n)\n    translate('A', 'a|b')\n"
    with pytest.raises(strings.Untranslatable, match="with and without"):
        strings.find_texts(_program(tmp_path, twice))


def test_the_method_of_a_string_is_no_text(strings: ModuleType, tmp_path: Path) -> None:
    assert strings.find_texts(_program(tmp_path, "x = words.translate(table)\n")) == []


def test_every_catalogue_is_whole(strings: ModuleType) -> None:
    texts = strings.find_texts()
    for path in sorted(strings.CATALOGUES.glob("logbook_*.ts")):
        assert strings.up_to_date(path, texts) == path.read_text("utf-8"), "run: make strings"
        said = strings.read_catalogue(path).values()
        assert not [one for one in said if one.unfinished or not all(one.forms)]
