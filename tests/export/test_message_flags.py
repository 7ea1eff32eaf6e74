"""Marks of the importers are printed in words."""

import ast
import re
from pathlib import Path

import pytest

from logbook import importers
from logbook.export.message_flags import say_flag

IMPORTERS = Path(next(iter(importers.__path__)))
FLAGS = [
    "answered_elsewhere",
    "bad_base64",
    "bad_time",
    "cut_off",
    "date_not_understood",
    "date_order_conflict",
    "deleted_by_owner",
    "draft",
    "edited",
    "failed",
    "file_beside",
    "guess",
    "has_subject",
    "hidden_number",
    "illegal_character",
    "implausible_time",
    "impossible_meridiem",
    "lone_surrogate",
    "media_missing",
    "meridiem_unknown",
    "missed",
    "no_blank_after_colon",
    "no_body",
    "not_answered",
    "not_downloaded",
    "nul_character",
    "other_calendar",
    "other_header_form",
    "outbox",
    "possible_pasted_header",
    "queued",
    "refused_by_list",
    "rejected",
    "several_texts",
    "text_too_long",
    "time_not_understood",
    "type_differs",
    "unit_ns",
    "unit_s",
    "unit_us",
    "unknown_part",
    "unknown_type",
    "view_once_or_missing",
    "voicemail",
    "windows_1252",
]
# Their own words are those of a page.
PLAIN = {"missed", "rejected", "voicemail", "not_answered"}


@pytest.mark.parametrize("flag", FLAGS)
def test_a_mark_of_an_importer_has_words(flag: str) -> None:
    assert "_" not in say_flag(flag)
    assert flag in PLAIN or say_flag(flag) != f"[{flag.replace('_', ' ')}]"


def test_every_mark_that_an_importer_sets_is_among_them() -> None:
    found: set[str] = set()
    for path in IMPORTERS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.keyword) and node.arg == "flags"
            target = getattr(getattr(node, "targets", [None])[0], "id", "")
            grows = isinstance(node, ast.AugAssign) and getattr(node.target, "id", "") == "flags"
            if named or grows or target == "flags":
                found |= set(re.findall(r"'([a-z]+_[a-z_0-9]+)'", ast.unparse(node)))
    assert found <= set(FLAGS)
    assert len(found) > 5


def test_an_unknown_mark_is_printed_as_it_is() -> None:
    assert say_flag("something_new") == "[something new]"
