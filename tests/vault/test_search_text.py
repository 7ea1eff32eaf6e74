"""Text and query are brought to one form, and the piece round a hit is the original's own."""

import tracemalloc
from itertools import chain

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from logbook.vault.search_text import (
    bodies_of,
    body_of,
    indexed,
    needles_of,
    normalised,
    snippet,
    tokens_of,
)

PAIRS = [
    ("Größe", "GRÖSSE"),
    ("STRASSE", "Straße"),
    ("café", "cafe\u0301"),
    ("café", "CAFE"),
    ("İstanbul", "istanbul"),
    ("ısparta", "ISPARTA"),
    ("søndag", "sondag"),
    ("ǿ", "o"),
    ("łódź", "lodz"),
    ("ＦＵＬＬ", "full"),
    ("ﬁle", "file"),
    ("don’t", "don't"),
    ("„ja“", '"ja"'),
    ("كِتَابٌ", "كتاب"),
    ("أحمد", "احمد"),
    ("كتاب", "کتاب"),  # the Arabic and the Persian letter
    ("مـــرحبا", "مرحبا"),
    ("שָׁלוֹם", "שלום"),
    ("٠٧٧٠٠", "07700"),
    ("๑๒๓", "123"),
    ("a\u200bb", "ab"),
    ("co\u00adop", "coop"),
    ("❤️", "❤"),
    ("👩‍👧", "👩👧"),
    ("a\tb\r\n c", "a b c"),
    ("a\0b", "a b"),
    ("Ёлка", "елка"),
    ("각", "\u1100\u1161\u11a8"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_spellings_of_the_same_become_one(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ที่", "ท"), ("की", "क"), ("がく", "かくx"), ("cat", "cut"), ("각", "가"), ("12", "21")],
)
def test_letters_of_other_scripts_are_not_taken_for_marks(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once


@given(st.text(st.characters(max_codepoint=127)))
def test_the_short_way_for_ascii_is_the_long_way(text: str) -> None:
    with_accent = normalised(text + " é")
    assert with_accent == f"{normalised(text)} e".strip()


@given(
    st.lists(
        st.sampled_from(
            [
                *("a", "B ", "555 ", "0104", " ", "\u0301", "가", "ᆨ", "\0", "\u00a0", "´", "😀"),
                *(
                    "漢",
                    "é",
                    "\u0130",
                    "ـ",
                    "ب",
                    "\u3000",
                    "\u200b",
                    "\u3099",
                    "か",
                    "½",
                    "5    5-",
                ),
            ]
        )
    )
)
@example(["a", " ", " ", "\u0301", "b"])
def test_a_long_text_is_normalised_in_stretches_as_in_one_piece(parts: list[str]) -> None:
    text = "".join(chain(parts, ("xyz",), parts))
    whole, index = normalised(text), indexed(text)
    with pytest.MonkeyPatch.context() as patch:
        for module in ("texts", "search_text"):
            patch.setattr(f"logbook.vault.{module}.STRETCH_CHARS", 2)
        assert normalised(text) == whole
        assert bytes(body_of(text)).decode() == index


def test_many_numbers_in_one_text_are_indexed_in_one_pass() -> None:
    numbers = [f"{at:04} {at:03} {at:04}" for at in range(100_000)]
    text = indexed("; ".join(numbers))  # took an hour while each was looked for in the whole text
    assert text.count("\n") == len(numbers)
    assert numbers[-1].replace(" ", "") in text


@pytest.mark.parametrize(
    "written", ["+1 (555) 010-4477", "555 010 4477", "555.010.4477", "5550104477", "555-0104477"]
)
@pytest.mark.parametrize("asked", ["5550104477", "555-010-4477", '"555 010 4477"', "(555)0104477"])
def test_a_number_is_found_however_it_is_written(written: str, asked: str) -> None:
    (needle,) = needles_of(asked)
    assert needle in indexed(f"call {written} now")


def test_short_numbers_and_dates_stay_as_they_are() -> None:
    assert needles_of("3-4") == ("3-4",)
    assert "\n" not in indexed("on 3/4 at 20:10")


def test_every_character_begins_a_token() -> None:
    text = indexed("ab c")
    assert {text[at] for at in range(len(text) - 2)} == {"a", "b", " ", "c"}


@given(st.text())
def test_tokens_are_counted_as_sqlite_counts_them(text: str) -> None:
    assert tokens_of(text) == max(0, len(indexed(text)) - 2)


def test_quotes_make_a_phrase_and_words_are_found_apart() -> None:
    assert needles_of('he said "come home" now') == ("he", "said", "come home", "now")
    assert needles_of("“come home” now") == ("come home", "now")


@pytest.mark.parametrize("query", ["", "   ", '"', '""', '" "', "\0", "\u200b"])
def test_a_query_of_nothing_asks_for_nothing(query: str) -> None:
    assert needles_of(query) == ()


def test_a_query_is_bounded() -> None:
    assert sum(map(len, needles_of("x" * 100_000))) <= 500
    assert len(needles_of(" ".join(map(str, range(10_000))))) == 16


@given(st.text(), st.text(max_size=20))
def test_no_text_and_no_query_break_a_snippet(text: str, query: str) -> None:
    piece = snippet(text, needles_of(query))
    assert len(piece) <= 162
    assert "\n" not in piece


def test_a_snippet_is_the_original_round_the_hit() -> None:
    text = "Vorher. " * 40 + "Er stand am GARTENTÖRCHEN und wartete. " + "Nachher. " * 40
    piece = snippet(text, needles_of("gartentorchen"))
    assert "Er stand am GARTENTÖRCHEN und wartete." in piece
    assert piece.startswith("…")
    assert piece.endswith("…")


@pytest.mark.parametrize("before", [0, 1_990, 2_005, 30_000])
def test_a_hit_far_into_a_long_text_is_shown(before: int) -> None:
    text = "ä" * before + " 刀を見せた " + "ü" * 3_000
    assert "刀を見せた" in snippet(text, needles_of("刀を"))


def test_a_number_is_shown_as_it_was_written() -> None:
    text = "word " * 100 + "+1 (555) 010-4477 " + "word " * 100
    assert "(555) 010-4477" in snippet(text, needles_of("5550104477"))


def test_a_short_text_is_shown_whole() -> None:
    assert snippet("He  called\nme.", needles_of("called")) == "He called me."
    assert snippet("He called.", needles_of("other")) == "He called."


@given(st.text("0123456789 ().-/a\n", max_size=60))
def test_numbers_of_a_long_text_are_those_of_a_short_one(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("logbook.vault.search_text.STRETCH_CHARS", 0)
        assert bytes(body_of(text or "a")).decode() == indexed(text or "a")


def test_a_number_that_fills_a_long_text_takes_no_more_than_the_text() -> None:
    text = "0123456789 " * 200_000
    tracemalloc.start()
    body = body_of(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(body) < 2 * len(text)
    assert peak < 4 * len(text)  # matched as one number it would be a hundred times that


def test_a_long_text_full_of_different_numbers_adds_some_of_them() -> None:
    body = body_of(" ; ".join(f"{at:04}-{at:06}" for at in range(200_000)))
    assert (1 << 19) < body.count(b"\n") * 11 < (1 << 21)


@given(
    st.lists(
        st.text(st.sampled_from("aB 7-.(\t\n\0\x1cé😡")) | st.just("call (0170) 123 45 67 now"),
        max_size=8,
    )
)
def test_many_texts_are_prepared_as_each_is_alone(texts: list[str]) -> None:
    assert bodies_of(texts) == [body_of(text) for text in texts]
