"""Bringing exports in: all or nothing, every record counted, nothing kept twice."""

import hashlib
import io
from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain import merkle
from logbook.domain.entry import EntryText
from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.ids import ConversationId, ImportId, MessageId, Sha256
from logbook.domain.message import (
    HAS_SUBJECT,
    Answers,
    AttachmentRef,
    ConversationInfo,
    Direction,
    ImportSummary,
    MessageKind,
    MessageRecord,
    NotUnderstood,
    ZoneBasis,
)
from logbook.domain.message_columns import MessageColumns
from logbook.errors import Cancelled, DiskFull, FileChanged, NoSuchItem
from logbook.vault.contents import Contents
from logbook.vault.evidence import NewEvidence
from logbook.vault.import_check import ImportProblem, root_of_import
from logbook.vault.import_undo import Undone
from logbook.vault.imports import ImportWriter, NewImport
from logbook.vault.message_hashes import Digests, leaves_of
from logbook.vault.message_shapes import Shape
from logbook.vault.record_tree import RecordTree
from logbook.vault.store import Store
from logbook.vault.vault import Vault

CHAT = ConversationInfo("chat", "Chat with Sam", ("Sam", "Me"))
TABLES = (
    "import",
    "import_conversation",
    "conversation",
    "message",
    "message_attachment",
    "message_witness",
    "not_understood",
    "evidence",
    "blob",
    "blob_piece",
    "revision",
)


@pytest.fixture
def book(store: Store) -> Contents:
    return Contents(store)


def record(index: int, text: str = "", **changes: object) -> MessageRecord:
    """A WhatsApp-like record; the minute is its index unless told otherwise."""
    standard = MessageRecord(
        order_index=index,
        conversation=0,
        locator=f"line {index}",
        offset=index * 50,
        length=50,
        sender="Sam",
        sender_is_me=False,
        recipients=(),
        direction=Direction.IN,
        kind=MessageKind.TEXT,
        text=text or f"message {index}",
        repaired="",
        flags=(),
        time_raw=f"01/05/2024, 10:{index % 60:02}",
        instant_ms=1_714_557_600_000 + index * 60_000,
        local=f"2024-05-01T{10 + index // 60:02}:{index % 60:02}:00",
        time_precision="min",
        zone_basis=ZoneBasis.USER_STATED_ZONE,
        fold="",
        attachments=(),
    )
    return standard._replace(**changes)


def begin(book: Contents, name: str = "chat.txt", data: bytes | None = None) -> ImportWriter:
    """Begin an import of a file that holds its own name."""
    data = name.encode() if data is None else data
    writer = book.imports.begin(
        NewImport(
            name=name,
            sha256=Sha256(hashlib.sha256(data).digest()),
            size_bytes=len(data),
            format="whatsapp",
            answers=Answers(zone="Europe/London", basis={"zone": "user_stated"}),
            questions=(("zone", "Europe/London", "user_stated"),),
            warnings=("file_is_editable",),
        )
    )
    writer.keep_original(io.BytesIO(data))
    return writer


def bring(
    book: Contents, records: Sequence[MessageRecord], name: str = "chat.txt"
) -> ImportSummary:
    writer = begin(book, name)
    writer.conversation(CHAT)
    writer.add(records)
    return writer.finish()


def counts(store: Store) -> dict[str, int]:
    found = {}
    for table in TABLES:
        found[table] = int(store.con.one(f"SELECT count(*) FROM {table}"))  # noqa: S608 - names of this file
    return found


def texts(book: Contents) -> list[str]:
    return [message.record.text for message in book.messages.page(limit=1000)]


def test_every_record_comes_back_as_it_stood_in_the_file(book: Contents) -> None:
    records = [record(n) for n in range(25)]
    summary = bring(book, records)
    kept = book.messages.page(limit=100)
    assert [message.record for message in kept] == records
    assert [message.number for message in kept] == list(range(1, 26))
    assert {message.import_id for message in kept} == {summary.import_id}


def test_the_report_of_an_import_says_all_that_happened(book: Contents) -> None:
    unclear = NotUnderstood("line 99", "cut_off", 990, 5)
    ref = AttachmentRef("IMG_1.jpg", present=False)
    writer = begin(book)
    writer.conversation(CHAT)
    writer.add([record(0), record(1, attachments=(ref,))])
    writer.not_understood([unclear])
    summary = writer.finish(unnamed=("extra.jpg",))
    assert (summary.name, summary.size_bytes, summary.format) == ("chat.txt", 8, "whatsapp")
    assert summary.sha256 == hashlib.sha256(b"chat.txt").digest()
    assert (summary.records_in_file, summary.messages_stored, summary.already_here) == (3, 2, 0)
    assert summary.not_understood == (unclear,)
    assert (summary.linked, summary.missing, summary.unnamed) == (0, ("IMG_1.jpg",), ("extra.jpg",))
    assert summary.questions == (("zone", "Europe/London", "user_stated"),)
    assert summary.warnings == ("file_is_editable",)
    (conversation,) = summary.conversations
    assert (conversation.title, conversation.messages) == ("Chat with Sam", 2)
    assert (conversation.first, conversation.last) == ("2024-05-01T10:00:00", "2024-05-01T10:01:00")


