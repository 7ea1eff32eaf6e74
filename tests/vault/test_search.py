"""Search: words and parts of words in any script, newest first, and nothing left once deleted."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import sqlcipher3
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from logbook.domain.entry import EntryText
from logbook.domain.person import NewPerson
from logbook.domain.selection import EntryFilter
from logbook.errors import Cancelled
from logbook.vault import portions, search_text
from logbook.vault.contents import Contents
from logbook.vault.search import Search, SearchKind, SearchText
from logbook.vault.search_text import indexed, normalised
from logbook.vault.store import Store


class Texts:
    """A source in memory."""

    def __init__(self) -> None:
        self.texts: dict[int, str] = {}

    def search_texts(self, ids: Sequence[int]) -> dict[int, SearchText]:
        return {n: SearchText(self.texts[n], f"day {n}") for n in ids if n in self.texts}

    def search_all(self) -> Iterator[tuple[int, str]]:
        yield from self.texts.items()

    def search_count(self) -> int:
        return len(self.texts)


class Index:
    """A search over four sources in memory."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.search = Search(store)
        self.sources = {kind: Texts() for kind in SearchKind}
        for kind, source in self.sources.items():
            self.search.add_source(kind, source)

    def put(self, kind: SearchKind, number: int, text: str | None) -> None:
        with self.store.saving(), self.search.changing(kind, number):
            if text is None:
                self.sources[kind].texts.pop(number, None)
            else:
                self.sources[kind].texts[number] = text

    def put_messages(self, texts: Sequence[str]) -> None:
        rows = list(enumerate(texts, 1))
        self.sources[SearchKind.MESSAGE].texts = dict(rows)
        with self.store.saving():
            self.search.index_messages(rows)

    def found(self, query: str) -> list[int]:
        hits = self.search(query, limit=1_000)
        assert hits.total == len(hits.hits)
        assert self.search.first(query, 1_000) == hits.hits
        return [hit.id for hit in hits.hits]


@pytest.fixture
def index(store: Store) -> Index:
    return Index(store)


CANARY = "Zyzzyvakanarie"

TEXTS = [
    "He stood at the gate again.",
    "Er lauerte am Gartentörchen und am Haustürschloss.",
    "他今天晚上在家门口等我",
    "今日は家の前で待っていた",
    "เขายืนอยู่หน้าบ้านตอนกลางคืน",
    "كان ينتظرني أمام البيت في المساء",
    "הוא חיכה לי ליד הבית",
    "그는 집 앞에서 나를 기다렸다",
    "मैंने उसे घर के बाहर देखा",
    "Он ждал меня у подъезда 🔪",
    "Number: +1 (555) 010-4477, plate B-XY 1234",
    'He said "come home" or else',
    "naïve café 👩‍👧 ❤️",
]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("gate", [1]),
        ("GATE", [1]),
        ("at", [11, 1]),
        ("tür", [2]),
        ("haustur", [2]),
        ("schloss", [2]),
        ("gartentorchen", [2]),
        ("门口", [3]),
        ("家", [3, 4]),
        ("等我", [3]),
        ("待って", [4]),
        ("บ้าน", [5]),
        ("กลางคืน", [5]),
        ("البيت", [6]),
        ("ينتظر", [6]),
        ("امام", [6]),
        ("הבית", [7]),
        ("기다", [8]),
        ("घर", [9]),
        ("подъезд", [10]),
        ("🔪", [10]),
        ("5550104477", [11]),
        ("555 010", [11]),
        ("1234", [11]),
        ("B-XY", [11]),
        ("12", [11]),
        ("7", [11]),
        ('"come home"', [12]),
        ('"home come"', []),
        ("home come", [12]),
        ("ho co", [12]),
        ("cafe naive", [13]),
        ("👩👧", [13]),
        ("❤", [13]),
        ("gate haustür", []),
        ("zeppelin", []),
        ("", []),
        ("e", [13, 12, 11, 2, 1]),
    ],
)
def test_what_a_person_looks_for_is_found(index: Index, query: str, expected: list[int]) -> None:
    index.put_messages(TEXTS)
    assert index.found(query) == sorted(expected, reverse=True)


