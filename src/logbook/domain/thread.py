"""A conversation as it is read on a page: rows cut to what a list shows, and what to look for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from logbook.domain.entry import Kind
from logbook.domain.evidence import MediaClass
from logbook.domain.ids import ConversationId, EvidenceId, MessageId
from logbook.domain.message import MessageKind

ROW_CHARS = 2_000  # a list shows no more of a message; the whole of it is read when it is chosen


class Key(NamedTuple):
    """Where a message stands in its thread: threads are in this order."""

    sort_ms: int
    id: int


class ThreadFile(NamedTuple):
    """A file of a message; `evidence` is None where it is not in the book."""

    name: str
    evidence: EvidenceId | None
    media_class: MediaClass
    size_bytes: int


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """One message of a thread, cheap to read by the block."""

    id: MessageId
    sort_ms: int
    number: int  # within its conversation, in file order
    local: str  # wall clock ISO 8601 or empty
    sender: str
    is_me: bool
    text: str  # at most ROW_CHARS, its subject first
    is_cut: bool
    repaired: str
    kind: MessageKind
    flags: tuple[str, ...]
    extra: str
    files: tuple[ThreadFile, ...] = ()
    given: Kind = Kind.NONE  # the kind that the person gave it
    entries: int = 0  # how many entries are linked to it


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which messages to look for; an empty part does not cut. Days are inclusive."""

    match: str = ""
    conversation: ConversationId | None = None
    sender: str = ""
    from_me: bool = False
    first_day: date | None = None
    last_day: date | None = None
    given: Kind = Kind.NONE
    with_files: bool = False

    @property
    def is_on(self) -> bool:
        """True when something may not match; a conversation alone is nothing to look for."""
        return self != Wanted(conversation=self.conversation)


class HitRow(NamedTuple):
    """A message that was found, as a line of a list."""

    id: MessageId
    conversation: ConversationId
    title: str  # of the conversation
    local: str
    sender: str
    is_me: bool
    snippet: str


class Found(NamedTuple):
    """The messages found, newest first; `is_cut`: there are more than a list takes."""

    ids: list[MessageId]
    is_cut: bool
