from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.export.clusters import clusters, units

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)


@given(ANY_TEXT)
def test_clusters_put_together_are_the_text(text):
    assert "".join(clusters(text)) == text


@given(ANY_TEXT)
def test_units_of_a_line_put_together_are_the_text(text):
    assert "".join(units(text)) == text


@pytest.mark.parametrize(
    "seen_as_one",
    [
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\U0001f44d\U0001f3fd",
        "1\ufe0f\u20e3",
        "\U0001f1e9\U0001f1ea",
        "e\u0301",
        "\u1112\u1161\u11ab",
        "\U0001f3f4\U000e0067\U000e0062\U000e007f",
    ],
)
def test_what_is_seen_as_one_character_is_one_cluster(seen_as_one):
    assert list(clusters(f"a{seen_as_one}b")) == ["a", seen_as_one, "b"]


def test_two_flags_are_two_clusters():
    assert len(list(clusters("\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7"))) == 2


def test_east_asian_text_breaks_between_characters_but_not_before_its_punctuation():
    assert list(units("你好，世界。")) == ["你", "好，", "世", "界。"]
    assert list(units("「話」と")) == ["「話」", "と"]


def test_a_long_address_breaks_after_its_slashes():
    parts = list(units("https://example.org/long/path?a=b&c=dd"))

    assert len(parts) > 3
    assert all(part.endswith(("/", "?", "=", "&")) for part in parts[:-1])


def test_a_no_break_space_holds_its_word_together():
    assert list(units("10\u00a0km away")) == ["10\u00a0km", " ", "away"]
