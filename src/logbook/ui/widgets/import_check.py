"""What a look at an export found, and the few things that only the person can say about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from heapq import nlargest
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.message import Answers, Examination, NotUnderstood, Question
from logbook.i18n import translate
from logbook.tasks.bring_in_messages import Examined
from logbook.tasks.say_import import say_place, say_warning
from logbook.tasks.say_zone import say_zone
from logbook.tasks.this_computer import zone_here, zones
from logbook.ui.style import sized, spaced
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.choice import Radio
from logbook.ui.widgets.field import Field, Select, TextBox
from logbook.ui.widgets.labelled import Glyph
from logbook.ui.widgets.surface import Line, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.words import locale, long_day, short_day

if TYPE_CHECKING:
    from logbook.vault.import_rows import KeptImport

_UNREADABLE_SHOWN = 5
_UNREADABLE_LISTED = 5_000
_LIST_PX = 180
_SENDERS_OFFERED = 2_000  # a group has 1,024 members at most


class ImportCheck(QWidget):
    """The second step in full, or `short` beside the picker with a way back to it."""

    changed = Signal()
    change_pressed = Signal()

    def __init__(self, *, short: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short = short
        self._orders: dict[str, Radio] = {}
        self._group: QButtonGroup | None = None
        self._me: Select | None = None
        self._zone: Select | None = None
        self._zone_guess = ""
        self._must_order = False
        self._column = QVBoxLayout(self)
        spaced(self._column, gap=14)

    def show_found(
        self,
        examined: Examined,
        answers: Answers | None = None,
        earlier: KeptImport | None = None,
    ) -> None:
        """Show what was found; `answers` are those given, beside the picker.

        `earlier`: this very file was brought in before.
        """
        self._take_out()
        found = examined.found
        if self._short:
            self._column.addWidget(Text(translate("Import", "This file"), "strong"))
        self._add("chat-text", found.format.label, _summary(found))
        if earlier is not None and not self._short:
            self._add_earlier(earlier)
        self._column.addWidget(Line())
        for question in found.questions:
            if self._short:
                self._add_answer(question, answers or Answers(), found)
            else:
                self._add_question(question, found)
        self._add_unreadable(found.not_understood)
        self._add_warnings(found.warnings)
        self._add_files(found)
        digest = examined.sha256.hex()
        line = translate("Import", "Fingerprint {digest} …", digest=f"{digest[:4]} {digest[4:8]}")
        self._add(
            "fingerprint-simple", translate("Import", "Original will be kept unchanged"), line
        )

    def is_settled(self) -> bool:
        """Tell whether everything that has no safe answer was answered."""
        chosen = any(radio.isChecked() for radio in self._orders.values())
        return chosen or not self._must_order

    def open_question(self) -> QWidget | None:
        """Return where the answer is given that is still needed, None once it is there."""
        return None if self.is_settled() else next(iter(self._orders.values()), None)

    def answers(self) -> Answers:
        """Return what the person said, with why it holds where they only left it as it stood."""
        order = next((order for order, radio in self._orders.items() if radio.isChecked()), "")
        zone = str(self._zone.currentData() or "") if self._zone is not None else ""
        guessed = bool(zone) and zone == self._zone_guess
        return Answers(
            zone=zone,
            date_order=order,
            me=str(self._me.currentData() or "") if self._me is not None else "",
            basis={"zone": "device_guess"} if guessed else {},
        )

    def give(self, answers: Answers) -> None:
        """Choose answers that were given before to the same questions."""
        for order, radio in self._orders.items():
            radio.setChecked(order == answers.date_order)
        for select, answer in ((self._me, answers.me), (self._zone, answers.zone)):
            if select is not None:
                select.setCurrentIndex(max(select.findData(answer), 0))

    def _take_out(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._orders, self._group = {}, None
        self._me = self._zone = None
        self._must_order, self._zone_guess = False, ""

    def _add_earlier(self, earlier: KeptImport) -> None:
        head = translate(
            "Import",
            "This file is already in this book, since {day}",
            day=short_day(earlier.imported_at.astimezone().date()),
        )
        line = translate("Import", "Nothing is kept twice. You can still make entries from it.")
        self._add("info", head, line, "info")

    def _add(self, icon: str, head: str, line: str, colour: str = "text-2") -> QVBoxLayout:
        holder = QWidget()
        column = QVBoxLayout()
        spaced(column, gap=1)
        column.addWidget(Text(head, "label" if self._short else "strong", wrap=True))
        if line:
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
        self._group = QButtonGroup(self)
        for order in question.choices:
            radio = Radio(_order_name(order))
            radio.setChecked(order == question.suggestion)
            radio.toggled.connect(self._changed)
            self._group.addButton(radio)
            self._orders[order] = radio
            pair = QVBoxLayout()  # what is said of an answer stands close to it
            spaced(pair, gap=0)
            pair.addWidget(radio)
            column.addLayout(pair)
            if worked := worked_example(examples.get(order, "")):
                radio.setAccessibleDescription(worked)
                line = QHBoxLayout()
                spaced(line, margins=(29, 0, 0, 2))
                line.addWidget(Text(worked, "small", "text-2", wrap=True), 1)
                pair.addLayout(line)
        if question.suggestion and not question.must_ask:
            basis = _basis_words(question.basis)
            if basis:
                column.addWidget(Text(basis, "small", "text-2", wrap=True))

    def _ask_me(self, column: QVBoxLayout, question: Question, found: Examination) -> None:
        self._me = Select(translate("Import", "Which one is you?"))
        self._me.addItem(translate("Import", "Not said"), "")
        for sender, count in _offered(found.senders, question.suggestion):
            shown = translate(
                "Import",
                "{name}, %n message|{name}, %n messages",
                "",
                count,
                name=sender,
            )
            self._me.addItem(shown, sender)
        at = self._me.findData(question.suggestion) if question.suggestion else 0
        self._me.setCurrentIndex(max(at, 0))
        self._me.currentIndexChanged.connect(self._changed)
        column.addWidget(Field(translate("Import", "Which one is you?"), self._me))

    def _ask_zone(self, column: QVBoxLayout, question: Question) -> None:
        """Offer what the file suggests, then this computer's zone, then all there are."""
        label = translate("Import", "Time zone of the phone")
        self._zone = Select(label)
        self._zone.addItem(translate("Import", "Not sure"), "")
        first = dict.fromkeys((question.suggestion, *question.choices, zone_here()))
        known = zones()
        named = sorted(name for name in known if "/" in name and not name.startswith("Etc/"))
        for name in dict.fromkeys((*first, *named)):
            if name in known:
                self._zone.addItem(say_zone(name), name)
        self._zone_guess = question.suggestion or zone_here()
        self._zone.setCurrentIndex(max(self._zone.findData(self._zone_guess), 0))
        self._zone.currentIndexChanged.connect(self._changed)
        hint = translate(
            "Import",
            "Where was the phone when the chat was exported? Choose Not sure if you do not know.",
        )
        column.addWidget(Field(label, self._zone, hint=hint))

    def _add_answer(self, question: Question, answers: Answers, found: Examination) -> None:
        head, line = _said(question, answers, found)
        column = self._add("check-circle", head, line, "success")
        row = QHBoxLayout()
        spaced(row, gap=0)
        change = Button(translate("Import", "Change"), Variant.LINK, size=Size.SMALL)
        change.setAccessibleName(translate("Import", "Change: {answer}", answer=head))
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
        line = translate(
            "Import",
            "It stays in the original file.|They stay in the original file.",
            "",
            len(missed),
        )
        column = self._add("warning", head, line, "warning")
        if self._short:
            return
        for one in missed[:_UNREADABLE_SHOWN]:
            column.addWidget(Text(say_place(one), "caption", "text-3", wrap=True))
        if len(missed) > _UNREADABLE_SHOWN:
            column.addWidget(_AllPlaces(missed))

    def _add_warnings(self, warnings: tuple[str, ...]) -> None:
        for code in warnings:
            words = say_warning(code)
            if not self._short:
                self._add("warning", words.head, words.line, "warning")

    def _add_files(self, found: Examination) -> None:
        missing = found.media_named - found.media_present
        head = translate("Import", "Pictures and files")
        if missing > 0:
            line = translate(
                "Import",
                "%n missing: it is named in the chat and was not exported.|"
                "%n missing: they are named in the chat and were not exported.",
                "",
                missing,
            )
            self._add("warning", head, line, "warning")
        elif found.media_named:
            line = translate(
                "Import",
                "%n file, all there|%n files, all there",
                "",
                found.media_named,
            )
            self._add("paperclip", head, line)

    def _changed(self, _value: object = None) -> None:
        self.changed.emit()


