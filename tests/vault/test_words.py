"""The root in words: reversible, and a mistake of ear or hand is noticed."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.vault.words import WORDS, NotWords, root_of_words, words_of

KNOWN = (
    "abacus anaconda liquefy anaconda even ageless cargo casket approach germless dubbed calcium "
    "absinthe moody engine luster blouse runway aluminum daily reroute atrophy kettle unstable"
)


@given(st.binary(min_size=32, max_size=32))
def test_the_words_lead_back_to_all_256_bits(root: bytes) -> None:
    words = words_of(root)
    assert len(words) == WORDS
    assert root_of_words(" ".join(words)) == root


def test_the_words_of_a_known_root_never_change() -> None:
    assert " ".join(words_of(bytes(range(32)))) == KNOWN


def test_capitals_line_breaks_and_short_forms_are_understood() -> None:
    root = bytes(range(32))
    words = words_of(root)
    assert root_of_words("\n".join(word[:4].upper() for word in words)) == root


def test_a_wrong_word_is_noticed_in_almost_every_case() -> None:
    chance = random.Random(11)
    noticed = 0
    for _ in range(2_000):
        words = list(words_of(chance.randbytes(32)))
        at = chance.randrange(WORDS)
        words[at] = chance.choice(words_of(chance.randbytes(32)))
        right = " ".join(words)
        try:
            root_of_words(right)
        except NotWords:
            noticed += 1
    assert noticed > 1_970  # 255 of 256 by the check bits


@pytest.mark.parametrize("text", ["", "abacus", "abacus " * 24, "zzzz " * 24, "abacus " * 25])
def test_what_is_no_root_is_refused(text: str) -> None:
    with pytest.raises(NotWords):
        root_of_words(text)


def test_a_root_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="31"):
        words_of(bytes(31))
