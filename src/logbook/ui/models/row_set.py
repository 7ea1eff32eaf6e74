"""Rows that are ticked, as runs: a million of them take no more room than one."""

from __future__ import annotations

from bisect import bisect_right


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
        kept = []
        for start, end in self.ranges:
            if end < first - 1 or start > last + 1:
                kept.append((start, end))
            else:
                first, last = min(first, start), max(last, end)
        self._keep(sorted([*kept, (first, last)]))

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