def test_an_empty_chat_is_a_result(book: Contents) -> None:
    summary = bring(book, [])
    assert (summary.records_in_file, summary.messages_stored) == (0, 0)
    assert [one.title for one in book.messages.conversations()] == ["Chat with Sam"]
    assert book.messages.page() == []


def test_an_import_is_one_revision_over_the_tree_of_its_records(
    book: Contents, store: Store
) -> None:
    before = book.journal.size
    records = [record(n) for n in range(9)]
    summary = bring(book, records)
    (revision,) = book.journal.of_subject(f"import:{summary.import_id}")
    fields = book.journal.fields(revision.seq)
    assert fields is not None
    assert fields["sha256"] == summary.sha256
    assert b"Europe/London" in fields["answers"]
    assert fields["tree_root"] == store.con.one("SELECT tree_root FROM import")
    assert book.journal.size == before + 2, "the import, and its original as evidence"


def test_a_leaf_is_the_hash_of_a_json_array_that_anyone_can_write(book: Contents) -> None:
    bring(book, [record(0, 'He said "no"\nand \u0000 left \u2028', extra='{"sim":1}')])
    data = (
        '[0,"Sam",false,[],"in","text",[],"min","user_stated_zone","",0,"line 0",0,50,'
        '"He said \\"no\\"\\nand \\u0000 left \u2028","","01/05/2024, 10:00",1714557600000,'
        '"2024-05-01T10:00:00","{\\"sim\\":1}"]'
    )
    (kept,) = book.imports.all()
    (revision,) = book.journal.of_subject(f"import:{kept.id}")
    fields = book.journal.fields(revision.seq)
    assert fields is not None
    assert fields["tree_root"] == merkle.leaf_hash(data.encode())


def test_the_export_itself_is_kept_as_evidence(book: Contents) -> None:
    bring(book, [record(0)])
    (kept,) = book.imports.all()
    assert kept.original is not None
    original = book.evidence.get(kept.original)
    assert (original.name, original.media_class) == ("chat.txt", MediaClass.MESSAGES)
    with book.evidence.open(original.id) as opened:
        assert opened.read() == b"chat.txt"


def test_an_export_that_changed_since_it_was_looked_at_is_refused(
    book: Contents, store: Store
) -> None:
    before = counts(store)
    writer = book.imports.begin(NewImport("chat.txt", Sha256(bytes(32)), 8, "whatsapp", Answers()))
    with pytest.raises(FileChanged):
        writer.keep_original(io.BytesIO(b"chat.txt"))
    writer.abandon()
    assert counts(store) == before


PHOTO = NewEvidence("IMG.jpg", "import", FileFacts("image/jpeg", MediaClass.PICTURE))
PHOTO_REF = AttachmentRef("IMG.jpg", present=True, member="3", media_type_stated="image/jpeg")


def begin_second(book: Contents) -> ImportWriter:
    """Begin an import that overlaps with the chat of `record(0), record(1)`; all but the end."""
    writer = begin(book, "later.zip")
    writer.conversation(CHAT)
    writer.conversation(ConversationInfo("other", "Chat with Alex"))
    file = writer.keep_attachment(PHOTO, io.BytesIO(b"picture"))
    writer.add([record(1), record(2, "purple", attachments=(PHOTO_REF,))], {(2, 0): file})
    writer.add([record(3, "purple", conversation=1)])
    writer.not_understood([NotUnderstood("line 9", "no_header", 9, 9)])
    writer.add([])
    return writer


def seen(book: Contents) -> dict[str, object]:
    """Everything that a person can see of messages, imports and files."""
    ids = [MessageId(n) for n in range(1, 6)]
    return {
        "conversations": book.messages.conversations(),
        "page": book.messages.page(limit=100),
        "threads": [book.threads.marks(ConversationId(n)) for n in (1, 2)],
        "counts": [book.messages.count(match=match) for match in ("", "message", "purple")],
        "search": [book.search(words) for words in ("message", "purple", "IMG", "later")],
        "many": book.messages.get_many(ids),
        "sources": [book.messages.sources(one) for one in ids],
        "imports": book.imports.all(),
        "evidence": book.evidence.all(),
        "journal": book.journal.size,
    }


