"""Reports: choose what goes in and how names appear, save the bundle, see what to look at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.ids import ConversationId, MessageId
from logbook.domain.message import Conversation
from logbook.domain.person import NewPerson
from logbook.domain.progress import SILENT, Progress
from logbook.domain.selection import EntryFilter, NameForm, ReportRequest
from logbook.errors import HiddenNameInReport, LogbookError
from logbook.i18n import translate
from logbook.tasks import make_report, own_names
from logbook.ui.failures import tone_for, words_for
from logbook.ui.jobs import Job
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.style import limited, sized, spaced, unsized, wear_roles
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.chip import Tone
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.labelled import Glyph
from logbook.ui.widgets.progress_row import ProgressRow
from logbook.ui.widgets.report_options import ReportOptions, counted_words
from logbook.ui.widgets.report_result import ReportOutcome
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface
from logbook.ui.widgets.text import Text

if TYPE_CHECKING:
    from logbook.export.report import ReportResult
    from logbook.ui.desk import Desk
    from logbook.vault.vault import Vault

_SETTINGS = "report"
_COUNT_AFTER_MS = 250
_SIDE_PX, _OUTCOME_PX = 372, 640
_STACKED_PX = 700  # effective width from which both stand side by side
_MESSAGES_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class _Order:
    """A report as it was asked for: the request, one chat to print, and a name that was typed."""

    request: ReportRequest
    chat: ConversationId | None
    names: dict[str, str]


class _Known(NamedTuple):
    """What the page offers: the person's names and the imported chats."""

    me: NewPerson | None
    chats: list[Conversation]


