"""From text to lines: faces are chosen, pieces shaped, lines filled and put into visual order.

Words are shaped once and remembered. Only a paragraph that holds right-to-left letters goes through
the bidirectional algorithm.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from logbook.export.clusters import clusters, units
from logbook.export.direction import level_runs, levels, runs_right_to_left, visual_order
from logbook.export.fonts import Cut, Face, FontBook, is_ignorable, region_of
from logbook.export.shaping import Piece, number, shape, showing

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_FIGURES = re.compile(r"[0-9:.,+/\-–−]{2,}\Z")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufff9-\ufffb]")
_READ_FORWARDS = "\u2066{}\u2069"  # left-to-right isolate, pop (UAX #9)
_LONGEST = 4000  # characters of one paragraph that are put into order together


class Style(NamedTuple):
    """How text looks: a face, its size and leading in points, and black (0) to white (1).

    Hidden text is found by searching and not printed: it lies behind the picture of a page.
    """

    cut: Cut
    size_pt: float
    leading_pt: float
    gray: float = 0.0
    is_hidden: bool = False


class Run(NamedTuple):
    """Shaped text of one face at a place in its line."""

    x_pt: float
    face: Face
    style: Style
    operators: str


class Line(NamedTuple):
    """A finished line. `right_to_left` is the direction of its paragraph."""

    runs: tuple[Run, ...]
    width_pt: float
    right_to_left: bool = False


class Pen:
    """Writes lines as operators and says a face or a gray only when it changes.

    Each line starts with Tm and moves on with Td, so that a reader of the file finds the lines.
    """

    def __init__(self) -> None:
        self._face: tuple[str, float] | None = None
        self._gray: float | None = None
        self._hides = False

    def forget(self) -> None:
        """Say face and gray again: something else has drawn meanwhile."""
        self._face = self._gray = None
        self._hides = False

    def write(self, line: Line, x_pt: float, y_pt: float) -> str:
        """Return what shows a line, inside a text object, with its start on the base line."""
        parts: list[str] = []
        moved = 0.0
        for run in line.runs:
            face = (run.face.resource, run.style.size_pt)
            if face != self._face:
                parts.append(f"/{face[0]} {number(face[1])} Tf")
                self._face = face
            if run.style.gray != self._gray:
                parts.append(f"{number(run.style.gray)} g")
                self._gray = run.style.gray
            if run.style.is_hidden is not self._hides:
                parts.append("3 Tr" if run.style.is_hidden else "0 Tr")
                self._hides = run.style.is_hidden
            if run is line.runs[0]:
                parts.append(f"1 0 0 1 {number(x_pt + run.x_pt)} {number(y_pt)} Tm")
            else:
                parts.append(f"{number(run.x_pt - moved)} 0 Td")
            moved = run.x_pt
            parts.append(run.operators)
        return " ".join(parts)


class Span(NamedTuple):
    """Text in one style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class _Item:
    """Pieces of one style and level between which the line is not broken.

    `code` is set where all is one piece of the style's own face: the common case, joined fast.
    """

    pieces: tuple[Piece, ...]
    style: Style
    width_pt: float
    is_space: bool
    level: int
    code: str


