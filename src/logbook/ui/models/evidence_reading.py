"""What the page of evidence asks the vault beside its list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from logbook.domain.file_selection import EntryChoice, EvidenceFilter, FileCheckState, FileCounts
from logbook.domain.selection import EntryFilter
from logbook.tasks import report_drafts
from logbook.tasks.freeze_report import entries_wanted
from logbook.ui.models.report_draft import read_draft

if TYPE_CHECKING:
    from logbook.domain.ids import EntryId
    from logbook.vault.vault import Vault

_NAMED_MOST = 3
_EXHIBITS = "exhibits"  # the section that prints files
_ALL = -1


@dataclass(frozen=True, slots=True)
class Around:
    """How many files there are of each kind, and how they stand since the last check."""

    counts: FileCounts
    checks: FileCheckState
    reported: EntryChoice  # the entries of reports that are being put together
    in_reports: int  # how many files they have
    changed: tuple[str, ...]  # names of the first files that are not what was added


def read_around(vault: Vault) -> Around:
    """Read what stands round the list; runs on the vault's thread."""
    checks = vault.file_checks.state()
    lists = vault.evidence_lists
    changed = lists.ids(EvidenceFilter(changed=True))[:_NAMED_MOST] if checks.changed else []
    names = tuple(row.name for row in lists.rows(changed))
    reported = reported_entries(vault)
    in_reports = lists.count(EvidenceFilter(used_by=reported))
    return Around(lists.counts(), checks, reported, in_reports, names)


def reported_entries(vault: Vault) -> EntryChoice:
    """Return the entries of all drafts of reports that print files."""
    found: set[EntryId] = set()
    for kept in report_drafts.list_reports(vault).drafts:
        draft = read_draft(kept.data)
        if draft is None or _EXHIBITS in draft.off:
            continue
        request = draft.to_request()
        wanted = entries_wanted(request)
        if request.entries is not None:
            found.update(request.entries)
        elif wanted == EntryFilter():
            return EntryChoice(every=True)
        else:
            found.update(vault.entries.ids(wanted, 0, _ALL))
    return EntryChoice(tuple(sorted(found)))