class _AllPlaces(QWidget):
    """All places that could not be read, on request."""

    def __init__(self, missed: tuple[NotUnderstood, ...]) -> None:
        super().__init__()
        self._missed = missed
        self.button = Button(translate("Import", "See all of them"), Variant.LINK, size=Size.SMALL)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._toggled)
        self.listed = TextBox(translate("Import", "Places that could not be read"))
        self.listed.setReadOnly(True)
        sized(self.listed, height=_LIST_PX)
        self.listed.hide()
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        spaced(column, gap=4)
        column.addLayout(row)
        column.addWidget(self.listed)

    def _toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        if shown and not self.listed.toPlainText():
            words = [say_place(one) for one in self._missed[:_UNREADABLE_LISTED]]
            left = len(self._missed) - len(words)
            if left:
                more = translate("Import", "and {count} more", count=locale().toString(left))
                words.append(more)
            self.listed.setPlainText("\n".join(words))
        self.listed.setVisible(shown)


def _offered(senders: Mapping[str, int], suggested: str) -> list[tuple[str, int]]:
    """Return the senders that may be the person, in their order; of very many the busiest."""
    offered = list(senders.items())
    if len(offered) > _SENDERS_OFFERED:
        busiest = set(nlargest(_SENDERS_OFFERED, senders, key=senders.__getitem__))
        offered = [one for one in offered if one[0] in busiest or one[0] == suggested]
    return offered


