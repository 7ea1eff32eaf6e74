"""A new passphrase after the book was opened with the recovery key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from logbook.i18n import translate
from logbook.ui.widgets.button import Variant
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.line_field import Field, PassphraseEdit


class NewPassphraseDialog(Dialog):
    """Asks twice; `chosen` brings the bytes. Whether it is strong enough, the book decides."""

    chosen = Signal(object)  # bytearray

    def __init__(self, window: QWidget, line: str = "") -> None:
        super().__init__(
            translate("NewPassphrase", "Choose a new passphrase"),
            line
            or translate(
                "NewPassphrase",
                "You opened the book with its recovery key. That key goes on working.",
            ),
            window,
        )
        self.first = PassphraseEdit(translate("NewPassphrase", "New passphrase"))
        self.second = PassphraseEdit(translate("NewPassphrase", "Type it again"), with_show=False)
        self._first_field = Field(translate("NewPassphrase", "New passphrase"), self.first)
        self._second_field = Field(translate("NewPassphrase", "Type it again"), self.second)
        self.body.addWidget(self._first_field)
        self.body.addWidget(self._second_field)
        self.first.changed.connect(self._typed)
        self.second.changed.connect(self._typed)
        self.add_button("later", translate("NewPassphrase", "Later"))
        self.change = self.add_action(
            translate("NewPassphrase", "Change passphrase"), Variant.PRIMARY
        )
        self.change.clicked.connect(self.try_change)
        self.second.submitted.connect(self.try_change)

    def first_focus(self) -> QWidget:
        return self.first.edit

    def try_change(self) -> None:
        """Check that both are the same, and hand the passphrase on."""
        if self.first.empty or self.first.edit.text() != self.second.edit.text():
            self._second_field.set_problem(
                translate("NewPassphrase", "The two are not the same. Type it again.")
            )
            return
        self.change.setEnabled(False)
        self.chosen.emit(self.first.take())

    def refuse(self, words: str) -> None:
        """Say why the book did not take it."""
        self.change.setEnabled(True)
        self._first_field.set_problem(words)

    def accept(self) -> None:
        """Close after the change."""
        self.first.clear()
        self.second.clear()
        self.close_with("changed")

    def _typed(self) -> None:
        self._first_field.set_problem("")
        self._second_field.set_problem("")
