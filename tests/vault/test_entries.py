"""Entries in a book: kept, changed, removed, erased, and listed in order at any length."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from logbook.domain.entry import EntryText, Kind, Mark
from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.ids import EntryId, EvidenceId, MessageId, PersonId
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Role
from logbook.domain.selection import EntryFilter, Trait
from logbook.errors import NoSuchItem
from logbook.vault.blobs import Blobs
from logbook.vault.entries import EntryTable
from logbook.vault.entry_marks import EntryMarks
from logbook.vault.evidence import EvidenceTable, NewEvidence
from logbook.vault.journal import Journal
from logbook.vault.people import PersonTable
from logbook.vault.search import Search
from logbook.vault.store import Store

BERLIN = ZoneInfo("Europe/Berlin")
ALL = EntryFilter()
NEWEST = EntryFilter(newest_first=True)
NOW = datetime(2026, 3, 5, 19, 10, tzinfo=UTC)


class Clock:
    """A clock that moves a minute with every question."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


class Book:
    """The tables that entries touch."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.clock = Clock()
        self.journal = Journal(store, self.clock)
        self.search = Search(store)
        self.people = PersonTable(store, self.journal, self.search)
        self.evidence = EvidenceTable(store, self.journal, self.search, Blobs(store))
        self.entries = EntryTable(store, self.journal, self.search)
        self.marks = EntryMarks(store)

    def file(self, name: str) -> EvidenceId:
        facts = FileFacts("text/plain", MediaClass.TEXT)
        return self.evidence.add(NewEvidence(name, "file", facts), io.BytesIO(name.encode())).id


@pytest.fixture
def book(store: Store) -> Book:
    return Book(store)


def at(day: int, hour: int = 12, month: int = 3) -> Moment:
    start = datetime(2026, month, day, hour, tzinfo=BERLIN)
    return Moment(Precision.EXACT, start, zone="Europe/Berlin")


def texts(book: Book, wanted: EntryFilter) -> list[str]:
    return [row.preview for row in book.entries.rows(wanted, 0, 100)]


def test_an_entry_comes_back_as_it_was_written(book: Book) -> None:
    what = EntryText("He stood at the gate.", at(1), kind=Kind.IN_PERSON, private_note="afraid")
    kept = book.entries.add(what, zone="America/Chicago")
    assert kept.what == what
    assert (kept.id, kept.number, kept.version, kept.removed) == (1, 1, 1, False)
    assert kept.recorded_at == kept.changed_at == NOW + timedelta(minutes=1)
    assert kept.recorded_zone == "America/Chicago"
    assert book.entries.get(kept.id) == kept


def test_numbers_count_up_and_are_never_used_again(book: Book) -> None:
    for text in "abc":
        book.entries.add(EntryText(text))
    book.entries.erase(EntryId(3))
    assert book.entries.add(EntryText("d")).number == 4


def test_a_change_keeps_every_earlier_version(book: Book) -> None:
    first = book.entries.add(EntryText("a red car", at(1)))
    second = book.entries.edit(first.id, EntryText("a dark red car", at(2)))
    assert (second.version, second.what.text) == (2, "a dark red car")
    assert second.recorded_at == first.recorded_at
    assert second.changed_at > first.changed_at
    versions = book.entries.versions(first.id)
    assert [one.version for one in versions] == [1, 2]
    assert [one.what for one in versions] == [first.what, second.what]
    assert book.entries.rows(ALL, 0, 1)[0].changed == 1


def test_saving_the_same_again_is_no_change(book: Book) -> None:
    kept = book.entries.add(EntryText("a", at(1)))
    size = book.journal.size
    assert book.entries.edit(kept.id, kept.what) == kept
    assert book.journal.size == size


def test_the_bin_holds_what_was_removed_until_it_comes_back(book: Book) -> None:
    kept = book.entries.add(EntryText("a"))
    book.entries.remove(kept.id)
    assert book.entries.count(ALL) == 0
    assert texts(book, EntryFilter(removed=True)) == ["a"]
    assert book.entries.get(kept.id).removed
    with pytest.raises(NoSuchItem):
        book.entries.remove(kept.id)
    with pytest.raises(NoSuchItem):
        book.entries.edit(kept.id, EntryText("b"))
    book.entries.restore(kept.id)
    assert book.entries.get(kept.id) == kept
    with pytest.raises(NoSuchItem):
        book.entries.restore(kept.id)


def test_an_erased_entry_leaves_only_that_it_was_there(book: Book) -> None:
    person = book.people.add(NewPerson("Alex"))
    kept = book.entries.add(EntryText("secret", at(1), people=(person.id,)))
    book.entries.edit(kept.id, EntryText("secret two", at(1)))
    book.entries.erase(kept.id)
    assert book.entries.count(ALL) == book.entries.count(EntryFilter(removed=True)) == 0
    assert [one.what for one in book.entries.versions(kept.id)] == [None, None]
    assert book.search("secret").total == 0
    for call in (book.entries.get, book.entries.erase, book.entries.remove):
        with pytest.raises(NoSuchItem):
            call(kept.id)
    kinds = [one.kind for one in book.journal.of_subject("entry:1")]
    assert kinds == ["entry.add", "entry.edit", "entry.erase"]
    assert book.store.con.one("SELECT title || preview || start_local FROM entry") == ""


def _purge(book: Book, stays: timedelta, most: int = 99) -> int:
    old = book.entries.long_in_bin(stays, most)
    for entry in old:
        book.entries.erase(entry)
    return len(old)


def test_the_bin_can_be_emptied_of_what_lay_there_long(book: Book) -> None:
    old, young, kept = (book.entries.add(EntryText(text)).id for text in "abc")
    book.entries.remove(old)
    book.entries.edit(kept, EntryText("cc"))
    book.clock.now += timedelta(days=30)
    assert _purge(book, timedelta(days=30)) == 0  # no save has seen that much time go by
    book.entries.remove(young)
    assert _purge(book, timedelta(days=30)) == 1
    assert texts(book, EntryFilter(removed=True)) == ["b"]
    assert book.entries.get(kept).what.text == "cc"
    assert _purge(book, timedelta(days=30)) == 0


@pytest.mark.parametrize("wrong", [timedelta(days=-6000), timedelta(days=6000)])
def test_a_clock_that_was_wrong_for_one_save_empties_no_bin(book: Book, wrong: timedelta) -> None:
    entry, other = (book.entries.add(EntryText(text)).id for text in "ab")
    right = book.clock.now
    book.clock.now += wrong
    book.entries.remove(entry)
    book.clock.now = right
    assert _purge(book, timedelta(days=30)) == 0
    book.entries.edit(other, EntryText("bb"))
    assert _purge(book, timedelta(days=30)) == 0
    assert texts(book, EntryFilter(removed=True)) == ["a"]


def test_the_bin_is_emptied_in_portions(book: Book) -> None:
    entries = [book.entries.add(EntryText(text)).id for text in "abc"]
    for entry in entries:
        book.entries.remove(entry)
    book.entries.add(EntryText("d"))
    book.clock.now += timedelta(days=31)
    book.entries.add(EntryText("e"))
    assert [_purge(book, timedelta(days=30), most=2) for _ in range(3)] == [2, 1, 0]


def test_a_row_of_the_bin_says_since_when(book: Book) -> None:
    entry = book.entries.add(EntryText("a")).id
    assert book.entries.rows(ALL, 0, 1)[0].removed_at == ""
    book.entries.remove(entry)
    (row,) = book.entries.rows(EntryFilter(removed=True), 0, 9)
    assert row.removed_at == book.clock.now.isoformat(timespec="milliseconds")


@pytest.mark.parametrize("call", ["get", "versions", "remove", "restore", "erase"])
def test_an_entry_that_never_was_is_said(book: Book, call: str) -> None:
    with pytest.raises(NoSuchItem):
        getattr(book.entries, call)(EntryId(7))


def test_links_to_what_is_not_in_the_book_are_refused(book: Book) -> None:
    for what in (
        EntryText("x", people=(PersonId(9),)),
        EntryText("x", witnesses=(PersonId(9),)),
        EntryText("x", evidence=(EvidenceId(9),)),
        EntryText("x", messages=(MessageId(9),)),
    ):
        with pytest.raises(NoSuchItem):
            book.entries.add(what)
    assert book.journal.size == book.entries.count(ALL) == 0


def test_lists_run_by_time_with_undated_entries_last_both_ways(book: Book) -> None:
    for what in (
        EntryText("undated"),
        EntryText("second", at(2)),
        EntryText("first", at(1)),
        EntryText("undated too"),
        EntryText("third", at(3)),
    ):
        book.entries.add(what)
    assert texts(book, ALL) == ["first", "second", "third", "undated", "undated too"]
    assert texts(book, NEWEST) == ["third", "second", "first", "undated too", "undated"]


def test_the_same_hour_in_two_zones_is_sorted_by_the_instant(book: Book) -> None:
    tokyo = datetime(2026, 3, 1, 22, 0, tzinfo=ZoneInfo("Asia/Tokyo"))  # 14:00 in Berlin
    berlin = datetime(2026, 3, 1, 15, 0, tzinfo=BERLIN)
    book.entries.add(EntryText("Berlin", Moment(Precision.EXACT, berlin, zone="Europe/Berlin")))
    book.entries.add(EntryText("Tokyo", Moment(Precision.EXACT, tokyo, zone="Asia/Tokyo")))
    assert texts(book, ALL) == ["Tokyo", "Berlin"]


def test_the_first_and_the_last_moment_there_are_can_be_kept(book: Book) -> None:
    for zone, start in (
        ("America/New_York", datetime.max.replace(tzinfo=ZoneInfo("America/New_York"))),
        ("Asia/Tokyo", datetime.min.replace(tzinfo=ZoneInfo("Asia/Tokyo"))),
    ):
        moment = Moment(Precision.EXACT, start, zone=zone)
        kept = book.entries.add(EntryText(zone, moment))
        assert kept.what.happened == moment
    assert texts(book, ALL) == ["Asia/Tokyo", "America/New_York"]


def test_filters_narrow_the_list(book: Book) -> None:
    alex = book.people.add(NewPerson("Alex", Role.RESPONSIBLE)).id
    maria = book.people.add(NewPerson("Maria", Role.WITNESS)).id
    photo = book.file("gate.jpg")
    book.entries.add(EntryText("call", at(1), kind=Kind.CALLS, people=(alex,)))
    book.entries.add(
        EntryText("gate", at(3), evidence=(photo,), people=(alex,), witnesses=(maria,))
    )
    book.entries.add(EntryText("undated", kind=Kind.CALLS))
    assert texts(book, EntryFilter(kinds=(Kind.CALLS,))) == ["call", "undated"]
    assert texts(book, EntryFilter(people=(alex,))) == ["call", "gate"]
    assert texts(book, EntryFilter(people=(maria,))) == ["gate"]
    assert texts(book, EntryFilter(with_evidence=True)) == ["gate"]
    assert texts(book, EntryFilter(with_evidence=False)) == ["call", "undated"]
    assert texts(book, EntryFilter(match="gat")) == ["gate"]
    assert texts(book, EntryFilter(match="  ")) == ["call", "gate", "undated"]
    assert texts(book, EntryFilter(match="zeppelin")) == []
    both = EntryFilter(people=(maria, alex), kinds=(Kind.CALLS, Kind.NONE))
    assert texts(book, both) == ["call", "gate"]
    assert texts(book, EntryFilter(people=(alex,), kinds=(Kind.CALLS,), match="ca")) == ["call"]


def test_days_are_inclusive_and_leave_undated_entries_out(book: Book) -> None:
    span = Moment(Precision.BETWEEN, at(2).start, at(5).start, "Europe/Berlin")
    for what in (EntryText("one", at(1)), EntryText("span", span), EntryText("undated")):
        book.entries.add(what)
    day = [date(2026, 3, number) for number in range(1, 8)]
    assert texts(book, EntryFilter(first_day=day[0], last_day=day[0])) == ["one"]
    assert texts(book, EntryFilter(first_day=day[3], last_day=day[3])) == ["span"]
    assert texts(book, EntryFilter(first_day=day[1])) == ["span"]
    assert texts(book, EntryFilter(last_day=day[6])) == ["one", "span"]
    assert texts(book, EntryFilter(first_day=day[6])) == []
    assert book.entries.days(ALL) == [("2026-03-01", 1), ("2026-03-02", 1)]
    assert book.entries.days(NEWEST) == [("2026-03-02", 1), ("2026-03-01", 1)]


def test_a_removed_file_no_longer_counts(book: Book) -> None:
    photo, note = book.file("gate.jpg"), book.file("note.txt")
    book.entries.add(EntryText("gate", evidence=(photo, note)))
    assert book.entries.rows(ALL, 0, 1)[0].evidence == 2
    book.evidence.remove(photo)
    assert book.entries.rows(ALL, 0, 1)[0].evidence == 1
    book.evidence.remove(note)
    assert texts(book, EntryFilter(with_evidence=True)) == []
    assert texts(book, EntryFilter(with_evidence=False)) == ["gate"]


def test_an_old_link_to_an_erased_file_does_not_stop_a_change(book: Book) -> None:
    photo = book.file("gate.jpg")
    kept = book.entries.add(EntryText("gate", evidence=(photo,)))
    book.evidence.erase(photo)
    assert book.entries.edit(kept.id, replace(kept.what, text="the gate")).version == 2


def test_a_row_says_what_a_line_of_the_list_shows(book: Book) -> None:
    alex = book.people.add(NewPerson("Alex")).id
    maria = book.people.add(NewPerson("Maria")).id
    end = at(4, 9).start
    book.entries.add(
        EntryText(
            "He  waited\nat the gate. " + "x" * 500,
            Moment(Precision.BETWEEN, at(3, 8).start, end, "Europe/Berlin", "3rd to 4th", False),
            kind=Kind.FOLLOWED,
            people=(maria, alex),
            witnesses=(maria,),
        )
    )
    (row,) = book.entries.rows(ALL, 0, 10)
    assert row.title == "He  waited"  # the first line, as it was typed
    assert row.preview.startswith("He waited at the gate. xxx")
    assert len(row.preview) == 240
    assert (row.start_local, row.end_local) == ("2026-03-03T08:00:00", "2026-03-04T09:00:00")
    assert (row.kind, row.precision, row.has_time) == (Kind.FOLLOWED, "between", False)
    assert row.people == ("Maria", "Alex")
    assert row.recorded_at == "2026-03-05T19:13:00.000+00:00"


@pytest.mark.parametrize("newest_first", [False, True])
def test_pages_counts_and_places_agree_with_the_whole_list(
    book: Book, *, newest_first: bool
) -> None:
    with book.store.saving():
        for number in range(60):
            moment = Moment(Precision.UNKNOWN) if number % 7 == 0 else at(1 + number % 13)
            book.entries.add(EntryText(f"entry {number}", moment))
    wanted = EntryFilter(newest_first=newest_first)
    whole = [row.id for row in book.entries.rows(wanted, 0, 1_000)]
    assert book.entries.count(wanted) == len(whole) == 60
    for start in range(0, 60, 9):
        assert [row.id for row in book.entries.rows(wanted, start, 9)] == whole[start : start + 9]
    assert [book.entries.place_of(wanted, entry) for entry in whole] == list(range(60))
    assert [entry.id for entry in book.entries.full(wanted, 50, 20)] == whole[50:]
    dated = [row for row in book.entries.rows(wanted, 0, 1_000) if row.start_local]
    assert sum(count for _day, count in book.entries.days(wanted)) == len(dated)


def test_an_entry_outside_the_filter_has_no_place(book: Book) -> None:
    kept = book.entries.add(EntryText("a", at(1)))
    assert book.entries.place_of(EntryFilter(kinds=(Kind.CALLS,)), kept.id) is None
    assert book.entries.place_of(EntryFilter(removed=True), kept.id) is None
    assert book.entries.place_of(ALL, EntryId(99)) is None


def test_lists_never_sort_all_rows_for_a_page(book: Book) -> None:
    for wanted in (
        ALL,
        NEWEST,
        EntryFilter(people=(PersonId(1),)),
        EntryFilter(kinds=(Kind.CALLS,)),
    ):
        seen: list[str] = []
        book.store.con.set_trace_callback(seen.append)
        book.entries.rows(wanted, 0, 10)
        book.store.con.set_trace_callback(None)
        page = next(sql for sql in seen if "LIMIT" in sql)
        plan = " ".join(row[3] for row in book.store.con.execute(f"EXPLAIN QUERY PLAN {page}"))
        assert "COVERING INDEX" in plan
        assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize("wanted", [ALL, NEWEST])
def test_a_place_is_counted_on_a_stretch_of_the_index(book: Book, wanted: EntryFilter) -> None:
    entries = [book.entries.add(EntryText("a", at(1))).id, book.entries.add(EntryText("b")).id]
    seen: list[str] = []
    book.store.con.set_trace_callback(seen.append)
    for entry in entries:
        book.entries.place_of(wanted, entry)
    book.store.con.set_trace_callback(None)
    counts = [sql for sql in seen if "count(*)" in sql]
    assert counts
    for sql in counts:
        plan = " ".join(row[3] for row in book.store.con.execute(f"EXPLAIN QUERY PLAN {sql}"))
        assert "COVERING INDEX" in plan
        assert "undated=?" in plan


def test_several_entries_are_one_save_or_none(book: Book) -> None:
    def two() -> None:
        with book.store.saving():
            book.entries.add(EntryText("gate"))
            book.entries.add(EntryText("b", people=(PersonId(5),)))

    with pytest.raises(NoSuchItem):
        two()
    assert book.entries.count(ALL) == book.journal.size == 0
    assert book.search("gate").total == 0


def traits(book: Book, trait: Trait) -> list[str]:
    found = texts(book, EntryFilter(traits=(trait,)))
    assert len(found) == book.entries.count(EntryFilter(traits=(trait,)))
    return sorted(found)


def test_entries_changed_since_they_were_written_are_found(book: Book) -> None:
    first, second = (book.entries.add(EntryText(text)).id for text in "ab")
    book.entries.edit(first, EntryText("a2"))
    assert traits(book, Trait.CHANGED) == ["a2"]
    book.entries.edit(second, EntryText("b2"))
    assert traits(book, Trait.CHANGED) == ["a2", "b2"]


def test_entries_written_more_than_a_week_after_they_were_over_are_found(book: Book) -> None:
    week, moment = timedelta(days=7), timedelta(minutes=1)

    def add(text: str, start: datetime, end: datetime | None = None, **more: bool) -> None:
        precision = Precision.EXACT if end is None else Precision.BETWEEN
        book.entries.add(EntryText(text, Moment(precision, start, end, zone="UTC", **more)))

    now = book.clock.now
    add("in time", now - week + 2 * moment)
    add("late", now - week - moment)
    add("began early, ended in time", now - 3 * week, now - week + 5 * moment)
    add("ended late", now - 3 * week, now - week - moment)
    midnight = now.replace(hour=0, minute=0)
    add("a day that ended a week ago", midnight - week, has_time=False)
    add("a day that ended before", midnight - week - timedelta(days=1), has_time=False)
    book.entries.add(EntryText("no date"))
    assert traits(book, Trait.LATE) == ["a day that ended before", "ended late", "late"]


def test_entries_whose_time_is_not_known_are_found(book: Book) -> None:
    start = datetime(2026, 3, 1, tzinfo=BERLIN)
    book.entries.add(EntryText("exact", at(1)))
    book.entries.add(EntryText("a day", Moment(Precision.EXACT, start, has_time=False)))
    book.entries.add(EntryText("nothing"))
    book.entries.add(EntryText("for sorting", Moment(Precision.UNKNOWN, start)))
    assert traits(book, Trait.TIMELESS) == ["a day", "for sorting", "nothing"]


def test_marks_are_put_on_many_entries_and_cut_the_list(book: Book) -> None:
    ids = [book.entries.add(EntryText(text)).id for text in "abc"]
    assert book.marks.put(ids[:2], Mark.STAR, on=True) == ids[:2]
    assert book.marks.put(ids, Mark.STAR, on=True) == ids[2:]  # only what was not so before
    assert book.marks.put(ids[1:], Mark.STAR, on=False) == ids[1:]
    assert book.marks.put([ids[0], EntryId(99)], Mark.LATER, on=True) == ids[:1]
    assert book.marks.of(ids[0]) == {Mark.STAR, Mark.LATER}
    assert [row.marks for row in book.entries.rows(ALL, 0, 9)] == [set(Mark), set(), set()]
    assert texts(book, EntryFilter(marks=(Mark.STAR, Mark.LATER))) == ["a"]


def test_marked_entries_are_counted_without_those_in_the_bin(book: Book) -> None:
    ids = [book.entries.add(EntryText(text)).id for text in "abc"]
    book.marks.put(ids[:2], Mark.LATER, on=True)
    book.marks.put(ids, Mark.STAR, on=True)
    assert (book.marks.count(Mark.LATER), book.marks.count(Mark.STAR)) == (2, 3)
    book.entries.remove(ids[0])
    book.entries.erase(ids[2])
    assert (book.marks.count(Mark.LATER), book.marks.count(Mark.STAR)) == (1, 1)
    book.entries.restore(ids[0])
    assert book.marks.count(Mark.LATER) == 2


def test_an_erased_entry_has_no_marks(book: Book) -> None:
    entry = book.entries.add(EntryText("a")).id
    book.marks.put([entry], Mark.LATER, on=True)
    book.entries.remove(entry)
    assert book.marks.of(entry) == {Mark.LATER}
    book.entries.erase(entry)
    assert book.marks.of(entry) == frozenset()
    assert book.marks.put([entry], Mark.LATER, on=True) == []


def test_marks_are_no_part_of_the_record(book: Book) -> None:
    entry = book.entries.add(EntryText("a")).id
    size = book.journal.size
    book.marks.put([entry], Mark.STAR, on=True)
    assert book.journal.size == size
