"""Settings that say something about the person, so they lie inside the encrypted book."""

from __future__ import annotations

import json
from typing import Any

from logbook.errors import DatabaseDamaged
from logbook.vault.entry_form import to_json
from logbook.vault.store import Store


class Settings:
    """Named JSON values of a book."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - whatever was put
        """Return the value, or `default` when there is none; raises `DatabaseDamaged`."""
        kept = self._store.con.one("SELECT value FROM setting WHERE key = ?", (key,))
        if kept is None:
            return default
        try:
            return json.loads(kept)
        except ValueError as error:
            raise DatabaseDamaged("a setting", where=key) from error

    def put(self, key: str, value: object) -> None:
        """Keep a JSON value; `None` takes the setting away."""
        with self._store.saving(aside=True):
            if value is None:
                self._store.con.execute("DELETE FROM setting WHERE key = ?", (key,))
                return
            self._store.con.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, to_json(value).decode()),
            )
