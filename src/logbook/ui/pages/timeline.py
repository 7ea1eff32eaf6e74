"""The timeline: every entry in order, found by words, people, kinds, marks and days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QHideEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.domain.ids import EntryId, PersonId
from logbook.domain.selection import EntryFilter
from logbook.i18n import translate
from logbook.tasks import change_entries
from logbook.ui.entry_actions import EntryActions
from logbook.ui.entry_commands import (
    HISTORY_KEY,
    LATER_KEY,
    REPORT_PAGE,
    STAR_KEY,
    EntryCommands,
)
from logbook.ui.entry_listing import EntryListing
from logbook.ui.entry_showing import EntryShowing
from logbook.ui.filter_keeping import FilterKeeping
from logbook.ui.kept_sizes import KeptSizes
from logbook.ui.later import Later
from logbook.ui.models.entry_list import EntryListModel
from logbook.ui.models.timeline_reading import EVERYTHING
from logbook.ui.on_key import on_key
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.style import at_least, limited, px, spaced
from logbook.ui.widgets.adding_files import AddingFiles
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.entry_detail import EntryDetail
from logbook.ui.widgets.entry_list_pane import EntryListPane
from logbook.ui.widgets.entry_row import row_sentence
from logbook.ui.widgets.splitter import Splitter

if TYPE_CHECKING:
    from logbook.tasks.look_at_files import Kept
    from logbook.ui.desk import Desk

_SEARCH_AFTER_MS = 60
_LIST_PX, _DETAIL_PX = 640, 412
_LIST_PART = 3  # of what a wide window has more; the detail gets one
_MOST_DETAIL_PX = 728  # 680 of words (DESIGN 6.3) and the room beside them
_NARROW_PX, _NO_STRIP_PX = 1100, 900


class Cut(NamedTuple):
    """What the list was cut to, and which entry was chosen in it."""

    chosen: EntryFilter
    entry: EntryId | None


class TimelinePage(Page):
    """The first page: what happened, newest first."""

    page_id: ClassVar[str] = "timeline"
    help_id: ClassVar[str] = "timeline"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._opened = False  # a narrow window shows list or detail
        self._narrow = False
        self._swept = False  # the bin was looked at since the book is open
        self._words = ""
        self._goes_on_at: EntryId | None = None  # in the place of a page that was cut to it
        self._new = Button(translate("Timeline", "New entry"), Variant.PRIMARY, icon="plus")
        self._new.clicked.connect(self._write_new)
        self._later = Later(self, _SEARCH_AFTER_MS, self._search_now)
        self.model = EntryListModel(desk, row_sentence)
        self.left = EntryListPane(self.model, with_report=desk.has_page(REPORT_PAGE))
        self.filters, self.strip, self.view = self.left.filters, self.left.strip, self.left.view
        self.adding = AddingFiles(desk)
        self.detail = EntryDetail(self.adding)
        at_least(self.detail, width=320)
        self.detail.hide()
        self.acts = EntryActions(desk)
        self.does = EntryCommands(desk, self.left, self.acts)
        self.listing = EntryListing(desk, self.left)
        self.showing = EntryShowing(desk, self.left, self.detail)
        self.saved = FilterKeeping(desk, self.filters)
        self._connect_list()
        self._connect_choice()
        self._connect_detail()
        self._add_keys()
        self._lay_out()
        desk.changed.connect(self._something_changed)

    @classmethod
    def nav(cls) -> NavItem | None:
        return NavItem("clock-counter-clockwise", translate("Rail", "Timeline"), 0, Section.RECORD)

    def title(self) -> str:
        return translate("Timeline", "Timeline")

    def search_hint(self) -> str:
        return translate("Timeline", "Search words, people, numbers")

    def search(self, words: str) -> None:
        self._words = words
        self._later.start()

    def search_words(self) -> str:
        return self.filters.chosen.match

    def primary(self) -> QWidget | None:
        return self._new

    def panes(self) -> list[QWidget]:
        return [self.left, self.detail]

    def focus_target(self) -> QWidget | None:
        return self.view if self.view.isVisible() else self.left.empty.button

    def build_more(self) -> bool:
        return self.filters.build_more()

    def on_show(self, **arguments: object) -> None:
        wanted = arguments.get("entry")
        if isinstance(wanted, int):
            self.listing.want(EntryId(wanted))
            if wanted != self._goes_on_at:
                self._clear_for(EntryId(wanted))
        self._goes_on_at = None
        person = arguments.get("person")
        if isinstance(person, int):
            self.filters.choose(replace(EVERYTHING, people=(PersonId(person),)))
        if not self._swept:
            self._swept = True
            self.desk.on_vault(change_entries.empty_old_bin, long=True)
        self._sizes.restore()
        self._show_list()
        self.listing.look_again()

    def place(self) -> dict[str, object]:
        row = self.left.current
        return {"entry": int(row.id)} if row is not None else {}

    def half_done(self) -> Cut | None:
        row = self.left.current
        cut = Cut(self.filters.chosen, None if row is None else row.id)
        return cut if cut.chosen != EVERYTHING else None

    def go_on(self, half_done: object) -> None:
        if isinstance(half_done, Cut):
            self._words = half_done.chosen.match
            self._goes_on_at = half_done.entry
            self.filters.take_over(half_done.chosen)

    def set_width(self, effective_px: int) -> None:
        self._narrow = effective_px < _NARROW_PX
        self.left.give_strip_room(shown=effective_px >= _NO_STRIP_PX)
        self._show_panes()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for timer in (self._later, self.showing.later):
            timer.stop()  # nothing may be asked of a book that is being closed

    # What the page is made of

    def _connect_list(self) -> None:
        self.model.dataChanged.connect(self._rows_came)
        self.filters.changed.connect(self._filter_changed)
        self.strip.chosen.connect(self._weeks_chosen)
        self.left.write_pressed.connect(self._write_new)
        self.left.count_said.connect(self.desk.announce)
        self.view.selectionModel().currentRowChanged.connect(self._chosen)
        self.view.activated.connect(self._open_chosen)
        self.view.clicked.connect(self._row_clicked)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self.does.open_menu_at)
        self.listing.emptied.connect(self._show_nothing)
        self.listing.settled.connect(self._show_chosen)
        self.acts.comes_back.connect(self.listing.want)
        self.acts.rows_stay.connect(self.listing.let_rows_stay)
        self.does.going.connect(self._entry_goes)

    def _connect_choice(self) -> None:
        choice, does = self.left.choice, self.does
        choice.remove_pressed.connect(does.remove)
        choice.star_pressed.connect(does.turn_star)
        choice.later_pressed.connect(does.turn_later)
        choice.report_pressed.connect(does.put_into_report)
        choice.person_pressed.connect(does.ask_people)
        choice.kind_pressed.connect(does.ask_kind)
        choice.restore_pressed.connect(does.restore)
        choice.erase_pressed.connect(does.ask_erase)

    def _connect_detail(self) -> None:
        detail, does = self.detail, self.does
        detail.edit_pressed.connect(does.edit)
        detail.add_files_pressed.connect(self._choose_files)
        detail.more_pressed.connect(self._more_menu)
        detail.restore_pressed.connect(does.restore)
        detail.erase_pressed.connect(does.ask_erase)
        detail.back_pressed.connect(self._back_to_list)
        detail.done_pressed.connect(self._finish)
        detail.history_pressed.connect(does.show_history)
        detail.messages_pressed.connect(self.showing.open_messages)
        detail.file_pressed.connect(self.showing.open_file)
        detail.files_dropped.connect(self._add_files)
        self.showing.came.connect(self._show_panes)
        self.adding.kept.connect(self._files_kept)

    def _add_keys(self) -> None:
        on_key(self, "Ctrl+E", self.does.edit)
        on_key(self, "Ctrl+Shift+A", self._choose_files)
        on_key(self, STAR_KEY, self.does.turn_star)
        on_key(self, LATER_KEY, self.does.turn_later)
        on_key(self, HISTORY_KEY, self.does.show_history)
        for pane in (self.view, self.detail):  # elsewhere Delete takes a chip away, or nothing
            on_key(pane, QKeySequence.StandardKey.Delete, self.does.remove)

    def _lay_out(self) -> None:
        self._split = Splitter(tones=("canvas", "surface"))
        self._split.addWidget(self.left)
        self._split.addWidget(self.detail)
        self._split.setStretchFactor(0, _LIST_PART)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([px(_LIST_PX), px(_DETAIL_PX)])
        self._sizes = KeptSizes(self.desk, self._split, "timeline panes")
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addWidget(self._split)

    # What is listed

    def _search_now(self) -> None:
        self.filters.choose_words(self._words)

    def _clear_for(self, entry: EntryId) -> None:
        """Show everything where the list would not hold an entry that is asked for."""
        row = self.left.current
        if (row is None or row.id != entry) and self.filters.is_on:
            self.filters.clear()

    def _filter_changed(self) -> None:
        if not self.filters.chosen.match:
            self._empty_search_box()
        self._later.stop()
        self.listing.list_others()

    def _empty_search_box(self) -> None:
        """The words of a filter that was cleared must not stay in the bar."""
        self._words = ""
        if self.isVisible():  # else they are another page's words by now
            self.desk.forget_search()

    def _show_nothing(self) -> None:
        self.showing.clear()
        self._show_list()

    def _weeks_chosen(self, days: tuple[date, date] | None) -> None:
        first, last = days or (None, None)
        self.filters.choose_days(first, last)

    def _something_changed(self, what: object) -> None:
        if what in {"entries", "people"}:
            self.listing.take_change(is_seen=self.isVisible())

    # The chosen entry

    def _chosen(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if index.isValid() and self.isVisible():
            self.showing.later.start()

    def _show_chosen(self) -> None:
        if self.isVisible():
            self.showing.read()

    def _rows_came(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self.view.currentIndex().row() <= last.row() and self.isVisible():
            self.showing.later.start()
        self.left.say_month()

    def _row_clicked(self, index: QModelIndex) -> None:
        if self._narrow and self.left.chosen_count == 1:
            self._open_chosen(index)

    def _open_chosen(self, _index: QModelIndex) -> None:
        self._opened = True
        self._show_panes()
        first = self.detail.restore if self.filters.chosen.removed else self.detail.edit
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self) -> None:
        self._opened = False
        self._show_panes()

    def _back_to_list(self) -> None:
        self._show_list()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_panes(self) -> None:
        alone = self._narrow and self._opened
        self.left.setVisible(not alone)
        limited(self.detail, width=0 if alone else _MOST_DETAIL_PX)
        self.detail.back.setVisible(self._narrow)
        self.detail.setVisible(alone or (not self._narrow and self.left.current is not None))

    # What can be done with it

    def _write_new(self) -> None:
        self.desk.go("new_entry")

    def _finish(self) -> None:
        self.does.finish()
        self.detail.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _more_menu(self) -> None:
        self.does.open_menu_below(self.detail.more)

    def _entry_goes(self) -> None:
        self._opened = False

    def _choose_files(self) -> None:
        if self.left.current is not None and not self.filters.chosen.removed:
            self.desk.choose_files(self._add_files)

    def _add_files(self, paths: list[Path]) -> None:
        row = self.left.current
        if row is not None:
            self.adding.add(paths, row.id)

    def _files_kept(self, kept: Kept) -> None:
        if kept.entry is not None:
            self.listing.let_rows_stay()
            self.acts.files_added(kept.entry, kept.linked)
