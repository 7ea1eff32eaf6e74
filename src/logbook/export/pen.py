"""Where the words of a foreign page stand: tells a step inside a word from a space and a new line.

Programs place words as they like: all of a line at once, each word or each letter by itself, with
spaces or with steps instead of spaces (ISO 32000-1, 9.4). Only the places tell what belongs
together.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Final

from pikepdf import Matrix

from logbook.export.protecting import GAP

_WIDE: Final = 0.15  # of the size of the type: a wider step parts two words
_BACK: Final = 0.3
_OFF_LINE: Final = 0.3
_EM: Final = 1000.0


@dataclass(slots=True)
class _State:
    """What `q` keeps and `Q` brings back (ISO 32000-1, 8.4.1)."""

    page: Matrix = field(default_factory=Matrix)
    size: float = 1.0
    apart: float = 0.0  # between characters
    apart_words: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    font: Any = None  # the face that is chosen


class Pen:
    """Follows the operators of one page's stream."""

    def __init__(self, page_box: list[float] | None = None) -> None:
        self.state = _State()
        self._page_box = page_box
        self.is_seen = True  # whether what was written last stands on the page
        self._kept: list[_State] = []
        self._line = Matrix()  # where the line starts
        self._at = 0.0  # how far along it
        self._end: tuple[float, float] | None = None  # where the last words ended, on the page

    def follow(self, operator: str, numbers: list[float]) -> None:
        """Take an operator that moves something; wrong ones are passed over."""
        state = self.state
        if operator == "q":
            self._kept.append(replace(state))
        elif operator == "Q":
            self.state = self._kept.pop() if self._kept else state
        elif operator == "BT":
            self._line, self._at = Matrix(), 0.0
        elif operator in {"T*", "'", '"'}:
            self._move(0.0, -state.leading)
        elif len(numbers) == _OPERANDS.get(operator):
            self._set(operator, numbers)

    def _set(self, operator: str, numbers: list[float]) -> None:
        state, first = self.state, numbers[0]
        match operator:
            case "cm":
                state.page = Matrix(*numbers) @ state.page
            case "Tm":
                self._line, self._at = Matrix(*numbers), 0.0
            case "Td":
                self._move(*numbers)
            case "TD":
                state.leading = -numbers[1]
                self._move(*numbers)
            case "TL":
                state.leading = first
            case "Tc":
                state.apart = first
            case "Tw":
                state.apart_words = first
            case "Tz":
                state.stretch = first / 100

    def _move(self, right: float, up: float) -> None:
        self._line, self._at = Matrix().translated(right, up) @ self._line, 0.0

    def step(self, thousandths: float) -> None:
        """Move back along the line, as a number among the strings of `TJ` does."""
        self._at -= thousandths / _EM * self.state.size * self.state.stretch

    def write(self, width: float, characters: int, spaces: int) -> str:
        """Go on by the width of a string, and return what parts it from the string before.

        `width` is in thousandths of the size of the type.
        """
        state = self.state
        whole = self._line @ state.page
        start = whole.transform((self._at, 0.0))
        parted = self._parted(whole, start)
        on = width / _EM * state.size + characters * state.apart + spaces * state.apart_words
        self._at += on * state.stretch
        self._end = whole.transform((self._at, 0.0))
        self.is_seen = self._page_box is None or _meets(self._page_box, start, self._end)
        return parted

    def _parted(self, whole: Matrix, start: tuple[float, float]) -> str:
        if self._end is None:
            return ""
        try:
            back = whole.inverse()
        except ValueError:  # squeezed to nothing: nobody sees these words
            return "\n"
        here, there = back.transform(start), back.transform(self._end)
        em = abs(self.state.size) or 1.0
        if abs(here[1] - there[1]) > _OFF_LINE * em:
            return "\n"
        gap = here[0] - there[0]
        if gap < -_BACK * em:
            return "\n"
        return GAP if gap > _WIDE * em else ""


def _meets(box: list[float], start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Return whether a stretch of a line touches a box."""
    left, right = sorted((start[0], end[0]))
    low, high = sorted((start[1], end[1]))
    return (
        right >= min(box[0], box[2])
        and left <= max(box[0], box[2])
        and high >= min(box[1], box[3])
        and low <= max(box[1], box[3])
    )


_OPERANDS: Final = {"cm": 6, "Tm": 6, "Td": 2, "TD": 2, "TL": 1, "Tc": 1, "Tw": 1, "Tz": 1}
