"""Where a person was in a file: numbers that come back from outside are not trusted."""

from __future__ import annotations

import json

import pytest

from logbook.ui.viewer.seen import Seen, read_seen


def test_what_was_said_is_read_again():
    seen = Seen(1.25, 3, True, 4, 0.25, 0.75, 12.5)
    assert read_seen(json.loads(json.dumps(list(seen)))) == seen


@pytest.mark.parametrize(
    "untrusted",
    [None, "1", {}, [], [1] * 6, [1] * 8, ["a"] * 7, [float("nan")] * 7, [float("inf")] * 7],
)
def test_anything_else_is_nothing(untrusted):
    assert read_seen(untrusted) is None


def test_numbers_beyond_all_bounds_are_brought_back():
    assert read_seen([-5, 7, 0, -3, 9, -9, -1]) == Seen(0.0, 3, False, 0, 1.0, 0.0, 0.0)
