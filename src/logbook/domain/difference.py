"""What changed between two versions of a text, word by word; the time it takes is bounded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_PARTS = re.compile(r"[^\n]*\n|[^\n]+\Z")
_MOST_STEPS = 400  # insertions and removals; texts that differ more are compared by paragraphs
_MOST_WORDS = 20_000


class Change(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


class Piece(NamedTuple):
    """A stretch of text and what became of it."""

    change: Change
    text: str


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """Return pieces that are `before` without those added, and `after` without those removed.

    Where both differ much, whole paragraphs are removed and added, and in the end all of it.
    """
    for pattern, most in ((_WORDS, _MOST_WORDS), (_PARTS, _MOST_WORDS)):
        old, new = pattern.findall(before), pattern.findall(after)
        if len(old) + len(new) > most:
            continue
        pieces = _compare(old, new)
        if pieces is not None:
            return _joined(pieces)
    return _joined([Piece(Change.REMOVED, before), Piece(Change.ADDED, after)])


def _compare(old: Sequence[str], new: Sequence[str]) -> list[Piece] | None:
    """Return the shortest way from one to the other, None when it is longer than we go."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    middle = _shortest(old[start : len(old) - end], new[start : len(new) - end])
    if middle is None:
        return None
    same = [Piece(Change.SAME, part) for part in old[:start]]
    return [*same, *middle, *(Piece(Change.SAME, part) for part in old[len(old) - end :])]


def _shortest(old: Sequence[str], new: Sequence[str]) -> list[Piece] | None:
    """Find the shortest edit (E. W. Myers, An O(ND) Difference Algorithm, 1986)."""
    far: dict[int, int] = {1: 0}  # by diagonal: how far into `old` so many steps lead
    trail: list[dict[int, int]] = []
    for steps in range(min(len(old) + len(new), _MOST_STEPS) + 1):
        trail.append(dict(far))
        for diagonal in range(-steps, steps + 1, 2):
            down = diagonal == -steps or (
                diagonal != steps and far.get(diagonal - 1, -1) < far.get(diagonal + 1, -1)
            )
            at = far.get(diagonal + 1, 0) if down else far[diagonal - 1] + 1
            while at < len(old) and 0 <= at - diagonal < len(new) and old[at] == new[at - diagonal]:
                at += 1
            far[diagonal] = at
            if at >= len(old) and at - diagonal >= len(new):
                return _way_back(old, new, trail)
    return None


def _way_back(
    old: Sequence[str], new: Sequence[str], trail: Sequence[dict[int, int]]
) -> list[Piece]:
    pieces: list[Piece] = []
    at, there = len(old), len(new)
    for steps in range(len(trail) - 1, -1, -1):
        far, diagonal = trail[steps], at - there
        down = diagonal == -steps or (
            diagonal != steps and far.get(diagonal - 1, -1) < far.get(diagonal + 1, -1)
        )
        before = far.get(diagonal + 1, 0) if down else far.get(diagonal - 1, 0)
        before_there = before - (diagonal + 1 if down else diagonal - 1)
        while at > before and there > max(before_there, 0) and at > 0:
            at, there = at - 1, there - 1
            pieces.append(Piece(Change.SAME, old[at]))
        if steps == 0:
            break
        if down:
            there -= 1
            pieces.append(Piece(Change.ADDED, new[there]))
        else:
            at -= 1
            pieces.append(Piece(Change.REMOVED, old[at]))
    return pieces[::-1]


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Join neighbours of one kind; of a stretch that was replaced, what was removed comes first."""
    runs = _same_joined(pieces)
    found: list[Piece] = []
    removed, added = "", ""
    for at, run in enumerate(runs):
        if run.change is Change.REMOVED:
            removed += run.text
        elif run.change is Change.ADDED:
            added += run.text
        elif removed.strip() and added.strip() and _is_gap(runs, at):
            # Two words that were replaced read better as one change, with the space between them.
            removed, added = removed + run.text, added + run.text
        else:
            found += [Piece(Change.REMOVED, removed), Piece(Change.ADDED, added), run]
            removed, added = "", ""
    found += [Piece(Change.REMOVED, removed), Piece(Change.ADDED, added)]
    return tuple(_same_joined(piece for piece in found if piece.text))


def _is_gap(runs: Sequence[Piece], at: int) -> bool:
    """Tell whether a run is a space before two more words of which one replaces the other."""
    after = {run.change for run in runs[at + 1 : at + 3]}
    return runs[at].text == " " and after == {Change.REMOVED, Change.ADDED}


def _same_joined(pieces: Iterable[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].change is piece.change:
            found[-1] = Piece(piece.change, found[-1].text + piece.text)
        else:
            found.append(piece)
    return found
