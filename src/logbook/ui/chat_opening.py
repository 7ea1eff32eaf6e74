"""Which conversation is open: the one that was asked for, that was open before, or the latest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from logbook.domain.ids import ConversationId, MessageId
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.ui.models.thread import Opened

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.widgets.messages_left import MessagesLeft
    from logbook.ui.widgets.thread_pane import ThreadPane


class _Before(NamedTuple):
    """Where the person was in a conversation; None: at no message."""

    conversation: int
    message: MessageId | None


class ChatOpening(QObject):
    """Opens conversations in the thread, and marks in the list which one is open."""

    def __init__(self, desk: Desk, left: MessagesLeft, chat: ThreadPane) -> None:
        super().__init__(left)
        self._desk = desk
        self._left = left
        self._chat = chat
        self._stale = True  # the lists must be read before they are shown
        self._before: _Before | None = None  # to open again once they are
        self._unopened = 0  # tried in place of one that is gone, once
        self._linked = 0  # how many messages an entry has that are to be shown
        chat.model.failed.connect(self._cannot_open)
        left.failed.connect(self.say_problem)

    def open(self, conversation: int) -> None:
        """Open a conversation at its newest message, unless it is the one that is open."""
        here = self._chat.model.conversation
        if here is None or here.id != conversation or self._chat.model.is_opening:
            self._chat.model.show(ConversationId(conversation))

    def open_linked(self, message: MessageId, linked: Sequence[MessageId]) -> None:
        """Open the conversation of a message with all that one entry uses of it ticked."""
        self._linked = len(linked)
        self._chat.model.show(ConversationId(0), message, linked)

    def take_opened(self, opened: Opened) -> None:
        """Follow the thread: mark it in the list, look for words in it, say what it lacks."""
        finder = self._left.finder
        finder.use_conversation(opened.conversation)
        self._left.mark(int(opened.conversation.id))
        if finder.is_on and finder.here_only:
            self._left.find_again()
        self._say_elsewhere(self._linked - len(self._chat.model.ticked))
        self._linked = 0

    def take_listed(self, numbers: Sequence[int]) -> None:
        """Open one of the conversations that are listed now, where none of them is open."""
        here = self._chat.model.conversation
        if not numbers or (here is not None and self._left.mark(int(here.id))):
            return
        if not self._chat.model.is_opening and not self._left.is_cut:
            self._open_first(numbers)

    def list_again(self) -> None:
        """Read the conversations again."""
        self._stale = False
        self._left.read()

    def list_if_stale(self) -> None:
        """Read the conversations where they may be others by now."""
        if self._stale:
            self.list_again()

    def come_back_later(self) -> None:
        """Close the conversation, and open it at the same message once the lists are read."""
        here, row = self._chat.model.conversation, self._chat.current()
        if here is not None:
            self._before = _Before(int(here.id), None if row is None else row.id)
        self._stale = True
        self._chat.forget()

    def say_problem(self, error: LogbookError) -> None:
        """Say why the conversations could not be read; it can be tried again."""
        self._desk.say_problem(error, self.list_again)

    def _open_first(self, numbers: Sequence[int]) -> None:
        """Open the conversation that was open before, or the latest one."""
        before, self._before = self._before, None
        if before is None or not self._left.mark(before.conversation):
            before = _Before(numbers[0], None)
            self._left.mark(numbers[0])
        self._chat.model.show(ConversationId(before.conversation), before.message)

    def _cannot_open(self, error: LogbookError) -> None:
        """Say why, and open another conversation where none is open."""
        numbers = self._left.conversations.numbers
        if self._chat.model.conversation is None and numbers and self._unopened != numbers[0]:
            self._unopened = numbers[0]
            self._open_first(numbers)
        self.say_problem(error)

    def _say_elsewhere(self, count: int) -> None:
        if count > 0:
            self._desk.toast(
                translate(
                    "Messages",
                    "%n more message of this entry is not in this chat|"
                    "%n more messages of this entry are not in this chat",
                    "",
                    count,
                )
            )
