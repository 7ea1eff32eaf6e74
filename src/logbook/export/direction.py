"""Which way each character runs: the Unicode bidirectional algorithm (UAX #9, revision 48).

The library at hand gives finished lines only; a page needs the levels, because a line is broken
before it is put into order. Rules carry their names from the annex.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from bidi.mirror import MIRRORED

_MAX_DEPTH = 125  # BD2
_MAX_BRACKETS = 63  # BD16
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})  # X9
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_STRONG_AS_RTL = frozenset({"R", "EN", "AN"})  # N1
_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}  # BD16: canonical equivalents match

_PAIRED = {
    mark: mirrored for mark, mirrored in MIRRORED.items() if unicodedata.category(mark) == "Ps"
}
_CLOSING = frozenset(_PAIRED.values())

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\u2068\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def runs_right_to_left(text: str) -> bool:
    """Return whether any character needs the algorithm; most text of most books does not."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def levels(text: str) -> tuple[int, list[int]]:
    """Return the level of a paragraph (0 or 1) and the level of each of its characters."""
    classes = [unicodedata.bidirectional(mark) or "L" for mark in text]
    matches = _matching_isolates(classes)
    base = _first_strong(classes, matches, 0, len(classes))
    found = _explicit(classes, matches, base)
    for sequence in _sequences(classes, found, matches, base):
        _resolve_weak(sequence)
        _resolve_brackets(sequence, text)
        _resolve_neutral(sequence)
        _implicit(sequence, found)
    _reset_space(text, found, base)
    return base, found


