"""The imports of a book: begun, found again, taken out again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from logbook.domain.ids import ConversationId, ImportId, Sha256
from logbook.domain.message import ImportSummary, NotUnderstood
from logbook.domain.progress import SILENT, Progress
from logbook.errors import NoSuchItem
from logbook.vault.import_check import ImportProblem, verify_imports
from logbook.vault.import_rows import (
    KeptImport,
    Tables,
    first_not_understood,
    read_imports,
    summary_of,
    write_answers,
    write_report,
)
from logbook.vault.import_rows import NewImport as NewImport
from logbook.vault.import_undo import Undone, drop_pending, remove_import
from logbook.vault.import_writer import ImportWriter as ImportWriter
from logbook.vault.texts import storable


class ImportTable:
    """The exports that were brought in. An unfinished one is shown by nothing."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._store = tables.store

    def begin(self, what: NewImport) -> ImportWriter:
        """Start an import; only one can be under way, so a left-over one is removed first."""
        self.sweep()
        with self._store.saving():
            # Numbers are not used twice: an entry's older version may still name a message.
            first: int = self._store.con.one(
                "SELECT 1 + coalesce(max(last_message), 0) FROM import"
            )
            cursor = self._store.con.execute(
                "INSERT INTO import (state, name, sha256, size_bytes, format, imported_ms, answers,"
                " report, first_message, last_message)"
                " VALUES ('pending', ?, ?, ?, ?, 0, ?, ?, ?, ?)",
                (
                    storable(what.name),
                    what.sha256,
                    what.size_bytes,
                    what.format,
                    write_answers(what),
                    write_report(what.warnings),
                    first,
                    first - 1,
                ),
            )
        return ImportWriter(self._tables, what, ImportId(cursor.lastrowid), first)

    def find(self, sha256: Sha256) -> KeptImport | None:
        """Return the import of a file with this fingerprint that is in the book."""
        found = read_imports(self._store, "WHERE sha256 = ? AND state = 'done'", sha256)
        return found[0] if found else None

    def all(self) -> list[KeptImport]:
        """Return the finished imports that were not removed, in the order they were made."""
        return read_imports(self._store, "WHERE state = 'done' ORDER BY id")

    def source_of(self, import_id: ImportId) -> KeptImport:
        """Return where messages came from, a removed import too; raises `NoSuchItem`."""
        found = read_imports(self._store, "WHERE id = ? AND state <> 'pending'", import_id)
        if not found:
            raise NoSuchItem("import", where=str(import_id))
        return found[0]

    def of_conversation(self, conversation: ConversationId) -> list[KeptImport]:
        """Return the imports that hold messages of a conversation, in the order they were made."""
        return read_imports(
            self._store,
            "WHERE state = 'done' AND id IN (SELECT import FROM import_conversation"
            " WHERE conversation = ?) ORDER BY id",
            conversation,
        )

    def not_understood(
        self, import_id: ImportId, most: int
    ) -> tuple[tuple[NotUnderstood, ...], int]:
        """Return the first stretches of an export that are no record we know, and how many."""
        return first_not_understood(self._store, import_id, most)

    def people_in(self, import_id: ImportId, conversation: ConversationId) -> tuple[str, ...]:
        """Return who takes part in a conversation as one import of it says, in its order."""
        rows = self._store.con.execute(
            "SELECT participants FROM import_conversation WHERE import = ? AND conversation = ?"
            " ORDER BY place",
            (import_id, conversation),
        ).fetchall()
        return tuple(dict.fromkeys(name for (people,) in rows for name in json.loads(people)))

    def summary_of_repeat(self, earlier: KeptImport) -> ImportSummary:
        """Return the report of bringing the same file in again: everything is here already."""
        first = summary_of(self._store, earlier)
        return replace(
            first,
            messages_stored=0,
            already_here=first.messages_stored + first.already_here,
            warnings=(*first.warnings, "already_imported"),
        )

    def remove(self, import_id: ImportId, progress: Progress = SILENT) -> Undone:
        """Take an import out of the book, see `remove_import`."""
        return remove_import(self._tables, import_id, progress)

    def sweep(self) -> None:
        """Remove what an import left that never finished; the vault does it when it is opened."""
        for (row,) in self._store.con.execute(
            "SELECT id FROM import WHERE state = 'pending'"
        ).fetchall():
            drop_pending(self._tables, ImportId(row))

    def verify(self, progress: Progress = SILENT) -> Iterator[ImportProblem]:
        """Give where imports, messages and attachments differ from what the journal says."""
        return verify_imports(self._store, self._tables.journal, progress)
