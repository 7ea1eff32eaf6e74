"""Where a message stands: the export, its size and fingerprint, and the very stretch of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.tasks.show_message import Place, Stretch
from logbook.ui.style import spaced
from logbook.ui.widgets.button import Button, Size
from logbook.ui.widgets.chip import ChipFlow
from logbook.ui.widgets.reading import Reading
from logbook.ui.widgets.surface import Line, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.words import clock, data_size, short_day

_DIGEST_GROUP = 8


class ExportPlace(QWidget):
    """One export that holds the message; `first` is the one that it was kept from."""

    original_pressed = Signal(object)  # Witness
    save_pressed = Signal(object)  # Evidence

    def __init__(self, *, first: bool) -> None:
        super().__init__()
        self._place: Place | None = None
        head = translate("Messages", "Original file")
        if not first:
            head = translate("Messages", "Also in this file")
        self._name = Text("", "small", "text", wrap=True)
        self._about = Text("", "small", "text-2", wrap=True)
        self._digest = Text("", "caption", "text-3", wrap=True)
        self._where = Text("", "caption", "text-3", wrap=True)
        gone = translate("Messages", "The file itself was deleted from this book.")
        self._gone = Text(gone, "small", "text-2", wrap=True)
        self.show_it = Button(translate("Messages", "Show the original"), size=Size.SMALL)
        self.show_it.clicked.connect(self._ask)
        self.save = Button(translate("Messages", "Save a copy"), size=Size.SMALL)
        self.save.clicked.connect(self._save)
        self._buttons = ChipFlow(gap=8)
        self._buttons.add(self.show_it)
        self._buttons.add(self.save)
        self._stretch = Surface("group")
        self._build_stretch()
        line = QWidget()
        around = QVBoxLayout(line)
        spaced(around, margins=(0, 8, 0, 8))
        around.addWidget(Line())
        column = QVBoxLayout(self)
        spaced(column, gap=6)
        column.addWidget(line)
        column.addWidget(Text(head, "strong"))
        for part in (self._name, self._about, self._digest, self._where, self._gone):
            column.addWidget(part)
        column.addWidget(self._buttons)
        column.addWidget(self._stretch)

    @property
    def witness(self) -> object:
        """The place in the file that is said."""
        return self._place.witness if self._place is not None else None

    def say(self, place: Place) -> None:
        """Say another place; the stretch is asked for again."""
        source = place.source
        if self._place is None or self._place.source != source:
            self._name.setText(source.name)
            self._about.setText(size_and_day(source.size_bytes, _brought_in(place)))
            digest = digest_words(source.sha256)
            self._digest.setText(translate("Messages", "Fingerprint {digest}", digest=digest))
        self._place = place
        where = place.witness.locator
        self._where.setText(translate("Messages", "Place in the file: {place}", place=where))
        self._gone.setVisible(place.file is None)
        self._buttons.setVisible(place.file is not None)
        self.show_it.setEnabled(True)
        self._stretch.hide()

    def show_original(self, stretch: Stretch) -> None:
        """Say the stretch of the file that was asked for."""
        self._words.say(stretch.text)
        notes = []
        if stretch.is_cut:
            notes.append(translate("Messages", "Only the beginning is shown."))
        if not stretch.was_whole:
            notes.append(translate("Messages", "What is no text in the file stands as a mark."))
        self._notes.setText(" ".join(notes))
        self._notes.setVisible(bool(notes))
        self._stretch.show()

    def _build_stretch(self) -> None:
        self._words = Reading(translate("Messages", "The original"), "small")
        self._notes = Text("", "caption", "text-3", wrap=True)
        column = QVBoxLayout(self._stretch)
        spaced(column, margins=(12, 10, 12, 10), gap=6)
        column.addWidget(self._words)
        column.addWidget(self._notes)
        self._stretch.hide()

    def _ask(self) -> None:
        if self._place is not None:
            self.show_it.setEnabled(False)
            self.original_pressed.emit(self._place.witness)

    def _save(self) -> None:
        if self._place is not None and self._place.file is not None:
            self.save_pressed.emit(self._place.file)


def digest_words(sha256: bytes) -> str:
    """Return a fingerprint in groups, so that it can be compared by eye."""
    text = sha256.hex()
    return " ".join(text[at : at + _DIGEST_GROUP] for at in range(0, len(text), _DIGEST_GROUP))


def size_and_day(size_bytes: int, brought_in: str) -> str:
    """Return size and day of a file in one line."""
    return translate(
        "Messages", "{size}, {brought_in}", size=data_size(size_bytes), brought_in=brought_in
    )


def _brought_in(place: Place) -> str:
    local = place.source.imported_at.astimezone()
    day = f"{short_day(local.date())}, {clock(local)}"
    return translate("Messages", "brought in {when}", when=day)
