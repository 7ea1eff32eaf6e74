"""Messages as an entry shows them: who wrote when, and the words, one below the other."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.message import Message
from logbook.i18n import translate
from logbook.ui.style import spaced
from logbook.ui.widgets.text import Text
from logbook.ui.words import day_and_clock

_WORDS_MOST = 600  # a longer message is shown whole on the page of messages


class MessageLine(QWidget):
    """One message: its sender and time in one line, its words below."""

    def __init__(self, message: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        record = message.record
        sender = translate("Messages", "You") if record.sender_is_me else record.sender
        head = QHBoxLayout()
        spaced(head, gap=8)
        head.addWidget(Text(sender or translate("Messages", "No sender"), "label", elide=True))
        head.addWidget(Text(day_and_clock(record.local), "small", "text-3"))
        head.addStretch(1)
        words = record.text
        if not words:
            words = ", ".join(one.name for one in message.attachments)
        if len(words) > _WORDS_MOST:
            words = words[:_WORDS_MOST].rstrip() + "…"
        column = QVBoxLayout(self)
        spaced(column, margins=(0, 4, 0, 4), gap=0)
        column.addLayout(head)
        column.addWidget(Text(words, "body", "text-2", wrap=True))
