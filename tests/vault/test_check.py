"""The check of a book: a whole one passes, every change behind its back is named."""

import hashlib
import io
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from logbook.domain.entry import EntryText, Kind
from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.ids import EntryId, Sha256
from logbook.domain.merkle import TreeHead, frontier_of
from logbook.domain.message import (
    Answers,
    ConversationInfo,
    Direction,
    MessageKind,
    MessageRecord,
    ZoneBasis,
)
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Role
from logbook.errors import Cancelled, VaultError
from logbook.vault import check as check_module
from logbook.vault import revision
from logbook.vault.check import CheckReport, check
from logbook.vault.contents import Contents
from logbook.vault.evidence import NewEvidence
from logbook.vault.imports import NewImport
from logbook.vault.keys import Keys
from logbook.vault.opening import lay_database
from logbook.vault.place import Place
from logbook.vault.record_check import Problem
from logbook.vault.revision import Head
from logbook.vault.store import Store

VAULT_ID = b"v" * 16
MASTER = b"m" * 32
PAGE_BYTES = 4096


@dataclass
class Book:
    """An open book whose key the test knows, so that it can be opened again after tampering."""

    store: Store
    contents: Contents

    def check(self) -> CheckReport:
        return check(self.store, self.contents)

    def tamper(self, sql: str, *values: object) -> None:
        assert self.store.con.execute(sql, values).rowcount != 0

    def problems(self) -> set[Problem]:
        return set(self.check().problems)


def open_book(folder: Path, *, new: bool = False) -> Book:
    store = Store(Place.at(folder), VAULT_ID, Keys(MASTER), header_seq=1)
    if new:
        folder.mkdir()
        lay_database(store)
        return Book(store, Contents(store))
    try:
        store.open()
        store.con.execute("PRAGMA foreign_keys=OFF")  # as in the shell of a forger
        return Book(store, Contents(store))
    except BaseException:
        store.abandon()
        raise


def message(index: int) -> MessageRecord:
    return MessageRecord(
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
        text=f"I know where you park, number {index}",
        repaired="",
        flags=(),
        time_raw="01/05/2024, 10:00",
        instant_ms=1_714_557_600_000 + index * 60_000,
        local=f"2024-05-01T10:{index:02}:00",
        time_precision="min",
        zone_basis=ZoneBasis.USER_STATED_ZONE,
        fold="",
        attachments=(),
    )


