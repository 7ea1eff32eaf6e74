"""Find the few things that typed words may mean: entries, people, chats, files and messages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from logbook.domain.ids import EntryId, EvidenceId, MessageId, PersonId
from logbook.domain.person import Person
from logbook.domain.progress import SILENT, Progress
from logbook.errors import NoSuchItem
from logbook.vault.search import Hit, SearchKind
from logbook.vault.vault import Vault

EACH_MOST = 5
_INDEXED_CHARS, _FEW_CHARS = 3, 2
_LINE_CHARS = 160
_MOST_NUMBER = 2**53


class FoundKind(StrEnum):
    """What was found."""

    ENTRY = "entry"
    PERSON = "person"
    CONVERSATION = "conversation"
    EVIDENCE = "evidence"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to go to. `when` is wall clock (ISO 8601) or empty; `line` says more of it."""

    kind: FoundKind
    id: int
    title: str
    line: str = ""
    when: str = ""


def find(vault: Vault, untrusted_words: str, progress: Progress = SILENT) -> list[Found]:
    """Return at most `EACH_MOST` of each kind, entries by their number before all others."""
    words = " ".join(untrusted_words.split())
    if not words:
        return []
    found: list[Found] = []
    for part in (_numbered, _people, _entries, _conversations, _files, _messages):
        progress(0, 0)
        seen = {(one.kind, one.id) for one in found}
        new = (one for one in part(vault, words) if (one.kind, one.id) not in seen)
        found += islice(new, EACH_MOST)
    return found


def _numbered(vault: Vault, words: str) -> Iterator[Found]:
    """Give the entry that has this number."""
    bare = words.removeprefix("#").strip()
    if bare.isascii() and bare.isdigit() and int(bare) < _MOST_NUMBER:
        yield from _rows(vault, [EntryId(int(bare))])


def _entries(vault: Vault, words: str) -> Iterator[Found]:
    hits = _hits(vault, words, SearchKind.ENTRY)
    yield from _rows(vault, [EntryId(hit.id) for hit in hits])


def _hits(vault: Vault, words: str, kind: SearchKind) -> list[Hit]:
    wanted = _indexed(words)
    return vault.search.first(wanted, EACH_MOST, kind) if wanted else []


def _indexed(words: str) -> str:
    """Return those of the words that the index finds at once.

    One or two letters stand in nearly every text, and a million of them would be read. In scripts
    whose signs are words two are enough.
    """
    return " ".join(
        word
        for word in words.split()
        if len(word) >= _INDEXED_CHARS or (len(word) == _FEW_CHARS and not word.isascii())
    )


def _rows(vault: Vault, entries: list[EntryId]) -> Iterator[Found]:
    for row in vault.entries.rows_of(entries):
        yield Found(FoundKind.ENTRY, int(row.id), row.title, f"{row.number}", row.start_local)


def _people(vault: Vault, words: str) -> Iterator[Found]:
    """Give people by name, alias or number; few letters are compared with names alone."""
    if _indexed(words):
        for hit in _hits(vault, words, SearchKind.PERSON):
            yield _person(vault.people.get(PersonId(hit.id)))
        return
    wanted = words.casefold()
    for person in vault.people.all():
        if any(part.startswith(wanted) for part in person.what.name.casefold().split()):
            yield _person(person)


def _person(person: Person) -> Found:
    numbers = ", ".join(person.what.numbers)[:_LINE_CHARS]
    return Found(FoundKind.PERSON, int(person.id), person.what.name, numbers)


def _conversations(vault: Vault, words: str) -> Iterator[Found]:
    """Give chats by their title, the people in them, or a number without its separators."""
    wanted = words.casefold().split()
    digits = "".join(sign for sign in words if sign.isdigit())
    for one in vault.messages.conversations():
        names = " ".join((one.title, *one.participants)).casefold()
        numbers = "".join(sign for sign in names if sign.isdigit())
        by_number = len(digits) >= _INDEXED_CHARS and digits in numbers
        if all(word in names for word in wanted) or by_number:
            title = one.title or ", ".join(one.participants)
            yield Found(FoundKind.CONVERSATION, int(one.id), title, str(one.messages), one.last)


def _files(vault: Vault, words: str) -> Iterator[Found]:
    for hit in _hits(vault, words, SearchKind.EVIDENCE):
        try:
            kept = vault.evidence.get(EvidenceId(hit.id))
        except NoSuchItem:
            continue
        yield Found(FoundKind.EVIDENCE, hit.id, kept.name, kept.description[:_LINE_CHARS])


def _messages(vault: Vault, words: str) -> Iterator[Found]:
    hits = _hits(vault, words, SearchKind.MESSAGE)
    senders = {
        int(one.id): one.record
        for one in vault.messages.get_many(MessageId(hit.id) for hit in hits)
    }
    for hit in hits:
        record = senders.get(hit.id)
        sender = "" if record is None else record.sender
        yield Found(FoundKind.MESSAGE, hit.id, hit.snippet[:_LINE_CHARS], sender, hit.when)
