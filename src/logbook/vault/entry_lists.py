"""Long lists of entries: any page, count or place of 100,000 in a few milliseconds.

The `entry` table repeats what the journal says in the columns that lists sort and filter by; two
indexes hold them in both orders, so that a page never reads the texts of the rows before it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from logbook.domain.entry import EntryText, Kind, Mark, title_of
from logbook.domain.ids import EntryId
from logbook.domain.selection import EntryFilter, EntryRow, Trait
from logbook.vault.kept_words import read_word
from logbook.vault.moments import from_ms, to_us
from logbook.vault.search import Search, SearchKind
from logbook.vault.sql import statement
from logbook.vault.store import Store

KEPT, IN_BIN, ERASED = 0, 1, 2

_PREVIEW_CHARS = 240
_PREVIEW_READ_CHARS = 2_000

_OLDEST = "ORDER BY undated, start_us, id"
_NEWEST = "ORDER BY undated, start_us DESC, id DESC"
# CROSS JOIN keeps the order: from the numbers of the page to their rows, never the whole table.
_ROWS = """
    SELECT entry.id, title, preview, entry.kind, precision, start_local, end_local, has_time,
           version, recorded_ms, removed_ms
    FROM json_each(?) AS page CROSS JOIN entry ON entry.id = page.value ORDER BY page.key
"""
_PEOPLE = """
    SELECT entry, name
    FROM json_each(?) AS page CROSS JOIN entry_person ON entry = page.value
    JOIN person ON person.id = entry_person.person AND name <> '' -- not an erased one
    ORDER BY part, place
"""
_FILES = """
    SELECT entry, count(*)
    FROM json_each(?) AS page CROSS JOIN entry_evidence ON entry = page.value
    JOIN evidence ON evidence.id = entry_evidence.evidence AND evidence.state = 0
    GROUP BY entry
"""
_MARKS = "SELECT entry, mark FROM json_each(?) AS page CROSS JOIN entry_mark ON entry = page.value"
# By numbers from a small index: the row itself would have to be read to be asked.
_TRAITS = {
    Trait.CHANGED: "id IN (SELECT id FROM entry WHERE is_changed = 1)",
    Trait.LATE: "id IN (SELECT id FROM entry WHERE is_late = 1)",
    Trait.TIMELESS: "id IN (SELECT id FROM entry WHERE is_timeless = 1)",
}


class IndexColumns(NamedTuple):
    """What the `entry` table repeats of an entry's content, in the order of `COLUMNS`."""

    undated: bool
    start_us: int
    first_day: str
    last_day: str
    kind: str
    files: int
    precision: str
    start_local: str
    end_local: str
    has_time: bool
    title: str
    preview: str


COLUMNS = ", ".join(IndexColumns._fields)


def index_columns(what: EntryText) -> IndexColumns:
    """Return what the list shows and sorts by; `check` compares the table with it."""
    moment = what.happened
    start = "" if moment.start is None else moment.start.replace(tzinfo=None).isoformat()
    end = "" if moment.end is None else moment.end.replace(tzinfo=None).isoformat()
    first_day, last_day = start[:10], (end or start)[:10]
    return IndexColumns(
        undated=moment.start is None,
        start_us=0 if moment.start is None else to_us(moment.start),
        first_day=first_day,
        last_day=last_day,
        kind=what.kind.value,
        files=len(what.evidence),
        precision=moment.precision.value,
        start_local=start,
        end_local=end,
        has_time=moment.has_time,
        title=title_of(what),
        preview=" ".join(what.text[:_PREVIEW_READ_CHARS].split())[:_PREVIEW_CHARS],
    )


