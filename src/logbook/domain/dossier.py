"""The frozen selection that a report is made from: nothing else of the book reaches the export.

There is no field for a private note anywhere in this module, so none can be printed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from logbook.domain.entry import AuthorityReport, Kind
from logbook.domain.evidence import FileTime, MediaClass, PrintCopy
from logbook.domain.ids import EntryId, EvidenceId, Sha256
from logbook.domain.message import MessageRecord
from logbook.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class Caption:
    """The head of a filing; an empty part prints as a blank line to fill in."""

    court: str
    case_number: str
    petitioner: str  # already in the chosen form
    respondent: str
    title: str


@dataclass(frozen=True, slots=True)
class DossierFile:
    """A file that becomes an exhibit. The loaders are called late and once, one file at a time."""

    evidence: EvidenceId
    name: str
    sha256: Sha256
    size_bytes: int
    media_type: str
    media_class: MediaClass
    added_at: datetime
    times: tuple[FileTime, ...]
    description: str
    transcript: str
    duration_s: float | None
    problem: str
    print_copy: Callable[[], PrintCopy | None]
    pdf_bytes: Callable[[], bytes] | None = None  # an imported PDF as it is; export cleans it
    page_picture: Callable[[int], bytes] | None = None  # PNG of a page of it, counted from 0


@dataclass(frozen=True, slots=True)
class DossierMessage:
    """A message that is printed, with its number in the whole conversation."""

    number: int
    record: MessageRecord
    sender_name: str  # as the report names the sender; the raw identifier stays in the record
    files: tuple[EvidenceId, ...]


@dataclass(frozen=True, slots=True)
class DossierSource:
    """A later export file of a conversation, with the numbers of the messages that it brought."""

    name: str
    sha256: Sha256
    size_bytes: int
    imported_at: datetime
    numbers: tuple[int, ...]
    participants: tuple[str, ...] = ()  # as this export names them


@dataclass(frozen=True, slots=True)
class DossierThread:
    """The chosen part of a conversation and what is needed to see that nothing is hidden."""

    title: str
    platform: str
    participants: tuple[str, ...]  # as the first export names them
    total: int
    messages: tuple[DossierMessage, ...]
    source_name: str
    source_sha256: Sha256
    source_size_bytes: int
    imported_at: datetime
    zone: str
    zone_basis: str
    date_order_basis: str
    later_sources: tuple[DossierSource, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierEntry:
    """One entry as it is printed."""

    id: EntryId
    number: int
    title: str
    text: str
    happened: Moment
    recorded_at: datetime
    recorded_zone: str
    changes: int
    last_changed_at: datetime
    kind: Kind
    place: str
    exact_words: str
    effect: str
    response: str
    report: AuthorityReport
    people: tuple[str, ...]
    witnesses: tuple[str, ...]
    files: tuple[EvidenceId, ...]
    messages: tuple[tuple[int, int], ...] = ()  # place in `Dossier.threads`, number of the message


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything a report may print, chronological, undated entries last."""

    caption: Caption
    profile: str
    page: str
    zone: str
    made_at: datetime  # UTC
    entries: tuple[DossierEntry, ...]
    files: tuple[DossierFile, ...]
    threads: tuple[DossierThread, ...]
    sections: tuple[str, ...] | None
    bates_prefix: str
    bates_start: int
    journal_root: bytes  # 32 bytes: the state of the record this was made from
    journal_size: int
    protected: tuple[str, ...] = ()  # strings that must not occur in the output
    protected_parts: tuple[str, ...] = ()  # words of those that are worth a look by themselves
    language: str = ""  # of the pages, such as "en" or "es"; empty: the one in use
