"""A finished file reaches the place that the person chose, whole or not at all.

It is written beside its target under a dull name and moved there once it has passed every check.
pikepdf's own way would fall back to the system's folder for temporary files.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from logbook.errors import DiskFull, OutputNotWritable


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """Give a new empty file beside `target`, moved onto it when the block ends well.

    Whatever ends the block otherwise, a cancel too, the file is gone and `target` as it was.
    Raises `OutputNotWritable` and `DiskFull`.
    """
    if target.is_dir():
        raise OutputNotWritable("it is a folder", where=str(target))
    draft = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600))
    except OSError as error:
        raise _as_failure(error, target) from error
    try:
        yield draft
        _make_durable(draft)
        os.replace(draft, target)  # noqa: PTH105 - says what it does: replace in one step
    except OSError as error:
        raise _as_failure(error, target) from error
    finally:
        draft.unlink(missing_ok=True)


_BINARY = getattr(os, "O_BINARY", 0)


def _make_durable(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _as_failure(error: OSError, target: Path) -> OutputNotWritable | DiskFull:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFull("the report", where=str(target))
    return OutputNotWritable(error.strerror or "cannot be written", where=str(target))
