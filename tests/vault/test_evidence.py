"""Kept files: byte for byte, known by the journal, forgotten without a remainder when asked."""

import hashlib
import io
import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.entry import EntryText
from logbook.domain.evidence import FileFacts, FileTime, MediaClass, PrintCopy, TimeBasis
from logbook.domain.ids import EvidenceId, ImportId
from logbook.errors import NoSuchItem
from logbook.vault.blobs import Blobs
from logbook.vault.contents import Contents
from logbook.vault.evidence import EvidenceTable, NewEvidence
from logbook.vault.file_facts import read_facts, write_facts
from logbook.vault.journal import Journal
from logbook.vault.search import Search
from logbook.vault.store import Store

PICTURE = FileFacts(
    media_type="image/jpeg",
    media_class=MediaClass.PICTURE,
    times=(
        FileTime("2024-05-01T10:00:00", 120, TimeBasis.EXIF, "2024:05:01 10:00:00"),
        FileTime("2024-05-01", None, TimeBasis.FILE_NAME, "IMG-20240501-WA0001.jpg"),
    ),
    width_px=4000,
    height_px=3000,
    print_copy=PrintCopy(b"a smaller picture", "image/png", 800, 600),
    thumbnail=b"a tiny picture",
    notes=("animated",),
)


@pytest.fixture
def journal(store: Store) -> Journal:
    return Journal(store)


@pytest.fixture
def search(store: Store) -> Search:
    return Search(store)


@pytest.fixture
def evidence(store: Store, journal: Journal, search: Search) -> EvidenceTable:
    return EvidenceTable(store, journal, search, Blobs(store))


def photo(name: str = "IMG_1.jpg") -> NewEvidence:
    return NewEvidence(name, "file", PICTURE)


def count(store: Store, table: str) -> int:
    return int(store.con.one(f"SELECT count(*) FROM {table}"))  # noqa: S608 - a name of this file


def test_a_file_comes_back_with_its_bytes_and_everything_learnt(evidence: EvidenceTable) -> None:
    kept = evidence.add(photo(), io.BytesIO(b"the bytes"))
    assert evidence.get(kept.id) == kept
    assert evidence.all() == [kept]
    assert (kept.name, kept.origin, kept.size_bytes) == ("IMG_1.jpg", "file", 9)
    assert kept.sha256 == hashlib.sha256(b"the bytes").digest()
    assert (kept.times, kept.width_px, kept.height_px) == (PICTURE.times, 4000, 3000)
    assert (kept.media_class, kept.problem, kept.removed) == (MediaClass.PICTURE, "", False)
    assert kept.notes == ("animated",)
    with evidence.open(kept.id) as opened:
        assert opened.read() == b"the bytes"
    assert evidence.print_copy(kept.id) == PICTURE.print_copy
    assert evidence.thumbnail(kept.id) == PICTURE.thumbnail


def test_a_file_without_pictures_has_none(evidence: EvidenceTable) -> None:
    facts = FileFacts("application/pdf", MediaClass.PDF, pages=3, problem="encrypted")
    kept = evidence.add(NewEvidence("report.pdf", "file", facts), io.BytesIO(b"%PDF"))
    assert (kept.pages, kept.problem) == (3, "encrypted")
    assert evidence.print_copy(kept.id) is None
    assert evidence.thumbnail(kept.id) is None


def test_adding_is_a_revision_that_commits_to_the_file(
    evidence: EvidenceTable, journal: Journal
) -> None:
    kept = evidence.add(photo(), io.BytesIO(b"the bytes"))
    (revision,) = journal.of_subject(f"evidence:{kept.id}")
    fields = journal.fields(revision.seq)
    assert fields is not None
    assert revision.kind == "evidence.add"
    assert fields["sha256"] == kept.sha256
    assert fields["name"] == b"IMG_1.jpg"
    assert fields["size_bytes"] == b"9"
    assert json.loads(fields["facts"])["times"][0][0] == "2024-05-01T10:00:00"


