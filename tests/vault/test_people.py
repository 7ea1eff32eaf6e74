"""People: named, changed, removed, and a sealed name that stays sealed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.entry import EntryText
from logbook.domain.ids import PersonId
from logbook.domain.person import NewPerson, Role
from logbook.domain.selection import EntryFilter
from logbook.errors import DatabaseDamaged, NoSuchItem
from logbook.vault.entries import EntryTable
from logbook.vault.journal import Journal
from logbook.vault.people import PersonTable, from_fields, key_of, to_fields
from logbook.vault.search import Search
from logbook.vault.store import Store


@pytest.fixture
def journal(store: Store) -> Journal:
    return Journal(store)


@pytest.fixture
def search(store: Store) -> Search:
    return Search(store)


@pytest.fixture
def people(store: Store, journal: Journal, search: Search) -> PersonTable:
    return PersonTable(store, journal, search)


ALEX = NewPerson("Alex Doe", Role.RESPONSIBLE, ("+1 555 0100",), ("@alexd",), "tall")

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
many = st.lists(words, max_size=3).map(tuple)


@given(st.builds(NewPerson, words, st.sampled_from(Role), many, many, words, words, words))
def test_every_person_is_read_as_written(what: NewPerson) -> None:
    assert from_fields(to_fields(what), "person:1") == what


@pytest.mark.parametrize("name", to_fields(ALEX))
@pytest.mark.parametrize("value", [b"", b"7", b"{", b"null"])
def test_what_was_not_written_like_this_is_damage(name: str, value: bytes) -> None:
    with pytest.raises(DatabaseDamaged):
        from_fields(to_fields(ALEX) | {name: value}, "person:1")


def test_a_person_comes_back_and_changes_by_version(people: PersonTable, journal: Journal) -> None:
    kept = people.add(ALEX)
    assert (kept.what, kept.version) == (ALEX, 1)
    changed = people.edit(kept.id, NewPerson("Alex Roe"))
    assert (changed.what.name, changed.version) == ("Alex Roe", 2)
    assert people.edit(kept.id, NewPerson("Alex Roe")) == changed
    assert [one.kind for one in journal.page(0, 9)] == ["person.add", "person.edit"]


def test_everyone_is_listed_by_name(people: PersonTable) -> None:
    for name in ("Zoe", "émile", "Émile", "alex"):
        people.add(NewPerson(name))
    assert [one.what.name for one in people.all()] == ["alex", "Zoe", "émile", "Émile"]


def test_a_name_is_found_whatever_its_capitals_and_spaces(people: PersonTable) -> None:
    kept = people.add(ALEX)
    people.add(NewPerson("alex doe"))
    assert people.named("  ALEX   doe ") == kept
    assert people.named("Alex") is None
    assert people.named("\ud83d") is None


def test_two_similar_names_are_two_people() -> None:
    assert key_of("Müller") != key_of("Muller")
    assert key_of("Аlex") != key_of("Alex")  # a Cyrillic first letter


def test_a_removed_person_leaves_the_pickers_and_stays_in_entries(
    people: PersonTable, store: Store, journal: Journal, search: Search
) -> None:
    entries = EntryTable(store, journal, search)
    kept = people.add(ALEX)
    entries.add(EntryText("x", people=(kept.id,)))
    people.remove(kept.id)
    assert people.all() == []
    assert people.named("Alex Doe") is None
    assert people.get(kept.id) == kept
    assert entries.rows(EntryFilter(), 0, 1)[0].people == ("Alex Doe",)


def test_an_erased_person_leaves_only_that_somebody_was_named(
    people: PersonTable, store: Store, journal: Journal, search: Search
) -> None:
    entries = EntryTable(store, journal, search)
    kept = people.add(ALEX)
    people.edit(kept.id, NewPerson("Alex Roe"))
    other = people.add(NewPerson("Robin"))
    entry = entries.add(EntryText("x", people=(kept.id, other.id)))
    people.remove(kept.id)
    people.erase(kept.id)
    assert [one.what.name for one in people.all()] == ["Robin"]
    assert [entries.get(entry.id).what.people] == [(kept.id, other.id)]
    assert entries.rows(EntryFilter(), 0, 1)[0].people == ("Robin",)
    assert search("Alex").total == 0
    history = journal.of_subject(f"person:{kept.id}")
    assert [(one.kind, one.erased) for one in history] == [
        ("person.add", True),
        ("person.edit", True),
        ("person.remove", True),
        ("person.erase", False),
    ]
    for call in (people.get, people.erase, people.remove):
        with pytest.raises(NoSuchItem):
            call(kept.id)


def test_an_entry_that_names_an_erased_person_can_still_be_changed(
    people: PersonTable, store: Store, journal: Journal, search: Search
) -> None:
    entries = EntryTable(store, journal, search)
    kept = people.add(ALEX)
    entry = entries.add(EntryText("x", people=(kept.id,)))
    people.erase(kept.id)
    assert entries.edit(entry.id, EntryText("y", people=(kept.id,))).what.text == "y"


@pytest.mark.parametrize("call", ["get", "remove", "erase"])
def test_a_person_that_never_was_is_said(people: PersonTable, call: str) -> None:
    with pytest.raises(NoSuchItem):
        getattr(people, call)(PersonId(4))


def test_search_finds_people_by_name_number_and_handle_but_not_the_sealed_name(
    people: PersonTable, search: Search
) -> None:
    people.add(NewPerson("Jo", Role.ME, ("+1 555 010 4477",), ("@jo",), "", "Johanna Secret"))
    for query in ("jo", "5550104477", "@jo"):
        assert [hit.kind for hit in search(query).hits] == ["person"]
    assert search("Secret").total == 0


def test_a_renamed_person_is_found_by_the_new_name_alone(
    people: PersonTable, search: Search
) -> None:
    kept = people.add(ALEX)
    people.edit(kept.id, NewPerson("Robin Roe"))
    assert search("Robin").total == 1
    assert search("Alex").total == 0
    people.remove(kept.id)
    assert search("Robin").total == 0
