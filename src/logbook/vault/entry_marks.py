"""Marks: notes to self on entries. They are in no report, so the journal does not know them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from logbook.domain.entry import Mark
from logbook.domain.ids import EntryId
from logbook.vault.store import Store


class EntryMarks:
    """Which entries a person starred, or wants to finish later."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, entry: EntryId) -> frozenset[Mark]:
        """Return the marks of an entry."""
        rows = self._store.con.execute("SELECT mark FROM entry_mark WHERE entry = ?", (entry,))
        return frozenset(Mark(row[0]) for row in rows.fetchall())

    def count(self, mark: Mark) -> int:
        """Return how many entries have a mark, those in the bin left out."""
        return int(
            self._store.con.one(
                "SELECT count(*) FROM entry_mark WHERE mark = ? AND entry NOT IN"
                " (SELECT id FROM entry WHERE state IN (1, 2))",
                (mark.value,),
            )
        )

    def put(self, entries: Sequence[EntryId], mark: Mark, *, on: bool) -> list[EntryId]:
        """Mark entries, or take the mark off; return those that were not so before.

        Numbers of no entry, or of an erased one, are left out.
        """
        asked = json.dumps(list(entries))
        with self._store.saving():
            rows = self._store.con.execute(
                "SELECT entry.id FROM json_each(?) AS asked"
                " CROSS JOIN entry ON entry.id = asked.value WHERE state < 2 AND ? <> EXISTS"
                " (SELECT 1 FROM entry_mark WHERE entry = entry.id AND mark = ?)",
                (asked, on, mark.value),
            ).fetchall()
            act = (
                "INSERT INTO entry_mark (entry, mark) VALUES (?, ?)"
                if on
                else "DELETE FROM entry_mark WHERE entry = ? AND mark = ?"
            )
            self._store.con.executemany(act, [(row[0], mark.value) for row in rows])
        return [EntryId(row[0]) for row in rows]
