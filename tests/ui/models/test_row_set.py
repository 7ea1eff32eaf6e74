"""Runs of rows behave like a plain set of rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from logbook.ui.models.row_set import RowSet

run = st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda one: (one[0], one[0] + one[1]))


@given(st.lists(st.tuples(st.booleans(), run), max_size=30))
def test_runs_are_the_same_as_a_set(steps: list[tuple[bool, tuple[int, int]]]) -> None:
    rows, plain = RowSet(), set[int]()
    for adds, (first, last) in steps:
        if adds:
            rows.add(first, last)
            plain |= set(range(first, last + 1))
        else:
            rows.remove(first, last)
            plain -= set(range(first, last + 1))
        assert len(rows) == len(plain)
        assert bool(rows) == bool(plain)
        assert {one for one in range(50) if one in rows} == plain
        assert all(b[0] - a[1] > 1 for a, b in zip(rows.ranges, rows.ranges[1:], strict=False))


def test_a_million_rows_are_one_run() -> None:
    rows = RowSet()
    rows.add(0, 999_999)
    rows.remove(500, 500)
    assert rows.ranges == [(0, 499), (501, 999_999)]
    rows.clear()
    assert rows.ranges == []
