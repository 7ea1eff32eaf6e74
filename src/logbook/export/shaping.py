"""From characters to glyphs: HarfBuzz shapes, and every cluster becomes one code of its face."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb
from bidi.mirror import MIRRORED

from logbook.export.fonts import Face, Part

# Ligatures save nothing here and make words harder to find again.
_NO_LIGATURES = {"liga": False, "clig": False}


@dataclass(frozen=True, slots=True)
class Piece:
    """Shaped text in one face; `code` is the inside of a TJ array."""

    face: Face
    width: float  # thousandths of the type size
    text: str
    code: str


@lru_cache(maxsize=20_000)  # the same places come on page after page
def number(value: float) -> str:
    """Write a number as short as a PDF allows, to a thousandth."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def showing(code: str) -> str:
    """Return the operator that shows `code`; the shorter one, read sooner, where that will do."""
    joined = code.replace("><", "")
    is_one = joined.startswith("<") and joined.find(">") == len(joined) - 1
    return f"{joined}Tj" if is_one else f"[{joined}]TJ"


def shape(face: Face, text: str, *, right_to_left: bool = False, is_kerned: bool = False) -> Piece:
    """Return `text` in one face and one direction; codes stand from left to right."""
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    hb.shape(face.shaper, buffer, {**_NO_LIGATURES, "kern": is_kerned} if face.is_main else {})
    said = _as_seen(text) if right_to_left else text
    width, codes = 0.0, []
    for meaning, parts, advance in _clusters(buffer, said):
        code = face.code(meaning, parts)
        advance_per_mille = advance * face.per_mille
        kern = number(face.widths[code] - advance_per_mille)
        codes.append(f"<{code:04x}>{kern if kern != '0' else ''}")
        width += advance_per_mille
    return Piece(face, width, text, "".join(codes).replace("><", ""))


def _as_seen(text: str) -> str:
    """Return a right-to-left text with its brackets as they look.

    Readers of a file turn such text round and mirror brackets while they do it.
    """
    return "".join(MIRRORED.get(mark, mark) for mark in text)


def _clusters(buffer: hb.Buffer, text: str) -> list[tuple[str, tuple[Part, ...], int]]:
    """Return text, placed glyphs and advance of every cluster of a shaped buffer."""
    groups: dict[int, list[Part]] = {}
    advances: dict[int, int] = {}
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        at = info.cluster
        moved = advances.get(at, 0)
        part = Part(info.codepoint, moved + place.x_offset, place.y_offset)
        groups.setdefault(at, []).append(part)
        advances[at] = moved + place.x_advance
    starts = sorted(groups)
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    return [
        (text[0 if at == starts[0] else at : ends[at]], tuple(parts), advances[at])
        for at, parts in groups.items()
    ]
