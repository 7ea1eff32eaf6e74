"""What is left of damaged base64 is decoded, whatever stands in it."""

import base64

from hypothesis import given
from hypothesis import strategies as st

from logbook.importers.base64_stretch import Base64Stream, decoded

_LETTERS = st.text("AQgw+/-_= \n&#10;<", max_size=200).map(str.encode)


def test_padding_in_the_middle_is_left_out() -> None:
    assert decoded(b"aGVs=bG8g&amp;") == decoded(b"aGVsbG8gamp")


@given(_LETTERS)
def test_damage_never_stops_the_reading(piece: bytes) -> None:
    stream = Base64Stream(lambda at, length: piece[at : at + length], 0, len(piece))
    assert stream.read() == decoded(piece)


@given(st.binary(max_size=200))
def test_sound_base64_comes_out_as_it_was(data: bytes) -> None:
    assert decoded(base64.b64encode(data)) == data
