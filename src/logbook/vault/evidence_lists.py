"""Long lists of kept files: which there are, in order, and what a page of them says.

A list is a run of numbers, read at once: 100,000 of them cost less than their first page. So a
selection, a place in the list and "all that match" need no further question to the vault.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from logbook.domain.evidence import MediaClass
from logbook.domain.file_selection import EvidenceFilter, EvidenceRow, FileCounts, FileOrder
from logbook.domain.ids import BlobId, EvidenceId
from logbook.vault.evidence_rows import State
from logbook.vault.file_facts import read_facts
from logbook.vault.kept_words import read_word
from logbook.vault.moments import from_ms
from logbook.vault.search import Search, SearchKind
from logbook.vault.sql import statement
from logbook.vault.store import Store

_ORDERS = {
    FileOrder.NEWEST: "shown_at DESC, evidence.id DESC",
    FileOrder.OLDEST: "shown_at, evidence.id",
    FileOrder.NAME: "name COLLATE NOCASE, evidence.id",
    FileOrder.LARGEST: "size_bytes DESC, evidence.id DESC",
}
# Asked this way round, an index answers: to ask each entry for its state would read its row, and
# 5,000 rows lie on as many pages, which are decrypted each time and push all others out of memory.
_ENTRY_KEPT = "entry NOT IN (SELECT id FROM entry WHERE state IN (1, 2))"
# What an entry, a message or a finished import speaks of is used.
_IN_ENTRY = statement(
    "EXISTS (SELECT 1 FROM entry_evidence WHERE entry_evidence.evidence = evidence.id AND",
    f"{_ENTRY_KEPT})",
)
_IN_ENTRIES = statement(
    "evidence.id IN (SELECT evidence FROM entry_evidence",
    "WHERE entry IN (SELECT value FROM json_each(?)) AND",
    f"{_ENTRY_KEPT})",
)
_UNLINKED = statement(
    "NOT",
    _IN_ENTRY,
    """
    AND NOT EXISTS (SELECT 1 FROM message_attachment AS used WHERE used.evidence = evidence.id)
    AND evidence.id NOT IN
        (SELECT original FROM import WHERE state = 'done' AND original IS NOT NULL)
    """,
)
_CHANGED = "blob IN (SELECT blob FROM blob_check WHERE same = 0)"
# CROSS JOIN keeps the order: from the numbers of the page to their rows, never the whole table.
_ROWS = """
    SELECT evidence.id, evidence.blob, name, media_type, media_class, size_bytes, added_ms, facts,
           thumbnail IS NOT NULL, same, checked_ms, state,
           EXISTS (SELECT 1 FROM message_attachment AS used WHERE used.evidence = evidence.id)
           OR evidence.id IN
               (SELECT original FROM import WHERE state = 'done' AND original IS NOT NULL)
    FROM json_each(?) AS page CROSS JOIN evidence ON evidence.id = page.value
    JOIN blob ON blob.id = evidence.blob
    LEFT JOIN blob_check ON blob_check.blob = evidence.blob
    WHERE state IN (0, 1) ORDER BY page.key
"""
_ENTRIES = """
    SELECT entry_evidence.evidence, count(DISTINCT entry)
    FROM json_each(?) AS page CROSS JOIN entry_evidence ON entry_evidence.evidence = page.value
    JOIN entry ON entry.id = entry_evidence.entry AND entry.state = 0
    GROUP BY entry_evidence.evidence
"""
_ENTRIES_OF_ALL = """
    SELECT count(DISTINCT entry)
    FROM json_each(?) AS page CROSS JOIN entry_evidence ON entry_evidence.evidence = page.value
    JOIN entry ON entry.id = entry_evidence.entry AND entry.state = 0
"""
_MESSAGES_OF_ALL = """
    SELECT count(*) FROM json_each(?) AS page
    WHERE EXISTS (SELECT 1 FROM message_attachment AS used WHERE used.evidence = page.value)
    OR page.value IN (SELECT original FROM import WHERE state = 'done' AND original IS NOT NULL)
"""
_SIZE = """
    SELECT coalesce(sum(size_bytes), 0) FROM blob
    WHERE id IN (SELECT blob FROM evidence WHERE state IN (0, 1))
