"""The bar below an entry that is written: what is needed, and the keys that save it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.style import add_gap, spaced
from logbook.ui.widgets.choice import Check
from logbook.ui.widgets.key_cap import KeyCap
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text


class EntryFoot(Surface):
    """Says the same on every entry; `later` keeps it among those to be finished."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.later = Check(translate("NewEntry", "Finish later"))
        self.later.setToolTip(
            translate("NewEntry", "The timeline keeps what you want to finish in a list of its own")
        )
        row = QHBoxLayout(self)
        spaced(row, margins=(28, 8, 24, 8), gap=6)
        words = translate("NewEntry", "Only the first box is needed.")
        row.addWidget(Text(words, "small", "text-2", elide=True), 1)
        row.addWidget(self.later)
        add_gap(row, 14)
        row.addWidget(KeyCap(translate("Keys", "Ctrl")))
        row.addWidget(KeyCap(translate("Keys", "Enter")))
        saves = Text(translate("NewEntry", "saves"), "small", "text-2")
        saves.setAccessibleName(translate("NewEntry", "Ctrl+Enter saves"))  # caps say nothing
        row.addWidget(saves)
