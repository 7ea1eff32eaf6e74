"""Bring a message export in: look at it, ask what only the person knows, then keep all of it."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, cast

from logbook.domain.evidence import FileFacts, MediaClass
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
from logbook.errors import (
    AnswerNeeded,
    DamagedContainer,
    FileChanged,
    LimitExceeded,
    PasswordProtected,
    UsageError,
)
from logbook.importers import registry
from logbook.importers.source import Source
from logbook.media import look
from logbook.tasks.keep_file import BLOCK_BYTES, reading
from logbook.tasks.this_computer import known_zone
from logbook.vault.evidence import NewEvidence
from logbook.vault.imports import ImportWriter, NewImport
from logbook.vault.vault import Vault

Item = MessageRecord | NotUnderstood | ConversationInfo

CHUNK_RECORDS = 10_000
LOOK_BYTES_MOST = 16 << 20  # a larger file of an export is looked at once it is kept
_UNSEEN = FileFacts("application/octet-stream", MediaClass.OTHER)


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
            keeping = _Keeping(writer, source, progress)
            keeping.keep(importer.read(source, answers, progress))
            _refuse_changed(examined)
            done = writer.finish(keeping.unnamed())
        except BaseException:
            writer.abandon()
            raise
    _look_at_large(vault, keeping.to_look_at)
    return done


def undo_import(vault: Vault, import_id: ImportId) -> None:
    """Take an import out again; the journal keeps that it was there."""
    vault.imports.remove(import_id)


class _Keeping:
    """Keeps the records of one export with the files that they name."""

    def __init__(self, writer: ImportWriter, source: Source, progress: Progress) -> None:
        self._writer = writer
        self._source = source
        self._progress = progress
        self._used: set[str] = set()
        self.to_look_at: list[tuple[EvidenceId, str]] = []  # too large to look at on the way in

    def keep(self, items: Iterator[Item]) -> None:
        """Keep everything that an importer yields, a portion at a time."""
        while portion := list(islice(items, CHUNK_RECORDS)):
            records: list[MessageRecord] = []
            for item in portion:
                if isinstance(item, MessageRecord):
                    records.append(item)
                elif isinstance(item, ConversationInfo):
                    self._writer.conversation(item)
                else:
                    self._writer.not_understood([item])
                    self._used.add(_member_of(item.locator))
            if self._source.is_zip:
                self._used.update({_member_of(record.locator) for record in records})
            self._writer.add(records, self._files(records))
            self._progress.give_way()

    def unnamed(self) -> tuple[str, ...]:
        """Return the members of a zip that no message names and that hold no messages."""
        if not self._source.is_zip:
            return ()
        used = {_member_of(address) for address in self._used}
        return tuple(one.name for one in self._source.members if str(one.index) not in used)

    def _files(self, records: Iterable[MessageRecord]) -> dict[tuple[int, int], EvidenceId]:
        """Keep the files that these records hold: (order index, place in the record)."""
        kept: dict[tuple[int, int], EvidenceId] = {}
        for record in records:
            for place, ref in enumerate(record.attachments):
                if not ref.present:
                    continue
                try:
                    kept[record.order_index, place] = self._keep_file(ref)
                except (PasswordProtected, DamagedContainer, LimitExceeded):
                    # The message stays; its file is listed as one that the export does not hold.
                    continue
        return kept

    def _keep_file(self, ref: AttachmentRef) -> EvidenceId:
        self._used.add(ref.member)
        with self._source.open_attachment(ref) as stream:
            head = stream.read(LOOK_BYTES_MOST + 1)
            if len(head) <= LOOK_BYTES_MOST:
                whole = io.BytesIO(head)
                facts = look.look_into(whole, ref.name, progress=self._progress)
                what = NewEvidence(name=ref.name, origin="import", facts=facts)
                return self._writer.keep_attachment(what, io.BytesIO(head), self._progress)
            what = NewEvidence(name=ref.name, origin="import", facts=_UNSEEN)
            kept = self._writer.keep_attachment(
                what, cast("BinaryIO", _Joined(head, stream)), self._progress
            )
            self.to_look_at.append((kept, ref.name))
            return kept


class _Joined(io.RawIOBase):
    """What was read already, then the rest of a stream that cannot go back."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """Read from the head first; `size` bytes at most."""
        return self._head.read(size) or self._rest.read(size)


def _member_of(address: str) -> str:
    """Return the number of the zip's member that a locator or an attachment lies in."""
    return address.partition(":")[0]


def _look_at_large(vault: Vault, files: Iterable[tuple[EvidenceId, str]]) -> None:
    for kept, name in files:
        with vault.evidence.open(kept) as stream:
            facts = look.look_into(stream, name)
        vault.evidence.set_facts(kept, facts)


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
