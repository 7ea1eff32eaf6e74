"""The menu below the head of the rail: this book, those beside it, another one, a new one.

Nothing is shared between books and no list of them is kept: the others are found by looking, and
shown by the dull name of their folder, with a colour where its owner chose one.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.errors import NotAVault
from logbook.i18n import translate
from logbook.ui import places
from logbook.ui.look_file import read_look
from logbook.ui.plain_look import disguise, icon_of, known
from logbook.ui.widgets.book_tile import TileLook, tile_of
from logbook.ui.widgets.popup_menu import MenuItem, PopupMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from logbook.ui.desk import Desk


def other_books(desk: Desk) -> list[Path]:
    """Return the books beside the open one."""
    here = desk.vault.folder
    return [path for path in places.books_near(here) if not _same(path, here)]


def tile_outside(folder: Path) -> TileLook:
    """Return the tile of a book that is locked: what its look file says, and nothing of inside."""
    shown = read_look(folder)
    picture = shown.picture or shown.plain
    return (
        TileLook(shown.colour, icon=icon_of(picture)) if known(picture) else TileLook(shown.colour)
    )


def book_shown(desk: Desk) -> tuple[str, TileLook]:
    """Return name and tile for the head of the rail; a plain look does not say the name."""
    kept = str(desk.setting("book_name", "")).strip()
    name = kept or translate("Rail", "My book")
    colour = desk.setting("book_colour", 0)
    tile = tile_of(colour, kept, desk.setting("book_initials", ""))
    return disguise().short_title or name, tile


def open_switcher(desk: Desk, below: QWidget, name: str, tile: TileLook) -> PopupMenu:
    """Open the menu; what changes the book closes this one first."""
    menu = PopupMenu(translate("Books", "Books"), desk.window())
    menu.add(MenuItem(name, tile=tile, ticked=True), partial(desk.go, "settings", section="books"))
    for folder in other_books(desk):
        item = MenuItem(folder.name, tile=tile_outside(folder))
        menu.add(item, partial(desk.book_asked.emit, folder))
    menu.add_line()
    menu.add(
        MenuItem(translate("Books", "Name and colour"), icon="pencil-simple"),
        partial(desk.go, "settings", section="books"),
    )
    menu.add(
        MenuItem(translate("Books", "Open another book"), icon="folder-open"),
        partial(choose_other, desk),
    )
    menu.add(MenuItem(translate("Books", "New book"), icon="plus"), partial(ask_new, desk))
    menu.open_below(below)
    return menu


def choose_other(desk: Desk) -> None:
    """Let the person choose the folder of a book that is elsewhere."""
    from logbook.ui import files  # noqa: PLC0415 - the file dialog costs 20 ms

    files.choose_folder(desk.window(), partial(open_other, desk))


def open_other(desk: Desk, folder: Path) -> None:
    """Close this book and open the one in a folder, when there is one and it is not this."""
    if not places.holds_book(folder):
        desk.say_problem(NotAVault("no header", where=str(folder)))
    elif _same(folder, desk.vault.folder):
        desk.toast(translate("Books", "This book is open already"))
    else:
        desk.book_asked.emit(folder)


def ask_new(desk: Desk) -> None:
    """Close this book and set up a new one."""
    desk.book_asked.emit(None)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
