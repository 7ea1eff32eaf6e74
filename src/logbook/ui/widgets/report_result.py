"""A report that was saved: where it lies, how large it is, its fingerprint, and printing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.style import spaced
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.labelled import Glyph
from logbook.ui.widgets.surface import Line, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.words import data_size

if TYPE_CHECKING:
    from logbook.export.results import ReportFile, ReportResult


class ReportOutcome(QWidget):
    """Shows nothing until there is something to say."""

    copy_pressed = Signal(str)
    print_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        spaced(self._column, gap=14)

    def clear(self) -> None:
        """Say nothing."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def say(self, made: ReportResult) -> None:
        """Say where the files lie."""
        self.clear()
        for one in made.files:
            self._column.addWidget(self._file_card(one))

    def _file_card(self, file: ReportFile) -> QWidget:
        card = Surface("card")
        column = QVBoxLayout(card)
        spaced(column, margins=(18, 14, 18, 16), gap=6)
        head = QHBoxLayout()
        spaced(head, gap=10)
        head.addWidget(Glyph("file-pdf", 18))
        head.addWidget(Text(file.path.name, "strong", elide=True), 1)
        column.addLayout(head)
        pages = translate("Report", "%n page|%n pages", "", file.pages)
        size = data_size(file.bytes)
        folder = str(file.path.parent)
        column.addWidget(Text(f"{pages}, {size}", "small", "text-2"))
        where = translate("Report", "In {folder}", folder=folder)
        column.addWidget(Text(where, "small", elide=True))
        column.addWidget(Line())
        digest = file.sha256.hex()
        label = translate("Report", "Fingerprint (SHA-256)")
        column.addWidget(Text(label, "caption", "text-3"))
        groups = " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
        column.addWidget(Text(groups, "caption", "text-2", wrap=True))
        copy = Button(translate("Report", "Copy the fingerprint"), Variant.LINK, size=Size.SMALL)
        copy.clicked.connect(_Copy(self, digest))
        printer = Button(translate("Report", "Print"), icon="printer", size=Size.SMALL)
        printer.clicked.connect(self.print_pressed)
        row = QHBoxLayout()
        spaced(row, margins=(0, 4, 0, 0), gap=12)
        row.addWidget(printer)
        row.addWidget(copy)
        row.addStretch(1)
        column.addLayout(row)
        return card


class _Copy:
    """Hands on the fingerprint of one file."""

    def __init__(self, outcome: ReportOutcome, digest: str) -> None:
        self._outcome = outcome
        self._digest = digest

    def __call__(self) -> None:
        self._outcome.copy_pressed.emit(self._digest)
