"""The plain look says neutral words for what would tell what the program is for."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

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


def test_no_neutral_word_tells_what_the_program_is_for() -> None:
    telling = {"timeline", "evidence", "report", "entry", "order", "safety", "message"}
    said = {words.casefold() for words in neutral_words().values()}
    assert not {word for word in telling for one in said if word in one}


def test_every_text_that_is_replaced_is_one_that_the_program_says() -> None:
    said = {(text.context, text.source) for text in _strings().find_texts()}
    assert set(neutral_words()) <= said


def _strings() -> ModuleType:
    path = Path(__file__).parents[2] / "tools" / "strings.py"
    spec = importlib.util.spec_from_file_location("tools_strings", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
