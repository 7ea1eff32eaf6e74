"""Threads by blocks: every row where the order of time puts it, however deep it lies."""

import hashlib
import io
import itertools
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from logbook.domain.entry import EntryText, Kind
from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.ids import ConversationId, MessageId, Sha256
from logbook.domain.message import (
    HAS_SUBJECT,
    Answers,
    AttachmentRef,
    ConversationInfo,
    Direction,
    MessageKind,
    MessageRecord,
    ZoneBasis,
)
from logbook.domain.progress import SILENT
from logbook.domain.thread import ROW_CHARS
from logbook.errors import Cancelled, NoSuchItem
from logbook.vault import message_threads
from logbook.vault.contents import Contents
from logbook.vault.evidence import NewEvidence
from logbook.vault.imports import NewImport
from logbook.vault.store import Store

ONLY = ConversationId(1)
PLAIN = MessageRecord(
    order_index=0,
    conversation=0,
    locator="",
    offset=0,
    length=0,
    sender="Sam",
    sender_is_me=None,
    recipients=(),
    direction=Direction.UNKNOWN,
    kind=MessageKind.TEXT,
    text="",
    repaired="",
    flags=(),
    time_raw="",
    instant_ms=None,
    local="",
    time_precision="ms",
    zone_basis=ZoneBasis.EPOCH_IN_FILE,
    fold="",
    attachments=(),
)


@pytest.fixture
def book(store: Store) -> Contents:
    return Contents(store)


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setattr(message_threads, "BLOCK_ROWS", 3)
    return 3


def bring(book: Contents, records: list[MessageRecord], name: str = "sms.xml") -> None:
    for earlier in book.imports.all():
        book.imports.remove(earlier.id)
    sha256 = Sha256(hashlib.sha256(name.encode()).digest())
    writer = book.imports.begin(NewImport(name, sha256, 1, "sms", Answers()))
    writer.conversation(ConversationInfo("+1555", "Sam"))
    writer.conversation(ConversationInfo("+1556", "Alex"))
    writer.add(records)
    writer.finish()


def at(*times_ms: int | None) -> list[MessageRecord]:
    return [
        PLAIN._replace(order_index=place, text=f"number {place}", instant_ms=time_ms)
        for place, time_ms in enumerate(times_ms)
    ]


def whole(book: Contents, conversation: ConversationId = ONLY) -> list[MessageId]:
    marks = book.threads.marks(conversation)
    return [row.id for mark in marks for row in book.threads.rows(conversation, mark)]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.sampled_from([None, 1, 2, 3, 4, 500]), min_size=1, max_size=25))
