"""Kept files as a person sees them: names, what was learnt about them, and how they are forgotten.

The journal commits to every file: its digest, name, size, origin, times and what is said about it.
The table repeats that for lists; `verify` compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, BinaryIO

from logbook.domain.evidence import Evidence, FileFacts, MediaClass, PrintCopy
from logbook.domain.ids import BlobId, EntryId, EvidenceId, ImportId
from logbook.domain.progress import SILENT, Progress
from logbook.errors import NoSuchItem
from logbook.vault.blobs import Blob, Blobs
from logbook.vault.detached import DetachedFile
from logbook.vault.evidence_rows import (
    LEARNT,
    EvidenceTexts,
    State,
    committed_fields,
    disagreeing,
    read_rows,
    subject_of,
)
from logbook.vault.file_facts import NO_FACTS, read_print_copy, write_facts, write_shape
from logbook.vault.journal import Journal
from logbook.vault.moments import to_ms
from logbook.vault.search import Search, SearchKind
from logbook.vault.sql import statement
from logbook.vault.store import Store
from logbook.vault.texts import storable


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """A file to keep: its name as given (a label, never a path), where it came from, and facts."""

    name: str
    origin: str  # "file", "clipboard", "import"
    facts: FileFacts


class EvidenceTable:
    """The files of a book. What is done to one of them is a revision of the journal."""

    def __init__(self, store: Store, journal: Journal, search: Search, blobs: Blobs) -> None:
        self._store = store
        self._journal = journal
        self._search = search
        self._blobs = blobs
        search.add_source(SearchKind.EVIDENCE, EvidenceTexts(store))

    def add(self, what: NewEvidence, stream: BinaryIO, progress: Progress = SILENT) -> Evidence:
        """Keep what `stream` still holds, byte for byte; durable when the outermost save ends.

        The same bytes under the same name are one file: it is returned as it was kept first.
        """
        with self._store.saving():
            blob = self._blobs.keep(stream, progress)
            kept = self._same(what, blob, State.KEPT)
            if kept is None:
                kept = self._insert(what, blob, None)
                self._show(kept)
        return self.get(kept)

    def get(self, evidence: EvidenceId) -> Evidence:
        """Return a file, removed and erased ones too; raises `NoSuchItem`."""
        for found in self._select("WHERE evidence.id = ? AND state <> ?", evidence, State.PENDING):
            return found
        raise NoSuchItem("evidence", where=str(evidence))

    def all(
        self, media_class: MediaClass | None = None, *, removed: bool = False
    ) -> list[Evidence]:
        """Return the files in the order in which they were added; `removed`: the bin alone."""
        state = State.REMOVED if removed else State.KEPT
        if media_class is None:
            return self._select("WHERE state = ? ORDER BY evidence.id", state)
        where = "WHERE state = ? AND media_class = ? ORDER BY evidence.id"
        return self._select(where, state, media_class.value)

    def of_entry(self, entry: EntryId) -> list[Evidence]:
        """Return the files of an entry in its own order, without those that were removed."""
        where = "JOIN entry_evidence ON entry_evidence.evidence = evidence.id"
        where += " WHERE entry = ? AND state = ? ORDER BY place"
        return self._select(where, entry, State.KEPT)

    def open(self, evidence: EvidenceId) -> BinaryIO:
        """Open the untouched bytes for reading by seeking, see `Blobs.open`; the caller closes."""
        return self._blobs.open(self._row("blob", evidence)[0])

    def open_detached(self, evidence: EvidenceId) -> DetachedFile:
        """Open the untouched bytes for other threads, see `Blobs.open_detached`."""
        return self._blobs.open_detached(self._row("blob", evidence)[0])

    def print_copy(self, evidence: EvidenceId) -> PrintCopy | None:
        """Return the picture that a report prints, or None where there is none."""
        blob, shape = self._row("print_copy, print_shape", evidence)
        return None if blob is None else read_print_copy(self._blobs.read(blob), shape)

    def thumbnail(self, evidence: EvidenceId) -> bytes | None:
        """Return the small picture for lists, or None where there is none."""
        blob = self._row("thumbnail", evidence)[0]
        return None if blob is None else self._blobs.read(blob)

    def set_facts(self, evidence: EvidenceId, facts: FileFacts) -> None:
        """Replace what was learnt about a file by what a later look told."""
        with self._store.saving():
            before = self._row("print_copy, thumbnail", evidence)
            self._put_facts(evidence, facts)
            self._release(before)
            fields = committed_fields(self._store.con, evidence)
            self._note("evidence.facts", evidence, {name: fields[name] for name in LEARNT})
        self._blobs.unlink_erased()

    def describe(self, evidence: EvidenceId, description: str, transcript: str) -> None:
        """Keep what the person says about a file and what is heard or read in it."""
        said = {"description": storable(description), "transcript": storable(transcript)}
        with self._store.saving():
            self._row("id", evidence)
            with self._search.changing(SearchKind.EVIDENCE, evidence):
                self._store.con.execute(
                    "UPDATE evidence SET description = :description, transcript = :transcript"
                    " WHERE id = :id",
                    {**said, "id": evidence},
                )
            fields = {name: text.encode() for name, text in said.items()}
            self._note("evidence.describe", evidence, fields)

    def remove(self, evidence: EvidenceId) -> None:
        """Put a file into the bin; its bytes stay until it is erased."""
        self._move(evidence, State.KEPT, State.REMOVED, "evidence.remove")

    def restore(self, evidence: EvidenceId) -> None:
        """Take a file out of the bin."""
        self._move(evidence, State.REMOVED, State.KEPT, "evidence.restore")

    def erase(self, evidence: EvidenceId) -> None:
        """Erase bytes, name and everything learnt; the journal keeps that a file was erased."""
        with self._store.saving():
            self._row("id", evidence)
            blobs = self._blobs_of(evidence)
            with self._search.changing(SearchKind.EVIDENCE, evidence):
                self._blank(evidence)
            self._release(blobs)
            self._journal.erase(subject_of(evidence), "evidence.erase")
        self._blobs.unlink_erased()

    # -- what an import needs: nobody sees these files before it is finished

    def add_pending(
        self, what: NewEvidence, stream: BinaryIO, import_id: ImportId, progress: Progress = SILENT
    ) -> EvidenceId:
        """Keep a file of a pending import; one that is already here is used as it is."""
        with self._store.saving():
            blob = self._blobs.keep(stream, progress)
            kept = self._same(what, blob, State.PENDING)
            return self._insert(what, blob, import_id) if kept is None else kept

    def show_pending(self, import_id: ImportId) -> None:
        """Make the files of a finished import files of the book, each with its revision."""
        for evidence in self._pending(import_id):
            self._show(evidence)

    def drop_pending(self, import_id: ImportId) -> None:
        """Remove the files of an abandoned import without a trace: nobody ever saw them."""
        for evidence in self._pending(import_id):
            blobs = self._blobs_of(evidence)
            self._store.con.execute("DELETE FROM evidence WHERE id = ?", (evidence,))
            self._release(blobs)

    # -- checking

    def verify(self, progress: Progress = SILENT) -> Iterator[EvidenceId]:
        """Give the files whose row says something else than the journal."""
        return disagreeing(self._store, self._journal, progress)

    # -- inside

    def _select(self, where: str, *values: object) -> list[Evidence]:
        return read_rows(self._store.con, where, *values)

    def _row(self, columns: str, evidence: EvidenceId) -> tuple[Any, ...]:
        """Return columns of a file whose bytes are here; raises `NoSuchItem`."""
        row: tuple[Any, ...] | None = self._store.con.execute(
            statement("SELECT", columns, "FROM evidence WHERE id = ? AND state IN (?, ?)"),
            (evidence, State.KEPT, State.REMOVED),
        ).fetchone()
        if row is None:
            raise NoSuchItem("evidence", where=str(evidence))
        return row

    def _pending(self, import_id: ImportId) -> list[EvidenceId]:
        rows = self._store.con.execute(
            "SELECT id FROM evidence WHERE import = ? AND state = ? ORDER BY id",
            (import_id, State.PENDING),
        )
        return [EvidenceId(row) for (row,) in rows.fetchall()]

    def _same(self, what: NewEvidence, blob: Blob, also: State) -> EvidenceId | None:
        """Return the file that has these bytes under this name already."""
        if blob.is_new:
            return None
        found: int | None = self._store.con.one(
            "SELECT id FROM evidence WHERE blob = ? AND name = ? AND state IN (?, ?)"
            " ORDER BY id LIMIT 1",
            (blob.id, storable(what.name), State.KEPT, also),
        )
        return None if found is None else EvidenceId(found)

    def _insert(self, what: NewEvidence, blob: Blob, import_id: ImportId | None) -> EvidenceId:
        cursor = self._store.con.execute(
            "INSERT INTO evidence (state, blob, import, name, origin, media_type, media_class,"
            " added_ms, facts) VALUES (?, ?, ?, ?, ?, '', '', ?, '')",
            (
                State.PENDING,
                blob.id,
                import_id,
                storable(what.name),
                what.origin,
                to_ms(datetime.now(UTC)),
            ),
        )
        evidence = EvidenceId(cursor.lastrowid)
        self._put_facts(evidence, what.facts)
        return evidence

    def _show(self, evidence: EvidenceId) -> None:
        """Make a file that lies ready a file of the book, known by journal and search."""
        self._set_state(evidence, State.KEPT)
        self._note("evidence.add", evidence, committed_fields(self._store.con, evidence))

    def _set_state(self, evidence: EvidenceId, state: State) -> None:
        with self._search.changing(SearchKind.EVIDENCE, evidence):
            self._store.con.execute("UPDATE evidence SET state = ? WHERE id = ?", (state, evidence))

    def _blank(self, evidence: EvidenceId) -> None:
        """Take everything away but the number."""
        self._store.con.execute(
            "UPDATE evidence SET state = ?, blob = NULL, name = '', media_type = ?,"
            " media_class = ?, facts = ?, description = '', transcript = '',"
            " print_copy = NULL, print_shape = '', thumbnail = NULL WHERE id = ?",
            (
                State.ERASED,
                NO_FACTS.media_type,
                NO_FACTS.media_class.value,
                write_facts(NO_FACTS),
                evidence,
            ),
        )

    def _put_facts(self, evidence: EvidenceId, facts: FileFacts) -> None:
        picture, small = facts.print_copy, facts.thumbnail
        self._store.con.execute(
            "UPDATE evidence SET media_type = ?, media_class = ?, facts = ?, print_copy = ?,"
            " print_shape = ?, thumbnail = ? WHERE id = ?",
            (
                facts.media_type,
                facts.media_class.value,
                write_facts(facts),
                None if picture is None else self._blobs.keep(BytesIO(picture.data)).id,
                write_shape(picture),
                None if small is None else self._blobs.keep(BytesIO(small)).id,
                evidence,
            ),
        )

    def _blobs_of(self, evidence: EvidenceId) -> tuple[BlobId | None, ...]:
        row: tuple[BlobId | None, ...] = self._store.con.execute(
            "SELECT blob, print_copy, thumbnail FROM evidence WHERE id = ?", (evidence,)
        ).fetchone()
        return row

    def _release(self, blobs: Iterable[BlobId | None]) -> None:
        for blob in blobs:
            if blob is not None:
                self._blobs.release(blob)

    def _move(self, evidence: EvidenceId, before: State, after: State, kind: str) -> None:
        with self._store.saving():
            if self._row("state", evidence)[0] == before:
                self._set_state(evidence, after)
                self._note(kind, evidence, {})

    def _note(self, kind: str, evidence: EvidenceId, fields: dict[str, bytes]) -> None:
        self._journal.append(kind, subject_of(evidence), fields)
