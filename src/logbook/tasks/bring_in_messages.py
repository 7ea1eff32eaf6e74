"""Bring a message export in: look at it, ask what only the person knows, then keep all of it."""

from __future__ import annotations

import hashlib
import io
import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from logbook.domain.evidence import FileFacts, MediaClass
from logbook.domain.ids import EvidenceId, ImportId, Sha256
from logbook.domain.message import (
    Answers,
    AttachmentRef,
    ConversationInfo,
    Examination,
    FormatInfo,
    ImportSummary,
    NotUnderstood,
)
from logbook.domain.message_columns import Item, MessageColumns
from logbook.domain.progress import SILENT, Progress
from logbook.errors import (
    AnswerNeeded,
    DamagedContainer,
    FileChanged,
    LimitExceeded,
    PasswordProtected,
    UnknownFormat,
    UsageError,
)
from logbook.importers import registry
from logbook.importers.source import Source
from logbook.media import look
from logbook.tasks.few_records import FewRecords
from logbook.tasks.garbage import garbage_left_alone
from logbook.tasks.keep_file import BLOCK_BYTES, reading
from logbook.tasks.this_computer import known_zone
from logbook.vault.evidence import NewEvidence
from logbook.vault.import_rows import MissingFiles
from logbook.vault.import_undo import Undone
from logbook.vault.imports import ImportWriter, NewImport
from logbook.vault.vault import Vault

PORTION_RECORDS, PORTION_BYTES = 10_000, 16 << 20  # what one save keeps, about
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
    with Source.open(path) as source, garbage_left_alone():
        importer = registry.recognise(source, format_id)
        found = importer.examine(source, progress)
    return Examined(path, sha256, size_bytes, modified_ns, found)


def set_aside(examined: Examined) -> Examined:
    """Return the same without what makes reading it again quick, which takes room meanwhile."""
    return replace(examined, found=replace(examined.found, read_again=None))


def settle(found: Examination, given: Answers) -> Answers:
    """Return the answers that will be used, each with its basis; refuse where none is safe."""
    basis: dict[str, str] = {}
    used = {"zone": given.zone, "date_order": given.date_order, "me": given.me}
    if given.zone:
        known_zone(given.zone)
    if given.me:
        used["me"] = _sender_named(given.me, found.senders)
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


def _sender_named(name: str, senders: Iterable[str]) -> str:
    """Return the sender with this name as the file writes it.

    Phones put signs into names that no keyboard has: around a number, and behind the tilde of
    somebody who is not in the contacts. Raises UsageError for none and for several.
    """
    if name in senders:
        return name
    alike = [one for one in senders if _typed(one) == _typed(name)]
    if len(alike) != 1:
        raise UsageError("no sender has this name in the file", where=name)
    return alike[0]


def _typed(name: str) -> str:
    seen = "".join(sign for sign in name if unicodedata.category(sign) != "Cf")
    return " ".join(unicodedata.normalize("NFC", seen).split())


def try_messages(examined: Examined, given: Answers, progress: Progress = SILENT) -> ImportSummary:
    """Read an export to its end and keep nothing: what `keep_messages` would find."""
    answers = settle(examined.found, given)
    records = linked = 0
    missed: list[NotUnderstood] = []
    missing = MissingFiles()

    def note(item: ConversationInfo | NotUnderstood) -> None:
        if isinstance(item, NotUnderstood):
            missed.append(item)

    with Source.open(examined.path) as source, garbage_left_alone():
        for few in FewRecords(read_again(examined.found, source, answers, progress), note):
            records += len(few)
            for ref in chain.from_iterable(few.attachments):
                linked += ref.present
                if not ref.present:
                    missing.note(ref.name)
            del few[:]  # a long text is not held while the next is read
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
        missing=tuple(missing.names),
        more_missing=missing.more,
        unnamed=(),
        conversations=(),
        questions=_as_asked(examined.found, answers),
        warnings=examined.found.warnings + _damage(source, examined.found),
    )


def keep_messages(
    vault: Vault, examined: Examined, given: Answers, progress: Progress = SILENT
) -> ImportSummary:
    """Keep the file itself and every record of it. Stopped or broken off, it leaves nothing."""
    answers = settle(examined.found, given)
    again = vault.imports.find(examined.sha256)
    if again is not None:
        return vault.imports.summary_of_repeat(again)
    writer = vault.imports.begin(_announced(examined, answers))
    try:
        with garbage_left_alone():
            # Leaving the source refuses a file that changed: so that comes before the last save.
            with Source.open(examined.path) as source:
                with reading(examined.path) as stream:
                    writer.keep_original(stream, progress)
                keeping = _Keeping(vault, writer, source, progress)
                keeping.keep(read_again(examined.found, source, answers, progress))
                unnamed, damage = keeping.unnamed(), _damage(source, examined.found)
            _refuse_changed(examined)
            done = writer.finish(unnamed, progress, warnings=damage)
    except BaseException:
        writer.abandon()
        raise
    _look_at_large(vault, keeping.to_look_at)
    return _with_variants(vault, done)


