"""Entries: written, changed, put into the bin, erased; every step is a revision of the journal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import timedelta

from logbook.domain.entry import Entry, EntryText, EntryVersion
from logbook.domain.ids import EntryId, RevisionSeq
from logbook.domain.selection import EntryFilter, EntryRow
from logbook.errors import NoSuchItem
from logbook.vault.entry_form import cleaned, from_fields, to_fields
from logbook.vault.entry_lists import (
    COLUMNS,
    ERASED,
    IN_BIN,
    KEPT,
    EntryLists,
    IndexColumns,
    index_columns,
    links,
)
from logbook.vault.journal import Journal
from logbook.vault.moments import from_ms
from logbook.vault.portions import numbers_in_portions
from logbook.vault.revision import unpack
from logbook.vault.search import Search, SearchKind, SearchText
from logbook.vault.sql import statement
from logbook.vault.store import Store

CONTENT_KINDS = ("entry.add", "entry.edit")
_PLACES = ", ".join("?" * len(IndexColumns._fields))
# VALUES and not SELECT: a statement that may write several rows makes FTS5 end its batch, and
# many entries in one save then take twice as long.
_INSERT = statement(
    *("INSERT INTO entry (id, state,", COLUMNS),
    *(", version, revision, recorded_ms, recorded_zone, changed_ms) VALUES (?, ?,", _PLACES),
    ", 1, ?, ?, ?, ?)",
)
_UPDATE_COLUMNS = statement("UPDATE entry SET (", COLUMNS, ") = (", _PLACES, ") WHERE id = ?")


_LONG_IN_BIN = """
    SELECT id FROM entry WHERE state = ?
    AND removed_ms <= (SELECT last_ms FROM journal_head) - ?
    AND (SELECT saved_ms FROM revision WHERE seq > (
             SELECT max(seq) FROM revision WHERE subject = 'entry:' || id AND kind = 'entry.remove'
         ) ORDER BY seq LIMIT 1)
        <= (SELECT last_ms FROM journal_head) - ?
    ORDER BY id LIMIT ?
