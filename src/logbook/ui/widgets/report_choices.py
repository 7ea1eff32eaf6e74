"""The left side of the report builder: its sections, what the chosen one offers, how it looks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.message import Conversation
from logbook.domain.person import NewPerson
from logbook.i18n import translate
from logbook.ui.models.report_draft import ReportDraft
from logbook.ui.models.section_list import SectionListModel
from logbook.ui.style import spaced
from logbook.ui.widgets.report_forms import (
    ChronologyForm,
    CoverForm,
    MessagesForm,
    PlainForm,
    SectionForm,
)
from logbook.ui.widgets.report_look_form import ReportLookForm
from logbook.ui.widgets.report_looks import ReportLooks
from logbook.ui.widgets.report_words import section_lines, section_titles
from logbook.ui.widgets.section_list import SectionListView
from logbook.ui.widgets.surface import Line
from logbook.ui.widgets.text import Text

if TYPE_CHECKING:
    from logbook.export.report import Shown


class Known(NamedTuple):
    """What the book has to offer: the person's names, the imported chats, how many entries."""

    me: NewPerson | None
    chats: list[Conversation]
    entries: int


class ReportChoices(QWidget):
    """Every choice of a report; `edited` comes with each, and `draft` has them all."""

    edited = Signal()
    section_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._draft = ReportDraft()
        self._known = Known(None, [], 0)
        self._filling = False
        self.rows = SectionListModel()
        self.sections = SectionListView(self.rows)
        self.sections.chosen.connect(self._section_chosen)
        self.rows.edited.connect(self._edited)
        self.total = Text("", "body", "text-2")
        self.cover = CoverForm()
        self.chronology = ChronologyForm()
        self.messages = MessagesForm()
        self.forms: dict[str, SectionForm] = {
            "cover": self.cover,
            "chronology": self.chronology,
            "message_records": self.messages,
            **_plain_forms(),
        }
        self.look_form = ReportLookForm()
        self.looks = ReportLooks()
        for form in self.forms.values():
            form.edited.connect(self._edited)
        self.look_form.edited.connect(self._edited)
        head = QHBoxLayout()
        spaced(head, margins=(0, 0, 0, 0), gap=12)
        head.addWidget(Text(translate("Report", "Sections"), "heading"))
        head.addStretch(1)
        head.addWidget(self.total)
        column = QVBoxLayout(self)
        spaced(column, margins=(22, 14, 20, 20), gap=0)
        column.addLayout(head)
        column.addSpacing(6)
        column.addWidget(self.sections)
        below = QVBoxLayout()
        spaced(below, margins=(0, 14, 0, 0), gap=14)
        below.addWidget(Line())
        for form in self.forms.values():
            below.addWidget(form)
        self._between = Line()
        below.addWidget(self._between)
        below.addWidget(self.look_form)
        below.addWidget(self.looks)
        below.addWidget(self.look_form.more)
        column.addLayout(below)
        column.addStretch(1)
        self._show_form("")

    @property
    def draft(self) -> ReportDraft:
        """Every choice as it stands now."""
        return self._draft

    def fill(self, draft: ReportDraft) -> None:
        """Show the choices of a draft."""
        self._draft = draft
        self._filling = True
        self.rows.show(draft.order, draft.off)
        for form in self.forms.values():
            form.fill(draft)
        self.look_form.fill(draft)
        self._filling = False
        self._say(None)

    def show_known(self, known: Known) -> None:
        """Offer what the book has."""
        self._known = known
        self._filling = True
        self.look_form.say_me(known.me)
        self.messages.show_chats(known.chats)
        self._filling = False

    def show_report(self, shown: Shown) -> None:
        """Say what each section has in the newest edition, and what is worth a look."""
        self._draft = replace(self._draft, made=shown.entries)
        self._say(shown)
        self.looks.say(shown.checks)
        self.total.setText(translate("Report", "%n page|%n pages", "", shown.pages))

    def choose_section(self, name: str) -> None:
        """Select a section and show its choices."""
        self.sections.choose(name)
        self._show_form(name)

    def light_section(self, name: str) -> None:
        """Select the section whose pages are shown; the choices below stay as they are."""
        self.sections.choose(name)

    def change(self, draft: ReportDraft) -> None:
        """Take a changed draft over, such as with entries that were picked."""
        self.fill(draft)
        self.edited.emit()

    def _edited(self) -> None:
        if self._filling:
            return
        draft = self._draft
        for form in self.forms.values():
            draft = form.read(draft)
        draft = self.look_form.read(draft)
        draft = replace(draft, order=self.rows.order, off=self.rows.off)
        if draft != self._draft:
            self._draft = draft
            self.edited.emit()

    def _section_chosen(self, name: str) -> None:
        self._show_form(name)
        self.section_chosen.emit(name)

    def _show_form(self, chosen: str) -> None:
        for name, form in self.forms.items():
            form.setVisible(name == chosen)
        self._between.setVisible(chosen in self.forms)

    def _say(self, shown: Shown | None) -> None:
        pages = {one.id: one.pages for one in shown.sections} if shown is not None else {}
        titles = section_titles(shown)
        lines = section_lines(shown, self._known.entries)
        if shown is None:
            self.rows.say(titles, lines, {})
            return
        self.rows.say(titles, lines, pages)


def _plain_forms() -> dict[str, SectionForm]:
    return {
        "index": PlainForm(
            translate("Report", "Index"),
            translate(
                "Report", "It names every section and exhibit with its page, and leads there."
            ),
        ),
        "exhibits": PlainForm(
            translate("Report", "Exhibits"),
            translate(
                "Report",
                "The files of the entries, in order of time. Add or take out a file in its entry.",
            ),
        ),
        "files": PlainForm(
            translate("Report", "List of files"),
            translate(
                "Report",
                "With the fingerprint of each file, so that anyone can compare a copy with it.",
            ),
        ),
        "emoji_key": PlainForm(
            translate("Report", "Emoji key"),
            translate("Report", "Printed only where messages have small pictures in them."),
        ),
        "declaration": PlainForm(
            translate("Report", "Declaration"),
            translate(
                "Report",
                "The words come from the court rules below. Read them before you sign on paper.",
            ),
        ),
    }
