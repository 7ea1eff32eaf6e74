"""What the table of kept files says: to people, to the search and to the check."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Any

from logbook.domain.evidence import Evidence, MediaClass
from logbook.domain.ids import BlobId, EvidenceId, Sha256
from logbook.domain.progress import SILENT, Progress
from logbook.vault.connection import Connection
from logbook.vault.file_facts import read_facts
from logbook.vault.journal import Journal
from logbook.vault.kept_words import read_word
from logbook.vault.moments import from_ms
from logbook.vault.portions import numbers_in_portions
from logbook.vault.search import SearchText
from logbook.vault.sql import statement
from logbook.vault.store import Store

ERASED_SHA256 = Sha256(bytes(32))

_SELECT = """
    SELECT evidence.id, evidence.blob, name, blob.sha256, blob.size_bytes, media_type, media_class,
           added_ms, origin, facts, description, transcript, state
    FROM evidence LEFT JOIN blob ON blob.id = evidence.blob
"""


class State(IntEnum):
    """How a file is kept; the numbers stand in the schema."""

    KEPT = 0
    REMOVED = 1
    ERASED = 2  # the row stays, so that an entry which names it can say so
    PENDING = 3  # its import is not finished: nobody sees it


_LEFT_AS = {
    "evidence.add": State.KEPT,
    "evidence.remove": State.REMOVED,
    "evidence.restore": State.KEPT,
    "evidence.erase": State.ERASED,
}

# What a later look may replace; the print copy by its digest, because a report shows it.
LEARNT = ("media_type", "media_class", "facts", "print_shape", "print_copy")


def subject_of(evidence: EvidenceId) -> str:
    """Return what the journal calls a file."""
    return f"evidence:{evidence}"


def read_rows(con: Connection, where: str, *values: object) -> list[Evidence]:
    """Return the files that `where`, which is our own word, finds."""
    return [_evidence_of(row) for row in con.execute(statement(_SELECT, where), values).fetchall()]


def _evidence_of(row: tuple[Any, ...]) -> Evidence:
    facts = read_facts(row[9])
    state = State(row[12])
    return Evidence(
        id=EvidenceId(row[0]),
        blob=BlobId(row[1] or 0),
        name=row[2],
        sha256=ERASED_SHA256 if row[3] is None else Sha256(row[3]),
        size_bytes=row[4] or 0,
        media_type=row[5],
        media_class=read_word(row[6], MediaClass.OTHER),
        added_at=from_ms(row[7]),
        origin=row[8],
        times=facts.times,
        width_px=facts.width_px,
        height_px=facts.height_px,
        duration_s=facts.duration_s,
        pages=facts.pages,
        problem="erased" if state is State.ERASED else facts.problem,
        notes=facts.notes,
        description=row[10],
        transcript=row[11],
        removed=state is not State.KEPT,
    )


def committed_fields(con: Connection, evidence: EvidenceId) -> dict[str, bytes]:
    """Return what the journal commits to for a file, as the tables have it now."""
    row = con.execute(
        "SELECT name, origin, added_ms, description, transcript, media_type, media_class, facts,"
        " print_shape, original.size_bytes, original.sha256, coalesce(picture.sha256, x'')"
        " FROM evidence JOIN blob AS original ON original.id = evidence.blob"
        " LEFT JOIN blob AS picture ON picture.id = print_copy WHERE evidence.id = ?",
        (evidence,),
    ).fetchone()
    names = ("name", "origin", "added_ms", "description", "transcript", *LEARNT[:4], "size_bytes")
    fields = {name: str(value).encode() for name, value in zip(names, row, strict=False)}
    return {**fields, "sha256": row[-2], "print_copy": row[-1]}


def disagreeing(
    store: Store, journal: Journal, progress: Progress = SILENT
) -> Iterator[EvidenceId]:
    """Give the files about which the tables say something else than the journal."""
    rows = store.con.execute(
        "SELECT id, state FROM evidence WHERE state <> ? ORDER BY id", (State.PENDING,)
    ).fetchall()
    for done, (row, state) in enumerate(rows):
        progress(done, len(rows))
        if not _agrees(store.con, journal, EvidenceId(row), State(state)):
            yield EvidenceId(row)


def _agrees(con: Connection, journal: Journal, evidence: EvidenceId, state: State) -> bool:
    told: dict[str, bytes] = {}
    left_as = None
    for revision in journal.of_subject(subject_of(evidence)):
        left_as = _LEFT_AS.get(revision.kind, left_as)
        told |= journal.fields(revision.seq) or {}
    if state is State.ERASED or left_as is not state:
        return left_as is state
    return _not_empty(told) == _not_empty(committed_fields(con, evidence))


def _not_empty(fields: dict[str, bytes]) -> dict[str, bytes]:
    return {name: value for name, value in fields.items() if value}


class EvidenceTexts:
    """The texts of files for the search: name, description and transcript of what is kept."""

    _TEXT = "trim(name || char(10) || description || char(10) || transcript, char(10))"

    def __init__(self, store: Store) -> None:
        self._store = store

    def search_texts(self, ids: Sequence[int]) -> dict[int, SearchText]:
        """Return those of the files that are neither gone nor pending."""
        rows = self._store.con.execute(
            statement(
                *("SELECT id,", self._TEXT, ", facts FROM evidence WHERE state = ?"),
                "AND id IN (SELECT value FROM json_each(?))",
            ),
            (State.KEPT, json.dumps(list(ids))),
        ).fetchall()
        return {row: SearchText(text, _first_time(facts)) for row, text, facts in rows}

    def search_all(self) -> Iterator[tuple[int, str]]:
        """Give the same texts of all files."""
        sizes = self._store.con.execute(
            "SELECT id, octet_length(name) + octet_length(description) + octet_length(transcript)"
            " FROM evidence WHERE state = ? ORDER BY id",
            (State.KEPT,),
        ).fetchall()
        for numbers in numbers_in_portions(sizes):
            for number, found in self.search_texts(numbers).items():
                yield number, found.text

    def search_count(self) -> int:
        """Return how many files can be found."""
        kept: int = self._store.con.one(
            "SELECT count(*) FROM evidence WHERE state = ?", (State.KEPT,)
        )
        return kept


def _first_time(facts: str) -> str:
    times = read_facts(facts).times
    return times[0].local if times else ""
