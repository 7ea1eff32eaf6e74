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
from logbook.vault.search import SearchKind
from logbook.vault.vault import Vault

EACH_MOST = 5
_INDEXED_CHARS = 3  # fewer are looked up among people alone: in the index they would take too long
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
    if len(words) >= _INDEXED_CHARS:
        hits = vault.search.first(words, EACH_MOST, SearchKind.ENTRY)
        yield from _rows(vault, [EntryId(hit.id) for hit in hits])


def _rows(vault: Vault, entries: list[EntryId]) -> Iterator[Found]:
    for row in vault.entries.rows_of(entries):
        yield Found(FoundKind.ENTRY, int(row.id), row.title, f"{row.number}", row.start_local)


def _people(vault: Vault, words: str) -> Iterator[Found]:
    """Give people by name, alias or number; few letters are compared with names alone."""
    if len(words) >= _INDEXED_CHARS:
        for hit in vault.search.first(words, EACH_MOST, SearchKind.PERSON):
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
    if len(words) < _INDEXED_CHARS:
        return
    for hit in vault.search.first(words, EACH_MOST, SearchKind.EVIDENCE):
        try:
            kept = vault.evidence.get(EvidenceId(hit.id))
        except NoSuchItem:
            continue
        yield Found(FoundKind.EVIDENCE, hit.id, kept.name, kept.description[:_LINE_CHARS])


def _messages(vault: Vault, words: str) -> Iterator[Found]:
    if len(words) < _INDEXED_CHARS:
        return
    hits = vault.search.first(words, EACH_MOST, SearchKind.MESSAGE)
    senders = {
        int(one.id): one.record
        for one in vault.messages.get_many(MessageId(hit.id) for hit in hits)
    }
    for hit in hits:
        record = senders.get(hit.id)
        sender = "" if record is None else record.sender
        yield Found(FoundKind.MESSAGE, hit.id, hit.snippet[:_LINE_CHARS], sender, hit.when)
