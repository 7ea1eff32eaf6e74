"""What was done while the book is open, so that it can be taken back and done again by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

_MOST = 200  # steps; nobody goes back further, and each may hold what entries said


class Step(NamedTuple):
    """One thing that was done, in the words that told it; `redo` is None where it stays undone."""

    words: str
    undo: Callable[[], object]
    redo: Callable[[], object] | None = None
    says_itself: bool = False  # that it was taken back, or done again: once it is, which may take


class Steps:
    """The steps of one open book, newest last. They are gone with it: nothing of them is kept."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def add(self, step: Step) -> None:
        """Note a step; what was taken back before it cannot be done again."""
        self._done.append(step)
        del self._done[:-_MOST]
        self._undone.clear()

    def split(self, step: Step, did: Step | None, left: Step, *, undone: bool) -> None:
        """Keep a step that came only part of the way as two: what it `did`, and what is `left`.

        `undone` tells whether it was being taken back, or done again.
        """
        now, before = (self._undone, self._done) if undone else (self._done, self._undone)
        at = next((at for at, one in enumerate(now) if one is step), None)
        if at is not None:
            now[at : at + 1] = [did] if did is not None else []
        if undone or at is not None:  # something else that was done ends all redoing
            before.append(left)

    @property
    def next_undo(self) -> str:
        """The words of the step that would be taken back, empty when there is none."""
        return self._done[-1].words if self._done else ""

    @property
    def next_redo(self) -> str:
        """The words of the step that would be done again."""
        return self._undone[-1].words if self._undone else ""

    def undo(self) -> Step | None:
        """Take the newest step back and return it."""
        if not self._done:
            return None
        step = self._done.pop()
        if step.redo is not None:
            self._undone.append(step)
        step.undo()
        return step

    def redo(self) -> Step | None:
        """Do again what was taken back last, and return it."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        if step.redo is not None:
            step.redo()
        return step
