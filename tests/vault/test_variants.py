"""Messages that two exports hold in nearly the same form name each other."""

import hashlib
from collections.abc import Sequence

import pytest

from logbook.domain.ids import MessageId, Sha256
from logbook.domain.message import (
    Answers,
    ConversationInfo,
    Direction,
    ImportSummary,
    MessageKind,
    MessageRecord,
    ZoneBasis,
)
from logbook.vault import variants as variants_module
from logbook.vault.contents import Contents
from logbook.vault.imports import NewImport
from logbook.vault.store import Store


@pytest.fixture
def book(store: Store) -> Contents:
    return Contents(store)


def record(index: int, text: str, sender: str = "Sam", minute: int | None = None) -> MessageRecord:
    minute = index if minute is None else minute
    return MessageRecord(
        order_index=index,
        conversation=0,
        locator=str(index),
        offset=index,
        length=1,
        sender=sender,
        sender_is_me=None,
        recipients=(),
        direction=Direction.UNKNOWN,
        kind=MessageKind.TEXT,
        text=text,
        repaired="",
        flags=(),
        time_raw="",
        instant_ms=None,
        local=f"2024-05-01T10:{minute:02}:00",
        time_precision="min",
        zone_basis=ZoneBasis.NONE,
        fold="",
        attachments=(),
    )


def bring(book: Contents, name: str, records: Sequence[MessageRecord]) -> ImportSummary:
    digest = Sha256(hashlib.sha256(name.encode()).digest())
    writer = book.imports.begin(NewImport(name, digest, 1, "whatsapp", Answers()))
    writer.conversation(ConversationInfo("chat", "Sam"))
    writer.add(records)
    return writer.finish()


def variants(book: Contents) -> dict[int, tuple[MessageId, ...]]:
    return dict(book.variants.of([one.id for one in book.messages.page(limit=100)]))


def test_an_edited_text_a_renamed_sender_and_a_left_out_picture_are_variants(
    book: Contents,
) -> None:
    first = [record(0, "same"), record(1, "old words"), record(2, "hi"), record(3, "image omitted")]
    bring(book, "1", first)
    again = [
        record(0, "same"),
        record(1, "new words"),
        record(2, "hi", "Sam Smith"),
        record(3, "<attached: a.jpg>"),
    ]
    summary = bring(book, "2", again)
    assert (summary.messages_stored, summary.already_here) == (3, 1)
    assert variants(book) == {2: (5,), 3: (6,), 4: (7,), 5: (2,), 6: (3,), 7: (4,)}
    assert summary.import_id is not None
    assert book.variants.count_in(summary.import_id) == 3


def test_a_long_import_is_compared_in_portions(
    book: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(book, "1", [record(at, f"old {at}") for at in range(20)])
    again = bring(book, "2", [record(at, f"new {at}") for at in range(20)])
    whole = variants(book)
    assert whole[1] == (21,)
    assert len(whole) == 40
    monkeypatch.setattr(variants_module, "_AT_ONCE", 3)
    monkeypatch.setattr(variants_module, "_IDS_AT_ONCE", 7)
    assert variants(book) == whole
    assert again.import_id is not None
    assert book.variants.count_in(again.import_id) == 20


def test_of_a_minute_with_more_than_anybody_writes_only_some_are_compared(
    book: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(book, "1", [record(at, f"old {at}", minute=1) for at in range(20)])
    again = bring(book, "2", [record(at, f"new {at}", minute=1) for at in range(20)])
    monkeypatch.setattr(variants_module, "_MOST_A_MINUTE", 8)
    assert sum(map(len, variants(book).values())) <= 40 * 8
    assert again.import_id is not None
    assert book.variants.count_in(again.import_id) > 0


def test_messages_that_one_export_holds_both_are_no_variants(book: Contents) -> None:
    bring(book, "1", [record(0, "one", minute=1)])
    bring(book, "2", [record(0, "one", minute=1), record(1, "two", minute=1)])
    bring(book, "3", [record(0, "other minute", minute=2)])
    assert variants(book) == {}


def test_another_sender_with_other_words_is_no_variant(book: Contents) -> None:
    bring(book, "1", [record(0, "one")])
    bring(book, "2", [record(0, "two", "Dale")])
    assert variants(book) == {}


def test_an_import_that_was_taken_out_or_is_not_finished_has_no_variants(book: Contents) -> None:
    bring(book, "1", [record(0, "one")])
    gone = bring(book, "2", [record(0, "two")])
    assert variants(book) == {1: (2,), 2: (1,)}
    assert gone.import_id is not None
    book.imports.remove(gone.import_id)
    assert variants(book) == {}
    writer = book.imports.begin(NewImport("3", Sha256(bytes(32)), 1, "whatsapp", Answers()))
    writer.conversation(ConversationInfo("chat", "Sam"))
    writer.add([record(0, "three")])
    assert variants(book) == {}


def test_two_chats_of_one_import_are_not_the_same_under_two_names(book: Contents) -> None:
    greetings = [record(at, f"happy new year {at}") for at in range(4)]
    both = [*greetings, *(one._replace(order_index=4 + one.order_index) for one in greetings)]
    both[4:] = [one._replace(conversation=1) for one in both[4:]]
    writer = book.imports.begin(NewImport("backup", Sha256(b"1" * 32), 1, "sms", Answers()))
    writer.conversation(ConversationInfo("ann", "Ann"))
    writer.conversation(ConversationInfo("ben", "Ben"))
    writer.add(both)
    done = writer.finish()
    assert done.import_id is not None
    assert book.variants.same_chats_in(done.import_id) == 0
    later = book.imports.begin(NewImport("later", Sha256(b"2" * 32), 1, "sms", Answers()))
    later.conversation(ConversationInfo("anna", "Anna"))
    later.add(greetings)
    renamed = later.finish()
    assert renamed.import_id is not None
    assert book.variants.same_chats_in(renamed.import_id) == 1


@pytest.mark.parametrize("at_once", [1, 2, 20])
def test_renamed_chats_are_counted_however_many_are_compared_at_once(
    book: Contents, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(variants_module, "_CHATS_AT_ONCE", at_once)
    for name, own in (("1", "a"), ("2", "b")):
        digest = Sha256(hashlib.sha256(name.encode()).digest())
        writer = book.imports.begin(NewImport(name, digest, 1, "sms", Answers()))
        for chat in range(5):
            writer.conversation(ConversationInfo(f"{own}{chat}", f"{own}{chat}"))
        # The last chat of each import says something of its own.
        writer.add(
            [
                record(
                    5 * at + chat, f"{chat} {at} {own if chat == 4 else ''}", minute=at
                )._replace(conversation=chat)
                for at in range(4)
                for chat in range(5)
            ]
        )
        done = writer.finish()
    assert done.import_id is not None
    assert book.variants.same_chats_in(done.import_id) == 4
