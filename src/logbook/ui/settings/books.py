"""Books: the name and the tile of this one, and the way to others."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.book_switcher import ask_new, choose_other, other_books, tile_outside
from logbook.ui.settings.section import SettingsSection
from logbook.ui.style import add_gap, sized, spaced
from logbook.ui.widgets.book_tile import COLOURS, MOST_INITIALS, BookTile, colour_token
from logbook.ui.widgets.button import Button, Size
from logbook.ui.widgets.field import Field, LineEdit
from logbook.ui.widgets.picture_choice import PictureChoice, PictureTile
from logbook.ui.widgets.setting_card import SettingCard, row_of
from logbook.ui.widgets.text import Text

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_LONGEST_NAME = 60
_INITIALS_PX = 96


class BooksSection(SettingsSection):
    """One book is one matter; books know nothing of one another."""

    section_id: ClassVar[str] = "books"
    order: ClassVar[int] = 6
    icon: ClassVar[str] = "books"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._build_this()
        self._others = self.add_card(
            translate("Books", "Other books"),
            translate(
                "Books",
                "A book for each matter keeps them apart: people, words and files of one are not"
                " found in another. Opening one closes and locks this one.",
            ),
        )
        self._rows = QVBoxLayout()
        spaced(self._rows, gap=0)
        add_gap(self._others.column, 10)
        self._others.column.addLayout(self._rows)
        other = Button(translate("Books", "Open another book"), icon="folder-open")
        other.clicked.connect(partial(choose_other, desk))
        new = Button(translate("Books", "New book"), icon="plus")
        new.clicked.connect(partial(ask_new, desk))
        self._others.add(row_of(other, new))

    @classmethod
    def title(cls) -> str:
        return translate("Settings", "Books")

    def on_show(self) -> None:
        """Look for the others anew; one may have been made or taken away."""
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.deleteLater()
        for folder in other_books(self.desk):
            self._rows.addWidget(_OtherBook(folder, self.desk))

    def keep(self) -> None:
        for key, line in (("book_name", self.name), ("book_initials", self.initials)):
            words = line.text().strip()
            if words != self.desk.setting(key, ""):
                self.desk.keep_setting(key, words)

    def _build_this(self) -> None:
        card = self.add_card(
            translate("Books", "This book"),
            translate("Books", "Its name is kept inside it, and is not said while it is locked."),
        )
        self.name = LineEdit(translate("Books", "Name"), translate("Rail", "My book"))
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setText(str(self.desk.setting("book_name", "")))
        self.initials = LineEdit(translate("Books", "Initials"))
        self.initials.setMaxLength(MOST_INITIALS)
        self.initials.setText(str(self.desk.setting("book_initials", "")))
        for line in (self.name, self.initials):
            line.left_field.connect(self.keep)
            line.returnPressed.connect(self.keep)
        short = Field(translate("Books", "Initials"), self.initials)
        sized(short, width=_INITIALS_PX)
        holder = QWidget()
        row = QHBoxLayout(holder)
        spaced(row, gap=16)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Field(translate("Books", "Name"), self.name), 1, top)
        row.addWidget(short, 0, top)
        card.add(holder)
        self._build_colours(card)

    def _build_colours(self, card: SettingCard) -> None:
        names = (
            translate("Books", "Green"),
            translate("Books", "Orange"),
            translate("Books", "Blue"),
            translate("Books", "Plum"),
            translate("Books", "Olive"),
            translate("Books", "Grey"),
        )
        tiles = [
            (number, PictureTile(names[number - 1], colour=colour_token(number)))
            for number in range(1, COLOURS + 1)
        ]
        self.colours = PictureChoice(translate("Books", "Colour"), tiles)
        self.colours.choose(self.desk.setting("book_colour", 0) or 1)
        self.colours.chosen.connect(self._keep_colour)
        card.add(Text(translate("Books", "Colour"), "label"))
        card.add(self.colours, gap_px=5)
        card.add(
            Text(
                translate("Books", "The colour is also shown on the lock screen."),
                "small",
                "text-2",
                wrap=True,
            ),
            gap_px=6,
        )

    def _keep_colour(self, number: object) -> None:
        self.desk.keep_setting("book_colour", number)


class _OtherBook(QWidget):
    """A locked book: its tile, the dull name of its folder, and Open."""

    def __init__(self, folder: Path, desk: Desk) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        spaced(row, margins=(0, 6, 0, 6), gap=12)
        row.addWidget(BookTile(28, tile_outside(folder)))
        row.addWidget(Text(folder.name, "label", elide=True), 1)
        self.open = Button(translate("Books", "Open"), size=Size.SMALL)
        self.open.setAccessibleName(translate("Books", "Open {name}", name=folder.name))
        self.open.clicked.connect(partial(desk.book_asked.emit, folder))
        row.addWidget(self.open)