@pytest.mark.parametrize(
    "query",
    ['"', '""', 'a"b', '"a', "gate OR", "NOT gate", "gate*", "body:gate", "(gate", "^gate", "-gate",
     "NEAR(gate at)", "gate' --", "gate AND", "{body} : gate", "+gate", "\ud83d", "\0", "%", "_a"],
)  # fmt: skip
def test_signs_of_the_query_language_are_only_signs(index: Index, query: str) -> None:
    index.put_messages([*TEXTS, "plain (gate"])
    for number in index.found(query):
        text = normalised([*TEXTS, "plain (gate"][number - 1])
        assert all(needle in text for needle in search_text.needles_of(query))


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(st.text(st.sampled_from("ab cä家🔪\"1'"), max_size=12), max_size=8),
    st.text(st.sampled_from("ab cä家🔪1'"), max_size=4),
)
def test_search_finds_exactly_the_texts_that_hold_every_word(
    store: Store, texts: list[str], query: str
) -> None:
    with store.saving():
        store.con.execute("INSERT INTO search_text (search_text) VALUES ('delete-all')")
    index = Index(store)
    index.put_messages(texts)
    needles = search_text.needles_of(query)
    expected = [
        number
        for number, text in enumerate(texts, 1)
        if needles and all(needle in indexed(text).rstrip() for needle in needles)
    ]
    assert index.found(query) == expected[::-1]
    assert index.search.is_whole()


def test_hits_are_entries_first_then_people_files_and_messages_each_newest_first(
    index: Index,
) -> None:
    for number in (1, 2, 300):
        for kind in SearchKind:
            index.put(kind, number, f"the gate {number}")
    hits = index.search("gate").hits
    assert [(hit.kind, hit.id) for hit in hits] == [
        (kind, number)
        for kind in ("entry", "person", "evidence", "message")
        for number in (300, 2, 1)
    ]
    assert (hits[0].snippet, hits[0].when) == ("the gate 300", "day 300")


def test_pages_of_hits_follow_one_another(index: Index) -> None:
    index.put_messages([f"gate {number}" for number in range(100)])
    pages = [index.search("gate", 30, offset) for offset in range(0, 120, 30)]
    assert {page.total for page in pages} == {100}
    numbers = [hit.id for page in pages for hit in page.hits]
    assert numbers == list(range(100, 0, -1))


def test_a_changed_text_is_found_by_its_new_words_alone(index: Index) -> None:
    index.put(SearchKind.ENTRY, 1, "a red car")
    index.put(SearchKind.ENTRY, 1, "a blue van")
    assert index.found("red") == index.found("car") == []
    assert index.found("blue") == [1]
    index.put(SearchKind.ENTRY, 1, None)
    assert index.found("blue") == []
    assert index.search.is_whole()


def test_forgotten_messages_are_gone(index: Index) -> None:
    index.put_messages(["first gate", "second gate"])
    with index.store.saving():
        index.search.forget_messages([(1, "first gate")])
    del index.sources[SearchKind.MESSAGE].texts[1]
    assert index.found("gate") == [2]
    assert index.search.is_whole()


def test_an_undone_save_leaves_the_index_as_it_was(index: Index) -> None:
    def undone() -> None:
        with index.store.saving():
            index.search.index_messages([(2, "second gate")])
            assert index.search("second").total == 1
            raise KeyError

    index.put_messages(["first gate"])
    with pytest.raises(KeyError):
        undone()
    assert index.found("gate") == [1]
    assert index.search.is_whole()


def test_messages_of_a_pending_import_are_not_found(index: Index) -> None:
    index.put_messages(["first gate", "second gate", "third gate"])
    index.put(SearchKind.ENTRY, 7, "gate")
    index.store.con.execute(
        "INSERT INTO import (state, name, sha256, size_bytes, format, imported_ms, answers,"
        " report, first_message, last_message)"
        " VALUES ('pending', '', zeroblob(32), 0, '', 0, '{}', '{}', 2, 3)"
    )
    assert index.found("gate") == [7, 1]
    assert index.found("g") == [7, 1]
    condition = index.search.condition(SearchKind.MESSAGE, "gate", "value")
    assert condition is not None
    assert _meets(index, condition.sql, condition.values) == [1]


def _meets(index: Index, sql: str, values: Sequence[object]) -> list[int]:
    rows = index.store.con.execute(
        f"SELECT value FROM json_each('[1, 2, 3, 7]') WHERE {sql}",  # noqa: S608 - our own words
        values,
    ).fetchall()
    return [row[0] for row in rows]


