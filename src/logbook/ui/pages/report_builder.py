"""The report builder: choices on the left, the report itself on the right, made after each one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.errors import HiddenNameInReport, LogbookError
from logbook.i18n import translate
from logbook.tasks import report_drafts
from logbook.ui.failures import words_for
from logbook.ui.later import Later
from logbook.ui.models import saved_filters
from logbook.ui.models.report_draft import ReportDraft, new_draft, read_draft, usual_choices
from logbook.ui.models.report_preview import ReportPreview
from logbook.ui.page import Page
from logbook.ui.report_names import ReportNames, read_known
from logbook.ui.report_printing import ReportPrinting
from logbook.ui.report_saving import ReportSaving
from logbook.ui.style import spaced
from logbook.ui.widgets.button import Button, IconButton, Variant
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.entry_picker import EntryPicker
from logbook.ui.widgets.report_choices import Known, ReportChoices
from logbook.ui.widgets.report_forms import CoverForm
from logbook.ui.widgets.report_look_form import usual_paper, usual_profile, with_paper
from logbook.ui.widgets.report_panes import ReportFoot, ReportPanes
from logbook.ui.widgets.report_view import ReportView
from logbook.ui.words import clock

if TYPE_CHECKING:
    from logbook.export.checks import Check
    from logbook.export.results import SectionPages, Shown
    from logbook.ui.desk import Desk
    from logbook.vault.drafts import Draft

_SIDE_PX, _LEAST_PX = 372, 150
_FILTERS = "timeline filters"  # the setting where the timeline keeps them
_LAST = "report"  # the setting with what the last report said
_PAPER = "report_paper"  # the setting with what new ones are printed on
_KEEP_AFTER_MS = 2_000
_SMALL_PAGES_PX = 1_000  # effective width from which the small pages have room
_BOTH_PX = 800  # and from which choices and preview stand side by side


class ReportBuilderPage(Page):
    """One draft of a report. It is kept two seconds after the last change, and on leaving."""

    page_id: ClassVar[str] = "report_builder"
    help_id: ClassVar[str] = "reports"
    rail_page: ClassVar[str] = "reports"
    has_back: ClassVar[bool] = True
    panes_wanted: ClassVar[int] = 3
    heavy: ClassVar[Mapping[type[QWidget], bool]] = {ReportChoices: False}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._key = ""
        self._new: ReportDraft | None = None  # as it began, while nothing was changed
        self._kept: ReportDraft | None = None
        self._kept_at = ""
        self._picker: EntryPicker | None = None  # few pick by hand
        self._wanted_page = 0  # to go back to after unlocking, from 0
        self._wanted_section = ""  # the same
        self._shown: Shown | None = None
        self.choices = self.part(ReportChoices)
        self.choices.edited.connect(self._edited)
        self.choices.section_chosen.connect(self.go_to_section)
        self.choices.looks.look.connect(self._look)
        self.names = ReportNames(desk, self.choices, lambda: self.view.stage.pages, self)
        self.names.known.connect(self._show_known)
        self._build_right(desk)
        self.preview = ReportPreview(desk, self)
        self.preview.started.connect(self._started)
        self.preview.progressed.connect(self.view.show_making)
        self.preview.made.connect(self._made)
        self.preview.failed.connect(self._failed)
        self.preview.ended.connect(self.view.rest)
        self.saving = ReportSaving(desk, self)
        self.saving.print_pressed.connect(self.print_report)
        self.printing = ReportPrinting(desk, self)
        self.printing.started.connect(self.saving.watch)
        self.printing.failed.connect(self.saving.say_failure)
        self._save = Button(translate("Report", "Save as PDF"), Variant.PRIMARY, icon="file-pdf")
        self._save.clicked.connect(self._save_pressed)
        self._save.setEnabled(False)
        self._print = self._build_print()
        self._footer = ReportFoot()
        self.panes_shown = ReportPanes((self.saving.news, self.choices), self.view)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addWidget(self.panes_shown)
        self._later = Later(self, _KEEP_AFTER_MS, self.keep_draft)
        desk.changed.connect(self._something_changed)

    # What the shell asks

    def title(self) -> str:
        return self.choices.draft.shown_name

    def subtitle(self) -> str:
        kept = translate("Report", "draft kept {time}", time=self._kept_at) if self._kept_at else ""
        return ", ".join(part for part in (self.choices.draft.case, kept) if part)

    def bar_actions(self) -> list[QWidget]:
        return [self._print]

    def primary(self) -> QWidget | None:
        return self._save

    def footer(self) -> QWidget | None:
        return self._footer

    def panes(self) -> list[QWidget]:
        return [self.panes_shown.side, self.panes_shown.right]

    def focus_target(self) -> QWidget | None:
        return self.choices.sections

    def on_show(self, **arguments: object) -> None:
        """Open the draft `key` at a `page`; without one a new one, perhaps of some `entries`."""
        key, entries = arguments.get("key"), arguments.get("entries")
        page = arguments.get("page")
        begins = bool(arguments.get("new")) or isinstance(entries, list)
        goes_on = bool(self._key) and key in (None, "", self._key) and not begins
        if isinstance(page, int):
            self._wanted_page = page
        elif not goes_on:
            self._wanted_page = 0
        section = arguments.get("section", "")
        self._wanted_section = section if isinstance(section, str) else ""
        if "size" in arguments:
            self.view.show_sized(arguments["size"])
        if goes_on:
            self._reload()
        elif isinstance(key, str) and key:
            self._open(key)
        else:
            given = entries if isinstance(entries, list) else []
            self._begin(tuple(one for one in given if isinstance(one, int)))

    def on_leave(self) -> None:
        self.preview.stop()
        self._wanted_page = self.view.stage.current
        self._let_go()
        if self._new is not None and replace(self.choices.draft, made=0) == self._new:
            self.desk.on_vault(report_drafts.drop_report, self._key, keep=True)  # nothing was said
            self._key, self._new = "", None
            return
        self.keep_draft()

    def keep_draft(self) -> None:
        """Keep the choices as they are now."""
        self._later.stop()
        draft = self.choices.draft
        if self._key and draft != self._kept:
            self._kept = draft
            self.desk.keep_setting(_LAST, usual_choices(draft))
            self.desk.on_vault(
                report_drafts.keep_report,
                self._key,
                draft.to_json(),
                then=self._say_kept,
                keep=True,
            )

    def place(self) -> dict[str, object]:
        if not self._key:
            return {}
        page = self._wanted_page or self.view.stage.current
        place: dict[str, object] = {
            "key": self._key,
            "page": page,
            "size": list(self.view.sizing()),
        }
        section = self.choices.chosen or self._wanted_section
        return {**place, "section": section} if section else place

    def set_width(self, effective_px: int) -> None:
        """Leave the small pages out, then show one side at a time, as the room gets less."""
        self.view.set_small_pages(shown=effective_px >= _SMALL_PAGES_PX)
        self._footer.set_note(shown=effective_px >= _SMALL_PAGES_PX)
        self.panes_shown.show_both(both=effective_px >= _BOTH_PX)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # else the window is only made small
            self.preview.stop()

    # The draft

    def _begin(self, picked: tuple[int, ...]) -> None:
        draft = new_draft(usual_profile(), self.desk.setting(_LAST, None), usual_paper())
        draft = with_paper(draft, str(self.desk.setting(_PAPER, "")))
        if picked:
            draft = replace(draft, entries="picked", picked=picked)
        self.keep_draft()
        self._key = ""
        self.desk.on_vault(
            report_drafts.new_report,
            draft.to_json(),
            then=lambda key: self._open(key, begun=None if picked else draft),
            keep=True,
        )

    def _open(self, key: str, *, begun: ReportDraft | None = None) -> None:
        self.keep_draft()
        self._key, self._new = key, begun
        self.panes_shown.right.setCurrentWidget(self.view)
        self._kept, self._kept_at = None, ""
        self._let_go()
        self.choices.begin()
        self.saving.clear()
        show = partial(self._show_draft, key)
        self.desk.on_vault(report_drafts.read_report, key, then=show)
        self.desk.on_vault(read_known, then=self._show_known)

    def _let_go(self) -> None:
        """Keep nothing of the pages in memory."""
        self._shown = None
        self.view.clear()
        self._allow(made=False)

    def _show_draft(self, key: str, draft: Draft | None) -> None:
        if key != self._key:
            return  # another one was asked for since
        found = read_draft(draft.data) if draft is not None else None
        if found is None or draft is None:
            self.desk.go("reports")
            return
        self._kept = found
        self._say_kept(draft.saved_at)
        self.choices.fill(found)
        self.choices.choose_section(self._wanted_section)
        self._wanted_section = ""
        self.preview.ask(found.to_request(), at_once=True)
        self.bar_changed.emit()

    def _show_known(self, known: Known) -> None:
        kept = self.desk.setting(_FILTERS, [])
        self.choices.show_known(known, saved_filters.from_setting(kept))

    def _say_kept(self, when: datetime) -> None:
        self._kept_at = clock(when.astimezone())
        self.bar_changed.emit()

    def _edited(self) -> None:
        self._later.start()
        self.preview.ask(self.choices.draft.to_request())
        self.saving.clear()
        self.bar_changed.emit()

    def _reload(self) -> None:
        if self._key:
            self.desk.on_vault(read_known, then=self._show_known)
            self.preview.ask(self.choices.draft.to_request(), at_once=True)

    def _something_changed(self, what: object) -> None:
        if what != "reports" and self.isVisible():
            self._reload()

    # The preview

    def _started(self) -> None:
        self.view.show_making(0, 0)

    def _made(self, shown: Shown) -> None:
        before = self._shown.pages if self._shown is not None else 0
        self._shown = shown
        self.view.show_report(shown)
        if self._wanted_page:
            self.view.stage.go_to(min(self._wanted_page, shown.pages - 1))
            self._wanted_page = 0
        self.choices.show_report(shown)
        self._later.start()  # the draft says how much went in
        self._allow(made=True)
        self._footer.say_size(len(shown.data))
        if shown.pages != before:
            self.desk.announce(translate("Report", "%n page|%n pages", "", shown.pages))

    def _failed(self, error: LogbookError) -> None:
        self._shown = None
        self._allow(made=False)
        self.choices.looks.say(())
        self.choices.total.setText("")
        words = words_for(error)
        line = " ".join(part for part in (words.what, words.do) if part)
        can_leave_out = isinstance(error, HiddenNameInReport) and error.can_be_left_out
        help_words = translate("Report", "Leave these out") if can_leave_out else ""
        self.view.say_trouble(words.title, line, help_words)
        self.desk.announce(words.title, urgent=True)

    def _leave_out_named(self) -> None:
        self.choices.change(replace(self.choices.draft, leave_out_named=True))

    def go_to_section(self, name: str) -> None:
        """Show the first page of a section, where it has one."""
        found = next((one for one in self._sections() if one.id == name), None)
        if found is not None and found.pages:
            self.view.stage.go_to(found.first - 1)

    def _page_changed(self, page: int) -> None:
        number = page + 1
        for one in self._sections():
            if one.first <= number < one.first + one.pages:
                self.choices.light_section(one.id)

    def _sections(self) -> tuple[SectionPages, ...]:
        return self._shown.sections if self._shown is not None else ()

    def _look(self, check: Check) -> None:
        """Go to what a check speaks of: its page, its section, or the field to fill in."""
        if check.page is not None:
            self.panes_shown.show_preview()
            self.view.stage.go_to(check.page - 1)
            self.view.stage.setFocus()
        elif check.about in CoverForm.NAMES:
            self.choices.choose_section("cover")
            self.choices.cover.lines[check.about].setFocus()
        else:
            self.panes_shown.show_preview()
            self.go_to_section(check.about)

    # Picking entries by hand

    @property
    def picker(self) -> EntryPicker:
        """The list to pick from, made when it is first wanted."""
        if self._picker is None:
            self._picker = EntryPicker(self.desk)
            self._picker.picked.connect(self._picked)
            self._picker.done.connect(self._pick_done)
            self.panes_shown.right.addWidget(self._picker)
        return self._picker

    def _pick(self) -> None:
        self.picker.begin(self.choices.draft.picked)
        self.panes_shown.right.setCurrentWidget(self.picker)
        self.panes_shown.show_preview()

    def _picked(self) -> None:
        picked = self.picker.rows.picked
        self.choices.change(replace(self.choices.draft, picked=picked))

    def _pick_done(self) -> None:
        self.panes_shown.right.setCurrentWidget(self.view)
        self.choices.chronology.pick.setFocus()

    # Saving

    def save_to(self, target: Path) -> None:
        """Make the report and save it at `target`."""
        self.keep_draft()
        self.saving.save(self.choices.draft, target, self.preview.memory)

    def print_report(self) -> None:
        """Print the pages that are shown."""
        shown = self._shown
        asking = any(one.isVisible() for one in self.desk.window().findChildren(Dialog))
        if shown is not None and not asking:
            self.printing.ask(shown.data, shown.pages, shown.page_pt)

    def _allow(self, *, made: bool) -> None:
        """Let what needs a finished report be pressed, or not."""
        self._save.setEnabled(made)
        self._print.setEnabled(made)

    def _save_pressed(self) -> None:
        if self._shown is not None:
            self.saving.ask(self.choices.draft, self._shown.checks, self.preview.memory)

    # Panes

    def _build_print(self) -> Button:
        button = IconButton(
            "printer", translate("Report", "Print"), Variant.SECONDARY, key="Ctrl+P"
        )
        button.setEnabled(False)
        button.clicked.connect(self.print_report)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.print_report)
        return button

    def _build_right(self, desk: Desk) -> None:
        self.view = ReportView(desk)
        self.view.page_changed.connect(self._page_changed)
        self.view.help_pressed.connect(self._leave_out_named)
        self.choices.pick_pressed.connect(self._pick)
