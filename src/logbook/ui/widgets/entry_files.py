"""The files of the entry on screen: small pictures, and the place to drop more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.evidence import Evidence
from logbook.i18n import translate
from logbook.ui.style import px, spaced
from logbook.ui.widgets.adding_files import AddingFiles
from logbook.ui.widgets.button import Variant
from logbook.ui.widgets.chip import ChipFlow
from logbook.ui.widgets.drop_zone import DropZone
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.thumbnail import Thumbnail

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_BESIDE_MOST = 2  # more files than this stand above the drop zone


class EntryFiles(QWidget):
    """Files go into the book at once; which of them the entry has is saved with it."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._files: list[tuple[Evidence, bytes | None]] = []
        self._unseen: tuple[int, ...] = ()
        self.adding = AddingFiles(desk)
        self._thumbs = ChipFlow(gap=12)
        self.drop = DropZone(
            translate("NewEntry", "Drop files here or paste a picture"),
            translate("NewEntry", "Photos, voicemails, documents, web pages"),
            translate("NewEntry", "Choose files"),
        )
        self._count = Text("", "small", "text-2", elide=True)
        head = QHBoxLayout()
        spaced(head, gap=10)
        head.addWidget(Text(translate("NewEntry", "Evidence"), "heading"))
        head.addWidget(self._count, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        spaced(self._row, gap=12)
        self._row.addWidget(self._thumbs)
        self._row.addWidget(self.drop, 1)
        column = QVBoxLayout(self)
        spaced(column, gap=6)
        column.addLayout(head)
        column.addWidget(self.adding)
        column.addLayout(self._row)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def numbers(self) -> tuple[int, ...]:
        """Return the files by number, those that cannot be shown too."""
        return (*(int(kept.id) for kept, _ in self._files), *self._unseen)

    def fill(
        self, files: Sequence[tuple[Evidence, bytes | None]], unseen: tuple[int, ...] = ()
    ) -> None:
        """Show these files; `unseen` ones are gone or in the bin, and stay linked."""
        self._files = list(files)
        self._unseen = unseen
        self._show()

    def bring(self, files: Sequence[tuple[Evidence, bytes | None]]) -> None:
        """Add files that the book has; one that is here already is not added again."""
        here = {one.id for one, _ in self._files}
        new = [one for one in files if one[0].id not in here]
        if not new:
            return
        self._files += new
        self._show()
        self.changed.emit()
        words = translate("NewEntry", "%n file added|%n files added", "", len(new))
        self._desk.announce(words)

    def _show(self) -> None:
        self._thumbs.clear()
        act = translate("NewEntry", "Take this file out of the entry")
        for kept, picture in self._files:
            tile = Thumbnail(kept, picture, act)
            tile.clicked.connect(self._ask_take_out)
            self._thumbs.add(tile)
        self._thumbs.setVisible(bool(self._files))
        self._arrange()
        words = translate(
            "NewEntry",
            "%n file, original kept unchanged|%n files, originals kept unchanged",
            "",
            len(self._files),
        )
        self._count.setText(words if self._files else "")

    def _arrange(self) -> None:
        """Put the drop zone beside few files, where all of them have room in one row."""
        room = self.width() - self.drop.minimumSizeHint().width() - px(12)
        beside = len(self._files) <= _BESIDE_MOST and self._thumbs.sizeHint().width() <= room
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _ask_take_out(self) -> None:
        tile = self.sender()
        if not isinstance(tile, Thumbnail):
            return
        kept = tile.kept
        self._desk.ask(
            translate("NewEntry", "Take this file out of the entry?"),
            translate("NewEntry", "{name} stays in your book.", name=kept.name),
            ("no", translate("NewEntry", "Leave it in"), Variant.SECONDARY),
            ("look", translate("NewEntry", "Look at it"), Variant.SECONDARY),
            ("yes", translate("NewEntry", "Take it out"), Variant.SECONDARY),
            then=partial(self._answered, kept),
        )

    def _answered(self, kept: Evidence, answer: str) -> None:
        if answer == "yes":
            self._take_out(kept)
        elif answer == "look":
            among = [int(one.id) for one, _ in self._files]
            self._desk.go("viewer", evidence=int(kept.id), among=among)

    def _take_out(self, kept: Evidence) -> None:
        self._files = [one for one in self._files if one[0].id != kept.id]
        self._show()
        self.drop.button.setFocus()
        self.changed.emit()
