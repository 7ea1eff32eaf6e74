"""A text of any length and encoding, read in portions that lose and repeat nothing."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.media import text_portions
from logbook.media.text_portions import PORTION_BYTES, find, read


def _whole(data: bytes) -> str:
    stream = io.BytesIO(data)
    first = read(stream, 0)
    return "".join(read(stream, index).text for index in range(first.count))


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8-sig", b""), ("utf-16", b""), ("utf-16-be", b"\xfe\xff")],
)
def test_every_encoding_is_read_whole(encoding: str, mark: bytes) -> None:
    lines = "".join(f"{number}: Er sagte „bis später“ 🙂\n" for number in range(9_000))
    assert _whole(mark + lines.encode(encoding)) == lines


def test_an_old_windows_page_is_read_as_such() -> None:
    assert _whole("Müller sagte: „nein“".encode("cp1252")) == "Müller sagte: „nein“"


@pytest.mark.parametrize("letter", ["ä", "🙂", "x"])
def test_one_line_without_end_breaks_between_characters(letter: str) -> None:
    text = letter * 300_000
    assert _whole(text.encode()).replace("\n", "") == text


def test_a_portion_is_bounded_and_so_are_its_lines() -> None:
    stream = io.BytesIO(b"x" * 10_000_000)
    found = read(stream, 77)
    assert len(found.text) <= PORTION_BYTES * 1.1
    assert max(map(len, found.text.split("\n"))) <= 4_000
    assert found.count == -(-10_000_000 // PORTION_BYTES)


def test_what_cannot_be_seen_is_shown_by_its_picture() -> None:
    assert _whole(b"a\x00b\x1bc\td") == "a\u2400b\u241bc\td"


@given(st.binary(max_size=300), st.integers(min_value=20, max_value=90))
def test_whatever_the_bytes_are_nothing_fails(data: bytes, portion: int) -> None:
    with pytest.MonkeyPatch.context() as small:
        small.setattr(text_portions, "PORTION_BYTES", portion)
        small.setattr(text_portions, "_EDGE_BYTES", 10)
        stream = io.BytesIO(data)
        count = read(stream, 0).count
        assert sum(len(read(stream, index).text) for index in range(count)) <= 2 * len(data) + 1


def test_words_are_found_in_later_and_earlier_portions() -> None:
    lines = [f"line {number}\n" for number in range(40_000)]
    lines[30_000] = "the Tram\n"
    stream = io.BytesIO("".join(lines).encode())
    at = find(stream, "tram", 0, 1)
    assert at is not None
    assert "the Tram" in read(stream, at).text
    assert find(stream, "tram", at + 1, -1) == at
    assert find(stream, "bus", 0, 1) is None
