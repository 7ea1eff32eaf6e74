"""Where a book is kept when the person names no place: a convention, so nothing is written down."""

from __future__ import annotations

import os
from collections.abc import Hashable
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QStandardPaths

FOLDER_NAME = "notebook"  # says nothing about what is in it
_HEADER = "vault.hdr"  # the file of a book that is never missing (`logbook.vault.place`)
_UNFINISHED = "unfinished"  # stands while a book is made or restored (the same)
_MOST_BOOKS = 100
_MOST_LOOKED_AT = 500


def usual_folder() -> Path:
    """Return the folder that the set-up offers and that the lock screen looks for."""
    kind = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(kind)) / FOLDER_NAME


def book_here() -> Path | None:
    """Return the usual folder when something is in it; whether it is a book, opening tells."""
    folder = usual_folder()
    try:
        return folder if any(folder.iterdir()) else None
    except OSError:
        return None


def books_near(folder: Path | None = None) -> list[Path]:
    """Return the books of this computer that can be found without a list of them.

    Those in the usual place, and those beside `folder`, which is among them when it holds a book.
    Nothing is written down: a list of books would tell of them while they are locked.
    """
    usual = usual_folder().parent
    found = {path: None for path in _inside(usual) if path.name.startswith(FOLDER_NAME)}
    if folder is not None:
        found |= dict.fromkeys(_inside(folder.parent))
    books = [path for path in found if holds_book(path)]
    return sorted(books, key=_by_name)


def holds_book(folder: Path) -> bool:
    """Tell whether a folder looks like a book; whether it is one, opening tells."""
    try:
        return (folder / _HEADER).is_file()
    except OSError:
        return False


def identity(folder: Path) -> Hashable:
    """Return what tells a book from others under whatever name its folder is reached."""
    try:
        seen = (folder / _HEADER).stat()
    except OSError:
        return str(folder.absolute())
    return (seen.st_dev, seen.st_ino)


def _inside(folder: Path) -> list[Path]:
    """Return some of what stands in a folder: enough for any person's books, and not endless."""
    try:
        with os.scandir(folder) as entries:
            return [folder / entry.name for entry in islice(entries, _MOST_LOOKED_AT)]
    except OSError:
        return []


def _by_name(path: Path) -> tuple[int, str]:
    return len(path.name), str(path)  # the tenth after the second


def folder_for_new_book(chosen: Path) -> Path:
    """Return a folder of its own for a book: the chosen one, or a new one when that is in use.

    Beside a book and not inside it: nobody looks for a book among the files of another.
    """
    if not _in_use(chosen):
        return chosen
    around = chosen.parent if (chosen / _HEADER).exists() else chosen
    names = (FOLDER_NAME, *(f"{FOLDER_NAME}-{number}" for number in range(2, _MOST_BOOKS)))
    free = (around / name for name in names if not _in_use(around / name))
    return next(free, around / FOLDER_NAME)


def _in_use(folder: Path) -> bool:
    """Tell whether something stands there, other than what a cut short restore left."""
    try:
        if (folder / _UNFINISHED).exists() and not (folder / _HEADER).exists():
            return False
        return any(folder.iterdir())
    except OSError:
        return folder.is_file()
