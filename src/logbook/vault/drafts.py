"""Drafts: what is typed and not yet saved as an entry, kept as durably as one.

They are no part of the record: only the newest text stays, and a dropped draft leaves no trace.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from logbook.vault.moments import from_ms, to_ms
from logbook.vault.store import Store
from logbook.vault.texts import storable


class Draft(NamedTuple):
    """A draft: the place it belongs to, what the form put there (JSON), and when."""

    key: str
    data: str
    saved_at: datetime


class Drafts:
    """The drafts of a book by key; the window decides what a key and its data mean."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, key: str, data: str) -> None:
        """Put `data` in place of what the draft said before; durable when this returns."""
        with self._store.saving(aside=True):
            self._store.con.execute(
                "INSERT INTO draft (key, data, saved_ms) VALUES (?, ?, ?)"
                " ON CONFLICT (key) DO UPDATE SET data = excluded.data,"
                " saved_ms = excluded.saved_ms",
                (key, storable(data), to_ms(datetime.now(UTC))),
            )

    def get(self, key: str) -> str | None:
        """Return what a draft says, None when there is none."""
        found: str | None = self._store.con.one("SELECT data FROM draft WHERE key = ?", (key,))
        return found

    def all(self) -> list[Draft]:
        """Return every draft, the newest first."""
        rows = self._store.con.execute(
            "SELECT key, data, saved_ms FROM draft ORDER BY saved_ms DESC, key"
        ).fetchall()
        return [Draft(key, data, from_ms(saved_ms)) for key, data, saved_ms in rows]

    def drop(self, key: str) -> None:
        """Forget a draft; there may be none."""
        with self._store.saving(aside=True):
            self._store.con.execute("DELETE FROM draft WHERE key = ?", (key,))
