"""What a finished report tells of itself; plain enough for a window that makes no pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from logbook.domain.ids import Sha256
from logbook.export.checks import Check


class SectionPages(NamedTuple):
    """Where a section stands: its first page, from 1, and how many it has."""

    id: str
    title: str
    first: int
    pages: int


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One file of a report as it lies at the place chosen."""

    path: Path
    pages: int
    bytes: int
    sha256: Sha256


@dataclass(frozen=True, slots=True)
class ReportResult:
    """A finished report and what its checks found."""

    files: tuple[ReportFile, ...]
    entries: int
    exhibits: int
    profile: str
    checks: tuple[Check, ...]
    sections: tuple[SectionPages, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A report as it would be written, in memory, with what is worth a look."""

    data: bytes
    pages: int
    page_pt: tuple[float, float]  # width and height of every page
    entries: int
    messages: int
    files: int
    exhibits: int  # the first ones; conversations follow them
    conversations: int
    checks: tuple[Check, ...]
    sections: tuple[SectionPages, ...]
