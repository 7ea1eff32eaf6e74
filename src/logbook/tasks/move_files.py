"""Kept files into the bin, back again, and away for good; several of them are one act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from logbook.domain.ids import EvidenceId
from logbook.domain.progress import SILENT, Progress
from logbook.vault.vault import Vault


def remove_files(vault: Vault, files: Sequence[EvidenceId]) -> None:
    """Put files into the bin in one save; entries keep the place where each stood."""
    with vault.saving():
        for one in files:
            vault.evidence.remove(one)


def restore_files(vault: Vault, files: Sequence[EvidenceId]) -> None:
    """Take files out of the bin in one save; they are in their entries again."""
    with vault.saving():
        for one in files:
            vault.evidence.restore(one)


def erase_files(vault: Vault, files: Sequence[EvidenceId], progress: Progress = SILENT) -> None:
    """Erase files one after the other; a Stop leaves those that were not reached."""
    for done, one in enumerate(files):
        progress(done, len(files))
        vault.evidence.erase(one)
        progress.give_way()


@dataclass(frozen=True, slots=True)
class UsedBy:
    """What speaks of some files."""

    entries: int  # kept ones that have at least one of them
    in_messages: int  # how many of them came with messages, or messages from them


def used_by(vault: Vault, files: Sequence[EvidenceId]) -> UsedBy:
    """Return what would miss these files."""
    lists = vault.evidence_lists
    return UsedBy(lists.entries_with(files), lists.in_messages(files))
