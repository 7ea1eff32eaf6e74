"""How a report looks as a whole: the name shown, page numbers, paper, rules and language."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QWidget

from logbook.domain.person import NewPerson
from logbook.domain.selection import NameForm
from logbook.i18n import languages, translate
from logbook.tasks import make_report
from logbook.tasks.freeze_report import BATES_PREFIX_CHARS
from logbook.tasks.report_names import petitioner_named
from logbook.ui.models.report_draft import BATES_MOST, ReportDraft
from logbook.ui.style import look, px, spaced
from logbook.ui.tongue import prints_on_letter
from logbook.ui.widgets.field import Field, LineEdit, Select
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.wrap_check import WrapCheck

_LABEL_PX = 96
_PLAIN, _INITIALS, _OWN = "plain", "initials", "own"


class ReportLookForm(QWidget):
    """Label and choice side by side, as few as most reports need."""

    edited = Signal()
    legal_asked = Signal()  # the legal name was chosen: the page asks once more
    own_name_typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._me: NewPerson | None = None
        self._notes: dict[str, str] = {}
        self._papers: dict[str, str] = {}
        self._rows = 0
        self.more = QWidget()  # what few change; the page puts it further down
        self._grid = _grid_of(self)
        self._build_name()
        self._build_numbers()
        self._build_paper()
        self._grid = _grid_of(self.more)
        self._build_rules()
        self._measure()
        look().changed.connect(self._measure)
        self.say_me(None)

    def fill(self, draft: ReportDraft) -> None:
        """Show what a draft says."""
        selects: tuple[QWidget, ...] = (
            self.name,
            self.numbers,
            self.paper,
            self.profile,
            self.language,
            self.leave_out,
        )
        for select in selects:
            select.blockSignals(True)
        for select, value in (
            (self.name, draft.name_as),
            (self.paper, draft.page),
            (self.profile, draft.profile),
            (self.language, draft.language),
        ):
            select.setCurrentIndex(max(select.findData(value), 0))
        self.leave_out.setChecked(draft.leave_out_named)
        self.prefix.setText(draft.bates_prefix)
        self.start.setText(str(draft.bates_start))
        self.numbers.setCurrentIndex(self.numbers.findData(self._numbering(draft)))
        for select in selects:
            select.blockSignals(False)
        self._arrange()

    def read(self, draft: ReportDraft) -> ReportDraft:
        """Return a draft with what stands in the fields."""
        how = self.numbers.currentData()
        start = int(self.start.text()) if self.start.hasAcceptableInput() else 1
        prefix = {_PLAIN: "", _INITIALS: self._initials_prefix()}.get(how, self.prefix.text())
        return replace(
            draft,
            name_as=str(self.name.currentData()),
            bates_prefix=prefix,
            bates_start=start if how == _OWN else 1,
            page=str(self.paper.currentData()),
            profile=str(self.profile.currentData()),
            language=str(self.language.currentData()),
            leave_out_named=self.leave_out.isChecked(),
        )

    def say_me(self, me: NewPerson | None) -> None:
        """Show how each form of the person's name would read."""
        self._me = me
        forms = (
            (NameForm.INITIALS, translate("Report", "Initials only")),
            (NameForm.WORKING, translate("Report", "Working name")),
            (NameForm.PETITIONER, translate("Report", "“Petitioner”")),
            (NameForm.LEGAL, translate("Report", "Legal name")),
        )
        held = self.name.blockSignals(True)
        chosen = self.name.currentData()
        self.name.clear()
        for form, words in forms:
            said = words  # the legal name is sealed: not even this list shows it
            if form in {NameForm.INITIALS, NameForm.WORKING} and me is not None:
                name = petitioner_named(me, form)
                said = translate("Report", "{form}, {name}", form=words, name=name)
            self.name.addItem(said, form.value)
        self.name.setCurrentIndex(max(self.name.findData(chosen), 0))
        self.name.blockSignals(held)
        held = self.numbers.blockSignals(True)
        at = self.numbers.findData(_INITIALS)
        words = translate("Report", "{first} and up", first=f"{self._initials_prefix()}0001")
        self.numbers.setItemText(at, words)
        if (self.prefix.text(), self.start.text()) == (self._initials_prefix(), "1"):
            self.numbers.setCurrentIndex(at)
        self.numbers.blockSignals(held)
        self._arrange()

    def use_name(self, form: NameForm) -> None:
        """Choose a form of the name, as if the person had."""
        self.name.setCurrentIndex(self.name.findData(form.value))

    def own_name(self) -> dict[str, str]:
        """Return the name that was typed, by what it is."""
        legal = self.name.currentData() == NameForm.LEGAL.value
        return {"legal_name" if legal else "working_name": self.own.text().strip()}

    @property
    def needs_name(self) -> bool:
        """Whether the chosen form needs a name that the book does not have."""
        form = NameForm(str(self.name.currentData()))
        if form is NameForm.LEGAL:
            return self._me is None or not self._me.legal_name
        return form is not NameForm.PETITIONER and self._me is None

    def _build_name(self) -> None:
        self.name = Select(translate("Report", "Your name"))
        self._add(translate("Report", "Your name"), self.name)
        for form in NameForm:
            self.name.addItem(form.value, form.value)
        self.own = LineEdit(translate("Report", "Name to print"))
        self.own.left_field.connect(self._own_name_left)
        self.own.returnPressed.connect(self._own_name_left)
        self.own_field = Field(translate("Report", "Name to print"), self.own)
        self._wide(self.own_field)
        self.name.currentIndexChanged.connect(self._name_changed)

    def _build_numbers(self) -> None:
        self.numbers = Select(translate("Report", "Page numbers"))
        for how, words in (
            (_PLAIN, translate("Report", "1 and up")),
            (_INITIALS, ""),
            (_OWN, translate("Report", "Your own")),
        ):
            self.numbers.addItem(words, how)
        self._add(translate("Report", "Page numbers"), self.numbers)
        self.prefix = LineEdit(translate("Report", "Before page numbers"), "RK-")
        self.prefix.setMaxLength(BATES_PREFIX_CHARS)
        self.start = LineEdit(translate("Report", "First number"))
        self.start.setValidator(QIntValidator(0, BATES_MOST - 1, self.start))
        self._own_numbers = QWidget()
        row = QGridLayout(self._own_numbers)
        spaced(row, gap=10)
        for at, (label, line) in enumerate(
            (
                (translate("Report", "Before page numbers"), self.prefix),
                (translate("Report", "First number"), self.start),
            )
        ):
            line.textEdited.connect(self.edited)
            row.addWidget(Field(label, line), 0, at, Qt.AlignmentFlag.AlignBottom)
        self._wide(self._own_numbers)
        self.numbers.currentIndexChanged.connect(self._changed)

    def _build_paper(self) -> None:
        self.paper = Select(translate("Report", "Paper"))
        for value, words in (("", ""), *_papers()):
            self.paper.addItem(words, value)
        self._add(translate("Report", "Paper"), self.paper)
        self.paper.currentIndexChanged.connect(self._changed)

    def _build_rules(self) -> None:
        self.profile = Select(translate("Report", "Court rules"))
        for known in make_report.known_profiles():
            self.profile.addItem(known.label, known.id)
            self._notes[known.id] = known.note
            self._papers[known.id] = known.page
        self._add(translate("Report", "Court rules"), self.profile)
        self._note = Text("", "caption", "text-3", wrap=True)
        self._wide(self._note)
        self.language = Select(translate("Report", "Language"))
        self.language.addItem(translate("Report", "That of this window"), "")
        known_languages = languages()
        for code, own_name in known_languages.items():
            self.language.addItem(own_name, code)
        if len(known_languages) > 1:
            self._add(translate("Report", "Language"), self.language)
        for select in (self.profile, self.language):
            select.currentIndexChanged.connect(self._changed)
        self.leave_out = WrapCheck(
            translate("Report", "Leave out entries, files and messages that hold a hidden name")
        )
        self.leave_out.toggled.connect(self._changed)
        self._wide(self.leave_out)

    def _add(self, label: str, control: QWidget) -> None:
        words = Text(label, "body", "text-2", wrap=True)
        words.setBuddy(control)
        self._grid.addWidget(words, self._rows, 0)
        self._grid.addWidget(control, self._rows, 1)
        self._rows += 1

    def _wide(self, widget: QWidget) -> None:
        self._grid.addWidget(widget, self._rows, 0, 1, 2)
        self._rows += 1

    def _measure(self) -> None:
        for grid in (self.layout(), self.more.layout()):
            if isinstance(grid, QGridLayout):
                grid.setColumnMinimumWidth(0, px(_LABEL_PX))

    def _name_changed(self) -> None:
        self._arrange()
        if self.name.currentData() == NameForm.LEGAL.value:
            self.legal_asked.emit()
        else:
            self.edited.emit()

    def _changed(self) -> None:
        self._arrange()
        self.edited.emit()

    def _own_name_left(self) -> None:
        if self.own.text().strip() and self.needs_name:
            self.own_name_typed.emit()

    def _arrange(self) -> None:
        self._own_numbers.setVisible(self.numbers.currentData() == _OWN)
        self.own_field.setVisible(self.needs_name)
        legal = self.name.currentData() == NameForm.LEGAL.value
        self.own_field.label.setText(
            translate("Report", "Your legal name") if legal else translate("Report", "Your name")
        )
        self.own_field.set_hint(
            translate("Report", "Sealed in your book. Only a report with this choice prints it.")
            if legal
            else translate("Report", "Kept in your book. Without it the report says “Petitioner”.")
        )
        by_rules = dict(_papers()).get(self._papers.get(str(self.profile.currentData()), ""), "")
        words = translate("Report", "{paper} (by the rules)", paper=by_rules)
        held = self.paper.blockSignals(True)
        self.paper.setItemText(0, words)
        self.paper.blockSignals(held)
        self._note.setText(self._notes.get(str(self.profile.currentData()), ""))

    def _initials_prefix(self) -> str:
        initials = petitioner_named(self._me, NameForm.INITIALS) if self._me is not None else ""
        letters = "".join(mark for mark in initials if mark.isalnum())
        return f"{letters[: BATES_PREFIX_CHARS - 1]}-" if letters else "RK-"

    def _numbering(self, draft: ReportDraft) -> str:
        if draft.bates_start == 1 and draft.bates_prefix in {"", self._initials_prefix()}:
            return _INITIALS if draft.bates_prefix else _PLAIN
        return _OWN


def _grid_of(widget: QWidget) -> QGridLayout:
    """Give a widget two columns: labels and what is chosen."""
    grid = QGridLayout(widget)
    spaced(grid, gap=8)
    grid.setColumnStretch(1, 1)
    return grid


def usual_profile() -> str:
    """Return the court profile for where this computer is."""
    here = _system().territory()
    return "generic-us" if here == QLocale.Country.UnitedStates else "generic-a4"


def with_paper(draft: ReportDraft, chosen: str) -> ReportDraft:
    """Return a draft for the paper that was chosen for every new report, if any was."""
    if chosen not in dict(_papers()):
        return draft
    by_rules = {known.id: known.page for known in make_report.known_profiles()}
    return replace(draft, page="" if by_rules.get(draft.profile) == chosen else chosen)


def _papers() -> tuple[tuple[str, str], ...]:
    return (("letter", translate("Report", "US Letter")), ("a4", translate("Report", "A4")))


def usual_paper() -> str:
    """Return the paper to choose from the start; empty where the rules have the usual one."""
    by_rules = "letter" if usual_profile() == "generic-us" else "a4"
    here = "letter" if prints_on_letter(_system()) else "a4"
    return "" if here == by_rules else here


def _system() -> QLocale:
    return QLocale.system()
