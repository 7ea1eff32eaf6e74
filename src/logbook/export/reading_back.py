"""The words on the pages of a written file, read from its bytes as any reader would.

Our own streams are simple enough for a pattern; a page that came from outside is read operator by
operator, and what cannot be told there is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Name

from logbook.export.layers import is_switched_off
from logbook.export.meanings import Face, to_unicode
from logbook.export.pen import Pen
from logbook.export.protecting import GAP

_OURS = re.compile(
    rb"/(?P<font>\w+) [\d.]+ Tf|(?P<show>\[[^\]]*\]TJ|<[0-9a-f]*>Tj)|(?P<line>Tm)"
    rb"|/(?P<form>D\d+) Do"
)
_HEX = re.compile(rb"<([0-9a-f]*)>")
_SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_PAINTING = frozenset({"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"})
_DEEPEST = 12
_MOST_CHARACTERS = 4_000_000  # of a page, by forms that are drawn again and again


@dataclass(slots=True)
class Words:
    """The text of a page; `unknown` when some of it has no meaning in the file."""

    parts: list[str] = field(default_factory=list)
    unknown: bool = False
    draws: bool = False  # something is painted that is no text
    length: int = 0  # of what forms brought

    @property
    def are_told(self) -> bool:
        """Whether a program can read all there is: all words, and some where something is seen."""
        return not self.unknown and bool(self.text.strip() or not self.draws)

    @property
    def text(self) -> str:
        """The text as it reads, with spaces where words stand apart."""
        return self.as_placed.replace(GAP, " ")

    @property
    def as_placed(self) -> str:
        """The text with a `GAP` where words or letters stand apart without a space."""
        return "".join(self.parts)


class Reader:
    """Reads the pages of one file; tables of faces are read once."""

    def __init__(self) -> None:
        self._tables: dict[tuple[int, int], dict[int, str]] = {}
        self._faces: dict[tuple[int, int], Face] = {}
        self._forms: dict[tuple[int, int], Words] = {}

    def page(self, page: pikepdf.Page) -> Words:
        """Return the text of a page that we drew."""
        words = Words()
        fonts = {str(name)[1:]: font for name, font in page.Resources.Font.items()}
        table: dict[int, str] = {}
        for found in _OURS.finditer(page.Contents.read_bytes()):
            kind = found.lastgroup
            if kind == "font":
                table = self._table(fonts[found["font"].decode()])
            elif kind == "show":
                words.parts.append(_decoded(b"".join(_HEX.findall(found["show"])), table))
            elif kind == "line":
                words.parts.append("\n")
            elif kind == "form":
                form = page.Resources.XObject[f"/{found['form'].decode()}"]
                self._add(words, form, 0)
                words.unknown = words.unknown or not self.form(form).are_told
        return words

    def _add(self, words: Words, form: pikepdf.Object, depth: int) -> None:
        """Add what a form within a page says, apart from what stands before and after."""
        found = self.form(form, depth)
        words.length += sum(map(len, found.parts)) + 2
        if words.length > _MOST_CHARACTERS:  # forms of forms of forms
            words.unknown = True
            return
        words.parts += ["\n", *found.parts, "\n"]
        words.unknown = words.unknown or found.unknown
        words.draws = words.draws or found.draws

    def form(self, form: pikepdf.Object, depth: int = 0, *, only_seen: bool = False) -> Words:
        """Return the text of a page that came from outside, with everything it draws.

        `only_seen` leaves out words that stand outside of the page. Content of a layer that is
        marked as switched off is left out anyhow.
        """
        known = self._forms.get(form.objgen)
        if known is not None:
            return known
        words = self._forms[form.objgen] = Words()
        resources = form.get(Name.Resources, Dictionary())
        fonts = resources.get(Name.Font, Dictionary())
        things = resources.get(Name.XObject, Dictionary())
        pen = Pen([float(side) for side in form.BBox.as_list()] if only_seen else None)
        hidden = _Hidden(resources.get(Name.Properties, Dictionary()))
        for instruction in pikepdf.parse_content_stream(form):
            operands, name = list(instruction.operands), str(instruction.operator)
            pen.follow(name, _numbers(operands))
            if name == "Tf" and len(operands) == 2:  # noqa: PLR2004 - the face and its size
                pen.state.font = fonts.get(str(operands[0])) if _is_name(operands[0]) else None
                pen.state.size = next(iter(_numbers(operands[1:])), 1.0)
            hidden.follow(name, operands)
            if hidden.is_open:
                continue
            if name == "Do" and operands and depth < _DEEPEST:
                self._draw(words, things.get(str(operands[0])), depth)
            elif name in _SHOWING:
                self._show(words, pen, operands)
            elif name in _PAINTING:
                words.draws = True
        return words

    def _draw(self, words: Words, thing: pikepdf.Object | None, depth: int) -> None:
        if isinstance(thing, pikepdf.Stream) and is_switched_off(thing.get(Name.OC)):
            return
        if thing is not None and thing.get(Name.Subtype) == Name.Form:
            self._add(words, thing, depth + 1)
        else:
            words.draws = True

    def _show(self, words: Words, pen: Pen, operands: Iterable[object]) -> None:
        for shown in _shown(operands):
            if isinstance(shown, float):
                pen.step(shown)
                continue
            face = self._face(pen.state.font)
            codes = face.codes(shown) if face is not None else []
            text = face.text(codes) if face is not None else None
            if text is None:
                words.unknown = True
                text = face.told(codes) if face is not None else ""
            width = face.width(codes) if face is not None else 0.0
            spaces = 0 if face is not None and face.is_wide else shown.count(b" ")
            between = pen.write(width, len(codes), spaces)
            if pen.is_seen:
                words.parts += [between, text]

    def _face(self, font: pikepdf.Object | None) -> Face | None:
        if font is None:
            return None
        face = self._faces.get(font.objgen)
        if face is None or font.objgen == (0, 0):
            face = self._faces[font.objgen] = Face(font)
        return face

    def _table(self, font: pikepdf.Object) -> dict[int, str]:
        """Return what the codes of a face of our own stand for (its ToUnicode map)."""
        table = self._tables.get(font.objgen)
        if table is None:
            table = self._tables[font.objgen] = to_unicode(font.ToUnicode.read_bytes())
        return table


class _Hidden:
    """Follows the marks round content, and tells whether a layer that is switched off is open."""

    def __init__(self, properties: pikepdf.Object) -> None:
        self._properties = properties
        self._open: list[bool] = []

    @property
    def is_open(self) -> bool:
        return any(self._open)

    def follow(self, operator: str, operands: Sequence[object]) -> None:
        if operator == "BMC":
            self._open.append(False)
        elif operator == "BDC":
            is_layer = len(operands) == 2 and operands[0] == Name.OC  # noqa: PLR2004 - tag, group
            is_layer = is_layer and isinstance(operands[1], Name)
            group = self._properties.get(str(operands[1])) if is_layer else None
            self._open.append(is_switched_off(group))
        elif operator == "EMC" and self._open:
            self._open.pop()


def _is_name(operand: object) -> bool:
    return isinstance(operand, Name)


def _numbers(operands: Iterable[object]) -> list[float]:
    """Return the numbers among operands."""
    return [
        float(operand)
        for operand in operands
        if isinstance(operand, (int, float, Decimal)) and not isinstance(operand, bool)
    ]


def _shown(operands: Iterable[object]) -> Iterator[bytes | float]:
    """Give the strings of a text operator, and the steps between them."""
    for operand in operands:
        if isinstance(operand, pikepdf.String):
            yield bytes(operand)
        elif isinstance(operand, Array):
            for item in operand.as_list():
                if isinstance(item, pikepdf.String):
                    yield bytes(item)
                else:
                    yield from _numbers([item])


def _decoded(digits: bytes, table: dict[int, str]) -> str:
    """Return the text of glyph numbers in hexadecimal, looked up at C speed."""
    numbers = bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "surrogatepass")
    return numbers.translate(table)
