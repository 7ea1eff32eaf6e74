"""What the list of entries is cut to: one bar that says it, and a panel to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.entry import Kind
from logbook.domain.ids import PersonId
from logbook.domain.person import Person
from logbook.domain.selection import EntryFilter
from logbook.i18n import translate
from logbook.ui.models.timeline_reading import EVERYTHING
from logbook.ui.style import spaced
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.chip import Chip, ChipFlow, Tone
from logbook.ui.widgets.field import Select
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.text import Text
from logbook.ui.words import locale, span_of_days

_CHIPS_MOST = 10  # more people than this are chosen from a list


class EntryFilterBar(QWidget):
    """Holds the filter; `changed` comes with every change that a person makes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = EVERYTHING
        self._people: dict[PersonId, str] = {}
        self.button = Button(translate("Timeline", "Filter"), icon="funnel-simple", size=Size.SMALL)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._toggled)
        self._chips = ChipFlow()
        self._clear = Button(translate("Timeline", "Clear"), Variant.LINK, size=Size.SMALL)
        self._clear.clicked.connect(self.clear)
        self._count = Text("", "small", "text-2", elide=True)
        head = QHBoxLayout()
        spaced(head, gap=8)
        head.addWidget(self.button)
        head.addWidget(self._chips, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._clear)
        head.addWidget(self._count)
        self.panel = _Panel(self)
        self.panel.hide()
        column = QVBoxLayout(self)
        spaced(column, margins=(0, 16, 0, 6), gap=10)
        column.addLayout(head)
        column.addWidget(self.panel)
        self._say()

    @property
    def is_on(self) -> bool:
        """True when something is left out."""
        return self.chosen != EVERYTHING

    def set_people(self, people: Sequence[Person]) -> None:
        """Offer these people; one that is chosen and gone is dropped."""
        self._people = {person.id: person.what.name for person in people}
        self.panel.set_people(self._people)
        if self.chosen.person is not None and self.chosen.person not in self._people:
            self.chosen = replace(self.chosen, person=None)
        self._say()

    def say_count(self, words: str) -> None:
        """Say how many entries are shown."""
        self._count.setText(words)

    def choose(self, chosen: EntryFilter) -> None:
        """Cut the list to something else."""
        if chosen != self.chosen:
            self.chosen = chosen
            self._say()
            self.changed.emit()

    def clear(self) -> None:
        """Show everything again."""
        self.choose(EVERYTHING)

    def choose_words(self, words: str) -> None:
        """Show what holds these words."""
        self.choose(replace(self.chosen, match=words.strip()))

    def choose_days(self, first: date | None, last: date | None) -> None:
        """Show what happened between two days."""
        self.choose(replace(self.chosen, first_day=first, last_day=last))

    def choose_kind(self, kind: Kind) -> None:
        """Show one kind alone; the same again shows all."""
        same = self.chosen.kind is kind
        self.choose(replace(self.chosen, kind=None if same else kind))

    def choose_person(self, person: PersonId | None) -> None:
        """Show what one person has a part in; the same again shows all."""
        same = self.chosen.person == person
        self.choose(replace(self.chosen, person=None if same else person))

    def choose_evidence(self) -> None:
        """Show entries with files alone, or all again."""
        wanted = None if self.chosen.with_evidence else True
        self.choose(replace(self.chosen, with_evidence=wanted))

    def choose_bin(self) -> None:
        """Show what lies in the bin, or the entries again."""
        self.choose(replace(EVERYTHING, removed=not self.chosen.removed))

    def _toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        self.panel.setVisible(shown)

    def _say(self) -> None:
        """Show each part of the filter as a chip that takes it away."""
        self._chips.clear()
        parts = _parts_of(self.chosen, self._people)
        for icon, words, without in parts:
            chip = Chip(words, icon=icon, tone=Tone.ACCENT, removable=True)
            chip.removed.connect(_Choose(self, without))
            self._chips.add(chip)
        self._clear.setVisible(bool(parts))
        self.button.setText(
            translate("Timeline", "Filter, {count} on", count=locale().toString(len(parts)))
            if parts
            else translate("Timeline", "Filter")
        )
        self.panel.show_chosen(self.chosen)


class _Choose:
    """Takes one part of the filter away when the cross of its chip is pressed."""

    def __init__(self, bar: EntryFilterBar, chosen: EntryFilter) -> None:
        self._bar = bar
        self._chosen = chosen

    def __call__(self) -> None:
        self._bar.button.setFocus()  # the chip that has it goes away
        self._bar.choose(self._chosen)


