"""Evidence: every kept file as a tile or a row, found by kind, words and days."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from logbook.domain.file_selection import EvidenceFilter
from logbook.domain.ids import EvidenceId
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks.name_days import days_named
from logbook.tasks.this_computer import now_here, zone_here
from logbook.ui.blur import KEY as BLUR_KEY
from logbook.ui.blur import blur
from logbook.ui.evidence_moves import EvidenceMoves
from logbook.ui.file_actions import FileActions
from logbook.ui.later import Later
from logbook.ui.models.evidence_reading import Around, read_around
from logbook.ui.on_key import on_key
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.style import px, spaced
from logbook.ui.widgets.adding_files import AddingFiles
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.checking_files import CheckingFiles
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.file_filter import GRID, FileFilterBar
from logbook.ui.widgets.file_foot import FileFoot
from logbook.ui.widgets.file_view import FileView
from logbook.ui.widgets.key_cap import keys_in_words
from logbook.ui.widgets.menu import Menu
from logbook.ui.widgets.surface import GivingColumn
from logbook.ui.widgets.tone import Tone

if TYPE_CHECKING:
    from logbook.domain.evidence import Evidence
    from logbook.domain.file_selection import FileCheckState
    from logbook.tasks.look_at_files import Kept
    from logbook.ui.desk import Desk
    from logbook.vault.vault import Vault

_SEARCH_AFTER_MS = 60
_NARROW_PX, _TIGHT_PX = 900, 640  # below the second the bar has room for icons alone
_KEYS = {"open": "Return", "remove": "Del"}
_WAY = "files shown as"  # a setting of the book
_MOVED = frozenset({"evidence", "entries", "messages"})


class EvidencePage(Page):
    """All files of the book, newest first."""

    page_id: ClassVar[str] = "evidence"
    help_id: ClassVar[str] = "evidence"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._wanted: list[EvidenceId] = []  # to be chosen once they are listed
        self._current: EvidenceId | None = None  # to come back to after a reload
        self._kept_at = 0
        self._words = ""
        self._checks: FileCheckState | None = None
        self._build_bar()
        self._build_list()
        self._build_work()
        column = QVBoxLayout(self)
        spaced(column, margins=(20, 0, 0, 0), gap=0)  # and the 8 beside the tiles
        column.addWidget(self.filters)
        column.addWidget(self._work)
        column.addWidget(self._stack, 1)
        self.foot = FileFoot()
        self.foot.pressed.connect(self._act)
        self.foot.cleared.connect(self.files.choose_none)
        self._later = Later(self, _SEARCH_AFTER_MS, self._search_now)
        desk.changed.connect(self._something_changed)
        blur().changed.connect(self._show_blur)

    @classmethod
    def nav(cls) -> NavItem | None:
        return NavItem("paperclip", translate("Rail", "Evidence"), 1, Section.RECORD)

    def title(self) -> str:
        return translate("Evidence", "Evidence")

    def search_hint(self) -> str:
        return translate("Evidence", "Name, word, date")

    def search(self, words: str) -> None:
        self._words = words
        self._later.start()

    def search_words(self) -> str:
        return self.filters.chosen.match

    def bar_actions(self) -> list[QWidget]:
        return [self._check_all]

    def primary(self) -> QWidget | None:
        return self._add

    def footer(self) -> QWidget | None:
        return self.foot

    def panes(self) -> list[QWidget]:
        return [self.filters, self._stack, self.foot]

    def focus_target(self) -> QWidget | None:
        here = self._stack.currentWidget()
        return here.button if isinstance(here, EmptyState) else self.files.here

    def on_show(self, **arguments: object) -> None:
        wanted = arguments.get("evidence")
        if isinstance(wanted, int):
            self._wanted = [EvidenceId(wanted)]
        self._show_blur()
        self._reload()

    def on_leave(self) -> None:
        self.files.forget_looks()

    def place(self) -> dict[str, object]:
        current = self.files.current()
        return {"evidence": int(current)} if current is not None else {}

    def half_done(self) -> EvidenceFilter | None:
        return self.filters.chosen if self.filters.chosen != EvidenceFilter() else None

    def go_on(self, half_done: object) -> None:
        if isinstance(half_done, EvidenceFilter):
            self._words = half_done.match
            self.filters.choose(half_done)

    def set_width(self, effective_px: int) -> None:
        self.filters.set_narrow(narrow=effective_px < _NARROW_PX)
        tight = effective_px < _TIGHT_PX
        self._check_all.setText("" if tight else self._check_all.accessibleName())
        self._check_all.updateGeometry()

    def take_files(self, untrusted_paths: list[Path]) -> bool:
        self.adding.add(untrusted_paths)
        return True

    def take_picture(self, picture: QImage) -> bool:
        self.adding.add_picture(picture)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()  # nothing may be asked of a book that is being closed
        self.files.rest()

    def _build_bar(self) -> None:
        self._check_all = Button(translate("Evidence", "Check all files"), icon="shield-check")
        self._check_all.setAccessibleName(self._check_all.text())
        what = translate(
            "Evidence", "Check all files: read each again and compare it with the day you added it"
        )
        self._check_all.setToolTip(what)
        self._check_all.setAccessibleDescription(
            translate("Evidence", "Read each again and compare it with the day you added it")
        )
        self._check_all.clicked.connect(self.check_all)
        self._add = Button(translate("Evidence", "Add files"), Variant.PRIMARY, icon="plus")
        self._add.setToolTip(translate("Evidence", "Add files (Ctrl+Shift+A)"))
        self._add.setAccessibleDescription(keys_in_words("Ctrl+Shift+A"))
        self._add.clicked.connect(self._choose_files)

    def _build_list(self) -> None:
        self.filters = FileFilterBar()
        self.filters.changed.connect(self._filter_changed)
        self.filters.blur_chosen.connect(self._keep_blur)
        self.filters.view_chosen.connect(self._keep_way)
        self.files = FileView(self.desk)
        self.files.opened.connect(self._open)
        self.files.chosen_changed.connect(self._chosen_changed)
        self.files.menu_asked.connect(self._show_menu)
        self.model = self.files.model
        self.model.loaded.connect(self._loaded)
        self.model.failed.connect(self._say_problem)
        way = self.desk.setting(_WAY, GRID)
        self.filters.ways.choose(way)
        self.files.show_as(way)
        self._empty = EmptyState(
            "paperclip",
            translate("Evidence", "No files yet"),
            translate("Evidence", "Drop a photo, screenshot or voicemail anywhere in this window."),
            translate("Evidence", "Add files"),
        )
        self._empty.pressed.connect(self._choose_files)
        self._nothing = EmptyState(
            "magnifying-glass",
            translate("Evidence", "No files match"),
            translate("Evidence", "Other words or fewer filters may find more."),
            translate("Evidence", "Clear filters"),
            button_icon="x",
        )
        self._nothing.pressed.connect(self._clear_filters)
        self._no_bin = EmptyState(
            "trash",
            translate("Evidence", "The bin is empty"),
            translate("Evidence", "Files that you take out stay here until you delete them."),
            translate("Evidence", "Back to the files"),
            button_icon="arrow-left",
        )
        self._no_bin.pressed.connect(self._clear_filters)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(px(90))
        for part in (self.files, self._empty, self._nothing, self._no_bin):
            self._stack.addWidget(part)
        on_key(self, QKeySequence.StandardKey.Delete, self._remove)
        on_key(self, "Ctrl+Shift+A", self._choose_files)

    def _build_work(self) -> None:
        """Build what stands above the files while something goes on, or is not as it should be."""
        self._moves = EvidenceMoves(self.desk)
        self._moves.come_back.connect(self._want)
        self._copies = FileActions(self.desk)
        self.adding = AddingFiles(self.desk)
        self.adding.kept.connect(self._files_kept)
        self.checking = CheckingFiles(self.desk)
        self.checking.ended.connect(self._check_ended)
        self._altered = Banner(tone=Tone.DANGER)
        show = self._altered.add_button(translate("Evidence", "Show what has changed"))
        show.clicked.connect(self.filters.choose_changed)
        self._altered.hide()
        column = QVBoxLayout()
        spaced(column, margins=(8, 0, 24, 0), gap=10)
        for part in (self._altered, self.adding, self.checking):
            column.addWidget(part)
        self._work = GivingColumn(column)

    # What is listed

    def _search_now(self) -> None:
        days = days_named(self._words, now=now_here(), zone=zone_here()) if self._words else None
        self.filters.choose_words(self._words, days)

    def _filter_changed(self) -> None:
        if not self.filters.chosen.match:
            self._empty_search_box()
        self._later.stop()
        self._current = None
        self._kept_at = 0
        self._say_checks()
        self.model.show(self.filters.chosen)

    def _clear_filters(self) -> None:
        self._words = ""
        self.filters.clear()
        self.filters.kinds.setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty_search_box(self) -> None:
        """The words of a filter that was cleared must not stay in the bar."""
        self._words = ""
        self.desk.forget_search()

    def _reload(self) -> None:
        """List again, and come back to the file that was current and those that were chosen."""
        self._kept_at = self.files.current_at()
        self._current = None if self._wanted else self.files.current()
        self._wanted = self._wanted or self.files.chosen()
        self.model.show(self.filters.chosen)
        self.desk.on_vault(read_around, then=self._show_around)

    def _show_around(self, around: Around) -> None:
        self.filters.set_counts(around.counts, around.checks.changed)
        self.filters.set_reported(around.reported, around.in_reports)
        self._checks = around.checks
        self._say_checks()
        self.foot.say_size(around.counts.size_bytes)
        self._check_all.setEnabled(bool(around.counts.all) and not self.checking.busy)
        self._altered.setVisible(bool(around.checks.changed))
        self._altered.say(
            translate(
                "Evidence",
                "This file has changed since you added it|"
                "%n files have changed since you added them",
                "",
                around.checks.changed,
            ),
            _changed_line(around.changed, around.checks.changed),
        )

    def _say_checks(self) -> None:
        if self._checks is not None:
            self.foot.say_check(self._checks, in_bin=self.filters.chosen.removed)

    def _loaded(self, total: int) -> None:
        instead = self._nothing if self.filters.is_on else self._empty
        chosen = self.filters.chosen
        if chosen.removed and not chosen.match and not chosen.media:
            instead = self._no_bin
        here = QApplication.focusWidget()
        had_focus = here is not None and self._stack.isAncestorOf(here)
        self._stack.setCurrentWidget(self.files if total else instead)
        self.filters.setVisible(bool(total) or self.filters.is_on)
        if self.filters.is_on:
            self.desk.announce(translate("Evidence", "%n file|%n files", "", total))
        wanted, self._wanted = self._wanted, []
        self.files.choose(wanted, self._current, self._kept_at)
        self._chosen_changed()
        self.files.here.fetch_pictures()
        if had_focus and (target := self.focus_target()) is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _something_changed(self, what: object) -> None:
        if what in _MOVED and self.isVisible():
            self._reload()

    def _say_problem(self, error: LogbookError) -> None:
        self.desk.say_problem(error, self._reload)

    # Looking

    def _show_blur(self) -> None:
        self.filters.show_blur(on=blur().on)
        self.files.set_blur(on=blur().on)

    def _keep_blur(self, on: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        self.desk.keep_setting(BLUR_KEY, on)

    def _keep_way(self, way: str) -> None:
        self.desk.keep_setting(_WAY, way)
        self.files.show_as(way)

    def _open(self, at: int) -> None:
        evidence = self.model.id_at(at)
        if evidence is not None:
            self.desk.go("viewer", evidence=int(evidence), among=self.model.ids())

    # What can be done

    def _chosen_changed(self) -> None:
        count = self.files.chosen_count()
        self.foot.show_chosen(count, in_bin=self.filters.chosen.removed)

    def _show_menu(self, where: QPoint) -> None:
        """Offer what the foot offers, where the person points."""
        menu = Menu(translate("Evidence", "Chosen files"), self)
        for action, picture, button in self.foot.offered():
            menu.add(picture, button.text(), partial(self._act, action), _KEYS.get(action, ""))
        menu.open_at(where)

    def _act(self, action: str) -> None:
        {
            "open": self._open_chosen,
            "write": self._write_entry,
            "add": self._add_to_entry,
            "save": self._save_copy,
            "check": self._check_chosen,
            "remove": self._remove,
            "restore": self._restore,
            "erase": self._erase,
        }[action]()

    def _open_chosen(self) -> None:
        for evidence in self.files.chosen()[:1]:
            self._open(self.model.place_of(evidence) or 0)

    def _write_entry(self) -> None:
        self.desk.go("new_entry", files=[int(one) for one in self.files.chosen()])

    def _add_to_entry(self) -> None:
        self._moves.add_to_entry(self.files.chosen())

    def _save_copy(self) -> None:
        chosen = self.files.chosen()
        if len(chosen) > 1:
            self._copies.ask_several(chosen)
        for evidence in chosen if len(chosen) == 1 else ():
            self.desk.on_vault(_get, evidence, then=self._copies.ask)

    def _remove(self) -> None:
        if not self.filters.chosen.removed:
            self._moves.remove(self.files.chosen_or_current())

    def _restore(self) -> None:
        self._moves.restore(self.files.chosen())

    def _erase(self) -> None:
        self._moves.ask_erase(self.files.chosen())

    def _want(self, files: list[EvidenceId]) -> None:
        self._wanted = list(files)

    def _choose_files(self) -> None:
        self.desk.choose_files(self.adding.add)

    def _files_kept(self, kept: Kept) -> None:
        words = translate("Evidence", "%n file added|%n files added", "", len(kept.files))
        self._wanted = [one.id for one, _ in kept.files]
        self._current = None
        self.filters.clear()  # what was just added must be in sight
        self.desk.toast(words)
        self.desk.changed.emit("evidence")

    # Checking

    def check_all(self) -> None:
        """Read every file again."""
        self._check(None)

    def _check_chosen(self) -> None:
        self._check(self.files.chosen())

    def _check(self, files: list[EvidenceId] | None) -> None:
        self._check_all.setEnabled(False)
        self.checking.check(files)

    def _check_ended(self) -> None:
        self._check_all.setEnabled(True)
        if self.isVisible():
            self._reload()


def _get(vault: Vault, evidence: EvidenceId) -> Evidence:
    return vault.evidence.get(evidence)


def _changed_line(names: tuple[str, ...], count: int) -> str:
    """Name the files that changed, or the first of them, and say what can help."""
    help_line = translate("Evidence", "A backup made before may still hold what you added.")
    named = ", ".join(names)
    if count > len(names):
        named = translate("Evidence", "{names} and more", names=named)
    return f"{named}\n{help_line}"
