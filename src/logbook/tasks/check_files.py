"""Read kept files again, byte for byte, and tell whether they are what they were when added."""

from __future__ import annotations

import hashlib

from logbook.domain.evidence import Evidence, FileCheck
from logbook.domain.ids import EvidenceId
from logbook.domain.progress import SILENT, Progress
from logbook.errors import NoSuchItem, OriginalDamaged, OriginalMissing
from logbook.vault.vault import Vault

_BLOCK_BYTES = 1 << 20


def last_check(vault: Vault, evidence: EvidenceId) -> FileCheck | None:
    """Return what the last check of a file found; None where there was none."""
    return vault.file_checks.last(vault.evidence.get(evidence).blob)


def check_file(vault: Vault, evidence: EvidenceId, progress: Progress = SILENT) -> FileCheck:
    """Compare every byte with the fingerprint taken when the file was added, and remember it.

    A file that is damaged or gone is one that changed; that a disk cannot be read at the moment is
    an error and no answer. Progress is in bytes; between blocks other work gets its turn.
    """
    kept = vault.evidence.get(evidence)
    same = _is_same(vault, kept, progress)
    if vault.evidence.get(evidence).blob != kept.blob:
        raise NoSuchItem("evidence", where=str(evidence))  # erased while it was read
    return vault.file_checks.note(kept.blob, same=same)


def _is_same(vault: Vault, kept: Evidence, progress: Progress) -> bool:
    digest = hashlib.sha256()
    done = 0
    try:
        with vault.evidence.open(kept.id) as stream:
            while block := stream.read(_BLOCK_BYTES):
                digest.update(block)
                done += len(block)
                progress(done, kept.size_bytes)
                progress.give_way()
    except (OriginalDamaged, OriginalMissing):
        return False
    return digest.digest() == kept.sha256
