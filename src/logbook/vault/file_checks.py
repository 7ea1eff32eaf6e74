"""When the bytes of a kept file were last read again and compared with their fingerprint.

This is what the book remembers of its own looking; it is no part of the record, because anybody who
doubts it reads the bytes again.
"""

from __future__ import annotations

from datetime import UTC, datetime

from logbook.domain.evidence import FileCheck
from logbook.domain.ids import BlobId
from logbook.vault.moments import from_ms, to_ms
from logbook.vault.store import Store


class FileChecks:
    """The last check of each file's bytes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def last(self, blob: BlobId) -> FileCheck | None:
        """Return the last check, None where the bytes were not read since they were added."""
        row = self._store.con.execute(
            "SELECT checked_ms, same FROM blob_check WHERE blob = ?", (blob,)
        ).fetchone()
        return None if row is None else FileCheck(from_ms(row[0]), bool(row[1]))

    def note(self, blob: BlobId, *, same: bool) -> FileCheck:
        """Keep what a check found, in place of what the one before it did."""
        now_ms = to_ms(datetime.now(UTC))
        with self._store.saving():
            self._store.con.execute(
                "INSERT INTO blob_check (blob, checked_ms, same) VALUES (?, ?, ?)"
                " ON CONFLICT (blob) DO UPDATE SET checked_ms = excluded.checked_ms,"
                " same = excluded.same",
                (blob, now_ms, int(same)),
            )
        return FileCheck(from_ms(now_ms), same)
