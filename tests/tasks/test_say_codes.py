"""Every code that an importer, a check or a look into a file can give has words for a person.

The codes are read out of the source, so that a new one without words fails here on its first day.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from logbook import importers, media, vault
from logbook.domain.message import NotUnderstood
from logbook.importers import whatsapp
from logbook.media import look
from logbook.tasks import say_import, say_notice, say_problem
from logbook.vault.record_check import _MADE_BY, Problem

# Calls whose first argument, where it is a text, is such a code.
WARNINGS = {"_warn"}
REASONS = {"_Damaged", "Unreadable", "_not_understood", "not_understood", "_stretch"}
PROBLEMS = {"Problem", "ImportProblem", "BlobProblem"}


def _codes(folder: Path, calls: set[str], keyword: str = "") -> Iterator[str]:
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            if getattr(node.func, "id", getattr(node.func, "attr", "")) in calls:
                yield from _texts(node.args[:1])
            yield from _texts(
                [one.value for one in node.keywords if keyword and one.arg == keyword]
            )


def _texts(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        first = node.values[0] if isinstance(node, ast.JoinedStr) else node
        if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value:
            yield first.value.partition(":")[0]


def _appended(function: str, path: Path) -> Iterator[str]:
    """Give the codes that a function appends to its list, or begins it with."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name == function:
            for inner in ast.walk(node):
                if isinstance(inner, ast.List):
                    yield from _texts(inner.elts)
                if isinstance(inner, ast.Call) and getattr(inner.func, "attr", "") == "append":
                    yield from _texts(inner.args)


def _folder(room: object) -> Path:
    return Path(next(iter(room.__path__)))  # type: ignore[attr-defined]  # of a package


def _warnings() -> set[str]:
    found = set(_codes(_folder(importers), WARNINGS))
    found |= set(_appended("_warnings", Path(whatsapp.__file__)))
    return found | set(whatsapp._FLAGS_THAT_WARN) | {"member_damaged"}


def _reasons() -> set[str]:
    return set(_codes(_folder(importers), REASONS, keyword="reason"))


def _problems() -> set[str]:
    found = set(_codes(_folder(vault), PROBLEMS))
    found |= {f"{table}_missing" for table in _MADE_BY}
    return found | {notice.value for notice in say_notice._FAULTS}


def test_the_source_is_read() -> None:
    assert {"cut_off", "near_cap", "count_differs", "windows_1252"} <= _warnings()
    assert {"bad_tag", "blank", "stray_text", "bad_encoding"} <= _reasons()
    assert {"entry_changed", "original_missing", "import_missing"} <= _problems()


@pytest.mark.parametrize("code", sorted(_warnings()))
def test_every_warning_of_an_importer_has_words(code: str) -> None:
    assert say_import.has_words(code)
    said = say_import.say_warning(code)
    assert said.head.endswith(".")
    assert said.line.endswith(".")
    assert code not in f"{said.head} {said.line}"


@pytest.mark.parametrize("code", sorted(_reasons()))
def test_every_reason_why_something_was_not_understood_has_words(code: str) -> None:
    assert say_import.has_words(code)
    assert code not in say_import.say_place(NotUnderstood("17+4", code, 17, 4))


@pytest.mark.parametrize("kind", sorted(_problems()))
def test_everything_that_a_check_can_find_has_words(kind: str) -> None:
    assert say_problem.has_words(kind)
    said = say_problem.say_problem(Problem(kind, "entry:4"))
    assert kind not in said
    assert said.endswith(": entry:4")


@pytest.mark.parametrize("code", sorted(look._PROBLEMS))
def test_every_reason_why_a_file_cannot_be_shown_has_words(code: str) -> None:
    said = say_problem.say_file_problem(code)
    assert said != say_problem.say_file_problem("something new")
    assert said.endswith("It is safe in your book.")


def test_every_note_on_a_file_has_words() -> None:
    notes = set(_appended("look_into", Path(look.__file__)))
    assert notes
    assert all(say_problem.say_file_note(code) for code in notes)
    assert say_problem.say_file_note("something new") == ""


def test_the_looks_into_files_give_no_other_code() -> None:
    stated = set(_codes(_folder(media), {"problem", "Answer"}, keyword="problem"))
    assert stated - look._PROBLEMS <= {"no_such_page"}, "this one is said of a page, not of a file"


def test_a_code_that_is_new_is_said_all_the_same() -> None:
    assert "odd_thing" in say_import.say_warning("odd_thing").line
    assert "nothing that is known" in say_import.say_place(NotUnderstood("1+2", "odd", 1, 2))
    assert "odd_thing" in say_problem.say_problem(Problem("odd_thing", "page 3"))