class Typesetter:
    """Sets the text of one document and remembers which faces and glyphs it used."""

    def __init__(self) -> None:
        self.fonts = FontBook()
        self.without_glyph: dict[str, None] = {}  # clusters printed by name, in order
        self.emoji: dict[str, None] = {}  # clusters printed as pictures, in order
        self._pieces_of: dict[tuple[Cut, str, str, int], tuple[Piece, ...]] = {}
        self._words: dict[Style, dict[str, _Item]] = {}  # left to right, no region
        self._shown_marks: dict[Cut, set[str]] = {}  # some face has each of them, by itself
        self._figures: dict[Cut, dict[str, Piece]] = {}
        self._styles: dict[Style, Style] = {}  # equal styles are one: lines compare by identity

    def line(self, text: str, style: Style) -> Line:
        """Return `text` as one line, however long."""
        lines = self.paragraph([Span(text.replace("\n", " "), style)], float("inf"))
        return lines[0] if lines else Line((), 0.0)

    def width_pt(self, text: str, style: Style) -> float:
        """Return how wide `text` is as one line."""
        return self.line(text, style).width_pt

    def text(self, text: str, style: Style, width_pt: float) -> list[Line]:
        """Return the lines of a text; its own line ends are kept, empty lines too."""
        lines: list[Line] = []
        for part in _LINE_ENDS.split(text):
            lines += self.paragraph([Span(part, style)], width_pt) or [Line((), 0.0)]
        return lines

    def paragraph(self, spans: Iterable[Span], width_pt: float) -> list[Line]:
        """Return the lines of a paragraph that has no line ends of its own."""
        given = [span for span in spans if span.text]
        whole = "".join(span.text for span in given)
        region = "" if whole.isascii() else region_of(whole)
        clean = [
            Span(
                self._with_names(_printable(span.text), span.style.cut, region),
                self._styles.setdefault(span.style, span.style),
            )
            for span in given
        ]
        whole = "".join(span.text for span in clean)
        if runs_right_to_left(whole):
            return self._ordered(clean, whole, region, width_pt)
        if len(clean) == 1 and not region:
            lines = self._quick(clean[0], width_pt)
            if lines is not None:
                return lines
        found = (
            [self._item(span.style, unit, region)] for span in clean for unit in units(span.text)
        )
        return [self._finish(line, 0) for line in self._fill(found, width_pt)]

    def _with_names(self, text: str, cut: Cut, region: str) -> str:
        """Return a text with the names of the characters that no face shows in their place.

        This comes before the order of the letters: a name is read from left to right, also in
        the middle of a script that is not.
        """
        known = self._shown_marks.setdefault(cut, set(string.printable))
        if text.isascii() or known.issuperset(text):
            return text
        shown = []
        for cluster in clusters(text):
            is_shown = all(is_ignorable(mark) for mark in cluster) or (
                self.fonts.choose(cut, cluster, region) is not None
            )
            if is_shown:
                shown.append(cluster)
                if len(cluster) == 1:
                    known.add(cluster)
            else:
                self.without_glyph[cluster] = None
                shown.append(_READ_FORWARDS.format("".join(named(mark) for mark in cluster)))
        return "".join(shown)

    def _quick(self, span: Span, limit_pt: float) -> list[Line] | None:
        """Set text of one style from left to right, None if a word is wider than a line."""
        text, style = span
        words = self._words.setdefault(style, {})
        lines: list[list[_Item]] = []
        line: list[_Item] = []
        used = 0.0
        for unit in units(text):
            item = words.get(unit)
            if item is None:
                item = words[unit] = self._item(style, unit)
            used += item.width_pt
            if used > limit_pt and not item.is_space:
                if item.width_pt > limit_pt:
                    return None
                lines.append(line)
                line, used = [], item.width_pt
            line.append(item)
        if line:
            lines.append(line)
        return [self._finish(items, 0) for items in lines]

    # -- both directions ---------------------------------------------------------------------

    def _ordered(self, spans: list[Span], whole: str, region: str, width_pt: float) -> list[Line]:
        """Set a paragraph that needs the bidirectional algorithm."""
        base, found = 0, []
        for start in range(0, len(whole), _LONGEST):
            stretch_base, stretch = levels(whole[start : start + _LONGEST])
            base = base if start else stretch_base
            found += stretch
        at = 0
        groups: list[list[_Item]] = []
        for span in spans:
            for unit in units(span.text):
                group = []
                for start, end in level_runs(found[at : at + len(unit)]):
                    level = found[at + start]
                    item = self._item(span.style, unit[start:end], region, level)
                    group.append(item)
                groups.append(group)
                at += len(unit)
        return [self._finish(line, base) for line in self._fill(groups, width_pt)]

    # -- filling lines -----------------------------------------------------------------------

    def _fill(self, groups: Iterable[list[_Item]], limit_pt: float) -> Iterator[list[_Item]]:
        """Put groups of items into lines, first fit; a group wider than a line is cut."""
        line: list[_Item] = []
        used = 0.0
        for group in groups:
            width = sum(item.width_pt for item in group)
            if used + width > limit_pt and not group[0].is_space:
                if any(not item.is_space for item in line):
                    yield line
                    line, used = [], 0.0
                if used + width > limit_pt:  # also a word that only the space before it pushes out
                    *full, rest = list(self._cut(group, limit_pt - used))
                    for stretch in full:
                        yield line + stretch
                        line, used = [], 0.0
                    line.extend(rest)
                    used += sum(item.width_pt for item in rest)
                    continue
            line.extend(group)
            used += width
        if line:
            yield line

    def _cut(self, group: list[_Item], limit_pt: float) -> Iterator[list[_Item]]:
        """Cut what has no place to break at the edge of the line, between two clusters."""
        stretch: list[_Item] = []
        used = 0.0
        for item in group:
            text = "".join(piece.text for piece in item.pieces)
            for cluster in clusters(text):
                part = self._item(item.style, cluster, "", item.level)
                if stretch and used + part.width_pt > limit_pt:
                    yield stretch
                    stretch, used = [], 0.0
                stretch.append(part)
                used += part.width_pt
        yield stretch

    def _finish(self, items: list[_Item], base: int) -> Line:
        """Return a filled line in visual order, without the space at its end."""
        while items and items[-1].is_space:
            items = items[:-1]
        code = "".join(item.code for item in items) if all(item.code for item in items) else ""
        if code and all(item.style is items[0].style for item in items):
            width = sum(item.width_pt for item in items)
            style, face = items[0].style, items[0].pieces[0].face
            run = Run(0.0, face, style, showing(code))
            return Line((run,), width)
        if base or any(item.level for item in items):
            items = [items[at] for at in visual_order([item.level for item in items])]
        return _joined(items, right_to_left=base == 1)

    # -- faces -------------------------------------------------------------------------------

    def _item(self, style: Style, unit: str, region: str = "", level: int = 0) -> _Item:
        """Return a unit of text of one level in its faces."""
        key = (style.cut, unit, region, level % 2)
        pieces = self._pieces_of.get(key)
        if pieces is None:
            pieces = self._pieces_of[key] = tuple(self._pieces(style.cut, unit, region, level % 2))
        width = sum(piece.width for piece in pieces) * style.size_pt / 1000
        is_main = not level and len(pieces) == 1 and pieces[0].face is self.fonts.main(style.cut)
        code = pieces[0].code if is_main else ""
        return _Item(pieces, style, width, unit.isspace(), level, code)

    def _pieces(self, cut: Cut, unit: str, region: str, odd: int) -> Iterator[Piece]:
        """Shape a unit, each stretch in the first face that shows it."""
        if _FIGURES.match(unit):
            yield self._spelled(cut, unit)
            return
        held = ""
        held_face = self.fonts.main(cut)
        for cluster in clusters(unit):
            face, shown = self._shown(cut, cluster, region)
            if held and face is not held_face:
                yield shape(held_face, held, right_to_left=odd == 1, is_kerned=cut.is_kerned)
                held = ""
            held, held_face = held + shown, face
        if held:
            yield shape(held_face, held, right_to_left=odd == 1, is_kerned=cut.is_kerned)

    def _spelled(self, cut: Cut, figures: str) -> Piece:
        """Return figures glyph by glyph: they have one width and are never kerned."""
        face = self.fonts.main(cut)
        known = self._figures.setdefault(cut, {})
        width, codes = 0.0, []
        for mark in figures:
            piece = known.get(mark)
            if piece is None:
                piece = known[mark] = shape(face, mark)
            width += piece.width
            codes.append(piece.code)
        return Piece(face, width, figures, code="".join(codes))

    def _shown(self, cut: Cut, cluster: str, region: str) -> tuple[Face, str]:
        """Return the face of a cluster and what is printed of it; one without has its name now."""
        if all(is_ignorable(mark) for mark in cluster):
            return self.fonts.main(cut), ""
        face = self.fonts.choose(cut, cluster, region) or self.fonts.main(cut)
        if face.is_emoji:
            self.emoji[cluster] = None
        return face, cluster


def _joined(items: list[_Item], *, right_to_left: bool) -> Line:
    """Join the pieces of a line, from left to right, into runs of one face and style."""
    runs: list[Run] = []
    x_pt = 0.0
    pieces = (
        (piece, item.style)
        for item in items
        for piece in (reversed(item.pieces) if item.level % 2 else item.pieces)
    )
    for _, group in groupby(pieces, lambda pair: (id(pair[0].face), id(pair[1]))):
        stretch = list(group)
        style = stretch[0][1]
        code = "".join(piece.code for piece, _ in stretch)
        runs.append(Run(x_pt, stretch[0][0].face, style, showing(code)))
        x_pt += sum(piece.width for piece, _ in stretch) * style.size_pt / 1000
    return Line(tuple(runs), x_pt, right_to_left)


def named(mark: str) -> str:
    """Return the code point and name of a character that no face can show."""
    name = unicodedata.name(mark, "")
    return f"[U+{ord(mark):04X}{' ' + name if name else ''}]"


def _printable(text: str) -> str:
    """Return a text without tabs, controls and halves of surrogate pairs."""
    if not text.isprintable():
        text = _CONTROL.sub(lambda found: named(found[0]), text.replace("\t", "    "))
    return text
