"""Typed words lead to entries, people, chats, files and messages, a few of each."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from logbook.domain.entry import EntryText
from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Role
from logbook.domain.selection import EntryFilter
from logbook.tasks import bring_in_messages
from logbook.tasks.go_to import EACH_MOST, FoundKind, find
from logbook.vault.evidence import NewEvidence
from logbook.vault.search import Hit
from logbook.vault.vault import Vault

CHAT = (
    "12/11/2026, 19:02 - Dale: New number same me\n"
    "12/11/2026, 19:03 - Robin: Do not contact me again.\n"
    "13/11/2026, 07:58 - Dale: Saw you at the tram stop\n"
)


@pytest.fixture
def book(vault: Vault, tmp_path: Path) -> Vault:
    dale = NewPerson("Dale Mercer", Role.RESPONSIBLE, numbers=("+1 555 0100 147",))
    vault.people.add(dale)
    facts = FileFacts("text/plain", MediaClass.TEXT)
    vault.evidence.add(NewEvidence("tram stop.txt", "file", facts), io.BytesIO(b"a"))
    start = datetime(2026, 11, 12, 22, 47, tzinfo=UTC)
    for at in range(9):
        text = EntryText(f"Tram number {at}. He sat there.", Moment(Precision.EXACT, start))
        vault.entries.add(text)
    chat = tmp_path / "WhatsApp Chat with Dale.txt"
    chat.write_text(CHAT, encoding="utf-8")
    examined = bring_in_messages.examine_messages(chat)
    answers = bring_in_messages.Answers(date_order="dmy", zone="UTC")
    bring_in_messages.keep_messages(vault, examined, answers)
    return vault


def _found(vault: Vault, words: str) -> list[tuple[str, str]]:
    return [(one.kind.value, one.title) for one in find(vault, words)]


def test_a_word_finds_a_few_of_each_kind(book: Vault) -> None:
    found = find(book, "tram")
    kinds = [one.kind for one in found]
    assert kinds.count(FoundKind.ENTRY) == EACH_MOST
    assert ("evidence", "tram stop.txt") in _found(book, "tram")
    (message,) = [one for one in found if one.kind is FoundKind.MESSAGE]
    assert "tram stop" in message.title
    assert (message.line, message.when[:10]) == ("Dale", "2026-11-13")


@pytest.mark.parametrize("words", ["4", "#4", " 4 "])
def test_a_number_leads_to_its_entry_first(book: Vault, words: str) -> None:
    assert _found(book, words)[0] == ("entry", "Tram number 3")


@pytest.mark.parametrize("words", ["5550100147", "555-0100", "+1 555"])
def test_a_phone_number_leads_to_its_person(book: Vault, words: str) -> None:
    assert ("person", "Dale Mercer") in _found(book, words)


@pytest.mark.parametrize("words", ["d", "da", "me", "Dale M"])
def test_few_letters_of_a_name_are_enough(book: Vault, words: str) -> None:
    assert ("person", "Dale Mercer") in _found(book, words)


def test_a_chat_is_found_by_who_is_in_it(book: Vault) -> None:
    assert any(kind == "conversation" for kind, _ in _found(book, "dale"))


@pytest.mark.parametrize(
    "words", ["", "   ", "\0", "%", "'", '"', "99999999999999999999999999", "٤"]
)
def test_strange_words_find_nothing_and_break_nothing(book: Vault, words: str) -> None:
    assert [one for one in _found(book, words) if one[0] == "person"] == []


def test_what_lies_in_the_bin_is_not_found(book: Vault) -> None:
    for entry in book.entries.ids(EntryFilter(), 0, 9):
        book.entries.remove(entry)
    assert [one for one in _found(book, "tram") if one[0] == "entry"] == []
    assert [one for one in _found(book, "4") if one[0] == "entry"] == []


def test_letters_alone_are_not_looked_for_among_a_million_messages(book: Vault) -> None:
    asked: list[str] = []
    whole = book.search.first

    def note(words: str, *more: object) -> list[Hit]:
        asked.append(words)
        return whole(words, *more)  # type: ignore[arg-type] # as they were given

    book.search.first = note  # type: ignore[method-assign] # listens
    find(book, "e a i")
    assert asked == []
    find(book, "tram e")
    assert set(asked) == {"tram"}
    asked.clear()
    find(book, "電話")
    assert set(asked) == {"電話"}
