"""A WhatsApp export with one line of so many megabytes, with emoji: make_line.py FILE MEGABYTES."""

from __future__ import annotations

import sys
from pathlib import Path

WORDS = "all the words of a line that never ends 😀 ".encode() * 2_000


def main(path: Path, megabytes: int) -> None:
    with path.open("wb") as out:
        out.write(b"01/02/2024, 10:00 - Dale: hello\n01/02/2024, 10:01 - Dale: ")
        for _ in range(megabytes * 1_000_000 // len(WORDS)):
            out.write(WORDS)
        out.write(b"\n01/02/2024, 10:02 - Ann: bye\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