def worked_example(example: str) -> str:
    """Return an example such as "03/04/2026 → 2026-04-03" in words."""
    typed, arrow, iso = example.partition(" → ")
    if not arrow:
        return typed
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return example
    return translate("Import", "{typed} is read as {day}", typed=typed, day=long_day(day))


def _summary(found: Examination) -> str:
    count = translate("Import", "%n message|%n messages", "", found.records)
    if not found.first:
        return count
    return translate(
        "Import",
        "{count}, {first} to {last}",
        count=count,
        first=short_day(date.fromisoformat(found.first[:10])),
        last=short_day(date.fromisoformat(found.last[:10])),
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
        "separator": translate("Import", "Dates with dots are written this way."),
    }.get(basis, "")


def _said(question: Question, answers: Answers, found: Examination) -> tuple[str, str]:
    """Return an answer in words with a worked example."""
    if question.kind == "date_order":
        order = answers.date_order or question.suggestion
        head = {
            "dmy": translate("Import", "Dates are day, month, year"),
            "mdy": translate("Import", "Dates are month, day, year"),
            "ymd": translate("Import", "Dates are year, month, day"),
        }.get(order, translate("Import", "Dates as they stand"))
        return head, worked_example(dict(question.examples).get(order, ""))
    if question.kind == "me":
        senders = len(found.senders)
        line = translate("Import", "%n person found|%n people found", "", senders)
        if not answers.me:
            return translate("Import", "Not said which one is you"), line
        return translate("Import", "You are “{name}” in this chat", name=answers.me), line
    if not answers.zone:
        head = translate("Import", "Time zone not said")
        return head, translate("Import", "Times are what the phone showed.")
    return translate("Import", "Time zone of the phone"), say_zone(answers.zone)
