"""What a text takes in memory."""

import sys

from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.text_memory import held_bytes


@given(st.text(st.characters(), min_size=1))
def test_no_text_takes_more_than_is_said(text: str) -> None:
    empty = sys.getsizeof("\U0001f600") - 4  # the largest of the heads that texts have
    assert sys.getsizeof(text) <= held_bytes(text) + empty


def test_the_widest_sign_counts_for_all() -> None:
    texts = ("", "abc", "ab\u041c", "ab\uffff", "ab\U0001f600")
    assert [held_bytes(text) for text in texts] == [0, 3, 6, 6, 12]
