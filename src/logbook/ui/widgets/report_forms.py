"""The choices that belong to one section of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.domain.message import Conversation
from logbook.i18n import translate
from logbook.tasks import say_date
from logbook.tasks.this_computer import is_zone
from logbook.ui.models.report_draft import Entries, Messages, ReportDraft, filter_data
from logbook.ui.models.saved_filters import SavedFilter
from logbook.ui.style import spaced
from logbook.ui.widgets.button import Button, Size
from logbook.ui.widgets.day_span import DaySpan
from logbook.ui.widgets.field import Field, LineEdit, Select
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.wrap_check import WrapCheck

_AROUND = (0, 1, 2, 3, 5, 10)
_CHATS_MOST = 200


class SectionForm(QWidget):
    """Some fields of a draft; `edited` comes with every change that can be read."""

    edited = Signal()

    def __init__(self, head: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        spaced(self.column, gap=12)
        self.head = Text(head, "heading")
        self.column.addWidget(self.head)

    def fill(self, draft: ReportDraft) -> None:
        """Show what a draft says."""
        raise NotImplementedError

    def read(self, draft: ReportDraft) -> ReportDraft:
        """Return a draft with what stands in the fields."""
        raise NotImplementedError


class CoverForm(SectionForm):
    """What the cover names."""

    NAMES = ("court", "case_number", "respondent", "title", "name")

    def __init__(self) -> None:
        super().__init__(translate("Report", "Cover page"))
        self.lines: dict[str, LineEdit] = {}
        labels = (
            translate("Report", "Court"),
            translate("Report", "Case number"),
            translate("Report", "The person responsible"),
            translate("Report", "Title on the cover"),
            translate("Report", "Name in your list, not printed"),
        )
        for name, label in zip(self.NAMES, labels, strict=True):
            line = self.lines[name] = LineEdit(label)
            line.textEdited.connect(self.edited)
            self.column.addWidget(Field(label, line))
        self.lines["title"].setPlaceholderText(
            translate("Report", "Evidence in support of a protective order")
        )
        self.lines["respondent"].setPlaceholderText(
            translate("Report", "As your people list has it")
        )

    def fill(self, draft: ReportDraft) -> None:
        for name, line in self.lines.items():
            if line.text() != getattr(draft, name):
                line.setText(getattr(draft, name))

    def read(self, draft: ReportDraft) -> ReportDraft:
        return replace(
            draft,
            court=self.lines["court"].text(),
            case_number=self.lines["case_number"].text(),
            respondent=self.lines["respondent"].text(),
            title=self.lines["title"].text(),
            name=self.lines["name"].text(),
        )


class ChronologyForm(SectionForm):
    """Which entries go in, and in which zone their times are printed."""

    pick_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(translate("Report", "Chronology"))
        self.which = Select(translate("Report", "Entries"))
        for value, words in (
            (Entries.ALL, translate("Report", "All entries")),
            (Entries.DAYS, translate("Report", "Those of some days")),
            (Entries.FILTER, translate("Report", "Those of a saved filter")),
            (Entries.PICKED, translate("Report", "Those that you pick")),
        ):
            self.which.addItem(words, value.value)
        self.which.currentIndexChanged.connect(self._which_changed)
        self.column.addWidget(Field(translate("Report", "Entries"), self.which))
        self.days = DaySpan()
        self.days.edited.connect(self._days_edited)
        self.column.addWidget(self.days)
        self.filters = Select(translate("Report", "Saved filter"))
        self.filters.currentIndexChanged.connect(self.edited)
        self._filters_field = Field(translate("Report", "Saved filter"), self.filters)
        self.column.addWidget(self._filters_field)
        self._no_filter = Text(
            translate("Report", "Save a filter on the timeline first, then choose it here."),
            "small",
            "text-2",
            wrap=True,
        )
        self.column.addWidget(self._no_filter)
        self.pick = Button(translate("Report", "Pick entries"), size=Size.SMALL)
        self.pick.clicked.connect(self.pick_pressed)
        self.picked = Text("", "small", "text-2", wrap=True)
        self.column.addWidget(self.picked)
        self.column.addWidget(self.pick)
        self.zone = LineEdit(translate("Report", "Time zone"), "Europe/London")
        self.zone.textEdited.connect(self._zone_edited)
        hint = translate("Report", "Empty: where most of the entries happened.")
        self._zone_field = Field(translate("Report", "Time zone"), self.zone, hint=hint)
        self.column.addWidget(self._zone_field)
        self._offered: dict[str, str] = {}
        self._filter = ""
        self._chosen: tuple[int, ...] = ()
        self._span: tuple[str, str] = ("", "")
        self._arrange()

    def fill(self, draft: ReportDraft) -> None:
        held = self.which.blockSignals(True)
        self.which.setCurrentIndex(self.which.findData(draft.entries))
        self.which.blockSignals(held)
        self._chosen = draft.picked
        self._filter = draft.filter
        self._choose_filter()
        if self._span != (draft.first_day, draft.last_day):
            self._span = (draft.first_day, draft.last_day)
            self.days.first.line.setText(_typed(draft.first_day))
            self.days.last.line.setText(_typed(draft.last_day))
            self.days.read()
        if self.zone.text().strip() != draft.zone:
            self.zone.setText(draft.zone)
        self._arrange()

    def read(self, draft: ReportDraft) -> ReportDraft:
        zone = self.zone.text().strip()
        first, last = self._span
        return replace(
            draft,
            entries=str(self.which.currentData()),
            first_day=first,
            last_day=last,
            filter=str(self.filters.currentData() or self._filter),
            zone=zone if is_zone(zone) else "",
        )

    def show_filters(self, saved: Sequence[SavedFilter]) -> None:
        """Offer the saved filters of the timeline."""
        self._offered = {filter_data(one): one.name for one in saved}
        self._choose_filter()
        self._arrange()

    def _choose_filter(self) -> None:
        """List the filters, and the one of this report though it is gone from the timeline."""
        held = self.filters.blockSignals(True)
        self.filters.clear()
        offered = dict(self._offered)
        kept = ReportDraft(filter=self._filter).saved_filter if self._filter else None
        if kept is not None:
            offered.setdefault(self._filter, kept.name)
        for data, name in offered.items():
            self.filters.addItem(name, data)
        self.filters.setCurrentIndex(max(self.filters.findData(self._filter), 0))
        self.filters.blockSignals(held)

    def _which_changed(self) -> None:
        self._arrange()
        self.edited.emit()
        if self.which.currentData() == Entries.PICKED and not self._chosen:
            self.pick_pressed.emit()

    def _days_edited(self) -> None:
        found = self.days.read()
        if found is not None:  # else the field says what is wrong, and the days stay as they were
            self._span = (_iso(found.first), _iso(found.last))
            self.edited.emit()

    def _zone_edited(self) -> None:
        zone = self.zone.text().strip()
        unknown = bool(zone) and not is_zone(zone)
        words = translate("Report", "This zone is not known. Write it as Area/City.")
        self._zone_field.set_problem(words if unknown else "")
        if not unknown:
            self.edited.emit()

    def _arrange(self) -> None:
        which = self.which.currentData()
        self.days.setVisible(which == Entries.DAYS)
        by_filter = which == Entries.FILTER
        self._filters_field.setVisible(by_filter and self.filters.count() > 0)
        self._no_filter.setVisible(by_filter and self.filters.count() == 0)
        for part in (self.pick, self.picked):
            part.setVisible(which == Entries.PICKED)
        count = len(self._chosen)
        self.picked.setText(translate("Report", "%n entry picked|%n entries picked", "", count))


class MessagesForm(SectionForm):
    """Which messages go in, and how many around those of the entries."""

    def __init__(self) -> None:
        super().__init__(translate("Report", "Message records"))
        self.which = Select(translate("Report", "Messages"))
        for value, words in (
            (Messages.LINKED, translate("Report", "Those of the entries")),
            (Messages.CHATS, translate("Report", "Whole conversations")),
            (Messages.ALL, translate("Report", "All imported messages")),
        ):
            self.which.addItem(words, value.value)
        self.which.currentIndexChanged.connect(self._changed)
        self.column.addWidget(Field(translate("Report", "Messages"), self.which))
        self.around = Select(translate("Report", "Around each one"))
        for count in _AROUND:
            words = translate(
                "Report", "%n before and after it|%n before and %n after it", "", count
            )
            none = translate("Report", "Nothing more")
            self.around.addItem(words if count else none, count)
        self.around.currentIndexChanged.connect(self._changed)
        self._around_field = Field(translate("Report", "Around each one"), self.around)
        self.column.addWidget(self._around_field)
        self._chats = QVBoxLayout()
        spaced(self._chats, gap=4)
        self.column.addLayout(self._chats)
        self._none = Text(
            translate("Report", "No messages were brought in yet."), "small", "text-2", wrap=True
        )
        self.column.addWidget(self._none)
        self._boxes: dict[int, WrapCheck] = {}
        self._wanted: set[int] = set()
        self._arrange()

    def show_chats(self, chats: Sequence[Conversation]) -> None:
        """Offer the conversations of the book."""
        offered = {int(chat.id): chat for chat in chats[:_CHATS_MOST]}
        if list(offered) != list(self._boxes):
            for box in self._boxes.values():
                self._chats.removeWidget(box)
                box.hide()
                box.deleteLater()
            self._boxes = {}
            for number, chat in offered.items():
                box = self._boxes[number] = WrapCheck(_named(chat))
                box.setChecked(number in self._wanted)
                box.toggled.connect(self._changed)
                self._chats.addWidget(box)
        self._arrange()

    def fill(self, draft: ReportDraft) -> None:
        self._wanted = set(draft.chats)
        controls = (self.which, self.around, *self._boxes.values())
        for control in controls:
            control.blockSignals(True)
        self.which.setCurrentIndex(self.which.findData(draft.messages))
        nearest = min(_AROUND, key=lambda count: abs(count - draft.around))
        self.around.setCurrentIndex(self.around.findData(nearest))
        for number, box in self._boxes.items():
            box.setChecked(number in self._wanted)
        for control in controls:
            control.blockSignals(False)
        self._arrange()

    def read(self, draft: ReportDraft) -> ReportDraft:
        ticked = {number for number, box in self._boxes.items() if box.isChecked()}
        unseen = self._wanted - set(self._boxes)
        return replace(
            draft,
            messages=str(self.which.currentData()),
            chats=tuple(sorted(ticked | unseen)),
            around=int(self.around.currentData()),
        )

    def _changed(self, _value: object = None) -> None:
        self._arrange()
        self.edited.emit()

    def _arrange(self) -> None:
        which = self.which.currentData()
        self._around_field.setVisible(which == Messages.LINKED)
        for box in self._boxes.values():
            box.setVisible(which == Messages.CHATS)
        self._none.setVisible(which != Messages.LINKED and not self._boxes)


class PlainForm(SectionForm):
    """Sections without choices say what they are for, one at a time."""

    def __init__(self) -> None:
        super().__init__("")
        self._line = Text("", "small", "text-2", wrap=True)
        self.column.addWidget(self._line)

    def say(self, head: str, line: str) -> None:
        """Speak of a section."""
        self.head.setText(head)
        self._line.setText(line)

    def fill(self, _draft: ReportDraft) -> None:
        """Have nothing to show."""

    def read(self, draft: ReportDraft) -> ReportDraft:
        return draft


def _named(chat: Conversation) -> str:
    return translate(
        "Report",
        "{chat}, %n message|{chat}, %n messages",
        "",
        chat.messages,
        chat=chat.title or ", ".join(chat.participants),
    )


def _typed(day: str) -> str:
    if not day:
        return ""
    when = date.fromisoformat(day)
    return f"{when.day} {say_date.month_name(when.month)} {when.year}"


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
