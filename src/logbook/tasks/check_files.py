"""Read kept files again, byte for byte, and tell whether they are what they were when added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from logbook.domain.evidence import FileCheck
from logbook.domain.ids import BlobId, EvidenceId
from logbook.domain.progress import SILENT, Progress
from logbook.errors import DiskFailed, NoSuchItem
from logbook.i18n import translate
from logbook.vault.file_checks import Original
from logbook.vault.vault import Vault

_KEPT_AT_ONCE = 500
_KEPT_AFTER_BYTES = 256 << 20


@dataclass(frozen=True, slots=True)
class FilesChecked:
    """What a check told; equal files that are kept twice count once."""

    same: int
    changed: int
    unreadable: int  # the disk did not give them just now, which says nothing of them


def last_check(vault: Vault, evidence: EvidenceId) -> FileCheck | None:
    """Return what the last check of a file found; None where there was none."""
    return vault.file_checks.last(vault.evidence.get(evidence).blob)


def check_file(vault: Vault, evidence: EvidenceId, progress: Progress = SILENT) -> FileCheck:
    """Compare every byte with the fingerprint taken when the file was added, and remember it.

    A file that is damaged or gone is one that changed; that a disk cannot be read at the moment is
    an error and no answer. Progress is in bytes; between blocks other work gets its turn.
    """
    kept = vault.evidence.get(evidence)
    same = vault.file_checks.is_same(kept.blob, _Reading(progress, kept.size_bytes))
    if same is None:
        raise NoSuchItem("evidence", where=str(evidence))  # erased while it was read
    return vault.file_checks.note(kept.blob, same=same)


def check_files(
    vault: Vault, files: Sequence[EvidenceId] | None = None, progress: Progress = SILENT
) -> FilesChecked:
    """Check several files as `check_file` does, or all that are outside the bin.

    One that the disk does not give is counted and does not hold up the others. What was checked
    before a Stop stays noted.
    """
    originals = vault.file_checks.originals(files)
    reading = _Reading(progress, sum(one.size_bytes for one in originals))
    noted = _Noted(vault)
    unreadable = 0
    try:
        for original in originals:
            reading(0, 0)
            try:
                same = vault.file_checks.is_same(original.blob, reading)
            except DiskFailed:
                unreadable += 1
            else:
                noted.add(original, same)
            reading.end(original)
    finally:
        noted.keep()
    return FilesChecked(noted.same, noted.changed, unreadable)


class _Reading:
    """Turns the progress of one file into that of all of them, and gives way at every report."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._before = 0
        self._doing = translate("Evidence", "Checking files")

    def end(self, original: Original) -> None:
        self._before += original.size_bytes
        self(0, 0)

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        del total, doing
        self._progress(self._before + done, self._total, self._doing)
        self._progress.give_way()

    def give_way(self) -> None:
        """Nothing more: every report gives way already."""


class _Noted:
    """Keeps answers some hundred at a time: each save costs more than reading a small file."""

    def __init__(self, vault: Vault) -> None:
        self.same = self.changed = 0
        self._vault = vault
        self._found: dict[BlobId, FileCheck] = {}
        self._read_bytes = 0

    def add(self, original: Original, same: bool | None) -> None:  # noqa: FBT001 - an answer
        """Take an answer; None is that of a file which was erased meanwhile."""
        if same is None:
            return
        self.same += same
        self.changed += not same
        self._found[original.blob] = FileCheck(datetime.now(UTC), same)
        self._read_bytes += original.size_bytes
        if len(self._found) >= _KEPT_AT_ONCE or self._read_bytes >= _KEPT_AFTER_BYTES:
            self.keep()

    def keep(self) -> None:
        found, self._found = self._found, {}
        self._read_bytes = 0
        self._vault.file_checks.keep(found)
