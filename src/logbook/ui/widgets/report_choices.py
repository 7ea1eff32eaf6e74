"""The left side of the report builder: its sections, what the chosen one offers, how it looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.message import Conversation
from logbook.domain.person import NewPerson
from logbook.i18n import translate
from logbook.ui.models.report_draft import ReportDraft
from logbook.ui.models.saved_filters import SavedFilter
from logbook.ui.models.section_list import SectionListModel
from logbook.ui.style import look, spaced
from logbook.ui.widgets.report_forms import (
    ChronologyForm,
    CoverForm,
    MessagesForm,
    PlainForm,
    SectionForm,
)
from logbook.ui.widgets.report_look_form import ReportLookForm
from logbook.ui.widgets.report_looks import ReportLooks
from logbook.ui.widgets.report_words import section_help, section_lines, section_titles
from logbook.ui.widgets.section_list import SectionListView
from logbook.ui.widgets.surface import Line
from logbook.ui.widgets.text import Text

if TYPE_CHECKING:
    from logbook.export.results import Shown


_Form = TypeVar("_Form", bound=SectionForm)


class Known(NamedTuple):
    """What the book has to offer: the person's names, the imported chats, how many entries."""

    me: NewPerson | None
    chats: list[Conversation]
    entries: int


class ReportChoices(QWidget):
    """Every choice of a report; `edited` comes with each, and `draft` has them all."""

    edited = Signal()
    section_chosen = Signal(str)
    pick_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._draft = ReportDraft()
        self._known = Known(None, [], 0)
        self._shown: Shown | None = None
        self._filters: list[SavedFilter] = []
        self._filling = False
        self._chosen = ""
        self.forms: dict[str, SectionForm] = {}
        self.rows = SectionListModel()
        self.sections = SectionListView(self.rows)
        self.sections.chosen.connect(self._section_chosen)
        self.rows.edited.connect(self._edited)
        self.total = Text("", "body", "text-2")
        self.plain = PlainForm()
        self.look_form = ReportLookForm()
        self.looks = ReportLooks()
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
        self._forms = QVBoxLayout()
        spaced(self._forms, gap=14)
        self._forms.addWidget(self.plain)
        below.addLayout(self._forms)
        self._between = Line()
        below.addWidget(self._between)
        below.addWidget(self.look_form)
        below.addWidget(self.looks)
        below.addWidget(self.look_form.more)
        column.addLayout(below)
        column.addStretch(1)
        look().dressing.dress_in_parts(self)
        self._show_form("")

    # The choices of a section are built when it is first chosen.

    @cached_property
    def cover(self) -> CoverForm:
        """What the cover names."""
        return self._add("cover", CoverForm())

    @cached_property
    def chronology(self) -> ChronologyForm:
        """Which entries go in."""
        form = self._add("chronology", ChronologyForm())
        form.pick_pressed.connect(self.pick_pressed)
        return form

    @cached_property
    def messages(self) -> MessagesForm:
        """Which messages go in."""
        return self._add("message_records", MessagesForm())

    @property
    def draft(self) -> ReportDraft:
        """Every choice as it stands now."""
        return self._draft

    @property
    def chosen(self) -> str:
        """The id of the section whose choices are shown, or nothing."""
        return self._chosen

    def fill(self, draft: ReportDraft) -> None:
        """Show the choices of a draft."""
        self._draft = draft
        self._filling = True
        if (self.rows.order, self.rows.off) != (draft.order, draft.off):
            self.rows.show(draft.order, draft.off)
        for form in self.forms.values():
            form.fill(draft)
        self.look_form.fill(draft)
        self._filling = False
        self._say()

    def begin(self) -> None:
        """Forget the report before, when another draft is opened."""
        self._shown = None
        self.looks.say(())
        self.total.setText("")

    def show_known(self, known: Known, filters: Sequence[SavedFilter]) -> None:
        """Offer what the book has."""
        self._known, self._filters = known, list(filters)
        self._filling = True
        self.look_form.say_me(known.me)
        for form in self.forms.values():
            self._offer(form)
        self._filling = False

    def show_report(self, shown: Shown) -> None:
        """Say what each section has in the newest edition, and what is worth a look."""
        self._draft = replace(self._draft, made=shown.entries)
        self._shown = shown
        self._say()
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

    def _add(self, name: str, form: _Form) -> _Form:
        form.hide()
        self.forms[name] = form
        self._forms.addWidget(form)
        form.fill(self._draft)
        self._offer(form)
        form.edited.connect(self._edited)
        return form

    def _offer(self, form: SectionForm) -> None:
        if isinstance(form, ChronologyForm):
            form.show_filters(self._filters)
        elif isinstance(form, MessagesForm):
            form.show_chats(self._known.chats)

    def _show_form(self, chosen: str) -> None:
        self._chosen = chosen
        built: dict[str, Callable[[], SectionForm]] = {
            "cover": lambda: self.cover,
            "chronology": lambda: self.chronology,
            "message_records": lambda: self.messages,
        }
        if chosen in built:
            built[chosen]()
        for name, form in self.forms.items():
            form.setVisible(name == chosen)
        said = section_help().get(chosen, "")
        self.plain.say(section_titles(None).get(chosen, ""), said)
        self.plain.setVisible(bool(said))
        self._between.setVisible(bool(said) or chosen in self.forms)

    def _say(self) -> None:
        shown = self._shown
        pages = {one.id: one.pages for one in shown.sections} if shown is not None else {}
        self.rows.say(section_titles(shown), section_lines(shown, self._known.entries), pages)