"""


class EvidenceLists:
    """Answers what a list of files asks."""

    def __init__(self, store: Store, search: Search) -> None:
        self._store = store
        self._search = search

    def ids(self, wanted: EvidenceFilter) -> list[EvidenceId]:
        """Return all files that a filter finds, in its order."""
        where, values = self._where(wanted)
        with_size = wanted.order is FileOrder.LARGEST
        return [
            EvidenceId(row)
            for (row,) in self._store.con.execute(
                statement(
                    "SELECT evidence.id FROM evidence",
                    *(["JOIN blob ON blob.id = evidence.blob"] if with_size else []),
                    *("WHERE", where, "ORDER BY", _ORDERS[wanted.order]),
                ),
                values,
            ).fetchall()
        ]

    def those(self, files: Sequence[EvidenceId], *, removed: bool) -> list[EvidenceId]:
        """Return those of the files that lie in the bin, or those that do not."""
        rows = self._store.con.execute(
            "SELECT evidence.id FROM json_each(?) AS asked"
            " CROSS JOIN evidence ON evidence.id = asked.value WHERE state = ? ORDER BY asked.key",
            (json.dumps(list(files)), State.REMOVED if removed else State.KEPT),
        ).fetchall()
        return [EvidenceId(row[0]) for row in rows]

    def count(self, wanted: EvidenceFilter) -> int:
        """Return how many files a filter finds."""
        where, values = self._where(wanted)
        return int(
            self._store.con.one(statement("SELECT count(*) FROM evidence WHERE", where), values)
        )

    def rows(self, files: Sequence[EvidenceId]) -> list[EvidenceRow]:
        """Return what lists say of these files, in their order; without those erased meanwhile."""
        page = json.dumps(list(files))
        con = self._store.con
        entries = dict(con.execute(_ENTRIES, (page,)).fetchall())
        return [
            _row_of(row, entries.get(row[0], 0)) for row in con.execute(_ROWS, (page,)).fetchall()
        ]

    def counts(self) -> FileCounts:
        """Return how many files of each kind there are."""
        con = self._store.con
        of_class: Counter[MediaClass] = Counter()
        for name, count in con.execute(
            "SELECT media_class, count(*) FROM evidence WHERE state = ? GROUP BY media_class",
            (State.KEPT,),
        ).fetchall():
            of_class[read_word(name, MediaClass.OTHER)] += count
        return FileCounts(
            of_class=dict(of_class),
            unlinked=self.count(EvidenceFilter(unlinked=True)),
            removed=self.count(EvidenceFilter(removed=True)),
            size_bytes=con.one(_SIZE),
        )

    def entries_with(self, files: Sequence[EvidenceId]) -> int:
        """Return how many kept entries have at least one of these files."""
        return int(self._store.con.one(_ENTRIES_OF_ALL, (json.dumps(list(files)),)))

    def in_messages(self, files: Sequence[EvidenceId]) -> int:
        """Return how many of these files messages have, or came from."""
        return int(self._store.con.one(_MESSAGES_OF_ALL, (json.dumps(list(files)),)))

    def _where(self, wanted: EvidenceFilter) -> tuple[str, list[object]]:
        parts: list[str] = ["state = ?"]
        values: list[object] = [State.REMOVED if wanted.removed else State.KEPT]
        if wanted.media:
            parts.append("media_class IN (SELECT value FROM json_each(?))")
            values.append(json.dumps([one.value for one in wanted.media]))
        if wanted.unlinked:
            parts.append(_UNLINKED)
        if wanted.used_by is not None and wanted.used_by.every:
            parts.append(_IN_ENTRY)
        elif wanted.used_by is not None:
            parts.append(_IN_ENTRIES)
            values.append(json.dumps(list(wanted.used_by.entries)))
        if wanted.changed:
            parts.append(_CHANGED)
        found, bound = self._found(wanted)
        return " AND ".join([*parts, *found]), [*values, *bound]

    def _found(self, wanted: EvidenceFilter) -> tuple[list[str], list[object]]:
        """Return the condition of words and days: either is enough to be found."""
        parts: list[str] = []
        values: list[object] = []
        condition = self._search.condition(SearchKind.EVIDENCE, wanted.match, "evidence.id")
        if condition is not None and not wanted.removed:
            parts.append(condition.sql)
            values += condition.values
        elif condition is not None:  # the search does not know what lies in the bin
            parts.append("instr(lower(name), lower(?)) > 0")
            values.append(wanted.match)
        if wanted.days is not None:
            first, last = wanted.days
            parts.append("substr(shown_at, 1, 10) BETWEEN ? AND ?")
            values += [first.isoformat(), last.isoformat()]
        return ([f"({' OR '.join(parts)})"] if parts else []), values


def _row_of(row: tuple[Any, ...], entries: int) -> EvidenceRow:
    facts = read_facts(row[7])
    own = facts.times[0] if facts.times else None
    return EvidenceRow(
        id=EvidenceId(row[0]),
        blob=BlobId(row[1]),
        name=row[2],
        media_type=row[3],
        media_class=read_word(row[4], MediaClass.OTHER),
        size_bytes=row[5],
        added_at=from_ms(row[6]),
        local=own.local if own else "",
        basis=own.basis if own else None,
        duration_s=facts.duration_s,
        pages=facts.pages,
        problem=facts.problem,
        has_picture=bool(row[8]),
        same=None if row[9] is None else bool(row[9]),
        checked_at=None if row[10] is None else from_ms(row[10]),
        removed=row[11] == State.REMOVED,
        entries=entries,
        in_messages=bool(row[12]),
    )
