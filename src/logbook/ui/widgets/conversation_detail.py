"""The open conversation beside its thread: who takes part, how much there is, where it is from."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.domain.message import Conversation
from logbook.i18n import translate
from logbook.tasks import say_import
from logbook.tasks.show_message import Report, ShownConversation
from logbook.ui.style import px, spaced
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.chip import Chip, ChipFlow
from logbook.ui.widgets.export_place import digest_words, size_and_day
from logbook.ui.widgets.labelled import Labelled
from logbook.ui.widgets.message_lists import icon_of, platform_of, title_of
from logbook.ui.widgets.surface import Line, ScrollColumn
from logbook.ui.widgets.text import Text
from logbook.ui.words import clock, locale, long_day, short_day

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
                column.addWidget(Labelled(icon, label, Text(words, "small", wrap=True)))
        self._part()
        head = translate("Messages", "From %n import|From %n imports", "", shown.imports)
        if not shown.imports:
            head = translate("Messages", "The import was undone")
            line = translate("Messages", "The messages that your entries use stayed.")
            column.addWidget(Text(head, "strong"))
            column.addWidget(Text(line, "small", "text-2", wrap=True))
        else:
            column.addWidget(Text(head, "strong"))
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
        self._column.addSpacing(px(8))
        self._column.addWidget(Line())
        self._column.addSpacing(px(8))

    def _report(self, report: Report) -> None:
        column, source = self._column, report.source
        local = source.imported_at.astimezone()
        when = translate(
            "Messages", "brought in {when}", when=f"{short_day(local.date())}, {clock(local)}"
        )
        column.addWidget(Text(source.name, "body", wrap=True))
        column.addWidget(Text(size_and_day(source.size_bytes, when), "small", "text-2", wrap=True))
        digest = translate("Messages", "Fingerprint {digest}", digest=digest_words(source.sha256))
        column.addWidget(Text(digest, "caption", "text-3", wrap=True))
        counts = translate(
            "Messages",
            "%n record in the file: {stored} kept, {here} already here, {missed} not understood.|"
            "%n records in the file: {stored} kept, {here} already here, {missed} not understood.",
            "",
            source.records,
            stored=locale().toString(source.stored),
            here=locale().toString(source.already_here),
            missed=locale().toString(report.not_understood),
        )
        column.addWidget(Text(counts, "small", "text-2", wrap=True))
        for place in report.places[:_PLACES_MOST]:
            column.addWidget(Text(say_import.say_place(place), "caption", "text-3", wrap=True))
        if report.not_understood > _PLACES_MOST:
            words = translate(
                "Messages", "and %n more|and %n more", "", report.not_understood - _PLACES_MOST
            )
            column.addWidget(Text(words, "caption", "text-3"))
        for code in source.warnings:
            head = say_import.say_warning(code).head
            column.addWidget(Text(head, "small", "text-2", wrap=True))
        missing = len(source.files.missing) + source.files.more_missing
        if missing:
            words = translate(
                "Messages",
                "%n file is named and was not in the export.|"
                "%n files are named and were not in the export.",
                "",
                missing,
            )
            column.addWidget(Text(words, "small", "text-2", wrap=True))
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
        column.addWidget(buttons)


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
