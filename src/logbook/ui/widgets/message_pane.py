"""The pane beside a thread: the chosen message, or the conversation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from logbook.i18n import translate
from logbook.tasks.show_message import ShownConversation, ShownMessage
from logbook.ui.on_key import on_key
from logbook.ui.style import at_least, spaced
from logbook.ui.widgets.choice import Segmented
from logbook.ui.widgets.conversation_detail import ConversationDetail
from logbook.ui.widgets.message_detail import MessageDetail
from logbook.ui.widgets.surface import Surface

_LEAST_PX = 290


class MessagePane(Surface):
    """Two sides of which one is shown; each says what is read for it."""

    side_changed = Signal()
    left = Signal()  # Esc

    def __init__(self) -> None:
        super().__init__("surface")
        at_least(self, width=_LEAST_PX)
        self.side = Segmented(
            translate("Messages", "What is shown"),
            (
                (False, translate("Messages", "Message")),
                (True, translate("Messages", "Conversation")),
            ),
        )
        self.side.chosen.connect(self._side_chosen)
        self.message = MessageDetail()
        self.about = ConversationDetail()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.message)
        self._stack.addWidget(self.about)
        head = QHBoxLayout()
        spaced(head, margins=(22, 12, 20, 4))
        head.addWidget(self.side)
        head.addStretch(1)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.dress_in_parts(self._stack)
        on_key(self, "Esc", self.left)
        self.clear()

    @property
    def is_about(self) -> bool:
        """True while the conversation is shown."""
        return bool(self.side.value())

    def clear(self) -> None:
        """Say that nothing is chosen."""
        self.message.clear()
        self.about.clear()

    def show_message(self, shown: ShownMessage) -> None:
        """Say a message."""
        self.message.show_message(shown)

    def show_conversation(self, shown: ShownConversation) -> None:
        """Say a conversation."""
        self.about.show_conversation(shown)

    def take_focus(self) -> None:
        """Put the keyboard where the pane begins."""
        self.side.setFocus(Qt.FocusReason.OtherFocusReason)

    def _side_chosen(self, about: object) -> None:
        self._stack.setCurrentWidget(self.about if about else self.message)
        self.side_changed.emit()
