"""Each number takes the form of a text that its language asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.i18n.plurals import _RULES, rule_of

# Numbers of each form, in order, as the Unicode CLDR and Qt Linguist give them.
SAMPLES = {
    "en": [[1], [0, 2, 11, 1_000_000]],
    "es": [[1], [0, 2, 21, 101]],
    "de": [[1], [0, 2]],
    "fr": [[0, 1], [2, 21]],
    "pt": [[0, 1], [2]],
    "ja": [[0, 1, 2, 100]],
    "zh": [[0, 1, 2]],
    "vi": [[1, 7]],
    "is": [[1, 21, 101], [0, 2, 11, 111]],
    "ru": [[1, 21, 101], [2, 3, 4, 22, 104], [0, 5, 11, 12, 14, 111, 112]],
    "uk": [[1, 31], [2, 24], [0, 11, 25]],
    "pl": [[1], [2, 4, 22, 104], [0, 5, 11, 12, 21, 101]],
    "cs": [[1], [2, 3, 4], [0, 5, 22]],
    "sl": [[1, 101], [2, 102], [3, 4, 103], [0, 5, 11]],
    "lt": [[1, 21], [2, 9, 22], [0, 10, 11, 19, 20]],
    "lv": [[1, 21], [2, 11, 20], [0]],
    "ro": [[1], [0, 2, 19, 101, 119], [20, 100]],
    "ga": [[1], [2], [3, 6], [7, 10], [0, 11, 20]],
    "cy": [[0], [1], [2], [3], [6], [4, 5, 7, 20]],
    "mt": [[1], [0, 2, 10, 102], [11, 19, 111], [20, 100, 101]],
    "ar": [[0], [1], [2], [3, 10, 103], [11, 99, 111], [100, 101, 102, 200]],
    "xx": [[1], [0, 2]],
}


@pytest.mark.parametrize("language", SAMPLES)
def test_each_number_has_its_form(language: str) -> None:
    rule = rule_of(language)
    assert rule.forms == len(SAMPLES[language])
    for form, numbers in enumerate(SAMPLES[language]):
        assert [rule.form_of(n) for n in numbers] == [form] * len(numbers)


@given(st.sampled_from(sorted(_RULES)), st.integers(0, 10**9))
def test_no_number_is_without_a_form(language: str, n: int) -> None:
    rule = rule_of(language)
    assert 0 <= rule.form_of(n) < rule.forms
