"""A foreign file as this room reads it: a path that is opened here, or a stream of the caller."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from logbook.errors import FileUnreadable


@contextlib.contextmanager
def opened(where: BinaryIO | Path) -> Iterator[tuple[BinaryIO, int]]:
    """Give a seekable stream and its size; a stream of the caller stays open.

    Raises `FileUnreadable` when a path cannot be opened or read.
    """
    if not isinstance(where, Path):
        yield where, _size(where)
        return
    try:
        with where.open("rb") as stream:
            yield stream, _size(stream)
    except OSError as error:
        raise FileUnreadable(error.strerror or "cannot be read", where=where.name) from error


def _size(stream: BinaryIO) -> int:
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    return size
