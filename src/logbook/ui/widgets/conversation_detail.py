"""The open conversation beside its thread: who takes part, how much there is, where it is from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.domain.message import Conversation
from logbook.i18n import translate
from logbook.tasks import say_import
from logbook.tasks.show_message import Report, ShownConversation
from logbook.ui.style import add_gap, spaced
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.chip import Chip, ChipFlow
from logbook.ui.widgets.export_place import digest_words, size_and_day
from logbook.ui.widgets.labelled import Labelled
from logbook.ui.widgets.message_lists import icon_of, platform_of, title_of
from logbook.ui.widgets.surface import Line, ScrollColumn
from logbook.ui.widgets.text import Text
from logbook.ui.words import clock, locale, long_day, short_day

if TYPE_CHECKING:
    from logbook.vault.import_rows import KeptImport

_PEOPLE_MOST = 24
_PLACES_MOST = 5


class ConversationDetail(QWidget):
    """Says one conversation; what is pressed goes to the page."""

    undo_pressed = Signal(object)  # KeptImport
    save_pressed = Signal(object)  # KeptImport

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout()
        spaced(self._column, margins=(22, 14, 22, 20), gap=6)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addWidget(ScrollColumn(self._column))

    def clear(self) -> None:
        """Say nothing."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def show_conversation(self, shown: ShownConversation) -> None:
        """Say another conversation."""
        self.clear()
        column, conversation = self._column, shown.conversation
        column.addWidget(Text(title_of(conversation), "title", wrap=True))
        column.addWidget(_people(conversation))
        for fact in _facts_of(conversation):
            column.addWidget(fact)
        self._part()
        if shown.imports:
            head = translate("Messages", "From %n import|From %n imports", "", shown.imports)
            column.addWidget(Text(head, "strong"))
        else:
            column.addWidget(Text(translate("Messages", "The import was undone"), "strong"))
            line = translate("Messages", "The messages that your entries use stayed.")
            column.addWidget(Text(line, "small", "text-2", wrap=True))
        for number, report in enumerate(reversed(shown.reports)):
            if number:
                self._part()
            self._report(report)
        more = shown.imports - len(shown.reports)
        if more > 0:
            words = translate("Messages", "and %n earlier|and %n earlier", "", more)
            column.addWidget(Text(words, "small", "text-3"))
        column.addStretch(1)

    def _part(self) -> None:
        """Part two groups by a line, with room on both sides."""
        add_gap(self._column, 8)
        self._column.addWidget(Line())
        add_gap(self._column, 8)

    def _report(self, report: Report) -> None:
        for line in _lines_of(report):
            self._column.addWidget(line)
        self._column.addWidget(self._buttons_of(report.source))

    def _buttons_of(self, source: KeptImport) -> QWidget:
        buttons = ChipFlow(gap=8)
        if source.original is not None:
            save = Button(translate("Messages", "Save a copy"), size=Size.SMALL)
            save.clicked.connect(partial(self.save_pressed.emit, source))
            buttons.add(save)
        undo = Button(
            translate("Messages", "Undo import"),
            Variant.SECONDARY,
            icon="arrow-counter-clockwise",
            size=Size.SMALL,
        )
        undo.clicked.connect(partial(self.undo_pressed.emit, source))
        buttons.add(undo)
        return buttons


def _lines_of(report: Report) -> Iterator[Text]:
    """Say one import: its file, its counts, what was not understood, what was not there."""
    source = report.source
    local = source.imported_at.astimezone()
    when = translate(
        "Messages", "brought in {when}", when=f"{short_day(local.date())}, {clock(local)}"
    )
    yield Text(source.name, "body", wrap=True)
    yield Text(size_and_day(source.size_bytes, when), "small", "text-2", wrap=True)
    digest = translate("Messages", "Fingerprint {digest}", digest=digest_words(source.sha256))
    yield Text(digest, "caption", "text-3", wrap=True)
    yield Text(_counts_of(report), "small", "text-2", wrap=True)
    for place in report.places[:_PLACES_MOST]:
        yield Text(say_import.say_place(place), "caption", "text-3", wrap=True)
    more = report.not_understood - _PLACES_MOST
    if more > 0:
        yield Text(translate("Messages", "and %n more|and %n more", "", more), "caption", "text-3")
    for code in source.warnings:
        yield Text(say_import.say_warning(code).head, "small", "text-2", wrap=True)
    missing = len(source.files.missing) + source.files.more_missing
    if missing:
        words = translate(
            "Messages",
            "%n file is named and was not in the export.|"
            "%n files are named and were not in the export.",
            "",
            missing,
        )
        yield Text(words, "small", "text-2", wrap=True)


def _counts_of(report: Report) -> str:
    return translate(
        "Messages",
        "%n record in the file: {stored} kept, {here} already here, {missed} not understood.|"
        "%n records in the file: {stored} kept, {here} already here, {missed} not understood.",
        "",
        report.source.records,
        stored=locale().toString(report.source.stored),
        here=locale().toString(report.source.already_here),
        missed=locale().toString(report.not_understood),
    )


def _facts_of(conversation: Conversation) -> Iterator[Labelled]:
    """Say how many messages it has, from when to when, and of which program."""
    count = translate("Messages", "%n message|%n messages", "", conversation.messages)
    for icon, label, words in (
        ("chat-text", translate("Messages", "Messages"), count),
        ("clock", translate("Messages", "First"), _day(conversation.first)),
        ("clock", translate("Messages", "Last"), _day(conversation.last)),
        (
            icon_of(conversation.platform),
            translate("Messages", "Program"),
            platform_of(conversation),
        ),
    ):
        if words:
            yield Labelled(icon, label, Text(words, "small", wrap=True))


def _people(conversation: Conversation) -> QWidget:
    chips = ChipFlow()
    people = conversation.participants
    for name in people[:_PEOPLE_MOST]:
        chips.add(Chip(name, icon="user"))
    if len(people) > _PEOPLE_MOST:
        more = len(people) - _PEOPLE_MOST
        chips.add(Chip(translate("Messages", "and %n more|and %n more", "", more)))
    return chips


def _day(when: str) -> str:
    try:
        return long_day(date.fromisoformat(when[:10]))
    except ValueError:
        return ""
