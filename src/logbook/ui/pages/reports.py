"""Reports: choose what goes in and how names appear, save the bundle, see what to look at."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.selection import EntryFilter, NameForm, ReportRequest
from logbook.errors import DateError, LogbookError
from logbook.i18n import translate
from logbook.tasks import make_report
from logbook.tasks.read_date import read_when
from logbook.tasks.this_computer import date_order_here, now_here, zone_here
from logbook.ui.failures import tone_for, words_for
from logbook.ui.jobs import Job
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.style import px, spaced
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.chip import Tone
from logbook.ui.widgets.choice import Check
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.field import Field, LineEdit, Select
from logbook.ui.widgets.labelled import Glyph
from logbook.ui.widgets.progress_row import ProgressRow
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.export.report import ReportResult
    from logbook.ui.desk import Desk
    from logbook.vault.vault import Vault

_SETTINGS = "report"
_COUNT_AFTER_MS = 250
_SIDE_PX = 372
_LOOKS_SHOWN = 12


class ReportsPage(Page):
    """The bundle is saved where the person says, whole or not at all."""

    page_id: ClassVar[str] = "reports"
    help_id: ClassVar[str] = "reports"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._job: Job | None = None
        self._save = Button(translate("Report", "Save as PDF"), Variant.PRIMARY, icon="file-pdf")
        self._save.clicked.connect(self._choose_place)
        row = QHBoxLayout(self)
        spaced(row, gap=0)
        row.addWidget(self._build_options())
        row.addWidget(Line(upright=True))
        row.addWidget(self._build_outcome(), 1)
        self._footer = self._build_footer()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_COUNT_AFTER_MS)
        self._later.timeout.connect(self._count)
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
        return self._profile

    def panes(self) -> list[QWidget]:
        return [self._profile, self._save]

    def on_show(self, **_arguments: object) -> None:
        kept = self.desk.setting(_SETTINGS, None)
        if isinstance(kept, dict):
            for name, line in self._lines.items():
                line.setText(str(kept.get(name, "")))
            for name, select in (("profile", self._profile), ("name_as", self._name)):
                at = select.findData(kept.get(name, ""))
                select.setCurrentIndex(max(at, 0))
        self._count()

    def on_leave(self) -> None:
        self._keep_choices()

    def request(self) -> ReportRequest | None:
        """Return what was chosen, or None where a day cannot be read; the field says so."""
        days: list[date | None] = []
        for name in ("first_day", "last_day"):
            try:
                days.append(self._day(name))
                self._fields[name].set_problem("")
            except DateError as error:
                said = words_for(error)
                self._fields[name].set_problem(f"{said.title}. {said.what}")
                return None
        return ReportRequest(
            profile=str(self._profile.currentData()),
            first_day=days[0],
            last_day=days[1],
            messages=None if self._all_messages.isChecked() else (),
            name_as=NameForm(str(self._name.currentData())),
            court=self._lines["court"].text().strip(),
            case_number=self._lines["case_number"].text().strip(),
            respondent=self._lines["respondent"].text().strip(),
            zone=zone_here(),
        )

    def _build_options(self) -> QWidget:
        self._profile = Select(translate("Report", "Court"))
        for known in make_report.known_profiles():
            self._profile.addItem(known.label, known.id)
        self._name = Select(translate("Report", "Your name"))
        for form, words in (
            (NameForm.INITIALS, translate("Report", "Initials only")),
            (NameForm.WORKING, translate("Report", "Working name")),
            (NameForm.PETITIONER, translate("Report", "“Petitioner”")),
            (NameForm.LEGAL, translate("Report", "Legal name")),
        ):
            self._name.addItem(words, form.value)
        self._all_messages = Check(translate("Report", "All imported messages"))
        self._lines: dict[str, LineEdit] = {}
        self._fields: dict[str, Field] = {}
        column = QVBoxLayout()
        spaced(column, margins=(28, 22, 24, 24), gap=14)
        column.addWidget(Text(translate("Report", "What goes in"), "heading"))
        days = QHBoxLayout()
        spaced(days, gap=10)
        days.addWidget(self._line("first_day", translate("Report", "From"), optional=True))
        days.addWidget(self._line("last_day", translate("Report", "To"), optional=True))
        column.addLayout(days)
        column.addWidget(self._all_messages)
        self._what = Text("", "small", "text-2", wrap=True)
        column.addWidget(self._what)
        column.addWidget(Line())
        column.addWidget(Text(translate("Report", "How it looks"), "heading"))
        hint = translate("Report", "Check the rules with your court. They change.")
        column.addWidget(Field(translate("Report", "Court rules"), self._profile, hint=hint))
        column.addWidget(Field(translate("Report", "Your name"), self._name))
        for name, label in (
            ("court", translate("Report", "Court")),
            ("case_number", translate("Report", "Case number")),
            ("respondent", translate("Report", "The person responsible")),
        ):
            column.addWidget(self._line(name, label, optional=True))
        column.addStretch(1)
        self._all_messages.toggled.connect(self._touched)
        for select in (self._profile, self._name):
            select.currentIndexChanged.connect(self._touched)
        pane = Surface("surface")
        pane.setFixedWidth(px(_SIDE_PX))
        whole = QVBoxLayout(pane)
        spaced(whole, gap=0)
        whole.addWidget(ScrollColumn(column))
        return pane

    def _line(self, name: str, label: str, *, optional: bool) -> Field:
        line = LineEdit(label)
        line.textEdited.connect(self._touched)
        field = Field(label, line, optional=optional)
        self._lines[name] = line
        self._fields[name] = field
        return field

    def _build_outcome(self) -> QWidget:
        self._banner = Banner()
        self._banner.hide()
        self._making = ProgressRow(translate("Report", "Making the report"))
        self._making.stop_pressed.connect(self._stop)
        self._making.hide()
        self._result = QVBoxLayout()
        spaced(self._result, gap=10)
        self._empty = EmptyState(
            "file-text",
            translate("Report", "One file for the court"),
            translate(
                "Report",
                "Entries, messages and files in order of time, with an index and a list of"
                " fingerprints.",
            ),
        )
        column = QVBoxLayout()
        spaced(column, margins=(32, 26, 32, 26), gap=14)
        column.addWidget(self._banner)
        column.addWidget(self._making)
        column.addLayout(self._result)
        column.addWidget(self._empty, 1)
        column.addStretch(1)
        return ScrollColumn(column)

    def _build_footer(self) -> QWidget:
        footer = Surface("surface")
        row = QHBoxLayout(footer)
        spaced(row, margins=(28, 8, 24, 8), gap=12)
        row.addWidget(Glyph("hard-drives", 18))
        words = translate("Report", "Nothing is sent. You choose where the file goes.")
        row.addWidget(Text(words, "small", "text-2"))
        row.addStretch(1)
        return footer

    def _day(self, name: str) -> date | None:
        words = self._lines[name].text().strip()
        if not words:
            return None
        moment = read_when(words, now=now_here(), zone=zone_here(), order=date_order_here()).moment
        return moment.start.date() if moment.start is not None else None

    def _touched(self, _value: object = None) -> None:
        self._later.start()

    def _count(self) -> None:
        request = self.request()
        if request is not None:
            self.desk.on_vault(_counted, request, then=self._say_count, failed=self._say_nothing)

    def _say_count(self, found: tuple[int, int]) -> None:
        entries, messages = found
        parts = [translate("Report", "%n entry|%n entries", "", entries)]
        if messages:
            parts.append(translate("Report", "%n message|%n messages", "", messages))
        self._what.setText(", ".join(parts))
        self._save.setEnabled(bool(entries or messages) and self._job is None)

    def _say_nothing(self, _error: LogbookError) -> None:
        self._what.setText("")

    def _keep_choices(self) -> None:
        choices = {name: line.text() for name, line in self._lines.items()}
        choices["profile"] = str(self._profile.currentData())
        choices["name_as"] = str(self._name.currentData())
        self.desk.keep_setting(_SETTINGS, choices)

    def _choose_place(self) -> None:
        request = self.request()
        if request is None:
            return
        if request.name_as is NameForm.LEGAL:
            self.desk.ask(
                translate("Report", "Print your legal name?"),
                translate("Report", "Everyone who gets the file can read it, the other side too."),
                ("no", translate("Report", "Not now"), Variant.SECONDARY),
                ("yes", translate("Report", "Print my legal name"), Variant.PRIMARY),
                then=self._asked,
            )
            return
        self._ask_place()

    def _asked(self, answer: str) -> None:
        if answer == "yes":
            self._ask_place()

    def _ask_place(self) -> None:
        self.desk.choose_target("report.pdf", self.save_to)

    def save_to(self, target: Path) -> None:
        """Make the report and save it at `target`."""
        request = self.request()
        if request is None or self._job is not None:
            return
        self._keep_choices()
        self._banner.hide()
        self._empty.hide()
        self._clear()
        self._making.show()
        self._save.setEnabled(False)
        job = self.desk.on_vault(
            make_report.make_report,
            request,
            target,
            then=self._made,
            failed=self._failed,
            long=True,
        )
        self._job = job
        self._making.follow(job)
        job.stopped.connect(self._stopped)
        job.ended.connect(self._ended)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _stopped(self) -> None:
        self._empty.show()
        self.desk.toast(translate("Report", "Stopped. Nothing was saved."))

    def _ended(self) -> None:
        self._job = None
        self._making.hide()
        self._save.setEnabled(True)

    def _made(self, made: ReportResult) -> None:
        pages = sum(one.pages for one in made.files)
        words = translate("Report", "Saved, %n page|Saved, %n pages", "", pages)
        self._banner.say(
            words,
            translate("Report", "Anyone at this computer can read this file."),
            Tone.SUCCESS,
        )
        self._banner.show()
        for one in made.files:
            self._result.addWidget(Text(str(one.path), "body", wrap=True))
            digest = translate("Report", "Fingerprint {digest}", digest=one.sha256.hex())
            self._result.addWidget(Text(digest, "caption", "text-3", wrap=True))
        looks = [one for one in made.checks if one.level != "ok"]
        if looks:
            self._result.addWidget(self._things_to_look_at(made))
        self.desk.announce(words)

    def _things_to_look_at(self, made: ReportResult) -> QWidget:
        looks = [one for one in made.checks if one.level != "ok"]
        card = Surface("card")
        column = QVBoxLayout(card)
        spaced(column, margins=(18, 14, 18, 16), gap=8)
        head = translate("Report", "%n thing to look at|%n things to look at", "", len(looks))
        row = QHBoxLayout()
        spaced(row, gap=10)
        row.addWidget(Glyph("warning", 18, "warning"))
        row.addWidget(Text(head, "strong"), 1)
        column.addLayout(row)
        for one in looks[:_LOOKS_SHOWN]:
            words = one.message
            if one.page is not None:
                page = locale().toString(one.page)
                words = translate("Report", "{message} (page {page})", message=words, page=page)
            column.addWidget(Text(words, "body", wrap=True))
        left = len(looks) - _LOOKS_SHOWN
        if left > 0:
            column.addWidget(Text(translate("Report", "and %n more", "", left), "small", "text-3"))
        return card

    def _clear(self) -> None:
        while (item := self._result.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _failed(self, error: LogbookError) -> None:
        words = words_for(error)
        self._banner.say(words.title, f"{words.what} {words.do}".strip(), tone_for(error))
        self._banner.show()
        self.desk.announce(words.title, urgent=True)

    def _something_changed(self, _what: object) -> None:
        if self.isVisible():
            self._later.start()


def _counted(vault: Vault, request: ReportRequest) -> tuple[int, int]:
    chosen = EntryFilter(first_day=request.first_day, last_day=request.last_day)
    messages = vault.messages.count() if request.messages is None else 0
    return vault.entries.count(chosen), messages
