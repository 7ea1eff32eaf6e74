"""What the codes of a foreign face stand for and how wide they are (ISO 32000-1, 9.6 to 9.10)."""

from __future__ import annotations

import re
from typing import Final

import pikepdf
from fontTools import agl
from pikepdf import Array, Dictionary, Name

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_BFCHAR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_BFRANGE = re.compile(
    rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])"
)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_LARGEST_RANGE = 65536
_STANDARD_ENCODINGS: Final = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
_LATIN_FACES: Final = frozenset(
    f"/{family}{style}"
    for family, styles in (
        ("Helvetica", ("", "-Bold", "-Oblique", "-BoldOblique")),
        ("Courier", ("", "-Bold", "-Oblique", "-BoldOblique")),
        ("Times", ("-Roman", "-Bold", "-Italic", "-BoldItalic")),
    )
    for style in styles
)
_USUAL_WIDTH: Final = 500.0  # of a letter, where the file does not say
_WHOLE_WIDTH: Final = 1000.0  # of a CID, where the file does not say (9.7.4.3)


class Face:
    """One face of a foreign file."""

    def __init__(self, font: pikepdf.Object) -> None:
        self.is_wide = font.get(Name.Subtype) == Name.Type0  # two bytes a character
        self._table = self._by_encoding(font)
        stream = font.get(Name.ToUnicode)
        if isinstance(stream, pikepdf.Stream):
            self._table |= to_unicode(stream.read_bytes())
        self._widths = _widths_of_cids(font) if self.is_wide else _widths(font)
        self._usual = _usual_width(font, is_wide=self.is_wide)

    def codes(self, string: bytes) -> list[int]:
        """Return the codes of a string."""
        if not self.is_wide:
            return list(string)
        return [int.from_bytes(string[at : at + 2], "big") for at in range(0, len(string), 2)]

    def text(self, codes: list[int]) -> str | None:
        """Return what codes stand for, None where the file does not tell it of all."""
        found = [self._table.get(code) for code in codes]
        if any(meaning is None for meaning in found):
            return None
        return "".join(meaning or "" for meaning in found)

    def told(self, codes: list[int]) -> str:
        """Return what can be told of codes."""
        return "".join(self._table.get(code, "") for code in codes)

    def width(self, codes: list[int]) -> float:
        """Return how wide codes are, in thousandths of the size of the type."""
        return sum(self._widths.get(code, self._usual) for code in codes)

    def _by_encoding(self, font: pikepdf.Object) -> dict[int, str]:
        """Return the meanings that its encoding gives, empty for unknown."""
        if self.is_wide:
            return {}
        encoding = font.get(Name.Encoding)
        if isinstance(encoding, Dictionary):
            return _by_names(encoding)
        known = _STANDARD_ENCODINGS.get(str(encoding))
        if known is None and encoding is None and str(font.get(Name.BaseFont)) in _LATIN_FACES:
            known = "latin-1"
        return _by_codec(known) if known is not None else {}


def _by_codec(codec: str) -> dict[int, str]:
    return {code: bytes([code]).decode(codec, "replace") for code in range(256)}


def _by_names(encoding: pikepdf.Object) -> dict[int, str]:
    """Return the meanings of codes whose glyphs the file calls by name (Adobe Glyph List)."""
    table = _by_codec(_STANDARD_ENCODINGS.get(str(encoding.get(Name.BaseEncoding)), "cp1252"))
    code = 0
    for item in encoding.get(Name.Differences, Array()).as_list():
        if isinstance(item, Name):
            table.pop(code, None)
            if meaning := agl.toUnicode(str(item)[1:]):
                table[code] = meaning
            code += 1
        else:
            code = int(item)
    return table


def to_unicode(cmap: bytes) -> dict[int, str]:
    """Read the bfchar and bfrange blocks of a ToUnicode map, in their order."""
    table: dict[int, str] = {}
    for kind, block in _BLOCK.findall(cmap):
        if kind == b"bfchar":
            table.update((_number(code), _utf16(text)) for code, text in _BFCHAR.findall(block))
            continue
        for first, last, text, texts in _BFRANGE.findall(block):
            start = _number(first)
            end = min(_number(last), start + _LARGEST_RANGE)
            if texts:
                listed = map(_utf16, _HEX.findall(texts))
                table.update(zip(range(start, end + 1), listed, strict=False))
            elif base := _utf16(text):
                table.update(
                    (code, base[:-1] + chr(min(ord(base[-1]) + code - start, 0x10FFFF)))
                    for code in range(start, end + 1)
                )
    return table


def _number(digits: bytes) -> int:
    return int(b"".join(digits.split()) or b"0", 16)


def _utf16(digits: bytes) -> str:
    text = b"".join(digits.split()).decode("ascii")
    return bytes.fromhex(text.zfill(len(text) + len(text) % 2)).decode("utf-16-be", "replace")


def _widths(font: pikepdf.Object) -> dict[int, float]:
    """Return the widths of a simple face (9.6.2)."""
    first, listed = font.get(Name.FirstChar, 0), font.get(Name.Widths)
    if not isinstance(listed, Array) or not isinstance(first, int):
        return {}
    found = enumerate(map(_plain, listed.as_list()), first)
    return {code: width for code, width in found if width is not None}


def _widths_of_cids(font: pikepdf.Object) -> dict[int, float]:
    """Return the widths of a composite face, `c [w w]` and `c c w` (9.7.4.3)."""
    listed = _descendant(font).get(Name.W)
    items: list[object] = []
    if isinstance(listed, Array):
        items = [*listed.as_list()]
    table: dict[int, float] = {}
    at = 0
    while at + 1 < len(items):
        first, second = items[at], items[at + 1]
        if not isinstance(first, int):
            break
        if isinstance(second, Array):
            for code, width in enumerate(map(_plain, second.as_list()), first):
                table[code] = width or 0.0
            at += 2
        elif isinstance(second, int) and at + 2 < len(items):
            width = _plain(items[at + 2]) or 0.0
            last = min(second, first + _LARGEST_RANGE)
            table.update((code, width) for code in range(first, last + 1))
            at += 3
        else:
            break
    return table


def _usual_width(font: pikepdf.Object, *, is_wide: bool) -> float:
    if is_wide:
        return _plain(_descendant(font).get(Name.DW)) or _WHOLE_WIDTH
    about = font.get(Name.FontDescriptor)
    missing = about.get(Name.MissingWidth) if isinstance(about, Dictionary) else None
    return _plain(missing) or _USUAL_WIDTH


def _descendant(font: pikepdf.Object) -> pikepdf.Object:
    listed = font.get(Name.DescendantFonts)
    if isinstance(listed, Array) and len(listed) and isinstance(listed[0], Dictionary):
        return listed[0]
    return Dictionary()


def _plain(value: object) -> float | None:
    try:
        return float(value)  # type: ignore[arg-type] # what is no number is refused by float
    except (TypeError, ValueError):
        return None
