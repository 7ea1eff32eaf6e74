"""What the list of entries is cut to: one bar that says it, and a panel to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.entry import Kind, Mark
from logbook.domain.ids import PersonId
from logbook.domain.person import Person
from logbook.domain.selection import EntryFilter, Trait
from logbook.i18n import translate
from logbook.ui.models.saved_filters import same
from logbook.ui.models.timeline_reading import EVERYTHING
from logbook.ui.style import look, spaced, wear_roles
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.chip import Chip, ChipFlow, Tone
from logbook.ui.widgets.filter_panel import FilterPanel
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.marks import MARK_ICONS, TRAIT_ICONS, mark_name, trait_name
from logbook.ui.words import locale, short_day, span_of_days

_One = TypeVar("_One")


class EntryFilterBar(QWidget):
    """Holds the filter; `changed` comes with every change that a person makes."""

    changed = Signal()
    opened = Signal(bool)
    panel_built = Signal(object)  # FilterPanel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = EVERYTHING
        self._people: dict[PersonId, str] = {}
        self._waiting = 0
        self.button = Button(translate("Timeline", "Filter"), icon="funnel-simple", size=Size.SMALL)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._toggled)
        self._chips = ChipFlow(centred=True)
        self.unfinished = Chip("", icon=MARK_ICONS[Mark.LATER], checkable=True)
        self.unfinished.setToolTip(translate("Timeline", "Entries that you want to finish later"))
        self.unfinished.clicked.connect(self._choose_unfinished)
        self.unfinished.hide()
        self.order = Button("", Variant.QUIET, size=Size.SMALL)
        self.order.elide()
        self.order.clicked.connect(self.turn_round)
        head = QHBoxLayout()
        spaced(head, gap=8)
        head.addWidget(self.button)
        head.addWidget(self.unfinished)
        head.addWidget(self._chips, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.order)
        self._panel: FilterPanel | None = None
        self._column = QVBoxLayout(self)
        spaced(self._column, margins=(0, 16, 0, 6), gap=10)
        self._column.addLayout(head)
        look().dressing.dress_in_parts(self)  # the panel is seldom seen
        self._say()

    @property
    def panel(self) -> FilterPanel:
        """All that can be chosen; made when it is first asked for."""
        if self._panel is None:
            self._panel = FilterPanel(self)
            self._panel.hide()
            self._panel.set_people(self._people)
            self._panel.show_chosen(self.chosen)
            self._column.addWidget(self._panel)
            wear_roles(self._panel)
            self.panel_built.emit(self._panel)
        return self._panel

    def build_more(self) -> bool:
        """Make the panel before it is asked for; False: it is there."""
        return self._panel is None and self.panel.isHidden()

    @property
    def is_open(self) -> bool:
        """True while the panel is shown."""
        return self._panel is not None and not self._panel.isHidden()

    @property
    def is_on(self) -> bool:
        """True when something is left out."""
        return not same(self.chosen, EVERYTHING)

    def set_people(self, people: Sequence[Person]) -> None:
        """Offer these people; one that is chosen and gone is dropped."""
        named = {person.id: person.what.name for person in people}
        if named == self._people:
            return
        self._people = named
        if self._panel is not None:
            self._panel.set_people(named)
        here = tuple(one for one in self.chosen.people if one in named)
        self.chosen = replace(self.chosen, people=here)
        self._say()

    def set_unfinished(self, count: int) -> None:
        """Offer the entries that are to be finished later, while there are any."""
        words = translate("Timeline", "To finish, {count}", count=locale().toString(count))
        self.unfinished.setText(words)
        self.unfinished.updateGeometry()
        self._waiting = count
        self._show_unfinished()

    def say_count(self, words: str) -> None:
        """Say how many entries are shown, and in which order."""
        self.order.setText(words)
        newest = self.chosen.newest_first
        self.order.set_trailing("sort-descending" if newest else "sort-ascending")
        turn = (
            translate("Timeline", "Show the oldest first")
            if newest
            else translate("Timeline", "Show the newest first")
        )
        self.order.setToolTip(turn)
        self.order.setAccessibleDescription(turn)

    def choose(self, chosen: EntryFilter) -> None:
        """Cut the list to something else; the order stays."""
        chosen = replace(chosen, newest_first=self.chosen.newest_first)
        if chosen != self.chosen:
            self.chosen = chosen
            self._say()
            self.changed.emit()

    def take_over(self, chosen: EntryFilter) -> None:
        """Show what another list in this place was cut to, before there is a list here."""
        self.chosen = chosen
        self._say()

    def clear(self) -> None:
        """Show everything again."""
        self.choose(EVERYTHING)

    def turn_round(self) -> None:
        """Turn the order round."""
        self.chosen = replace(self.chosen, newest_first=not self.chosen.newest_first)
        self.changed.emit()

    def order_by(self, *, newest_first: bool) -> None:
        """Take over an order that was chosen earlier, without a word."""
        self.chosen = replace(self.chosen, newest_first=newest_first)

    def choose_words(self, words: str) -> None:
        """Show what holds these words."""
        self.choose(replace(self.chosen, match=words.strip()))

    def choose_days(self, first: date | None, last: date | None) -> None:
        """Show what happened between two days."""
        self.choose(replace(self.chosen, first_day=first, last_day=last))

    def choose_kind(self, kind: Kind) -> None:
        """Show entries of one more kind, or of one less."""
        self.choose(replace(self.chosen, kinds=_turned(self.chosen.kinds, kind)))

    def choose_person(self, person: PersonId) -> None:
        """Show what one person more has a part in, or one less."""
        self.choose(replace(self.chosen, people=_turned(self.chosen.people, person)))

    def choose_mark(self, mark: Mark) -> None:
        """Show marked entries alone, or the others too."""
        self.choose(replace(self.chosen, marks=_turned(self.chosen.marks, mark)))

    def choose_trait(self, trait: Trait) -> None:
        """Show entries alone of which something is so, or the others too."""
        self.choose(replace(self.chosen, traits=_turned(self.chosen.traits, trait)))

    def choose_evidence(self) -> None:
        """Show entries with files alone, or all again."""
        wanted = None if self.chosen.with_evidence else True
        self.choose(replace(self.chosen, with_evidence=wanted))

    def choose_bin(self) -> None:
        """Show what lies in the bin, or the entries again."""
        self.choose(replace(EVERYTHING, removed=not self.chosen.removed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.button.setFocus()
            self.button.setChecked(False)
            return
        super().keyPressEvent(event)

    def _toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        if shown or self._panel is not None:
            self.panel.setVisible(shown)
        self.opened.emit(shown)

    def _say(self) -> None:
        """Show each part of the filter as a chip that takes it away."""
        self._chips.clear()
        parts = _parts_of(self.chosen, self._people)
        for icon, words, without in parts:
            chip = Chip(words, icon=icon, tone=Tone.ACCENT, removable=True)
            chip.removed.connect(partial(self._take_away, without))
            self._chips.add(chip)
        if parts:
            clear = Button(translate("Timeline", "Clear"), Variant.LINK, size=Size.SMALL)
            clear.clicked.connect(self._clear_all)
            self._chips.add(clear)
        self.button.setText(
            translate("Timeline", "Filter, {count} on", count=locale().toString(len(parts)))
            if parts
            else translate("Timeline", "Filter")
        )
        if self._panel is not None:
            self._panel.show_chosen(self.chosen)
        self._show_unfinished()

    def _show_unfinished(self) -> None:
        self.unfinished.setVisible(self._waiting > 0 and not self.is_on)

    def _choose_unfinished(self) -> None:
        self.unfinished.setChecked(False)
        self.button.setFocus()  # the chip goes away
        self.choose_mark(Mark.LATER)

    def _clear_all(self) -> None:
        self.button.setFocus()  # the button that has it goes away
        self.clear()

    def _take_away(self, without: EntryFilter) -> None:
        self.button.setFocus()  # the chip that has it goes away
        self.choose(without)


def _turned(chosen: tuple[_One, ...], one: _One) -> tuple[_One, ...]:
    """Return a choice with one more in it, or without it where it was in it."""
    return tuple(has for has in chosen if has != one) if one in chosen else (*chosen, one)


def _parts_of(
    chosen: EntryFilter, people: dict[PersonId, str]
) -> list[tuple[str, str, EntryFilter]]:
    """Return icon, words and the filter without it for each part that is on."""
    parts: list[tuple[str, str, EntryFilter]] = []
    if chosen.removed:
        words = translate("Timeline", "In the bin")
        parts.append(("trash", words, replace(chosen, removed=False)))
    for person in chosen.people:
        words = people.get(person, translate("Timeline", "One person"))
        parts.append(("user", words, replace(chosen, people=_turned(chosen.people, person))))
    for kind in chosen.kinds:
        without = replace(chosen, kinds=_turned(chosen.kinds, kind))
        parts.append((ICONS.get(kind, "dots-three"), kind_name(kind), without))
    for mark in chosen.marks:
        without = replace(chosen, marks=_turned(chosen.marks, mark))
        parts.append((MARK_ICONS[mark], mark_name(mark), without))
    for trait in chosen.traits:
        without = replace(chosen, traits=_turned(chosen.traits, trait))
        parts.append((TRAIT_ICONS[trait], trait_name(trait), without))
    if chosen.with_evidence:
        words = translate("Timeline", "With files")
        parts.append(("paperclip", words, replace(chosen, with_evidence=None)))
    if chosen.first_day is not None or chosen.last_day is not None:
        words = _days_of(chosen.first_day, chosen.last_day)
        parts.append(("calendar-check", words, replace(chosen, first_day=None, last_day=None)))
    if chosen.match:
        words = translate("Timeline", "“{words}”", words=chosen.match)
        parts.append(("magnifying-glass", words, replace(chosen, match="")))
    return parts


def _days_of(first: date | None, last: date | None) -> str:
    if first is not None and last is not None:
        return span_of_days(first, last)
    if first is not None:
        return translate("Timeline", "from {day}", day=short_day(first))
    return translate("Timeline", "until {day}", day=short_day(last)) if last is not None else ""