def test_nothing_of_a_pending_import_is_seen_and_all_of_a_finished_one(
    book: Contents, store: Store
) -> None:
    bring(book, [record(0), record(1)])
    before = seen(book)
    writer = begin_second(book)
    assert seen(book) == before
    assert store.con.one("SELECT count(*) FROM message") == 4
    assert book.imports.find(Sha256(hashlib.sha256(b"later.zip").digest())) is None
    for ask in (book.imports.source_of, book.imports.remove):
        with pytest.raises(NoSuchItem):
            ask(writer.id)
    with pytest.raises(NoSuchItem):
        book.threads.place([], MessageId(3))
    writer.finish()
    after = seen(book)
    assert after["counts"] == [4, 2, 2]
    assert [hits.total for hits in after["search"]] == [2, 2, 2, 1]
    assert [part for part in before if after[part] == before[part]] == []


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of messages, files and journal, and every file beside them."""
    rows = {
        table: store.con.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - names of this file
        for table in TABLES
    }
    att = store.folder / "att"
    rows["files"] = [(path.name,) for path in sorted(att.rglob("*")) if path.is_file()]
    return rows


def test_abandoning_leaves_nothing(
    book: Contents, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(book, [record(0), record(1)])
    before, looked_like = everything(store), seen(book)
    monkeypatch.setattr("logbook.vault.blobs.ROWS_MOST_BYTES", 5)
    writer = begin_second(book)
    assert len(everything(store)["files"]) == 2
    writer.abandon()
    assert everything(store) == before
    assert seen(book) == looked_like
    assert book.search.is_whole()
    begin_second(book).finish()
    assert book.messages.count() == 4


def test_what_a_crash_left_of_an_import_is_swept_when_the_vault_is_opened(
    book: Contents, store: Store
) -> None:
    bring(book, [record(0), record(1)])
    before = everything(store)
    begin_second(book)
    Contents(store).imports.sweep()
    assert everything(store) == before


def test_an_import_that_the_program_did_not_live_to_finish_is_gone_when_the_book_is_opened(
    vault: Vault, reopen: Callable[[], Vault], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("logbook.vault.blobs.ROWS_MOST_BYTES", 5)
    bring(vault, [record(0), record(1)])
    before = seen(vault)
    begin_second(vault)
    folder = vault.folder / "att"
    assert len(list(folder.rglob("*.enc"))) == 3
    vault.close()
    again = reopen()
    assert seen(again) == before
    assert len(list(folder.rglob("*.enc"))) == 1
    assert again.check().problems == []


def test_a_left_over_import_does_not_stand_in_the_way_of_the_next(
    book: Contents, store: Store
) -> None:
    bring(book, [record(0), record(1)])
    begin_second(book)
    summary = bring(book, [record(1), record(2)], "third.txt")
    assert (summary.messages_stored, summary.already_here) == (1, 1)
    assert store.con.one("SELECT count(*) FROM import") == 2
    assert [one.name for one in book.evidence.all()] == ["chat.txt", "third.txt"]


def test_abandoning_after_the_end_changes_nothing(book: Contents, store: Store) -> None:
    bring(book, [record(0), record(1)])
    writer = begin_second(book)
    writer.finish()
    before = everything(store)
    writer.abandon()
    assert everything(store) == before


def test_a_failure_while_abandoning_does_not_hide_what_went_wrong(
    book: Contents, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = begin_second(book)

    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr(book.evidence, "drop_pending", full)
        writer.abandon()
    assert store.con.one("SELECT state FROM import") == "pending"
    assert book.messages.count() == 0
    book.imports.sweep()
    assert counts(store)["import"] == counts(store)["message"] == 0


def test_many_portions_are_removed_as_one(
    book: Contents, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("logbook.vault.import_undo._AT_ONCE", 3)
    before = everything(store)
    writer = begin(book)
    writer.conversation(CHAT)
    writer.add([record(n) for n in range(20)])
    writer.abandon()
    assert everything(store) == before
    summary = bring(book, [record(n) for n in range(20)])
    assert book.imports.remove(summary.import_id) == Undone(20, 0)
    assert book.messages.page() == []


@pytest.mark.parametrize(
    ("bound", "pieces"), [("_CHARS_AT_ONCE", 11), ("_TEXTS_AT_ONCE", 11), ("", 1)]
)
@pytest.mark.parametrize("held_bytes", [0, 500, 1 << 20])
def test_long_texts_are_prepared_for_the_search_a_piece_at_a_time(
    book: Contents, monkeypatch: pytest.MonkeyPatch, bound: str, pieces: int, held_bytes: int
) -> None:
    if bound:
        monkeypatch.setattr(f"logbook.vault.new_texts.{bound}", 2)
    monkeypatch.setattr("logbook.vault.new_texts._HELD_BYTES", held_bytes)
    told: list[tuple[int, int, str]] = []
    writer = begin(book)
    writer.conversation(CHAT)
    for n in range(0, 20, 2):
        writer.add([record(n), record(n + 1)])
    writer.finish(progress=lambda *progress: told.append(progress))
    assert [done for done, total, _ in told if total == 20] == list(range(0, 21, 2))[:pieces]
    assert {message.record.text for message in book.messages.page(match="message", limit=99)} == {
        f"message {n}" for n in range(20)
    }


def test_what_the_search_knows_of_a_message_is_the_same_however_it_came_to_the_index(
    book: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Held until the end or read again: subjects, second readings and names of files with it."""
    odd = [
        {"extra": '{"sub":"Saddle"}', "flags": (HAS_SUBJECT,)},
        {"repaired": "pedal"},
        {"attachments": (AttachmentRef("bell.jpg", present=False),)},
        {"text": " \n"},
        {"text": "chain " * 20_000},
    ]
    writer = begin(book)
    writer.conversation(CHAT)
    for n, changes in enumerate(odd):
        writer.add([record(3 * n), record(3 * n + 1)._replace(**changes), record(3 * n + 2)])
        monkeypatch.setattr("logbook.vault.new_texts._TEXTS_AT_ONCE", 4 if n % 2 else 1)
    writer.finish()
    found = [len(book.search(word).hits) for word in ("saddle", "pedal", "bell", "chain")]
    assert found == [1, 1, 1, 1]
    assert book.search("message").total == 13
    assert book.search.is_whole()


