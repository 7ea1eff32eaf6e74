"""Look into several files at once; one that cannot be read does not hold up the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from logbook.domain.evidence import Evidence
from logbook.domain.ids import EntryId, EvidenceId
from logbook.domain.progress import SILENT, Progress
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.media import child
from logbook.tasks import keep_file, write_entry
from logbook.tasks.keep_file import LookedAt
from logbook.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class LookedInto:
    """The files that can be kept, and what was wrong with the others."""

    files: tuple[LookedAt, ...]
    problems: tuple[tuple[str, LogbookError], ...] = ()  # by name


@dataclass(frozen=True, slots=True)
class Kept:
    """Files as kept, each with its small picture where it has one."""

    files: tuple[tuple[Evidence, bytes | None], ...]
    entry: EntryId | None = None  # that they were added to
    linked: tuple[EvidenceId, ...] = ()  # those that the entry did not have before


def end_looking() -> None:
    """End the processes that open foreign files; what they decoded lies in their memory."""
    child.end_all()


def look_at_files(paths: Sequence[Path], progress: Progress = SILENT) -> LookedInto:
    """Look into files without touching the book; the pool's half of adding them."""
    files: list[LookedAt] = []
    problems: list[tuple[str, LogbookError]] = []
    for done, path in enumerate(paths):
        progress(done, len(paths), translate("Evidence", "Looking at files"))
        try:
            files.append(keep_file.look_at_file(path))
        except LogbookError as error:
            problems.append((path.name, error))
    return LookedInto(tuple(files), tuple(problems))


def keep_files(
    vault: Vault, looked: LookedInto, entry: EntryId | None, progress: Progress = SILENT
) -> Kept:
    """Keep files and add them to an entry, if one is given: all in one save, or none."""
    doing = translate("Evidence", "Copying files into the book")
    kept: list[tuple[Evidence, bytes | None]] = []
    with vault.saving():
        for one in looked.files:
            progress(0, 0, doing)
            found = keep_file.keep_file(vault, one, progress)
            kept.append((found, vault.evidence.thumbnail(found.id)))
        linked: tuple[EvidenceId, ...] = ()
        if entry is not None and kept:
            had = set(vault.entries.get(entry).what.evidence)
            linked = tuple(found.id for found, _ in kept if found.id not in had)
            write_entry.link_evidence(vault, entry, linked)
    return Kept(tuple(kept), entry, linked)
