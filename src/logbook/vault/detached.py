"""A kept file that any thread may read, for looking at it while the vault's thread does other work.

A small file lies in memory; a large one is decrypted on demand from its own encrypted file. Closing
forgets both, at once and for every stream that was given out.
"""

from __future__ import annotations

import io
import os
import threading
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BUFFER_BYTES = 64 * 1024


class DetachedFile:
    """The bytes of one kept file. `stream` gives as many independent readers as are wanted.

    Reads raise what the vault's own reader raises (`OriginalDamaged`, `OriginalMissing`), and
    `ValueError` after `close`, which waits for a read on another thread to end.
    """

    def __init__(self, reader: io.RawIOBase | io.BytesIO, size_bytes: int) -> None:
        self.size_bytes = size_bytes
        self._reader: io.RawIOBase | io.BytesIO | None = reader
        self._one_at_a_time = threading.Lock()

    @property
    def closed(self) -> bool:
        """Whether the bytes were forgotten."""
        return self._reader is None

    def stream(self) -> BinaryIO:
        """Return a reader with a place of its own; it needs no closing."""
        return cast("BinaryIO", io.BufferedReader(_Stream(self), _BUFFER_BYTES))

    def read_at(self, offset: int, length: int) -> bytes:
        """Return up to `length` bytes from `offset`; fewer at the end of the file alone."""
        with self._one_at_a_time:
            if self._reader is None:
                raise ValueError("the file is closed")
            self._reader.seek(offset)
            return self._reader.read(length) or b""

    def close(self) -> None:
        """Forget the bytes and the key; may be called twice."""
        with self._one_at_a_time:
            reader, self._reader = self._reader, None
            if reader is not None:
                reader.close()


class _Stream(io.RawIOBase):
    """One reader's place in a detached file."""

    def __init__(self, file: DetachedFile) -> None:
        super().__init__()
        self._file = file
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._file.size_bytes}[whence]
        if base + offset < 0:
            raise ValueError("negative seek position")
        self._at = base + offset
        return self._at

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        data = self._file.read_at(self._at, len(view))
        view[: len(data)] = data
        self._at += len(data)
        return len(data)
