"""An import as the database keeps it, and the report that a person gets of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from logbook.domain.ids import EvidenceId, ImportId, Sha256
from logbook.domain.message import Answers, ImportSummary, NotUnderstood
from logbook.vault import canonical
from logbook.vault.blobs import Blobs
from logbook.vault.evidence import EvidenceTable
from logbook.vault.journal import Journal
from logbook.vault.messages import read_conversations
from logbook.vault.moments import from_ms
from logbook.vault.search import Search
from logbook.vault.sql import statement
from logbook.vault.store import Store

Questions = tuple[tuple[str, str, str], ...]  # kind, answer, basis


@dataclass(frozen=True, slots=True)
class Tables:
    """The parts of the vault that an import fills."""

    store: Store
    journal: Journal
    search: Search
    evidence: EvidenceTable
    blobs: Blobs


@dataclass(frozen=True, slots=True)
class NewImport:
    """An export to bring in, and what the person said about it."""

    name: str
    sha256: Sha256
    size_bytes: int
    format: str
    answers: Answers
    questions: Questions = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileLists:
    """What a person should know about the files that belong to an export."""

    missing: tuple[str, ...] = ()  # named in a message, not held: the first of them
    unnamed: tuple[str, ...] = ()  # held, named by no message
    more_missing: int = 0


NO_FILES = FileLists()
_MOST_MISSING = 20_000  # names in a list; a gigabyte of text may name millions of files


class MissingFiles:
    """Lists the files that an export names and does not hold; beyond some it only counts."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.more = 0

    def note(self, name: str) -> None:
        """Take in one more."""
        if len(self.names) < _MOST_MISSING:
            self.names.append(name)
        else:
            self.more += 1


@dataclass(frozen=True, slots=True)
class KeptImport:
    """An import as kept; `original` is the export file itself, None once that was erased."""

    id: ImportId
    name: str
    sha256: Sha256
    size_bytes: int
    format: str
    imported_at: datetime  # UTC
    answers: Answers
    questions: Questions
    warnings: tuple[str, ...]
    files: FileLists
    original: EvidenceId | None
    records: int
    stored: int
    already_here: int
    linked: int


def subject_of(import_id: ImportId) -> str:
    """Return what the journal calls an import."""
    return f"import:{import_id}"


def write_answers(what: NewImport) -> str:
    """Return what was asked and answered as canonical JSON."""
    answers = what.answers
    return canonical.encode(
        {
            "zone": answers.zone,
            "date_order": answers.date_order,
            "me": answers.me,
            "basis": dict(answers.basis),
            "questions": what.questions,
        }
    ).decode()


def write_report(warnings: tuple[str, ...], files: FileLists = NO_FILES) -> str:
    """Return what else a person should know as canonical JSON."""
    more = {"more_missing": files.more_missing} if files.more_missing else {}
    return canonical.encode(
        {"warnings": warnings, "missing": files.missing, "unnamed": files.unnamed, **more}
    ).decode()


def read_imports(store: Store, where: str, *values: object) -> list[KeptImport]:
    """Return the imports that `where`, which is our own word, finds."""
    rows = store.con.execute(
        statement(
            "SELECT id, name, sha256, size_bytes, format, imported_ms, answers, report, original,",
            "records, stored, already_here, linked FROM import",
            where,
        ),
        values,
    ).fetchall()
    return [_import_of(row) for row in rows]


def _import_of(row: tuple[Any, ...]) -> KeptImport:
    number, name, sha256, size_bytes, form, imported_ms, answers, report, original = row[:9]
    said, told = json.loads(answers), json.loads(report)
    records, stored, already_here, linked = row[9:]
    return KeptImport(
        id=ImportId(number),
        name=name,
        sha256=Sha256(sha256),
        size_bytes=size_bytes,
        format=form,
        imported_at=from_ms(imported_ms),
        answers=Answers(said["zone"], said["date_order"], said["me"], said["basis"]),
        questions=tuple((kind, answer, basis) for kind, answer, basis in said["questions"]),
        warnings=tuple(told["warnings"]),
        files=FileLists(
            tuple(told["missing"]), tuple(told["unnamed"]), told.get("more_missing", 0)
        ),
        original=None if original is None else EvidenceId(original),
        records=records,
        stored=stored,
        already_here=already_here,
        linked=linked,
    )


def summary_of(store: Store, kept: KeptImport) -> ImportSummary:
    """Return the report of an import."""
    return ImportSummary(
        import_id=kept.id,
        name=kept.name,
        sha256=kept.sha256,
        size_bytes=kept.size_bytes,
        format=kept.format,
        records_in_file=kept.records,
        messages_stored=kept.stored,
        already_here=kept.already_here,
        not_understood=_not_understood(store, kept.id),
        linked=kept.linked,
        missing=kept.files.missing,
        unnamed=kept.files.unnamed,
        conversations=tuple(
            read_conversations(
                store,
                "WHERE id IN (SELECT conversation FROM import_conversation WHERE import = ?)"
                " ORDER BY id",
                kept.id,
            )
        ),
        questions=kept.questions,
        warnings=kept.warnings,
        more_missing=kept.files.more_missing,
    )


def first_not_understood(
    store: Store, import_id: ImportId, most: int
) -> tuple[tuple[NotUnderstood, ...], int]:
    """Return the first stretches that were not understood, and how many there are."""
    total = store.con.one("SELECT count(*) FROM not_understood WHERE import = ?", (import_id,))
    return _not_understood(store, import_id, most), total


def _not_understood(store: Store, import_id: ImportId, most: int = -1) -> tuple[NotUnderstood, ...]:
    rows = store.con.execute(
        'SELECT locator, reason, "offset", length FROM not_understood WHERE import = ?'
        " ORDER BY place LIMIT ?",
        (import_id, most),
    ).fetchall()
    return tuple(NotUnderstood(*row) for row in rows)