def fill(contents: Contents) -> None:
    alex = contents.people.add(NewPerson("Alex Doe", Role.RESPONSIBLE)).id
    maria = contents.people.add(NewPerson("Maria")).id
    contents.people.edit(maria, NewPerson("Maria Silva", Role.WITNESS))
    facts = FileFacts("text/plain", MediaClass.TEXT)
    files = [
        contents.evidence.add(NewEvidence(name, "file", facts), io.BytesIO(name.encode() * 500)).id
        for name in ("gate.txt", "note.txt")
    ]
    berlin = ZoneInfo("Europe/Berlin")
    for day in range(1, 7):
        start = datetime(2026, 3, day, 20, tzinfo=berlin)
        contents.entries.add(
            EntryText(
                f"He stood at the gate, day {day}.",
                Moment(Precision.EXACT, start, zone="Europe/Berlin"),
                kind=Kind.IN_PERSON,
                people=(alex,),
                witnesses=(maria,),
                evidence=tuple(files[: day % 3]),
                private_note="afraid",
            )
        )
    contents.entries.edit(EntryId(2), EntryText("He stood at the gate with a camera."))
    contents.entries.remove(EntryId(3))
    contents.entries.erase(EntryId(4))
    contents.entries.remove(EntryId(5))
    contents.entries.restore(EntryId(5))
    writer = contents.imports.begin(
        NewImport("chat.txt", Sha256(hashlib.sha256(b"c").digest()), 1, "whatsapp", Answers())
    )
    writer.keep_original(io.BytesIO(b"c"))
    writer.conversation(ConversationInfo("chat", "Chat with Sam", ("Sam", "Me")))
    writer.add([message(index) for index in range(20)])
    writer.finish()
    head = TreeHead(contents.journal.size, contents.journal.root())
    contents.journal.keep_receipt("printed", head, "")
    contents.people.erase(contents.people.add(NewPerson("Jo", Role.OFFICER)).id)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One filled and closed book for the whole module."""
    folder = tmp_path_factory.mktemp("check") / "book"
    book = open_book(folder, new=True)
    fill(book.contents)
    book.store.close()
    return folder


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "book"))


@pytest.fixture
def book(folder: Path) -> Iterator[Book]:
    opened = open_book(folder)
    yield opened
    opened.store.close()


def test_a_whole_book_passes_with_its_counts(book: Book) -> None:
    report = book.check()
    assert report.problems == []
    assert report.ok
    assert (report.entries, report.messages, report.evidence) == (4, 20, 3)
    assert report.bytes == 2 * 8 * 500 + 1
    assert report.root == book.contents.journal.root()
    assert report.journal_size == book.contents.journal.size


def test_checking_writes_nothing(book: Book, folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    book.check()
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


# Each is what someone with the key and an SQL shell could do, and what the check must say.
CHANGES = {
    "a title in the list": (
        "UPDATE entry SET title = 'He was kind' WHERE id = 1",
        Problem("entry_changed", "entry:1"),
    ),
    "the day of an entry": (
        "UPDATE entry SET start_us = start_us + 1 WHERE id = 1",
        Problem("entry_changed", "entry:1"),
    ),
    "when it was recorded": (
        "UPDATE entry SET recorded_ms = 0 WHERE id = 6",
        Problem("entry_changed", "entry:6"),
    ),
    "which version counts": (
        "UPDATE entry SET revision = revision - 1 WHERE id = 2",
        Problem("entry_changed", "entry:2"),
    ),
    "an entry out of the bin": (
        "UPDATE entry SET state = 0 WHERE id = 3",
        Problem("entry_changed", "entry:3"),
    ),
    "who was there": (
        "UPDATE entry_person SET person = 1 WHERE entry = 1 AND part = 'witness'",
        Problem("entry_changed", "entry:1"),
    ),
    "a file less": (
        "DELETE FROM entry_evidence WHERE entry = 1",
        Problem("entry_changed", "entry:1"),
    ),
    "a name": ("UPDATE person SET name = 'Al' WHERE id = 1", Problem("person_changed", "person:1")),
    "a role": (
        "UPDATE person SET role = 'other' WHERE id = 1",
        Problem("person_changed", "person:1"),
    ),
    "a person hidden": (
        "UPDATE person SET removed = 1 WHERE id = 2",
        Problem("person_changed", "person:2"),
    ),
    "the name of a file": (
        "UPDATE evidence SET name = 'other.txt' WHERE id = 1",
        Problem("evidence_changed", "evidence:1"),
    ),
    "a name where one was erased": (
        "UPDATE person SET name = 'Jo' WHERE id = 3",
        Problem("person_changed", "person:3"),
    ),
    "the bytes of a file": (
        "UPDATE blob_piece SET bytes = zeroblob(length(bytes)) WHERE blob = 1",
        Problem("original_damaged", "evidence:1"),
    ),
    "the text of a message": (
        "UPDATE message SET text = 'I love you' WHERE id = 5",
        Problem("messages_changed", "import:1"),
    ),
    "a message less": (
        "DELETE FROM message WHERE id = 20",
        Problem("messages_changed", "import:1"),
    ),
    "the time of a revision": (
        "UPDATE revision SET saved_ms = saved_ms - 86400000 WHERE seq = 0",
        Problem("revision_changed", "revision 0 of person:1"),
    ),
    "the content of a revision": (
        "UPDATE revision SET body = (SELECT body FROM revision WHERE seq = 1) WHERE seq = 0",
        Problem("revision_changed", "revision 0 of person:1"),
    ),
    "the salt of a head": (
        "UPDATE revision SET head_salt = zeroblob(16) WHERE seq = 3",
        Problem("revision_changed", "revision 3 of evidence:1"),
    ),
    "a leaf": (
        "UPDATE revision SET leaf = zeroblob(32) WHERE seq = 2",
        Problem("revision_changed", "revision 2 of person:2"),
    ),
    "the commitments that erasing kept": (
        "UPDATE revision SET commitments = zeroblob(length(commitments)) WHERE seq = 8",
        Problem("revision_changed", "revision 8 of entry:4"),
    ),
    "a revision in the middle": (
        "DELETE FROM revision WHERE seq = 1",
        Problem("revision_missing", "revision 1"),
    ),
    "the last revision": (
        "DELETE FROM revision WHERE seq = (SELECT max(seq) FROM revision)",
        Problem("save_mark_differs", "meta"),
    ),
    "the head of the journal": (
        "UPDATE journal_head SET peaks = zeroblob(length(peaks))",
        Problem("journal_head_differs", "21 revisions, 21 found"),
    ),
    "a head that cannot be": (
        "UPDATE journal_head SET size = size + 2",
        Problem("unreadable", "journal_head"),
    ),
    "the row of saves": (
        "UPDATE meta SET journal_root = zeroblob(32)",
        Problem("save_mark_differs", "meta"),
    ),
    "a save more than happened": (
        "UPDATE meta SET save_seq = save_seq + 1",
        Problem("high_water_mark_differs", "vault.state"),
    ),
    "a receipt": (
        "UPDATE receipt SET root = zeroblob(32)",
        Problem("receipt_differs", "receipt 1"),
    ),
    "the index of the search": (
        "INSERT INTO search_text (search_text) VALUES ('delete-all')",
        Problem("search_incomplete", "search"),
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_behind_the_back_of_the_journal_is_named(book: Book, change: str) -> None:
    sql, expected = CHANGES[change]
    book.store.con.execute("BEGIN")
    book.tamper(sql)
    assert expected in book.problems()
    book.store.con.execute("ROLLBACK")
    assert book.check().ok  # the negative control: nothing but the change was found


def test_an_entry_taken_out_of_the_list_is_missed(book: Book) -> None:
    book.tamper("DELETE FROM entry WHERE id = 6")
    assert Problem("entry_missing", "entry:6") in book.problems()


def test_content_that_vanished_without_being_erased_is_named(book: Book) -> None:
    """A forger who knows how erasing works, and does not say so."""
    seq, seed, body = book.store.con.execute(
        "SELECT seq, seed, body FROM revision WHERE subject = 'entry:6'"
    ).fetchone()
    kept = b"".join(revision.commitments(revision.unpack(body, seq), seed))
    book.tamper(
        "UPDATE revision SET seed = NULL, body = NULL, commitments = ? WHERE seq = ?", kept, seq
    )
    assert Problem("erased_without_trace", "entry:6") in book.problems()


def test_a_missing_high_water_mark_is_named(book: Book, folder: Path) -> None:
    (folder / "vault.state").unlink()
    assert book.problems() == {Problem("high_water_mark_differs", "vault.state")}


def test_nonsense_written_with_the_key_is_a_problem_and_not_a_crash(book: Book) -> None:
    book.tamper("UPDATE evidence SET facts = '{'")
    book.tamper("UPDATE conversation SET participants = '['")
    report = book.check()
    assert not report.ok
    assert {"evidence_changed", "import_changed", "nonsense"} & {
        one.kind for one in report.problems
    }


def forge(book: Book, seq: int, text: str) -> None:
    """Change an entry and hash everything anew, as someone with the key and this program can."""
    row = book.store.con.execute("SELECT * FROM revision WHERE seq = ?", (seq,)).fetchone()
    fields = revision.unpack(row[11], seq) | {"text": f'"{text}"'.encode()}
    sealed = revision.seal(Head(*row[1:8]), fields)
    with book.store.saving():
        book.tamper(
            "UPDATE revision SET head_salt = ?, leaf = ?, seed = ?, body = ? WHERE seq = ?",
            *(sealed.head_salt, sealed.leaf, sealed.seed, sealed.body, seq),
        )
        book.tamper("UPDATE entry SET title = ?, preview = ? WHERE revision = ?", text, text, seq)
        leaves = book.store.con.execute("SELECT leaf FROM revision ORDER BY seq").fetchall()
        book.tamper(
            "UPDATE journal_head SET peaks = ?", frontier_of(row[0] for row in leaves).to_bytes()
        )
        book.contents.search.rebuild()


def test_an_edit_that_hashes_everything_anew_is_found_by_a_receipt_alone(book: Book) -> None:
    seq = book.store.con.one("SELECT revision FROM entry WHERE id = 6")
    forge(book, seq, "He was kind.")
    assert book.problems() == {Problem("receipt_differs", "receipt 1")}
    book.tamper("DELETE FROM receipt")
    assert book.check().ok  # the negative control: without an anchor it cannot be found


def test_a_part_that_cannot_be_read_does_not_hide_the_others(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_parts: object) -> Iterator[Problem]:
        raise VaultError(where="page 7")

    monkeypatch.setattr(check_module.record_check, "journal_problems", damaged)
    book.tamper("UPDATE person SET name = 'Al' WHERE id = 1")
    assert book.problems() == {
        Problem("unreadable", "page 7"),
        Problem("person_changed", "person:1"),
    }


class StopAt:
    """A progress that a person stops at its n-th report."""

    def __init__(self, stop_at: int) -> None:
        self.reports = 0
        self.stop_at = stop_at

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        assert 0 <= done <= max(total, done)
        assert isinstance(doing, str)
        self.reports += 1
        if self.reports == self.stop_at:
            raise Cancelled

    def give_way(self) -> None:
        """Nothing waits in this test."""


def test_the_check_can_be_stopped_at_every_report(book: Book) -> None:
    whole = StopAt(0)
    check(book.store, book.contents, whole)
    assert whole.reports > 10
    for stop_at in range(1, whole.reports + 1, 5):
        with pytest.raises(Cancelled):
            check(book.store, book.contents, StopAt(stop_at))
    assert book.check().ok


def test_a_long_statement_can_be_stopped(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_module, "_STEPS_BETWEEN_QUESTIONS", 1)
    with pytest.raises(Cancelled):
        check(book.store, book.contents, StopAt(200))
    assert book.check().ok


# -- damage below the database -----------------------------------------------------------------


def verdict(folder: Path) -> set[str]:
    """Open and check; return the kinds of problems, or the failure to open."""
    try:
        book = open_book(folder)
    except VaultError as failure:
        return {type(failure).__name__}
    try:
        return {problem.kind for problem in book.check().problems}
    finally:
        book.store.abandon()


@pytest.mark.slow
def test_every_one_of_300_flipped_bits_is_found(folder: Path) -> None:
    chance = random.Random(300)
    database = folder / "log.db"
    whole = database.read_bytes()
    for _ in range(300):
        place = chance.randrange(len(whole))
        damaged = bytearray(whole)
        damaged[place] ^= 1 << chance.randrange(8)
        database.write_bytes(damaged)
        assert verdict(folder), f"bit of byte {place}"
    database.write_bytes(whole)
    assert verdict(folder) == set()


@pytest.mark.slow
def test_without_looking_at_pages_some_flipped_bits_escape(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control of the test above: the harness can miss, so its 300 of 300 count."""
    monkeypatch.setattr(check_module, "_page_problems", lambda *_: ())
    monkeypatch.setattr(check_module, "_structure_problems", lambda *_: ())
    chance = random.Random(301)
    database = folder / "log.db"
    whole = database.read_bytes()
    escaped = 0
    for _ in range(60):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        database.write_bytes(damaged)
        escaped += not verdict(folder)
    assert escaped


