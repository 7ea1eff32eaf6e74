"""A sheet of small pictures for each page, the design's beside ours; and pictures for docs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

CELL_PX = (640, 400)
GAP_PX, WORDS_PX = 16, 22
COLUMNS = 3
GROUND, INK = (96, 96, 96), (255, 255, 255)


def draw_sheet(pictures: Sequence[tuple[str, Path]], out: Path) -> None:
    """Draw pictures with their names, row by row, each as large as its cell lets it be."""
    rows = -(-len(pictures) // COLUMNS)
    wide, high = CELL_PX
    sheet = Image.new(
        "RGB",
        (COLUMNS * (wide + GAP_PX) + GAP_PX, rows * (high + GAP_PX + WORDS_PX) + GAP_PX),
        GROUND,
    )
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(15)
    for at, (name, path) in enumerate(pictures):
        left = GAP_PX + at % COLUMNS * (wide + GAP_PX)
        top = GAP_PX + at // COLUMNS * (high + GAP_PX + WORDS_PX)
        pen.text((left, top), name, INK, font)
        with Image.open(path) as opened:
            small = opened.convert("RGB")
            small.thumbnail(CELL_PX, Image.Resampling.LANCZOS)
            sheet.paste(small, (left, top + WORDS_PX))
    out.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(out)


def save_small(picture: Path, out: Path) -> None:
    """Save a picture with at most 256 colours, which an interface seldom has more of."""
    with Image.open(picture) as opened:
        few = opened.convert("RGB").quantize(
            256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
        few.save(out, optimize=True)