def test_the_blocks_of_a_thread_are_the_thread(
    book: Contents, store: Store, small_blocks: int, times_ms: list[int | None]
) -> None:
    bring(book, at(*times_ms))
    conversation = book.messages.conversations()[0].id
    by_time = store.con.execute("SELECT id FROM message ORDER BY sort_ms, id").fetchall()
    thread = [MessageId(one) for (one,) in by_time]
    marks = book.threads.marks(conversation)
    assert whole(book, conversation) == thread
    assert len(marks) == -(-len(thread) // small_blocks)
    for row, message in enumerate(thread):
        assert book.threads.place(marks, message) == (conversation, row)
    for first in range(len(thread)):
        for last in range(first, len(thread)):
            ranges = [(first, last)]
            assert book.threads.ids(conversation, marks, ranges, 99) == thread[first : last + 1]


def test_ranges_give_no_more_than_was_asked_for(book: Contents, small_blocks: int) -> None:
    del small_blocks
    bring(book, at(*range(10)))
    marks = book.threads.marks(ONLY)
    thread = whole(book)
    found = book.threads.ids(ONLY, marks, [(1, 2), (5, 9)], 4)
    assert found == [thread[1], thread[2], thread[5], thread[6]]


def test_a_conversation_without_messages_has_no_blocks(book: Contents) -> None:
    assert book.threads.marks(ConversationId(7)) == []
    with pytest.raises(NoSuchItem):
        book.threads.place([], MessageId(7))


def test_messages_of_an_unfinished_import_are_not_in_the_thread(book: Contents) -> None:
    bring(book, at(1, 2))
    before = whole(book)
    writer = book.imports.begin(NewImport("b.xml", Sha256(b"b" * 32), 1, "sms", Answers()))
    writer.conversation(ConversationInfo("+1555", "Sam"))
    writer.add(at(3, 4, 5))
    assert whole(book) == before
    with pytest.raises(NoSuchItem):
        book.threads.place(book.threads.marks(ONLY), MessageId(before[-1] + 1))
    writer.abandon()


def test_making_the_marks_lets_other_work_in_and_can_be_stopped(
    book: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_threads, "BLOCK_ROWS", 1)
    monkeypatch.setattr(message_threads, "_SAY_EVERY", 2)
    bring(book, at(*range(9)))

    class Counting:
        told = ways = 0

        def __call__(self, done: int, total: int, doing: str = "") -> None:
            SILENT(done, total, doing)
            self.told += 1
            if self.told == 3:
                raise Cancelled

        def give_way(self) -> None:
            self.ways += 1

    watching = Counting()
    with pytest.raises(Cancelled):
        book.threads.marks(ONLY, watching)
    assert watching.ways == 2


def test_a_thread_is_by_time_and_equal_times_in_the_order_of_the_file(book: Contents) -> None:
    bring(book, at(3000, 1000, 2000, 2000))
    rows = book.threads.some(whole(book))
    assert [row.text for row in rows] == ["number 1", "number 2", "number 3", "number 0"]
    assert [row.number for row in rows] == [2, 3, 4, 1]


def test_a_message_without_a_time_stays_with_the_one_before_it(book: Contents) -> None:
    bring(book, at(9000, None, 1000))
    rows = book.threads.some(whole(book))
    assert [row.text for row in rows] == ["number 2", "number 0", "number 1"]


def test_a_row_says_what_belongs_to_the_message(book: Contents) -> None:
    what = NewEvidence("a.txt", "import", FileFacts("text/plain", MediaClass.TEXT))
    ref = AttachmentRef("a.txt", present=True, member="0")
    record = PLAIN._replace(
        text="the blue door",
        sender_is_me=True,
        flags=("edited", HAS_SUBJECT),
        extra='{"sub":"About Monday"}',
        attachments=(ref, AttachmentRef("gone.jpg", present=False)),
        local="2026-11-12T22:47:00",
    )
    sha256 = Sha256(b"a" * 32)
    writer = book.imports.begin(NewImport("a.zip", sha256, 1, "sms", Answers()))
    writer.conversation(ConversationInfo("+1555", "Sam"))
    kept = writer.keep_attachment(what, io.BytesIO(b"hello"), SILENT)
    writer.add([record], {(0, 0): kept})
    writer.finish()
    (message,) = whole(book)
    book.entries.add(EntryText("They wrote.", messages=(message,)))
    binned = book.entries.add(EntryText("They wrote again.", messages=(message,)))
    book.entries.remove(binned.id)
    book.message_kinds.give([message], Kind.THREAT)
    (row,) = book.threads.some([message])
    assert (row.text, row.is_me, row.is_cut) == ("About Monday\nthe blue door", True, False)
    assert (row.given, row.entries, row.local) == (Kind.THREAT, 1, record.local)
    assert [(one.name, one.media_class, one.size_bytes) for one in row.files] == [
        ("a.txt", MediaClass.TEXT, 5),
        ("gone.jpg", MediaClass.OTHER, 0),
    ]
    assert (row.files[0].evidence, row.files[1].evidence) == (kept, None)


def test_a_row_holds_no_more_of_a_long_text_than_a_list_shows(book: Contents) -> None:
    bring(book, [PLAIN._replace(text="x" * (ROW_CHARS + 1))])
    (row,) = book.threads.some(whole(book))
    assert (len(row.text), row.is_cut) == (ROW_CHARS, True)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(st.sampled_from([None, 1, 2, 3, 4, 500]), min_size=1, max_size=25),
    st.sets(st.integers(0, 24)),
)
def test_the_rows_of_messages_are_their_runs(
    book: Contents, small_blocks: int, times_ms: list[int | None], rows: set[int]
) -> None:
    assert small_blocks
    bring(book, at(*times_ms))
    conversation = book.messages.conversations()[0].id
    thread, marks = whole(book, conversation), book.threads.marks(conversation)
    wanted = {row for row in rows if row < len(thread)}
    asked = [*(thread[row] for row in wanted), MessageId(10**6)]
    runs = book.threads.runs(conversation, marks, asked)
    assert {row for first, last in runs for row in range(first, last + 1)} == wanted
    assert all(before[1] < after[0] - 1 for before, after in itertools.pairwise(runs))
    assert book.threads.ids(conversation, marks, runs, 10**6) == [
        thread[row] for row in sorted(wanted)
    ]
