"""Copies of kept files outside the book: one where the person says, or many in a folder.

Every copy is read back and compared before it gets its name; the originals are only read.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from logbook.domain.evidence import Evidence, MediaClass
from logbook.domain.ids import EvidenceId
from logbook.domain.progress import SILENT, Progress
from logbook.errors import (
    Cancelled,
    CannotBeCleaned,
    DiskFull,
    LogbookError,
    OriginalDamaged,
    OutputInsideBook,
    OutputNotWritable,
    PictureUnreadable,
    VaultGone,
)
from logbook.export import left_over
from logbook.export.saving import Draft
from logbook.i18n import translate
from logbook.media import clean, kind
from logbook.tasks.keep_file import BLOCK_BYTES
from logbook.tasks.save_outside import draft_outside
from logbook.vault.vault import Vault

_NAME_BYTES_MOST = 200  # of the 255 that disks take, and some for a number
_ENDING_CHARS_MOST = 10
_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png"}  # of what cleaning makes
_NUMBERS_MOST = 100_000


@dataclass(frozen=True, slots=True)
class NotSaved:
    """A file of which there is no copy, and why."""

    id: EvidenceId
    name: str
    error: LogbookError


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies that were made, in order, and what was wrong with the others."""

    folder: Path
    asked: int
    saved: list[Path] = field(default_factory=list)
    problems: list[NotSaved] = field(default_factory=list)

    @property
    def finished(self) -> bool:
        """False when a Stop, or a disk that takes no more, left files that were not tried."""
        return len(self.saved) + len(self.problems) == self.asked


def save_file(
    vault: Vault,
    evidence: EvidenceId,
    out: Path,
    progress: Progress = SILENT,
    *,
    without_hidden_data: bool = False,
) -> Path:
    """Write the untouched bytes, or a copy without hidden data, to the place chosen.

    `out` is a file, which is written over, or a folder, in which nothing is. Raises
    `OriginalDamaged` when the bytes are not those that were added, and what `draft_outside` raises.
    """
    kept = vault.evidence.get(evidence)
    copying = _Copying(vault, progress, kept.size_bytes, clean=without_hidden_data)
    if _is_folder(out):
        left_over.take_away(out)
        return copying.into(out, kept)
    copying.onto(out, kept)
    return out


def save_files(
    vault: Vault,
    files: Sequence[EvidenceId],
    folder: Path,
    progress: Progress = SILENT,
    *,
    without_hidden_data: bool = False,
) -> Copies:
    """Write copies into a folder under the files' own names, numbered where a name is taken.

    A file that cannot be copied does not hold up the others; a place that takes none does. A Stop
    leaves the copies that are whole. Raises `OutputInsideBook` and `OutputNotWritable` for a folder
    that cannot be used at all. Progress is in bytes; between blocks other work gets its turn.
    """
    if not _is_folder(folder):
        raise OutputNotWritable("it is no folder", where=str(folder))
    kept = [vault.evidence.get(one) for one in files]
    total = sum(one.size_bytes for one in kept)
    copying = _Copying(vault, progress, total, clean=without_hidden_data)
    copies = Copies(folder, len(kept))
    left_over.take_away(folder)
    try:
        for one in kept:
            if not _save_one(copying, copies, one):
                break
    except Cancelled:
        if not copies.saved:
            raise
    return copies


def can_be_cleaned(media_class: MediaClass, media_type: str) -> bool:
    """Tell whether a copy without hidden data can be made of such a file (`clean`)."""
    return media_class is MediaClass.PICTURE or clean.hides_nothing(media_type)


def count_cleanable(vault: Vault, files: Sequence[EvidenceId]) -> int:
    """Return of how many of these files a copy without hidden data can be made."""
    rows = vault.evidence_lists.rows(files)
    return sum(can_be_cleaned(one.media_class, one.media_type) for one in rows)


def _save_one(copying: _Copying, copies: Copies, kept: Evidence) -> bool:
    """Save one of several and note how that went; False when no other can be saved either."""
    try:
        copies.saved.append(copying.into(copies.folder, kept))
    except OutputInsideBook:
        raise
    except LogbookError as error:
        copies.problems.append(NotSaved(kept.id, kept.name, error))
        no_more = isinstance(error, DiskFull | VaultGone)
        return not no_more and _is_folder(copies.folder)
    return True


