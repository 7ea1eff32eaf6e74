"""Tests of the frames between the program and its decoding child."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.media import wire

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=8), PLAIN, max_size=5), st.binary(max_size=99))
def test_what_is_sent_is_received(fields: dict[str, object], body: bytes) -> None:
    pipe = io.BytesIO()
    wire.send(pipe, fields, body)
    pipe.seek(0)
    assert wire.receive(pipe) == wire.Frame(fields, body)


@given(st.binary(max_size=60))
def test_anything_malformed_is_one_error(data: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.receive(io.BytesIO(b"\0\0\0" + data))


@pytest.mark.parametrize("lengths", [(wire.MAX_FIELDS_BYTES + 1, 0), (2, wire.MAX_BODY_BYTES + 1)])
def test_an_announced_frame_that_is_too_large_is_not_waited_for(lengths: tuple[int, int]) -> None:
    with pytest.raises(wire.WireError, match="too large"):
        wire.receive(io.BytesIO(struct.pack(">II", *lengths) + b"{}"))


def test_a_frame_that_nests_without_end_is_refused() -> None:
    deep = b'{"a":' * 100_000
    with pytest.raises(wire.WireError, match="no JSON"):
        wire.receive(io.BytesIO(struct.pack(">II", len(deep), 0) + deep))


def test_a_frame_that_is_too_large_is_not_sent() -> None:
    with pytest.raises(wire.WireError):
        wire.send(io.BytesIO(), {"a": "x" * wire.MAX_FIELDS_BYTES})
