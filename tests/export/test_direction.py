from __future__ import annotations

import unicodedata

from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from logbook.export.direction import level_runs, levels, runs_right_to_left, visual_order

REMOVED = {"RLE", "LRE", "RLO", "LRO", "PDF", "BN"}
MARKS = "abאבجد12٣٤ ,.()[]<>+-%$\u0301\u05b8\u200f\u200e"
MARKS += "\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e"  # isolates, embeddings


def shown(text: str) -> tuple[str, int]:
    base, found = levels(text)
    kept = [at for at, mark in enumerate(text) if unicodedata.bidirectional(mark) not in REMOVED]
    order = visual_order([found[at] for at in kept])
    return "".join(text[kept[at]] for at in order), base


@settings(max_examples=1500, deadline=None)
@given(st.text(alphabet=MARKS, min_size=1, max_size=24))
def test_lines_are_put_into_the_order_of_an_independent_implementation(text):
    # That one leaves space and isolates after an override where they are, against L1.
    text = text.rstrip(" \u2066\u2067\u2068\u2069") or "a"
    mine, base = shown(text)
    theirs = get_display(text, base_dir="R" if base else "L")

    assert mine == "".join(m for m in theirs if unicodedata.bidirectional(m) not in REMOVED)


def test_both_brackets_of_a_pair_run_the_same_way():
    _, found = levels("אב (ab) גד")

    assert found[3] == found[6] == 1
    assert found[4] == found[5] == 2


def test_the_first_strong_letter_decides_the_paragraph():
    assert levels("abc אבג")[0] == 0
    assert levels("12 אבג abc")[0] == 1
    assert levels("\u2066abc\u2069 אבג")[0] == 1  # what is isolated does not count


def test_space_at_the_end_of_a_line_runs_with_its_paragraph():
    assert levels("abc א ")[1][-1] == 0
    assert levels("1\u202dא ")[1][-1] == 1


def test_text_without_right_to_left_letters_needs_no_algorithm():
    assert not runs_right_to_left("Plain, 日本 and 😀")
    assert runs_right_to_left("with שלום")
    assert runs_right_to_left("a mark \u202e alone")


def test_empty_text_has_no_levels():
    assert levels("") == (0, [])
    assert level_runs([]) == []
    assert visual_order([]) == []


@given(st.lists(st.integers(0, 4), max_size=30))
def test_visual_order_loses_nothing(run_levels):
    assert sorted(visual_order(run_levels)) == list(range(len(run_levels)))


def test_a_long_line_of_brackets_is_done_in_reasonable_work():
    _, found = levels("(א" * 2000 + ")" * 2000)

    assert len(found) == 6000
