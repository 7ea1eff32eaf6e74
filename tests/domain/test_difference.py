"""The difference of two texts: it adds up to both, says no more than it must, and is bounded."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.difference import Change, difference

texts = st.text(alphabet="ab .\n é", max_size=60)


def _without(pieces: object, change: Change) -> str:
    return "".join(piece.text for piece in pieces if piece.change is not change)  # type: ignore[attr-defined] # pieces


@given(texts, texts)
def test_the_pieces_add_up_to_both_texts(before: str, after: str) -> None:
    pieces = difference(before, after)
    assert _without(pieces, Change.ADDED) == before
    assert _without(pieces, Change.REMOVED) == after
    assert all(piece.text for piece in pieces)
    assert all(one.change is not other.change for one, other in pairwise(pieces))


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(piece.change is Change.SAME for piece in difference(text, text))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("He rang twice.", "He rang three times.", "He rang [-twice][+three times]."),
        ("A grey car.", "A dark grey car.", "A [+dark ]grey car."),
        ("He said stop it.", "He said it.", "He said [-stop ]it."),
        ("one two three", "one 2 3", "one [-two three][+2 3]"),
        ("He was at the gate", "He was near the gate", "He was [-at][+near] the gate"),
        ("a b", "a x b", "a [+x ]b"),
        ("", "New words.", "[+New words.]"),
        ("Old words.", "", "[-Old words.]"),
    ],
)
def test_what_changed_is_told_in_words(before: str, after: str, said: str) -> None:
    signs = {Change.SAME: "", Change.ADDED: "+", Change.REMOVED: "-"}
    told = "".join(
        f"[{signs[piece.change]}{piece.text}]" if signs[piece.change] else piece.text
        for piece in difference(before, after)
    )
    assert told == said


def test_long_texts_that_differ_much_are_compared_by_paragraphs() -> None:
    before = "".join(f"line {at} has words of its own {at}\n" for at in range(3_000))
    after = before.replace("line 7 ", "row 7 ").replace("words of its own 2999", "other words")
    pieces = difference(before, after)
    changed = [piece for piece in pieces if piece.change is not Change.SAME]
    assert len(changed) == 4
    assert _without(pieces, Change.ADDED) == before


def test_texts_with_nothing_in_common_are_replaced_as_a_whole() -> None:
    before = "".join(f"{at}\n" for at in range(0, 30_000, 2))
    after = "".join(f"{at}\n" for at in range(1, 30_001, 2))
    assert [piece.change for piece in difference(before, after)] == [Change.REMOVED, Change.ADDED]
