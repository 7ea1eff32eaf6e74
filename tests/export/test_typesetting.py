from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from logbook.export.fonts import SANS, SANS_BOLD, SERIF, SERIF_BOLD, FontBook
from logbook.export.typesetting import Line, Pen, Span, Style, Typesetter, named

BODY = Style(SERIF, 12, 15)
BOLD = Style(SERIF_BOLD, 12, 15)
TEXT = st.text(alphabet="abc XYZ 12.,/-\u00e9אבשלוםجد你好क्ष😀👍🏽\u0301\u200f\n", max_size=120)


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter()


def said(line: Line) -> str:
    """Return what the codes of a line stand for, from left to right."""
    words = []
    for run in line.runs:
        for part in run.operators.split("<")[1:]:
            digits = part.split(">")[0]
            codes = (int(digits[at : at + 4], 16) for at in range(0, len(digits), 4))
            words.append("".join(run.face.meaning[code] for code in codes))
    return "".join(words)


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(TEXT, st.floats(60, 400))
def test_no_line_is_wider_than_its_measure(setter, text, width_pt):
    for line in setter.text(text, BODY, width_pt):
        assert line.width_pt <= width_pt + 0.01


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.text(alphabet="abc XYZ 12.,/-\u00e9你好Привет\n", max_size=120), st.floats(60, 400))
def test_every_visible_character_is_printed_once_and_in_order(setter, text, width_pt):
    lines = setter.text(text, BODY, width_pt)

    assert "".join(said(line) for line in lines).replace(" ", "") == "".join(text.split())


def test_a_space_at_the_start_does_not_push_a_word_over_the_edge(setter):
    for line in setter.text(" 11111111ם", BODY, 60):
        assert line.width_pt <= 60


def test_an_empty_line_stays_an_empty_line(setter):
    lines = setter.text("one\n\ntwo\r\nthree", BODY, 300)

    assert [said(line) for line in lines] == ["one", "", "two", "three"]


def test_spaces_at_the_start_and_inside_are_kept(setter):
    (line,) = setter.text("  a   b  ", BODY, 300)

    assert said(line) == "  a   b"


def test_a_right_to_left_paragraph_says_so_and_stands_in_visual_order(setter):
    (line,) = setter.text("שלום (ab)", BODY, 300)

    assert line.right_to_left
    assert said(line) == "(ab) םולש"


def test_hebrew_inside_english_stays_where_it_belongs(setter):
    (line,) = setter.text("I said שלום to him", BODY, 300)

    assert not line.right_to_left
    assert said(line) == "I said םולש to him"


def test_a_word_wider_than_the_line_is_cut_between_clusters(setter):
    lines = setter.text("x" * 100, BODY, 100)

    assert len(lines) > 3
    assert "".join(said(line) for line in lines) == "x" * 100


def test_a_character_that_no_face_shows_is_named():
    setter = Typesetter()
    (line,) = setter.text("a\u0f40b", BODY, 400)

    assert said(line) == "a[U+0F40 TIBETAN LETTER KA]b"
    assert list(setter.without_glyph) == ["\u0f40"]


def test_the_name_of_a_character_is_read_forwards_in_a_right_to_left_text(setter):
    lines = setter.text("שלום \U00010900\U00010901 שלום", BODY, 500)
    printed = " ".join(said(line) for line in lines)
    for letter in ("U+10900 PHOENICIAN LETTER ALF", "U+10901 PHOENICIAN LETTER BET"):
        assert f"[{letter}]" in printed


def test_control_characters_and_half_pairs_are_named(setter):
    (line,) = setter.text("a\x07\ud83d\tb", BODY, 400)

    assert said(line) == "a[U+0007][U+D83D]    b"


def test_marks_of_direction_leave_no_trace(setter):
    (line,) = setter.text("a\u200eb\u2069", BODY, 400)

    assert said(line) == "ab"


def test_emoji_are_remembered_for_the_key():
    setter = Typesetter()
    setter.text("ok \U0001f44d\U0001f3fd \u2764\ufe0f 1\ufe0f\u20e3", BODY, 400)

    assert list(setter.emoji) == ["\U0001f44d\U0001f3fd", "\u2764\ufe0f", "1\ufe0f\u20e3"]


