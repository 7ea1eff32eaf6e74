"""A question for a name, and one for people: both inside the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from logbook.domain.person import Person
from logbook.i18n import translate
from logbook.ui.widgets.button import Variant
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.entry_side import known
from logbook.ui.widgets.field import Field, LineEdit
from logbook.ui.widgets.people_picker import PeoplePicker

_NAME_CHARS = 60


class AskName(Dialog):
    """Asks for one line of words; `named` brings them without space around them."""

    named = Signal(str)

    def __init__(
        self, window: QWidget, title: str, label: str, act: str, *, before: str = ""
    ) -> None:
        super().__init__(title, "", window)
        self.line_edit = LineEdit(label)
        self.line_edit.setMaxLength(_NAME_CHARS)
        self.line_edit.setText(before)
        self.line_edit.selectAll()
        self._field = Field(label, self.line_edit)
        self.body.addWidget(self._field)
        self.add_button("no", translate("AskName", "Not now"))
        self.accept_button = self.add_action(act, Variant.PRIMARY)
        self.accept_button.clicked.connect(self._accept)
        self.line_edit.returnPressed.connect(self._accept)

    def first_focus(self) -> QWidget:
        return self.line_edit

    def _accept(self) -> None:
        name = " ".join(self.line_edit.text().split())
        if not name:
            self._field.set_problem(translate("AskName", "Type a name first."))
            return
        self.close_with("yes")
        self.named.emit(name)


class AskPeople(Dialog):
    """Asks who; `chosen` brings the names."""

    chosen = Signal(object)  # tuple[str, ...]

    def __init__(self, window: QWidget, title: str, people: Sequence[Person]) -> None:
        super().__init__(title, "", window)
        self.people = PeoplePicker(translate("AskName", "Who"))
        self.people.set_known([known(person) for person in people])
        self.body.addWidget(self.people)
        self.add_button("no", translate("AskName", "Not now"))
        self.accept_button = self.add_action(translate("AskName", "Add"), Variant.PRIMARY)
        self.accept_button.clicked.connect(self._accept)

    def first_focus(self) -> QWidget:
        return self.people.edit

    def _accept(self) -> None:
        self.people.settle_typed()
        names = self.people.names()
        if not names:
            self.people.edit.setFocus()
            return
        self.close_with("yes")
        self.chosen.emit(names)
