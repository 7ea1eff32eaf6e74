"""How loud kept sounds are along their length, remembered so that each is read once for it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from logbook.domain.ids import BlobId, EvidenceId
from logbook.vault.store import Store


class Waves:
    """One byte a step; what is forgotten here can be read from the sound again."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, files: Sequence[EvidenceId]) -> dict[EvidenceId, bytes]:
        """Return what is remembered of these files; empty for one that cannot be drawn."""
        rows = self._store.con.execute(
            "SELECT evidence.id, peaks FROM json_each(?) AS page"
            " CROSS JOIN evidence ON evidence.id = page.value"
            " JOIN blob_wave ON blob_wave.blob = evidence.blob",
            (json.dumps(list(files)),),
        ).fetchall()
        return {EvidenceId(row): peaks for row, peaks in rows}

    def keep(self, blob: BlobId, peaks: bytes) -> None:
        """Remember a sound; one that was erased meanwhile is left out."""
        with self._store.saving():
            self._store.con.execute(
                "INSERT OR REPLACE INTO blob_wave (blob, peaks)"
                " SELECT id, ? FROM blob WHERE id = ?",
                (peaks, blob),
            )