class ReportsPage(Page):
    """The bundle is saved where the person says, whole or not at all."""

    page_id: ClassVar[str] = "reports"
    help_id: ClassVar[str] = "reports"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._job: Job | None = None
        self._last: tuple[_Order, Path] | None = None  # that was asked for
        self._count = 0
        self._filled = False
        self._save = Button(translate("Report", "Save as PDF"), Variant.PRIMARY, icon="file-pdf")
        self._save.clicked.connect(self._choose_place)
        self.options = ReportOptions()
        self.options.changed.connect(self._touched)
        self._stacked = False
        self._side = Surface("surface")
        sized(self._side, width=_SIDE_PX)
        whole = QVBoxLayout(self._side)
        spaced(whole, gap=0)
        self._side_column = QVBoxLayout()
        spaced(self._side_column, gap=0)
        self._side_column.addWidget(self.options)
        self._side_scroll = ScrollColumn(self._side_column)
        whole.addWidget(self._side_scroll)
        self._side_line = Line(upright=True)
        self._beside = self._build_outcome()
        row = QHBoxLayout(self)
        spaced(row, gap=0)
        row.addWidget(self._side)
        row.addWidget(self._side_line)
        row.addWidget(self._beside, 1)
        self._footer = self._build_footer()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_COUNT_AFTER_MS)
        self._later.timeout.connect(self._count_again)
        desk.changed.connect(self._something_changed)

    @classmethod
    def nav(cls) -> NavItem | None:
        return NavItem("file-text", translate("Rail", "Reports"), 7, Section.OUTPUT)

    def title(self) -> str:
        return translate("Report", "Reports")

    def primary(self) -> QWidget | None:
        return self._save

    def footer(self) -> QWidget | None:
        return self._footer

    def focus_target(self) -> QWidget | None:
        return self.options.lines["first_day"]

    def panes(self) -> list[QWidget]:
        return [self.options, self.outcome]

    def on_show(self, **_arguments: object) -> None:
        if not self._filled:
            kept = self.desk.setting(_SETTINGS, None)
            self.options.fill(kept if isinstance(kept, dict) else {})
            self._filled = True
        self.desk.on_vault(_read_known, then=self._show_known)

    def on_leave(self) -> None:
        self._keep_choices()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()

    def set_width(self, effective_px: int) -> None:
        """Lay what came of it above the choices where both side by side have no room."""
        stacked = effective_px < _STACKED_PX
        if stacked == self._stacked:
            return
        self._stacked = stacked
        if stacked:
            unsized(self._side)
            self._side_column.insertWidget(0, self._news)  # takes it out of the other column
        else:
            sized(self._side, width=_SIDE_PX)
            self._news_row.insertWidget(0, self._news, 1000)
        spaced(self._news_parts, margins=(28, 22, 24, 0) if stacked else (0, 0, 0, 0), gap=14)
        wear_roles(self._news)
        self._side_line.setVisible(not stacked)
        self._beside.setVisible(not stacked)
        self._show_empty(shown=not self._empty.isHidden())

    def save_to(self, target: Path) -> None:
        """Make the report and save it at `target`."""
        request = self.options.request()
        if request is None or self._job is not None:
            return
        self._keep_choices()
        self._start(_Order(request, self.options.chat(), self.options.own_name()), target)

    def _start(self, order: _Order, target: Path) -> None:
        self._banner.hide()
        self._leave_out.hide()
        self._show_empty(shown=False)
        self.outcome.clear()
        job = self.desk.on_vault(
            _make, order, target, then=self._made, failed=self._failed, long=True
        )
        self._job, self._last = job, (order, target)
        self._making.show_progress(0, 0, translate("Report", "Making the report"))
        self._making.follow(job)
        self._making.show()
        self._allow_save()
        job.stopped.connect(self._stopped)
        job.ended.connect(self._ended)

    def _build_outcome(self) -> QWidget:
        self._banner = Banner()
        self._leave_out = self._banner.add_button(
            translate("Report", "Leave these out and make it")
        )
        self._leave_out.clicked.connect(self._make_without)
        self._leave_out.hide()
        self._banner.hide()
        self._making = ProgressRow(translate("Report", "Making the report"))
        self._making.hide()
        self.outcome = ReportOutcome()
        self.outcome.copy_pressed.connect(self._copy)
        self._empty = EmptyState(
            "file-text",
            translate("Report", "One file for the court"),
            translate(
                "Report",
                "Entries, messages and files in order of time, with an index and a list of"
                " fingerprints.",
            ),
        )
        self._news = QWidget()
        limited(self._news, width=_OUTCOME_PX)
        self._news_parts = QVBoxLayout(self._news)
        spaced(self._news_parts, gap=14)
        for part in (self._banner, self._making, self.outcome):
            self._news_parts.addWidget(part)
        self._news_row = QHBoxLayout()
        self._news_row.addWidget(self._news, 1000)
        self._news_row.addStretch(1)
        column = QVBoxLayout()
        spaced(column, margins=(32, 26, 32, 26), gap=14)
        column.addLayout(self._news_row)
        column.addWidget(self._empty, 1)
        column.addStretch(1)
        return ScrollColumn(column)

    def _show_empty(self, *, shown: bool) -> None:
        """Show what stands beside the choices while nothing came of them yet."""
        self._empty.setVisible(shown)
        self._news.setVisible(not (shown and self._stacked))
        if self._stacked and not shown:
            self._side_scroll.verticalScrollBar().setValue(0)

    def _build_footer(self) -> QWidget:
        footer = Surface("surface")
        row = QHBoxLayout(footer)
        spaced(row, margins=(28, 8, 24, 8), gap=12)
        row.addWidget(Glyph("hard-drives", 18))
        words = translate("Report", "Nothing is sent. You choose where the file goes.")
        row.addWidget(Text(words, "small", "text-2", elide=True), 1)
        return footer

    # What goes in

    def _show_known(self, known: _Known) -> None:
        self.options.show_known(known.me, known.chats)
        self._count_again()

    def _touched(self) -> None:
        self._leave_out.hide()  # it would make the report as it was chosen before
        self._later.start()

    def _count_again(self) -> None:
        self._later.stop()
        request = self.options.request()
        if request is None:
            self._count = 0
            self.options.what.setText("")
            self._allow_save()
            return
        self.desk.on_vault(_counted, request, self.options.chat(), then=self._say_count)

    def _say_count(self, found: tuple[int, int]) -> None:
        self._count = sum(found)
        self.options.what.setText(counted_words(*found))
        self._allow_save()

    def _allow_save(self) -> None:
        self._save.setEnabled(self._count > 0 and self._job is None)

    def _keep_choices(self) -> None:
        self.desk.keep_setting(_SETTINGS, self.options.kept())

    def _something_changed(self, _what: object) -> None:
        if self.isVisible():
            self.desk.on_vault(_read_known, then=self._show_known)

    # Saving

    def _choose_place(self) -> None:
        request = self.options.request()
        if request is None:
            return
        if request.name_as is not NameForm.LEGAL:
            self._ask_place()
            return
        self.desk.ask(
            translate("Report", "Print your legal name?"),
            translate("Report", "Everyone who gets the file can read it, the other side too."),
            ("no", translate("Report", "Not now"), Variant.SECONDARY),
            ("yes", translate("Report", "Print my legal name"), Variant.SECONDARY),
            then=self._asked,
        )

    def _asked(self, answer: str) -> None:
        if answer == "yes":
            self._ask_place()

    def _ask_place(self) -> None:
        self.desk.choose_target(translate("Report", "report.pdf"), self.save_to)

    def _stopped(self) -> None:
        self._show_empty(shown=True)
        self.desk.toast(translate("Report", "Stopped. Nothing was saved."))

    def _ended(self) -> None:
        self._job = None
        self._making.hide()
        self._allow_save()

    def _made(self, made: ReportResult) -> None:
        pages = sum(one.pages for one in made.files)
        words = translate("Report", "Saved, %n page|Saved, %n pages", "", pages)
        line = translate("Report", "Anyone at this computer can read this file.")
        self._banner.say(words, line, Tone.SUCCESS)
        self._banner.show()
        self.outcome.say(made)
        self.desk.announce(words)
        self.desk.on_vault(_read_known, then=self._show_known)

    def _failed(self, error: LogbookError) -> None:
        words = words_for(error)
        line = " ".join(part for part in (words.what, words.do) if part)
        self._banner.say(words.title, line, tone_for(error))
        can_leave_out = isinstance(error, HiddenNameInReport) and error.can_be_left_out
        self._leave_out.setVisible(can_leave_out)
        self._banner.show()
        self.desk.announce(words.title, urgent=True)
        if can_leave_out:
            self._leave_out.setFocus()

    def _make_without(self) -> None:
        """Make the very report that was refused, at its place, without what holds the name."""
        if self._last is None or self._job is not None:
            return
        order, target = self._last
        self._start(replace(order, request=replace(order.request, leave_out_named=True)), target)

    def _copy(self, digest: str) -> None:
        self.desk.clipboard.put(digest)
        self.desk.toast(translate("Report", "Copied for 20 seconds"))


def _read_known(vault: Vault) -> _Known:
    return _Known(own_names.read_me(vault), vault.messages.conversations())


def _counted(vault: Vault, request: ReportRequest, chat: ConversationId | None) -> tuple[int, int]:
    chosen = EntryFilter(first_day=request.first_day, last_day=request.last_day)
    every = request.messages is None
    messages = vault.messages.count(chat) if every or chat is not None else 0
    return vault.entries.count(chosen), messages


def _make(vault: Vault, order: _Order, target: Path, progress: Progress = SILENT) -> ReportResult:
    """Keep a name that was typed for it, then make the report."""
    own_names.keep_my_names(vault, **order.names)
    request = order.request
    if order.chat is not None:
        doing = translate("Report", "Collecting messages")
        found: list[MessageId] = []
        while page := vault.messages.page(order.chat, len(found), _MESSAGES_AT_ONCE):
            found += [message.id for message in page]
            progress(len(found), 0, doing)
        request = replace(request, messages=tuple(found))
    return make_report.make_report(vault, request, target, progress)
