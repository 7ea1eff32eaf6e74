"""Evidence: every kept file as a tile or a row, found by kind, words and days."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from logbook.domain.file_selection import EvidenceFilter
from logbook.domain.ids import EvidenceId
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks.name_days import days_named
from logbook.tasks.this_computer import now_here, zone_here
from logbook.ui.blur import KEY as BLUR_KEY
from logbook.ui.blur import blur
from logbook.ui.file_commands import FileCommands
from logbook.ui.later import Later
from logbook.ui.models.anew import Anew, read_anew
from logbook.ui.models.evidence_reading import Around, read_around
from logbook.ui.on_key import on_key
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.style import spaced
from logbook.ui.widgets.adding_files import AddingFiles
from logbook.ui.widgets.altered_files import AlteredFiles
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.checking_files import CheckingFiles
from logbook.ui.widgets.file_filter import GRID, FileFilterBar
from logbook.ui.widgets.file_foot import FileFoot
from logbook.ui.widgets.file_stack import FileStack
from logbook.ui.widgets.file_view import FileView
from logbook.ui.widgets.key_cap import keys_in_words
from logbook.ui.widgets.surface import GivingColumn
from logbook.ui.words import said_now

if TYPE_CHECKING:
    from logbook.domain.file_selection import FileCheckState
    from logbook.tasks.look_at_files import Kept
    from logbook.ui.desk import Desk

_SEARCH_AFTER_MS = 60
_NARROW_PX, _TIGHT_PX = 900, 640  # below the second the bar has room for icons alone
_WAY = "files shown as"  # a setting of the book
_MOVED = frozenset({"evidence", "entries", "messages"})


class EvidencePage(Page):
    """All files of the book, newest first."""

    page_id: ClassVar[str] = "evidence"
    help_id: ClassVar[str] = "evidence"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._wanted: list[EvidenceId] = []  # to be chosen once they are listed
        self._is_asked = False  # somebody asks for them; else they only come back
        self._current: EvidenceId | None = None  # to come back to after a reload
        self._kept_at = 0
        self._words = ""
        self._checks: FileCheckState | None = None
        self._around: Anew[Around] | None = None
        self._said_in: tuple[object, ...] = ()
        self._build_bar()
        self.filters = FileFilterBar()
        self.files = FileView(desk)
        self.model = self.files.model
        self.stack = FileStack(self.files)
        self.foot = FileFoot()
        self.does = FileCommands(desk, self.files, self.filters, self.foot)
        self.altered = AlteredFiles()
        self.adding = AddingFiles(desk)
        self.checking = CheckingFiles(desk)
        self._later = Later(self, _SEARCH_AFTER_MS, self._search_now)
        self._lay_out()
        self._connect_list()
        self._connect_work()
        way = desk.setting(_WAY, GRID)
        self.filters.ways.choose(way)
        self.files.show_as(way)

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
        return [self.filters, self.stack, self.foot]

    def focus_target(self) -> QWidget | None:
        return self.stack.focus_part

    def on_show(self, **arguments: object) -> None:
        wanted = arguments.get("evidence")
        if isinstance(wanted, int):
            self._wanted = [EvidenceId(wanted)]
        self._show_blur()
        self._is_asked = bool(self._wanted)
        self._keep_place()
        self.model.look_again(self.filters.chosen)
        self._read_around()

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

    def _lay_out(self) -> None:
        above = QVBoxLayout()
        spaced(above, margins=(8, 0, 24, 0), gap=10)
        for part in (self.altered, self.adding, self.checking):
            above.addWidget(part)
        column = QVBoxLayout(self)
        spaced(column, margins=(20, 0, 0, 0), gap=0)  # and the 8 beside the tiles
        column.addWidget(self.filters)
        column.addWidget(GivingColumn(above))
        column.addWidget(self.stack, 1)

    def _connect_list(self) -> None:
        self.filters.changed.connect(self._filter_changed)
        self.filters.blur_chosen.connect(self._keep_blur)
        self.filters.view_chosen.connect(self._keep_way)
        self.model.loaded.connect(self._loaded)
        self.model.stays.connect(self._stays)
        self.model.failed.connect(self._say_problem)
        self.files.opened.connect(self.does.open)
        self.files.chosen_changed.connect(self._chosen_changed)
        self.files.menu_asked.connect(self.does.open_menu_at)
        self.stack.add_pressed.connect(self._choose_files)
        self.stack.clear_pressed.connect(self._clear_filters)
        self.foot.pressed.connect(self.does.act)
        self.foot.cleared.connect(self.files.choose_none)
        on_key(self, QKeySequence.StandardKey.Delete, self.does.remove)
        on_key(self, "Ctrl+Shift+A", self._choose_files)

    def _connect_work(self) -> None:
        self.does.check_wanted.connect(self._check)
        self.does.moves.come_back.connect(self._want)
        self.adding.kept.connect(self._files_kept)
        self.checking.ended.connect(self._check_ended)
        self.altered.show_pressed.connect(self.filters.choose_changed)
        self.desk.changed.connect(self._something_changed)
        blur().changed.connect(self._show_blur)

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
        if self.isVisible():  # else they are another page's words by now
            self.desk.forget_search()

    def _reload(self) -> None:
        """List again, and come back to the file that was current and those that were chosen."""
        self._keep_place()
        self.model.show(self.filters.chosen)
        self._read_around()

    def _keep_place(self) -> None:
        self._kept_at = self.files.current_at()
        self._current = None if self._wanted else self.files.current()
        self._wanted = self._wanted or self.files.chosen()

    def _read_around(self) -> None:
        known = self._around.at if self._around is not None else None
        self.desk.on_vault(read_anew, known, read_around, drafts=True, then=self._around_read)

    def _around_read(self, anew: Anew[Around] | None) -> None:
        said = said_now()
        if anew is not None:
            self._around = anew
        elif said == self._said_in:
            return
        if self._around is not None:
            self._said_in = said
            self._show_around(self._around.found)

    def _show_around(self, around: Around) -> None:
        self.filters.set_counts(around.counts, around.checks.changed)
        self.filters.set_reported(around.reported, around.in_reports)
        self._checks = around.checks
        self._say_checks()
        self.foot.say_size(around.counts.size_bytes)
        self._offer_check()
        self.altered.say_files(around.changed, around.checks.changed)

    def _say_checks(self) -> None:
        if self._checks is not None:
            self.foot.say_check(self._checks, in_bin=self.filters.chosen.removed)

    def _loaded(self, total: int) -> None:
        here = QApplication.focusWidget()
        had_focus = here is not None and self.stack.isAncestorOf(here)
        chosen, is_filtered = self.filters.chosen, self.filters.is_on
        self.stack.show_total(total, chosen, is_filtered=is_filtered)
        self.filters.setVisible(bool(total) or self.filters.is_on)
        if self.filters.is_on:
            self.desk.announce(translate("Evidence", "%n file|%n files", "", total))
        wanted, self._wanted = self._wanted, []
        self.files.choose(wanted, self._current, self._kept_at)
        self._chosen_changed()
        self.files.here.fetch_pictures()
        if had_focus and (target := self.focus_target()) is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stays(self) -> None:
        """Go on with the files that are here: they are those of the book."""
        wanted, self._wanted = self._wanted, []
        if self._is_asked:
            self.files.choose(wanted, self._current, self._kept_at)
            self._chosen_changed()
        self.files.here.fetch_pictures()

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

    # What can be done

    def _chosen_changed(self) -> None:
        count = self.files.chosen_count()
        self.foot.show_chosen(count, in_bin=self.filters.chosen.removed)

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

    def _check(self, files: list[EvidenceId] | None) -> None:
        self._check_all.setEnabled(False)
        self.checking.check(files)

    def _offer_check(self) -> None:
        here = self._around is None or bool(self._around.found.counts.all)
        self._check_all.setEnabled(here and not self.checking.busy)

    def _check_ended(self) -> None:
        self._offer_check()
        if self.isVisible():
            self._reload()
