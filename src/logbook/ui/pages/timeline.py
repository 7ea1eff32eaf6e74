"""The timeline: every entry in order, found by words, people, kinds and days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from logbook.domain.evidence import Evidence
from logbook.domain.ids import EntryId
from logbook.domain.selection import EntryFilter, EntryRow
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.ui.entry_actions import EntryActions
from logbook.ui.models.entry_list import EntryListModel
from logbook.ui.models.timeline_reading import Around, Shown, read_around, read_shown
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.style import px, spaced
from logbook.ui.widgets.adding_files import AddingFiles
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.entry_detail import EntryDetail
from logbook.ui.widgets.entry_filter import EntryFilterBar
from logbook.ui.widgets.entry_list_view import EntryListView
from logbook.ui.widgets.entry_row import row_sentence
from logbook.ui.widgets.month_bar import MonthBar
from logbook.ui.widgets.splitter import Splitter
from logbook.ui.widgets.top_bar import TopBar
from logbook.ui.widgets.week_strip import WeekStrip
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.tasks.look_at_files import Kept
    from logbook.ui.desk import Desk

_SEARCH_AFTER_MS = 60
_DETAIL_AFTER_MS = 30  # holding an arrow key must not read every entry on the way
_LIST_PX, _DETAIL_PX = 640, 412
_LEAST_LIST_PX = 110
_NARROW_PX, _NO_STRIP_PX = 1100, 900


class TimelinePage(Page):
    """The first page: what happened, newest first."""

    page_id: ClassVar[str] = "timeline"
    help_id: ClassVar[str] = "timeline"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._wanted: EntryId | None = None
        self._kept_at = 0  # row and scroll place to come back to after a reload
        self._kept_scroll = 0
        self._opened = False  # a narrow window shows list or detail
        self._narrow = False
        self._sized = False
        self._around = Around([], 0, [])
        self._new = Button(translate("Timeline", "New entry"), Variant.PRIMARY, icon="plus")
        self._new.clicked.connect(self._write_new)
        self.model = EntryListModel(desk, row_sentence)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self._say_problem)
        self.model.dataChanged.connect(self._rows_came)
        self._later = _after(self, _SEARCH_AFTER_MS, self._search_now)
        self._detail_later = _after(self, _DETAIL_AFTER_MS, self._read_detail)
        self._build_list()
        self._build_detail()
        self._split = Splitter()
        self._split.addWidget(self._left)
        self._split.addWidget(self.detail)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.setSizes([px(_LIST_PX), px(_DETAIL_PX)])
        self._split.splitterMoved.connect(self._keep_sizes)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addWidget(self._split)
        self._words = ""
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

    def primary(self) -> QWidget | None:
        return self._new

    def panes(self) -> list[QWidget]:
        return [self._left, self.detail]

    def focus_target(self) -> QWidget | None:
        return self.view if self.view.isVisible() else self._empty.button

    def on_show(self, **arguments: object) -> None:
        wanted = arguments.get("entry")
        if isinstance(wanted, int):
            self._wanted = EntryId(wanted)
        self._restore_sizes()
        self._show_list()
        self._reload()

    def place(self) -> dict[str, object]:
        row = self._current()
        return {"entry": int(row.id)} if row is not None else {}

    def set_width(self, effective_px: int) -> None:
        self._narrow = effective_px < _NARROW_PX
        self.strip.give_room(shown=effective_px >= _NO_STRIP_PX)
        self._show_panes()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for timer in (self._later, self._detail_later):
            timer.stop()  # nothing may be asked of a book that is being closed

    def _build_list(self) -> None:
        self.filters = EntryFilterBar()
        self.filters.changed.connect(self._filter_changed)
        self.strip = WeekStrip()
        self.strip.chosen.connect(self._weeks_chosen)
        self._month_bar = MonthBar()
        self.view = EntryListView(self.model)
        self.view.selectionModel().currentRowChanged.connect(self._chosen)
        self.view.activated.connect(self._open_chosen)
        self.view.clicked.connect(self._row_clicked)
        self.view.verticalScrollBar().valueChanged.connect(self._say_month)
        self._build_instead()
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        spaced(column, margins=(28, 0, 16, 0), gap=4)
        for part in (self.filters, self.strip, self._month_bar):
            column.addWidget(part)
        column.addWidget(self._stack, 1)

    def _build_instead(self) -> None:
        """Build what stands where the list would be when it is empty."""
        self._empty = EmptyState(
            "clock-counter-clockwise",
            translate("Timeline", "Nothing written yet"),
            translate("Timeline", "The first entry can be one sentence."),
            translate("Timeline", "New entry"),
        )
        self._empty.pressed.connect(self._write_new)
        self._nothing = EmptyState(
            "magnifying-glass",
            translate("Timeline", "No entries match"),
            translate("Timeline", "Other words or fewer filters may find more."),
            translate("Timeline", "Clear filters"),
            button_icon="x",
        )
        self._nothing.pressed.connect(self.filters.clear)
        self._no_bin = EmptyState(
            "trash",
            translate("Timeline", "The bin is empty"),
            translate("Timeline", "Entries that you take out stay here until you delete them."),
            translate("Timeline", "Back to the entries"),
            button_icon="arrow-left",
        )
        self._no_bin.pressed.connect(self.filters.clear)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(px(_LEAST_LIST_PX))  # what stands instead may not push
        for part in (self.view, self._empty, self._nothing, self._no_bin):
            self._stack.addWidget(part)

    def _build_detail(self) -> None:
        self._moves = EntryActions(self.desk)
        self._moves.comes_back.connect(self._want)
        self.adding = AddingFiles(self.desk)
        self.adding.kept.connect(self._files_kept)
        self.adding.failed.connect(self._say_problem)
        self.detail = EntryDetail(self.adding)
        self.detail.setMinimumWidth(px(320))
        self.detail.edit_pressed.connect(self._edit)
        self.detail.add_files_pressed.connect(self._choose_files)
        self.detail.remove_pressed.connect(self._remove)
        self.detail.restore_pressed.connect(self._restore)
        self.detail.erase_pressed.connect(self._ask_erase)
        self.detail.back_pressed.connect(self._back_to_list)
        self.detail.file_pressed.connect(self._look_at)
        self.detail.hide()
        for keys, act in (
            (QKeySequence("Ctrl+E"), self._edit),
            (QKeySequence(QKeySequence.StandardKey.Delete), self._remove),
            (QKeySequence("Ctrl+Shift+A"), self._choose_files),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # What is listed

    def _search_now(self) -> None:
        self.filters.choose_words(self._words)

    def _filter_changed(self) -> None:
        if not self.filters.chosen.match:
            self._empty_search_box()
        self._later.stop()
        self._reload(kept_at=0)

    def _empty_search_box(self) -> None:
        """The words of a filter that was cleared must not stay in the bar."""
        bar = getattr(self.desk.window(), "bar", None)
        if self._words and isinstance(bar, TopBar):
            self._words = ""
            bar.search.forget()

    def _reload(self, kept_at: int | None = None) -> None:
        """List again, and come back to the row that was chosen."""
        row = self._current()
        if self._wanted is None and row is not None:
            self._wanted = row.id
        at = max(self.view.currentIndex().row(), 0) if kept_at is None else kept_at
        self._kept_at = at
        self._kept_scroll = self.view.verticalScrollBar().value() if kept_at is None else 0
        self.model.show(self.filters.chosen)
        self.desk.on_vault(read_around, self.filters.chosen, then=self._show_around)

    def _show_around(self, around: Around) -> None:
        self._around = around
        self.strip.set_days(around.days)
        self.strip.mark(self.filters.chosen.first_day, self.filters.chosen.last_day)
        self.filters.set_people(around.people)
        self._say_count()
        self._say_month()

    def _loaded(self, total: int) -> None:
        chosen = self.filters.chosen
        instead = self._nothing if self.filters.is_on else self._empty
        if chosen.removed and chosen == EntryFilter(newest_first=True, removed=True):
            instead = self._no_bin
        self._stack.setCurrentWidget(self.view if total else instead)
        self._month_bar.setVisible(bool(total))
        self.filters.setVisible(bool(total) or self.filters.is_on)
        if self.filters.is_on:
            self.desk.announce(translate("Timeline", "%n entry|%n entries", "", total))
        self._say_count()
        if not total:
            self._wanted = None
            self._opened = False
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

    def _say_count(self) -> None:
        total = self.model.rowCount()
        if self.filters.is_on and not self.filters.chosen.removed:
            words = translate(
                "Timeline",
                "{count} of %n entry, newest first|{count} of %n entries, newest first",
                "",
                self._around.all,
                count=locale().toString(total),
            )
        else:
            words = translate(
                "Timeline", "%n entry, newest first|%n entries, newest first", "", total
            )
        self.filters.say_count(words)

    def _say_month(self) -> None:
        row = self.model.row(self.view.first_visible())
        if row is not None:
            self._month_bar.say_month(row, self._around.days)

    def _weeks_chosen(self, days: tuple[date, date] | None) -> None:
        first, last = days or (None, None)
        self.filters.choose_days(first, last)

    def _something_changed(self, what: object) -> None:
        if what in {"entries", "people"} and self.isVisible():
            self._reload()

    def _say_problem(self, error: LogbookError) -> None:
        self.desk.say_problem(error, self._reload)

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
        self._say_month()

    def _read_detail(self) -> None:
        row = self._current()
        if row is not None:
            self.desk.on_vault(
                read_shown, row.id, then=self._show_entry, failed=self._detail_failed
            )

    def _show_entry(self, shown: Shown) -> None:
        row = self._current()
        if row is not None and row.id == shown.entry.id:
            self.detail.show_entry(shown)
            self._show_panes()

    def _detail_failed(self, error: LogbookError) -> None:
        self.detail.show_problem(error)
        self._show_panes()
        self.desk.announce(translate("Timeline", "This entry could not be opened"), urgent=True)

    def _row_clicked(self, index: QModelIndex) -> None:
        if self._narrow:
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
        self.detail.back.setVisible(self._narrow)
        self.detail.setVisible(alone or (not self._narrow and self._current() is not None))

    def _restore_sizes(self) -> None:
        sizes = self.desk.setting("timeline panes", None)
        fits = isinstance(sizes, list) and all(isinstance(one, int) and one > 0 for one in sizes)
        if fits and not self._sized:
            self._split.setSizes(sizes)
        self._sized = True

    def _keep_sizes(self) -> None:
        self.desk.keep_setting("timeline panes", self._split.sizes())

    # What can be done with it

    def _write_new(self) -> None:
        self.desk.go("new_entry")

    def _edit(self) -> None:
        row = self._current()
        if row is not None and not self.filters.chosen.removed:
            self.desk.go("new_entry", entry=int(row.id))

    def _remove(self) -> None:
        row = self._current()
        if row is not None and not self.filters.chosen.removed:
            self._opened = False
            self._moves.remove(row.id)

    def _restore(self) -> None:
        row = self._current()
        if row is not None:
            self._opened = False
            self._moves.restore(row.id)

    def _ask_erase(self) -> None:
        row = self._current()
        if row is not None:
            self._moves.ask_erase(row.id)

    def _want(self, entry: EntryId) -> None:
        self._wanted = entry

    def _look_at(self, kept: Evidence) -> None:
        among = [int(one.id) for one in self.detail.files]
        heading = self.detail.heading
        self.desk.go("viewer", evidence=int(kept.id), among=among, heading=heading)

    def _choose_files(self) -> None:
        if self._current() is not None and not self.filters.chosen.removed:
            self.desk.choose_files(self._add_files)

    def _add_files(self, paths: list[Path]) -> None:
        row = self._current()
        if row is not None:
            self.adding.add(paths, row.id)

    def _files_kept(self, kept: Kept) -> None:
        words = translate(
            "Timeline",
            "%n file added. The original is kept unchanged.|"
            "%n files added. The originals are kept unchanged.",
            "",
            len(kept.files),
        )
        self.desk.toast(words)
        self.desk.changed.emit("entries")


def _after(page: QWidget, wait_ms: int, act: Callable[[], object]) -> QTimer:
    timer = QTimer(page)
    timer.setSingleShot(True)
    timer.setInterval(wait_ms)
    timer.timeout.connect(act)
    return timer
