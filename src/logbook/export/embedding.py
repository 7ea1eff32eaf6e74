"""Faces into the file: only the glyphs that are used, each with the text that it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from itertools import groupby

import pikepdf
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from pikepdf import Array, Dictionary, Name, Stream

from logbook.export.fonts import Face, Part
from logbook.export.shaping import number

_DROPPED = ("GSUB", "GPOS", "GDEF", "STAT", "name", "post", "OS/2", "cmap", "gasp", "DSIG", "BASE")
_BLOCK = 100  # entries of one bfchar block (Adobe Technical Note 5014)
_SYMBOLIC = 4
_ROUND_TO_GRID = 0x0004


def embed(pdf: pikepdf.Pdf, face: Face) -> Dictionary:
    """Return a face as a Type 0 font of `pdf` with its used glyphs alone."""
    program = _subset(face)
    name = Name(f"/{_tag(face)}+{_postscript_name(face)}")
    font = hb.Font(hb.Face(program))
    extents = font.get_font_extents("ltr")
    scale = face.per_mille
    box = [-1000, round(extents.descender * scale), 3000, round(extents.ascender * scale)]
    file = Stream(pdf, program)
    file[Name.Length1] = len(program)
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=_SYMBOLIC,
        FontBBox=Array(box),
        ItalicAngle=-12 if "Italic" in face.family else 0,
        Ascent=box[3],
        Descent=box[1],
        CapHeight=round(box[3] * 0.7),
        StemV=140 if face.axes["wght"] > 400 else 80,  # noqa: PLR2004 - regular weight
        FontFile2=pdf.make_indirect(file),
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=0,
        W=_widths(face),
        CIDToGIDMap=Name.Identity,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_indirect(Stream(pdf, _to_unicode(face))),
        )
    )


def _used(face: Face) -> list[int]:
    return sorted(face.widths)


def _subset(face: Face) -> bytes:
    """Return the face at its weight with the used glyphs under their own numbers."""
    glyphs = {part.glyph for parts in face.added.values() for part in parts}
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs.union(_used(face)) - set(face.added))
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
        int.from_bytes(tag.ljust(4).encode(), "big") for tag in _DROPPED
    )
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
    for tag, value in face.axes.items():
        wanted.pin_axis_location(face.file_face, tag, value)
    program: bytes = wanted.subset(face.file_face).blob.data
    return _with_added(program, face) if face.added else program


def _with_added(program: bytes, face: Face) -> bytes:
    """Return a font program with the composites that the document needs (OpenType, glyf)."""
    font = TTFont(BytesIO(program), recalcTimestamp=False)
    outlines, metrics = font["glyf"], font["hmtx"]
    names = list(font.getGlyphOrder())
    names += [f"x{at}" for at in range(len(names), face.file_face.glyph_count + len(face.added))]
    font.setGlyphOrder(names)
    for name in names:
        if name not in outlines.glyphs:
            outlines.glyphs[name] = Glyph()
            metrics.metrics[name] = (0, 0)
    outlines.setGlyphOrder(names)
    for code, parts in face.added.items():
        glyph = outlines.glyphs[names[code]]
        glyph.numberOfContours = -1
        glyph.components = [_component(names[part.glyph], part) for part in parts]
        metrics.metrics[names[code]] = (round(face.widths[code] / face.per_mille), 0)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _component(name: str, part: Part) -> GlyphComponent:
    component = GlyphComponent()
    component.glyphName, component.x, component.y = name, part.x, part.y
    component.flags = _ROUND_TO_GRID
    return component


def _tag(face: Face) -> str:
    """Return the six letters before a subset's name, worked out from its glyphs (R53)."""
    value = int.from_bytes(
        sha256(repr((face.family, _used(face), face.added)).encode()).digest()[:8], "big"
    )
    found = ""
    for _ in range(6):
        value, rest = divmod(value, 26)
        found += chr(ord("A") + rest)
    return found


def _postscript_name(face: Face) -> str:
    weight = "Bold" if face.axes["wght"] > 400 else "Regular"  # noqa: PLR2004 - regular weight
    return f"{face.family}-{weight}"


def _widths(face: Face) -> pikepdf.Object:
    """Return the W array: the first glyph of each stretch and the widths that follow."""
    parts: list[str] = []
    for _, stretch in groupby(enumerate(_used(face)), lambda pair: pair[1] - pair[0]):
        glyphs = [glyph for _, glyph in stretch]
        widths = " ".join(number(face.widths[glyph]) for glyph in glyphs)
        parts.append(f"{glyphs[0]} [{widths}]")
    return pikepdf.Object.parse(f"[{' '.join(parts)}]".encode())


def _to_unicode(face: Face) -> bytes:
    """Return the CMap from glyph to text, in UTF-16 with surrogate pairs (PDF 32000-1, 9.10.3)."""
    pairs = [(glyph, face.meaning[glyph]) for glyph in _used(face) if glyph in face.meaning]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <ffff>",
        "endcodespacerange",
    ]
    for block in _blocks(pairs):
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in block]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")


def _blocks(pairs: list[tuple[int, str]]) -> Iterable[list[tuple[int, str]]]:
    return (pairs[at : at + _BLOCK] for at in range(0, len(pairs), _BLOCK))
