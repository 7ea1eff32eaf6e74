"""The journal: what is saved is committed to, and what is changed behind its back is found."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from logbook.domain import merkle
from logbook.domain.checkpoint import Verdict, read_checkpoint
from logbook.domain.merkle import TreeHead
from logbook.errors import DatabaseDamaged, NoSuchItem
from logbook.vault import revision
from logbook.vault.journal import Journal
from logbook.vault.keys import Keys
from logbook.vault.place import Place
from logbook.vault.revision import Head
from logbook.vault.store import Store

START = datetime(2026, 3, 5, 19, 10, tzinfo=UTC)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


def _store(folder: Path, vault_id: bytes = b"v" * 16) -> Store:
    folder.mkdir()
    store = Store(Place.at(folder), vault_id, Keys.fresh(), 1)
    store.open()
    store.start_empty()
    return store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = _store(tmp_path / "book")
    yield store
    store.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(store: Store, clock: Clock) -> Journal:
    return Journal(store, clock)


def _fill(journal: Journal, count: int) -> None:
    for number in range(count):
        journal.append("entry.add", f"entry:{number}", {"text": f"day {number}".encode()})


def test_an_empty_journal_has_the_root_of_nothing(journal: Journal) -> None:
    assert journal.size == 0
    assert journal.root() == hashlib.sha256(b"").digest()


def test_revisions_get_their_places_in_order(journal: Journal) -> None:
    places = [journal.append("entry.add", f"entry:{n}", {}) for n in range(5)]
    assert places == [0, 1, 2, 3, 4]
    assert [one.subject for one in journal.page(2, 2)] == ["entry:2", "entry:3"]


def test_the_root_is_the_one_over_all_leaves(journal: Journal) -> None:
    _fill(journal, 21)
    leaves = [one.leaf for one in journal.page(0, 100)]
    assert journal.root() == merkle.root_of(leaves)


def test_a_leaf_commits_to_head_and_fields(journal: Journal, store: Store) -> None:
    journal.append("entry.add", "entry:7", {"text": b"one", "place": b""}, zone="Europe/Berlin")
    row = store.con.execute("SELECT * FROM revision").fetchone()
    head_salt, leaf, seed = row[8:11]
    head = Head("entry.add", "entry:7", *row[3:8])
    expected = merkle.revision_leaf(
        [
            merkle.commitment("", head.to_bytes(), head_salt),
            merkle.commitment("text", b"one", revision.salt_of(seed, "text")),
            merkle.commitment("place", b"", revision.salt_of(seed, "place")),
        ]
    )
    assert leaf == expected
    assert head.zone == "Europe/Berlin"


def test_the_same_words_twice_have_different_leaves(journal: Journal) -> None:
    journal.append("entry.add", "entry:1", {"text": b"no"})
    journal.append("entry.add", "entry:1", {"text": b"no"})
    first, second = journal.page(0, 2)
    assert first.leaf != second.leaf


def test_fields_come_back_as_they_were(journal: Journal) -> None:
    fields = {"text": b"\x00\xff" * 500, "note": b"", "größe": "😀".encode()}
    seq = journal.append("entry.add", "entry:1", fields)
    assert journal.fields(seq) == fields


def test_a_revision_that_is_not_there_is_said(journal: Journal) -> None:
    with pytest.raises(NoSuchItem):
        journal.fields(0)


def test_a_field_without_a_name_is_a_bug(journal: Journal) -> None:
    with pytest.raises(ValueError, match="name"):
        journal.append("entry.add", "entry:1", {"": b"head"})
    assert journal.size == 0


@pytest.mark.parametrize(
    "body", [b"\x05", b"\x01a", b"\x01a\x00\x00\x00\x09x", b"\x01\xff\0\0\0\0"]
)
def test_a_body_that_is_cut_is_damage(body: bytes) -> None:
    with pytest.raises(DatabaseDamaged) as failure:
        revision.unpack(body, 3)
    assert failure.value.where == "revision 3"


def test_a_clock_that_was_set_back_is_recorded_not_hidden(journal: Journal, clock: Clock) -> None:
    _fill(journal, 1)
    clock.now -= timedelta(hours=2)
    _fill(journal, 1)
    clock.now += timedelta(hours=5)
    _fill(journal, 1)
    assert [one.back_ms for one in journal.page(0, 3)] == [0, 7_200_000, 0]
    assert journal.page(1, 1)[0].saved_at == START - timedelta(hours=2)


def test_an_undone_save_leaves_no_trace(journal: Journal, store: Store) -> None:
    _fill(journal, 3)
    root = journal.root()
    _undone_save(store, journal)
    assert (journal.size, journal.root()) == (3, root)
    assert len(journal.page(0, 10)) == 3


def test_every_save_puts_size_and_root_into_the_high_water_mark(
    journal: Journal, store: Store
) -> None:
    _fill(journal, 4)
    assert (store.mark().journal_size, store.mark().journal_root) == (4, journal.root())


def test_erasing_takes_content_and_salts_and_keeps_the_trace(
    journal: Journal, store: Store
) -> None:
    journal.append("entry.add", "entry:1", {"text": b"secret"})
    journal.append("entry.edit", "entry:1", {"text": b"secret two"})
    journal.append("entry.add", "entry:2", {"text": b"stays"})
    before = [one.leaf for one in journal.page(0, 10)]
    journal.erase("entry:1", "entry.erase")
    after = journal.page(0, 10)
    assert [one.leaf for one in after][:3] == before
    assert [one.erased for one in after] == [True, True, False, False]
    assert after[3].kind == "entry.erase"
    assert journal.fields(0) is None
    assert journal.fields(2) == {"text": b"stays"}
    rows = store.con.execute("SELECT seed, body FROM revision WHERE seq < 2").fetchall()
    assert rows == [(None, None), (None, None)]


def test_the_leaf_of_an_erased_revision_can_still_be_computed(
    journal: Journal, store: Store
) -> None:
    journal.append("entry.add", "entry:1", {"text": b"secret", "place": b"home"})
    journal.erase("entry:1", "entry.erase")
    row = store.con.execute("SELECT * FROM revision WHERE seq = 0").fetchone()
    kept = revision.split(row[12])
    assert revision.leaf(Head(*row[1:8]), row[8], kept) == row[9]


def test_a_head_that_cannot_be_is_damage(journal: Journal, store: Store) -> None:
    _fill(journal, 3)
    store.con.execute("UPDATE journal_head SET size = 2")
    with pytest.raises(DatabaseDamaged):
        journal.root()


class TestComparing:
    def test_what_was_only_added_to_is_unchanged(self, journal: Journal) -> None:
        _fill(journal, 6)
        note = journal.checkpoint_text()
        _fill(journal, 5)
        found = journal.compare(note)
        assert (found.verdict, found.size, found.since) == (Verdict.UNCHANGED, 6, 5)

    def test_the_note_carries_the_time_and_the_full_root(
        self, journal: Journal, clock: Clock
    ) -> None:
        _fill(journal, 6)
        checkpoint = read_checkpoint(journal.checkpoint_text()).checkpoint
        assert checkpoint.head == TreeHead(6, journal.root())
        assert datetime.fromisoformat(checkpoint.remarks[0]) == clock.now

    @pytest.mark.parametrize("form", [bytes.hex, lambda root: "\ufeff" + root.hex(" ", 4).upper()])
    def test_a_root_in_digits_is_found_at_its_place(
        self, journal: Journal, form: Callable[[bytes], str]
    ) -> None:
        _fill(journal, 6)
        given = form(journal.root())
        _fill(journal, 2)
        found = journal.compare(given)
        assert (found.verdict, found.size, found.since) == (Verdict.UNCHANGED, 6, 2)

    def test_a_root_in_words_is_found(self, journal: Journal) -> None:
        _fill(journal, 3)
        words = " ".join(journal.words(journal.root()))
        _fill(journal, 1)
        assert journal.compare(words).verdict is Verdict.UNCHANGED
        assert journal.compare(words).size == 3

    def test_the_empty_journal_is_where_everything_starts(self, journal: Journal) -> None:
        note, root = journal.checkpoint_text(), journal.root().hex()
        _fill(journal, 2)
        assert journal.compare(note).verdict is Verdict.UNCHANGED
        assert journal.compare(root).since == 2

    def test_an_edit_before_the_checkpoint_is_found(self, journal: Journal, store: Store) -> None:
        _fill(journal, 6)
        note, root = journal.checkpoint_text(), journal.root().hex()
        _rewrite(store, journal, 2, {"text": b"never happened"})
        assert journal.compare(note).verdict is Verdict.CHANGED
        assert journal.compare(root).verdict is Verdict.NOT_FOUND

    def test_without_a_checkpoint_the_same_edit_cannot_be_found(
        self, journal: Journal, store: Store
    ) -> None:
        """The negative control: why an anchor outside is needed at all."""
        _fill(journal, 6)
        _rewrite(store, journal, 2, {"text": b"never happened"})
        assert journal.root() == merkle.root_of([one.leaf for one in journal.page(0, 10)])
        assert journal.compare(journal.checkpoint_text()).verdict is Verdict.UNCHANGED

    def test_a_checkpoint_that_knows_more_says_so(self, journal: Journal, store: Store) -> None:
        _fill(journal, 3)
        note = _undone_save(store, journal)
        found = journal.compare(note)
        assert (found.verdict, found.size) == (Verdict.NEWER, 5)

    def test_another_book_is_named_as_such(self, journal: Journal, tmp_path: Path) -> None:
        other_store = _store(tmp_path / "other", b"w" * 16)
        note = Journal(other_store).checkpoint_text()
        other_store.close()
        assert journal.compare(note).verdict is Verdict.OTHER_BOOK

    def test_a_note_that_this_book_did_not_sign_accuses_nobody(self, journal: Journal) -> None:
        _fill(journal, 4)
        note = journal.checkpoint_text()
        forged = note.replace("\n4\n", "\n3\n", 1)
        assert journal.compare(forged).verdict is Verdict.NOT_GENUINE

    def test_no_sign_of_a_note_can_be_changed_unseen(self, journal: Journal) -> None:
        _fill(journal, 4)
        note = journal.checkpoint_text()
        for at, sign in enumerate(note):
            changed = note[:at] + ("B" if sign == "A" else "A") + note[at + 1 :]
            assert journal.compare(changed).verdict is not Verdict.UNCHANGED, at

    @pytest.mark.parametrize("text", ["", "hello", "0" * 63, "g" * 64, "abacus " * 24])
    def test_what_is_no_checkpoint_is_unreadable(self, journal: Journal, text: str) -> None:
        assert journal.compare(text).verdict is Verdict.UNREADABLE


def test_receipts_are_kept_and_recorded(journal: Journal, clock: Clock) -> None:
    _fill(journal, 2)
    head = TreeHead(2, journal.root())
    journal.keep_receipt("printed", head, "signed by R. Ahmed")
    (receipt,) = journal.receipts()
    assert (receipt.kind, receipt.head, receipt.note) == ("printed", head, "signed by R. Ahmed")
    assert receipt.kept_at == clock.now
    assert journal.page(2, 1)[0].kind == "receipt.add"


def _undone_save(store: Store, journal: Journal) -> str:
    """Save two revisions, take a checkpoint, and undo: a future that this book does not know."""
    notes = []
    try:
        with store.saving():
            _fill(journal, 2)
            notes.append(journal.checkpoint_text())
            raise KeyError
    except KeyError:
        return notes[0]


def _rewrite(store: Store, journal: Journal, seq: int, fields: dict[str, bytes]) -> None:
    """Do what a forger with the key does: change content and hash everything anew."""
    row = store.con.execute("SELECT * FROM revision WHERE seq = ?", (seq,)).fetchone()
    sealed = revision.seal(Head(*row[1:8]), fields)
    with store.saving():
        store.con.execute(
            "UPDATE revision SET head_salt = ?, leaf = ?, seed = ?, body = ? WHERE seq = ?",
            (sealed.head_salt, sealed.leaf, sealed.seed, sealed.body, seq),
        )
        frontier = merkle.frontier_of(one.leaf for one in journal.page(0, 1_000))
        store.con.execute("UPDATE journal_head SET peaks = ?", (frontier.to_bytes(),))


def test_a_head_that_is_behind_its_revisions_is_damage(store: Store, journal: Journal) -> None:
    _fill(journal, 3)
    with store.saving():
        empty = merkle.Frontier().to_bytes()
        store.con.execute("UPDATE journal_head SET size = 0, peaks = ?", (empty,))
    with pytest.raises(DatabaseDamaged) as caught:
        _fill(journal, 1)
    assert caught.value.where == "journal_head"
