"""The timeline: every entry in order, found by words, people, kinds, marks and days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QModelIndex, Qt, SignalInstance
from PySide6.QtGui import QHideEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.domain.entry import title_of
from logbook.domain.ids import EntryId, PersonId
from logbook.domain.selection import EntryFilter, EntryRow
from logbook.errors import LogbookError
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
from logbook.ui.filter_keeping import FilterKeeping
from logbook.ui.kept_sizes import KeptSizes
from logbook.ui.later import Later
from logbook.ui.models.entry_list import EntryListModel
from logbook.ui.models.timeline_reading import (
    EVERYTHING,
    Around,
    Shown,
    read_around,
    read_shown,
)
from logbook.ui.on_key import on_key
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.style import limited, px, spaced
from logbook.ui.tongue import first_weekday
from logbook.ui.widgets.adding_files import AddingFiles
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.entry_detail import EntryDetail
from logbook.ui.widgets.entry_list_pane import EntryListPane
from logbook.ui.widgets.entry_row import row_sentence
from logbook.ui.widgets.splitter import Splitter

if TYPE_CHECKING:
    from logbook.domain.evidence import Evidence
    from logbook.tasks.look_at_files import Kept
    from logbook.ui.desk import Desk

_SEARCH_AFTER_MS = 60
_DETAIL_AFTER_MS = 30  # holding an arrow key must not read every entry on the way
_LIST_PX, _DETAIL_PX = 640, 412
_LIST_PART = 3  # of what a wide window has more; the detail gets one
_MOST_DETAIL_PX = 728  # 680 of words (DESIGN 6.3) and the room beside them
_NARROW_PX, _NO_STRIP_PX = 1100, 900
_MESSAGES_PAGE = "messages"


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
        self._wanted: EntryId | None = None
        self._kept_at = 0  # row and scroll place to come back to after a reload
        self._kept_scroll = 0
        self._rows_stay = False  # what changed last moved no row
        self._opened = False  # a narrow window shows list or detail
        self._narrow = False
        self._swept = False  # the bin was looked at since the book is open
        self._words = ""
        self._goes_on_at: EntryId | None = None  # in the place of a page that was cut to it
        self._shown: Shown | None = None
        self._new = Button(translate("Timeline", "New entry"), Variant.PRIMARY, icon="plus")
        self._new.clicked.connect(self._write_new)
        self.model = EntryListModel(desk, row_sentence)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self._say_problem)
        self.model.dataChanged.connect(self._rows_came)
        self._later = Later(self, _SEARCH_AFTER_MS, self._search_now)
        self._detail_later = Later(self, _DETAIL_AFTER_MS, self._read_detail)
        self.acts = EntryActions(desk)
        self.acts.comes_back.connect(self._want)
        self.acts.rows_stay.connect(self._let_rows_stay)
        self._build_list()
        self._build_detail()
        self._add_keys()
        self._split = Splitter(tones=("canvas", "surface"))
        self._split.addWidget(self._left)
        self._split.addWidget(self.detail)
        self._split.setStretchFactor(0, _LIST_PART)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([px(_LIST_PX), px(_DETAIL_PX)])
        self._sizes = KeptSizes(desk, self._split, "timeline panes")
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addWidget(self._split)
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
        return [self._left, self.detail]

    def focus_target(self) -> QWidget | None:
        return self.view if self.view.isVisible() else self._left.empty.button

    def on_show(self, **arguments: object) -> None:
        wanted = arguments.get("entry")
        if isinstance(wanted, int):
            self._wanted = EntryId(wanted)
            if self._wanted != self._goes_on_at:
                self._clear_for(self._wanted)
        self._goes_on_at = None
        person = arguments.get("person")
        if isinstance(person, int):
            self.filters.choose(replace(EVERYTHING, people=(PersonId(person),)))
        if not self._swept:
            self._swept = True
            self.desk.on_vault(change_entries.empty_old_bin)
        self._shown = None  # how days and times are written may have changed
        self._sizes.restore()
        self._show_list()
        self._reload()

    def place(self) -> dict[str, object]:
        row = self._current()
        return {"entry": int(row.id)} if row is not None else {}

    def half_done(self) -> Cut | None:
        row = self._current()
        cut = Cut(self.filters.chosen, None if row is None else row.id)
        return cut if cut.chosen != EVERYTHING else None

    def go_on(self, half_done: object) -> None:
        if isinstance(half_done, Cut):
            self._words = half_done.chosen.match
            self._goes_on_at = half_done.entry
            self.filters.take_over(half_done.chosen)

    def set_width(self, effective_px: int) -> None:
        self._narrow = effective_px < _NARROW_PX
        self._left.give_strip_room(shown=effective_px >= _NO_STRIP_PX)
        self._show_panes()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for timer in (self._later, self._detail_later):
            timer.stop()  # nothing may be asked of a book that is being closed

    # What the page is made of

    def _build_list(self) -> None:
        self._left = EntryListPane(self.model, with_report=self.desk.has_page(REPORT_PAGE))
        self.filters, self.strip, self.view = (
            self._left.filters,
            self._left.strip,
            self._left.view,
        )
        self._saved = FilterKeeping(self.desk, self.filters)
        self.does = EntryCommands(self.desk, self._left, self.acts)
        self.does.going.connect(self._entry_goes)
        self.filters.changed.connect(self._filter_changed)
        self.strip.chosen.connect(self._weeks_chosen)
        self._left.write_pressed.connect(self._write_new)
        self._left.count_said.connect(self._announce)
        self.view.selectionModel().currentRowChanged.connect(self._chosen)
        self.view.activated.connect(self._open_chosen)
        self.view.clicked.connect(self._row_clicked)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self.does.open_menu_at)
        choice = self._left.choice
        pairs: tuple[tuple[SignalInstance, Callable[[], object]], ...] = (
            (choice.remove_pressed, self.does.remove),
            (choice.star_pressed, self.does.turn_star),
            (choice.later_pressed, self.does.turn_later),
            (choice.report_pressed, self.does.put_into_report),
            (choice.person_pressed, self.does.ask_people),
            (choice.kind_pressed, self.does.ask_kind),
            (choice.restore_pressed, self.does.restore),
            (choice.erase_pressed, self.does.ask_erase),
        )
        for pressed, act in pairs:
            pressed.connect(act)

    def _build_detail(self) -> None:
        self.adding = AddingFiles(self.desk)
        self.adding.kept.connect(self._files_kept)
        self.detail = EntryDetail(self.adding)
        self.detail.setMinimumWidth(px(320))
        pairs: tuple[tuple[SignalInstance, Callable[..., object]], ...] = (
            (self.detail.edit_pressed, self.does.edit),
            (self.detail.add_files_pressed, self._choose_files),
            (self.detail.more_pressed, self._more_menu),
            (self.detail.restore_pressed, self.does.restore),
            (self.detail.erase_pressed, self.does.ask_erase),
            (self.detail.back_pressed, self._back_to_list),
            (self.detail.done_pressed, self._finish),
            (self.detail.history_pressed, self.does.show_history),
            (self.detail.messages_pressed, self._show_messages),
            (self.detail.file_pressed, self._open_file),
            (self.detail.files_dropped, self._add_files),
        )
        for pressed, act in pairs:
            pressed.connect(act)
        self.detail.hide()

    def _add_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+E", self.does.edit),
            ("Ctrl+Shift+A", self._choose_files),
            (STAR_KEY, self.does.turn_star),
            (LATER_KEY, self.does.turn_later),
            (HISTORY_KEY, self.does.show_history),
        )
        for key, act in keys:
            on_key(self, key, act)
        for pane in (self.view, self.detail):  # elsewhere Delete takes a chip away, or nothing
            on_key(pane, QKeySequence.StandardKey.Delete, self.does.remove)

    # What is listed

    def _search_now(self) -> None:
        self.filters.choose_words(self._words)

    def _clear_for(self, entry: EntryId) -> None:
        """Show everything where the list would not hold an entry that is asked for."""
        row = self._current()
        if (row is None or row.id != entry) and self.filters.is_on:
            self.filters.clear()

    def _filter_changed(self) -> None:
        if not self.filters.chosen.match:
            self._empty_search_box()
        self._later.stop()
        self._reload(kept_at=0)

    def _empty_search_box(self) -> None:
        """The words of a filter that was cleared must not stay in the bar."""
        if self._words:
            self._words = ""
            self.desk.forget_search()

    def _reload(self, kept_at: int | None = None) -> None:
        """List again, and come back to the row that was chosen."""
        row = self._current()
        if self._wanted is None and row is not None:
            self._wanted = row.id
        at = max(self.view.currentIndex().row(), 0) if kept_at is None else kept_at
        self._kept_at = at
        self._kept_scroll = self.view.verticalScrollBar().value() if kept_at is None else 0
        self.model.show(self.filters.chosen)
        self._read_around()

    def _read_around(self) -> None:
        self.desk.on_vault(
            read_around, self.filters.chosen, first_weekday(), then=self._show_around
        )

    def _show_around(self, around: Around) -> None:
        self._left.show_around(around)

    def _loaded(self, total: int) -> None:
        self._left.show_total(total)
        if not total:
            self._wanted = None
            self._opened = False
            self._shown = None
            self.detail.clear()
            self._show_panes()
            return
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            self.view.choose(0)
        else:
            self.model.place_of(wanted, self._choose_again)

    def _choose_again(self, at: int | None) -> None:
        """Choose the wanted row; where it is gone, the one that took its place."""
        last = self.model.rowCount() - 1
        if last >= 0:
            self.view.verticalScrollBar().setValue(self._kept_scroll)
            self.view.choose(min(self._kept_at, last) if at is None else at)

    def _weeks_chosen(self, days: tuple[date, date] | None) -> None:
        first, last = days or (None, None)
        self.filters.choose_days(first, last)

    def _let_rows_stay(self) -> None:
        self._rows_stay = True

    def _something_changed(self, what: object) -> None:
        if what not in {"entries", "people"}:
            return
        stay, self._rows_stay = self._rows_stay and not self.filters.is_on, False
        if not self.isVisible():
            return
        if stay:
            self.model.refresh()
            self._read_around()
        else:
            self._reload()

    def _say_problem(self, error: LogbookError) -> None:
        self.desk.say_problem(error, self._reload)

    def _announce(self, words: str) -> None:
        self.desk.announce(words)

    # The chosen entry

    def _current(self) -> EntryRow | None:
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def _chosen(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if index.isValid() and self.isVisible():
            self._detail_later.start()

    def _rows_came(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self.view.currentIndex().row() <= last.row() and self.isVisible():
            self._detail_later.start()
        self._left.say_month()

    def _read_detail(self) -> None:
        row = self._current()
        if row is not None:
            self.desk.on_vault(
                read_shown, row.id, then=self._show_entry, failed=self._detail_failed
            )

    def _show_entry(self, shown: Shown) -> None:
        row = self._current()
        if row is not None and row.id == shown.entry.id and shown != self._shown:
            self._shown = shown
            self.detail.show_entry(shown)
        self._show_panes()

    def _detail_failed(self, error: LogbookError) -> None:
        self._shown = None
        self.detail.show_problem(error)
        self._show_panes()
        self.desk.announce(translate("Timeline", "This entry could not be opened"), urgent=True)

    def _row_clicked(self, index: QModelIndex) -> None:
        if self._narrow and self._left.chosen_count == 1:
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
        self._left.setVisible(not alone)
        limited(self.detail, width=0 if alone else _MOST_DETAIL_PX)
        self.detail.back.setVisible(self._narrow)
        self.detail.setVisible(alone or (not self._narrow and self._current() is not None))

    # What can be done with it

    def _write_new(self) -> None:
        self.desk.go("new_entry")

    def _finish(self) -> None:
        self.does.finish()
        self.detail.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_file(self, kept: Evidence) -> None:
        shown = self._shown
        if shown is not None:
            among = [int(one.id) for one in shown.files]
            heading = title_of(shown.entry.what)
            self.desk.go("viewer", evidence=int(kept.id), among=among, heading=heading)

    def _show_messages(self) -> None:
        shown = self._shown
        if shown is not None and shown.messages and self.desk.has_page(_MESSAGES_PAGE):
            linked = [int(one) for one in shown.entry.what.messages]
            self.desk.go(_MESSAGES_PAGE, message=int(shown.messages[0].id), linked=linked)

    def _more_menu(self) -> None:
        self.does.open_menu_below(self.detail.more)

    def _entry_goes(self) -> None:
        self._opened = False

    def _want(self, entry: EntryId) -> None:
        self._wanted = entry

    def _choose_files(self) -> None:
        if self._current() is not None and not self.filters.chosen.removed:
            self.desk.choose_files(self._add_files)

    def _add_files(self, paths: list[Path]) -> None:
        row = self._current()
        if row is not None:
            self.adding.add(paths, row.id)

    def _files_kept(self, kept: Kept) -> None:
        if kept.entry is not None:
            self._let_rows_stay()
            self.acts.files_added(kept.entry, kept.linked)
