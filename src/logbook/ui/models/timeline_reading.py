"""What the timeline reads of a book besides its rows: the days, the people, one entry in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from logbook.domain.entry import Entry, Mark
from logbook.domain.evidence import Evidence
from logbook.domain.ids import EntryId
from logbook.domain.message import Message
from logbook.domain.person import Person
from logbook.domain.selection import EntryFilter

if TYPE_CHECKING:
    from logbook.vault.vault import Vault

EVERYTHING = EntryFilter(newest_first=True)
MESSAGES_MOST = 4  # the page of messages shows the others
_MOST_WEEKS = 120
_PICTURES_MOST = 60  # an entry with more files shows the others by their icon


class Around(NamedTuple):
    """What is said around the list: days with entries, how many entries there are, the people."""

    days: list[tuple[str, int]]
    all: int
    people: list[Person]
    unfinished: int = 0  # entries to be finished later
    weeks: tuple[tuple[date, int], ...] = ()  # Monday and how many, without a gap
    months: Mapping[str, int] = MappingProxyType({})  # "2026-11" and how many


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that is said about one entry, read in one go."""

    entry: Entry
    people: dict[int, Person]
    files: tuple[Evidence, ...]
    pictures: dict[int, bytes]  # small pictures by evidence
    marks: frozenset[Mark] = frozenset()
    messages: tuple[Message, ...] = ()  # the first of them


def read_around(vault: Vault, chosen: EntryFilter, week_begins: int = 0) -> Around:
    """Read what is said around a list; runs on the vault's thread."""
    days = vault.entries.days(replace(chosen, first_day=None, last_day=None))
    unfinished = vault.marks.count(Mark.LATER)
    all_of_them = vault.entries.count(EVERYTHING)
    people = vault.people.all()
    return Around(
        days, all_of_them, people, unfinished, weeks_of(days, week_begins), months_of(days)
    )


def weeks_of(days: Sequence[tuple[str, int]], begins: int = 0) -> tuple[tuple[date, int], ...]:
    """Return the weeks of days (ISO day, count); only the last two years or so have room.

    `begins` is the day that weeks begin with, 0 for Monday.
    """
    if not days:
        return ()
    texts = [text for text, _ in days]
    last = _week_of(date.fromisoformat(max(texts)), begins)
    with_room = date.fromordinal(max(last.toordinal() - 7 * (_MOST_WEEKS - 1), 1))
    first = max(_week_of(date.fromisoformat(min(texts)), begins), with_room)
    sums: dict[date, int] = {}
    for text, count in days:
        if text >= first.isoformat():  # most days of a long book have no room
            week = _week_of(date.fromisoformat(text), begins)
            sums[week] = sums.get(week, 0) + count
    weeks = (first + timedelta(weeks=at) for at in range((last - first).days // 7 + 1))
    return tuple((week, sums.get(week, 0)) for week in weeks)


def _week_of(day: date, begins: int) -> date:
    """Return the day that the week of a day begins with; no week before the first one."""
    return date.fromordinal(max(day.toordinal() - (day.weekday() - begins) % 7, 1))


def months_of(days: Sequence[tuple[str, int]]) -> dict[str, int]:
    """Return how many entries each month has."""
    counts: dict[str, int] = {}
    for day, count in days:
        counts[day[:7]] = counts.get(day[:7], 0) + count
    return counts


def read_chosen(
    vault: Vault, chosen: EntryFilter, rows: Sequence[tuple[int, int]], total: int
) -> list[EntryId]:
    """Return the entries in some stretches of a list: the first row of each, and how many.

    None of them when the list has no longer as many rows: they may be others than those chosen.
    """
    if vault.entries.count(chosen) != total:
        return []
    return [one for first, count in rows for one in vault.entries.ids(chosen, first, count)]


def read_everyone(vault: Vault) -> list[Person]:
    """Return all people who can be named."""
    return vault.people.all()


def read_shown(vault: Vault, entry: EntryId) -> Shown:
    """Read one entry with all that belongs to it; runs on the vault's thread."""
    kept = vault.entries.get(entry)
    files = vault.evidence.of_entry(entry)
    pictures = ((int(one.id), vault.evidence.thumbnail(one.id)) for one in files[:_PICTURES_MOST])
    return Shown(
        entry=kept,
        people={int(person.id): person for person in vault.people.all()},
        files=tuple(files),
        pictures={one: data for one, data in pictures if data is not None},
        marks=vault.marks.of(entry),
        messages=tuple(vault.messages.get_many(kept.what.messages[:MESSAGES_MOST])),
    )
