from __future__ import annotations

import math

import pytest

from logbook import assets
from logbook.errors import PassphraseTooWeak
from logbook.vault import passphrase


@pytest.mark.parametrize(("language", "count"), [("en", 5), ("es", 6), ("xx", 5)])
def test_the_offer_is_a_few_words_that_are_strong_enough(language: str, count: int) -> None:
    offered = passphrase.suggest(language)
    assert len(offered.split()) == count
    assert passphrase.strength(bytearray(offered.encode())) == 4


def test_the_words_of_a_language_can_be_typed_and_told_apart() -> None:
    words = assets.resource("words", "es.txt").read_text("utf-8").split()
    assert len(words) == len(set(words)) == len(set(map(str.casefold, words)))
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    assert all(4 <= len(word) <= 9 for word in words)
    assert 6 * math.log2(len(words)) >= passphrase.OFFERED_BITS


def test_two_offers_differ() -> None:
    assert passphrase.suggest() != passphrase.suggest()


def test_the_words_come_from_a_list_of_7776() -> None:
    assert len(set(passphrase._words("en"))) == 7776


@pytest.mark.parametrize(
    "weak", ["", " ", "password", "12345678", "qwertyuiop", "Anna1988", "aaaaaaaa"]
)
def test_a_weak_passphrase_is_refused(weak: str) -> None:
    with pytest.raises(PassphraseTooWeak):
        passphrase.refuse_weak(bytearray(weak.encode()))


def test_a_very_long_passphrase_is_judged_in_bounded_time() -> None:
    assert passphrase.strength(bytearray(b"x7Q!" * 10_000)) >= 0


def test_bytes_that_are_no_text_are_judged_too() -> None:
    assert passphrase.strength(bytearray(b"\xff\xfe\x80")) <= 2
