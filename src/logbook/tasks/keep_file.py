"""Bring a file in as evidence, and erase it."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from logbook.domain.evidence import Evidence, FileFacts
from logbook.domain.ids import EvidenceId
from logbook.domain.progress import SILENT, Progress
from logbook.errors import FileChanged, FileUnreadable
from logbook.media import look
from logbook.vault.evidence import NewEvidence
from logbook.vault.files import open_plain
from logbook.vault.vault import Vault

BLOCK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A file that was looked into and is not yet kept: a path, or bytes from the clipboard."""

    name: str
    facts: FileFacts
    path: Path | None = None
    data: bytes = b""
    size_bytes: int = 0
    modified_ns: int = 0


def look_at_file(path: Path, progress: Progress = SILENT) -> LookedAt:
    """Look into a file without touching the book; the pool's half of bringing it in."""
    with reading(path) as stream:
        status = os.fstat(stream.fileno())
        modified = datetime.fromtimestamp(status.st_mtime, UTC)
        facts = look.look_into(stream, path.name, modified=modified, progress=progress)
    return LookedAt(
        name=path.name,
        facts=facts,
        path=path,
        size_bytes=status.st_size,
        modified_ns=status.st_mtime_ns,
    )


def look_at_bytes(name: str, data: bytes, progress: Progress = SILENT) -> LookedAt:
    """Look into what came from the clipboard."""
    facts = look.look_into(io.BytesIO(data), name, modified=None, progress=progress)
    return LookedAt(name=name, facts=facts, data=data, size_bytes=len(data))


def keep_file(vault: Vault, looked: LookedAt, progress: Progress = SILENT) -> Evidence:
    """Copy the bytes into the book untouched; refuses a file that changed since the look."""
    if looked.path is None:
        what = NewEvidence(name=looked.name, origin="clipboard", facts=looked.facts)
        return vault.evidence.add(what, io.BytesIO(looked.data), progress)
    what = NewEvidence(name=looked.name, origin="file", facts=looked.facts)
    with reading(looked.path) as stream, vault.saving():
        kept = vault.evidence.add(what, stream, progress)
        status = os.fstat(stream.fileno())
        if (status.st_size, status.st_mtime_ns) != (looked.size_bytes, looked.modified_ns):
            raise FileChanged("size or time differs", where=looked.path.name)
    return kept


def erase_file(vault: Vault, evidence: EvidenceId) -> None:
    """Erase a file with its name and everything learnt; the journal keeps that it was erased."""
    vault.evidence.erase(evidence)


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """Open a file that the person named; every way it can fail is one clear error."""
    try:
        with open_plain(path) as stream:
            yield stream
    except OSError as error:
        raise FileUnreadable(error.strerror or "cannot be read", where=path.name) from error
