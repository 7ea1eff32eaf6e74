"""What a look at an export found, and the few things that only the person can say about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.message import Answers, Examination, NotUnderstood, Question
from logbook.i18n import translate
from logbook.tasks.bring_in_messages import Examined
from logbook.tasks.this_computer import zone_here
from logbook.ui.style import spaced
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.choice import Radio
from logbook.ui.widgets.field import Field, LineEdit, Select
from logbook.ui.widgets.labelled import Glyph
from logbook.ui.widgets.surface import Line, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.words import locale

_UNREADABLE_SHOWN = 5


class ImportCheck(QWidget):
    """The second step in full, or `short` beside the picker with a way back to it."""

    changed = Signal()
    change_pressed = Signal()

    def __init__(self, *, short: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short = short
        self._orders: dict[str, Radio] = {}
        self._me: Select | None = None
        self._zone: LineEdit | None = None
        self._must_order = False
        self._column = QVBoxLayout(self)
        spaced(self._column, gap=14)

    def show_found(self, examined: Examined, answers: Answers | None = None) -> None:
        """Show what was found; `answers` are those given, beside the picker."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._orders, self._me, self._zone = {}, None, None
        found = examined.found
        if self._short:
            self._column.addWidget(Text(translate("Import", "This file"), "strong"))
        self._add("chat-text", found.format.label, _summary(found))
        self._column.addWidget(Line())
        for question in found.questions:
            if self._short:
                self._add_answer(question, answers or Answers())
            else:
                self._add_question(question, found)
        self._add_unreadable(found.not_understood)
        self._add_warnings(found.warnings)
        if found.media_named:
            line = translate(
                "Import",
                "{present} of {named} files named in the chat are in the export",
                present=locale().toString(found.media_present),
                named=locale().toString(found.media_named),
            )
            self._add("paperclip", translate("Import", "Pictures and files"), line)
        digest = examined.sha256.hex()
        line = translate("Import", "Fingerprint {digest} …", digest=f"{digest[:4]} {digest[4:8]}")
        self._add("fingerprint-simple", translate("Import", "Original kept unchanged"), line)

    def is_settled(self) -> bool:
        """Tell whether everything that has no safe answer was answered."""
        chosen = any(radio.isChecked() for radio in self._orders.values())
        return chosen or not self._must_order

    def answers(self) -> Answers:
        """Return what the person said."""
        order = next((order for order, radio in self._orders.items() if radio.isChecked()), "")
        return Answers(
            zone=self._zone.text().strip() if self._zone is not None else "",
            date_order=order,
            me=str(self._me.currentData() or "") if self._me is not None else "",
        )

    def _add(self, icon: str, head: str, line: str, colour: str = "text-2") -> QVBoxLayout:
        holder = QWidget()
        column = QVBoxLayout()
        spaced(column, gap=1)
        column.addWidget(Text(head, "label" if self._short else "strong", wrap=True))
        column.addWidget(Text(line, "small", "text-2", wrap=True))
        row = QHBoxLayout(holder)
        spaced(row, gap=12)
        row.addWidget(Glyph(icon, 18, colour), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self._column.addWidget(holder)
        return column

    def _add_question(self, question: Question, found: Examination) -> None:
        card = Surface("card")
        column = QVBoxLayout(card)
        spaced(column, margins=(18, 14, 18, 16), gap=8)
        if question.kind == "date_order":
            self._ask_order(column, question)
        elif question.kind == "me":
            self._ask_me(column, question, found)
        elif question.kind == "zone":
            self._ask_zone(column, question)
        self._column.addWidget(card)

    def _ask_order(self, column: QVBoxLayout, question: Question) -> None:
        self._must_order = question.must_ask
        column.addWidget(Text(translate("Import", "How are the dates written?"), "strong"))
        examples = dict(question.examples)
        for order in question.choices:
            words = _order_name(order)
            if examples.get(order):
                words = f"{words}: {examples[order]}"
            radio = Radio(words)
            radio.setChecked(order == question.suggestion)
            radio.toggled.connect(self._changed)
            self._orders[order] = radio
            column.addWidget(radio)
        if question.suggestion and not question.must_ask:
            column.addWidget(Text(_basis_words(question.basis), "small", "text-2", wrap=True))

    def _ask_me(self, column: QVBoxLayout, question: Question, found: Examination) -> None:
        self._me = Select(translate("Import", "Which one is you?"))
        self._me.addItem(translate("Import", "Not said"), "")
        for sender, count in found.senders.items():
            shown = translate(
                "Import", "{name}, {count} messages", name=sender, count=locale().toString(count)
            )
            self._me.addItem(shown, sender)
        at = self._me.findData(question.suggestion) if question.suggestion else 0
        self._me.setCurrentIndex(max(at, 0))
        self._me.currentIndexChanged.connect(self._changed)
        column.addWidget(Field(translate("Import", "Which one is you?"), self._me))

    def _ask_zone(self, column: QVBoxLayout, question: Question) -> None:
        self._zone = LineEdit(translate("Import", "Time zone of the phone"), "Europe/London")
        self._zone.setText(question.suggestion or zone_here())
        self._zone.textEdited.connect(self._changed)
        hint = translate(
            "Import",
            "Where was the phone when the chat was exported? Leave it empty if you are not sure.",
        )
        label = translate("Import", "Time zone of the phone")
        column.addWidget(Field(label, self._zone, hint=hint, optional=True))

    def _add_answer(self, question: Question, answers: Answers) -> None:
        head, line = _said(question, answers)
        column = self._add("check-circle", head, line, "success")
        row = QHBoxLayout()
        spaced(row, gap=0)
        change = Button(translate("Import", "Change"), Variant.LINK, size=Size.SMALL)
        change.clicked.connect(self.change_pressed)
        row.addWidget(change)
        row.addStretch(1)
        column.addLayout(row)

    def _add_unreadable(self, missed: tuple[NotUnderstood, ...]) -> None:
        if not missed:
            return
        head = translate(
            "Import", "%n place could not be read|%n places could not be read", "", len(missed)
        )
        column = self._add(
            "warning", head, translate("Import", "They stay in the original file."), "warning"
        )
        if self._short:
            return
        for one in missed[:_UNREADABLE_SHOWN]:
            column.addWidget(Text(f"{one.locator}: {one.reason}", "caption", "text-3", wrap=True))

    def _add_warnings(self, warnings: tuple[str, ...]) -> None:
        for code in warnings:
            words = warning_words(code)
            if words and not self._short:
                self._add("warning", words[0], words[1], "warning")

    def _changed(self, _value: object = None) -> None:
        self.changed.emit()


def warning_words(code: str) -> tuple[str, str] | None:
    """Return the words for a warning of an importer; None for one that needs no words here."""
    return {
        "file_is_editable": (
            translate("Import", "This kind of export is plain text."),
            translate("Import", "Anyone could edit it. Keep the phone and screenshots as well."),
        ),
        "count_differs": (
            translate("Import", "The file names another number of messages."),
            translate("Import", "It may have been cut or edited."),
        ),
        "near_cap": (
            translate("Import", "The chat may be longer than the export."),
            translate("Import", "The phone cuts off the oldest messages without a note."),
        ),
        "cut_off": (
            translate("Import", "The file ends in the middle."),
            translate("Import", "Everything before that place was read."),
        ),
    }.get(code)


def _summary(found: Examination) -> str:
    count = translate("Import", "%n message|%n messages", "", found.records)
    if not found.first:
        return count
    return translate(
        "Import",
        "{count}, {first} to {last}",
        count=count,
        first=found.first[:10],
        last=found.last[:10],
    )


def _order_name(order: str) -> str:
    return {
        "dmy": translate("Import", "Day, month, year"),
        "mdy": translate("Import", "Month, day, year"),
        "ymd": translate("Import", "Year, month, day"),
    }.get(order, order)


def _basis_words(basis: str) -> str:
    return {
        "field_over_12": translate("Import", "Some dates can only be read this way."),
        "year_first": translate("Import", "The year stands first."),
        "time_order": translate("Import", "Read this way, the messages are in order."),
    }.get(basis, "")


def _said(question: Question, answers: Answers) -> tuple[str, str]:
    """Return an answer in words with a worked example."""
    if question.kind == "date_order":
        order = answers.date_order or question.suggestion
        return (
            translate("Import", "Dates are {order}", order=_order_name(order).lower()),
            dict(question.examples).get(order, ""),
        )
    if question.kind == "me":
        if not answers.me:
            return translate("Import", "Not said which one is you"), ""
        return translate("Import", "You are “{name}” in this chat", name=answers.me), ""
    zone = answers.zone or translate("Import", "not said")
    return translate("Import", "Time zone: {zone}", zone=zone), ""
