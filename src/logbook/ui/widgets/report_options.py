"""What goes into a report and how it looks; the choices are kept in the book."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.domain.ids import ConversationId
from logbook.domain.message import Conversation
from logbook.domain.person import NewPerson
from logbook.domain.selection import NameForm, ReportRequest
from logbook.i18n import translate
from logbook.tasks import make_report
from logbook.ui.style import spaced
from logbook.ui.widgets.day_span import DaySpan
from logbook.ui.widgets.field import Field, LineEdit, Select
from logbook.ui.widgets.surface import Line
from logbook.ui.widgets.text import Text
from logbook.ui.words import locale

LINKED, ALL = "linked", "all"
_KEPT_LINES = ("first_day", "last_day", "court", "case_number", "respondent", "bates_prefix")
_BATES_MOST = 12


class ReportOptions(QWidget):
    """Every choice of a report; `changed` comes with each."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, LineEdit] = {}
        self.fields: dict[str, Field] = {}
        self._me: NewPerson | None = None
        self._column = QVBoxLayout(self)
        spaced(self._column, margins=(28, 22, 24, 24), gap=14)
        self._build_what()
        self._column.addWidget(Line())
        self._build_look()
        self._column.addStretch(1)
        for select in (self.messages, self.profile, self.paper, self.name):
            select.currentIndexChanged.connect(self._touched)
        self._say_name()
        self._say_note()

    def show_known(self, me: NewPerson | None, chats: Sequence[Conversation]) -> None:
        """Offer the imported chats, and know the person's own names."""
        self._me = me
        chosen = self.messages.currentData()
        self.messages.blockSignals(True)
        self.messages.clear()
        self.messages.addItem(translate("Report", "Those of the entries"), LINKED)
        if chats:
            self.messages.addItem(translate("Report", "All imported messages"), ALL)
        for chat in chats:
            words = translate(
                "Report",
                "{chat}, %n message|{chat}, %n messages",
                "",
                chat.messages,
                chat=chat.title or ", ".join(chat.participants),
            )
            self.messages.addItem(words, int(chat.id))
        self.messages.setCurrentIndex(max(self.messages.findData(chosen), 0))
        self.messages.blockSignals(False)
        self._say_name()

    def kept(self) -> dict[str, Any]:
        """Return the choices as JSON values; names that were typed are kept elsewhere."""
        choices: dict[str, Any] = {name: self.lines[name].text() for name in _KEPT_LINES}
        selects = (("profile", self.profile), ("paper", self.paper), ("name_as", self.name))
        return choices | {name: str(select.currentData()) for name, select in selects}

    def fill(self, kept: dict[str, Any]) -> None:
        """Show choices that were kept."""
        for name in _KEPT_LINES:
            value = kept.get(name, "")
            self.lines[name].setText(value if isinstance(value, str) else "")
        selects = (("profile", self.profile), ("paper", self.paper), ("name_as", self.name))
        for name, select in selects:
            at = select.findData(kept.get(name))
            if at >= 0:
                select.setCurrentIndex(at)

    def own_name(self) -> dict[str, str]:
        """Return the name that was typed, by what it is."""
        typed = self.lines["own_name"].text().strip()
        legal = self.name.currentData() == NameForm.LEGAL.value
        return {"legal_name" if legal else "working_name": typed}

    def chat(self) -> ConversationId | None:
        """Return the one chat to print, if one was chosen."""
        chosen = self.messages.currentData()
        return ConversationId(chosen) if isinstance(chosen, int) else None

    def request(self) -> ReportRequest | None:
        """Return what was chosen, or None where something cannot be read; its field says so."""
        days = self._days.read()
        if days is None or not self._has_name():
            return None
        everything = self.messages.currentData() == ALL
        return ReportRequest(
            profile=str(self.profile.currentData()),
            first_day=days.first,
            last_day=days.last,
            messages=None if everything else (),
            name_as=NameForm(str(self.name.currentData())),
            court=self._text("court"),
            case_number=self._text("case_number"),
            respondent=self._text("respondent"),
            page=str(self.paper.currentData()),
            bates_prefix=self._text("bates_prefix"),
        )

    def _build_what(self) -> None:
        self._column.addWidget(Text(translate("Report", "What goes in"), "heading"))
        self._days = DaySpan()
        self._days.edited.connect(self._touched)
        for name, field in (("first_day", self._days.first), ("last_day", self._days.last)):
            self.lines[name], self.fields[name] = field.line, field
        self._column.addWidget(self._days)
        self.messages = Select(translate("Report", "Messages"))
        self.messages.addItem(translate("Report", "Those of the entries"), LINKED)
        self._column.addWidget(Field(translate("Report", "Messages"), self.messages))
        self.what = Text("", "small", "text-2", wrap=True)
        self._column.addWidget(self.what)

    def _build_look(self) -> None:
        self._column.addWidget(Text(translate("Report", "How it looks"), "heading"))
        self.profile = Select(translate("Report", "Court rules"))
        self._notes: dict[str, str] = {}
        for known in make_report.known_profiles():
            self.profile.addItem(known.label, known.id)
            self._notes[known.id] = known.note
        self.profile.setCurrentIndex(max(self.profile.findData(usual_profile()), 0))
        self._profile_field = Field(translate("Report", "Court rules"), self.profile)
        self.paper = Select(translate("Report", "Paper"))
        for value, words in (
            ("", translate("Report", "As these rules have it")),
            ("letter", translate("Report", "US Letter")),
            ("a4", translate("Report", "A4")),
        ):
            self.paper.addItem(words, value)
        self.name = Select(translate("Report", "Name shown for you"))
        for form, words in (
            (NameForm.INITIALS, translate("Report", "Initials only")),
            (NameForm.WORKING, translate("Report", "Working name")),
            (NameForm.PETITIONER, translate("Report", "“Petitioner”")),
            (NameForm.LEGAL, translate("Report", "Legal name")),
        ):
            self.name.addItem(words, form.value)
        self._column.addWidget(self._profile_field)
        self._column.addWidget(Field(translate("Report", "Paper"), self.paper))
        self._column.addWidget(Field(translate("Report", "Name shown for you"), self.name))
        self._column.addWidget(self._line("own_name", translate("Report", "Name to print")))
        for name, label in (
            ("court", translate("Report", "Court")),
            ("case_number", translate("Report", "Case number")),
            ("respondent", translate("Report", "The person responsible")),
            ("bates_prefix", translate("Report", "Before page numbers")),
        ):
            self._column.addWidget(self._line(name, label))
        self.lines["bates_prefix"].setPlaceholderText("RK-")
        self.lines["bates_prefix"].setMaxLength(_BATES_MOST)

    def _line(self, name: str, label: str) -> Field:
        line = LineEdit(label)
        line.textEdited.connect(self._touched)
        field = Field(label, line, optional=name != "own_name")
        self.lines[name] = line
        self.fields[name] = field
        return field

    def _text(self, name: str) -> str:
        return self.lines[name].text().strip()

    def _touched(self, _value: object = None) -> None:
        self._say_name()
        self._say_note()
        self.changed.emit()

    def _say_note(self) -> None:
        self._profile_field.set_hint(self._notes.get(str(self.profile.currentData()), ""))

    def _say_name(self) -> None:
        """Ask for a name only where the form needs one that the book does not have."""
        form = NameForm(str(self.name.currentData()))
        field = self.fields["own_name"]
        field.setVisible(not self._known(form))
        field.label.setText(
            translate("Report", "Your legal name")
            if form is NameForm.LEGAL
            else translate("Report", "Your name")
        )
        field.set_hint(
            translate("Report", "Sealed in your book. Only a report with this choice prints it.")
            if form is NameForm.LEGAL
            else translate("Report", "Kept in your book. Without it the report says “Petitioner”.")
        )
        field.set_problem("")

    def _known(self, form: NameForm) -> bool:
        if form is NameForm.PETITIONER:
            return True
        if form is NameForm.LEGAL:
            return self._me is not None and bool(self._me.legal_name)
        return self._me is not None

    def _has_name(self) -> bool:
        form = NameForm(str(self.name.currentData()))
        missing = form is NameForm.LEGAL and not self._known(form) and not self._text("own_name")
        problem = translate("Report", "Type your legal name, or choose another form.")
        self.fields["own_name"].set_problem(problem if missing else "")
        return not missing


def usual_profile() -> str:
    """Return the court profile for where this computer is."""
    here = _system().territory()
    return "generic-us" if here == QLocale.Country.UnitedStates else "generic-a4"


def _system() -> QLocale:
    return QLocale.system()


def counted_words(entries: int, messages: int) -> str:
    """Say how much a report will hold."""
    if not entries and not messages:
        return translate("Report", "Nothing is chosen. Write an entry, or choose other days.")
    parts = [translate("Report", "%n entry|%n entries", "", entries)]
    if messages:
        parts.append(translate("Report", "%n message|%n messages", "", messages))
    return translate("Report", "{parts} will go in.", parts=locale().createSeparatedList(parts))