@pytest.mark.parametrize(
    ("query", "expected"),
    [("gate", [1, 3]), ("ga", [1, 3]), ("zeppelin", []), ("zz", []), ("gate red", [3])],
)
def test_a_condition_narrows_a_list_of_one_kind(
    index: Index, query: str, expected: list[int]
) -> None:
    index.put(SearchKind.ENTRY, 1, "gate")
    index.put(SearchKind.MESSAGE, 2, "gate red")
    index.put(SearchKind.ENTRY, 3, "red gate")
    condition = index.search.condition(SearchKind.ENTRY, query, "value")
    assert condition is not None
    assert _meets(index, condition.sql, condition.values) == expected


def test_an_empty_query_is_no_condition(index: Index) -> None:
    assert index.search.condition(SearchKind.ENTRY, ' "" ', "id") is None


def test_one_character_with_very_many_followers_is_still_found(index: Index) -> None:
    """More than the terms that one OR may have: the other way of looking takes over."""
    followers = [f"家{chr(0x4E00 + number)}" for number in range(1_500)]
    index.put_messages(["".join(followers[at : at + 2]) for at in range(0, 1_500, 2)])
    assert len(index.found("家")) == 750
    assert index.found("家 " + followers[9]) == [5]
    assert index.found("家 一") == [1]


def test_gathering_much_in_memory_lasts_for_many_texts_alone(index: Index) -> None:
    gathered = "SELECT v FROM search_text_config WHERE k = 'hashsize'"
    with index.store.saving(), index.search.adding_many():
        assert index.store.con.one(gathered) == 16 << 20
        index.search.index_messages(list(enumerate(TEXTS, 1)))
    assert index.store.con.one(gathered) == 1 << 20


