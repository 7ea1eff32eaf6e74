"""A finished file reaches the place that the person chose, whole or not at all.

It is written beside its target under a dull name and moved there once it has passed every check.
pikepdf's own way would fall back to the system's folder for temporary files.
"""

from __future__ import annotations

import errno
import io
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from logbook.errors import DiskFull, OutputNotWritable

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer


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
def written_beside(target: Path, *, new: bool = False) -> Iterator[Path]:
    """Give a new empty file beside `target`, moved onto it when the block ends well.

    Whatever ends the block otherwise, a cancel too, the file is gone and `target` as it was.
    Raises `OutputNotWritable` and `DiskFull`; with `new` also `FileExistsError` for a `target` that
    is there when the block ends, which stays as it is.
    """
    refuse_no_place(target)
    draft = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600))
    except OSError as error:
        raise _as_failure(error, target) from error
    try:
        yield draft
        _make_durable(draft)
        if new:
            _move_to_new(draft, target)
        else:
            os.replace(draft, target)  # noqa: PTH105 - says what it does: replace in one step
    except FileExistsError:
        raise
    except OSError as error:
        raise _as_failure(error, target) from error
    finally:
        draft.unlink(missing_ok=True)


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
