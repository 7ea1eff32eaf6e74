"""The words on the pages of a written file, read from its bytes as any reader would.

Our own streams are simple enough for a pattern; a page that came from outside is read operator by
operator, and what cannot be told there is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pikepdf
from fontTools import agl
from pikepdf import Array, Dictionary, Name

_OURS = re.compile(
    rb"/(?P<font>\w+) [\d.]+ Tf|\[(?P<show>[^\]]*)\]TJ|(?P<line>Tm)|/(?P<form>D\d+) Do"
)
_HEX = re.compile(rb"<([0-9a-f]*)>")
_BFCHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_BFRANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_BREAKING = frozenset({"ET", "Td", "TD", "T*", "'", '"'})
_DEEPEST = 12
_STANDARD_ENCODINGS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
_LATIN_FACES = frozenset(
    f"/{family}{style}"
    for family, styles in (
        ("Helvetica", ("", "-Bold", "-Oblique", "-BoldOblique")),
        ("Courier", ("", "-Bold", "-Oblique", "-BoldOblique")),
        ("Times", ("-Roman", "-Bold", "-Italic", "-BoldItalic")),
    )
    for style in styles
)
_LARGEST_RANGE = 65536


@dataclass(slots=True)
class Words:
    """The text of a page; `unknown` when some of it has no meaning in the file."""

    parts: list[str] = field(default_factory=list)
    unknown: bool = False

    @property
    def text(self) -> str:
        """The text with a space between lines."""
        return "".join(self.parts)


class Reader:
    """Reads the pages of one file; tables of faces are read once."""

    def __init__(self) -> None:
        self._tables: dict[tuple[int, int], dict[int, str]] = {}
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
                inner = self.form(page.Resources.XObject[f"/{found['form'].decode()}"])
                words.parts.append(inner.text + "\n")
                words.unknown = words.unknown or inner.unknown
        return words

    def form(self, form: pikepdf.Object, depth: int = 0) -> Words:
        """Return the text of a page that came from outside, with everything it draws."""
        known = self._forms.get(form.objgen)
        if known is not None:
            return known
        words = self._forms[form.objgen] = Words()
        resources = form.get(Name.Resources, Dictionary())
        fonts = resources.get(Name.Font, Dictionary())
        things = resources.get(Name.XObject, Dictionary())
        font: pikepdf.Object | None = None
        for instruction in pikepdf.parse_content_stream(form):
            operands, name = instruction.operands, str(instruction.operator)
            if name == "Tf" and operands and isinstance(operands[0], Name):
                font = fonts.get(str(operands[0]))
            elif name == "Do" and operands and depth < _DEEPEST:
                inner = things.get(str(operands[0]))
                if inner is not None and inner.get(Name.Subtype) == Name.Form:
                    found = self.form(inner, depth + 1)
                    words.parts.append(found.text + "\n")
                    words.unknown = words.unknown or found.unknown
            elif name in _SHOWING:
                self._show(words, font, operands)
            if name in _BREAKING:
                words.parts.append("\n")
        return words

    def _show(self, words: Words, font: pikepdf.Object | None, operands: Iterable[object]) -> None:
        for shown in _strings(operands):
            text = self._foreign(font, bytes(shown))
            words.unknown = words.unknown or text is None
            words.parts.append(text or "")

    def _foreign(self, font: pikepdf.Object | None, codes: bytes) -> str | None:
        """Return the text of a string in a foreign face, None where the file does not tell it."""
        if font is None:
            return None
        table = self._table(font)
        if font.get(Name.Subtype) == Name.Type0:
            if not table:
                return None
            pairs = (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
            return "".join(table.get(code, "") for code in pairs)
        if table:
            return "".join(table.get(code, "") for code in codes)
        encoding = font.get(Name.Encoding)
        if isinstance(encoding, Dictionary):
            return _by_names(encoding, codes)
        known = _STANDARD_ENCODINGS.get(str(encoding))
        if known is None and encoding is None and str(font.get(Name.BaseFont)) in _LATIN_FACES:
            known = "latin-1"
        return codes.decode(known, "replace") if known is not None else None

    def _table(self, font: pikepdf.Object) -> dict[int, str]:
        """Return what the codes of a face stand for (its ToUnicode map)."""
        table = self._tables.get(font.objgen)
        if table is None:
            stream = font.get(Name.ToUnicode)
            table = _meanings(stream.read_bytes()) if isinstance(stream, pikepdf.Stream) else {}
            self._tables[font.objgen] = table
        return table


def _by_names(encoding: pikepdf.Object, codes: bytes) -> str:
    """Return the text of codes whose glyphs the file calls by name (Adobe Glyph List)."""
    base = _STANDARD_ENCODINGS.get(str(encoding.get(Name.BaseEncoding)), "cp1252")
    table: dict[int, str] = {}
    code = 0
    for item in encoding.get(Name.Differences, Array()).as_list():
        if isinstance(item, Name):
            table[code] = agl.toUnicode(str(item)[1:])
            code += 1
        else:
            code = int(item)
    return "".join(
        table[code] if code in table else bytes([code]).decode(base, "replace") for code in codes
    )


def _strings(operands: Iterable[object]) -> Iterator[pikepdf.Object]:
    """Give the strings of a text operator."""
    for operand in operands:
        if isinstance(operand, pikepdf.String):
            yield operand
        elif isinstance(operand, pikepdf.Array):
            yield from (item for item in operand if isinstance(item, pikepdf.String))


def _decoded(digits: bytes, table: dict[int, str]) -> str:
    """Return the text of glyph numbers in hexadecimal, looked up at C speed."""
    numbers = bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "surrogatepass")
    return numbers.translate(table)


def _meanings(cmap: bytes) -> dict[int, str]:
    """Read the bfchar and bfrange blocks of a ToUnicode map."""
    table: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in _BFCHAR.findall(block):
            table[int(code, 16)] = _utf16(text)
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text in _BFRANGE.findall(block):
            start, end = int(first, 16), int(last, 16)
            base = _utf16(text)
            for code in range(start, min(end, start + _LARGEST_RANGE) + 1):
                if base:
                    table[code] = base[:-1] + chr(min(ord(base[-1]) + code - start, 0x10FFFF))
    return table


def _utf16(digits: bytes) -> str:
    text = digits.decode("ascii")
    return bytes.fromhex(text.zfill(len(text) + len(text) % 2)).decode("utf-16-be", "replace")
