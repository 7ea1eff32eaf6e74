"""Write, change, remove and list what happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from logbook.domain.entry import Entry, EntryText, EntryVersion
from logbook.domain.ids import EntryId, EvidenceId, PersonId
from logbook.domain.person import NewPerson, Person, Role
from logbook.domain.selection import EntryFilter, EntryRow
from logbook.tasks.this_computer import zone_here
from logbook.vault.vault import Vault


def write_entry(vault: Vault, what: EntryText) -> Entry:
    """Save a new entry; when this returns, it is on the disk."""
    return vault.entries.add(what, zone_here())


def edit_entry(vault: Vault, entry: EntryId, what: EntryText) -> Entry:
    """Save a new version; the earlier one stays readable."""
    return vault.entries.edit(entry, what)


def link_evidence(vault: Vault, entry: EntryId, files: Iterable[EvidenceId]) -> Entry:
    """Add files to an entry as a new version of it."""
    what = vault.entries.get(entry).what
    added = tuple(dict.fromkeys((*what.evidence, *files)))
    return vault.entries.edit(entry, replace(what, evidence=added))


def remove_entry(vault: Vault, entry: EntryId) -> None:
    """Move an entry to the bin; the journal keeps that something was removed."""
    vault.entries.remove(entry)


def restore_entry(vault: Vault, entry: EntryId) -> None:
    """Take an entry back out of the bin."""
    vault.entries.restore(entry)


def erase_entry(vault: Vault, entry: EntryId) -> None:
    """Erase every version of an entry for good; its files stay until they are erased too."""
    vault.entries.erase(entry)


def show_entry(vault: Vault, entry: EntryId) -> tuple[Entry, tuple[EntryVersion, ...]]:
    """Return an entry with every version of it, oldest first."""
    return vault.entries.get(entry), vault.entries.versions(entry)


def list_rows(vault: Vault, chosen: EntryFilter, offset: int, limit: int) -> list[EntryRow]:
    """Return one page of the list."""
    return vault.entries.rows(chosen, offset, limit)


def people_named(
    vault: Vault, names: Iterable[str], role: Role = Role.OTHER
) -> tuple[PersonId, ...]:
    """Return the people with these names, adding those that are new."""
    found: list[Person] = []
    with vault.saving():
        for name in names:
            known = vault.people.named(name)
            found.append(known or vault.people.add(NewPerson(name=name, role=role)))
    return tuple(dict.fromkeys(person.id for person in found))
