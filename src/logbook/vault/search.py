"""Full text search over everything a person wrote, heard or was sent, inside the encrypted file.

The index is an FTS5 table of trigrams over a normalised copy that is not kept. It can be built
again at any time from the sources, and is on any doubt: a replayed page of it can escape every
other check (research, security.md 2.8).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, Protocol

from logbook.domain.progress import SILENT, Progress
from logbook.errors import DatabaseDamaged
from logbook.i18n import translate
from logbook.vault.portions import ITEMS_AT_ONCE, handed_over, portions
from logbook.vault.search_text import (
    FORM,
    TRIGRAM,
    bodies_of,
    body_of,
    needles_of,
    snippet,
    tokens_of,
)
from logbook.vault.sql import statement
from logbook.vault.store import Store
from logbook.vault.texts import STRETCH_CHARS, storable

_KIND_BITS = 48  # the rowid is kind and number, so that "newest first" needs no sorting
_LAST_NUMBER = (1 << _KIND_BITS) - 1
_LAST_CHAR = "\U0010ffff"
_MOST_TERMS = 1_000  # beyond, the time of an OR grows with the square of its terms
_GATHERED_BYTES, _MANY_BYTES = 1 << 20, 16 << 20  # FTS5's own measure, and for many texts
_FEW = 1_000  # items that are forgotten one by one
_JOINED_PAGES = 500  # of the index, at once; a tenth of a second
_NOTHING_JOINED = 1  # row
_DOUBT = "doubt"
_NEVER = ""  # what the schema starts with
# An entry in the bin stays in the index, since it may come back: to take words out and to put them
# in again takes milliseconds an entry. The searches of the whole book leave it out by its row.
_WITH_BIN = " with bin"
_BIN = "FROM entry WHERE state = 1"
# Messages, of which there are most, are not asked about. The bin is gathered once, from an index:
# to look at the row of each hit takes longer, as rows lie far apart.
_NOT_IN_BIN = """
    AND ({column} < {first} OR {column} - {first} NOT IN (SELECT id FROM entry WHERE state = 1))
"""
# A long text comes as bytes.
_INSERT = "INSERT INTO search_text (rowid, body) VALUES (?, CAST(? AS TEXT))"
_DELETE = "INSERT INTO search_text (search_text, rowid, body) VALUES ('delete', ?, CAST(? AS TEXT))"
_STARTS = "term >= ? AND term < ?"
_TOKENS = """
    SELECT coalesce(sum(every.cnt), 0), coalesce(sum(sought.cnt), 0)
    FROM search_term AS every LEFT JOIN search_term AS sought ON sought.term = every.term
"""
# The segments that hold terms and those that the index of the index leads to must be the same (FTS5
# numbers its blocks segment << 37 | page): a row too few is luck, one too many fails a later merge.
_STRAY_SEGMENTS = """
    SELECT EXISTS (SELECT id >> 37 FROM search_text_data WHERE id >> 37 > 0
                   EXCEPT SELECT segid FROM search_text_idx)
        OR EXISTS (SELECT segid FROM search_text_idx
                   EXCEPT SELECT id >> 37 FROM search_text_data)
"""


_Row = tuple[int, str | bytearray]


class SearchKind(IntEnum):
    """What can be found; the higher number is shown first."""

    MESSAGE = 1
    EVIDENCE = 2
    PERSON = 3
    ENTRY = 4


class SearchText(NamedTuple):
    """The text of one item, and its time for people: wall clock ISO 8601 or empty."""

    text: str
    when: str


class TextSource(Protocol):
    """A table whose texts are searched."""

    def search_texts(self, ids: Sequence[int]) -> dict[int, SearchText]:
        """Return those of the items that the index holds: not removed, erased or pending ones.

        Entries in the bin are among them. Of messages, which never change, the start is enough.
        """

    def search_all(self) -> Iterator[tuple[int, str | bytes]]:
        """Give every item that the index holds, with the same text."""

    def search_count(self) -> int:
        """Return how many items `search_all` gives."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One item that was found."""

    kind: str  # "entry", "person", "evidence", "message"
    id: int
    snippet: str
    when: str


@dataclass(frozen=True, slots=True)
class Hits:
    """The page of hits that was asked for, and how many there are altogether."""

    total: int
    hits: list[Hit]


class Condition(NamedTuple):
    """An SQL condition on a column with item numbers, and its values."""

    sql: str
    values: tuple[object, ...]