def test_the_same_glyph_for_two_characters_gets_two_codes(setter):
    (line,) = setter.text("a\u00a0b c", BODY, 400)

    assert said(line) == "a\u00a0b c"


def test_spans_of_two_styles_stand_in_one_line(setter):
    (line,) = setter.paragraph([Span("Place  ", BOLD), Span("Hallway", BODY)], 400)

    assert [run.style for run in line.runs] == [BOLD, BODY]
    assert said(line) == "Place  Hallway"


def test_a_pen_says_a_face_once(setter):
    pen = Pen()
    (line,) = setter.text("word", BODY, 400)

    assert " Tf" in pen.write(line, 0, 0)
    assert " Tf" not in pen.write(line, 0, 0)
    pen.forget()
    assert " Tf" in pen.write(line, 0, 0)


def test_equal_styles_of_different_origin_join_into_one_run(setter):
    setter.text("one two", Style(SERIF, 12, 15), 400)
    (line,) = setter.text("one two", Style(SERIF, 12, 15), 400)

    assert len(line.runs) == 1


@pytest.mark.parametrize(
    ("mark", "family"),
    [
        ("a", "NotoSerif"), ("Ж", "NotoSerif"), ("ش", "NotoSansArabic"), ("ש", "NotoSansHebrew"),
        ("क", "NotoSansDevanagari"), ("ব", "NotoSansBengali"), ("ਕ", "NotoSansGurmukhi"),
        ("ક", "NotoSansGujarati"), ("த", "NotoSansTamil"), ("త", "NotoSansTelugu"),
        ("ಕ", "NotoSansKannada"), ("മ", "NotoSansMalayalam"), ("ක", "NotoSansSinhala"),
        ("ଓ", "NotoSansOriya"), ("ส", "NotoSansThai"), ("ສ", "NotoSansLao"), ("ក", "NotoSansKhmer"),
        ("က", "NotoSansMyanmar"), ("Ա", "NotoSansArmenian"), ("ა", "NotoSansGeorgian"),
        ("አ", "NotoSansEthiopic"), ("你", "NotoSansSC"), ("한", "NotoSansKR"), ("😀", "NotoEmoji"),
        *((mark, "KurintoSans-Rg") for mark in "ᠮᏣܣދߒ𞤀ᐃꆈⵜꦧᱥꕙᬩᮘꨌꓡꯃ"),
    ],
)  # fmt: skip
def test_every_script_has_a_face(mark, family):
    face = FontBook().choose(SERIF, mark, "")

    assert face is not None
    assert face.family == family


@pytest.mark.parametrize("form", "\u180b\u180c\u180d\u180e\u180f")
def test_what_chooses_the_form_of_a_mongolian_letter_is_not_named(form):
    setter = Typesetter()
    (line,) = setter.text(f"\u1820{form}\u1821", BODY, 400)

    assert said(line).replace(form, "") == "\u1820\u1821"
    assert not setter.without_glyph


def test_a_script_without_noto_is_bold_in_a_file_of_its_own():
    faces = [FontBook().choose(cut, "Ꮳ", "") for cut in (SANS, SANS_BOLD)]

    assert [face and face.family for face in faces] == ["KurintoSans-Rg", "KurintoSans-Bd"]


@pytest.mark.parametrize("mark", ["\u2800", "\u28ff", "\uf8ff", "\ufff9", "\U0001d173"])
def test_what_a_face_has_and_does_not_show_is_named(setter, mark):
    (line,) = setter.text(f"a{mark}b", BODY, 400)

    assert said(line) == f"a{named(mark)}b"


def test_kana_beside_han_asks_for_japanese_forms():
    setter = Typesetter()
    setter.text("日本の", BODY, 400)

    assert ("NotoSansJP", 400) in setter.fonts.faces
    assert ("NotoSansSC", 400) not in setter.fonts.faces


def test_an_unnamed_code_point_is_given_by_its_number():
    assert named("\ue000") == "[U+E000]"
