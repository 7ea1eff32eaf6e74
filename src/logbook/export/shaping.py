"""From characters to glyphs: HarfBuzz shapes, and each piece knows what its glyphs stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import uharfbuzz as hb

from logbook.export.fonts import Face

# Ligatures save nothing here and make words harder to find again.
_NO_LIGATURES = {"liga": False, "clig": False}


class Glyph(NamedTuple):
    """A glyph with its advance and shift in thousandths of the type size."""

    number: int
    advance: float
    shift_x: float
    shift_y: float


class Cluster(NamedTuple):
    """Glyphs that stand together for some characters; `says` is text that they cannot tell."""

    text: str
    glyphs: tuple[Glyph, ...]
    says: str

    @property
    def is_plain(self) -> bool:
        """Return whether one unmoved glyph stands for its usual text."""
        return not self.says and not self.glyphs[0].shift_x and not self.glyphs[0].shift_y


@dataclass(frozen=True, slots=True)
class Piece:
    """Shaped text in one face. `code` is the inside of a TJ array, empty for `clusters`."""

    face: Face
    width: float  # thousandths of the type size
    text: str
    code: str = ""
    clusters: tuple[Cluster, ...] = ()

    def operators(self, size_pt: float) -> str:
        """Return what shows this piece at the current place of a text object."""
        if self.code:
            return f"[{self.code}]TJ"
        return " ".join(_show(self.face, cluster, size_pt) for cluster in self.clusters)


def number(value: float) -> str:
    """Write a number as short as a PDF allows, to a thousandth."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def shape(face: Face, text: str, *, right_to_left: bool = False, is_kerned: bool = False) -> Piece:
    """Return `text` in one face and one direction; glyphs stand in the order they are printed."""
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    hb.shape(face.shaper, buffer, {**_NO_LIGATURES, "kern": is_kerned} if face.is_main else {})
    found = _clusters(face, buffer, text)
    width = sum(glyph.advance for cluster in found for glyph in cluster.glyphs)
    if all(cluster.is_plain for cluster in found):
        code = "".join(_placed(face, cluster.glyphs[0]) for cluster in found)
        return Piece(face, width, text, code=code.replace("><", ""))
    return Piece(face, width, text, clusters=found)


def _clusters(face: Face, buffer: hb.Buffer, text: str) -> tuple[Cluster, ...]:
    """Group the glyphs of a shaped buffer by the characters that they stand for."""
    groups: dict[int, list[Glyph]] = {}
    scale = face.per_mille
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        groups.setdefault(info.cluster, []).append(
            Glyph(
                info.codepoint,
                place.x_advance * scale,
                place.x_offset * scale,
                place.y_offset * scale,
            )
        )
    starts = sorted(groups)
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    return tuple(
        _cluster(face, text[0 if at == starts[0] else at : ends[at]], glyphs)
        for at, glyphs in groups.items()
    )


def _cluster(face: Face, text: str, glyphs: list[Glyph]) -> Cluster:
    """Return a cluster, with its text said aside where its glyphs mean something else elsewhere."""
    plain = len(glyphs) == 1 and face.meaning.setdefault(glyphs[0].number, text) == text
    return Cluster(text, tuple(glyphs), "" if plain else text)


def _placed(face: Face, glyph: Glyph) -> str:
    """Return a glyph as elements of a TJ array, corrected where its advance is not its width."""
    kern = face.width_of(glyph.number) - glyph.advance + glyph.shift_x
    before = f"{number(-glyph.shift_x)}" if glyph.shift_x else ""
    after = number(kern)
    return f"{before}<{glyph.number:04x}>{after if after != '0' else ''}"


def _show(face: Face, cluster: Cluster, size_pt: float) -> str:
    """Return the operators of one cluster; ActualText says what the glyphs do not."""
    shown: list[str] = []
    for glyph in cluster.glyphs:
        show = f"[{_placed(face, glyph)}]TJ"
        if glyph.shift_y:
            show = f"{number(glyph.shift_y * size_pt / 1000)} Ts {show} 0 Ts"
        shown.append(show)
    operators = " ".join(shown)
    if cluster.says:
        words = cluster.says.encode("utf-16-be", "surrogatepass").hex()
        return f"/Span<</ActualText<feff{words}>>>BDC {operators} EMC"
    return operators