class EntryLists:
    """Answers what a list asks. Undated entries come last in both orders."""

    def __init__(self, store: Store, search: Search) -> None:
        self._store = store
        self._search = search

    def count(self, wanted: EntryFilter) -> int:
        """Return the number of rows."""
        where, values = self._where(wanted)
        return int(
            self._store.con.one(statement("SELECT count(*) FROM entry WHERE", where), values)
        )

    def ids(self, wanted: EntryFilter, offset: int, limit: int) -> list[EntryId]:
        """Return the entries of one page in order."""
        where, values = self._where(wanted)
        rows = self._store.con.execute(
            statement(
                "SELECT id FROM entry",
                *(_index(wanted), "WHERE", where, _order(wanted), "LIMIT ? OFFSET ?"),
            ),
            (*values, limit, offset),
        ).fetchall()
        return [EntryId(row[0]) for row in rows]

    def rows(self, wanted: EntryFilter, offset: int, limit: int) -> list[EntryRow]:
        """Return one page of the list."""
        return self.rows_of(self.ids(wanted, offset, limit))

    def rows_of(self, entries: Sequence[EntryId]) -> list[EntryRow]:
        """Return the rows of some entries; unknown ones are left out, erased ones say nothing."""
        ids = json.dumps(list(entries))
        people = self._people(ids)
        files = self._files(ids)
        marks = self._marks(ids)
        rows = self._store.con.execute(_ROWS, (ids,)).fetchall()
        return [
            EntryRow(
                id=EntryId(row[0]),
                number=row[0],
                title=row[1],
                preview=row[2],
                kind=read_word(row[3], Kind.OTHER),
                precision=row[4],
                start_local=row[5],
                end_local=row[6],
                has_time=bool(row[7]),
                people=tuple(dict.fromkeys(people.get(row[0], ()))),
                evidence=files.get(row[0], 0),
                changed=row[8] - 1,
                recorded_at=_utc(row[9]),
                marks=frozenset(marks.get(row[0], ())),
                removed_at="" if row[10] is None else _utc(row[10]),
            )
            for row in rows
        ]

    def place_of(self, wanted: EntryFilter, entry: EntryId) -> int | None:
        """Return how many rows stand before the entry, None when the list does not have it."""
        where, values = self._where(wanted)
        key = self._store.con.execute(
            statement("SELECT undated, start_us, id FROM entry WHERE id = ? AND", where),
            (entry, *values),
        ).fetchone()
        if key is None:
            return None
        sooner = ">" if wanted.newest_first else "<"
        stretches: list[tuple[str, Sequence[object]]] = [
            (f"undated = ? AND (start_us, id) {sooner} (?, ?)", key)
        ]
        if key[0]:
            stretches.append(("undated = 0", ()))
        # Each is a stretch of the index; both in one condition would read it from end to end.
        return sum(
            int(
                self._store.con.one(
                    statement(
                        "SELECT count(*) FROM entry", _index(wanted), "WHERE", where, "AND", before
                    ),
                    (*values, *bound),
                )
            )
            for before, bound in stretches
        )

    def days(self, wanted: EntryFilter) -> list[tuple[str, int]]:
        """Return the days on which entries start, and how many, in the order of the list."""
        where, values = self._where(wanted)
        order = "DESC" if wanted.newest_first else "ASC"
        return [
            (day, count)
            for day, count in self._store.con.execute(
                statement(
                    "SELECT first_day, count(*) FROM entry INDEXED BY entry_day WHERE",
                    *(where, "AND first_day > '' GROUP BY first_day ORDER BY first_day", order),
                ),
                values,
            ).fetchall()
        ]

    def _where(self, wanted: EntryFilter) -> tuple[str, list[object]]:
        """Return the condition of a filter. Days mean the wall clock and leave undated ones out."""
        parts: list[str] = ["state = ?"]
        values: list[object] = [IN_BIN if wanted.removed else KEPT]
        if wanted.first_day is not None:
            parts.append("last_day >= ?")
            values.append(wanted.first_day.isoformat())
        if wanted.last_day is not None:
            parts.append("first_day <= ? AND first_day <> ''")
            values.append(wanted.last_day.isoformat())
        if wanted.kinds:
            parts.append("kind IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(wanted.kinds))
        if wanted.with_evidence is not None:
            parts.append(_HAS_FILE if wanted.with_evidence else f"NOT ({_HAS_FILE})")
        if wanted.people:
            parts.append(_HAS_PERSON)
            values.append(json.dumps(wanted.people))
        for mark in wanted.marks:
            parts.append("id IN (SELECT entry FROM entry_mark WHERE mark = ?)")
            values.append(mark.value)
        parts += [_TRAITS[trait] for trait in wanted.traits]
        condition = self._search.condition(SearchKind.ENTRY, wanted.match, "id")
        if condition is not None:
            parts.append(condition.sql)
            values += condition.values
        return " AND ".join(parts), values

    def _people(self, ids: str) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for entry, name in self._store.con.execute(_PEOPLE, (ids,)).fetchall():
            found.setdefault(entry, []).append(name)
        return found

    def _marks(self, ids: str) -> dict[int, list[Mark]]:
        found: dict[int, list[Mark]] = {}
        for entry, mark in self._store.con.execute(_MARKS, (ids,)).fetchall():
            found.setdefault(entry, []).append(Mark(mark))
        return found

    def _files(self, ids: str) -> dict[int, int]:
        return dict(self._store.con.execute(_FILES, (ids,)).fetchall())


_HAS_PERSON = (
    "id IN (SELECT entry FROM entry_person WHERE person IN (SELECT value FROM json_each(?)))"
)
_HAS_FILE = (
    "files > 0 AND EXISTS (SELECT 1 FROM entry_evidence"
    " JOIN evidence ON evidence.id = entry_evidence.evidence AND evidence.state = 0"
    " WHERE entry_evidence.entry = entry.id)"
)


def _utc(ms: int) -> str:
    return from_ms(ms).isoformat(timespec="milliseconds")


def _order(wanted: EntryFilter) -> str:
    return _NEWEST if wanted.newest_first else _OLDEST


def _index(wanted: EntryFilter) -> str:
    """Name the index that has the order: sorting 100,000 rows for one page would be felt."""
    return f"INDEXED BY {'entry_newest' if wanted.newest_first else 'entry_oldest'}"


def links(what: EntryText) -> dict[str, Sequence[tuple[object, ...]]]:
    """Return what the three link tables hold about an entry, without its own number."""
    return {
        "entry_person": [
            *(("person", place, person) for place, person in enumerate(what.people)),
            *(("witness", place, person) for place, person in enumerate(what.witnesses)),
        ],
        "entry_evidence": list(enumerate(what.evidence)),
        "entry_message": list(enumerate(what.messages)),
    }
