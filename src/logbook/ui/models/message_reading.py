"""What the messages page asks of the book; every function here runs on the vault's thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from logbook.domain.ids import ConversationId, MessageId
from logbook.domain.message import Conversation
from logbook.domain.progress import SILENT, Progress
from logbook.domain.thread import Found, HitRow, Key, Wanted
from logbook.tasks import show_message
from logbook.tasks.show_message import ShownConversation, ShownMessage, Stretch

if TYPE_CHECKING:
    from logbook.vault.messages import Witness
    from logbook.vault.vault import Vault


class Conversations(NamedTuple):
    """The conversations whose names hold some words, and how many there are in all."""

    name: str
    numbers: Sequence[int]
    total: int


def find_conversations(vault: Vault, name: str) -> Conversations:
    """Return the conversations with a name, the latest first."""
    numbers = vault.message_hits.conversations(name)
    return Conversations(
        name, numbers, len(numbers) or len(vault.message_hits.conversations() if name else ())
    )


def read_conversations(vault: Vault, numbers: list[int]) -> list[Conversation]:
    """Return some conversations."""
    return vault.message_hits.some_conversations(numbers)


def find_messages(vault: Vault, wanted: Wanted, progress: Progress = SILENT) -> Found:
    """Look for messages."""
    return vault.message_hits.find(wanted, progress)


def read_hits(vault: Vault, numbers: list[int], words: str) -> list[HitRow]:
    """Return the lines of some messages that were found."""
    return vault.message_hits.rows([MessageId(one) for one in numbers], words)


def read_message(vault: Vault, message: MessageId) -> ShownMessage:
    """Read one message with all that belongs to it."""
    return show_message.show_message(vault, message)


def read_conversation(vault: Vault, conversation: ConversationId) -> ShownConversation:
    """Read one conversation with its imports."""
    return show_message.show_conversation(vault, conversation)


def read_original(vault: Vault, place: Witness, progress: Progress = SILENT) -> Stretch:
    """Read the stretch of an export that a message is."""
    return show_message.read_original(vault, place, progress)


def place_of(vault: Vault, marks: list[Key], message: MessageId) -> tuple[ConversationId, int]:
    """Return the row of a message in the conversation of the marks, or its own conversation."""
    return vault.threads.place(marks, message)


def read_ids(
    vault: Vault,
    conversation: ConversationId,
    marks: list[Key],
    ranges: list[tuple[int, int]],
    most: int,
) -> list[MessageId]:
    """Return the messages of some rows."""
    return vault.threads.ids(conversation, marks, ranges, most)
