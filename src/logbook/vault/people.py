"""People of a book; what is said about them lies in the journal, the table is for pickers."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from logbook.domain.ids import PersonId, RevisionSeq
from logbook.domain.person import NewPerson, Person, Role
from logbook.errors import DatabaseDamaged, NoSuchItem
from logbook.vault.entry_form import text_in, to_json
from logbook.vault.journal import Journal
from logbook.vault.revision import unpack
from logbook.vault.search import Search, SearchKind, SearchText
from logbook.vault.sql import statement
from logbook.vault.store import Store
from logbook.vault.texts import storable

CONTENT_KINDS = ("person.add", "person.edit")
ERASED_ROLE = Role.OTHER  # so that the list does not tell what an erased person was
_FIELDS = fields(NewPerson)
_TEXTS = ("name", "notes", "legal_name", "working_name")
_PERSON = """
    SELECT person.id, version, body FROM person JOIN revision ON seq = revision
    WHERE body IS NOT NULL
"""
_ASKED = """
    SELECT person.id, version, body
    FROM json_each(?) AS asked CROSS JOIN person ON person.id = asked.value
    JOIN revision ON seq = revision WHERE removed = 0
"""


class PersonTable:
    """The people of a book.

    A person who is removed leaves the pickers and stays in the lists of entries; of one who is
    erased only the number stays, so that an entry can say that somebody was named.
    """

    def __init__(self, store: Store, journal: Journal, search: Search) -> None:
        self._store = store
        self._journal = journal
        self._search = search
        search.add_source(SearchKind.PERSON, self)

    def add(self, what: NewPerson) -> Person:
        """Keep a new person; two people may have the same name."""
        what = _cleaned(what)
        with self._store.saving():
            person = PersonId(self._store.con.one("SELECT coalesce(max(id), 0) + 1 FROM person"))
            with self._search.changing(SearchKind.PERSON, person):
                seq = self._journal.append("person.add", subject_of(person), to_fields(what))
                self._store.con.execute(
                    "INSERT INTO person (id, name, name_key, role, version, revision)"
                    " VALUES (?, ?, ?, ?, 1, ?)",
                    (person, what.name, key_of(what.name), what.role.value, seq),
                )
        return self.get(person)

    def edit(self, person: PersonId, what: NewPerson) -> Person:
        """Keep a new version; one that says the same is not kept. Raises `NoSuchItem`."""
        what = _cleaned(what)
        with self._store.saving():
            if self.get(person).what != what:
                with self._search.changing(SearchKind.PERSON, person):
                    seq = self._journal.append("person.edit", subject_of(person), to_fields(what))
                    self._put_version(person, what, seq)
        return self.get(person)

    def remove(self, person: PersonId) -> None:
        """Take a person out of the pickers; raises `NoSuchItem`."""
        with self._store.saving():
            self.get(person)
            with self._search.changing(SearchKind.PERSON, person):
                self._journal.append("person.remove", subject_of(person), {})
                self._store.con.execute("UPDATE person SET removed = 1 WHERE id = ?", (person,))

    def erase(self, person: PersonId) -> None:
        """Take every name and number of a person away for ever, with those of earlier versions.

        What entries say in their own words stays. Raises `NoSuchItem`.
        """
        with self._store.saving():
            self.get(person)
            with self._search.changing(SearchKind.PERSON, person):
                self._journal.erase(subject_of(person), "person.erase")
                self._store.con.execute(
                    "UPDATE person SET name = '', name_key = '', role = ?, removed = 1"
                    " WHERE id = ?",
                    (ERASED_ROLE.value, person),
                )

    def get(self, person: PersonId) -> Person:
        """Return a person, a removed one too; raises `NoSuchItem`, also for an erased one."""
        found = self._select(statement(_PERSON, "AND person.id = ?"), (person,))
        if not found:
            raise NoSuchItem("person", where=str(person))
        return found[0]

    def all(self) -> list[Person]:
        """Return everyone who was not removed, by name."""
        return self._select(statement(_PERSON, "AND removed = 0 ORDER BY name_key, person.id"), ())

    def named(self, name: str) -> Person | None:
        """Return the first person with this name, whatever its capitals; None when there is none.

        Accents count: two similar names are two people until somebody says otherwise.
        """
        found = self._select(
            statement(_PERSON, "AND name_key = ? AND removed = 0 ORDER BY person.id LIMIT 1"),
            (key_of(storable(name)),),
        )
        return found[0] if found else None

    # -- what search asks ------------------------------------------------------------------------

    def search_texts(self, ids: Sequence[int]) -> dict[int, SearchText]:
        """Return what is known of people, without the sealed name."""
        people = self._select(_ASKED, (json.dumps(ids),))
        return {person.id: SearchText(_searched(person.what), "") for person in people}

    def search_all(self) -> Iterator[tuple[int, str]]:
        """Give every person with their text."""
        for person in self.all():
            yield person.id, _searched(person.what)

    def search_count(self) -> int:
        """Return how many people can be found."""
        return int(self._store.con.one("SELECT count(*) FROM person WHERE removed = 0"))

    # -- inside ----------------------------------------------------------------------------------

    def _select(self, sql: str, values: tuple[object, ...]) -> list[Person]:
        rows = self._store.con.execute(sql, values).fetchall()
        return [
            Person(PersonId(number), from_fields(unpack(body, number), subject_of(number)), version)
            for number, version, body in rows
        ]

    def _put_version(self, person: PersonId, what: NewPerson, seq: RevisionSeq) -> None:
        self._store.con.execute(
            "UPDATE person SET name = ?, name_key = ?, role = ?, version = version + 1,"
            " revision = ? WHERE id = ?",
            (what.name, key_of(what.name), what.role.value, seq, person),
        )


def subject_of(person: PersonId) -> str:
    """Return what the journal calls a person."""
    return f"person:{person}"


def key_of(name: str) -> str:
    """Return a name as it is compared."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def to_fields(what: NewPerson) -> dict[str, bytes]:
    """Return the fields that the journal commits to; every version has all of them."""
    return {field.name: to_json(getattr(what, field.name)) for field in _FIELDS}


def from_fields(kept: Mapping[str, bytes], where: str) -> NewPerson:
    """Read `to_fields` again; raises `DatabaseDamaged` for anything it would not write."""
    try:
        read: dict[str, Any] = {field.name: json.loads(kept[field.name]) for field in _FIELDS}
        return NewPerson(
            role=Role(read["role"]),
            numbers=tuple(map(text_in, read["numbers"])),
            handles=tuple(map(text_in, read["handles"])),
            **{name: text_in(read[name]) for name in _TEXTS},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DatabaseDamaged("what is kept of a person", where=where) from error


def _cleaned(what: NewPerson) -> NewPerson:
    return NewPerson(
        name=storable(what.name),
        role=what.role,
        numbers=tuple(map(storable, what.numbers)),
        handles=tuple(map(storable, what.handles)),
        notes=storable(what.notes),
        legal_name=storable(what.legal_name),
        working_name=storable(what.working_name),
    )


def _searched(what: NewPerson) -> str:
    return "\n".join((what.name, what.working_name, *what.numbers, *what.handles, what.notes))
