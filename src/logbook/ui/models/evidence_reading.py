"""What the page of evidence asks the vault beside its list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from logbook.domain.file_selection import EvidenceFilter, FileCheckState, FileCounts

if TYPE_CHECKING:
    from logbook.vault.vault import Vault

_NAMED_MOST = 3


@dataclass(frozen=True, slots=True)
class Around:
    """How many files there are of each kind, and how they stand since the last check."""

    counts: FileCounts
    checks: FileCheckState
    changed: tuple[str, ...]  # names of the first files that are not what was added


def read_around(vault: Vault) -> Around:
    """Read what stands round the list; runs on the vault's thread."""
    checks = vault.file_checks.state()
    lists = vault.evidence_lists
    changed = lists.ids(EvidenceFilter(changed=True))[:_NAMED_MOST] if checks.changed else []
    names = tuple(row.name for row in lists.rows(changed))
    return Around(lists.counts(), checks, names)
