"""Write fictional screenshots without alpha: make_pictures.py FOLDER COUNT."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from PIL import Image, ImageDraw


def main(folder: Path, count: int) -> None:
    """Write `count` pictures of 1080 x 2340, noisy enough to weigh what a screenshot weighs."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        dice = random.Random(number)
        image = Image.new("RGB", (1080, 2340), (236, 229, 221))
        draw = ImageDraw.Draw(image)
        for _ in range(26):
            x, y = dice.randrange(700), dice.randrange(2200)
            draw.rounded_rectangle(
                (x, y, x + dice.randrange(200, 380), y + 90),
                20,
                fill=tuple(dice.randrange(180, 256) for _ in range(3)),
            )
        noise = Image.frombytes("RGB", (300, 480), dice.randbytes(300 * 480 * 3))
        image.paste(noise, (390, 900))
        image.save(folder / f"shot-{number:04d}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
