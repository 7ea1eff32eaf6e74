"""The chosen message, or its conversation, read once the keys rest, and shown beside the thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from logbook.errors import LogbookError
from logbook.tasks.show_message import Stretch
from logbook.ui.later import Later
from logbook.ui.models import message_reading

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.widgets.message_pane import MessagePane
    from logbook.ui.widgets.thread_pane import ThreadPane

_AFTER_MS = 30  # holding an arrow key must not read every message on the way


class MessageShowing(QObject):
    """Reads for the side of the pane that is shown."""

    def __init__(self, desk: Desk, chat: ThreadPane, pane: MessagePane) -> None:
        super().__init__(pane)
        self._desk = desk
        self._chat = chat
        self._pane = pane
        self.later = Later(self, _AFTER_MS, self.read)

    def read(self) -> None:
        """Read what the pane says."""
        here, row = self._chat.model.conversation, self._chat.current()
        if here is None:
            self._pane.clear()
        elif self._pane.is_about:
            self._desk.on_vault(
                message_reading.read_conversation,
                here.id,
                then=self._pane.show_conversation,
                failed=self._fail,
            )
        elif row is not None:
            self._desk.on_vault(
                message_reading.read_message,
                row.id,
                then=self._pane.show_message,
                failed=self._fail,
            )
        else:
            self._pane.message.clear()

    def read_original(self, witness: object) -> None:
        """Read the stretch of an export that the message is, as it was written."""
        self._desk.on_vault(
            message_reading.read_original,
            witness,
            then=partial(self._show_original, witness),
            failed=partial(self._miss_original, witness),
            long=True,
        )

    def _show_original(self, witness: object, stretch: Stretch) -> None:
        if self._pane.message.show_original(witness, stretch):
            self._desk.announce(stretch.text)

    def _miss_original(self, witness: object, error: LogbookError) -> None:
        self._pane.message.miss_original(witness)
        self._desk.say_problem(error)

    def _fail(self, error: LogbookError) -> None:
        self._pane.clear()
        self._desk.say_problem(error, self.read)
