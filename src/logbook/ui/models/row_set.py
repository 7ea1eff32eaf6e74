"""Rows that are ticked, as runs: a million of them take no more room than one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class RowSet:
    """A set of row numbers. Runs are first and last, in order, and never touch one another."""

    def __init__(self) -> None:
        self._firsts: list[int] = []
        self._lasts: list[int] = []

    @property
    def ranges(self) -> list[tuple[int, int]]:
        """The runs, first and last row included."""
        return list(zip(self._firsts, self._lasts, strict=True))

    def __len__(self) -> int:
        return sum(last - first + 1 for first, last in self.ranges)

    def __bool__(self) -> bool:
        return bool(self._firsts)

    def __contains__(self, row: int) -> bool:
        at = bisect_right(self._firsts, row) - 1
        return at >= 0 and row <= self._lasts[at]

    def add(self, first: int, last: int) -> None:
        """Put a run in, joined with those that it touches."""
        self.add_all([(first, last)])

    def add_all(self, runs: Iterable[tuple[int, int]]) -> None:
        """Put many runs in at once, in any order."""
        kept: list[tuple[int, int]] = []
        for first, last in sorted([*self.ranges, *runs]):
            if kept and first <= kept[-1][1] + 1:
                kept[-1] = (kept[-1][0], max(kept[-1][1], last))
            else:
                kept.append((first, last))
        self._keep(kept)

    def remove(self, first: int, last: int) -> None:
        """Take a run out."""
        kept = []
        for start, end in self.ranges:
            if start < first:
                kept.append((start, min(end, first - 1)))
            if end > last:
                kept.append((max(start, last + 1), end))
        self._keep(kept)

    def clear(self) -> None:
        """Take everything out."""
        self._keep([])

    def _keep(self, ranges: list[tuple[int, int]]) -> None:
        self._firsts = [first for first, _last in ranges]
        self._lasts = [last for _first, last in ranges]