def _parts_of(
    chosen: EntryFilter, people: dict[PersonId, str]
) -> list[tuple[str, str, EntryFilter]]:
    """Return icon, words and the filter without it for each part that is on."""
    parts: list[tuple[str, str, EntryFilter]] = []
    if chosen.removed:
        words = translate("Timeline", "In the bin")
        parts.append(("trash", words, replace(chosen, removed=False)))
    if chosen.person is not None:
        words = people.get(chosen.person, translate("Timeline", "One person"))
        parts.append(("user", words, replace(chosen, person=None)))
    if chosen.kind is not None:
        words = kind_name(chosen.kind)
        parts.append((ICONS[chosen.kind], words, replace(chosen, kind=None)))
    if chosen.with_evidence:
        words = translate("Timeline", "With files")
        parts.append(("paperclip", words, replace(chosen, with_evidence=None)))
    if chosen.first_day is not None and chosen.last_day is not None:
        words = span_of_days(chosen.first_day, chosen.last_day)
        parts.append(("calendar-check", words, replace(chosen, first_day=None, last_day=None)))
    if chosen.match:
        words = translate("Timeline", "“{words}”", words=chosen.match)
        parts.append(("magnifying-glass", words, replace(chosen, match="")))
    return parts


class _Panel(QWidget):
    """The choices: kinds, people, files and the bin."""

    def __init__(self, bar: EntryFilterBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._kinds: dict[Kind, Chip] = {}
        kinds = ChipFlow()
        for kind, icon in ICONS.items():
            chip = _choice(kind_name(kind), icon, _Call(bar.choose_kind, kind))
            self._kinds[kind] = chip
            kinds.add(chip)
        self._person_chips: dict[PersonId, Chip] = {}
        self._person_flow = ChipFlow()
        self._select = Select(translate("Timeline", "Person"))
        self._select.activated.connect(self._person_selected)
        self._select.hide()
        self._files = _choice(
            translate("Timeline", "With files"), "paperclip", _Call(bar.choose_evidence)
        )
        self._bin = _choice(translate("Timeline", "In the bin"), "trash", _Call(bar.choose_bin))
        others = ChipFlow()
        others.add(self._files)
        others.add(self._bin)
        column = QVBoxLayout(self)
        spaced(column, margins=(0, 2, 0, 4), gap=6)
        column.addWidget(Text(translate("Timeline", "Kind"), "caption", "text-3"))
        column.addWidget(kinds)
        self._person_label = Text(translate("Timeline", "Person"), "caption", "text-3")
        for part in (self._person_label, self._person_flow, self._select, others):
            column.addWidget(part)

    def set_people(self, people: dict[PersonId, str]) -> None:
        """Offer people as chips, or from a list where they are many."""
        self._person_flow.clear()
        self._person_chips = {}
        many = len(people) > _CHIPS_MOST
        self._select.clear()
        if many:
            self._select.addItem(translate("Timeline", "Anyone"), None)
        for person, name in people.items():
            if many:
                self._select.addItem(name, person)
                continue
            chip = _choice(name, "user", _Call(self._bar.choose_person, person))
            self._person_chips[person] = chip
            self._person_flow.add(chip)
        self._person_label.setVisible(bool(people))
        self._person_flow.setVisible(bool(people) and not many)
        self._select.setVisible(many)

    def show_chosen(self, chosen: EntryFilter) -> None:
        """Mark what is on."""
        for kind, chip in self._kinds.items():
            chip.setChecked(kind is chosen.kind)
        for person, chip in self._person_chips.items():
            chip.setChecked(person == chosen.person)
        self._select.setCurrentIndex(max(self._select.findData(chosen.person), 0))
        self._files.setChecked(bool(chosen.with_evidence))
        self._bin.setChecked(chosen.removed)

    def _person_selected(self, at: int) -> None:
        person = self._select.itemData(at)
        if person != self._bar.chosen.person:
            self._bar.choose_person(person)


class _Call:
    """Remembers what a chip chooses."""

    def __init__(self, choose: Callable[..., None], *what: object) -> None:
        self._choose = choose
        self._what = what

    def __call__(self) -> None:
        self._choose(*self._what)


def _choice(words: str, icon: str, pressed: _Call) -> Chip:
    chip = Chip(words, icon=icon, checkable=True)
    chip.clicked.connect(pressed)
    return chip
