"""What the timeline reads of a book besides its rows: the days, the people, one entry in full."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from logbook.domain.entry import Entry, EntryVersion
from logbook.domain.evidence import Evidence
from logbook.domain.ids import EntryId
from logbook.domain.person import Person
from logbook.domain.selection import EntryFilter
from logbook.tasks import write_entry

if TYPE_CHECKING:
    from logbook.vault.vault import Vault

EVERYTHING = EntryFilter(newest_first=True)
_PICTURES_MOST = 60  # an entry with more files shows the others by their icon


class Around(NamedTuple):
    """What is said around the list: days with entries, how many entries there are, the people."""

    days: list[tuple[str, int]]
    all: int
    people: list[Person]


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that is said about one entry, read in one go."""

    entry: Entry
    versions: tuple[EntryVersion, ...]
    people: dict[int, Person]
    files: tuple[Evidence, ...]
    pictures: dict[int, bytes]  # small pictures by evidence


def read_around(vault: Vault, chosen: EntryFilter) -> Around:
    """Read what is said around a list; runs on the vault's thread."""
    days = vault.entries.days(replace(chosen, first_day=None, last_day=None))
    return Around(days, vault.entries.count(EVERYTHING), vault.people.all())


def read_shown(vault: Vault, entry: EntryId) -> Shown:
    """Read one entry with all that belongs to it; runs on the vault's thread."""
    kept, versions = write_entry.show_entry(vault, entry)
    files = vault.evidence.of_entry(entry)
    pictures = ((int(one.id), vault.evidence.thumbnail(one.id)) for one in files[:_PICTURES_MOST])
    return Shown(
        entry=kept,
        versions=versions,
        people={int(person.id): person for person in vault.people.all()},
        files=tuple(files),
        pictures={one: data for one, data in pictures if data is not None},
    )