def test_the_same_bytes_under_the_same_name_are_one_file(
    store: Store, evidence: EvidenceTable, journal: Journal
) -> None:
    first = evidence.add(photo(), io.BytesIO(b"the bytes"))
    again = evidence.add(photo(), io.BytesIO(b"the bytes"))
    other = evidence.add(photo("copy of IMG_1.jpg"), io.BytesIO(b"the bytes"))
    assert again == first
    assert (other.id != first.id, other.blob) == (True, first.blob)
    assert count(store, "blob") == 3
    assert journal.size == 2


def test_a_name_that_no_encoding_holds_is_kept_with_a_mark_for_what_is_lost(
    evidence: EvidenceTable,
) -> None:
    kept = evidence.add(photo("caf\udce9 \U0001f600.jpg"), io.BytesIO(b"x"))
    assert kept.name == "caf� \U0001f600.jpg"


def test_what_the_person_says_about_a_file_is_kept_and_committed_to(
    evidence: EvidenceTable, journal: Journal
) -> None:
    kept = evidence.add(photo(), io.BytesIO(b"x"))
    evidence.describe(kept.id, "The broken door", "he says: open up")
    changed = evidence.get(kept.id)
    assert (changed.description, changed.transcript) == ("The broken door", "he says: open up")
    last = journal.of_subject(f"evidence:{kept.id}")[-1]
    assert journal.fields(last.seq) == {
        "description": b"The broken door",
        "transcript": b"he says: open up",
    }


def test_a_later_look_replaces_facts_and_pictures(store: Store, evidence: EvidenceTable) -> None:
    kept = evidence.add(photo(), io.BytesIO(b"x"))
    better = FileFacts("image/heic", MediaClass.PICTURE, thumbnail=PICTURE.thumbnail, width_px=7)
    evidence.set_facts(kept.id, better)
    changed = evidence.get(kept.id)
    assert (changed.media_type, changed.width_px, changed.times) == ("image/heic", 7, ())
    assert evidence.print_copy(kept.id) is None
    assert evidence.thumbnail(kept.id) == PICTURE.thumbnail
    assert count(store, "blob") == 2, "the old print copy is gone, original and thumbnail stay"


def test_the_bin_hides_a_file_and_gives_it_back(evidence: EvidenceTable, journal: Journal) -> None:
    kept = evidence.add(photo(), io.BytesIO(b"x"))
    evidence.remove(kept.id)
    evidence.remove(kept.id)
    assert evidence.all() == []
    assert [one.id for one in evidence.all(removed=True)] == [kept.id]
    assert evidence.get(kept.id).removed
    evidence.restore(kept.id)
    assert evidence.all() == [kept]
    kinds = [revision.kind for revision in journal.of_subject(f"evidence:{kept.id}")]
    assert kinds == ["evidence.add", "evidence.remove", "evidence.restore"]


def test_erasing_takes_bytes_and_names_and_leaves_a_trace_in_the_journal(
    store: Store, evidence: EvidenceTable, journal: Journal
) -> None:
    kept = evidence.add(photo("a telling name.jpg"), io.BytesIO(b"x"))
    evidence.describe(kept.id, "telling words", "")
    evidence.erase(kept.id)
    left = evidence.get(kept.id)
    assert (left.removed, left.problem, left.name, left.description) == (True, "erased", "", "")
    assert (left.sha256, left.size_bytes, left.times) == (bytes(32), 0, ())
    assert evidence.all() == evidence.all(removed=True) == []
    assert count(store, "blob") == count(store, "blob_piece") == 0
    revisions = journal.of_subject(f"evidence:{kept.id}")
    assert [one.kind for one in revisions] == [
        "evidence.add",
        "evidence.describe",
        "evidence.erase",
    ]
    assert [one.erased for one in revisions] == [True, True, False]
    for forbidden in (evidence.open, evidence.print_copy, evidence.thumbnail, evidence.erase):
        with pytest.raises(NoSuchItem):
            forbidden(kept.id)