def test_pages_that_changed_places_and_cut_files_are_found(folder: Path) -> None:
    chance = random.Random(20)
    database = folder / "log.db"
    whole = database.read_bytes()
    pages = [whole[at : at + PAGE_BYTES] for at in range(0, len(whole), PAGE_BYTES)]
    for _ in range(20):
        first, second = chance.sample(range(len(pages)), 2)
        swapped = list(pages)
        swapped[first], swapped[second] = pages[second], pages[first]
        database.write_bytes(b"".join(swapped))
        assert verdict(folder), f"pages {first + 1} and {second + 1}"
    for length in (len(whole) - PAGE_BYTES, *chance.sample(range(len(whole)), 10)):
        database.write_bytes(whole[:length])
        assert verdict(folder), f"cut to {length}"
    database.write_bytes(whole)
    assert verdict(folder) == set()


@pytest.mark.slow
def test_an_older_page_in_place_of_a_newer_one_is_found(folder: Path) -> None:
    """Every page that a day of use changed is put back; SQLCipher alone notices none of them."""
    database = folder / "log.db"
    old = database.read_bytes()
    book = open_book(folder)
    _use(book.contents)
    book.store.close()
    new = database.read_bytes()
    changed = [
        at
        for at in range(0, len(old), PAGE_BYTES)
        if old[at : at + PAGE_BYTES] != new[at : at + PAGE_BYTES]
    ]
    assert len(changed) > 15
    for at in changed:
        database.write_bytes(new[:at] + old[at : at + PAGE_BYTES] + new[at + PAGE_BYTES :])
        assert verdict(folder), f"page {at // PAGE_BYTES + 1}"
    database.write_bytes(new)
    assert verdict(folder) == set()


