"""The open conversation: its name, its messages, and what can be done with those chosen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from logbook.domain.ids import ConversationId, MessageId
from logbook.domain.message import Conversation
from logbook.domain.thread import ThreadRow
from logbook.i18n import translate
from logbook.ui.later import Later
from logbook.ui.models import message_reading
from logbook.ui.models.small_pictures import SmallPictures
from logbook.ui.models.thread import Opened, ThreadModel
from logbook.ui.on_key import on_key
from logbook.ui.style import spaced
from logbook.ui.widgets.chosen_bar import ChosenBar
from logbook.ui.widgets.message_lists import title_of
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.thread_row import ThreadDelegate, row_sentence
from logbook.ui.widgets.thread_view import ThreadView
from logbook.ui.words import short_day, span_of_days

if TYPE_CHECKING:
    from logbook.ui.desk import Desk


_SAY_READING_AFTER_MS = 400


class ThreadPane(Surface):
    """Opens conversations at their newest message, or at one that was asked for."""

    current_changed = Signal()
    opened = Signal()  # Enter: show the message in full
    file_pressed = Signal(object, int)
    left = Signal()  # Esc
    all_wanted = Signal()  # tick all, or all that match

    def __init__(self, desk: Desk) -> None:
        super().__init__("surface")
        self._desk = desk
        self._wanted: MessageId | None = None
        self.model = ThreadModel(desk, row_sentence)
        self.model.opened.connect(self._show_opened)
        self.model.failed.connect(self._opening_ended)
        self._slow = Later(self, _SAY_READING_AFTER_MS, self._say_reading)
        self.model.opening.connect(self._slow.start)
        self._ticked = 0
        self.model.ticked_changed.connect(self._say_ticked)
        self.model.dataChanged.connect(self._rows_came)
        self.pictures = SmallPictures(desk)
        self.view = ThreadView(self.model, ThreadDelegate(self.pictures.of))
        self.pictures.came.connect(self.view.viewport().update)
        self.view.selectionModel().currentRowChanged.connect(self._current_changed)
        self.view.opened.connect(self.opened)
        self.view.all_wanted.connect(self.all_wanted)
        self.view.file_pressed.connect(self.file_pressed)
        self._title = Text("", "heading", elide=True)
        self._line = Text("", "small", "text-2", elide=True)
        self._day = Text("", "label", "text-2")  # of the first message in sight
        self.view.seen.connect(self._say_day)
        self.bar = ChosenBar()
        self.bar.clear_pressed.connect(self.model.untick)
        names = QVBoxLayout()
        spaced(names, gap=0)
        names.addWidget(self._title)
        names.addWidget(self._line)
        head = QHBoxLayout()
        spaced(head, margins=(22, 12, 20, 8), gap=10)
        head.addLayout(names, 1)
        head.addWidget(self._day, 0, Qt.AlignmentFlag.AlignBottom)
        middle = QVBoxLayout()
        spaced(middle, margins=(18, 0, 4, 0))
        middle.addWidget(self.view)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)
        on_key(self, "Esc", self.left)

    def current(self) -> ThreadRow | None:
        """Return the message that is chosen."""
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def go_to(self, message: MessageId) -> None:
        """Show a message in the middle; another conversation opens when it is there."""
        here = self.model.conversation
        if here is None or self.model.is_opening:
            self.model.show(ConversationId(0), message)
            return
        self._wanted = message
        self._desk.on_vault(
            message_reading.place_of,
            self.model.marks,
            message,
            then=lambda found: self._go(here, message, found),
        )

    def forget(self) -> None:
        """Show nothing."""
        self.model.forget()
        self.pictures.forget()
        self._title.setText("")
        self._line.setText("")
        self._day.setText("")
        self._say_ticked()

    def use_words(self, words: str) -> None:
        """Mark words as found."""
        self.view.use_words(words)

    def _go(
        self, here: Conversation, message: MessageId, found: tuple[ConversationId, int]
    ) -> None:
        if message != self._wanted or self.model.conversation is not here:
            return
        conversation, row = found
        if conversation == here.id:
            self.view.choose(row, middle=True)
        else:
            self.model.show(conversation, message)

    def _say_reading(self) -> None:
        self._line.setText(translate("Messages", "Reading the conversation…"))

    def _opening_ended(self, _error: object) -> None:
        self._slow.stop()
        here = self.model.conversation
        self._line.setText(_about(here) if here is not None else "")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._slow.stop()

    def _show_opened(self, opened: Opened) -> None:
        self._slow.stop()
        conversation = opened.conversation
        self._title.setText(title_of(conversation))
        self._line.setText(_about(conversation))
        if not opened.total:
            return
        if not opened.is_wanted:
            self.view.at_end()
        self.view.choose(opened.at, middle=opened.is_wanted)

    def _current_changed(self, _index: QModelIndex, _before: QModelIndex) -> None:
        self._say_ticked()
        self.current_changed.emit()

    def _rows_came(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self.view.currentIndex().row() <= last.row() and not self.model.ticked:
            self._say_ticked()

    def _say_day(self, row: int) -> None:
        found = self.model.row(row)
        if found is not None and found.local:
            self._day.setText(short_day(date.fromisoformat(found.local[:10])))

    def _say_ticked(self) -> None:
        ticked = len(self.model.ticked)
        self.bar.say(ticked, can_act=bool(ticked) or self.view.currentIndex().isValid())
        if ticked != self._ticked:
            self._ticked = ticked
            self._desk.announce(self.bar.count_words())


def _about(conversation: Conversation) -> str:
    count = translate("Messages", "%n message|%n messages", "", conversation.messages)
    days = _days(conversation)
    return translate("Messages", "{count}, {days}", count=count, days=days) if days else count


def _days(conversation: Conversation) -> str:
    try:
        first, last = (
            date.fromisoformat(one[:10]) for one in (conversation.first, conversation.last)
        )
    except ValueError:
        return ""
    return span_of_days(first, last)