def test_of_very_many_missing_files_the_first_are_listed_and_the_others_counted(
    book: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("logbook.vault.import_rows._MOST_MISSING", 2)
    refs = [AttachmentRef(f"{n}.jpg", present=False) for n in range(5)]
    summary = bring(book, [record(n, attachments=(ref,)) for n, ref in enumerate(refs)])
    assert (summary.missing, summary.more_missing) == (("0.jpg", "1.jpg"), 3)
    assert book.imports.all()[0].files.more_missing == 3
    kept = book.messages.page()
    assert [message.attachments[0].name for message in kept] == [ref.name for ref in refs]
    assert list(book.imports.verify()) == []


def test_what_was_seen_on_the_way_stands_in_the_report_for_good(book: Contents) -> None:
    writer = begin(book)
    writer.conversation(CHAT)
    writer.add([record(0)])
    summary = writer.finish(warnings=("member_damaged",))
    assert summary.warnings == ("file_is_editable", "member_damaged")
    assert book.imports.all()[0].warnings == summary.warnings


class Room(NamedTuple):
    """What a disk says of itself, as far as it is asked."""

    free: int


@pytest.mark.parametrize("free_mib", [0, 11])
def test_a_disk_without_room_ends_an_import_while_it_can_still_be_taken_back(
    book: Contents, store: Store, monkeypatch: pytest.MonkeyPatch, free_mib: int
) -> None:
    before = everything(store)
    writer = begin_second(book)
    with monkeypatch.context() as full:
        full.setattr("logbook.vault.files.shutil.disk_usage", lambda _: Room(free_mib << 20))
        for more in (lambda: writer.add([record(7)]), writer.finish):
            with pytest.raises(DiskFull):
                more()
        writer.abandon()
    assert everything(store) == before


# -- duplicates (research: messages.md 30)


def test_the_same_file_is_found_again_with_its_report(book: Contents) -> None:
    first = bring(book, [record(0), record(1)])
    earlier = book.imports.find(first.sha256)
    assert earlier is not None
    assert earlier == book.imports.source_of(first.import_id)
    repeat = book.imports.summary_of_repeat(earlier)
    assert (repeat.records_in_file, repeat.messages_stored, repeat.already_here) == (2, 0, 2)
    assert "already_imported" in repeat.warnings
    assert book.imports.find(Sha256(bytes(32))) is None


def test_overlapping_exports_store_every_message_once(book: Contents) -> None:
    bring(book, [record(n) for n in range(6)])
    summary = bring(book, [record(n, order_index=n - 3) for n in range(3, 10)], "later.txt")
    assert (summary.records_in_file, summary.messages_stored, summary.already_here) == (7, 4, 3)
    assert texts(book) == [f"message {n}" for n in range(10)]
    assert [message.number for message in book.messages.page()] == list(range(1, 11))


def test_both_exports_are_listed_as_sources_of_a_message(book: Contents) -> None:
    bring(book, [record(0), record(1)])
    bring(book, [record(1, order_index=0, offset=7, locator="line 1 of 2")], "later.txt")
    first, second = book.messages.sources(book.messages.page()[1].id)
    assert (first.import_id, first.order_index, first.locator) == (1, 1, "line 1")
    assert (second.import_id, second.offset, second.locator) == (2, 7, "line 1 of 2")
    assert len(book.messages.sources(book.messages.page()[0].id)) == 1


def same_minute(*said: str, **changes: object) -> list[MessageRecord]:
    """Messages of one minute, in file order."""
    one = record(0)
    return [
        record(
            n, text, instant_ms=one.instant_ms, local=one.local, time_raw=one.time_raw, **changes
        )
        for n, text in enumerate(said)
    ]


def test_two_equal_messages_in_one_minute_are_two_messages(book: Contents) -> None:
    assert bring(book, same_minute("ok", "ok")).messages_stored == 2
    summary = bring(book, same_minute("ok", "ok", "ok"), "later.txt")
    assert (summary.messages_stored, summary.already_here) == (1, 2)
    summary = bring(book, same_minute("ok"), "shorter.txt")
    assert (summary.messages_stored, summary.already_here) == (0, 1)
    assert texts(book) == ["ok", "ok", "ok"]


def test_equal_messages_are_counted_across_portions(book: Contents) -> None:
    bring(book, same_minute("ok", "ok"))
    writer = begin(book, "later.txt")
    writer.conversation(CHAT)
    for one in same_minute("ok", "ok", "ok"):
        writer.add([one])
    summary = writer.finish()
    assert (summary.messages_stored, summary.already_here) == (1, 2)


DIFFERENT: dict[str, dict[str, object]] = {
    "another text": {"text": "message 0!"},
    "another sender": {"sender": "Alex"},
    "another minute": {"local": "2024-05-01T10:01:00"},
    "another conversation": {"conversation": 1},
    "an attachment": {"attachments": (AttachmentRef("a.jpg", present=False),)},
}


@pytest.mark.parametrize("change", DIFFERENT.values(), ids=DIFFERENT.keys())
def test_what_differs_in_any_part_is_another_message(
    book: Contents, change: dict[str, object]
) -> None:
    bring(book, [record(0)])
    writer = begin(book, "later.txt")
    writer.conversation(CHAT)
    writer.conversation(ConversationInfo("other", "Other"))
    writer.add([record(0)._replace(**change)])
    assert writer.finish().already_here == 0


SAME: dict[str, dict[str, object]] = {
    "another zone was answered": {"instant_ms": 0},
    "one export has seconds": {"local": "2024-05-01T10:00:31", "time_precision": "s"},
    "another place in the file": {"order_index": 9, "offset": 1, "locator": "elsewhere"},
    "me was answered": {"sender_is_me": None, "direction": Direction.UNKNOWN},
    "composed otherwise": {"text": "cafe\u0301"},
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME.keys())
def test_what_depends_on_the_export_alone_is_the_same_message(
    book: Contents, change: dict[str, object]
) -> None:
    bring(book, [record(0, "café")])
    summary = bring(book, [record(0, "café")._replace(**change)], "later.txt")
    assert (summary.messages_stored, summary.already_here) == (0, 1)


def test_an_instant_that_the_file_states_counts_to_the_millisecond(book: Contents) -> None:
    stated = record(0, zone_basis=ZoneBasis.EPOCH_IN_FILE, instant_ms=1_714_557_600_001)
    bring(book, [stated])
    other_clock = stated._replace(local="1999-01-01T00:00:00")
    assert bring(book, [other_clock], "b").already_here == 1
    assert bring(book, [stated._replace(instant_ms=1_714_557_600_002)], "c").already_here == 0


STATED = record(0, "stop", zone_basis=ZoneBasis.EPOCH_IN_FILE, instant_ms=1_714_557_600_001)


@pytest.mark.parametrize("at_once", [1, 2, 9])
def test_what_a_file_holds_twice_to_the_instant_is_one_message(
    book: Contents, at_once: int
) -> None:
    restored_twice = [
        STATED,
        STATED._replace(instant_ms=1_714_557_600_002),
        STATED,
        STATED._replace(kind=MessageKind.CALL),
        STATED._replace(flags=("draft",)),
        STATED._replace(direction=Direction.OUT),
        STATED,
    ]
    records = [
        one._replace(order_index=at, offset=at * 10, locator=f"{at * 10}+10")
        for at, one in enumerate(restored_twice)
    ]
    writer = begin(book, "backup.xml")
    writer.conversation(CHAT)
    for start in range(0, len(records), at_once):
        writer.add(records[start : start + at_once])
    summary = writer.finish()
    assert (summary.messages_stored, summary.already_here) == (5, 2)
    assert summary.warnings[-1] == "repeated:2"
    first = book.messages.page()[0].id
    assert [w.locator for w in book.messages.sources(first)] == ["0+10", "20+10", "60+10"]
    again = bring(book, records, "again.xml")
    assert (again.messages_stored, again.already_here) == (0, 7)
    assert not any(code.startswith("repeated") for code in again.warnings)
    assert list(book.imports.verify()) == []


def test_an_import_with_repeated_records_is_taken_out_whole(book: Contents, store: Store) -> None:
    done = bring(book, [STATED, STATED._replace(order_index=1)])
    assert done.import_id is not None
    assert book.imports.remove(done.import_id) == Undone(gone=1, kept=0)
    assert store.con.one("SELECT count(*) FROM message") == 0
    assert store.con.one("SELECT count(*) FROM message_witness") == 0


def test_attachments_count_by_their_bytes_not_their_names(book: Contents) -> None:
    def bring_picture(name: str, picture: bytes) -> ImportSummary:
        writer = begin(book, f"{name} {picture!r}")
        writer.conversation(CHAT)
        file = writer.keep_attachment(PHOTO, io.BytesIO(picture))
        ref = AttachmentRef(name, present=True)
        writer.add([record(0, "look", attachments=(ref,))], {(0, 0): file})
        return writer.finish()

    assert bring_picture("a.jpg", b"one").linked == 1
    assert bring_picture("b.jpg", b"one").already_here == 1
    assert bring_picture("a.jpg", b"two").already_here == 0
    assert len(book.evidence.all(MediaClass.PICTURE)) == 2


def test_a_conversation_that_is_named_twice_is_one(book: Contents) -> None:
    writer = begin(book)
    assert [writer.conversation(CHAT), writer.conversation(CHAT)] == [0, 1]
    writer.add([record(0), record(1, conversation=1), record(2)])
    assert len(writer.finish().conversations) == 1
    assert [message.number for message in book.messages.page()] == [1, 2, 3]


def test_a_conversation_takes_the_name_of_its_latest_export(book: Contents) -> None:
    bring(book, [record(0)])
    writer = begin(book, "later.txt")
    writer.conversation(ConversationInfo("chat", "Chat with Samuel", ("Samuel",)))
    writer.add([record(1)])
    second = writer.finish()
    (conversation,) = book.messages.conversations()
    assert (conversation.title, conversation.participants) == ("Chat with Samuel", ("Samuel",))
    first, last = (one.id for one in book.imports.all())
    assert book.imports.people_in(first, conversation.id) == ("Sam", "Me")
    assert book.imports.people_in(last, conversation.id) == ("Samuel",)
    book.imports.remove(second.import_id)
    (conversation,) = book.messages.conversations()
    assert (conversation.title, conversation.participants) == ("Chat with Sam", ("Sam", "Me"))


# -- bugs are loud


def test_records_out_of_order_are_a_bug(book: Contents) -> None:
    writer = begin(book)
    writer.conversation(CHAT)
    writer.add([record(4)])
    with pytest.raises(ValueError, match="record 4 after 4"):
        writer.add([record(4)])


def test_a_count_that_does_not_add_up_is_a_bug_and_nothing_is_shown(
    book: Contents, store: Store
) -> None:
    writer = begin_second(book)
    store.con.execute("DELETE FROM message WHERE id = (SELECT max(id) FROM message)")
    with pytest.raises(RuntimeError, match="kept of"):
        writer.finish()
    assert book.messages.page() == []


# -- undo


def test_removing_an_import_takes_messages_files_and_words_and_keeps_a_trace(
    book: Contents, store: Store
) -> None:
    bring(book, [record(0)])
    before = {table: rows for table, rows in everything(store).items() if table != "revision"}
    writer = begin_second(book)
    writer.finish()
    assert book.imports.remove(writer.id) == Undone(gone=3, kept=0)
    after = everything(store)
    for table in before.keys() - {"import", "evidence"}:
        assert after[table] == before[table]
    assert [one.name for one in book.imports.all()] == ["chat.txt"]
    assert [one.name for one in book.evidence.all()] == ["chat.txt"]
    assert book.search("purple").total == 0
    assert book.search.is_whole()
    kinds = [revision.kind for revision in book.journal.of_subject(f"import:{writer.id}")]
    assert kinds == ["import.add", "import.remove"]
    assert book.imports.find(Sha256(hashlib.sha256(b"later.zip").digest())) is None
    with pytest.raises(NoSuchItem):
        book.imports.remove(writer.id)
    assert list(book.imports.verify()) == []


def test_no_piece_of_a_word_of_many_removed_messages_stays_in_the_index(
    book: Contents, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pieces(of: str) -> int:
        sql = "SELECT count(*) FROM search_text_data WHERE instr(block, ?)"
        return int(store.con.one(sql, (of.encode(),)))

    monkeypatch.setattr("logbook.vault.search._FEW", 3)
    bring(book, [record(0, "kept for good")])
    many = bring(book, [record(n, "Ωβγ stays nowhere") for n in range(1, 9)], "later.txt")
    assert pieces("ωβγ") > 0, "this test can see what it looks for"
    book.imports.remove(many.import_id)
    assert pieces("ωβγ") == 0
    assert [hit.id for hit in book.search("for good").hits] == [1]
    assert store.con.one("SELECT v FROM search_text_config WHERE k = 'secure-delete'") == 1
    assert book.search.is_whole()


class _StopAt:
    """Stops at its n-th call."""

    def __init__(self, stop_at: int) -> None:
        self.left = stop_at

    def __call__(self, done: int, total: int, _doing: str = "") -> None:
        assert 0 <= done <= total
        self.left -= 1
        if self.left == 0:
            raise Cancelled

    def give_way(self) -> None:
        raise AssertionError("other work would join the save, and be undone with it")


def test_stopping_the_removal_leaves_everything_as_it_was(
    book: Contents, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("logbook.vault.import_undo._AT_ONCE", 2)
    monkeypatch.setattr("logbook.vault.search._FEW", 3)
    begin_second(book).finish()
    many = bring(book, [record(n) for n in range(9)], "many.txt")
    book.entries.add(EntryText("what he wrote", messages=(book.messages.page()[-1].id,)))
    before = everything(store)
    stops = 0
    while True:
        progress = _StopAt(stops + 1)
        try:
            book.imports.remove(many.import_id, progress)
        except Cancelled:
            stops += 1
            assert everything(store) == before
            assert book.search.is_whole()
            assert len(book.search("message").hits) > 0
            assert list(book.imports.verify()) == []
        else:
            break
    assert stops > 5
    assert everything(store) != before
    assert store.con.one("SELECT v FROM search_text_config WHERE k = 'secure-delete'") == 1
    assert list(book.imports.verify()) == []


def test_a_removed_import_can_be_brought_in_again(book: Contents) -> None:
    first = bring(book, [record(0), record(1)])
    newest = book.messages.page()[-1].id
    book.imports.remove(first.import_id)
    assert bring(book, [record(0), record(1)]).messages_stored == 2
    assert min(message.id for message in book.messages.page()) > newest, "no number twice"
    assert list(book.imports.verify()) == []


def test_a_message_that_another_export_holds_survives(book: Contents) -> None:
    first = bring(book, [record(n) for n in range(5)])
    bring(book, [record(n) for n in range(3, 7)], "later.txt")
    assert book.imports.remove(first.import_id) == Undone(gone=3, kept=2)
    assert texts(book) == [f"message {n}" for n in range(3, 7)]
    assert [message.number for message in book.messages.page()] == [1, 2, 3, 4]
    (conversation,) = book.messages.conversations()
    assert (conversation.messages, conversation.first) == (4, "2024-05-01T10:03:00")
    assert book.imports.source_of(first.import_id).name == "chat.txt"
    assert list(book.imports.verify()) == []


def test_nothing_is_left_when_every_export_of_a_chat_was_removed(
    book: Contents, store: Store
) -> None:
    names = ["one.txt", "two.txt", "three.txt"]
    for at, name in enumerate(names):
        bring(book, [record(n) for n in range(at, at + 4)], name)
    assert book.imports.remove(ImportId(1)) == Undone(gone=1, kept=3)
    assert book.imports.remove(ImportId(2)) == Undone(gone=1, kept=1)
    assert texts(book) == [f"message {n}" for n in range(2, 6)]
    assert list(book.imports.verify()) == []
    assert book.imports.remove(ImportId(3)) == Undone(gone=4, kept=0), "with those of the others"
    left = everything(store)
    for table in ("message", "conversation", "import_conversation", "message_witness", "blob"):
        assert left[table] == []
    assert book.evidence.all() == []
    assert book.search.is_whole()
    assert list(book.imports.verify()) == []


def test_what_an_entry_cites_survives_with_its_file(book: Contents) -> None:
    writer = begin_second(book)
    writer.finish()
    cited = book.messages.page()[1]
    (file,) = cited.attachments
    book.entries.add(EntryText("what he wrote", messages=(cited.id,)))
    assert book.imports.remove(writer.id) == Undone(gone=2, kept=1)
    (left,) = book.messages.page()
    assert left.record == cited.record
    assert left.attachments == (file,)
    assert {one.name for one in book.evidence.all()} == {"IMG.jpg", "later.zip"}
    assert [one.title for one in book.messages.conversations()] == ["Chat with Sam"]
    assert list(book.imports.verify()) == []


def test_a_file_that_an_entry_shows_survives(book: Contents) -> None:
    writer = begin_second(book)
    writer.finish()
    (picture,) = book.evidence.all(MediaClass.PICTURE)
    book.entries.add(EntryText("the picture he sent", evidence=(picture.id,)))
    book.imports.remove(writer.id)
    assert book.evidence.all() == [picture]
    assert book.messages.page() == []


# -- the check


def test_verify_agrees_with_all_that_was_brought_in(book: Contents) -> None:
    bring(book, [record(n) for n in range(30)])
    begin_second(book).finish()
    bring(book, same_minute("ok", "ok"), "third.txt")
    (picture,) = book.evidence.all(MediaClass.PICTURE)
    book.evidence.erase(picture.id)
    assert list(book.imports.verify()) == []


@pytest.mark.parametrize(
    ("change", "kind", "where"),
    [
        ("UPDATE message SET text = 'I confess' WHERE id = 1", "messages_changed", "import:1"),
        ("UPDATE message SET sender = 'Me' WHERE id = 2", "messages_changed", "import:1"),
        ("UPDATE message SET local = '' WHERE id = 4", "messages_changed", "import:2"),
        ("UPDATE message SET instant_ms = 1 WHERE id = 1", "messages_changed", "import:1"),
        ("UPDATE message_witness SET leaf = zeroblob(32)", "messages_changed", "import:2"),
        ("UPDATE message_attachment SET name = 'x.jpg'", "messages_changed", "import:2"),
        ("UPDATE message_attachment SET evidence = 1", "attachment_changed", "message:3"),
        ("UPDATE message SET number = 9 WHERE id = 1", "conversation_changed", "conversation:1"),
        (
            "UPDATE conversation SET messages = 7 WHERE id = 2",
            "conversation_changed",
            "conversation:2",
        ),
        ("UPDATE import SET name = 'x' WHERE id = 2", "import_changed", "import:2"),
        ("UPDATE import SET answers = '{}' WHERE id = 1", "import_changed", "import:1"),
        ("UPDATE import SET sha256 = zeroblob(32) WHERE id = 1", "import_changed", "import:1"),
        (
            "UPDATE import_conversation SET title = 'x' WHERE import = 1",
            "import_changed",
            "import:1",
        ),
        ("DELETE FROM not_understood", "import_changed", "import:2"),
        ("DELETE FROM message WHERE id = 4", "messages_changed", "import:2"),
    ],
)
def test_verify_finds_what_was_changed_behind_the_journal(
    book: Contents, store: Store, change: str, kind: str, where: str
) -> None:
    bring(book, [record(0), record(1)])
    begin_second(book).finish()
    store.con.execute(change)
    assert ImportProblem(kind, where) in list(book.imports.verify())


def test_a_change_with_the_root_put_right_is_still_found(book: Contents, store: Store) -> None:
    bring(book, [record(0, "no"), record(1)])
    store.con.execute("UPDATE message SET text = 'yes' WHERE id = 1")
    forged = root_of_import(store, ImportId(1))
    store.con.execute("UPDATE import SET tree_root = ?", (forged,))
    assert list(book.imports.verify()) == [ImportProblem("import_changed", "import:1")]


@given(st.lists(st.binary(min_size=32, max_size=32), max_size=60), st.integers(1, 7))
def test_a_tree_grown_by_portions_has_the_root_of_rfc_6962(
    leaves: list[bytes], portion: int
) -> None:
    tree = RecordTree()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("logbook.vault.record_tree._BLOCK", 8)
        for start in range(0, len(leaves), portion):
            tree.extend(leaves[start : start + portion])
        assert tree.size == len(leaves)
        assert tree.root() == merkle.root_of(leaves)


def test_a_check_that_was_cancelled_holds_nothing_of_the_book(
    book: Contents, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A statement that it left open locked the book, as long as anybody held the failure."""
    monkeypatch.setattr("logbook.vault.portions.SIZE_AT_ONCE", 100)
    summary = bring(book, [record(n) for n in range(50)])

    def stop(done: int, total: int, _doing: str = "") -> None:
        if 0 < done < total:
            raise Cancelled

    with pytest.raises(Cancelled) as held:
        list(book.imports.verify(stop))
    assert book.imports.remove(summary.import_id) == Undone(50, 0)
    store.close()
    assert held.value.__traceback__ is not None


def test_the_check_holds_one_long_text_at_a_time(
    book: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand texts of 16 MB would fill any memory."""
    bring(book, [record(n, "x" * 500) for n in range(20)])
    held: list[int] = []

    def noting(records: MessageColumns, shapes: list[Shape], digests: Digests) -> list[bytes]:
        held.append(sum(map(len, records.text)))
        return leaves_of(records, shapes, digests)

    monkeypatch.setattr("logbook.vault.portions.SIZE_AT_ONCE", 1_000)
    monkeypatch.setattr("logbook.vault.import_check.leaves_of", noting)
    assert list(book.imports.verify()) == []
    assert sum(held) == 20 * 500
    assert max(held) <= 1_000