class Search:
    """Searches, and keeps the index true to its sources."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sources: dict[SearchKind, TextSource] = {}

    def add_source(self, kind: SearchKind, source: TextSource) -> None:
        """Tell where the texts of a kind stand; every kind has one source."""
        self._sources[kind] = source

    # -- searching -----------------------------------------------------------------------------

    def __call__(self, untrusted_query: str, limit: int = 50, offset: int = 0) -> Hits:
        """Return the items in which every word of the query occurs, and their number.

        Words may be parts of words. What stands in quotes is one piece. Entries come first, then
        people, files and messages, the newest of each before the older ones.
        """
        query = self._query(untrusted_query, without_bin=True)
        if query is None:
            return Hits(0, [])
        total = self._store.con.one(
            statement("SELECT count(*) FROM (", query.sql, ")"), query.values
        )
        return Hits(total, self._page(untrusted_query, query, limit, offset))

    def first(
        self, untrusted_query: str, limit: int = 50, kind: SearchKind | None = None
    ) -> list[Hit]:
        """Return the first hits, of one kind or all; counting the others too takes longer."""
        query = self._query(untrusted_query, kind, without_bin=True)
        return [] if query is None else self._page(untrusted_query, query, limit, 0)

    def condition(self, kind: SearchKind, untrusted_query: str, column: str) -> Condition | None:
        """Return the condition that `column` names an item that the query finds.

        None when the query is empty and so asks for nothing. `column` is our own word. Entries in
        the bin are found too: a list says by itself whether it is of those or of the others.
        """
        if not needles_of(untrusted_query):
            return None
        query = self._query(untrusted_query, kind)
        if query is None:
            return Condition("0", ())
        base = kind << _KIND_BITS
        return Condition(
            statement(column, "IN (SELECT found -", str(base), "FROM (", query.sql, "))"),
            query.values,
        )

    def matches(
        self, kind: SearchKind, untrusted_query: str, first: int, last: int
    ) -> Condition | None:
        """Return a statement whose column `found` are the items of a kind between two numbers.

        None when nothing can be found. Not a condition: one that finds a million items would be
        gathered whole before the first row comes.
        """
        query = self._query(untrusted_query, kind)
        if query is None:
            return None
        sql = statement(
            *("SELECT found -", str(kind << _KIND_BITS), "AS found FROM (", query.sql, ")"),
            "WHERE found BETWEEN ? AND ?",
        )
        return Condition(sql, (*query.values, _rowid(kind, first), _rowid(kind, last)))

    def _page(self, untrusted_query: str, query: Condition, limit: int, offset: int) -> list[Hit]:
        rows = self._store.con.execute(
            f"{query.sql} ORDER BY found DESC LIMIT ? OFFSET ?", (*query.values, limit, offset)
        ).fetchall()
        needles = needles_of(untrusted_query)
        places = [(SearchKind(row[0] >> _KIND_BITS), row[0] & _LAST_NUMBER) for row in rows]
        texts = {
            kind: self._sources[kind].search_texts([number for of, number in places if of is kind])
            for kind in {kind for kind, _number in places}
        }
        return [
            Hit(kind.name.lower(), number, snippet(found.text, needles), found.when)
            for kind, number in places
            if (found := texts[kind].get(number)) is not None
        ]

    def _query(
        self, untrusted_query: str, kind: SearchKind | None = None, *, without_bin: bool = False
    ) -> Condition | None:
        """Return a statement whose column `found` are the rowids, None when nothing can be found.

        A needle of one or two characters is looked up among the trigrams that begin with it.
        """
        match: list[str] = []
        short: list[tuple[str, str]] = []
        for needle in needles_of(storable(untrusted_query)):
            if len(needle) >= TRIGRAM:
                match.append(_quoted(needle))
                continue
            terms = self._terms_from(needle)
            if not terms:
                return None
            if len(terms) > _MOST_TERMS:
                short.append((needle, needle + _LAST_CHAR))
            else:
                match.append(f"({' OR '.join(map(_quoted, terms))})")
        if not match and not short:
            return None
        without_bin = without_bin and kind in {None, SearchKind.ENTRY} and self._is_bin_used()
        return _statement(" AND ".join(match), short, self._ranges(kind), without_bin=without_bin)

    def _is_bin_used(self) -> bool:
        return self._store.con.one(statement("SELECT 1", _BIN, "LIMIT 1")) is not None

    def _terms_from(self, needle: str) -> list[str]:
        rows = self._store.con.execute(
            "SELECT term FROM search_term WHERE term >= ? AND term < ? LIMIT ?",
            (needle, needle + _LAST_CHAR, _MOST_TERMS + 1),
        ).fetchall()
        return [row[0] for row in rows]

    def _ranges(self, kind: SearchKind | None) -> list[tuple[int, int]]:
        """Return the rowids that may be shown: of one kind or all, without a pending import's."""
        pending = self._store.con.one("SELECT first_message FROM import WHERE state = 'pending'")
        first = kind or min(SearchKind)
        last = kind or max(SearchKind)
        if pending is None or first > SearchKind.MESSAGE:
            return [(_rowid(first, 0), _rowid(last, _LAST_NUMBER))]
        shown = [(_rowid(SearchKind.MESSAGE, 0), _rowid(SearchKind.MESSAGE, pending - 1))]
        if last > SearchKind.MESSAGE:
            shown.append((_rowid(SearchKind.EVIDENCE, 0), _rowid(last, _LAST_NUMBER)))
        return shown

    # -- keeping the index true ------------------------------------------------------------------

    @contextmanager
    def changing(self, kind: SearchKind, number: int) -> Iterator[None]:
        """Index one item anew after the block changed it, inside `store.saving()`.

        The old text is asked for before: an index that keeps no text must be told what to forget.
        """
        if self.needs_rebuild:
            yield
            return
        before = self._text_of(kind, number)
        yield
        after = self._text_of(kind, number)
        if before == after:
            return
        if before is not None:
            self._forget([(_rowid(kind, number), body_of(before))])
        if after is not None:
            self._add([(_rowid(kind, number), body_of(after))])

    def index_messages(self, rows: list[tuple[int, str | bytes]]) -> None:
        """Add new messages, given by number and text, inside `store.saving()`.

        The list is emptied: a text is not held beside what is made of it.
        """
        if not self.needs_rebuild:
            self._add(_bodies(SearchKind.MESSAGE, rows))

    def forget_messages(self, rows: list[tuple[int, str | bytes]]) -> None:
        """Remove messages, given by number and the text they were added with; empties the list."""
        if not self.needs_rebuild:
            self._forget(_bodies(SearchKind.MESSAGE, rows))

    @contextmanager
    def adding_many(self) -> Iterator[None]:
        """Add many texts in the block, inside `store.saving()`.

        FTS5 gathers words in memory and writes them out as a piece of the index whenever they
        fill that; fewer and larger pieces are written faster, merged less and searched faster.
        """
        self._gather(_MANY_BYTES)
        yield
        self._gather(_GATHERED_BYTES)

    def _gather(self, size_bytes: int) -> None:
        self._store.con.execute(
            "INSERT INTO search_text (search_text, rank) VALUES ('hashsize', ?)", (size_bytes,)
        )

    @contextmanager
    def forgetting(self, most: int) -> Iterator[None]:
        """Forget up to `most` items in the block, inside `store.saving()`.

        Cutting single words out of the index takes a millisecond an item. Beyond some, words are
        only marked as gone, and then the whole index is written anew without them.
        """
        if most <= _FEW or self.needs_rebuild:
            yield
            return
        con = self._store.con
        con.execute("INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 0)")
        yield
        con.execute("INSERT INTO search_text (search_text) VALUES ('optimize')")
        con.execute("INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1)")

    def _text_of(self, kind: SearchKind, number: int) -> str | None:
        found = self._sources[kind].search_texts([number]).get(number)
        return None if found is None else found.text

    def _add(self, rows: Iterable[_Row]) -> None:
        if self._built_with() == _NEVER:
            self._put_built()
        self._store.con.executemany(_INSERT, rows)

    def _put_built(self) -> None:
        self._store.con.execute(
            "UPDATE search_state SET built_with = ? WHERE one = 1", (FORM + _WITH_BIN,)
        )

    def _forget(self, rows: Iterable[_Row]) -> None:
        self._store.con.executemany(_DELETE, rows)

    # -- doubt -----------------------------------------------------------------------------------

    @property
    def needs_rebuild(self) -> bool:
        """Whether the index was built another way than this program does it, or is in doubt."""
        return self._built_with() not in {_NEVER, FORM + _WITH_BIN}

    def _built_with(self) -> str:
        return str(self._store.con.one("SELECT built_with FROM search_state"))

    def doubt(self) -> None:
        """Keep that the index shall be built again at the next opportunity."""
        with self._store.saving():
            self._store.con.execute(
                "UPDATE search_state SET built_with = ? WHERE one = 1", (_DOUBT,)
            )

    def rebuild(self, progress: Progress = SILENT) -> None:
        """Build the whole index from its sources, in one save: cancelled, the old one stays.

        One that an earlier version built the same way lacks only the bin, which is added to it.
        """
        if self._built_with() == FORM:
            self._add_bin(progress)
            return
        total = sum(source.search_count() for source in self._sources.values())
        done = 0
        with self._store.saving():
            self._store.con.execute("INSERT INTO search_text (search_text) VALUES ('delete-all')")
            with self.adding_many():
                for kind, source in self._sources.items():
                    for some in _in_portions(source):
                        progress(done, total, translate("Vault", "Preparing search"))
                        count = len(some)
                        self._add(_bodies(kind, some))
                        done += count
            self._put_built()

    def _add_bin(self, progress: Progress) -> None:
        rows = self._store.con.execute(statement("SELECT id", _BIN, "ORDER BY id")).fetchall()
        source = self._sources[SearchKind.ENTRY]
        with self._store.saving(), self.adding_many():
            for at in range(0, len(rows), ITEMS_AT_ONCE):
                progress(at, len(rows), translate("Vault", "Preparing search"))
                texts = source.search_texts([row for (row,) in rows[at : at + ITEMS_AT_ONCE]])
                some: list[tuple[int, str | bytes]] = [
                    (number, found.text) for number, found in texts.items()
                ]
                self._add(_bodies(SearchKind.ENTRY, some))
            self._put_built()

    def join_pieces(self, progress: Progress = SILENT) -> None:
        """Bring the index into one piece, before words of very many items are cut out of it.

        Each word is looked for in every piece, so that takes up to ten times as long in many. Some
        of it a save, and between two of them other work may run; stopped, what is joined stays so.
        """
        pages = -_JOINED_PAGES  # below zero: begin with all pieces, however few and uneven
        while not self.needs_rebuild and self._pieces() > 1:
            progress(0, 0, translate("Vault", "Preparing search"))
            before = self._store.con.total_changes
            with self._store.saving():
                self._store.con.execute(
                    "INSERT INTO search_text (search_text, rank) VALUES ('merge', ?)", (pages,)
                )
            # FTS5 writes nothing but the number of merges when there was nothing to do.
            if self._store.con.total_changes - before <= _NOTHING_JOINED:
                return
            pages = _JOINED_PAGES
            progress.give_way()

    def _pieces(self) -> int:
        return int(
            self._store.con.one("SELECT count(*) FROM (SELECT DISTINCT segid FROM search_text_idx)")
        )

    def is_whole(self, progress: Progress = SILENT) -> bool:
        """Tell whether the index is sound and holds as many tokens as its sources have.

        Each token is also looked up by itself, as a search does: with an older page of the
        index's own index in place everything is there and some of it cannot be reached.
        """
        progress(0, 0, translate("Vault", "Checking search"))
        try:
            self._store.con.execute(
                "INSERT INTO search_text (search_text) VALUES ('integrity-check')"
            )
            held, reached = self._store.con.execute(_TOKENS).fetchone()
        except DatabaseDamaged:
            return False
        if held != reached or self._store.con.one(_STRAY_SEGMENTS):
            return False
        for source in self._sources.values():
            for some in _in_portions(source):
                progress(0, 0, translate("Vault", "Checking search"))
                held -= sum(tokens_of(text) for _number, text in some)
        return bool(held == 0)