def _with_variants(vault: Vault, done: ImportSummary) -> ImportSummary:
    """Say what is here already in nearly the same form, messages and chats; both are kept."""
    if done.import_id is None:
        return done
    count = vault.variants.count_in(done.import_id)
    more = (f"variants:{count}",) if count else ()
    if vault.variants.same_chats_in(done.import_id):
        more = (*more, "same_as_other_chat")
    return replace(done, warnings=done.warnings + more)


def _announced(examined: Examined, answers: Answers) -> NewImport:
    return NewImport(
        name=examined.path.name,
        sha256=examined.sha256,
        size_bytes=examined.size_bytes,
        format=examined.found.format.id,
        answers=answers,
        questions=_as_asked(examined.found, answers),
        warnings=examined.found.warnings,
    )


def undo_import(vault: Vault, import_id: ImportId, progress: Progress = SILENT) -> Undone:
    """Take an import out again; the journal keeps that it was there.

    Stopped or broken off, it leaves everything as it was. Raises `NoSuchItem`.
    """
    return vault.imports.remove(import_id, progress)


class _Keeping:
    """Keeps the records of one export with the files that they name."""

    def __init__(
        self, vault: Vault, writer: ImportWriter, source: Source, progress: Progress
    ) -> None:
        self._vault = vault
        self._writer = writer
        self._source = source
        self._progress = progress
        self._used: set[str] = set()
        self._bytes = 0  # of this portion, texts and files
        self.to_look_at: list[tuple[EvidenceId, str]] = []  # too large to look at on the way in

    def keep(self, items: Iterable[Item]) -> None:
        """Keep everything that an importer yields, a portion a save."""
        left = FewRecords(items, self._note)
        few = next(left, None)
        while few is not None:
            with self._vault.saving():
                records = self._bytes = 0
                while few is not None and records < PORTION_RECORDS and self._bytes < PORTION_BYTES:
                    records += len(few)
                    self._bytes += sum(map(len, few.text))
                    self._keep_few(few)
                    few = next(left, None)
            self._progress.give_way()

    def _note(self, item: ConversationInfo | NotUnderstood) -> None:
        if isinstance(item, ConversationInfo):
            self._writer.conversation(item)
        else:
            self._writer.not_understood([item])
            if self._source.is_zip:
                self._used.add(_member_of(item.locator))

    def _keep_few(self, records: MessageColumns) -> None:
        if self._source.is_zip:
            self._used.update(set(map(_member_of, records.locator)))
        self._writer.add(records, self._files(records))
        del records[:]  # a long text is not held while the next is read

    def unnamed(self) -> tuple[str, ...]:
        """Return the members of a zip that no message names and that hold no messages."""
        if not self._source.is_zip:
            return ()
        used = {_member_of(address) for address in self._used}
        return tuple(one.name for one in self._source.members if str(one.index) not in used)

    def _files(self, records: MessageColumns) -> dict[tuple[int, int], EvidenceId]:
        """Keep the files that these records hold: (order index, place in the record)."""
        kept: dict[tuple[int, int], EvidenceId] = {}
        for index, files in zip(records.order_index, records.attachments, strict=True):
            for place, ref in enumerate(files):
                if not ref.present:
                    continue
                try:
                    kept[index, place] = self._keep_file(ref)
                except (PasswordProtected, DamagedContainer, LimitExceeded):
                    # The message stays; its file is listed as one that the export does not hold.
                    continue
        return kept

    def _keep_file(self, ref: AttachmentRef) -> EvidenceId:
        """Keep a file; a large one is read twice.

        What a file can do wrong it does in the first reading, outside a save: one that fails
        inside a save takes the records of the portion with it.
        """
        if self._source.is_zip:  # a gigabyte of XML may hold millions of small files
            self._used.add(_member_of(ref.member))
        with self._source.open_attachment(ref) as stream:
            head = stream.read(LOOK_BYTES_MOST + 1)
            self._bytes += len(head)
            if len(head) <= LOOK_BYTES_MOST:
                facts = look.look_into(io.BytesIO(head), ref.name, progress=self._progress)
                what = NewEvidence(name=ref.name, origin="import", facts=facts)
                return self._writer.keep_attachment(what, io.BytesIO(head), self._progress)
            while more := stream.read(BLOCK_BYTES):
                self._bytes += len(more)
                self._progress(self._bytes, 0)
        del head
        with self._source.open_attachment(ref) as stream:
            what = NewEvidence(name=ref.name, origin="import", facts=_UNSEEN)
            kept = self._writer.keep_attachment(what, stream, self._progress)
        self.to_look_at.append((kept, ref.name))
        return kept


def _member_of(address: str) -> str:
    """Return the number of the zip's member that a locator or an attachment lies in."""
    return address.partition(":")[0]


def read_again(
    found: Examination, source: Source, answers: Answers, progress: Progress
) -> Iterator[Item]:
    """Read a file that was examined; one that changed since is refused when it is kept."""
    if found.read_again is not None:
        return found.read_again(source, answers, progress)
    for importer in registry.importers():
        if importer.info.id == found.format.id:
            return importer.read(source, answers, progress)
    raise UnknownFormat(found.format.id, where="format")


def _damage(source: Source, found: Examination) -> tuple[str, ...]:
    """Return the warning for damage that came to light after the examination."""
    code = "member_damaged"
    return (code,) if source.damage and code not in found.warnings else ()


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
