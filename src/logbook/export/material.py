"""What the sections of a report are made from: the dossier and everything prepared for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from logbook.domain.dossier import Dossier, DossierFile
from logbook.domain.ids import EvidenceId
from logbook.export.documents import Documents
from logbook.export.look import Look
from logbook.export.pages import Anchor
from logbook.export.plan import Plan
from logbook.export.profiles import Profile
from logbook.export.typesetting import Typesetter


@dataclass(frozen=True, slots=True)
class Ready:
    """A picture, or a page of a document, that is in the file and can be placed.

    The size is in pixels for a picture and in points for a page. `words` are those on a page that
    is shown as a picture of itself.
    """

    name: str
    width: float
    height: float
    words: str = ""


@dataclass(slots=True)
class Material:
    """Everything that a section may print."""

    dossier: Dossier
    profile: Profile
    look: Look
    plan: Plan
    setter: Typesetter
    cleaned: Documents
    listed: tuple[tuple[str, str], ...] = ()  # sections that the index names: id and title
    pictures: dict[EvidenceId, Ready] = field(default_factory=dict)
    documents: dict[EvidenceId, list[Ready]] = field(default_factory=dict)
    unread: set[EvidenceId] = field(default_factory=set)  # documents whose words cannot be read
    unseen: dict[EvidenceId, list[int]] = field(default_factory=dict)  # pages of a document
    _numbers: dict[int, set[int]] = field(default_factory=dict)

    @property
    def bundle_id(self) -> str:
        """Return a short name for this very bundle, the same for the same dossier."""
        dossier = self.dossier
        digest = sha256(dossier.journal_root)
        for part in (
            dossier.journal_size,
            dossier.made_at.isoformat(),
            [entry.id for entry in dossier.entries],
            [[message.number for message in thread.messages] for thread in dossier.threads],
            [thread.source_sha256.hex() for thread in dossier.threads],
            [file.sha256.hex() for file in dossier.files],
            dossier.caption,
            (dossier.profile, dossier.page, dossier.zone, dossier.sections, dossier.language),
            (dossier.bates_prefix, dossier.bates_start),
        ):
            digest.update(ascii(part).encode() + b"\0")
        return digest.hexdigest()[:8].upper()

    def is_printed(self, file: DossierFile) -> bool:
        """Return whether pages of the report show this file."""
        return file.evidence in self.pictures or bool(self.documents.get(file.evidence))

    def numbers_of(self, thread: int) -> set[int]:
        """Return the numbers of the messages of a conversation that are printed."""
        if not self._numbers:
            for place, held in enumerate(self.dossier.threads):
                self._numbers[place] = {message.number for message in held.messages}
        return self._numbers.get(thread, set())


def section_anchor(section: str) -> Anchor:
    """Return the name of the place where a section starts."""
    return (f"section {section}", 0)


def exhibit_anchor(index: int) -> Anchor:
    """Return the name of the place where an exhibit starts."""
    return ("exhibit", index)


def file_anchor(evidence: EvidenceId) -> Anchor:
    """Return the name of the place where a file is shown or described."""
    return ("file", evidence)


def message_anchor(thread: int, number: int) -> Anchor:
    """Return the name of the place where a message stands."""
    return (f"thread {thread}", number)
