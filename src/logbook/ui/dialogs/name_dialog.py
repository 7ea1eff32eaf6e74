"""A new name for something in a list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from logbook.i18n import translate
from logbook.ui.widgets.button import Variant
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.line_field import Field, LineEdit


class NameDialog(Dialog):
    """Asks for one line; `named` brings it."""

    named = Signal(str)

    def __init__(self, title: str, label: str, name: str, window: QWidget) -> None:
        super().__init__(title, "", window)
        self.line_edit = LineEdit(label)
        self.line_edit.setText(name)
        self.line_edit.selectAll()
        self.line_edit.returnPressed.connect(self._use)
        self.body.addWidget(Field(label, self.line_edit))
        self.add_button("no", translate("Name", "Not now"))
        self.add_action(translate("Name", "Use this name"), Variant.PRIMARY).clicked.connect(
            self._use
        )

    def first_focus(self) -> QWidget:
        return self.line_edit

    def _use(self) -> None:
        name = self.line_edit.text().strip()
        self.close_with("named")
        self.named.emit(name)
