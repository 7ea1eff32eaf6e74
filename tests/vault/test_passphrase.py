from __future__ import annotations

import pytest

from logbook.errors import PassphraseTooWeak
from logbook.vault import passphrase


def test_the_offer_is_five_words_that_are_strong_enough() -> None:
    offered = passphrase.suggest()
    assert len(offered.split()) == 5
    passphrase.refuse_weak(bytearray(offered.encode()))


def test_two_offers_differ() -> None:
    assert passphrase.suggest() != passphrase.suggest()


def test_the_words_come_from_a_list_of_7776() -> None:
    assert len(set(passphrase._words())) == 7776


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