class TestDoubt:
    def test_a_rebuilt_index_finds_the_same(self, index: Index) -> None:
        index.put_messages(TEXTS)
        index.put(SearchKind.ENTRY, 1, "the gate")
        before = [index.found(query) for query in ("gate", "家", "12", "tür")]
        index.store.con.execute("INSERT INTO search_text (search_text) VALUES ('delete-all')")
        assert index.found("gate") == []
        assert not index.search.is_whole()
        index.search.rebuild()
        assert [index.found(query) for query in ("gate", "家", "12", "tür")] == before
        assert index.search.is_whole()

    def test_another_way_of_normalising_means_building_again(
        self, index: Index, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        index.put_messages(["gate"])
        assert not index.search.needs_rebuild
        monkeypatch.setattr("logbook.vault.search.FORM", "2/99")
        assert index.search.needs_rebuild
        index.put(SearchKind.ENTRY, 1, "gate")  # waits for the rebuild: the old form is unknown
        with index.store.saving():
            index.search.index_messages([(2, "second gate")])
        index.search.rebuild()
        assert not index.search.needs_rebuild
        assert index.found("gate") == [1, 1]

    def test_a_doubt_is_kept_until_the_rebuild(self, index: Index) -> None:
        index.put_messages(["gate"])
        index.search.doubt()
        assert index.search.needs_rebuild
        index.search.rebuild()
        assert not index.search.needs_rebuild

    def test_a_stopped_rebuild_leaves_the_old_index(self, index: Index) -> None:
        index.put_messages([f"gate {number}" for number in range(2_500)])
        with pytest.raises(Cancelled):
            index.search.rebuild(_Stop(after=2))
        assert len(index.search.first("gate", 5_000)) == 2_500
        assert index.search.is_whole()

    def test_one_lost_text_is_noticed(self, index: Index) -> None:
        index.put_messages(TEXTS)
        assert index.search.is_whole()
        index.sources[SearchKind.MESSAGE].texts[99] = "one more"
        assert not index.search.is_whole()

    def test_damage_inside_the_index_is_noticed(self, index: Index) -> None:
        index.put_messages(TEXTS)
        index.store.con.execute("DELETE FROM search_text_data WHERE id > 10")
        assert not index.search.is_whole()


class _Stop:
    """A progress that is stopped after some reports."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        del done, total, doing
        self.left -= 1
        if self.left < 0:
            raise Cancelled

    def give_way(self) -> None:
        """Nothing waits in this test."""


def test_everything_of_a_book_is_found_where_it_belongs(store: Store) -> None:
    book = Contents(store)
    entry = book.entries.add(EntryText("He came.", place="Elm Street", private_note="Zimtstern"))
    assert [hit.id for hit in book.search("elm").hits] == [entry.id]
    assert book.search("zimtstern").hits[0].snippet.endswith("Zimtstern")
    assert book.entries.count(EntryFilter(match="zimt")) == 1
    book.entries.remove(entry.id)
    assert book.search("elm").total == 0
    assert book.entries.count(EntryFilter(match="elm", removed=True)) == 1
    assert book.entries.count(EntryFilter(match="elm")) == 0
    book.entries.restore(entry.id)
    assert book.search("elm").total == 1


def _index_bytes(store: Store) -> list[tuple[object, ...]]:
    return store.con.execute("SELECT id, block FROM search_text_data ORDER BY id").fetchall()


def test_the_bin_and_back_leave_the_index_as_it_is(store: Store) -> None:
    """To take words out and to put them in again would take milliseconds an entry."""
    book = Contents(store)
    entry = book.entries.add(EntryText("He came.")).id
    before = _index_bytes(store)
    book.entries.remove(entry)
    assert book.search.is_whole()
    book.entries.restore(entry)
    assert _index_bytes(store) == before
    book.entries.remove(entry)
    book.entries.erase(entry)
    assert _index_bytes(store) != before
    assert book.search.is_whole()


@pytest.mark.parametrize("query", ["gate", "g", "ga", "gate again", "g a"])
def test_no_search_of_the_book_finds_what_lies_in_the_bin(store: Store, query: str) -> None:
    book = Contents(store)
    binned, kept = (book.entries.add(EntryText("the gate again")).id for _ in range(2))
    person = book.people.add(NewPerson("Gate Again")).id
    with store.saving():
        book.search.index_messages([(binned, "at the gate again")])  # of the same number
    book.entries.remove(binned)
    found = [(hit.kind, hit.id) for hit in book.search.first(query)]
    assert found == [("entry", kept), ("person", person)]  # the message is in no conversation
    assert book.search(query).total == 3
    assert [hit.id for hit in book.search.first(query, kind=SearchKind.ENTRY)] == [kept]
    assert book.entries.ids(EntryFilter(match=query), 0, 9) == [kept]
    assert book.entries.ids(EntryFilter(match=query, removed=True), 0, 9) == [binned]
    book.entries.restore(binned)
    assert [hit.id for hit in book.search.first(query, kind=SearchKind.ENTRY)] == [kept, binned]


def test_to_an_index_of_an_earlier_version_the_bin_is_added(store: Store) -> None:
    book = Contents(store)
    kept, binned, gone = (book.entries.add(EntryText(f"the gate {at}")).id for at in "abc")
    texts = book.entries.search_texts([binned, gone])
    for entry in (binned, gone):
        book.entries.remove(entry)
    with store.saving():
        for number, found in texts.items():  # as the versions before it did on the way to the bin
            store.con.execute(
                "INSERT INTO search_text (search_text, rowid, body) VALUES ('delete', ?, ?)",
                (SearchKind.ENTRY << 48 | number, indexed(found.text)),
            )
        store.con.execute("UPDATE search_state SET built_with = ?", (search_text.FORM,))
    assert book.search.needs_rebuild
    book.entries.restore(gone)  # before the rebuild nothing is told to the index
    book.entries.remove(gone)
    with pytest.raises(Cancelled):
        book.search.rebuild(_Stop(after=0))
    assert book.search.needs_rebuild
    book.search.rebuild()
    assert not book.search.needs_rebuild
    assert book.search.is_whole()
    assert [hit.id for hit in book.search("gate").hits] == [kept]
    book.entries.restore(binned)
    assert book.search("gate b").total == 1
    assert book.search.is_whole()


def _in_pieces(index: Index) -> None:
    for number in range(1, 8):
        index.put(SearchKind.ENTRY, number, f"{CANARY} {number} " + " ".join(TEXTS))
    assert _pieces(index) > 1


def _pieces(index: Index) -> int:
    return int(index.store.con.one("SELECT count(DISTINCT segid) FROM search_text_idx"))


def test_a_joined_index_is_one_piece_that_finds_the_same(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    _in_pieces(index)
    monkeypatch.setattr("logbook.vault.search._JOINED_PAGES", 1)
    before = [index.found(query) for query in ("zyzz", "家", "12", "tür")]
    index.search.join_pieces()
    assert _pieces(index) == 1
    assert [index.found(query) for query in ("zyzz", "家", "12", "tür")] == before
    assert index.search.is_whole()
    blocks = _index_bytes(index.store)
    index.search.join_pieces()
    assert _index_bytes(index.store) == blocks


def test_joining_that_is_stopped_leaves_an_index_that_finds_the_same(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    _in_pieces(index)
    monkeypatch.setattr("logbook.vault.search._JOINED_PAGES", 1)
    with pytest.raises(Cancelled):
        index.search.join_pieces(_Stop(after=1))
    assert index.found("zyzz") == [7, 6, 5, 4, 3, 2, 1]
    assert index.search.is_whole()
    index.put(SearchKind.ENTRY, 3, None)
    assert index.found("zyzz") == [7, 6, 5, 4, 2, 1]
    index.search.join_pieces()
    assert _pieces(index) == 1
    assert index.search.is_whole()


def test_joining_an_empty_index_does_nothing(index: Index) -> None:
    index.search.join_pieces()
    assert _pieces(index) == 0


def test_a_rebuild_reads_long_texts_one_at_a_time(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions, "SIZE_AT_ONCE", 1)
    book = Contents(store)
    for number in range(3):
        book.entries.add(EntryText(f"He came, time {number}."))
    asked: list[int] = []
    read = book.entries.search_texts

    def noting(ids: Sequence[int]) -> dict[int, SearchText]:
        asked.append(len(ids))
        return read(ids)

    monkeypatch.setattr(book.entries, "search_texts", noting)
    book.search.rebuild()
    assert asked == [1, 1, 1]
    assert book.search.is_whole()


# -- nothing is left of what was deleted ---------------------------------------------------------


def _plain_database(path: Path, *, secure: bool) -> sqlcipher3.Connection:
    """The same schema without a key, so that the file can be read by eye."""
    con = sqlcipher3.connect(str(path), isolation_level=None)
    con.execute("PRAGMA secure_delete=ON").fetchall()
    schema = Path(search_text.__file__).parent / "schema" / "0001_initial.sql"
    con.executescript(schema.read_text(encoding="utf-8"))
    if not secure:
        con.execute("INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 0)")
    return con


@pytest.mark.parametrize("secure", [True, False])
def test_no_part_of_a_deleted_word_is_left_in_the_file(tmp_path: Path, *, secure: bool) -> None:
    """Without secure-delete the same harness finds the word: the negative control."""
    path = tmp_path / "plain.db"
    con = _plain_database(path, secure=secure)
    chance = random.Random(4)
    words = ["gate", "car", "phone", "night", "door", "window"]
    add = "INSERT INTO search_text (rowid, body) VALUES (?, ?)"
    for number in range(1, 200):
        con.execute(add, (number, indexed(" ".join(chance.choices(words, k=8)))))
    secret = indexed(f"the {CANARY} stood at the gate")
    con.execute(add, (500, secret))
    for number in range(501, 700):
        con.execute(add, (number, indexed(" ".join(chance.choices(words, k=8)))))
    con.execute(
        "INSERT INTO search_text (search_text, rowid, body) VALUES ('delete', 500, ?)", (secret,)
    )
    con.close()
    data = path.read_bytes().lower()
    folded = CANARY.lower().encode()
    left = {folded[at : at + 3] for at in range(len(folded) - 2) if folded[at : at + 3] in data}
    if secure:
        assert left == set()
    else:
        assert left


def test_a_text_longer_than_a_stretch_is_found_and_forgotten_like_any(index: Index) -> None:
    middle = "call +1 (555) 010-4477 at the Gartentörchen 😀 "
    index.put_messages(["quiet words " * 10_000 + middle + "loud words " * 10_000, "other"])
    for query in ("gartentorchen", "5550104477", "😀", '"words call"', '"quiet words quiet"'):
        assert index.found(query) == [1]
    assert index.found('"quiet words loud"') == []
    assert index.search.is_whole()
    with index.store.saving():
        index.search.forget_messages([(1, index.sources[SearchKind.MESSAGE].texts.pop(1))])
    assert index.found("gartentorchen") == []
    assert index.search.is_whole()
