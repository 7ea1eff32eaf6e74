"""Lines in columns: each comes out as it went in, whole or in part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.tasks.message_lines import Line, LineColumns

TEXT = st.text(st.characters(), max_size=20)  # lone surrogates too
LINES = st.lists(
    st.builds(
        Line,
        order_index=st.integers(0, 2**40),
        conversation=st.integers(0, 2**31),
        sender=TEXT,
        is_me=st.booleans(),
        local=st.sampled_from(["", "2026-04-13T21:05", "2026-04-13T21:05:59.123"]),
        text=TEXT,
        files=st.lists(TEXT, max_size=2).map(tuple),
    ),
    max_size=12,
)


@given(LINES)
def test_lines_come_out_as_they_went_in(lines: list[Line]) -> None:
    columns = LineColumns(lines)
    assert list(columns) == lines
    assert columns[1:] == lines[1:]
    assert list(columns.senders) == list(dict.fromkeys(one.sender for one in lines if one.sender))
    for place, line in enumerate(lines):
        assert columns[place - len(lines)] == line
        assert columns.sender(place) == line.sender
        assert columns.local(place) == line.local
        assert columns.text(place) == line.text
        assert columns.files(place) == line.files


def test_a_place_that_is_not_there_is_refused() -> None:
    with pytest.raises(IndexError):
        LineColumns()[0]
