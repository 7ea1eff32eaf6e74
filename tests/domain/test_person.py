"""Which words of a name tell of a person by themselves."""

from __future__ import annotations

import pytest

from logbook.domain.person import telling_parts


@pytest.mark.parametrize(
    ("name", "others", "parts"),
    [
        ("Robin Amelia Kell", (), ("Robin", "Amelia", "Kell")),
        ("Robin Amelia Kell", ("Robin Vale", "Dale KELL"), ("Amelia",)),
        ("Anna-Maria van den Berg", (), ("Anna", "Maria", "Berg")),
        ("Siobhán O’Neill Jr.", (), ("Siobhán", "O’Neill")),
        ("J. Bo Li", (), ()),
        ("Robin", (), ()),  # the whole name is hidden as such
        ("山田太郎", (), ()),
        ("", ("",), ()),
    ],
)
def test_a_part_is_a_word_of_three_letters_that_no_other_name_has(
    name: str, others: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    assert telling_parts(name, others) == parts
