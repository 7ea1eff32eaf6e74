"""What the lock screen may know of a book before it is open: how to look, and nothing about anyone.

A small file beside the locked ones, there only when something else than the usual was chosen: the
plain look, the language, the size of text, the theme, the colour of the tile. No name, no date. It
can be changed by whoever can write to the folder, so whatever is odd in it counts as not chosen.
The book holds the same settings locked inside; opening it sets the file right (tasks/keep_look.py).
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

NAME = "vault.look"  # as `logbook.vault.place` has it
MOST_BYTES = 512
USUAL_PLAIN = "notes"
_COLOURS = 6
_LONGEST_WORD = 16
_SMALLEST, _LARGEST = 0.9, 2.0


class BookLook(NamedTuple):
    """How the window of a book looks; each part as it is without a choice."""

    plain: str = ""  # id of the name that a plain look has
    picture: str = ""  # id of its picture; empty: the one that goes with the name
    language: str = ""  # code; empty: the system's
    scale: float = 1.0
    theme: str = "system"
    colour: int = 0  # 1 to 6; 0: the usual


def look_of(settings: Mapping[str, Any]) -> BookLook:
    """Return what of a book's settings the lock screen may know."""
    plain = settings.get("plain_look") is True
    return _checked(
        {
            "plain": settings.get("plain_name", USUAL_PLAIN) if plain else "",
            "picture": settings.get("plain_picture", "") if plain else "",
            "language": settings.get("language", ""),
            "scale": settings.get("text_scale", 1.0),
            "theme": settings.get("theme", "system"),
            "colour": settings.get("book_colour", 0),
        }
    )


def written(look: BookLook) -> bytes:
    """Return the bytes of the file; none when nothing was chosen, since then there is no file."""
    chosen = {
        name: value
        for name, value in look._asdict().items()
        if value != BookLook._field_defaults[name]
    }
    return json.dumps(chosen, sort_keys=True).encode() if chosen else b""


def read_look(folder: Path) -> BookLook:
    """Return the look of the book in a folder, the usual one when there is no file to be read."""
    try:
        untrusted = json.loads(_bytes_of(folder / NAME))
    except (OSError, ValueError, RecursionError):
        return BookLook()
    return _checked(untrusted) if isinstance(untrusted, dict) else BookLook()


def _bytes_of(path: Path) -> bytes:
    """Read a plain file; a link would lead elsewhere, and a pipe would never end."""
    how = os.O_RDONLY
    for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
        how |= getattr(os, flag, 0)
    with open(os.open(path, how), "rb") as file:  # noqa: PTH123 - by its descriptor
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return b""
        return file.read(MOST_BYTES)


def _checked(untrusted: Mapping[str, object]) -> BookLook:
    """Take what fits, each part by itself."""
    words = {name: untrusted.get(name) for name in ("plain", "picture", "language", "theme")}
    good: dict[str, Any] = {
        name: word for name, word in words.items() if isinstance(word, str) and _is_word(word)
    }
    scale, colour = untrusted.get("scale"), untrusted.get("colour")
    if isinstance(scale, int | float) and _SMALLEST <= scale <= _LARGEST:
        good["scale"] = float(scale)
    if isinstance(colour, int) and 0 <= colour <= _COLOURS:
        good["colour"] = int(colour)
    return BookLook(**good)


def _is_word(text: str) -> bool:
    """Tell whether a text is a short id; it becomes part of the name of a catalogue's file."""
    return len(text) <= _LONGEST_WORD and text.isascii() and text.isalpha()
