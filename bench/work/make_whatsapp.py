"""Write a fictional Android export: make_whatsapp.py FILE COUNT."""

from __future__ import annotations

import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

WORDS = [
    "you",
    "saw",
    "the",
    "late",
    "bus",
    "again",
    "and",
    "nobody",
    "was",
    "there",
    "but",
    "I",
    "know",
    "where",
    "it",
    "stops",
    "every",
    "night",
    "so",
    "call",
    "me",
    "back",
    "when",
    "the",
    "light",
    "is",
    "on",
    "ok",
]


def main(path: Path, count: int) -> None:
    """Write `count` records; one in twenty has a second line, one in a hundred is a system line."""
    dice = random.Random(7)
    when = datetime(2021, 1, 5, 8, 0)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for number in range(count):
            when += timedelta(minutes=dice.randrange(0, 40))
            head = f"{when:%d/%m/%Y, %H:%M} - "
            if number % 101 == 0:
                out.write(f"{head}Mum changed the subject to {dice.choice(WORDS)}\n")
                continue
            text = " ".join(dice.choices(WORDS, k=dice.randrange(2, 22)))
            if number % 50 == 3:
                text += " 😡 niño"
            if number % 20 == 7:
                text += "\n" + " ".join(dice.choices(WORDS, k=6))
            out.write(f"{head}{dice.choice(('Alex', 'Dale Mercer'))}: {text}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
