"""Bring a message export in: look at it, ask what only the person knows, then keep all of it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from logbook.domain.evidence import FileFacts
from logbook.domain.ids import EvidenceId, ImportId, Sha256
from logbook.domain.message import (
    Answers,
    AttachmentRef,
    ConversationInfo,
    Examination,
    FormatInfo,
    ImportSummary,
    MessageRecord,
    NotUnderstood,
)
from logbook.domain.progress import SILENT, Progress
from logbook.errors import AnswerNeeded, FileChanged, UsageError
from logbook.importers import registry
from logbook.importers.importer import Importer
from logbook.importers.source import Source
from logbook.media import look
from logbook.tasks.keep_file import BLOCK_BYTES, reading
from logbook.tasks.this_computer import known_zone
from logbook.vault.evidence import NewEvidence
from logbook.vault.imports import ImportWriter, NewImport
from logbook.vault.vault import Vault

CHUNK_RECORDS = 10_000


@dataclass(frozen=True, slots=True)
class Examined:
    """What a look at an export found, and the file that was looked at."""

    path: Path
    sha256: Sha256
    size_bytes: int
    modified_ns: int
    found: Examination


def examine_messages(path: Path, format_id: str = "", progress: Progress = SILENT) -> Examined:
    """Look at an export without touching the book."""
    sha256, size_bytes, modified_ns = _fingerprint(path, progress)
    with Source.open(path) as source:
        importer = registry.recognise(source, format_id)
        found = importer.examine(source, progress)
    return Examined(path, sha256, size_bytes, modified_ns, found)


def settle(found: Examination, given: Answers) -> Answers:
    """Return the answers that will be used, each with its basis; refuse where none is safe."""
    basis: dict[str, str] = {}
    used = {"zone": given.zone, "date_order": given.date_order, "me": given.me}
    if given.zone:
        known_zone(given.zone)
    if given.me and given.me not in found.senders:
        raise UsageError("no sender has this name in the file", where=given.me)
    for question in found.questions:
        answer = used.get(question.kind, "")
        if answer and question.choices and answer not in question.choices:
            raise UsageError("not one of the choices", where=answer)
        if answer:
            basis[question.kind] = given.basis.get(question.kind, "user_stated")
        elif question.must_ask:
            raise AnswerNeeded(
                "; ".join(f"{choice}: {example}" for choice, example in question.examples),
                where=question.kind,
            )
        else:
            used[question.kind] = question.suggestion
            basis[question.kind] = question.basis if question.suggestion else "not_answered"
    return Answers(zone=used["zone"], date_order=used["date_order"], me=used["me"], basis=basis)


def try_messages(examined: Examined, given: Answers, progress: Progress = SILENT) -> ImportSummary:
    """Read an export to its end and keep nothing: what `keep_messages` would find."""
    answers = settle(examined.found, given)
    records = 0
    missed: list[NotUnderstood] = []
    linked = 0
    missing: list[str] = []
    with Source.open(examined.path) as source:
        importer = registry.recognise(source, examined.found.format.id)
        for item in importer.read(source, answers, progress):
            if isinstance(item, MessageRecord):
                records += 1
                linked += sum(ref.present for ref in item.attachments)
                missing.extend(ref.name for ref in item.attachments if not ref.present)
            elif isinstance(item, NotUnderstood):
                missed.append(item)
    return ImportSummary(
        import_id=None,
        name=examined.path.name,
        sha256=examined.sha256,
        size_bytes=examined.size_bytes,
        format=examined.found.format.id,
        records_in_file=records + len(missed),
        messages_stored=0,
        already_here=0,
        not_understood=tuple(missed),
        linked=linked,
        missing=tuple(missing),
        unnamed=(),
        conversations=(),
        questions=_as_asked(examined.found, answers),
        warnings=examined.found.warnings,
    )


def keep_messages(
    vault: Vault, examined: Examined, given: Answers, progress: Progress = SILENT
) -> ImportSummary:
    """Keep the file itself and every record of it. Stopped or broken off, it leaves nothing."""
    answers = settle(examined.found, given)
    again = vault.imports.find(examined.sha256)
    if again is not None:
        return vault.imports.summary_of_repeat(again)
    with Source.open(examined.path) as source:
        importer = registry.recognise(source, examined.found.format.id)
        writer = vault.imports.begin(
            NewImport(
                name=examined.path.name,
                sha256=examined.sha256,
                size_bytes=examined.size_bytes,
                format=examined.found.format.id,
                answers=answers,
                questions=_as_asked(examined.found, answers),
                warnings=examined.found.warnings,
            )
        )
        try:
            with reading(examined.path) as stream:
                writer.keep_original(stream, progress)
            _keep_records(writer, importer, source, answers, progress)
            _refuse_changed(examined)
            return writer.finish()
        except BaseException:
            writer.abandon()
            raise


def undo_import(vault: Vault, import_id: ImportId) -> None:
    """Take an import out again; the journal keeps that it was there."""
    vault.imports.remove(import_id)


def _keep_records(
    writer: ImportWriter,
    importer: Importer,
    source: Source,
    answers: Answers,
    progress: Progress,
) -> None:
    items = importer.read(source, answers, progress)
    while chunk := list(islice(items, CHUNK_RECORDS)):
        records: list[MessageRecord] = []
        for item in chunk:
            if isinstance(item, MessageRecord):
                records.append(item)
            elif isinstance(item, ConversationInfo):
                writer.conversation(item)
            else:
                writer.not_understood([item])
        files = _keep_attachments(writer, source, records, progress)
        writer.add(records, files)
        progress.give_way()


def _keep_attachments(
    writer: ImportWriter, source: Source, records: Iterable[MessageRecord], progress: Progress
) -> dict[tuple[int, int], EvidenceId]:
    """Keep the files that these records hold: (order index, place in the record) -> evidence."""
    kept: dict[tuple[int, int], EvidenceId] = {}
    for record in records:
        for place, ref in enumerate(record.attachments):
            if not ref.present:
                continue
            facts = _look_at_attachment(source, ref, progress)
            what = NewEvidence(name=ref.name, origin="import", facts=facts)
            with source.open_attachment(ref) as stream:
                kept[record.order_index, place] = writer.keep_attachment(what, stream, progress)
    return kept


def _look_at_attachment(source: Source, ref: AttachmentRef, progress: Progress) -> FileFacts:
    with source.open_attachment(ref) as stream:
        return look.look_into(stream, ref.name, modified=None, progress=progress)


def _as_asked(found: Examination, answers: Answers) -> tuple[tuple[str, str, str], ...]:
    given = {"zone": answers.zone, "date_order": answers.date_order, "me": answers.me}
    return tuple(
        (question.kind, given.get(question.kind, ""), answers.basis.get(question.kind, ""))
        for question in found.questions
    )


def _fingerprint(path: Path, progress: Progress) -> tuple[Sha256, int, int]:
    digest = hashlib.sha256()
    done = 0
    with reading(path) as stream:
        status = os.fstat(stream.fileno())
        while block := stream.read(BLOCK_BYTES):
            digest.update(block)
            done += len(block)
            progress(done, status.st_size)
    return Sha256(digest.digest()), status.st_size, status.st_mtime_ns


def _refuse_changed(examined: Examined) -> None:
    try:
        status = examined.path.stat()
    except OSError as error:
        raise FileChanged("it disappeared", where=examined.path.name) from error
    if (status.st_size, status.st_mtime_ns) != (examined.size_bytes, examined.modified_ns):
        raise FileChanged("size or time differs", where=examined.path.name)


def formats() -> tuple[FormatInfo, ...]:
    """Return every format that can be brought in."""
    return tuple(importer.info for importer in registry.importers())
