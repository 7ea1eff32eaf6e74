"""Messages and conversations found: each part of what is looked for cuts, the newest come first."""

import hashlib
from datetime import date

import pytest

from logbook.domain.entry import Kind
from logbook.domain.ids import ConversationId, MessageId, Sha256
from logbook.domain.message import (
    Answers,
    AttachmentRef,
    ConversationInfo,
    Direction,
    MessageKind,
    MessageRecord,
    ZoneBasis,
)
from logbook.domain.thread import Wanted
from logbook.vault import message_hits
from logbook.vault.contents import Contents
from logbook.vault.imports import NewImport
from logbook.vault.store import Store

SAM, ALEX = ConversationId(1), ConversationId(2)
DAY_MS = 86_400_000
# conversation, day from 1970, sender, is me, text, with a file
LINES = (
    (0, 3, "Sam", False, "the tram is late", False),
    (0, 1, "Robin", True, "which tram", False),
    (0, 2, "Sam", False, "a picture of the TRAM stop", True),
    (1, 4, "Alex", False, "tram again", False),
    (1, 0, "Alex", False, "hello", False),
)


@pytest.fixture
def book(store: Store) -> Contents:
    made = Contents(store)
    sha256 = Sha256(hashlib.sha256(b"a").digest())
    writer = made.imports.begin(NewImport("a.xml", sha256, 1, "sms", Answers()))
    writer.conversation(ConversationInfo("+15550147", "Sam Élan", ("Sam", "Robin")))
    writer.conversation(ConversationInfo("+15550162", "", ("Alex",)))
    writer.add([_record(at, line) for at, line in enumerate(LINES)])
    writer.finish()
    return made


def _record(at: int, line: tuple[int, int, str, bool, str, bool]) -> MessageRecord:
    conversation, day, sender, is_me, text, with_file = line
    return MessageRecord(
        order_index=at,
        conversation=conversation,
        locator="",
        offset=0,
        length=0,
        sender=sender,
        sender_is_me=is_me,
        recipients=(),
        direction=Direction.IN,
        kind=MessageKind.TEXT,
        text=text,
        repaired="",
        flags=(),
        time_raw="",
        instant_ms=day * DAY_MS,
        local=f"1970-01-0{day + 1}T00:00:00" if day != 3 else "",
        time_precision="ms",
        zone_basis=ZoneBasis.EPOCH_IN_FILE,
        fold="",
        attachments=(AttachmentRef("stop.jpg", present=False),) if with_file else (),
    )


def found(book: Contents, wanted: Wanted) -> list[int]:
    """Return the places in `LINES` of what is found."""
    return [one - 1 for one in book.message_hits.find(wanted).ids]


def test_words_find_messages_the_newest_first(book: Contents) -> None:
    assert found(book, Wanted("tram")) == [3, 0, 2, 1]
    assert found(book, Wanted("tram", SAM)) == [0, 2, 1]
    assert found(book, Wanted("tram stop")) == [2]
    assert found(book, Wanted("stop.jpg")) == [2]
    assert found(book, Wanted("bicycle")) == []
    assert found(book, Wanted("zq")) == []


def test_sender_days_kind_and_files_cut_what_is_found(book: Contents) -> None:
    assert found(book, Wanted(sender="Sam")) == [0, 2]
    assert found(book, Wanted(from_me=True)) == [1]
    assert found(book, Wanted(with_files=True)) == [2]
    assert found(book, Wanted("tram", with_files=True, sender="Sam")) == [2]
    book.message_kinds.give([MessageId(1), MessageId(4)], Kind.THREAT)
    assert found(book, Wanted(given=Kind.THREAT)) == [3, 0]
    assert found(book, Wanted(given=Kind.THREAT, conversation=ALEX)) == [3]


@pytest.mark.parametrize("conversation", [None, SAM])
def test_days_are_those_of_the_wall_clock_and_inclusive(
    book: Contents, conversation: ConversationId | None
) -> None:
    second, third = date(1970, 1, 2), date(1970, 1, 3)
    here = Wanted(conversation=conversation, first_day=second, last_day=third)
    assert found(book, here) == [2, 1]
    later = Wanted(conversation=conversation, first_day=date(1970, 1, 4))
    assert found(book, later) == ([0] if conversation else [3, 0])
    assert found(book, Wanted(conversation=conversation, last_day=date(1969, 12, 31))) == []
    everything = Wanted(conversation=conversation, first_day=date.min, last_day=date.max)
    assert len(found(book, everything)) == (3 if conversation else 5)


def test_many_hits_are_cut_and_that_is_said(
    book: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_hits, "MOST", 2)
    assert book.message_hits.find(Wanted("tram")).is_cut
    assert len(book.message_hits.find(Wanted("tram")).ids) == 2
    assert not book.message_hits.find(Wanted("hello")).is_cut


def test_windows_of_numbers_find_the_same(book: Contents, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(message_hits, "_AT_ONCE", 1)
    assert found(book, Wanted("tram")) == [3, 0, 2, 1]


def test_a_line_says_where_the_words_stand(book: Contents) -> None:
    ids = book.message_hits.find(Wanted("TRAM stop")).ids
    (line,) = book.message_hits.rows(ids, "TRAM stop")
    assert (line.title, line.sender, line.is_me) == ("Sam Élan", "Sam", False)
    assert "TRAM stop" in line.snippet
    (other,) = book.message_hits.rows([MessageId(5)], "")
    assert (other.title, other.conversation) == ("+15550162", ALEX)


def test_conversations_are_found_by_title_people_and_number(book: Contents) -> None:
    hits = book.message_hits
    assert list(hits.conversations()) == [ALEX, SAM]
    assert list(hits.conversations("elan")) == [SAM]
    assert list(hits.conversations("robin SAM")) == [SAM]
    assert list(hits.conversations("0162")) == [ALEX]
    assert list(hits.conversations("nobody")) == []
    told = hits.some_conversations([2, 1, 77])
    assert [one.id for one in told] == [ALEX, SAM]


def test_an_empty_book_has_nothing_to_find(store: Store) -> None:
    assert Contents(store).message_hits.find(Wanted("tram")).ids == []
    assert list(Contents(store).message_hits.conversations()) == []
