from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.export.protecting import GAP, Guard

NAME = Guard(["Robin Kay"])


@pytest.mark.parametrize(
    "text",
    [
        "Robin Kay", "ROBIN KAY", "robin\nkay", "RobinKay.jpg", "robin_kay-2026", "by Robin  Kay,",
        "Ｒｏｂｉｎ Ｋａｙ", "Róbin Kay", "x/robin.kay@mail", "Robin\u00a0Kay", "Ro\u200bbin Kay",
    ],
)  # fmt: skip
def test_a_protected_name_is_found_however_it_is_written(text):
    assert NAME.finds(text)


@pytest.mark.parametrize(
    "text", [f"R{GAP}o{GAP}bin Kay", f"to{GAP}Ro{GAP}bin{GAP}Kay{GAP}now", f"Robin{GAP}\nKay{GAP}"]
)
def test_a_name_whose_letters_stand_apart_on_a_page_is_found(text):
    assert NAME.finds(text)


@pytest.mark.parametrize("text", [f"x{GAP}Robina{GAP}Kay", f"Robin{GAP}and{GAP}Kay"])
def test_other_words_that_stand_apart_are_not_taken_for_it(text):
    assert not NAME.finds(text)


@pytest.mark.parametrize("text", ["", "Robin", "Kay", "Robina Kay", "Robin Kayne", "Robin and Kay"])
def test_other_words_are_not_taken_for_it(text):
    assert not NAME.finds(text)


@pytest.mark.parametrize("text", ["O'Neill", "o’neill", "Oʼ Neill", "oneill.pdf", "O`Neill"])
@pytest.mark.parametrize("name", ["O'Neill", "O’Neill"])
def test_an_apostrophe_is_found_as_any_keyboard_types_it(name, text):
    assert Guard([f"Robin {name}"]).finds(f"to Robin {text}")


def test_a_right_to_left_name_is_found_in_a_printed_line():
    guard = Guard(["רובין קיי"])

    assert guard.finds("רובין קיי")
    assert guard.finds("ייק ןיבור")


def test_a_name_without_spaces_around_it_is_found_in_scripts_without_spaces():
    assert Guard(["山田"]).finds("私は山田です")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be", "latin-1"])
def test_a_name_is_found_in_bytes_of_any_encoding(encoding):
    assert NAME.finds_in_bytes(b"\x00" * 4 + "Robin Kay".encode(encoding) + b"\xff")


def test_without_protected_names_nothing_is_found():
    guard = Guard(["", "  "])

    assert not guard.is_needed
    assert not guard.finds("anything")
    assert not guard.finds_in_bytes(b"anything")


@given(st.text(min_size=1), st.text(), st.text())
def test_a_name_as_a_word_of_its_own_is_always_found(name, before, after):
    guard = Guard([name])

    assert not guard.is_needed or guard.finds(f"{before}. {name} .{after}")
