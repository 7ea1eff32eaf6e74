"""What the page of evidence asks the vault beside its list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from logbook.domain.file_selection import FileCheckState, FileCounts

if TYPE_CHECKING:
    from logbook.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Around:
    """How many files there are of each kind, and how they stand since the last check."""

    counts: FileCounts
    checks: FileCheckState


def read_around(vault: Vault) -> Around:
    """Read what stands round the list; runs on the vault's thread."""
    return Around(vault.evidence_lists.counts(), vault.file_checks.state())
