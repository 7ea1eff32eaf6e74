"""A finished file reaches the place that the person chose, whole or not at all.

Until it has passed every check it has no name there, where the system can do that: then nothing is
left of it even when the process is killed. Elsewhere it lies beside its target under a dull name,
and the next save into that folder takes away what a killed one left.
pikepdf's own way would fall back to the system's folder for temporary files.
"""

from __future__ import annotations

import errno
import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from logbook.errors import DiskFull, OutputNotWritable
from logbook.export import left_over

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that is being written.

    `path` is for this process, and for a child that inherits what is `handed_on`.
    """

    path: Path
    handed_on: tuple[int, ...] = ()


def refuse_no_place(target: Path) -> None:
    """Raise `OutputNotWritable` where no file can be: known before any work is done."""
    try:
        # A folder; or a device or a pipe, whose place in the system no file must take.
        is_no_file = not target.name or (target.exists() and not target.is_file())
        if is_no_file or not target.parent.is_dir():
            raise OutputNotWritable("it is no file", where=str(target))
    except OSError as error:
        raise _as_failure(error, target) from error


@contextmanager
def written_beside(target: Path, *, new: bool = False) -> Iterator[Draft]:
    """Give a new empty file that stands at `target` when the block ends well.

    Whatever ends the block otherwise, a cancel too, the file is gone and `target` as it was.
    Raises `OutputNotWritable` and `DiskFull`; with `new` also `FileExistsError` for a `target` that
    is there when the block ends, which stays as it is. Who writes many `new` ones into a folder
    calls `left_over.take_away` once.
    """
    refuse_no_place(target)
    if not new:
        left_over.take_away(target.parent)
    writing = _without_a_name if _can_be_without_a_name(target.parent) else _under_a_dull_name
    try:
        with writing(target, new=new) as draft:
            yield draft
    except FileExistsError:
        raise
    except OSError as error:
        raise _as_failure(error, target) from error


class PatientSink(io.RawIOBase):
    """A stream that keeps the first failure of its disk to itself until it is asked.

    qpdf ends the whole process when a write fails under a compressing pipeline, as on a full disk
    (std::terminate from a destructor, seen with pikepdf 10). So it is never told.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._failure: OSError | None = None

    def writable(self) -> bool:
        """Say that bytes may come."""
        return True

    def write(self, data: Buffer, /) -> int:
        """Write all of `data`, or nothing more once the disk has failed."""
        if self._failure is None:
            try:
                self._file.write(data)
            except OSError as error:
                self._failure = error
        return memoryview(data).nbytes

    def tell_failure(self) -> None:
        """Raise the failure that a write met."""
        if self._failure is not None:
            raise self._failure


_BINARY = getattr(os, "O_BINARY", 0)
_UNNAMED = getattr(os, "O_TMPFILE", 0)  # Linux has it, on most of its own file systems


def _can_be_without_a_name(folder: Path) -> bool:
    """Tell whether a file can lie in this folder that no name leads to, and get one later."""
    if not _UNNAMED:
        return False
    try:
        os.close(os.open(folder, os.O_RDWR | _UNNAMED, 0o600))
    except OSError:  # also what keeps any file from being there: the other way says so
        return False
    return True


@contextmanager
def _without_a_name(target: Path, *, new: bool) -> Iterator[Draft]:
    file = os.open(target.parent, os.O_RDWR | _UNNAMED, 0o600)
    try:
        left_over.hold(file)
        draft = Draft(Path(f"/proc/self/fd/{file}"), (file,))
        yield draft
        _make_durable(draft.path)
        try:
            _name_it(file, target, new=new)
        except FileExistsError:
            raise
        except OSError:  # no /proc, or a disk that gives no names later
            with _under_a_dull_name(target, new=new) as other:
                shutil.copyfile(draft.path, other.path)
    finally:
        os.close(file)


def _name_it(file: int, target: Path, *, new: bool) -> None:
    try:
        _name(file, target)
    except FileExistsError:
        if new:
            raise
        _name_over(file, target)


def _name(file: int, target: Path) -> None:
    """Give a file its first name, which nothing may have."""
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        # With a folder given, Python calls `linkat` and has it follow the link in /proc.
        source = f"/proc/self/fd/{file}"
        os.link(source, target.name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)


def _name_over(file: int, target: Path) -> None:
    """Put a file in the place of another one; links cannot, so it has a dull name for a moment."""
    between = target.with_name(left_over.new_name())
    try:
        _name(file, between)
        os.replace(between, target)  # noqa: PTH105 - says what it does: replace in one step
    finally:
        between.unlink(missing_ok=True)


@contextmanager
def _under_a_dull_name(target: Path, *, new: bool) -> Iterator[Draft]:
    path = target.with_name(left_over.new_name())
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    with left_over.held(file):
        try:
            yield Draft(path)
            _make_durable(path)
            if new:
                _move_to_new(path, target)
            else:
                os.replace(path, target)  # noqa: PTH105 - as above
        finally:
            path.unlink(missing_ok=True)


def _move_to_new(draft: Path, target: Path) -> None:
    """Move a file to a name that nothing has, in one step wherever the disk can do that."""
    if os.name == "nt":
        draft.rename(target)  # refuses a name that is taken
        return
    try:
        target.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a stick with FAT knows no links
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "taken") from None
        draft.rename(target)


def _make_durable(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _as_failure(error: OSError, target: Path) -> OutputNotWritable | DiskFull:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFull("the report", where=str(target))
    return OutputNotWritable(error.strerror or "cannot be written", where=str(target))