def _use(contents: Contents) -> None:
    for day in range(1, 9):
        start = datetime(2026, 4, day, 20, tzinfo=ZoneInfo("Europe/Berlin"))
        moment = Moment(Precision.EXACT, start, zone="Europe/Berlin")
        contents.entries.add(EntryText(f"He called {day} times. " + "and again " * 60, moment))
    contents.people.add(NewPerson("Officer Reyes", Role.OFFICER))


def test_a_damaged_page_is_named_by_its_number(folder: Path) -> None:
    database = folder / "log.db"
    damaged = bytearray(database.read_bytes())
    damaged[-100] ^= 1
    database.write_bytes(damaged)
    book = open_book(folder)
    problems = book.problems()
    book.store.abandon()
    pages = len(damaged) // PAGE_BYTES
    assert any(one.kind == "page_damaged" and f"page {pages}" in one.where for one in problems)


def test_rubbish_after_the_last_page_is_one_problem(folder: Path) -> None:
    with (folder / "log.db").open("ab") as database:
        pages = database.tell() // PAGE_BYTES
        database.truncate((pages + 300) * PAGE_BYTES)
    book = open_book(folder)
    problems = book.problems()
    book.store.abandon()
    assert set(problems) == {("page_damaged", f"pages {pages + 1}-{pages + 300}")}


def test_a_search_index_in_doubt_is_whole_again_after_a_rebuild(book: Book) -> None:
    book.tamper("INSERT INTO search_text (search_text) VALUES ('delete-all')")
    assert not book.check().ok
    book.contents.search.rebuild()
    assert book.check().ok
