"""The left side of the timeline: filter, weeks, month, the rows, and what stands in their place."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from logbook.domain.selection import EntryFilter, EntryRow
from logbook.i18n import translate
from logbook.ui.models.entry_list import EntryListModel
from logbook.ui.models.saved_filters import same
from logbook.ui.models.timeline_reading import Around
from logbook.ui.style import at_least, look, px, spaced
from logbook.ui.widgets.choice_bar import ChoiceBar
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.entry_filter import EntryFilterBar
from logbook.ui.widgets.entry_list_view import EntryListView
from logbook.ui.widgets.month_bar import MonthBar
from logbook.ui.widgets.week_strip import WeekStrip
from logbook.ui.words import locale

_LEAST_LIST_PX = 110
_BIN = EntryFilter(newest_first=True, removed=True)


class EntryListPane(QWidget):
    """Shows the rows of a model and what is said around them."""

    count_said = Signal(str)  # how many are listed or chosen, when a person changed that
    write_pressed = Signal()

    def __init__(self, model: EntryListModel, *, with_report: bool) -> None:
        super().__init__()
        self.model = model
        self._around = Around([], 0, [])
        self._has_room = True
        self._many = False  # several rows are chosen
        self.filters = EntryFilterBar()
        self.strip = WeekStrip()
        self.month_bar = MonthBar()
        self.choice = ChoiceBar(with_report=with_report)
        self.view = EntryListView(model)
        self.view.selectionModel().selectionChanged.connect(self._selection_changed)
        self.view.verticalScrollBar().valueChanged.connect(self.say_month)
        self.choice.closed.connect(self.view.choose_one)
        self.filters.opened.connect(self._panel_opened)
        self._build_instead()
        head = QVBoxLayout()
        spaced(head, margins=(0, 0, 12, 0), gap=4)
        for part in (self.filters, self.strip, self.month_bar, self.choice):
            head.addWidget(part)
        column = QVBoxLayout(self)
        # The scroll bar of the list stands in the margin, so that rows end where the bars end.
        spaced(column, margins=(28, 0, 4, 0), gap=4)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        look().dressing.dress_in_parts(self, self._stack)

    @property
    def current(self) -> EntryRow | None:
        """The row with the focus, None while it is on the way or there is none."""
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    @property
    def chosen_rows(self) -> list[tuple[int, int]]:
        """The stretches of rows that are chosen: first row and how many."""
        ranges = self.view.selectionModel().selection()
        found = [(ranges.at(at).top(), ranges.at(at).height()) for at in range(ranges.size())]
        return sorted(found)

    @property
    def chosen_count(self) -> int:
        """How many rows are chosen."""
        return sum(count for _, count in self.chosen_rows)

    def show_around(self, around: Around) -> None:
        """Say what is known around the rows."""
        self._around = around
        chosen = self.filters.chosen
        self.strip.set_weeks(around.weeks)
        self.month_bar.set_counts(around.months)
        self.strip.mark(chosen.first_day, chosen.last_day)
        self.filters.set_people(around.people)
        self.filters.set_unfinished(around.unfinished)
        self._say_count()
        self.say_month()

    def show_total(self, total: int) -> None:
        """Show the rows, or what stands in their place when there is none."""
        chosen = self.filters.chosen
        instead = self.nothing if self.filters.is_on else self.empty
        if chosen.removed and same(chosen, _BIN):
            instead = self.no_bin
        self._stack.setCurrentWidget(self.view if total else instead)
        self.filters.setVisible(bool(total) or self.filters.is_on)
        self._show_choice()
        if self.filters.is_on:
            words = translate("Timeline", "%n entry|%n entries", "", total)
            self.count_said.emit(words)
        self._say_count()

    def say_month(self) -> None:
        """Say the month of the first row in sight."""
        row = self.model.row(self.view.first_visible()) if self.model.rowCount() else None
        if row is not None:
            self.month_bar.say_month(row)

    def give_strip_room(self, *, shown: bool) -> None:
        """Show the weeks, unless what the list is cut to is being chosen there."""
        self._has_room = shown
        self.strip.give_room(shown=shown and not self.filters.is_open and not self._many)

    def _panel_opened(self) -> None:
        self.give_strip_room(shown=self._has_room)

    def _selection_changed(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._show_choice()

    def _show_choice(self) -> None:
        many = self.chosen_count > 1
        if many != self._many:
            self._many = many
            self._make_room_for_choice()
        if many:
            removed = self.filters.chosen.removed
            self.count_said.emit(self.choice.say(self.chosen_count, removed=removed))
        self.choice.setVisible(many)
        self.month_bar.setVisible(not many and self.model.rowCount() > 0)

    def _make_room_for_choice(self) -> None:
        """Put the bar exactly where weeks and month were: rows must not move under the mouse."""
        if self._many:
            before = [one for one in (self.strip, self.month_bar) if one.isVisibleTo(self)]
            room = sum(one.height() for one in before) + px(4) * max(len(before) - 1, 0)
            self.choice.setMinimumHeight(room)
        self.give_strip_room(shown=self._has_room)

    def _say_count(self) -> None:
        total, newest = self.model.rowCount(), self.filters.chosen.newest_first
        if self.filters.is_on and not self.filters.chosen.removed:
            said = (
                translate(
                    "Timeline",
                    "{count} of %n entry, newest first|{count} of %n entries, newest first",
                    "",
                    self._around.all,
                    count=locale().toString(total),
                )
                if newest
                else translate(
                    "Timeline",
                    "{count} of %n entry, oldest first|{count} of %n entries, oldest first",
                    "",
                    self._around.all,
                    count=locale().toString(total),
                )
            )
        else:
            said = (
                translate("Timeline", "%n entry, newest first|%n entries, newest first", "", total)
                if newest
                else translate(
                    "Timeline", "%n entry, oldest first|%n entries, oldest first", "", total
                )
            )
        self.filters.say_count(said)

    def _build_instead(self) -> None:
        """Build what stands where the list would be when it is empty."""
        self.empty = EmptyState(
            "clock-counter-clockwise",
            translate("Timeline", "Nothing written yet"),
            translate("Timeline", "The first entry can be one sentence."),
            translate("Timeline", "New entry"),
        )
        self.empty.pressed.connect(self.write_pressed)
        self.nothing = EmptyState(
            "magnifying-glass",
            translate("Timeline", "No entries match"),
            translate("Timeline", "Other words or fewer filters may find more."),
            translate("Timeline", "Clear filters"),
            button_icon="x",
        )
        self.nothing.pressed.connect(self.filters.clear)
        self.no_bin = EmptyState(
            "trash",
            translate("Timeline", "The bin is empty"),
            translate("Timeline", "What you take out stays here for 30 days at least."),
            translate("Timeline", "Back to the entries"),
            button_icon="arrow-left",
        )
        self.no_bin.pressed.connect(self.filters.clear)
        self._stack = QStackedWidget()
        at_least(self._stack, height=_LEAST_LIST_PX)  # what stands instead may not push
        for part in (self.view, self.empty, self.nothing, self.no_bin):
            self._stack.addWidget(part)