class _Copying:
    """Writes copies and tells how far all of them are: half for writing, half for reading back."""

    def __init__(self, vault: Vault, progress: Progress, total: int, *, clean: bool) -> None:
        self._vault = vault
        self._progress = progress
        self._total = total * 2
        self._clean = clean
        self._done = 0
        self._doing = translate("Evidence", "Saving copies")

    def into(self, folder: Path, kept: Evidence) -> Path:
        """Write a copy into a folder under a name that nothing there has."""
        before = self._done
        try:
            data, ending = self._cleaned(kept)
            for number in range(1, _NUMBERS_MOST):
                target = folder / _name_of(kept, number, ending)
                if os.path.lexists(target):
                    continue
                with suppress(FileExistsError):  # somebody else took the name meanwhile
                    self._onto_new(target, kept, data)
                    return target
            raise OutputNotWritable("no name is free", where=str(folder))
        finally:
            self._done = before + 2 * kept.size_bytes  # whatever became of it

    def onto(self, target: Path, kept: Evidence) -> None:
        """Write a copy in the place of whatever file is there."""
        data, _ending = self._cleaned(kept)
        with draft_outside(self._vault, target) as draft:
            self._fill(draft, kept, data)

    def _onto_new(self, target: Path, kept: Evidence, data: bytes | None) -> None:
        with draft_outside(self._vault, target, new=True) as draft:
            self._fill(draft, kept, data)

    def _cleaned(self, kept: Evidence) -> tuple[bytes | None, str]:
        """Return a copy without hidden data and the ending of its kind; None: it stays as it is."""
        self._say(0)
        if not self._clean:
            return None, ""
        with self._vault.evidence.open(kept.id) as stream:
            try:
                data = clean.without_hidden_data(stream, kept.media_type)
            except PictureUnreadable as error:  # what helps is the same
                raise CannotBeCleaned(str(error), where=str(kept.id)) from error
        made, _class = kind.recognise(data[: kind.HEAD_BYTES])
        return data, "" if made == kept.media_type else _ENDINGS.get(made, "")

    def _fill(self, draft: Draft, kept: Evidence, data: bytes | None) -> None:
        written = hashlib.sha256()
        with draft.path.open("wb") as sink:
            for block in self._blocks(kept, data):
                sink.write(block)
                written.update(block)
                self._say(len(block))
            sink.flush()
            _let_the_disk_answer(sink.fileno())
        if data is None and written.digest() != kept.sha256:
            raise OriginalDamaged("other bytes than were added", where=str(kept.id))
        again = hashlib.sha256()
        with draft.path.open("rb") as stream:
            while block := stream.read(BLOCK_BYTES):
                again.update(block)
                self._say(len(block))
        if again.digest() != written.digest():
            raise OutputNotWritable("the copy reads otherwise than it was written")

    def _blocks(self, kept: Evidence, data: bytes | None) -> Iterator[bytes]:
        if data is not None:
            yield data
            return
        with self._vault.evidence.open(kept.id) as stream:
            while block := stream.read(BLOCK_BYTES):
                yield block

    def _say(self, more: int) -> None:
        self._done += more
        self._progress(min(self._done, self._total), self._total, self._doing)
        self._progress.give_way()


def _name_of(kept: Evidence, number: int, ending: str) -> str:
    """Return a name that every disk takes: one from an export may be a path, or no name at all."""
    name = re.sub(r'[\x00-\x1f/\\:*?"<>|\ud800-\udfff]', "_", kept.name).strip(". ") or "file"
    stem, dot, last = name.rpartition(".")
    if not stem or len(last) >= _ENDING_CHARS_MOST:
        stem, dot, last = name, "", ""
    cut = stem.encode()[:_NAME_BYTES_MOST].decode(errors="ignore").rstrip(". ")
    mark = f" ({number})" if number > 1 else ""
    return cut + mark + (ending or dot + last)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise OutputNotWritable(error.strerror or "cannot be written", where=str(path)) from error


def _let_the_disk_answer(file: int) -> None:
    """Let the next reading come from the disk, where the system can be asked for that."""
    os.fsync(file)
    if sys.platform == "linux":
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
