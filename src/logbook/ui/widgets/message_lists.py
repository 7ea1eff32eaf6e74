"""The two lists of the messages page: conversations, and messages that were found."""

from __future__ import annotations

import math
from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt

from logbook.domain.message import Conversation
from logbook.domain.thread import HitRow
from logbook.i18n import translate
from logbook.tasks import say_message
from logbook.ui.style import color, look, px
from logbook.ui.widgets.message_paint import found_all, lay_out, width_of
from logbook.ui.widgets.numbered_view import PAD_PX, RowDrawing
from logbook.ui.words import day_and_clock, locale, short_day

_ICON_PX = 18
_ICONS = {"whatsapp": "whatsapp-logo"}
_SNIPPET_LINES = 2


class ConversationDrawing(RowDrawing):
    """Icon of the program, title and last day; people and how many messages below."""

    @staticmethod
    def row_px() -> int:
        return look().line_px("strong") + look().line_px("small") + px(22)

    def draw(self, row: Conversation, words: str) -> None:
        del words
        where = self._where
        strong, small = look().line_px("strong"), look().line_px("small")
        left, right = where.left() + px(PAD_PX), where.right() - px(PAD_PX)
        top = where.top() + (where.height() - strong - small) // 2
        side = px(_ICON_PX)
        self.glyph(
            icon_of(row.platform), QRectF(left, top + (strong - side) / 2, side, side), "text-2"
        )
        left += side + px(10)
        day = last_day_of(row)
        wide = width_of(day, "small")
        self._text(day, QRect(right - wide, top, wide, strong), "small", "text-3")
        title = QRect(left, top, right - wide - px(10) - left, strong)
        self._text(title_of(row), title, "strong", "text")
        count = locale().toString(row.messages)
        wide = width_of(count, "small")
        below = top + strong
        self._text(count, QRect(right - wide, below, wide, small), "small", "text-3")
        people = QRect(left, below, right - wide - px(10) - left, small)
        self._text(people_of(row), people, "small", "text-2")


class HitDrawing(RowDrawing):
    """Day and conversation; two lines of the text round the words."""

    @staticmethod
    def row_px() -> int:
        return look().line_px("label") + _SNIPPET_LINES * look().line_px("body") + px(20)

    def draw(self, row: HitRow, words: str) -> None:
        where = self._where
        label, tall = look().line_px("label"), look().line_px("body")
        left, right = where.left() + px(PAD_PX), where.right() - px(PAD_PX)
        text = " ".join(row.snippet.split()) or translate("Messages", "No text")
        layout = lay_out(text, right - left, *found_all(text, words))
        lines = min(layout.lineCount(), _SNIPPET_LINES)
        top = where.top() + (where.height() - label - px(2) - lines * tall) // 2
        when = day_and_clock(row.local)
        wide = min(width_of(when, "small"), (right - left) * 2 // 3)
        self._text(when, QRect(right - wide, top, wide, label), "small", "text-3")
        name = QRect(left, top, right - wide - px(10) - left, label)
        self._text(sender_in(row), name, "label", "text", elide=Qt.TextElideMode.ElideMiddle)
        line = QRectF(left, where.bottom(), right - left, 1)
        self._painter.fillRect(self._flip(line), color("line"))
        self._painter.setPen(color("text-2"))
        top += label + px(2)
        for at in range(lines):
            wide = math.ceil(layout.lineAt(at).naturalTextWidth())
            box = self._flip(QRectF(left, top, wide, lines * tall))
            layout.lineAt(at).draw(self._painter, box.topLeft())


def icon_of(platform: str) -> str:
    """Return the icon of the program that a conversation comes from."""
    return _ICONS.get(platform, "chat-text")


def title_of(conversation: Conversation) -> str:
    """Return what a conversation is called; one without a title by its people, or its key."""
    return (
        conversation.title
        or ", ".join(conversation.participants)
        or conversation.key
        or translate("Messages", "Chat without a name")
    )


def people_of(conversation: Conversation) -> str:
    """Return the people of a conversation, or where it comes from when its title says them."""
    people = ", ".join(conversation.participants)
    return people if people and people != title_of(conversation) else platform_of(conversation)


def platform_of(conversation: Conversation) -> str:
    """Return the name of the program that a conversation comes from."""
    return say_message.say_platform(conversation.platform)


def last_day_of(conversation: Conversation) -> str:
    """Return the day of the last message, empty for none."""
    try:
        return short_day(date.fromisoformat(conversation.last[:10]))
    except ValueError:
        return ""


def conversation_sentence(conversation: Conversation) -> str:
    """Say a conversation in one sentence, for screen readers."""
    count = translate("Messages", "%n message|%n messages", "", conversation.messages)
    last = last_day_of(conversation)
    parts = (
        title_of(conversation),
        people_of(conversation),
        count,
        translate("Messages", "last on {day}", day=last) if last else "",
    )
    return ". ".join(part for part in parts if part)


def sender_in(row: HitRow) -> str:
    """Return who sent a message that was found, and in which conversation."""
    sender = translate("Messages", "You") if row.is_me else row.sender
    if not sender or sender == row.title:
        return row.title
    return translate(
        "Messages", "{sender} in {conversation}", sender=sender, conversation=row.title
    )


def hit_sentence(row: HitRow) -> str:
    """Say a message that was found in one sentence, for screen readers."""
    parts = (day_and_clock(row.local), sender_in(row), " ".join(row.snippet.split()))
    return ". ".join(part for part in parts if part)
