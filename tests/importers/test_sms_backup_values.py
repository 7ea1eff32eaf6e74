"""A long value is read piece by piece and comes out as if it had been read whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.importers import sms_backup_values
from logbook.importers.sms_backup_values import Text, Unreadable, text_of

PIECES = [
    b"a",
    b" ",
    b"\r\n",
    b"\n",
    b"\r",
    b"\0",
    b"&amp;",
    b"&#10;",
    b"&#55357;",
    b"&#56832;",
    b"&#x1F600;",
    b"&#0000055357;",
    b"&bad;",
    b"&",
    b";",
    "\u00e9".encode(),
    "\U0001f600".encode(),
    b"\xed\xa0\xbd\xed\xb8\x80",  # a surrogate pair, written as if it were two characters
    b"\xff",
]


def _read(value: bytes) -> Text | str:
    try:
        text = text_of(value)
    except Unreadable as error:
        return error.reason
    return text._replace(flags=tuple(sorted(text.flags)))


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).flatmap(
        lambda pieces: st.lists(st.sampled_from(pieces), max_size=60).map(b"".join)
    )
)
def test_a_long_value_is_read_as_a_short_one(value: bytes) -> None:
    whole = _read(value)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sms_backup_values, "STRETCH_BYTES", 20)
        piecewise = _read(value)
    if isinstance(whole, str):
        assert isinstance(piecewise, str)  # of two things wrong it may name the other one
    else:
        assert piecewise == whole


def test_a_text_that_grows_beyond_all_bounds_is_too_long() -> None:
    with pytest.raises(Unreadable, match="too_long"):
        text_of(b"\x01" * (6 << 20))
    assert len(text_of(b"\x01" * (5 << 20)).text) == 5 << 20