def _statement(
    match: str,
    short: list[tuple[str, str]],
    ranges: list[tuple[int, int]],
    *,
    without_bin: bool,
) -> Condition:
    """Return the statement that finds what matches, and starts every short needle somewhere."""
    values: list[object] = []
    if match:
        parts, column = (
            ["SELECT rowid AS found FROM search_text WHERE search_text MATCH ?"],
            "search_text.rowid",
        )
        values.append(match)
    else:
        parts, column = ["SELECT DISTINCT doc AS found FROM search_place WHERE", _STARTS], "doc"
        values += short[0]
        short = short[1:]
    for needle in short:
        parts += ["AND", column, "IN (SELECT doc FROM search_place WHERE", _STARTS, ")"]
        values += needle
    if without_bin:
        parts.append(_NOT_IN_BIN.format(column=column, first=_rowid(SearchKind.ENTRY, 0)))
    parts += ["AND (", " OR ".join(f"{column} BETWEEN ? AND ?" for _range in ranges), ")"]
    for one in ranges:
        values += one
    return Condition(statement(*parts), tuple(values))


def _rowid(kind: SearchKind, number: int) -> int:
    return kind << _KIND_BITS | number


def _bodies(kind: SearchKind, rows: list[tuple[int, str | bytes]]) -> Iterable[_Row]:
    """Give the index its rows, and empty the list."""
    texts = [text for _, text in rows if isinstance(text, str) and len(text) <= STRETCH_CHARS]
    if len(texts) < len(rows):
        return _one_by_one(kind, rows)
    numbers = [_rowid(kind, number) for number, _ in rows]
    rows.clear()
    return zip(numbers, bodies_of(texts), strict=True)


def _one_by_one(kind: SearchKind, rows: list[tuple[int, str | bytes]]) -> Iterator[_Row]:
    """Do the same where texts are long: none is held beside what is made of it."""
    for number, text in handed_over(rows):
        body = body_of(text)
        del text
        yield _rowid(kind, number), body


def _quoted(needle: str) -> str:
    """Return a string of FTS5's query language that means exactly these characters."""
    return '"' + needle.replace('"', '""') + '"'


def _in_portions(source: TextSource) -> Iterator[list[tuple[int, str | bytes]]]:
    return portions(source.search_all(), lambda row: len(row[1]))
