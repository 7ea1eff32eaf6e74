"""The bar below an import: what is chosen, and the ways back and on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.models.picker import PickerModel
from logbook.ui.style import spaced
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text
from logbook.ui.words import locale


class ImportFoot(Surface):
    """Says a quiet sentence, or the count of chosen messages while they are chosen."""

    all_pressed = Signal()
    none_pressed = Signal()
    back_pressed = Signal()
    next_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._chosen = Text("", "strong")
        self._quiet = Text("", "small", "text-2", elide=True)
        self.all = Button("", Variant.LINK, size=Size.SMALL)
        self.none = Button(translate("Import", "Choose none"), Variant.LINK, size=Size.SMALL)
        self.back = Button(translate("Import", "Back"))
        self.next = Button(translate("Import", "Continue"), Variant.PRIMARY, trailing="arrow-right")
        for button, pressed in (
            (self.all, self.all_pressed),
            (self.none, self.none_pressed),
            (self.back, self.back_pressed),
            (self.next, self.next_pressed),
        ):
            button.clicked.connect(pressed)
        row = QHBoxLayout(self)
        spaced(row, margins=(28, 13, 24, 13), gap=10)
        row.addWidget(self._quiet, 1000)
        for part in (self._chosen, self.all, self.none):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)

    def show_step(self, quiet: str, *, choosing: bool, ways: bool) -> None:
        """Show what belongs to a step; `ways` are the buttons back and on."""
        self.back.setVisible(ways)
        self.next.setVisible(ways)
        self._chosen.setVisible(choosing)
        self.all.setVisible(choosing)
        self._quiet.setVisible(not choosing)
        self._quiet.setText(quiet)

    def say_choice(self, picker: PickerModel, *, choosing: bool, roomy: bool) -> None:
        """Say how many are chosen, and what going on will do with them."""
        chosen, hits = picker.choice.count, picker.hit_count
        self._chosen.setText(
            translate(
                "Import",
                "{count} of {total} chosen",
                count=locale().toString(chosen),
                total=locale().toString(picker.total),
            )
        )
        self.all.setText(
            translate("Import", "Choose all {count} that match", count=locale().toString(hits))
            if picker.wanted.is_on
            else translate("Import", "Choose all")
        )
        self.all.setEnabled(hits > 0)
        self.none.setVisible(choosing and chosen > 0 and roomy)
        words = translate("Import", "Continue")
        if choosing and chosen:
            words = translate("Import", "Add %n message|Add %n messages", "", chosen)
        elif choosing:
            words = translate("Import", "Keep all, choose none")
        self.next.setText(words)
