"""Evidence: a file that is kept byte for byte, and what was learnt about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from logbook.domain.ids import BlobId, EvidenceId, Sha256


class MediaClass(StrEnum):
    """What the program can do with a file, decided by its content."""

    PICTURE = "picture"
    SOUND = "sound"
    VIDEO = "video"
    PDF = "pdf"
    TEXT = "text"
    MESSAGES = "messages"  # a message export
    OTHER = "other"


class TimeBasis(StrEnum):
    """Where a file's own time comes from."""

    EXIF = "exif"
    FILE_NAME = "file_name"
    CONTAINER = "container"  # a time inside the sound, video or PDF
    MODIFIED = "modified"  # the file system's


@dataclass(frozen=True, slots=True)
class FileTime:
    """One time that a file carries: `local` is wall clock ISO 8601, `offset_min` may be None."""

    local: str
    offset_min: int | None
    basis: TimeBasis
    raw: str


@dataclass(frozen=True, slots=True)
class PrintCopy:
    """A print-ready picture made once at import: upright, opaque, without metadata.

    `data` is PNG (8-bit gray, RGB or palette, not interlaced) or baseline or progressive JPEG
    without APP1..APP15 and COM segments.
    """

    data: bytes
    media_type: str  # image/png or image/jpeg
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What looking into a file told; `problem` is set when it is kept but cannot be shown."""

    media_type: str  # by content, application/octet-stream when unknown
    media_class: MediaClass
    times: tuple[FileTime, ...] = ()
    width_px: int | None = None
    height_px: int | None = None
    duration_s: float | None = None
    pages: int | None = None
    print_copy: PrintCopy | None = None
    thumbnail: bytes | None = None  # JPEG, at most 320 px wide and 720 high
    problem: str = ""  # a code: "too_large", "broken", "encrypted", "unsupported"
    notes: tuple[str, ...] = ()  # codes: "animated" (first frame shown), "name_disagrees"


@dataclass(frozen=True, slots=True)
class FileCheck:
    """The last time that the bytes of a kept file were compared with their fingerprint."""

    checked_at: datetime  # UTC
    same: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """A kept file. `name` is the name as given and is a label only, never a path."""

    id: EvidenceId
    blob: BlobId
    name: str
    sha256: Sha256
    size_bytes: int
    media_type: str
    media_class: MediaClass
    added_at: datetime  # UTC
    origin: str  # "file", "clipboard", "import"
    times: tuple[FileTime, ...] = ()
    width_px: int | None = None
    height_px: int | None = None
    duration_s: float | None = None
    pages: int | None = None
    problem: str = ""
    notes: tuple[str, ...] = ()  # codes, as in `FileFacts`
    description: str = ""
    transcript: str = ""
    removed: bool = False
