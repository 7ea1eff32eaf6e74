"""The plain look says neutral words for what would tell what the program is for."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import logbook
from logbook import i18n
from logbook.i18n import translate
from logbook.i18n.plain_look import neutral_words


def test_a_look_lays_neutral_words_over_the_program_and_goes_again() -> None:
    i18n.use_look("budget")
    assert translate("Rail", "Timeline") == "Notes"
    assert translate("TopBar", "Hide now") == "Close"
    assert translate("Rail", "Lock") == "Lock"
    i18n.use_look("")
    assert translate("Rail", "Timeline") == "Timeline"


def test_a_look_stays_when_the_language_changes(catalogues: Path) -> None:
    (catalogues / "logbook_de.ts").write_text(
        "<TS><context><name>PlainLook</name><message><source>Notes</source>"
        "<translation>Notizen</translation></message></context></TS>",
        "utf-8",
    )
    i18n.use_look("notes")
    i18n.use_language("de")
    assert translate("Rail", "Timeline") == "Notizen"
    i18n.use_language("en")
    assert translate("Rail", "Timeline") == "Notes"


def test_a_report_is_written_in_its_own_words_under_a_look() -> None:
    i18n.use_look("notes")
    with i18n.speaking(i18n.language()):
        assert translate("Report", "Reports") == "Reports"


@pytest.mark.parametrize(
    ("language", "telling"),
    [
        ("en", ("timeline", "evidence", "report", "entry", "order", "safety", "message")),
        ("es", ("cronolog", "prueba", "informe", "entrada", "orden", "segur", "mensaje")),
    ],
)
def test_no_neutral_word_tells_what_the_program_is_for(
    language: str, telling: tuple[str, ...]
) -> None:
    i18n.use_language(language)
    said = {words.casefold() for words in neutral_words().values()}
    assert not {one for word in telling for one in said if word in one}


def test_every_neutral_word_stands_for_a_text_that_the_program_has() -> None:
    texts = {
        (call.args[0].value, call.args[1].value)
        for path in Path(logbook.__file__).parent.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "translate"
        and len(call.args) > 1
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[1], ast.Constant)
    }
    assert set(neutral_words()) <= texts
