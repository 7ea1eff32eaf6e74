"""Beside the words of an entry: when it was, what kind, who, and what can wait."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.domain.entry import Kind
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import Person, Role
from logbook.i18n import translate
from logbook.tasks.link_messages import Told
from logbook.ui.models.entry_draft import EntryDraft, said_time
from logbook.ui.style import add_gap, spaced
from logbook.ui.widgets.chip import Chip, ChipFlow
from logbook.ui.widgets.entry_details_form import DetailsForm
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.people_picker import Known, PeoplePicker
from logbook.ui.widgets.surface import Line
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.when_field import WhenField


class EntrySide(QWidget):
    """Every field of an entry but its words and files; all of them may stay empty."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when = WhenField()
        self._kinds = ChipFlow(gap=8)
        self._kind_chips: dict[Kind, Chip] = {}
        for kind, icon in ICONS.items():
            chip = Chip(kind_name(kind), icon=icon, checkable=True)
            chip.clicked.connect(_ChooseKind(self, kind))
            self._kind_chips[kind] = chip
            self._kinds.add(chip)
        self.people = PeoplePicker(translate("NewEntry", "Who"))
        self.witnesses = PeoplePicker(translate("NewEntry", "Witnesses"))
        self.details = DetailsForm()
        for part in (self.when, self.people, self.witnesses, self.details):
            part.changed.connect(self.changed)
        column = QVBoxLayout(self)
        spaced(column, margins=(24, 20, 24, 20), gap=8)
        for words, group in (
            (translate("NewEntry", "When"), self.when),
            (translate("NewEntry", "What kind"), self._kinds),
        ):
            column.addWidget(Text(words, "strong"))
            column.addWidget(group)
            add_gap(column, 6)
            column.addWidget(Line())
            add_gap(column, 6)
        column.addWidget(Text(translate("NewEntry", "Who"), "strong"))
        column.addWidget(self.people)
        add_gap(column, 2)
        column.addWidget(Text(translate("NewEntry", "Witnesses"), "label"))
        column.addWidget(self.witnesses)
        add_gap(column, 4)
        column.addWidget(self.details)
        column.addStretch(1)

    def kind(self) -> Kind:
        """Return the chosen kind."""
        chosen = (kind for kind, chip in self._kind_chips.items() if chip.isChecked())
        return next(chosen, Kind.NONE)

    def choose_kind(self, kind: Kind) -> None:
        """Let at most this kind be chosen; its own chip has said whether it is."""
        for other, chip in self._kind_chips.items():
            if other is not kind:
                chip.setChecked(False)
        self.changed.emit()

    def set_people(self, people: Sequence[Person]) -> None:
        """Set who can be found by typing."""
        everyone = [known(person) for person in people]
        self.people.set_known(everyone)
        self.witnesses.set_known(everyone)

    def suggest(self, told: Told) -> None:
        """Fill in what messages tell, where nothing was said yet."""
        if told.when is not None and not self.when.first.text() and not self.when.is_untouched():
            self.when.type_words(said_time(told.when))
        if self.kind() is Kind.NONE:
            self._kind_chips[Kind.MESSAGES].setChecked(True)
            self.changed.emit()
        if not self.people.names_and_typed():
            for name in told.people:
                self.people.add(name)

    def settle_typed(self) -> None:
        """Take names that were typed and not yet confirmed."""
        self.people.settle_typed()
        self.witnesses.settle_typed()

    def fill(self, draft: EntryDraft, kept: Moment | None, *, restored: bool) -> None:
        """Show a draft; `restored`: it was typed earlier, so its words mean that time."""
        self.when.fill(
            Precision(draft.precision),
            draft.when,
            draft.until,
            kept=kept if draft.kept_when else None,
            typed_at=draft.typed_when if restored else None,
            about_min=draft.about_min,
        )
        for kind, chip in self._kind_chips.items():
            chip.setChecked(kind.value == draft.kind)
        self.people.fill(draft.people)
        self.witnesses.fill(draft.witnesses)
        self.details.fill(draft)


class _ChooseKind:
    """Remembers which kind a chip is for."""

    def __init__(self, side: EntrySide, kind: Kind) -> None:
        self._side = side
        self._kind = kind

    def __call__(self) -> None:
        self._side.choose_kind(self._kind)


def known(person: Person) -> Known:
    """Return a person as a picker shows and finds them."""
    what = person.what
    return Known(
        name=what.name,
        about=role_name(what.role),
        finds=" ".join((what.name, *what.numbers, *what.handles)).casefold(),
    )


def role_name(role: Role) -> str:
    """Return the word for what a person is to the account."""
    return {
        Role.RESPONSIBLE: translate("People", "The person responsible"),
        Role.WITNESS: translate("People", "Witness"),
        Role.HELPER: translate("People", "Helper"),
        Role.OFFICER: translate("People", "Officer"),
        Role.ME: translate("People", "You"),
        Role.OTHER: translate("People", "Someone else"),
    }[role]
