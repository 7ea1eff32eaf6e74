"""Look at a kept file: what is known of it, and its content as something that can be shown.

What reads the book runs on the vault's thread; what looks into an opened file runs beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from logbook.domain.evidence import Evidence, FileCheck
from logbook.domain.ids import ConversationId, EvidenceId, MessageId
from logbook.domain.progress import SILENT, Progress
from logbook.errors import NoSuchItem
from logbook.media import hidden, pdf_words, raster, text_portions
from logbook.media.pdf_words import Found as Found
from logbook.media.raster import Outline as Outline
from logbook.media.raster import Part as Part
from logbook.media.raster import Raster as Raster
from logbook.media.text_portions import Portion as Portion
from logbook.tasks import check_files
from logbook.vault.detached import DetachedFile
from logbook.vault.evidence_uses import FileRevision, Uses
from logbook.vault.vault import Vault

_MESSAGES_SHOWN = 20


class UsingMessage(NamedTuple):
    """A message that the file came with."""

    id: MessageId
    conversation: ConversationId
    title: str  # of the conversation
    number: int  # place within it, from 1
    sender: str
    local: str  # wall clock ISO 8601 or empty


@dataclass(frozen=True, slots=True)
class Viewed:
    """Everything that is said about one file."""

    evidence: Evidence
    check: FileCheck | None
    uses: Uses
    messages: tuple[UsingMessage, ...]
    sources: tuple[str, ...]  # names of the exports that it came with
    history: tuple[FileRevision, ...]


class StripRow(NamedTuple):
    """A file in the film strip; None for one that is gone."""

    evidence: Evidence | None
    thumbnail: bytes | None


def read_viewed(vault: Vault, evidence: EvidenceId) -> Viewed:
    """Read what is said beside a file; raises `NoSuchItem` for one that is gone."""
    kept = vault.evidence.get(evidence)
    if not kept.blob:
        raise NoSuchItem("evidence", where=str(evidence))
    uses = vault.evidence_uses.of(evidence)
    return Viewed(
        evidence=kept,
        check=check_files.last_check(vault, evidence),
        uses=uses,
        messages=_messages(vault, uses.messages[:_MESSAGES_SHOWN]),
        sources=tuple(vault.imports.source_of(one).name for one in uses.imports),
        history=tuple(vault.evidence_uses.history(evidence)),
    )


def read_strip(vault: Vault, files: Sequence[int]) -> list[StripRow]:
    """Read some files of a list for the film strip, each with its small picture."""
    return [_strip_row(vault, EvidenceId(number)) for number in files]


def open_file(vault: Vault, evidence: EvidenceId) -> DetachedFile:
    """Open the untouched bytes for the threads that look into them; the caller closes."""
    return vault.evidence.open_detached(evidence)


def describe(vault: Vault, evidence: EvidenceId, description: str, transcript: str) -> bool:
    """Keep what the person says about a file, if it is something new; tell whether it was."""
    kept = vault.evidence.get(evidence)
    if not kept.blob or (kept.description, kept.transcript) == (description, transcript):
        return False
    vault.evidence.describe(evidence, description, transcript)
    return True


def outline(file: DetachedFile, media_type: str, progress: Progress = SILENT) -> Outline:
    """Return the pages of a picture or PDF; raises `PictureUnreadable`."""
    return raster.outline(file.stream(), media_type, progress)


def draw(file: DetachedFile, media_type: str, part: Part, progress: Progress = SILENT) -> Raster:
    """Return a part of a picture or page as pixels; raises `PictureUnreadable`."""
    return raster.draw(file.stream(), media_type, part, progress)


def find_words(file: DetachedFile, pages: int, words: str, progress: Progress = SILENT) -> Found:
    """Return where words stand in a PDF; raises `PictureUnreadable`."""
    return pdf_words.find(file.stream(), pages, words, progress)


def hidden_data(
    file: DetachedFile, media_type: str, progress: Progress = SILENT
) -> tuple[str, ...]:
    """Return the kinds of hidden data in a file; raises `PictureUnreadable` where nobody knows."""
    return hidden.look(file.stream(), media_type, progress)


def read_text(file: DetachedFile, index: int) -> Portion:
    """Return a portion of a plain text."""
    return text_portions.read(file.stream(), index)


def find_text(file: DetachedFile, words: str, start: int, step: int) -> int | None:
    """Return the next portion of a plain text that holds the words."""
    return text_portions.find(file.stream(), words, start, step)


def _strip_row(vault: Vault, evidence: EvidenceId) -> StripRow:
    try:
        kept = vault.evidence.get(evidence)
    except NoSuchItem:
        return StripRow(None, None)
    if not kept.blob:
        return StripRow(None, None)
    return StripRow(kept, vault.evidence.thumbnail(evidence))


def _messages(vault: Vault, wanted: Sequence[MessageId]) -> tuple[UsingMessage, ...]:
    titles: dict[ConversationId, str] = {}
    found = []
    for one in vault.messages.get_many(wanted):
        chat = one.conversation
        if chat not in titles:
            titles[chat] = vault.messages.conversation(chat).title
        sent = one.record
        found.append(UsingMessage(one.id, chat, titles[chat], one.number, sent.sender, sent.local))
    return tuple(found)
