"""Kept files into the bin, back again, and away for good; several of them are one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from logbook.domain.ids import EvidenceId
from logbook.domain.progress import SILENT, Progress
from logbook.i18n import translate
from logbook.tasks.in_portions import Outcome, each_there, in_portions
from logbook.vault.vault import Vault


def remove_files(
    vault: Vault, files: Sequence[EvidenceId], progress: Progress = SILENT
) -> Outcome[EvidenceId]:
    """Put files into the bin; entries keep the place where each stood."""
    return _each(vault, files, vault.evidence.remove, progress, removed=False)


def restore_files(
    vault: Vault, files: Sequence[EvidenceId], progress: Progress = SILENT
) -> Outcome[EvidenceId]:
    """Take files out of the bin; they are in their entries again."""
    return _each(vault, files, vault.evidence.restore, progress, removed=True)


def erase_files(
    vault: Vault, files: Sequence[EvidenceId], progress: Progress = SILENT
) -> Outcome[EvidenceId]:
    """Erase files for good, one after the other; a Stop leaves those that were not reached."""

    def erased(some: Sequence[EvidenceId]) -> list[EvidenceId]:
        # Not in one save: their bytes leave the disk only after it, and may take a while each.
        there = vault.evidence_lists.those(some, removed=True)
        for one in there:
            vault.evidence.erase(one)
        return there

    return in_portions(files, erased, progress, _doing(), most=1)


def _each(
    vault: Vault,
    files: Sequence[EvidenceId],
    act: Callable[[EvidenceId], None],
    progress: Progress,
    *,
    removed: bool,
) -> Outcome[EvidenceId]:
    """Do something to each file that lies in the bin, or to each that does not."""
    there = partial(vault.evidence_lists.those, removed=removed)
    return in_portions(files, each_there(vault, there, act), progress, _doing())


def _doing() -> str:
    return translate("Evidence", "Changing files")


@dataclass(frozen=True, slots=True)
class UsedBy:
    """What speaks of some files."""

    entries: int  # kept ones that have at least one of them
    in_messages: int  # how many of them came with messages, or messages from them


def used_by(vault: Vault, files: Sequence[EvidenceId]) -> UsedBy:
    """Return what would miss these files."""
    lists = vault.evidence_lists
    return UsedBy(lists.entries_with(files), lists.in_messages(files))
