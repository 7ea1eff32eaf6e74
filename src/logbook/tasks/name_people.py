"""Add, list, remove and erase the people of a book."""

from __future__ import annotations

from logbook.domain.ids import PersonId
from logbook.domain.person import NewPerson, Person
from logbook.vault.vault import Vault


def add_person(vault: Vault, what: NewPerson) -> Person:
    """Keep a person; when this returns, they are on the disk."""
    return vault.people.add(what)


def list_people(vault: Vault) -> list[Person]:
    """Return everyone who was not taken out, by name."""
    return vault.people.all()


def remove_person(vault: Vault, person: PersonId) -> None:
    """Take a person out of the lists; the journal keeps who it was."""
    vault.people.remove(person)


def erase_person(vault: Vault, person: PersonId) -> None:
    """Take every name and number of a person away for good; earlier backups keep them."""
    vault.people.erase(person)
