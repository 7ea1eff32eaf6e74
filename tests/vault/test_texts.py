"""Texts from outside that are fit to be kept, and long ones in pieces."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.vault.texts import STRETCH_CHARS, storable, stretches

FORMS = ("NFC", "NFD", "NFKC", "NFKD")
TEXTS = st.text(st.sampled_from("aé e\u0301\u0327가각\u1100\u1161\u11a8ｶﾞ\u0344ﬁ😀\n"))


@given(TEXTS)
def test_stretches_are_the_text_and_have_its_normal_forms(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("logbook.vault.texts.STRETCH_CHARS", 1)
        pieces = list(stretches(text))
    assert "".join(pieces) == text
    for form in FORMS:
        assert "".join(normalize(form, piece) for piece in pieces) == normalize(form, text)


def test_a_long_text_comes_in_stretches_of_bounded_size() -> None:
    sizes = [len(piece) for piece in stretches("all the words 😀 " * 100_000)]
    assert sum(sizes) == 1_600_000
    assert max(sizes) < STRETCH_CHARS + 100


def test_half_a_character_cannot_be_kept_and_two_halves_can() -> None:
    assert storable("a\ud83d") == "a\ufffd"
    assert storable("a\ud83d\ude00") == "a😀"
