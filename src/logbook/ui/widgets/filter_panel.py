"""All that the timeline can be cut to: kinds, people, days, marks, the bin, saved filters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook.domain.entry import Mark
from logbook.domain.ids import PersonId
from logbook.domain.selection import EntryFilter, Trait
from logbook.i18n import translate
from logbook.ui.later import Later
from logbook.ui.models.saved_filters import SavedFilter, same
from logbook.ui.models.timeline_reading import EVERYTHING
from logbook.ui.style import limited, px, spaced
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.chip import Chip, ChipFlow
from logbook.ui.widgets.day_span import Days, DaySpan
from logbook.ui.widgets.field import Select
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.marks import MARK_ICONS, TRAIT_ICONS, mark_name, trait_meaning, trait_name
from logbook.ui.widgets.surface import ScrollColumn
from logbook.ui.widgets.text import Text

if TYPE_CHECKING:
    from logbook.ui.widgets.entry_filter import EntryFilterBar

_CHIPS_MOST = 10  # more people than this are chosen from a list
_TALLEST_PX = 340  # then it scrolls, so that the list below stays in sight
_READ_AFTER_MS = 500  # half a date is no mistake yet


class FilterPanel(ScrollColumn):
    """The choices; each acts at once."""

    save_pressed = Signal()
    rename_pressed = Signal(object)  # SavedFilter
    delete_pressed = Signal(object)

    def __init__(self, bar: EntryFilterBar) -> None:
        column = QVBoxLayout()
        super().__init__(column, bar)
        self._bar = bar
        self._saved: list[SavedFilter] = []
        limited(self, height=_TALLEST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._kinds = {
            kind: _choice(kind_name(kind), icon, partial(bar.choose_kind, kind))
            for kind, icon in ICONS.items()
        }
        self._person_chips: dict[PersonId, Chip] = {}
        self._person_flow = ChipFlow()
        self._select = Select(translate("Timeline", "Person"))
        self._select.activated.connect(self._person_selected)
        self._select.hide()
        self.days = _Days(bar)
        self._marks = {
            mark: _choice(mark_name(mark), MARK_ICONS[mark], partial(bar.choose_mark, mark))
            for mark in Mark
        }
        self._traits = {
            trait: _choice(trait_name(trait), TRAIT_ICONS[trait], partial(bar.choose_trait, trait))
            for trait in Trait
        }
        for trait, chip in self._traits.items():
            chip.setToolTip(trait_meaning(trait))
            chip.setAccessibleDescription(trait_meaning(trait))
        self._files = _choice(translate("Timeline", "With files"), "paperclip", bar.choose_evidence)
        self._bin = _choice(translate("Timeline", "In the bin"), "trash", bar.choose_bin)
        others = (self._files, *self._marks.values(), *self._traits.values(), self._bin)
        self._person_label = _label(translate("Timeline", "People"))
        spaced(column, margins=(0, 2, 0, 4), gap=6)
        for part in (
            _label(translate("Timeline", "Kind")),
            _flow(self._kinds.values()),
            self._person_label,
            self._person_flow,
            self._select,
            _label(translate("Timeline", "Show only")),
            _flow(others),
            self.days,
        ):
            column.addWidget(part)
        self._build_saved(column)

    def sizeHint(self) -> QSize:
        """As tall as its parts need, up to the height from which it scrolls."""
        width = max(self.viewport().width(), self.column.minimumSize().width())
        return QSize(width, min(self.column.heightForWidth(width) + px(2), px(_TALLEST_PX)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def set_people(self, people: dict[PersonId, str]) -> None:
        """Offer people as chips, or from a list where they are many."""
        self._person_flow.clear()
        self._person_chips = {}
        many = len(people) > _CHIPS_MOST
        self._select.clear()
        if many:
            self._select.addItem(translate("Timeline", "Choose a person"), None)
        for person, name in people.items():
            if many:
                self._select.addItem(name, person)
                continue
            chip = _choice(name, "user", partial(self._bar.choose_person, person))
            self._person_chips[person] = chip
            self._person_flow.add(chip)
        self._person_label.setVisible(bool(people))
        self._person_flow.setVisible(bool(people) and not many)
        self._select.setVisible(many)

    def set_saved(self, saved: Sequence[SavedFilter]) -> None:
        """Offer filters that have a name."""
        self._saved = list(saved)
        self._saved_flow.clear()
        for one in self._saved:
            chip = _choice(one.name, "funnel-simple", partial(self._use, one))
            self._saved_flow.add(chip)
        self.show_chosen(self._bar.chosen)

    def show_chosen(self, chosen: EntryFilter) -> None:
        """Mark what is on."""
        for kind, chip in self._kinds.items():
            chip.setChecked(kind in chosen.kinds)
        for person, chip in self._person_chips.items():
            chip.setChecked(person in chosen.people)
        for mark, chip in self._marks.items():
            chip.setChecked(mark in chosen.marks)
        for trait, chip in self._traits.items():
            chip.setChecked(trait in chosen.traits)
        self._select.setCurrentIndex(0)
        self._files.setChecked(bool(chosen.with_evidence))
        self._bin.setChecked(chosen.removed)
        self.days.show_chosen(chosen)
        self._show_saved(chosen)
        self.updateGeometry()

    def _build_saved(self, column: QVBoxLayout) -> None:
        self._saved_label = _label(translate("Timeline", "Saved filters"))
        self._saved_flow = ChipFlow()
        self._save = Button(
            translate("Timeline", "Save this filter"), Variant.LINK, icon="plus", size=Size.SMALL
        )
        self._save.clicked.connect(self.save_pressed)
        self._rename = Button(translate("Timeline", "Rename"), Variant.LINK, size=Size.SMALL)
        self._rename.clicked.connect(self._rename_shown)
        self._delete = Button(
            translate("Timeline", "Delete this filter"), Variant.LINK, size=Size.SMALL
        )
        self._delete.clicked.connect(self._delete_shown)
        acts = QHBoxLayout()
        spaced(acts, margins=(0, 2, 0, 0), gap=16)
        for button in (self._save, self._rename, self._delete):
            acts.addWidget(button)
        acts.addStretch(1)
        column.addWidget(self._saved_label)
        column.addWidget(self._saved_flow)
        column.addLayout(acts)

    def _show_saved(self, chosen: EntryFilter) -> None:
        here = self._shown()
        for chip, one in zip(self._saved_flow.findChildren(Chip), self._saved, strict=False):
            chip.setChecked(one == here)
        self._saved_label.setVisible(bool(self._saved))
        self._saved_flow.setVisible(bool(self._saved))
        can_save = here is None and not chosen.removed and not same(chosen, EVERYTHING)
        self._save.setVisible(can_save)
        self._rename.setVisible(here is not None)
        self._delete.setVisible(here is not None)

    def _shown(self) -> SavedFilter | None:
        """Return the saved filter that is in use."""
        chosen = self._bar.chosen
        return next((one for one in self._saved if same(one.chosen, chosen)), None)

    def _use(self, one: SavedFilter) -> None:
        """Use a saved filter; the same again shows everything."""
        self._bar.choose(EVERYTHING if one == self._shown() else one.chosen)
        self.show_chosen(self._bar.chosen)

    def _rename_shown(self) -> None:
        self.rename_pressed.emit(self._shown())

    def _delete_shown(self) -> None:
        self.delete_pressed.emit(self._shown())

    def _person_selected(self, at: int) -> None:
        person = self._select.itemData(at)
        if person is not None:
            self._bar.choose_person(person)


class _Days(QWidget):
    """From which day to which; a day acts when the person goes on or the hand rests."""

    def __init__(self, bar: EntryFilterBar) -> None:
        super().__init__()
        self._bar = bar
        self.span = DaySpan()
        self.span.edited.connect(self._wait)
        for field in (self.span.first, self.span.last):
            field.line.left_field.connect(self._read)
            field.line.returnPressed.connect(self._read)
        row = QHBoxLayout(self)
        spaced(row, margins=(3, 6, 3, 2))  # room for the ring of a field
        row.addWidget(self.span)
        self._later = Later(self, _READ_AFTER_MS, self._read)

    def show_chosen(self, chosen: EntryFilter) -> None:
        """Say the days that were chosen elsewhere, such as in the strip of weeks."""
        days = self.span.read()
        if days is not None and (days.first, days.last) != (chosen.first_day, chosen.last_day):
            self.span.show_days(Days(chosen.first_day, chosen.last_day))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()

    def _wait(self) -> None:
        self._later.start()

    def _read(self) -> None:
        self._later.stop()
        days = self.span.read()
        if days is not None:
            self._bar.choose_days(days.first, days.last)


def _label(words: str) -> Text:
    return Text(words, "caption", "text-3")


def _choice(words: str, icon: str, pressed: Callable[[], object]) -> Chip:
    chip = Chip(words, icon=icon, checkable=True)
    chip.clicked.connect(pressed)
    return chip


def _flow(chips: Iterable[Chip]) -> ChipFlow:
    flow = ChipFlow()
    for chip in chips:
        flow.add(chip)
    return flow
