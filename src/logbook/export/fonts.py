"""The faces that a report is set in: fixed font files from packages, never the computer's own.

Noto Serif carries the text, Noto Sans the furniture; every other script falls back to a face of
its own, opened when its first character comes. Kurinto Sans, a face for nearly all scripts, has
those for which there is no package of Noto. Same text, same faces, same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from unicodedata import category

import uharfbuzz as hb

_EMOJI = "NotoEmoji"
_SCRIPTS = (
    "Arabic", "Hebrew", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Tamil", "Telugu",
    "Kannada", "Malayalam", "Sinhala", "Oriya", "Thai", "Lao", "Khmer", "Myanmar", "Armenian",
    "Georgian", "Ethiopic", "Symbols",
)  # fmt: skip
_OTHER_SCRIPTS = "KurintoSans"
_NAMED = {"Co", "Cf"}  # general categories: private use, format
_REGULAR = 400
_LAST_CODE = 0xFFFF
_EAST_ASIAN = ("SC", "TC", "JP", "KR")
_KURINTO = ("static", "weblate_fonts", "kurinto", "ttf")  # folders


@dataclass(frozen=True, eq=False)
class Cut:
    """A face that text asks for; other scripts take the same weight in their own family.

    There are six, compared by identity: they are keys of the busiest tables of the typesetter.
    Only large type is kerned: in text it is hardly seen, and every correction is one more number
    in the file and one more string for the validator.
    """

    family: str
    weight: int
    is_kerned: bool = False


SERIF = Cut("NotoSerif", 400)
SERIF_BOLD = Cut("NotoSerif", 700)
SERIF_DISPLAY = Cut("NotoSerif", 700, is_kerned=True)
SERIF_ITALIC = Cut("NotoSerif-Italic", 400)
SANS = Cut("NotoSans", 400)
SANS_BOLD = Cut("NotoSans", 700)

# A little condensed: at the 12 points that courts ask for, Noto Serif is as wide as Times then.
_SERIF_WIDTH = 88.0


def _package_file(package: str, *parts: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(package)
    return Path(spec.submodule_search_locations[0], *parts)


@cache
def _file_of(family: str) -> Path:
    """Return the font file of a family."""
    if family in {"NotoSerif", "NotoSerif-Italic"}:
        return _package_file("fontpkg_noto_serif", "files", f"{family}[wdth,wght].ttf")
    if family.startswith(_OTHER_SCRIPTS):
        return _package_file("weblate_fonts", *_KURINTO, f"{family}.ttf")
    region = family.removeprefix("NotoSans")
    if region in _EAST_ASIAN:
        folder = f"notosans{region.lower()}"
        return _package_file("justmytype_intl_cjk", "fonts", "ofl", folder, f"{family}[wght].ttf")
    return _package_file("manimgx_fonts", f"{family}[wght].ttf")


@cache
def _open(family: str) -> tuple[hb.Face, frozenset[int]]:
    """Open a font file (mapped, not read) with the code points that it shows."""
    face = hb.Face(hb.Blob.from_file_path(str(_file_of(family))))
    known = frozenset(face.unicodes)
    return face, _seen(face, known) if family.startswith(_OTHER_SCRIPTS) else known


def _seen(face: hb.Face, codes: Iterable[int]) -> frozenset[int]:
    """Leave out what must be named, because its glyph says something else, or nothing.

    The signs of this face for private use are its own, its marks that steer have no outline, and
    a few signs lack theirs.
    """
    font = hb.Font(face)

    def is_seen(code: int) -> bool:
        extents = font.get_glyph_extents(font.get_nominal_glyph(code) or 0)
        has_outline = extents is not None and extents.width != 0 and extents.height != 0
        return has_outline and category(chr(code)) not in _NAMED

    return frozenset(filter(is_seen, codes))


class Part(NamedTuple):
    """A glyph of the file at its place within a cluster, in units of the file."""

    glyph: int
    x: int
    y: int


@dataclass(eq=False)
class Face:
    """One family at one weight as a document uses it.

    A code is a glyph of the file, or one that we add: a composite for a cluster of several glyphs,
    and a twin for a glyph that already stands for other text. So every code means one text, and
    a reader of the file finds the words again without guessing.
    """

    family: str
    axes: Mapping[str, float]
    resource: str  # its name in the page resources
    meaning: dict[int, str] = field(default_factory=dict)  # code -> text, in order of first use
    widths: dict[int, float] = field(default_factory=dict)  # code -> thousandths of the size
    added: dict[int, tuple[Part, ...]] = field(default_factory=dict)  # code -> what it is made of
    _codes: dict[tuple[str, tuple[Part, ...]], int] = field(default_factory=dict)

    def code(self, text: str, parts: tuple[Part, ...]) -> int:
        """Return the code for glyphs that stand for `text`."""
        known = self._codes.get((text, parts))
        if known is None:
            known = self._codes[text, parts] = self._new_code(text, parts)
        return known

    def _new_code(self, text: str, parts: tuple[Part, ...]) -> int:
        first = parts[0]
        is_plain = len(parts) == 1 and not first.x and not first.y
        code: int = self.file_face.glyph_count + len(self.added)
        if code > _LAST_CODE or (is_plain and self.meaning.get(first.glyph, text) == text):
            code = first.glyph
        else:
            self.added[code] = parts
        self.meaning.setdefault(code, text)
        width = sum(self.shaper.get_glyph_h_advance(part.glyph) for part in parts)
        self.widths.setdefault(code, width * self.per_mille)
        return code

    @property
    def file_face(self) -> hb.Face:
        """The opened file with all its axes."""
        return _open(self.family)[0]

    @cached_property
    def shaper(self) -> hb.Font:
        """The face at its weight, ready for shaping, in units of the file."""
        font = hb.Font(self.file_face)
        font.set_variations(dict(self.axes))
        return font

    @cached_property
    def per_mille(self) -> float:
        """Thousandths of the type size for one unit of the file."""
        units: int = self.file_face.upem
        return 1000 / units

    @property
    def is_emoji(self) -> bool:
        """Whether this is the face that shows pictures."""
        return self.family == _EMOJI

    @property
    def is_main(self) -> bool:
        """Whether this is one of the two families of the report itself."""
        return self.family in {"NotoSerif", "NotoSerif-Italic", "NotoSans"}


# Default_Ignorable_Code_Point of the Unicode standard, without the fillers that fonts draw.
_IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e0fff]"
)
_ASKS_FOR_PICTURE = re.compile("[\ufe0f\u20e3]|^[\U0001f000-\U0001faff]")


def is_ignorable(mark: str) -> bool:
    """Return whether a character steers its neighbours and is never seen itself."""
    return _IGNORABLE.match(mark) is not None


class FontBook:
    """The faces of one document, opened in the order in which the text needs them."""

    def __init__(self) -> None:
        self.faces: dict[tuple[str, int], Face] = {}
        self._main: dict[Cut, Face] = {}
        self._chosen: dict[tuple[Cut, str, str], Face | None] = {}

    def main(self, cut: Cut) -> Face:
        """Return the face of a cut itself."""
        face = self._main.get(cut)
        if face is None:
            face = self._main[cut] = self._face(cut.family, cut.weight)
        return face

    def choose(self, cut: Cut, cluster: str, region: str) -> Face | None:
        """Return the first face that shows a cluster, or None when no face has its glyphs."""
        key = (cut, cluster, region)
        if key not in self._chosen:
            self._chosen[key] = self._search(cut, cluster, region)
        return self._chosen[key]

    def _search(self, cut: Cut, cluster: str, region: str) -> Face | None:
        families = [cut.family, "NotoSans", *(f"NotoSans{name}" for name in _SCRIPTS)]
        first = _ASKS_FOR_PICTURE.search(cluster) is not None
        families.insert(0 if first else len(families), _EMOJI)
        families += [f"NotoSans{name}" for name in (region, *_EAST_ASIAN) if name]
        # Not a variable font as the others: each weight is a file.
        families.append(f"{_OTHER_SCRIPTS}-{'Rg' if cut.weight == _REGULAR else 'Bd'}")
        for family in families:
            known = _open(family)[1]
            if all(ord(mark) in known or is_ignorable(mark) for mark in cluster):
                return self._face(family, _REGULAR if family == _EMOJI else cut.weight)
        return None

    def _face(self, family: str, weight: int) -> Face:
        face = self.faces.get((family, weight))
        if face is None:
            axes: dict[str, float] = {"wght": weight}
            if family.startswith("NotoSerif"):
                axes["wdth"] = _SERIF_WIDTH
            face = Face(family, axes, f"T{len(self.faces) + 1}")
            self.faces[family, weight] = face
        return face


def region_of(text: str) -> str:
    """Return whose forms of Han characters a text wants, by the other letters that it uses."""
    for mark in text:
        if "\u3040" <= mark <= "\u30ff":
            return "JP"
        if "\uac00" <= mark <= "\ud7a3" or "\u1100" <= mark <= "\u11ff":
            return "KR"
        if "\u3105" <= mark <= "\u312f":
            return "TC"
    return ""
