"""Read kept files again, byte for byte, and tell whether they are what they were when added."""

from __future__ import annotations

import time
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

SLICE_S = 2.0
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


@dataclass(slots=True)
class Check:
    """A check of several files on its way: what was read so far and what came of it."""

    originals: list[Original]
    at: int = 0
    done_bytes: int = 0
    same: int = 0
    changed: int = 0
    unreadable: int = 0

    @property
    def finished(self) -> bool:
        """True when every file was read."""
        return self.at >= len(self.originals)

    @property
    def found(self) -> FilesChecked:
        """What came of it."""
        return FilesChecked(self.same, self.changed, self.unreadable)


def check_files(
    vault: Vault, files: Sequence[EvidenceId] | None = None, progress: Progress = SILENT
) -> FilesChecked:
    """Check several files as `check_file` does, or all that are outside the bin, to the end."""
    check = begin_check(vault, files)
    while not check.finished:
        go_on_checking(vault, check, progress)
    return check.found


def begin_check(vault: Vault, files: Sequence[EvidenceId] | None = None) -> Check:
    """Return a check that nothing was read for yet."""
    return Check(vault.file_checks.originals(files))


def go_on_checking(vault: Vault, check: Check, progress: Progress = SILENT) -> Check:
    """Read on for about `SLICE_S`, so that other long work gets its turn, and return the check.

    A file that the disk does not give is counted and does not hold up the others. What was checked
    before a Stop stays noted. Progress is in bytes of the whole.
    """
    reading = _Reading(progress, sum(one.size_bytes for one in check.originals), check.done_bytes)
    noted = _Noted(vault, check)
    enough = time.monotonic() + SLICE_S
    try:
        while not check.finished:
            original = check.originals[check.at]
            reading(0, 0)
            try:
                same = vault.file_checks.is_same(original.blob, reading)
            except DiskFailed:
                check.unreadable += 1
            else:
                noted.add(original, same)
            check.at += 1
            check.done_bytes += original.size_bytes
            reading.end(original)
            if time.monotonic() >= enough:
                break
    finally:
        noted.keep()
    return check


class _Reading:
    """Turns the progress of one file into that of all of them, and gives way at every report."""

    def __init__(self, progress: Progress, total: int, before: int = 0) -> None:
        self._progress = progress
        self._total = total
        self._before = before
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

    def __init__(self, vault: Vault, check: Check) -> None:
        self._vault = vault
        self._check = check
        self._found: dict[BlobId, FileCheck] = {}
        self._read_bytes = 0

    def add(self, original: Original, same: bool | None) -> None:  # noqa: FBT001 - an answer
        """Take an answer; None is that of a file which was erased meanwhile."""
        if same is None:
            return
        self._check.same += same
        self._check.changed += not same
        self._found[original.blob] = FileCheck(datetime.now(UTC), same)
        self._read_bytes += original.size_bytes
        if len(self._found) >= _KEPT_AT_ONCE or self._read_bytes >= _KEPT_AFTER_BYTES:
            self.keep()

    def keep(self) -> None:
        found, self._found = self._found, {}
        self._read_bytes = 0
        self._vault.file_checks.keep(found)
