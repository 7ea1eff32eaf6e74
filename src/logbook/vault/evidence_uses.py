"""Where a kept file is used, and everything that was done to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from logbook.domain.ids import EntryId, EvidenceId, ImportId, MessageId
from logbook.vault.evidence_rows import subject_of
from logbook.vault.journal import Journal
from logbook.vault.sql import statement
from logbook.vault.store import Store

_KEPT = 0  # the state of an entry that is not in the bin
_SHOWN_MOST = 200


@dataclass(frozen=True, slots=True)
class UsingEntry:
    """An entry that has the file."""

    id: EntryId
    number: int
    title: str
    start_local: str  # wall clock ISO 8601 or empty


@dataclass(frozen=True, slots=True)
class Uses:
    """Where a file is used: the first of a list that may be long, and how many there are."""

    entries: tuple[UsingEntry, ...]
    entry_count: int
    messages: tuple[MessageId, ...]
    message_count: int
    imports: tuple[ImportId, ...]  # it came with these, or is the export itself


@dataclass(frozen=True, slots=True)
class FileRevision:
    """One thing that was done to a file; the words only where the person wrote some."""

    kind: str  # as the journal has it, such as "evidence.describe"
    at: datetime  # UTC
    zone: str
    description: str = ""
    transcript: str = ""
    erased: bool = False


class EvidenceUses:
    """Reads links and journal from the side of a file."""

    def __init__(self, store: Store, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def of(self, evidence: EvidenceId) -> Uses:
        """Return where a file is used; entries in the bin do not count."""
        con = self._store.con
        linked = (
            "FROM entry_evidence JOIN entry ON entry.id = entry"
            " WHERE evidence = ? AND entry.state = ?"
        )
        entries = con.execute(
            statement(
                "SELECT DISTINCT entry.id, title, start_local", linked, "ORDER BY 3, 1 LIMIT ?"
            ),
            (evidence, _KEPT, _SHOWN_MOST),
        ).fetchall()
        entry_count = con.one(
            statement("SELECT count(DISTINCT entry.id)", linked), (evidence, _KEPT)
        )
        messages = con.execute(
            "SELECT DISTINCT message FROM message_attachment WHERE evidence = ?"
            " ORDER BY message LIMIT ?",
            (evidence, _SHOWN_MOST),
        ).fetchall()
        message_count = con.one(
            "SELECT count(DISTINCT message) FROM message_attachment WHERE evidence = ?",
            (evidence,),
        )
        imports = con.execute(
            "SELECT id FROM import WHERE state <> 'pending' AND (original = :file"
            " OR id = (SELECT import FROM evidence WHERE id = :file)) ORDER BY id",
            {"file": evidence},
        ).fetchall()
        return Uses(
            entries=tuple(
                UsingEntry(EntryId(row), row, title, start) for row, title, start in entries
            ),
            entry_count=entry_count,
            messages=tuple(MessageId(row) for (row,) in messages),
            message_count=message_count,
            imports=tuple(ImportId(row) for (row,) in imports),
        )

    def history(self, evidence: EvidenceId) -> list[FileRevision]:
        """Return everything that was done to a file, oldest first."""
        found = []
        for revision in self._journal.of_subject(subject_of(evidence)):
            fields = self._journal.fields(revision.seq) or {}
            found.append(
                FileRevision(
                    kind=revision.kind,
                    at=revision.saved_at,
                    zone=revision.zone,
                    description=fields.get("description", b"").decode(),
                    transcript=fields.get("transcript", b"").decode(),
                    erased=revision.erased,
                )
            )
        return found
