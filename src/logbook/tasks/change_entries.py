"""Change several entries: into the bin and back, marks, a person, a kind, old words.

What is done to many is done in portions (`in_portions`), and each task returns what its opposite
takes: so it can be taken back as far as it came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TypeVar

from logbook.domain.entry import EntryText, Kind, Mark
from logbook.domain.ids import EntryId, EvidenceId, PersonId
from logbook.domain.progress import SILENT, Progress
from logbook.errors import NoSuchItem
from logbook.i18n import translate
from logbook.tasks.in_portions import Outcome, each_there, in_portions
from logbook.tasks.write_entry import people_named
from logbook.vault.vault import Vault

KindOf = tuple[EntryId, Kind]
PeopleOf = tuple[EntryId, tuple[PersonId, ...]]
Value = TypeVar("Value")

DAYS_IN_BIN = 30
_MANY = 1_000


@dataclass(frozen=True, slots=True)
class Change:
    """What an entry said before and says now."""

    entry: EntryId
    before: EntryText
    after: EntryText


def move_to_bin(
    vault: Vault, entries: Sequence[EntryId], progress: Progress = SILENT
) -> Outcome[EntryId]:
    """Put entries into the bin; tell which were not there."""
    return _each(vault, entries, vault.entries.remove, progress, removed=False)


def put_back(
    vault: Vault, entries: Sequence[EntryId], progress: Progress = SILENT
) -> Outcome[EntryId]:
    """Take entries out of the bin; tell which lay there."""
    return _each(vault, entries, vault.entries.restore, progress, removed=True)


def erase_entries(
    vault: Vault, entries: Sequence[EntryId], progress: Progress = SILENT
) -> Outcome[EntryId]:
    """Erase every version of entries in the bin for good; their files stay in the book.

    Their words are cut out of the search and overwritten one by one: of very many it takes
    milliseconds each, and begins with some seconds that make it no more.
    """
    if len(entries) > _MANY:
        vault.search.join_pieces(progress)
    return _each(vault, entries, vault.entries.erase, progress, removed=True)


def empty_old_bin(vault: Vault, progress: Progress = SILENT) -> int:
    """Erase what has lain in the bin for `DAYS_IN_BIN` days; return the number of entries.

    Some a save, so that other work runs in between; of very many the rest the next time. Which they
    are is asked once: a save by a wrong clock in the meantime must not add to them.
    """
    old = vault.entries.long_in_bin(timedelta(days=DAYS_IN_BIN), _MANY)
    outcome = erase_entries(vault, old, progress)
    if outcome.problem is not None:
        raise outcome.problem
    return len(outcome.done)


def mark_entries(
    vault: Vault,
    entries: Sequence[EntryId],
    mark: Mark,
    progress: Progress = SILENT,
    *,
    on: bool,
) -> Outcome[EntryId]:
    """Mark entries, or take the mark off; tell which changed."""

    def marked(some: Sequence[EntryId]) -> list[EntryId]:
        return vault.marks.put(some, mark, on=on)

    return in_portions(entries, marked, progress, _doing())


def set_kind(
    vault: Vault, entries: Sequence[EntryId], kind: Kind, progress: Progress = SILENT
) -> Outcome[KindOf]:
    """Say of entries what kind of thing happened; tell what was said of those that changed."""
    return set_kinds(vault, [(entry, kind) for entry in entries], progress)


def set_kinds(
    vault: Vault, kinds: Sequence[KindOf], progress: Progress = SILENT
) -> Outcome[KindOf]:
    """Say of each entry its own kind; tell what was said of those that changed."""

    def said(some: Sequence[KindOf]) -> list[KindOf]:
        changes = _change(vault, some, lambda kind, what: replace(what, kind=kind))
        return [(one.entry, one.before.kind) for one in changes]

    return in_portions(kinds, said, progress, _doing())


def add_people(
    vault: Vault, entries: Sequence[EntryId], names: Iterable[str], progress: Progress = SILENT
) -> Outcome[PeopleOf]:
    """Name people in entries, adding those that are new to the book.

    Tells who was named in those that changed.
    """
    asked = tuple(names)

    def named(some: Sequence[EntryId]) -> list[PeopleOf]:
        with vault.saving():
            people = people_named(vault, asked)
            return _name(vault, [(entry, people) for entry in some], keep=True)

    return in_portions(entries, named, progress, _doing())


def set_people(
    vault: Vault, people: Sequence[PeopleOf], progress: Progress = SILENT
) -> Outcome[PeopleOf]:
    """Let each entry name its own people and no others; tell who was named before."""

    def named(some: Sequence[PeopleOf]) -> list[PeopleOf]:
        return _name(vault, some, keep=False)

    return in_portions(people, named, progress, _doing())


def link_files(vault: Vault, entry: EntryId, files: Iterable[EvidenceId]) -> list[Change]:
    """Add kept files to an entry."""
    added = tuple(files)

    def linked(what: EntryText) -> EntryText:
        return replace(what, evidence=tuple(dict.fromkeys((*what.evidence, *added))))

    return _rewrite(vault, entry, linked)


def unlink_files(vault: Vault, entry: EntryId, files: Iterable[EvidenceId]) -> list[Change]:
    """Take files out of an entry; they stay in the book."""
    gone = set(files)

    def without(what: EntryText) -> EntryText:
        return replace(what, evidence=tuple(one for one in what.evidence if one not in gone))

    return _rewrite(vault, entry, without)


def restore_version(vault: Vault, entry: EntryId, version: int) -> list[Change]:
    """Let an entry say again what an earlier version said, as a new version.

    Links to messages that have left the book since are left out. Raises `NoSuchItem`.
    """
    earlier = next((one for one in vault.entries.versions(entry) if one.version == version), None)
    if earlier is None or earlier.what is None:
        raise NoSuchItem("version", where=f"{entry}/{version}")
    here = {one.id for one in vault.messages.get_many(earlier.what.messages)}
    messages = tuple(one for one in earlier.what.messages if one in here)
    what = replace(earlier.what, messages=messages)
    return _rewrite(vault, entry, lambda _: what)


def write_texts(vault: Vault, texts: Sequence[tuple[EntryId, EntryText]]) -> None:
    """Let a few entries say these texts, as new versions: a change taken back, or made again."""
    with vault.saving():
        for entry, what in texts:
            vault.entries.edit(entry, what)


def _rewrite(
    vault: Vault, entry: EntryId, changed: Callable[[EntryText], EntryText]
) -> list[Change]:
    with vault.saving():
        before = vault.entries.get(entry).what
        after = changed(before)
        if after == before:
            return []
        return [Change(entry, before, vault.entries.edit(entry, after).what)]


def _name(vault: Vault, people: Sequence[PeopleOf], *, keep: bool) -> list[PeopleOf]:
    def named(those: tuple[PersonId, ...], what: EntryText) -> EntryText:
        return replace(what, people=tuple(dict.fromkeys((*what.people, *those))) if keep else those)

    return [(one.entry, one.before.people) for one in _change(vault, people, named)]


def _change(
    vault: Vault,
    wanted: Sequence[tuple[EntryId, Value]],
    changed: Callable[[Value, EntryText], EntryText],
) -> list[Change]:
    """Rewrite those of some entries that are here still, each with its value."""
    here = set(vault.entries.those([entry for entry, _ in wanted], removed=False))
    made: list[Change] = []
    with vault.saving():
        for entry, value in wanted:
            if entry in here:
                made += _rewrite(vault, entry, partial(changed, value))
    return made


def _each(
    vault: Vault,
    entries: Sequence[EntryId],
    act: Callable[[EntryId], None],
    progress: Progress,
    *,
    removed: bool,
) -> Outcome[EntryId]:
    """Do something to each entry that lies in the bin, or to each that does not."""
    there = partial(vault.entries.those, removed=removed)
    return in_portions(entries, each_there(vault, there, act), progress, _doing())


def _doing() -> str:
    return translate("Timeline", "Changing entries")
