"""The words below an empty entry: what helps later, if one can write it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.style import spaced
from logbook.ui.widgets.button import IconButton, Size
from logbook.ui.widgets.labelled import Glyph
from logbook.ui.widgets.text import Text


class EntryHint(QWidget):
    """Stays until it is closed, for good."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        spaced(row, margins=(2, 6, 0, 2), gap=10)
        row.addWidget(Glyph("lightbulb", 20, "text-3"), 0, Qt.AlignmentFlag.AlignTop)
        words = translate(
            "NewEntry",
            "Helpful to include, if you can: the exact words, what you saw or heard, who else was"
            " there. Short is fine. You can add more later.",
        )
        row.addWidget(Text(words, "small", "text-2", wrap=True), 1)
        close = IconButton("x", translate("NewEntry", "Hide this hint"), size=Size.SMALL)
        close.clicked.connect(self.closed)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