def test_erasing_keeps_bytes_that_another_file_has_too(evidence: EvidenceTable) -> None:
    first = evidence.add(photo("a.jpg"), io.BytesIO(b"x"))
    second = evidence.add(photo("b.jpg"), io.BytesIO(b"x"))
    evidence.erase(first.id)
    with evidence.open(second.id) as opened:
        assert opened.read() == b"x"
    assert evidence.thumbnail(second.id) == PICTURE.thumbnail


@pytest.mark.parametrize(
    "ask",
    [
        lambda table, one: table.get(one),
        lambda table, one: table.open(one),
        lambda table, one: table.describe(one, "", ""),
        lambda table, one: table.set_facts(one, PICTURE),
        lambda table, one: table.remove(one),
        lambda table, one: table.restore(one),
        lambda table, one: table.erase(one),
    ],
)
def test_a_number_that_is_no_file_is_said_to_be_none(
    evidence: EvidenceTable, journal: Journal, ask: Callable[[EvidenceTable, EvidenceId], object]
) -> None:
    with pytest.raises(NoSuchItem):
        ask(evidence, EvidenceId(99))
    assert journal.size == 0


def test_the_files_of_an_entry_come_in_its_own_order(store: Store) -> None:
    book = Contents(store)
    kept = [book.evidence.add(photo(f"{n}.jpg"), io.BytesIO(b"%d" % n)) for n in range(4)]
    entry = book.entries.add(EntryText("look", evidence=(kept[2].id, kept[0].id, kept[3].id)))
    book.evidence.remove(kept[3].id)
    assert book.evidence.of_entry(entry.id) == [kept[2], kept[0]]


def found(search: Search, words: str) -> list[tuple[str, int]]:
    return [(hit.kind, hit.id) for hit in search(words).hits]


def test_name_description_and_transcript_are_found_until_the_file_is_gone(
    evidence: EvidenceTable, search: Search
) -> None:
    kept = evidence.add(photo("broken door.jpg"), io.BytesIO(b"x"))
    evidence.describe(kept.id, "taken by my sister", "open up")
    for words in ("door", "sister", "open up"):
        assert found(search, words) == [("evidence", kept.id)]
    assert search("door").hits[0].when == "2024-05-01T10:00:00"
    evidence.describe(kept.id, "", "")
    assert found(search, "sister") == []
    evidence.remove(kept.id)
    assert found(search, "door") == []
    evidence.restore(kept.id)
    assert found(search, "door") == [("evidence", kept.id)]
    search.rebuild()
    assert found(search, "door") == [("evidence", kept.id)]
    assert search.is_whole()
    evidence.erase(kept.id)
    assert found(search, "door") == []
    assert search.is_whole()


def test_verify_agrees_with_what_was_done_through_the_door(evidence: EvidenceTable) -> None:
    ids = [evidence.add(photo(f"{n}.jpg"), io.BytesIO(b"%d" % n)).id for n in range(5)]
    evidence.describe(ids[0], "said", "")
    evidence.describe(ids[0], "", "")
    evidence.set_facts(ids[1], FileFacts("text/plain", MediaClass.TEXT))
    evidence.remove(ids[2])
    evidence.erase(ids[3])
    assert list(evidence.verify()) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE evidence SET name = 'another.jpg'",
        "UPDATE evidence SET transcript = 'he never said that'",
        "UPDATE evidence SET facts = replace(facts, '2024-05-01', '2024-06-01')",
        "UPDATE evidence SET added_ms = added_ms + 1",
        "UPDATE evidence SET print_copy = thumbnail",
        "UPDATE evidence SET state = 1",
        "UPDATE evidence SET state = 2, blob = NULL",
        "UPDATE blob SET sha256 = zeroblob(32) WHERE id = 1",
        "UPDATE blob SET size_bytes = 8 WHERE id = 1",
        "DELETE FROM revision",
    ],
)
def test_verify_finds_a_row_that_was_changed_behind_the_journal(
    store: Store, evidence: EvidenceTable, change: str
) -> None:
    kept = evidence.add(photo(), io.BytesIO(b"the bytes"))
    store.con.execute(change)
    assert list(evidence.verify()) == [kept.id]


