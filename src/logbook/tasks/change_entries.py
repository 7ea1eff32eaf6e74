"""Change several entries in one save: into the bin and back, marks, a person, a kind, old words.

Each task returns what it changed, so that the change can be taken back as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from logbook.domain.entry import EntryText, Kind, Mark
from logbook.domain.ids import EntryId, EvidenceId
from logbook.domain.progress import SILENT, Progress
from logbook.errors import NoSuchItem
from logbook.i18n import translate
from logbook.tasks.write_entry import people_named
from logbook.vault.vault import Vault

DAYS_IN_BIN = 30
_SAY_EVERY = 50


@dataclass(frozen=True, slots=True)
class Change:
    """What an entry said before and says now."""

    entry: EntryId
    before: EntryText
    after: EntryText


def move_to_bin(
    vault: Vault, entries: Sequence[EntryId], progress: Progress = SILENT
) -> list[EntryId]:
    """Put entries into the bin; return those that were not there."""
    kept = vault.entries.those(entries, removed=False)
    return _each(vault, kept, vault.entries.remove, progress)


def put_back(
    vault: Vault, entries: Sequence[EntryId], progress: Progress = SILENT
) -> list[EntryId]:
    """Take entries out of the bin; return those that lay there."""
    removed = vault.entries.those(entries, removed=True)
    return _each(vault, removed, vault.entries.restore, progress)


def erase_entries(
    vault: Vault, entries: Sequence[EntryId], progress: Progress = SILENT
) -> list[EntryId]:
    """Erase every version of entries in the bin for good; their files stay in the book."""
    removed = vault.entries.those(entries, removed=True)
    return _each(vault, removed, vault.entries.erase, progress)


def empty_old_bin(vault: Vault) -> int:
    """Erase what has lain in the bin for `DAYS_IN_BIN` days; return the number of entries."""
    return vault.entries.purge(timedelta(days=DAYS_IN_BIN))


def mark_entries(
    vault: Vault, entries: Sequence[EntryId], mark: Mark, *, on: bool
) -> list[EntryId]:
    """Mark entries, or take the mark off; return those that changed."""
    return vault.marks.put(entries, mark, on=on)


def add_people(
    vault: Vault, entries: Sequence[EntryId], names: Iterable[str], progress: Progress = SILENT
) -> list[Change]:
    """Name people in entries, adding those that are new to the book."""
    with vault.saving():
        people = people_named(vault, names)

        def named(what: EntryText) -> EntryText:
            return replace(what, people=tuple(dict.fromkeys((*what.people, *people))))

        return _change(vault, entries, named, progress)


def set_kind(
    vault: Vault, entries: Sequence[EntryId], kind: Kind, progress: Progress = SILENT
) -> list[Change]:
    """Say of entries what kind of thing happened."""
    return _change(vault, entries, lambda what: replace(what, kind=kind), progress)


def link_files(vault: Vault, entry: EntryId, files: Iterable[EvidenceId]) -> list[Change]:
    """Add kept files to an entry."""
    added = tuple(files)

    def linked(what: EntryText) -> EntryText:
        return replace(what, evidence=tuple(dict.fromkeys((*what.evidence, *added))))

    return _change(vault, [entry], linked, SILENT)


def unlink_files(vault: Vault, entry: EntryId, files: Iterable[EvidenceId]) -> list[Change]:
    """Take files out of an entry; they stay in the book."""
    gone = set(files)

    def without(what: EntryText) -> EntryText:
        return replace(what, evidence=tuple(one for one in what.evidence if one not in gone))

    return _change(vault, [entry], without, SILENT)


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
    return _change(vault, [entry], lambda _: what, SILENT)


def write_texts(
    vault: Vault, texts: Sequence[tuple[EntryId, EntryText]], progress: Progress = SILENT
) -> None:
    """Let entries say these texts, as new versions; how a change is taken back and made again."""
    with vault.saving():
        for done, (entry, what) in enumerate(texts):
            _say(progress, done, len(texts))
            vault.entries.edit(entry, what)


def _change(
    vault: Vault,
    entries: Sequence[EntryId],
    changed: Callable[[EntryText], EntryText],
    progress: Progress,
) -> list[Change]:
    made: list[Change] = []
    with vault.saving():
        for done, entry in enumerate(entries):
            _say(progress, done, len(entries))
            before = vault.entries.get(entry).what
            after = changed(before)
            if after != before:
                made.append(Change(entry, before, vault.entries.edit(entry, after).what))
    return made


def _each(
    vault: Vault,
    entries: Sequence[EntryId],
    act: Callable[[EntryId], None],
    progress: Progress,
) -> list[EntryId]:
    with vault.saving():
        for done, entry in enumerate(entries):
            _say(progress, done, len(entries))
            act(entry)
    return list(entries)


def _say(progress: Progress, done: int, total: int) -> None:
    if done % _SAY_EVERY == 0:
        progress(done, total, translate("Timeline", "Changing entries"))
