"""Whether kept files are the bytes that were added, and when each was last looked at.

A file is the same when its bytes have the digest that stands beside them and in the journal, which
commits to it. The answers are kept for lists; the record does not need them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from logbook.domain.evidence import FileCheck
from logbook.domain.file_selection import FileCheckState
from logbook.domain.ids import BlobId, EvidenceId
from logbook.domain.progress import SILENT, Progress
from logbook.errors import DatabaseDamaged
from logbook.vault.blobs import Blobs
from logbook.vault.evidence_rows import State, subject_of
from logbook.vault.journal import Journal
from logbook.vault.moments import from_ms, to_ms
from logbook.vault.store import Store


class Original(NamedTuple):
    """The bytes of one kept file, or of several that are equal."""

    blob: BlobId
    size_bytes: int


class FileChecks:
    """Reads files again, and remembers what came of it."""

    def __init__(self, store: Store, journal: Journal, blobs: Blobs) -> None:
        self._store = store
        self._journal = journal
        self._blobs = blobs

    def originals(self, files: Sequence[EvidenceId] | None = None) -> list[Original]:
        """Return what is to be read for these files, or for all that are not in the bin."""
        given = None if files is None else json.dumps(list(files))
        rows = self._store.con.execute(
            "SELECT DISTINCT blob.id, size_bytes FROM evidence JOIN blob ON blob.id = evidence.blob"
            " WHERE CASE WHEN ? IS NULL THEN state = 0 ELSE state IN (0, 1)"
            " AND evidence.id IN (SELECT value FROM json_each(?)) END ORDER BY blob.id",
            (given, given),
        ).fetchall()
        return [Original(BlobId(blob), size_bytes) for blob, size_bytes in rows]

    def is_same(self, blob: BlobId, progress: Progress = SILENT) -> bool | None:
        """Read every byte again; None when the file was erased meanwhile.

        Progress is in bytes. Damage and loss are an answer; a disk that cannot be read just now is
        none, and raises.
        """
        problem = self._blobs.problem_of(blob, progress)
        if not self._store.con.one("SELECT count(*) FROM blob WHERE id = ?", (blob,)):
            return None
        return problem is None and self._journal_agrees(blob)

    def last(self, blob: BlobId) -> FileCheck | None:
        """Return the last check, None where the bytes were not read since they were added."""
        row = self._store.con.execute(
            "SELECT checked_ms, same FROM blob_check WHERE blob = ?", (blob,)
        ).fetchone()
        return None if row is None else FileCheck(from_ms(row[0]), bool(row[1]))

    def note(self, blob: BlobId, *, same: bool) -> FileCheck:
        """Keep what a check found now, in place of what the one before it did."""
        found = FileCheck(from_ms(to_ms(datetime.now(UTC))), same)
        self.keep({blob: found})
        return found

    def keep(self, found: Mapping[BlobId, FileCheck]) -> None:
        """Keep what checks of several files found, in one save."""
        if not found:
            return
        with self._store.saving():
            self._store.con.executemany(
                "INSERT INTO blob_check (blob, checked_ms, same)"
                " SELECT id, ?, ? FROM blob WHERE id = ?"
                " ON CONFLICT (blob) DO UPDATE SET checked_ms = excluded.checked_ms,"
                " same = excluded.same",
                [(to_ms(one.checked_at), int(one.same), blob) for blob, one in found.items()],
            )

    def state(self) -> FileCheckState:
        """Return how the files outside the bin stand."""
        files, checked, changed, oldest_ms = self._store.con.execute(
            "SELECT count(*), count(checked_ms), count(CASE same WHEN 0 THEN 1 END),"
            " min(checked_ms) FROM evidence"
            " LEFT JOIN blob_check ON blob_check.blob = evidence.blob WHERE state = ?",
            (State.KEPT,),
        ).fetchone()
        at = None if oldest_ms is None else from_ms(oldest_ms)
        return FileCheckState(files, checked, changed, at)

    def _journal_agrees(self, blob: BlobId) -> bool:
        """Tell whether the journal knows these bytes for each file that has them."""
        rows = self._store.con.execute(
            "SELECT evidence.id, sha256 FROM evidence JOIN blob ON blob.id = evidence.blob"
            " WHERE blob.id = ? AND state IN (0, 1)",
            (blob,),
        ).fetchall()
        try:
            return all(self._committed(EvidenceId(row)) == sha256 for row, sha256 in rows)
        except DatabaseDamaged:
            return False

    def _committed(self, evidence: EvidenceId) -> bytes | None:
        for revision in self._journal.of_subject(subject_of(evidence)):
            if revision.kind == "evidence.add":
                return (self._journal.fields(revision.seq) or {}).get("sha256")
        return None
