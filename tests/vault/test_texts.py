"""Texts from outside that are fit to be kept, and long ones in pieces."""

import re
import sys
from unicodedata import combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.vault.texts import _LETTERS, STRETCH_CHARS, storable, stretches

FORMS = ("NFC", "NFD", "NFKC", "NFKD")
TEXTS = st.text(
    st.sampled_from(
        "aé e\u0301\u0327가각\u1100\u1161\u11a8ｶﾞ\u0344ﬁ😀\n漢か\u3099ガйи\u0306ά\u0653اषऩ\u093cกำ"
    )
)
LETTERS = re.compile(f"[{_LETTERS}]")


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


@pytest.mark.parametrize(
    "sign", ["漢", "😀", "é", "я", "ا", "\u0301", "\u202e", "\u00a0", "e\u0301"]
)
def test_a_text_in_any_script_comes_in_stretches(sign: str) -> None:
    text = sign * 1_000_000
    pieces = list(stretches(text))
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= 1 << 18
    assert list(stretches(text.encode())) == pieces


def test_a_letter_composes_with_nothing_before_it() -> None:
    """By the definition: it is no mark, and the second of no pair that becomes one character."""
    seconds = set()
    for code in range(sys.maxunicode + 1):
        whole = normalize("NFD", chr(code)) if not 0xD800 <= code < 0xE000 else ""
        seconds.update(whole[1:])
    for code in range(sys.maxunicode + 1):
        if LETTERS.match(chr(code)):
            for form in ("NFD", "NFKD"):
                decomposed = normalize(form, chr(code))
                assert decomposed[0] not in seconds
                assert not combining(decomposed[0])
                assert not decomposed[0].isspace()
                assert not decomposed[-1].isspace()


def test_half_a_character_cannot_be_kept_and_two_halves_can() -> None:
    assert storable("a\ud83d") == "a\ufffd"
    assert storable("a\ud83d\ude00") == "a😀"
