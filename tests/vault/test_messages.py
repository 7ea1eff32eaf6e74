"""Messages as kept: every field as it was in the file, in file order or by time, by the page."""

import hashlib
import json
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from logbook.domain.ids import ConversationId, MessageId, Sha256
from logbook.domain.message import (
    Answers,
    AttachmentRef,
    ConversationInfo,
    Direction,
    MessageKind,
    MessageRecord,
    NotUnderstood,
    ZoneBasis,
)
from logbook.errors import NoSuchItem
from logbook.vault.contents import Contents
from logbook.vault.imports import NewImport
from logbook.vault.messages import MessageTexts, instant_text
from logbook.vault.store import Store

EPOCH = MessageRecord(
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


def bring(book: Contents, records: Sequence[MessageRecord], name: str = "sms.xml") -> None:
    writer = book.imports.begin(
        NewImport(name, Sha256(hashlib.sha256(name.encode()).digest()), 1, "sms", Answers())
    )
    for place in range(1 + max((one.conversation for one in records), default=0)):
        writer.conversation(ConversationInfo(f"+1555{place}", f"Person {place}"))
    writer.add(records)
    writer.finish()


def said(*texts_and_times: tuple[str, int | None], **changes: object) -> list[MessageRecord]:
    return [
        EPOCH._replace(order_index=at, text=text, instant_ms=instant_ms, **changes)
        for at, (text, instant_ms) in enumerate(texts_and_times)
    ]


# Everything but half surrogate pairs, which importers replace.
any_text = st.text(st.characters(codec="utf-8"), max_size=40)
any_int = st.integers(-(1 << 62), 1 << 62)
any_attachment = st.builds(AttachmentRef, any_text, st.booleans(), any_text, any_text)
any_local = st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat())
any_record = st.builds(
    MessageRecord,
    order_index=st.just(0),
    conversation=st.integers(0, 2),
    locator=any_text,
    offset=any_int,
    length=any_int,
    sender=any_text,
    sender_is_me=st.none() | st.booleans(),
    recipients=st.lists(any_text, max_size=3).map(tuple),
    direction=st.sampled_from(Direction),
    kind=st.sampled_from(MessageKind),
    text=any_text,
    repaired=any_text,
    flags=st.lists(any_text, max_size=3).map(tuple),
    time_raw=any_text,
    instant_ms=st.none() | any_int,
    local=st.just("") | any_local | any_text,
    time_precision=st.sampled_from(["day", "min", "s", "ms"]),
    zone_basis=st.sampled_from(ZoneBasis),
    fold=st.sampled_from(["", "0", "1", "ambiguous", "gap"]),
    attachments=st.lists(any_attachment, max_size=3).map(tuple),
    extra=st.just("") | st.dictionaries(any_text, any_text, max_size=2).map(json.dumps),
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(any_record, min_size=1, max_size=6))
def test_any_record_is_read_as_it_was_written_and_its_hash_can_be_computed_again(
    book: Contents, drawn: list[MessageRecord]
) -> None:
    records = [one._replace(order_index=at) for at, one in enumerate(drawn)]
    for earlier in book.imports.all():
        book.imports.remove(earlier.id)
    bring(book, [*records, EPOCH._replace(order_index=99, conversation=2)])
    kept = book.messages.page(limit=100)
    assert [message.record for message in kept[:-1]] == records
    for message in kept[:-1]:
        told = [(file.name, file.present) for file in message.attachments]
        assert told == [(ref.name, ref.present) for ref in message.record.attachments]
    assert list(book.imports.verify()) == []


def test_pages_are_in_file_order(book: Contents) -> None:
    bring(book, said(("third", 3000), ("first", 1000), ("second", 2000), ("second too", 2000)))
    file_order = ["third", "first", "second", "second too"]
    only = ConversationId(1)
    assert [one.record.text for one in book.messages.page()] == file_order
    assert [one.record.text for one in book.messages.page(only, 1, 2)] == file_order[1:3]


def test_a_wall_clock_counts_where_there_is_no_instant(book: Contents) -> None:
    clocks = ("2024-05-02T08:00:00", "2024-05-01T08:00:00")
    bring(
        book,
        [EPOCH._replace(order_index=at, text=at_, local=at_) for at, at_ in enumerate(clocks)],
    )
    (conversation,) = book.messages.conversations()
    assert (conversation.first, conversation.last) == (clocks[1], clocks[0])