"""


class EntryTable:
    """The entries of a book. The journal holds what they say; the tables are for lists."""

    def __init__(self, store: Store, journal: Journal, search: Search) -> None:
        self._store = store
        self._journal = journal
        self._search = search
        self._lists = EntryLists(store, search)
        search.add_source(SearchKind.ENTRY, self)

    # -- writing ---------------------------------------------------------------------------------

    def add(self, what: EntryText, zone: str = "") -> Entry:
        """Keep a new entry. The time of recording is this computer's, in `zone` or its own.

        Raises `NoSuchItem` for a person, file or message that is not in this book.
        """
        what = cleaned(what)
        with self._store.saving():
            self._refuse_unknown(what, None)
            number = self._store.con.one("SELECT coalesce(max(id), 0) + 1 FROM entry")
            entry = EntryId(number)
            with self._search.changing(SearchKind.ENTRY, entry):
                seq = self._journal.append("entry.add", subject_of(entry), to_fields(what), zone)
                saved_ms, zone = self._store.con.execute(
                    "SELECT saved_ms, zone FROM revision WHERE seq = ?", (seq,)
                ).fetchone()
                self._store.con.execute(
                    _INSERT,
                    (entry, KEPT, *index_columns(what), seq, saved_ms, zone, saved_ms),
                )
                self._put_links(entry, what)
        return self.get(entry)

    def edit(self, entry: EntryId, what: EntryText) -> Entry:
        """Keep a new version; the earlier ones stay. A version that says the same is not kept.

        Raises `NoSuchItem`, also for an entry that lies in the bin.
        """
        what = cleaned(what)
        with self._store.saving():
            self._state_must_be(entry, KEPT)
            before = self.get(entry).what
            if before != what:
                self._refuse_unknown(what, before)
                with self._search.changing(SearchKind.ENTRY, entry):
                    seq = self._journal.append("entry.edit", subject_of(entry), to_fields(what))
                    self._put_version(entry, what, seq)
        return self.get(entry)

    def remove(self, entry: EntryId) -> None:
        """Put an entry into the bin, from which it can come back."""
        self._move(entry, KEPT, IN_BIN, "entry.remove")

    def restore(self, entry: EntryId) -> None:
        """Take an entry out of the bin."""
        self._move(entry, IN_BIN, KEPT, "entry.restore")

    def erase(self, entry: EntryId) -> None:
        """Take every version away for ever; number and times stay, and that it was erased."""
        with self._store.saving():
            self._state_must_be(entry, KEPT, IN_BIN)
            with self._search.changing(SearchKind.ENTRY, entry):
                self._journal.erase(subject_of(entry), "entry.erase")
                self._put_columns(entry, index_columns(EntryText("")))
                self._put_links(entry, EntryText(""))
                self._store.con.execute("DELETE FROM entry_mark WHERE entry = ?", (entry,))
                self._store.con.execute(
                    "UPDATE entry SET state = ?, removed_ms = NULL WHERE id = ?", (ERASED, entry)
                )

    # -- reading ---------------------------------------------------------------------------------

    def get(self, entry: EntryId) -> Entry:
        """Return an entry as it is now, one from the bin too; raises `NoSuchItem`."""
        row = self._store.con.execute(
            "SELECT recorded_ms, recorded_zone, version, changed_ms, removed_ms, body FROM entry"
            " JOIN revision ON seq = revision WHERE id = ? AND state <> ?",
            (entry, ERASED),
        ).fetchone()
        if row is None:
            raise NoSuchItem("entry", where=str(entry))
        recorded_ms, zone, version, changed_ms, removed_ms, body = row
        return Entry(
            id=entry,
            number=entry,
            what=_content(entry, body),
            recorded_at=from_ms(recorded_ms),
            recorded_zone=zone,
            version=version,
            changed_at=from_ms(changed_ms),
            removed=removed_ms is not None,
            removed_at=None if removed_ms is None else from_ms(removed_ms),
        )

    def versions(self, entry: EntryId) -> tuple[EntryVersion, ...]:
        """Return every version, the first one first; raises `NoSuchItem`.

        Of an erased entry the times are left.
        """
        found = [
            one for one in self._journal.of_subject(subject_of(entry)) if one.kind in CONTENT_KINDS
        ]
        if not found:
            raise NoSuchItem("entry", where=str(entry))
        return tuple(
            EntryVersion(version, one.saved_at, self._version(entry, one.seq))
            for version, one in enumerate(found, 1)
        )

    def count(self, wanted: EntryFilter) -> int:
        """Return the number of entries that a filter shows."""
        return self._lists.count(wanted)

    def rows(self, wanted: EntryFilter, offset: int, limit: int) -> list[EntryRow]:
        """Return one page of a list; see `EntryLists`."""
        return self._lists.rows(wanted, offset, limit)

    def rows_of(self, entries: Sequence[EntryId]) -> list[EntryRow]:
        """Return the rows of those of the entries that are not in the bin, in the same order."""
        return self._lists.rows_of(self.those(entries, removed=False))

    def ids(self, wanted: EntryFilter, offset: int, limit: int) -> list[EntryId]:
        """Return the entries of one stretch of a list, in order."""
        return self._lists.ids(wanted, offset, limit)

    def those(self, entries: Sequence[EntryId], *, removed: bool) -> list[EntryId]:
        """Return those of the entries that lie in the bin, or those that do not."""
        rows = self._store.con.execute(
            "SELECT entry.id FROM json_each(?) AS asked"
            " CROSS JOIN entry ON entry.id = asked.value WHERE state = ? ORDER BY asked.key",
            (json.dumps(list(entries)), IN_BIN if removed else KEPT),
        ).fetchall()
        return [EntryId(row[0]) for row in rows]

    def long_in_bin(self, stays: timedelta, most: int) -> list[EntryId]:
        """Return what has lain in the bin for longer, `most` of it.

        A clock that was wrong for a while must not cost anybody an entry. So it is not asked: the
        save after the removal and the newest one of the record have to lie that far apart.
        """
        stays_ms = int(stays.total_seconds() * 1000)
        rows = self._store.con.execute(_LONG_IN_BIN, (IN_BIN, stays_ms, stays_ms, most)).fetchall()
        return [EntryId(row[0]) for row in rows]

    def place_of(self, wanted: EntryFilter, entry: EntryId) -> int | None:
        """Return the place of an entry in a list, None when it is not in it."""
        return self._lists.place_of(wanted, entry)

    def days(self, wanted: EntryFilter) -> list[tuple[str, int]]:
        """Return the ISO days with entries and how many start on each, dated ones only."""
        return self._lists.days(wanted)

    def full(self, wanted: EntryFilter, offset: int, limit: int) -> list[Entry]:
        """Return one page of whole entries."""
        return [self.get(entry) for entry in self._lists.ids(wanted, offset, limit)]

    # -- what search asks ------------------------------------------------------------------------

    def search_texts(self, ids: Sequence[int]) -> dict[int, SearchText]:
        """Return everything that a person wrote about these entries, private notes too.

        Those in the bin are among them: the index keeps them, and the searches leave them out.
        """
        rows = self._store.con.execute(
            # CROSS JOIN keeps the order: from the numbers to the rows, never the whole table.
            "SELECT entry.id, start_local, body FROM json_each(?) AS asked"
            " CROSS JOIN entry ON entry.id = asked.value JOIN revision ON seq = revision"
            " WHERE state IN (?, ?)",
            (json.dumps(ids), KEPT, IN_BIN),
        ).fetchall()
        return {
            number: SearchText(_searched(_content(EntryId(number), body)), when)
            for number, when, body in rows
        }

    def search_all(self) -> Iterator[tuple[int, str]]:
        """Give every entry with its text, those in the bin too."""
        sizes = self._store.con.execute(
            "SELECT id, octet_length(body) FROM entry JOIN revision ON seq = revision"
            " WHERE state IN (?, ?) ORDER BY id",
            (KEPT, IN_BIN),
        ).fetchall()
        for numbers in numbers_in_portions(sizes):
            for number, found in self.search_texts(numbers).items():
                yield number, found.text

    def search_count(self) -> int:
        """Return how many entries `search_all` gives."""
        return self.count(EntryFilter()) + self.count(EntryFilter(removed=True))

    # -- inside ----------------------------------------------------------------------------------

    def _version(self, entry: EntryId, seq: RevisionSeq) -> EntryText | None:
        fields = self._journal.fields(seq)
        return None if fields is None else from_fields(fields, subject_of(entry))

    def _state_must_be(self, entry: EntryId, *states: int) -> None:
        if self._store.con.one("SELECT state FROM entry WHERE id = ?", (entry,)) not in states:
            raise NoSuchItem("entry", where=str(entry))

    def _move(self, entry: EntryId, before: int, after: int, kind: str) -> None:
        with self._store.saving():
            self._state_must_be(entry, before)
            seq = self._journal.append(kind, subject_of(entry), {})
            self._store.con.execute(
                "UPDATE entry SET state = ?, removed_ms ="
                " CASE WHEN ? THEN (SELECT saved_ms FROM revision WHERE seq = ?) END"
                " WHERE id = ?",
                (after, after == IN_BIN, seq, entry),
            )

    def _put_version(self, entry: EntryId, what: EntryText, seq: RevisionSeq) -> None:
        self._put_columns(entry, index_columns(what))
        self._put_links(entry, what)
        self._store.con.execute(
            "UPDATE entry SET version = version + 1, revision = ?,"
            " changed_ms = (SELECT saved_ms FROM revision WHERE seq = ?) WHERE id = ?",
            (seq, seq, entry),
        )

    def _put_columns(self, entry: EntryId, columns: IndexColumns) -> None:
        self._store.con.execute(
            _UPDATE_COLUMNS,
            (*columns, entry),
        )

    def _put_links(self, entry: EntryId, what: EntryText) -> None:
        for table, rows in links(what).items():
            self._store.con.execute(statement("DELETE FROM", table, "WHERE entry = ?"), (entry,))
            if rows:
                places = ", ".join("?" * (len(rows[0]) + 1))
                self._store.con.executemany(
                    statement("INSERT INTO", table, "VALUES (", places, ")"),
                    [(entry, *row) for row in rows],
                )

    def _refuse_unknown(self, what: EntryText, before: EntryText | None) -> None:
        """Raise `NoSuchItem` for a new link that leads nowhere; old ones may have been erased."""
        old = before or EntryText("")
        for table, now, then in (
            ("person", {*what.people, *what.witnesses}, {*old.people, *old.witnesses}),
            ("evidence", set(what.evidence), set(old.evidence)),
            ("message", set(what.messages), set(old.messages)),
        ):
            missing = self._store.con.one(
                statement(
                    "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM", table, ")"
                ),
                (json.dumps(sorted(now - then)),),
            )
            if missing is not None:
                raise NoSuchItem(table, where=str(missing))


def subject_of(entry: EntryId) -> str:
    """Return what the journal calls an entry."""
    return f"entry:{entry}"


def _content(entry: EntryId, body: bytes) -> EntryText:
    return from_fields(unpack(body, entry), subject_of(entry))


def _searched(what: EntryText) -> str:
    report = what.report
    parts = (
        what.title,
        what.text,
        what.exact_words,
        what.place,
        what.effect,
        what.response,
        report.agency,
        report.officer,
        report.badge,
        report.number,
        report.notes,
        what.happened.raw,
        what.private_note,
    )
    return "\n".join(part for part in parts if part)
