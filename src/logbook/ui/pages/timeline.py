"""The timeline: every entry in order, found by words, people, kinds and days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from logbook.domain.entry import Kind
from logbook.domain.ids import EntryId
from logbook.domain.selection import EntryFilter, EntryRow
from logbook.i18n import translate
from logbook.tasks import keep_file, write_entry
from logbook.ui.models.entry_list import EntryListModel
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.style import look, px, spaced
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.chip import Chip, ChipFlow
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.entry_detail import EntryDetail, Shown
from logbook.ui.widgets.entry_row import GUTTER_PX, EntryRowDelegate
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.splitter import Splitter
from logbook.ui.widgets.surface import Line
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.week_strip import WeekStrip
from logbook.ui.words import long_day, month_and_year, short_day, time_in_row

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.vault import Vault

_SEARCH_AFTER_MS = 180
_DETAIL_PX = 412


class TimelinePage(Page):
    """The first page: what happened, newest first."""

    page_id: ClassVar[str] = "timeline"
    help_id: ClassVar[str] = "timeline"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._filter = EntryFilter(newest_first=True)
        self._wanted: EntryId | None = None
        self._narrow = False
        self._new = Button(translate("Timeline", "New entry"), Variant.PRIMARY, icon="plus")
        self._new.clicked.connect(self._write_new)
        self.model = EntryListModel(desk, row_sentence)
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(desk.say_problem)
        self._build_list()
        self._build_detail()
        self._split = Splitter()
        self._split.addWidget(self._left)
        self._split.addWidget(self.detail)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.setSizes([px(640), px(_DETAIL_PX)])
        self._split.splitterMoved.connect(self._keep_sizes)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addWidget(self._split)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SEARCH_AFTER_MS)
        self._later.timeout.connect(self._show_filter)
        desk.changed.connect(self._something_changed)

    @classmethod
    def nav(cls) -> NavItem | None:
        return NavItem("clock-counter-clockwise", translate("Rail", "Timeline"), 0, Section.RECORD)

    def title(self) -> str:
        return translate("Timeline", "Timeline")

    def search_hint(self) -> str:
        return translate("Timeline", "Search words, people, numbers")

    def search(self, words: str) -> None:
        self._filter = replace(self._filter, match=words.strip())
        self._later.start()

    def primary(self) -> QWidget | None:
        return self._new

    def panes(self) -> list[QWidget]:
        return [self.view, self.detail.edit]

    def focus_target(self) -> QWidget | None:
        return self.view

    def on_show(self, **arguments: object) -> None:
        wanted = arguments.get("entry")
        if isinstance(wanted, int):
            self._wanted = EntryId(wanted)
        sizes = self.desk.setting("timeline panes", None)
        if isinstance(sizes, list) and all(isinstance(one, int) and one > 0 for one in sizes):
            self._split.setSizes(sizes)
        self._show_filter()

    def place(self) -> dict[str, object]:
        row = self.model.row(self.view.currentIndex().row()) if self._has_choice() else None
        return {"entry": int(row.id)} if row is not None else {}

    def take_files(self, untrusted_paths: list[Path]) -> bool:
        del untrusted_paths
        return False  # dropped on the list: a new entry takes them

    def take_picture(self, picture: QImage) -> bool:
        del picture
        return False

    def set_width(self, effective_px: int) -> None:
        narrow = effective_px < 1100  # noqa: PLR2004 - the width class of the design
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_panes()

    def _build_list(self) -> None:
        self._filter_button = Button(translate("Timeline", "Filter"), icon="funnel-simple")
        self._filter_button.setCheckable(True)
        self._filter_button.toggled.connect(self._toggle_filters)
        self._chips = ChipFlow()
        self._clear = Button(translate("Timeline", "Clear"), Variant.LINK, size=Size.SMALL)
        self._clear.clicked.connect(self._clear_filter)
        self._count = Text("", "small", "text-2")
        head = QHBoxLayout()
        spaced(head, margins=(0, 16, 0, 6), gap=8)
        head.addWidget(self._filter_button)
        head.addWidget(self._chips, 1)
        head.addWidget(self._clear)
        head.addWidget(self._count)
        self._kinds = ChipFlow()
        self._kind_chips: dict[Kind, Chip] = {}
        for kind, icon in ICONS.items():
            chip = Chip(kind_name(kind), icon=icon, checkable=True)
            chip.clicked.connect(_ChooseKind(self, kind))
            self._kind_chips[kind] = chip
            self._kinds.add(chip)
        self._kinds.hide()
        self.strip = WeekStrip()
        self.strip.chosen.connect(self._weeks_chosen)
        self._month = Text("", "label", "text-2")
        self._month_count = Text("", "small", "text-3")
        month = QHBoxLayout()
        spaced(month, margins=(0, 4, 0, 0), gap=10)
        month.addWidget(self._month)
        month.addWidget(self._month_count)
        month.addWidget(Line(), 1)
        self.view = _Table(self.model)
        self.view.selectionModel().currentRowChanged.connect(self._chosen)
        self.view.activated.connect(self._open_chosen)
        self.view.verticalScrollBar().valueChanged.connect(self._say_month)
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
        self._nothing.pressed.connect(self._clear_filter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._nothing)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        spaced(column, margins=(28, 0, 20, 0), gap=4)
        self._head = QWidget()
        self._head.setLayout(head)
        self._month_bar = QWidget()
        self._month_bar.setLayout(month)
        for part in (self._head, self._kinds, self.strip, self._month_bar):
            column.addWidget(part)
        column.addWidget(self._stack, 1)

    def _build_detail(self) -> None:
        self.detail = EntryDetail()
        self.detail.setMinimumWidth(px(320))
        self.detail.edit_pressed.connect(self._edit)
        self.detail.add_files_pressed.connect(self._choose_files)
        self.detail.remove_pressed.connect(self._remove)
        self.detail.back_pressed.connect(self._show_list)
        self.detail.hide()
        for keys, act in (
            (QKeySequence("Ctrl+E"), self._edit),
            (QKeySequence(QKeySequence.StandardKey.Delete), self._remove),
            (QKeySequence("Ctrl+Shift+A"), self._choose_files),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _show_filter(self) -> None:
        self._later.stop()
        self.model.show(self._filter)
        everything = replace(self._filter, first_day=None, last_day=None)
        self.desk.on_vault(_days, everything, then=self._show_days)
        self._say_filter()

    def _show_days(self, days: list[tuple[str, int]]) -> None:
        self.strip.set_days(days)
        self.strip.mark(self._filter.first_day, self._filter.last_day)

    def _say_filter(self) -> None:
        self._chips.clear()
        chosen = self._filter
        if chosen.kind is not None:
            chip = Chip(kind_name(chosen.kind), icon=ICONS[chosen.kind], removable=True)
            chip.removed.connect(self._drop_kind)
            self._chips.add(chip)
        if chosen.first_day is not None and chosen.last_day is not None:
            words = f"{short_day(chosen.first_day)} – {short_day(chosen.last_day)}"
            chip = Chip(words, icon="calendar-check", removable=True)
            chip.removed.connect(self._drop_days)
            self._chips.add(chip)
        if chosen.match:
            chip = Chip(f"“{chosen.match}”", icon="magnifying-glass", removable=True)
            chip.removed.connect(self._drop_words)
            self._chips.add(chip)
        for kind, chip in self._kind_chips.items():
            chip.setChecked(kind is chosen.kind)
        self._clear.setVisible(self._is_filtered())

    def _is_filtered(self) -> bool:
        return self._filter != EntryFilter(newest_first=True)

    def _loaded(self, total: int) -> None:
        words = translate("Timeline", "%n entry, newest first|%n entries, newest first", "", total)
        self._count.setText(words if total else "")
        if self._is_filtered():
            self.desk.announce(translate("Timeline", "%n entry|%n entries", "", total))
        instead = self._nothing if self._is_filtered() else self._empty
        self._stack.setCurrentWidget(self.view if total else instead)
        self._month_bar.setVisible(bool(total))
        self._head.setVisible(bool(total) or self._is_filtered())
        if not total:
            self.detail.hide()
            return
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.model.place_of(wanted, self._choose)
        elif not self._narrow:
            self._choose(0)
        self._say_month()

    def _choose(self, at: int) -> None:
        index = self.model.index(at, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(
            index, flags.ClearAndSelect | flags.Rows | flags.Current
        )
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self._chosen(index)

    def _chosen(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        row = self.model.row(index.row()) if index.isValid() else None
        if row is not None:
            self.desk.on_vault(_read_shown, row.id, then=self._show_entry)

    def _show_entry(self, shown: Shown) -> None:
        current = self._current()
        if current is not None and current.id == shown.entry.id:
            self.detail.show_entry(shown)
            if not self._narrow:
                self.detail.show()

    def _open_chosen(self, _index: QModelIndex) -> None:
        self.detail.show()
        self._left.setVisible(not self._narrow)
        self.detail.back.setVisible(self._narrow)
        self.detail.edit.setFocus()

    def _show_list(self) -> None:
        self._left.show()
        self.detail.setVisible(not self._narrow)
        self.view.setFocus()

    def _show_panes(self) -> None:
        self._left.show()
        self.detail.back.setVisible(self._narrow)
        self.detail.setVisible(not self._narrow and self._has_choice())

    def _say_month(self) -> None:
        row = self.model.row(max(self.view.rowAt(px(8)), 0))
        if row is None:
            return
        if not row.start_local:
            self._month.setText(translate("Timeline", "Without a date"))
            return
        self._month.setText(month_and_year(date.fromisoformat(row.start_local[:10])))

    def _write_new(self) -> None:
        self.desk.go("new_entry")

    def _edit(self) -> None:
        row = self._current()
        if row is not None:
            self.desk.go("new_entry", entry=int(row.id))

    def _remove(self) -> None:
        row = self._current()
        if row is None:
            return
        entry = row.id

        def removed(_result: object) -> None:
            words = translate("Timeline", "Entry moved to the bin")
            self.desk.toast(words, lambda: self._put_back(entry))
            self.desk.changed.emit("entries")

        self.desk.on_vault(write_entry.remove_entry, entry, then=removed)

    def _put_back(self, entry: EntryId) -> None:
        self._wanted = entry
        self.desk.on_vault(
            write_entry.restore_entry, entry, then=lambda _: self.desk.changed.emit("entries")
        )

    def _choose_files(self) -> None:
        if self._has_choice():
            self.desk.choose_files(self._add_files)

    def _add_files(self, paths: list[Path]) -> None:
        row = self._current()
        if row is None:
            return
        entry = row.id
        for path in paths:
            self.desk.in_pool(
                keep_file.look_at_file, path, then=lambda looked: self._keep(entry, looked)
            )

    def _keep(self, entry: EntryId, looked: keep_file.LookedAt) -> None:
        def kept(_result: object) -> None:
            self._wanted = entry
            self.desk.toast(translate("Timeline", "The original is copied in and kept unchanged."))
            self.desk.changed.emit("entries")

        self.desk.on_vault(_keep_and_link, entry, looked, then=kept, long=True)

    def _something_changed(self, what: object) -> None:
        if what in {"entries", "people"} and self.isVisible():
            row = self._current()
            if self._wanted is None and row is not None:
                self._wanted = row.id
            self._show_filter()

    def _toggle_filters(self, shown: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        self._kinds.setVisible(shown)

    def choose_kind(self, kind: Kind) -> None:
        """Show one kind alone; the same again shows all."""
        chosen = None if self._filter.kind is kind else kind
        self._filter = replace(self._filter, kind=chosen)
        self._show_filter()

    def _weeks_chosen(self, days: tuple[date, date]) -> None:
        self._filter = replace(self._filter, first_day=days[0], last_day=days[1])
        self._show_filter()

    def _drop_kind(self) -> None:
        self._filter = replace(self._filter, kind=None)
        self._show_filter()

    def _drop_days(self) -> None:
        self._filter = replace(self._filter, first_day=None, last_day=None)
        self._show_filter()

    def _drop_words(self) -> None:
        self._filter = replace(self._filter, match="")
        self._show_filter()

    def _clear_filter(self) -> None:
        self._filter = EntryFilter(newest_first=True)
        self._show_filter()

    def _keep_sizes(self) -> None:
        self.desk.keep_setting("timeline panes", self._split.sizes())

    def _has_choice(self) -> bool:
        return self.view.currentIndex().isValid()

    def _current(self) -> EntryRow | None:
        return self.model.row(self.view.currentIndex().row()) if self._has_choice() else None


class _ChooseKind:
    """Remembers which kind a chip is for."""

    def __init__(self, page: TimelinePage, kind: Kind) -> None:
        self._page = page
        self._kind = kind

    def __call__(self) -> None:
        self._page.choose_kind(self._kind)


class _Table(QTableView):
    """One column of rows of one height: the only view that stays quick with 100,000 of them."""

    def __init__(self, model: EntryListModel) -> None:
        super().__init__()
        self.setModel(model)
        self._delegate = EntryRowDelegate()
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(translate("Timeline", "Entries"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.setMinimumWidth(px(GUTTER_PX * 4))
        self._measure_rows()
        look().changed.connect(self._measure_rows)

    def _measure_rows(self) -> None:
        header = self.verticalHeader()
        header.setMinimumSectionSize(self._delegate.row_px())
        header.setDefaultSectionSize(self._delegate.row_px())
        self.verticalScrollBar().setSingleStep(self._delegate.row_px() // 3)


def row_sentence(row: EntryRow) -> str:
    """Say a row in one sentence, for screen readers."""
    parts = []
    if row.start_local:
        parts.append(long_day(date.fromisoformat(row.start_local[:10])))
    parts += [time_in_row(row), row.title, kind_name(row.kind), ", ".join(row.people)]
    if row.evidence:
        parts.append(translate("Timeline", "%n file|%n files", "", row.evidence))
    return ". ".join(part for part in parts if part)


def _days(vault: Vault, chosen: EntryFilter) -> list[tuple[str, int]]:
    return vault.entries.days(chosen)


def _read_shown(vault: Vault, entry: EntryId) -> Shown:
    kept, versions = write_entry.show_entry(vault, entry)
    files = tuple(vault.evidence.get(one) for one in kept.what.evidence)
    pictures = ((int(one.id), vault.evidence.thumbnail(one.id)) for one in files)
    return Shown(
        entry=kept,
        versions=versions,
        people={int(person.id): person for person in vault.people.all()},
        files=tuple(one for one in files if not one.removed),
        pictures={one: data for one, data in pictures if data is not None},
    )


def _keep_and_link(vault: Vault, entry: EntryId, looked: keep_file.LookedAt) -> None:
    with vault.saving():
        kept = keep_file.keep_file(vault, looked)
        write_entry.link_evidence(vault, entry, [kept.id])