def test_conversations_count_their_messages_and_say_their_ends(book: Contents) -> None:
    records = said(("a", 0), ("b", 86_400_000))
    bring(book, [*records, EPOCH._replace(order_index=5, conversation=1, instant_ms=-1)])
    first, second = book.messages.conversations()
    assert (first.title, first.platform, first.key) == ("Person 0", "sms", "+15550")
    assert (first.messages, first.first, first.last) == (
        2,
        "1970-01-01T00:00:00Z",
        "1970-01-02T00:00:00Z",
    )
    assert (second.messages, second.last) == (1, "1969-12-31T23:59:59.999Z")
    assert book.messages.conversation(second.id) == second
    with pytest.raises(NoSuchItem):
        book.messages.conversation(ConversationId(9))


def test_messages_are_counted_and_paged_by_what_they_say(book: Contents) -> None:
    records = said(("the blue door", 1), ("a red door", 2), ("nothing", 3))
    other = EPOCH._replace(order_index=9, conversation=1, text="another door", instant_ms=4)
    bring(book, [*records, other])
    messages = book.messages
    assert [messages.count(), messages.count(match="door")] == [4, 3]
    assert [messages.count(ConversationId(1), "door"), messages.count(ConversationId(2))] == [2, 1]
    assert [messages.count(ConversationId(9)), messages.count(match="absent")] == [0, 0]
    found = messages.page(match="door", offset=1, limit=1)
    assert [one.record.text for one in found] == ["a red door"]
    found = messages.page(ConversationId(1), 0, 9, "blue door")
    assert [one.record.text for one in found] == ["the blue door"]
    assert messages.page(match="absent") == []


@pytest.mark.parametrize("name", ["sub", "subject"])
def test_a_subject_is_found_too(book: Contents, name: str) -> None:
    extra = json.dumps({name: "Überfällige Miete"}, ensure_ascii=False)
    bring(book, [EPOCH._replace(text="pay", flags=("has_subject",), extra=extra)])
    assert book.messages.count(match="miete") == 1
    assert book.messages.count(match="pay") == 1


def test_second_readings_and_names_of_files_are_found_too(book: Contents) -> None:
    ref = AttachmentRef("holiday.jpg", present=False)
    first, second = said(("caf\ufffd", 1), ("", 2))
    bring(book, [first._replace(repaired="café"), second._replace(attachments=(ref,))])
    assert [hit.id for hit in book.search("cafe").hits] == [1]
    assert [hit.id for hit in book.search("holiday").hits] == [2]
    assert book.search("holiday").hits[0].when == "1970-01-01T00:00:00.002Z"
    before = [book.search(words).total for words in ("caf", "holi", "jpg")]
    assert book.search.is_whole()
    book.search.rebuild()
    assert [book.search(words).total for words in ("caf", "holi", "jpg")] == before
    assert book.search.is_whole()
    book.imports.remove(book.imports.all()[0].id)
    assert book.search("caf").total == 0
    assert book.search.is_whole()


def test_many_messages_come_in_the_order_asked_for_without_those_that_are_not_here(
    book: Contents,
) -> None:
    bring(book, said(("a", 1), ("b", 2), ("c", 3)))
    asked = [MessageId(one) for one in (3, 99, 1, 3)]
    assert [one.id for one in book.messages.get_many(asked)] == [3, 1, 3]
    assert book.messages.get_many([]) == []


def test_what_was_not_understood_is_listed_in_the_report_again(book: Contents) -> None:
    unclear = [NotUnderstood(f"byte {n}", "no_header", n, 1) for n in range(3)]
    writer = book.imports.begin(NewImport("x", Sha256(bytes(32)), 1, "sms", Answers()))
    writer.not_understood(unclear[:2])
    writer.not_understood(unclear[2:])
    summary = writer.finish()
    assert (summary.records_in_file, summary.not_understood) == (3, tuple(unclear))
    repeat = book.imports.summary_of_repeat(book.imports.all()[0])
    assert repeat.not_understood == tuple(unclear)
    assert repeat.records_in_file == 3


@pytest.mark.parametrize(
    ("instant_ms", "text"),
    [
        (None, ""),
        (0, "1970-01-01T00:00:00Z"),
        (1_714_557_600_123, "2024-05-01T10:00:00.123Z"),
        (1 << 62, ""),
    ],
)
def test_an_instant_beyond_the_calendar_is_no_text(instant_ms: int | None, text: str) -> None:
    assert instant_text(instant_ms) == text


def test_of_a_long_message_the_search_reads_the_start(book: Contents, store: Store) -> None:
    long = "bicycle " * 20_000
    bring(book, said((long, 0), (f"{'far ' * 20_000}umbrella", 1)))
    (found,) = book.search("bicycle").hits
    assert found.snippet.startswith("bicycle bicycle")
    assert [hit.id for hit in book.search("umbrella").hits] == [2]
    texts = MessageTexts(store).search_texts([1, 2])
    assert [len(texts[number].text) for number in (1, 2)] == [50_000, 50_000]
