"""A long text is mended piece by piece and comes out as if it had been mended whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.importers import whatsapp_text
from logbook.importers.whatsapp_text import Text

PIECES = [
    b"a",
    b"\0",
    "\u00e9".encode(),
    "\ud55c".encode(),
    "\ud7ff".encode(),
    "\U0001f600".encode(),
    b"\xed\xa0\xbd\xed\xb8\x80",  # a surrogate pair, written as if it were two characters
    b"\xed\xa0\xbd",
    b"\xed\xb8\x80",
    b"\xed\xa0",
    *(bytes([byte]) for byte in (0x80, 0xA4, 0xBF, 0xE9, 0xED, 0xFF)),
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map(b"".join))
def test_a_long_text_is_mended_as_a_short_one(written: bytes) -> None:
    text = Text(b"hello")
    piece = written.decode("utf-8", "surrogateescape")
    long = bytearray(piece.encode("utf-8", "surrogatepass"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whatsapp_text, "STRETCH_CHARS", 5)
        flags = text.mended_whole(long)
    whole, expected = text.mended(piece)
    assert long.decode() == whole
    assert set(flags) == set(expected)
