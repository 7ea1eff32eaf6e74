"""Which kept files a list shall show, what one line of it says, and how the last check went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from logbook.domain.evidence import MediaClass, TimeBasis
from logbook.domain.ids import BlobId, EntryId, EvidenceId


class FileOrder(StrEnum):
    """In which order files are listed."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
    LARGEST = "largest"


@dataclass(frozen=True, slots=True)
class EntryChoice:
    """Some entries, or every one that is kept."""

    entries: tuple[EntryId, ...] = ()
    every: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceFilter:
    """Which files to list; an empty part does not filter."""

    media: tuple[MediaClass, ...] = ()
    unlinked: bool = False  # in no entry, no message, and no export that messages came from
    used_by: EntryChoice | None = None  # files of these entries, and no others
    changed: bool = False  # the last check found other bytes
    match: str = ""
    days: tuple[date, date] | None = None  # files of these days are found beside those of `match`
    removed: bool = False  # true: the bin, and only the bin
    order: FileOrder = FileOrder.NEWEST


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One file of a long list, cheap to fetch by the page."""

    id: EvidenceId
    blob: BlobId
    name: str
    media_type: str
    media_class: MediaClass
    size_bytes: int
    added_at: datetime  # UTC
    local: str  # the file's own time, wall clock ISO 8601 or a day; empty: it carries none
    basis: TimeBasis | None
    duration_s: float | None
    pages: int | None
    problem: str  # as in `FileFacts`
    has_picture: bool  # a small one
    entries: int  # kept entries that have it
    in_messages: bool  # messages have it, or came from it
    same: bool | None  # what the last check of its bytes found; None: none since it was added
    checked_at: datetime | None
    removed: bool


@dataclass(frozen=True, slots=True)
class FileCounts:
    """How many files of each kind there are, and the bytes of their originals, each once."""

    of_class: dict[MediaClass, int]
    unlinked: int
    removed: int
    size_bytes: int

    @property
    def all(self) -> int:
        """How many there are outside the bin."""
        return sum(self.of_class.values())


@dataclass(frozen=True, slots=True)
class FileCheckState:
    """How the files outside the bin stand since each was last compared with its digest."""

    files: int
    checked: int
    changed: int
    checked_at: datetime | None  # the oldest of the checks that count, UTC
