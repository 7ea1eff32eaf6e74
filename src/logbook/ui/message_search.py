"""What is looked for on the page of messages: words typed in the bar, and ticking what matches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from logbook.domain.ids import MessageId
from logbook.ui.later import Later

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.widgets.message_find import Held
    from logbook.ui.widgets.messages_left import MessagesLeft
    from logbook.ui.widgets.thread_pane import ThreadPane

_SEARCH_AFTER_MS = 60


class MessageSearch(QObject):
    """Waits for a pause in typing; the list on the left finds, the open chat marks and ticks."""

    def __init__(self, desk: Desk, left: MessagesLeft, chat: ThreadPane) -> None:
        super().__init__(left)
        self._desk = desk
        self._left = left
        self._chat = chat
        self._words = ""
        self._tick_found = False  # tick what is looked for once it is found
        self.later = Later(self, _SEARCH_AFTER_MS, self._search_now)
        left.finding.connect(self._words_changed)
        left.found.connect(self._found)
        chat.all_wanted.connect(self.tick_all)

    def use_words(self, words: str) -> None:
        """Look for words, once no more are typed."""
        self._words = words
        self._tick_found = False
        self.later.start()

    def go_on(self, held: Held) -> None:
        """Look for what the page before this one looked for."""
        self._words = held.wanted.match
        self._left.finder.take_over(held)

    def tick_all(self) -> None:
        """Tick the open conversation, or what matches in it while messages are looked for."""
        if self.later.isActive() or self._left.is_finding:
            self._tick_found = True
        elif self._left.finder.is_on:
            self._tick_matches()
        else:
            self._chat.model.tick(0, self._chat.model.rowCount() - 1, on=True)

    def _search_now(self) -> None:
        self._left.finder.use_words(self._words)

    def _words_changed(self, words: str) -> None:
        self.later.stop()
        if not words and self._words:
            self._empty_search_box()
        self._chat.use_words(words)

    def _empty_search_box(self) -> None:
        """The words of a search that was cleared must not stay in the bar."""
        self._words = ""
        self._desk.forget_search()

    def _found(self) -> None:
        if self._tick_found:
            self._tick_matches()

    def _tick_matches(self) -> None:
        self._tick_found = False
        self._chat.model.tick_messages([MessageId(one) for one in self._left.hits.numbers])
