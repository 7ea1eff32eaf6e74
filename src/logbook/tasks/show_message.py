"""One message in full, one conversation in full, and the stretch of a file that a message is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from logbook.domain.entry import Kind
from logbook.domain.evidence import Evidence
from logbook.domain.ids import ConversationId, EntryId, EvidenceId, MessageId
from logbook.domain.message import Conversation, Message, NotUnderstood
from logbook.domain.progress import SILENT, Progress
from logbook.errors import NoSuchItem
from logbook.importers import original
from logbook.vault.import_rows import KeptImport
from logbook.vault.messages import Witness
from logbook.vault.vault import Vault

TEXT_CHARS = 8_000  # a longer text is shown cut; the whole of it stands in the file
ORIGINAL_BYTES = 4 << 10
_FILES_MOST, _ENTRIES_MOST, _PLACES_MOST = 40, 40, 20
_IMPORTS_MOST = 20
_ERASED = "erased"  # as the vault says of a file whose bytes are gone


class Place(NamedTuple):
    """Where a message stands in an export, and that export; `file` is None once it was erased."""

    witness: Witness
    source: KeptImport
    file: Evidence | None


class Linked(NamedTuple):
    """An entry that is linked to a message."""

    id: EntryId
    title: str


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """Everything that is said of one message; `places` has the one that was kept first."""

    message: Message  # its text cut at TEXT_CHARS
    is_cut: bool
    conversation: Conversation
    given: Kind
    places: tuple[Place, ...]
    files: tuple[Evidence, ...]
    pictures: dict[int, bytes]  # small pictures by evidence
    entries: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """An import and what was not understood of its file: the first places, and how many."""

    source: KeptImport
    places: tuple[NotUnderstood, ...]
    not_understood: int


@dataclass(frozen=True, slots=True)
class ShownConversation:
    """Everything that is said of one conversation: itself, and the imports it comes from."""

    conversation: Conversation
    reports: tuple[Report, ...]  # of the latest imports
    imports: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a file as kept; what is no text in it stands as U+FFFD."""

    text: str
    is_cut: bool
    was_whole: bool  # every byte could be read as text


def show_message(vault: Vault, message: MessageId) -> ShownMessage:
    """Read one message with all that belongs to it. Raises `NoSuchItem`."""
    found = vault.messages.get_many([message])
    if not found:
        raise NoSuchItem("message", where=str(message))
    kept = found[0]
    is_cut = len(kept.record.text) > TEXT_CHARS
    record = kept.record._replace(
        text=kept.record.text[:TEXT_CHARS], repaired=kept.record.repaired[:TEXT_CHARS]
    )
    files = tuple(_files(vault, kept))
    pictures = ((int(one.id), vault.evidence.thumbnail(one.id)) for one in files)
    return ShownMessage(
        message=replace(kept, record=record),
        is_cut=is_cut,
        conversation=vault.messages.conversation(kept.conversation),
        given=vault.message_kinds.of([message]).get(message, Kind.NONE),
        places=tuple(_place(vault, one) for one in vault.messages.sources(message)),
        files=files,
        pictures={one: data for one, data in pictures if data is not None},
        entries=tuple(
            Linked(one, title) for one, title in vault.threads.entries_of(message, _ENTRIES_MOST)
        ),
    )


def show_conversation(vault: Vault, conversation: ConversationId) -> ShownConversation:
    """Read one conversation with the imports that hold it. Raises `NoSuchItem`."""
    found = vault.imports.of_conversation(conversation)
    reports = tuple(
        Report(source, *vault.imports.not_understood(source.id, _PLACES_MOST))
        for source in found[-_IMPORTS_MOST:]
    )
    return ShownConversation(vault.messages.conversation(conversation), reports, len(found))


def read_original(vault: Vault, place: Witness, progress: Progress = SILENT) -> Stretch:
    """Read the very stretch of the export that a message is, and no more than some of it.

    Raises `NoSuchItem` where the export was erased, and `ImportFailed` where it cannot be read.
    """
    source = vault.imports.source_of(place.import_id)
    if source.original is None:
        raise NoSuchItem("evidence", where=source.name)
    file = source.original
    found = original.read_stretch(
        lambda: vault.evidence.open(file), place.locator, ORIGINAL_BYTES, progress
    )
    text = found.data.decode(found.codec, errors="replace").strip("\r\n\ufeff")
    return Stretch(text, found.is_cut, was_whole="\ufffd" not in text)


def _place(vault: Vault, witness: Witness) -> Place:
    source = vault.imports.source_of(witness.import_id)
    return Place(witness, source, _file(vault, source.original))


def _file(vault: Vault, evidence: EvidenceId | None) -> Evidence | None:
    if evidence is None:
        return None
    try:
        found = vault.evidence.get(evidence)
    except NoSuchItem:
        return None
    return None if found.problem == _ERASED else found


def _files(vault: Vault, message: Message) -> list[Evidence]:
    wanted = [one.evidence for one in message.attachments[:_FILES_MOST]]
    found = (_file(vault, evidence) for evidence in wanted)
    return [one for one in found if one is not None and not one.removed]
