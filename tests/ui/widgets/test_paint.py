"""What drawn texts have in common: the direction that they are read in."""

import pytest

from logbook.ui.widgets import paint


@pytest.mark.parametrize("words", ["+1 123 456 789", "1/3/24, 10:34 a. m.", "María 😀", ""])
def test_what_has_no_letter_from_the_right_reads_from_the_left(words: str) -> None:
    assert paint.reads_left_to_right(words)


@pytest.mark.parametrize("words", ["مريم", "Dale שלום", "\U0001e900", "\ufefc"])
def test_letters_from_the_right_turn_a_text_round(words: str) -> None:
    assert not paint.reads_left_to_right(words)