def visual_order(run_levels: list[int]) -> list[int]:
    """Return the indexes of runs from left to right (L2)."""
    order = list(range(len(run_levels)))
    if not run_levels:
        return order
    for level in range(max(run_levels), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and run_levels[order[end]] >= level:
                end += 1
            if end > at:
                order[at:end] = order[at:end][::-1]
            at = end + 1
    return order


@dataclass(slots=True)
class _Sequence:
    """An isolating run sequence (BD13): places in the text, their classes and its borders."""

    places: list[int]
    classes: list[str]
    level: int
    start: str  # sos
    end: str  # eos

    @property
    def embedding(self) -> str:
        return "R" if self.level % 2 else "L"


def _matching_isolates(classes: list[str]) -> dict[int, int]:
    """Return the place of the PDI of each isolate initiator that has one (BD9)."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for place, kind in enumerate(classes):
        if kind in _ISOLATES:
            waiting.append(place)
        elif kind == "PDI" and waiting:
            found[waiting.pop()] = place
    return found


def _first_strong(classes: list[str], matches: dict[int, int], start: int, end: int) -> int:
    """Return the level that the first strong character asks for (P2, P3)."""
    place = start
    while place < end:
        kind = classes[place]
        if kind in {"R", "AL"}:
            return 1
        if kind == "L":
            return 0
        if kind in _ISOLATES:
            place = matches.get(place, end)
        place += 1
    return 0


class _Explicit:
    """The directional status stack of X1 to X8."""

    def __init__(self, base: int) -> None:
        self.stack: list[tuple[int, str, bool]] = [(base, "", False)]
        self.too_deep_isolates = 0
        self.too_deep_embeddings = 0
        self.valid_isolates = 0

    @property
    def level(self) -> int:
        return self.stack[-1][0]

    @property
    def override(self) -> str:
        return self.stack[-1][1]

    def open(self, *, odd: bool, override: str, isolate: bool) -> None:
        """Enter an embedding, override or isolate (X2 to X5c)."""
        level = self.level + (1 if (self.level % 2 == 0) == odd else 2)
        if level <= _MAX_DEPTH and not (self.too_deep_isolates or self.too_deep_embeddings):
            self.valid_isolates += isolate
            self.stack.append((level, override, isolate))
        elif isolate:
            self.too_deep_isolates += 1
        elif not self.too_deep_isolates:
            self.too_deep_embeddings += 1

    def close_isolate(self) -> None:
        """Leave an isolate and every embedding inside it (X6a)."""
        if self.too_deep_isolates:
            self.too_deep_isolates -= 1
        elif self.valid_isolates:
            self.too_deep_embeddings = 0
            while not self.stack[-1][2]:
                self.stack.pop()
            self.stack.pop()
            self.valid_isolates -= 1

    def close_embedding(self) -> None:
        """Leave an embedding or override (X7)."""
        if self.too_deep_isolates:
            return
        if self.too_deep_embeddings:
            self.too_deep_embeddings -= 1
        elif not self.stack[-1][2] and len(self.stack) > 1:
            self.stack.pop()


def _explicit(classes: list[str], matches: dict[int, int], base: int) -> list[int]:
    """Return explicit levels; overrides are written into `classes` (X1 to X8)."""
    state = _Explicit(base)
    found: list[int] = []
    for place, kind in enumerate(list(classes)):
        if kind == "PDI":
            state.close_isolate()
        elif kind == "PDF":
            state.close_embedding()
        found.append(base if kind == "B" else state.level)
        if state.override and kind not in _REMOVED and kind != "B":
            classes[place] = state.override
        if kind in {"RLE", "LRE", "RLO", "LRO"}:
            override = kind[0] if kind.endswith("O") else ""
            state.open(odd=kind[0] == "R", override=override, isolate=False)
        elif kind in _ISOLATES:
            odd = kind == "RLI" or (
                kind == "FSI"
                and _first_strong(classes, matches, place + 1, matches.get(place, len(classes)))
                == 1
            )
            state.open(odd=odd, override="", isolate=True)
    return found


def _sequences(
    classes: list[str], found: list[int], matches: dict[int, int], base: int
) -> list[_Sequence]:
    """Return the isolating run sequences (X9, X10)."""
    kept = [place for place, kind in enumerate(classes) if kind not in _REMOVED]
    borders = _Borders(classes, found, matches, kept, base)
    runs: list[list[int]] = []
    for place in kept:
        if runs and found[runs[-1][-1]] == found[place]:
            runs[-1].append(place)
        else:
            runs.append([place])
    run_of = {run[0]: run for run in runs}
    closing = set(matches.values())
    result: list[_Sequence] = []
    for run in runs:
        if run[0] in closing:
            continue  # it continues the sequence of its initiator
        places = list(run)
        while (after := matches.get(places[-1])) is not None and after in run_of:
            places += run_of[after]
        result.append(borders.sequence(places))
    return result


class _Borders:
    """What a sequence of places needs to know about its surroundings (X10)."""

    def __init__(
        self,
        classes: list[str],
        found: list[int],
        matches: dict[int, int],
        kept: list[int],
        base: int,
    ) -> None:
        self.classes, self.found, self.matches = classes, found, matches
        before = [base, *(found[place] for place in kept)]
        after = [*(found[place] for place in kept[1:]), base]
        self.before = dict(zip(kept, before, strict=False))
        self.after = dict(zip(kept, after, strict=False))
        self.base = base

    def sequence(self, places: list[int]) -> _Sequence:
        """Return a sequence with the directions that meet at its borders."""
        level, last = self.found[places[0]], places[-1]
        open_ended = self.classes[last] in _ISOLATES and last not in self.matches
        after = self.base if open_ended else self.after[last]
        return _Sequence(
            places,
            [self.classes[place] for place in places],
            level,
            "R" if max(level, self.before[places[0]]) % 2 else "L",
            "R" if max(level, after) % 2 else "L",
        )


def _resolve_weak(sequence: _Sequence) -> None:
    """Resolve marks, numbers and their separators (W1 to W7)."""
    kinds = sequence.classes
    _resolve_marks_and_arabic(kinds, sequence.start)
    for at in range(1, len(kinds) - 1):  # W4
        left, kind, right = kinds[at - 1], kinds[at], kinds[at + 1]
        if left == right and (
            (kind == "ES" and left == "EN") or (kind == "CS" and left in {"EN", "AN"})
        ):
            kinds[at] = left
    _join_terminators(kinds)
    strong = sequence.start
    for at, kind in enumerate(kinds):  # W6, W7
        if kind in {"ES", "ET", "CS"}:
            kinds[at] = "ON"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _resolve_marks_and_arabic(kinds: list[str], start: str) -> None:
    """Give marks the class of their base, and numbers after Arabic letters theirs (W1 to W3)."""
    before = strong = start
    for at, kind in enumerate(kinds):
        found = kind
        if kind == "NSM":
            found = "ON" if before in _ISOLATES or before == "PDI" else before
        if found in {"L", "R", "AL"}:
            strong = found
        elif found == "EN" and strong == "AL":
            found = "AN"
        kinds[at] = before = found
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]


def _join_terminators(kinds: list[str]) -> None:
    """Make currency and percent signs beside a number part of it (W5)."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        beside = (at > 0 and kinds[at - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
        if end > at and beside:
            kinds[at:end] = ["EN"] * (end - at)
        at = max(end, at + 1)


def _bracket_pairs(sequence: _Sequence, text: str) -> list[tuple[int, int]]:
    """Return the places of matching brackets within a sequence (BD16)."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for at, place in enumerate(sequence.places):
        if sequence.classes[at] != "ON":
            continue
        mark = text[place]
        if mark in _PAIRED:
            if len(waiting) == _MAX_BRACKETS:
                break
            closing = _PAIRED[mark]
            waiting.append((_CANONICAL.get(closing, closing), at))
        elif mark in _CLOSING:
            wanted = _CANONICAL.get(mark, mark)
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == wanted:
                    pairs.append((waiting[depth][1], at))
                    del waiting[depth:]
                    break
    return sorted(pairs)


def _strong(kind: str) -> str:
    return "R" if kind in _STRONG_AS_RTL else kind if kind == "L" else ""


def _resolve_brackets(sequence: _Sequence, text: str) -> None:
    """Give both brackets of a pair one direction (N0)."""
    kinds = sequence.classes
    for opening, closing in _bracket_pairs(sequence, text):
        inside = {_strong(kind) for kind in kinds[opening + 1 : closing]} - {""}
        if sequence.embedding in inside:
            direction = sequence.embedding
        elif inside:
            before = next((s for k in reversed(kinds[:opening]) if (s := _strong(k))), "")
            opposite = "L" if sequence.embedding == "R" else "R"
            context = before or sequence.start
            direction = opposite if context == opposite else sequence.embedding
        else:
            continue
        for at in (opening, closing):
            kinds[at] = direction
            for mark in range(at + 1, len(kinds)):
                if unicodedata.bidirectional(text[sequence.places[mark]]) != "NSM":
                    break
                kinds[mark] = direction


def _resolve_neutral(sequence: _Sequence) -> None:
    """Give spaces and signs the direction of what surrounds them (N1, N2)."""
    kinds = sequence.classes
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > at:
            before = _strong(kinds[at - 1]) if at else sequence.start
            after = _strong(kinds[end]) if end < len(kinds) else sequence.end
            kinds[at:end] = [before if before == after else sequence.embedding] * (end - at)
        at = max(end, at + 1)


def _implicit(sequence: _Sequence, found: list[int]) -> None:
    """Raise the levels by what the characters turned out to be (I1, I2)."""
    for place, kind in zip(sequence.places, sequence.classes, strict=True):
        level = sequence.level
        if level % 2 == 0:
            found[place] = level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
        else:
            found[place] = level + (kind in {"L", "EN", "AN"})


def _reset_space(text: str, found: list[int], base: int) -> None:
    """Put the space at the paragraph's end and before tabs back to its level (L1)."""
    reset = True
    for place in range(len(text) - 1, -1, -1):
        kind = unicodedata.bidirectional(text[place]) or "L"
        if kind in {"S", "B"}:
            found[place] = base
            reset = True
        elif kind == "WS" or kind in _ISOLATES or kind == "PDI" or kind in _REMOVED:
            if reset:
                found[place] = base
        else:
            reset = False


def level_runs(found: list[int]) -> list[tuple[int, int]]:
    """Return start and end of every stretch of one level."""
    borders = [at for at in range(1, len(found)) if found[at] != found[at - 1]]
    return list(pairwise([0, *borders, len(found)])) if found else []
