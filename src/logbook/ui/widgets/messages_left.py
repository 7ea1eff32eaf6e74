"""The left pane of the messages page: conversations by name, or the messages that were found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from logbook.domain.message import Conversation
from logbook.domain.thread import Found, HitRow
from logbook.i18n import translate
from logbook.ui.jobs import Job
from logbook.ui.models import message_reading
from logbook.ui.models.numbered_list import NumberedList
from logbook.ui.style import at_least, spaced
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.message_find import MessageFind
from logbook.ui.widgets.message_lists import (
    ConversationDrawing,
    HitDrawing,
    conversation_sentence,
    hit_sentence,
)
from logbook.ui.widgets.numbered_view import NumberedView
from logbook.ui.widgets.surface import Surface
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_LEAST_LIST_PX = 110


class MessagesLeft(Surface):
    """Lists conversations, or the messages that were found while something is looked for."""

    listed = Signal(object)  # message_reading.Conversations
    conversation_chosen = Signal(object)  # its number
    hit_chosen = Signal(object)  # the number of the message
    pressed = Signal()
    entered = Signal()
    finding = Signal(str)  # other words are looked for, or none
    found = Signal()  # the list shows what was looked for last
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__("sunken")
        self._desk = desk
        self._name = ""
        self._job: Job | None = None
        self._search = 0  # a search that was overtaken says nothing any more
        at_least(self, width=240)
        self.finder = MessageFind()
        self.conversations: NumberedList[Conversation] = NumberedList(
            desk, message_reading.read_conversations, conversation_sentence
        )
        self.hits: NumberedList[HitRow] = NumberedList(
            desk, message_reading.read_hits, hit_sentence
        )
        self.conversation_view = NumberedView(
            self.conversations, ConversationDrawing, translate("Messages", "Conversations")
        )
        self.hit_view = NumberedView(
            self.hits, HitDrawing, translate("Messages", "Messages that match")
        )
        self._build()
        self._connect()

    def read(self) -> None:
        """List the conversations anew."""
        self._desk.on_vault(
            message_reading.find_conversations,
            self._name,
            then=self._list,
            failed=self.failed.emit,
        )

    @property
    def is_cut(self) -> bool:
        """True while conversations are looked for by name."""
        return bool(self._name)

    def stand_alone(self, *, alone: bool) -> None:
        """Begin where the page's title does, when no other pane is beside."""
        spaced(self._column, margins=(8, 0, 8, 0) if alone else (0, 0, 0, 0), gap=0)

    def mark(self, conversation: int) -> bool:
        """Show which conversation is open, without opening it; False when it is not listed."""
        at = self.conversations.place_of(conversation)
        if at is not None:
            _choose_quietly(self.conversation_view, at)
        return at is not None

    @property
    def is_finding(self) -> bool:
        """True while messages are looked for and the list still shows those from before."""
        return self._job is not None

    def list_widget(self) -> QWidget | None:
        """Return the list that is shown, or what stands instead."""
        return self.lists.currentWidget()

    def step(self, step: int) -> bool:
        """Go to the next thing found, round at the ends; False when nothing is looked for."""
        total = self.hits.rowCount()
        if not total or not self.finder.is_on:
            return False
        before = self.hit_view.currentIndex().row()
        self.hit_view.choose((before + step) % total if before >= 0 or step > 0 else total - 1)
        return True

    def find_again(self) -> None:
        """Look for other messages; what was found before stays until then."""
        self._search += 1
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.finding.emit(self.finder.words)
        wanted, search = self.finder.wanted(), self._search
        if not wanted.is_on:
            self.finder.say_found("", can_step=False)
            self._show_list()
            return
        self._job = self._desk.on_vault(
            message_reading.find_messages,
            wanted,
            then=lambda found: self._show_found(search, found),
            failed=self.failed.emit,
            long=True,
        )

    def _build(self) -> None:
        self.no_names = EmptyState(
            "magnifying-glass",
            translate("Messages", "No conversation has this name"),
            translate("Messages", "Part of a name or a number is enough."),
        )
        self.no_hits = EmptyState(
            "magnifying-glass",
            translate("Messages", "No message matches"),
            translate("Messages", "Other words or fewer filters may find more."),
        )
        self.lists = QStackedWidget()
        at_least(self.lists, height=_LEAST_LIST_PX)  # what stands instead may not push
        for part in (self.conversation_view, self.hit_view, self.no_names, self.no_hits):
            self.lists.addWidget(part)
        column = self._column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addWidget(self.finder)
        self.dress_in_parts(self.finder, self.lists)
        holder = QVBoxLayout()
        spaced(holder, margins=(8, 0, 0, 0))
        holder.addWidget(self.lists)
        column.addLayout(holder, 1)

    def _connect(self) -> None:
        self.finder.named.connect(self._named)
        self.finder.changed.connect(self.find_again)
        for view, chosen in (
            (self.conversation_view, self._conversation_chosen),
            (self.hit_view, self._hit_chosen),
        ):
            view.selectionModel().currentRowChanged.connect(chosen)
            view.clicked.connect(self.pressed)
            view.activated.connect(self.entered)
        for model in (self.conversations, self.hits):
            model.failed.connect(self.failed)

    def _named(self, name: str) -> None:
        self._name = name
        self.read()

    def _list(self, found: message_reading.Conversations) -> None:
        if found.name == self._name:
            self.conversations.show(found.numbers)
            self._show_list()
            self.listed.emit(found)

    def _show_found(self, search: int, found: Found) -> None:
        if search != self._search:
            return
        self._job = None
        before = self.hit_view.currentIndex().row()
        chosen = self.hits.numbers[before] if before >= 0 else 0
        self.hit_view.words = self.finder.words
        self.hits.show(found.ids, self.finder.words)
        at = self.hits.place_of(chosen)
        if at is not None:
            _choose_quietly(self.hit_view, at)
        words = _count_words(found, self.finder.words)
        self.finder.say_found(_count_words(found, ""), can_step=bool(found.ids))
        self._show_list()
        self._desk.announce(words)
        self.found.emit()

    def _show_list(self) -> None:
        if self.finder.is_on:
            shown = self.hit_view if self.hits.rowCount() else self.no_hits
        else:
            shown = self.conversation_view if self.conversations.rowCount() else self.no_names
        had_focus = self.conversation_view.hasFocus() or self.hit_view.hasFocus()
        self.lists.setCurrentWidget(shown)
        self.lists.setFocusProxy(shown)
        if had_focus:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _conversation_chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and self.isVisible():
            self.conversation_chosen.emit(self.conversations.numbers[index.row()])

    def _hit_chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.hit_chosen.emit(self.hits.numbers[index.row()])


def _count_words(found: Found, looked_for: str) -> str:
    words = translate("Messages", "%n message|%n messages", "", len(found.ids))
    if found.is_cut:
        count = locale().toString(len(found.ids))
        words = translate("Messages", "The newest {count}", count=count)
    if looked_for:
        words = translate("Messages", "{count} with “{words}”", count=words, words=looked_for)
    return words


def _choose_quietly(view: NumberedView, row: int) -> None:
    view.selectionModel().blockSignals(True)
    view.choose(row)
    view.selectionModel().blockSignals(False)
    view.viewport().update()