@pytest.fixture
def import_id(store: Store) -> ImportId:
    """A pending import, as the imports' own table makes one."""
    cursor = store.con.execute(
        "INSERT INTO import (state, name, sha256, size_bytes, format, imported_ms,"
        " answers, report, first_message, last_message) VALUES"
        " ('pending', 'chat.zip', zeroblob(32), 1, 'whatsapp', 0, '{}', '{}', 1, 0)"
    )
    return ImportId(cursor.lastrowid)


def test_nobody_sees_the_files_of_a_pending_import(
    store: Store, evidence: EvidenceTable, journal: Journal, import_id: ImportId
) -> None:
    pending = evidence.add_pending(photo(), io.BytesIO(b"x"), import_id)
    again = evidence.add_pending(photo(), io.BytesIO(b"x"), import_id)
    assert again == pending
    assert evidence.all() == []
    for ask in (evidence.get, evidence.open, evidence.remove, evidence.erase):
        with pytest.raises(NoSuchItem):
            ask(pending)
    assert list(evidence.verify()) == []
    assert journal.size == 0
    assert count(store, "evidence") == 1


def test_the_files_of_a_finished_import_are_files_like_all_others(
    store: Store, evidence: EvidenceTable, journal: Journal, search: Search, import_id: ImportId
) -> None:
    pending = evidence.add_pending(photo(), io.BytesIO(b"x"), import_id)
    assert found(search, "IMG_1") == []
    with store.saving():
        evidence.show_pending(import_id)
    assert found(search, "IMG_1") == [("evidence", pending)]
    assert [one.id for one in evidence.all()] == [pending]
    assert [one.kind for one in journal.of_subject(f"evidence:{pending}")] == ["evidence.add"]
    assert list(evidence.verify()) == []


def test_dropping_the_files_of_an_import_leaves_what_was_here_before(
    store: Store, evidence: EvidenceTable, import_id: ImportId
) -> None:
    here = evidence.add(photo("here.jpg"), io.BytesIO(b"here"))
    before = {table: count(store, table) for table in ("evidence", "blob", "blob_piece")}
    assert evidence.add_pending(photo("here.jpg"), io.BytesIO(b"here"), import_id) == here.id
    evidence.add_pending(photo("other name.jpg"), io.BytesIO(b"here"), import_id)
    evidence.add_pending(photo("new.jpg"), io.BytesIO(b"new"), import_id)
    with store.saving():
        evidence.drop_pending(import_id)
    assert {table: count(store, table) for table in before} == before
    with evidence.open(here.id) as opened:
        assert opened.read() == b"here"


def test_no_word_about_a_file_stands_in_any_file_of_the_vault(
    store: Store, evidence: EvidenceTable
) -> None:
    kept = evidence.add(photo("a telling name.jpg"), io.BytesIO(b"telling bytes"))
    evidence.describe(kept.id, "telling words", "telling sounds")
    for path in store.folder.rglob("*"):
        assert not path.is_file() or b"telling" not in path.read_bytes()


any_text = st.text(st.characters(codec=None, exclude_categories=()))
any_facts = st.builds(
    FileFacts,
    media_type=st.just("image/png"),
    media_class=st.sampled_from(MediaClass),
    times=st.lists(
        st.builds(
            FileTime,
            any_text,
            st.none() | st.integers(-900, 900),
            st.sampled_from(TimeBasis),
            any_text,
        )
    ).map(tuple),
    width_px=st.none() | st.integers(0, 1 << 40),
    height_px=st.none() | st.integers(0, 1 << 40),
    duration_s=st.none() | st.floats(0, 1e9),
    pages=st.none() | st.integers(0, 1 << 20),
    problem=st.sampled_from(["", "broken", "too_large"]),
    notes=st.lists(st.sampled_from(["animated", "name_disagrees"])).map(tuple),
)


@given(any_facts)
def test_facts_are_read_as_they_were_written(facts: FileFacts) -> None:
    found = read_facts(write_facts(facts))
    for name in ("times", "width_px", "height_px", "duration_s", "pages", "problem", "notes"):
        assert getattr(found, name) == getattr(facts, name)
