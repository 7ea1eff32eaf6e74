"""Where a book is kept when the person names no place: a convention, so nothing is written down."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

FOLDER_NAME = "notebook"  # says nothing about what is in it


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


def folder_for_new_book(chosen: Path) -> Path:
    """Return a folder of its own for a book: the chosen one, or one inside it when it is in use."""
    try:
        taken = any(chosen.iterdir())
    except OSError:
        taken = False
    return chosen / FOLDER_NAME if taken else chosen
