"""A large kept file as one encrypted file (AES-256-GCM STREAM): written once, read by seeking.

The file: `VATT` 01, then chunks of 64 KiB, each followed by its 16-byte tag. The nonce of a chunk
is seven zero bytes, its number as a big-endian u32, and 1 for the last chunk, else 0; so chunks
cannot be moved, repeated or dropped. The associated data binds every chunk to the file's own id, so
that two files cannot be swapped. Each file has its own random key, kept in the database: a nonce is
never used twice under one key. The plain bytes are followed by zeros up to the Padme length, which
hides the true size to within 12 %; the true size stands in the database. (Research: security 3.5.)
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from logbook.errors import OriginalDamaged, OriginalMissing
from logbook.vault.files import failure_of, open_new, open_plain, sync_folder, write_all
from logbook.vault.pieces import PieceReader

# What opening a pipe, a device, a folder or a socket ends in.
_NO_PLAIN_FILE = {errno.EINVAL, errno.EISDIR, errno.ENXIO}
MAGIC = b"VATT\x01"
CHUNK_BYTES = 64 * 1024
TAG_BYTES = 16
KEY_BYTES = 32
ID_BYTES = 16


def padded(size_bytes: int) -> int:
    """Return the length that `size_bytes` is hidden in (Padme: at most 12 % more)."""
    if size_bytes < 2:  # noqa: PLR2004 - the formula starts at two
        return size_bytes
    exponent = size_bytes.bit_length() - 1
    mask = (1 << (exponent - exponent.bit_length())) - 1
    return (size_bytes + mask) & ~mask


def size_on_disk(size_bytes: int) -> int:
    """Return how long the encrypted file of `size_bytes` plain bytes is."""
    return len(MAGIC) + padded(size_bytes) + _chunks(size_bytes) * TAG_BYTES


def _chunks(size_bytes: int) -> int:
    return max(1, -(-padded(size_bytes) // CHUNK_BYTES))


def _nonce(number: int, *, last: bool) -> bytes:
    return bytes(7) + number.to_bytes(4, "big") + bytes([last])


class StreamWriter:
    """Writes one encrypted file in an existing folder; it has its name only after `finish`.

    Use as a context manager: leaving without `finish` removes the unfinished file, because one that
    stays keeps a full disk full. Every method raises the vault's failures for errors of the disk.
    """

    def __init__(self, path: Path, key: bytes, file_id: bytes) -> None:
        self._path = path
        self._unfinished = path.with_name(path.name + ".tmp")
        self._cipher = AESGCM(key)
        self._bound_to = MAGIC + file_id
        self._rest = bytearray()
        self._written = 0
        self._number = 0
        try:
            self._file = open_new(self._unfinished)
        except OSError as error:
            raise failure_of(error) from error
        self._sealed = [MAGIC]  # chunks that wait for one write

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.discard()

    def write(self, data: bytes) -> None:
        """Encrypt and write what is certainly not the last chunk; keep the rest in memory."""
        self._rest += data
        self._written += len(data)
        whole = (len(self._rest) - 1) // CHUNK_BYTES * CHUNK_BYTES
        with memoryview(self._rest) as view:
            for start in range(0, whole, CHUNK_BYTES):
                self._chunk(view[start : start + CHUNK_BYTES], last=False)
        del self._rest[: max(0, whole)]
        self._put()

    def finish(self) -> None:
        """Pad, close the stream, and give the file its name; durable when this returns."""
        size_bytes = self._written
        padding = padded(size_bytes) - size_bytes
        while padding:
            some = min(padding, CHUNK_BYTES)
            self.write(bytes(some))
            padding -= some
        self._chunk(self._rest, last=True)
        self._put()
        try:
            os.fsync(self._file.fileno())
            self._file.close()
            self._unfinished.replace(self._path)
            sync_folder(self._path.parent)
        except OSError as error:
            raise failure_of(error) from error

    def discard(self) -> None:
        """Remove the unfinished file; after `finish` there is none and nothing happens."""
        with suppress(OSError):  # what stays is swept a day later; an earlier failure is told
            self._file.close()
            self._unfinished.unlink(missing_ok=True)

    def _chunk(self, plain: bytes | bytearray | memoryview, *, last: bool) -> None:
        nonce = _nonce(self._number, last=last)
        self._sealed.append(self._cipher.encrypt(nonce, plain, self._bound_to))
        self._number += 1

    def _put(self) -> None:
        data = b"".join(self._sealed)
        self._sealed.clear()
        try:
            write_all(self._file, data)
        except OSError as error:
            raise failure_of(error) from error


class StreamReader(PieceReader):
    """Reads an encrypted file by seeking; every byte it returns was proven to be as written."""

    def __init__(self, path: Path, key: bytes, file_id: bytes, size_bytes: int) -> None:
        """Open the file; raises `OriginalMissing`, or `OriginalDamaged` if its length is wrong."""
        super().__init__(size_bytes, CHUNK_BYTES)
        self._name = path.name
        self._cipher = AESGCM(key)
        self._bound_to = MAGIC + file_id
        self._last = _chunks(size_bytes) - 1
        self._file = _open_kept(path)
        try:
            self._check_head(size_on_disk(size_bytes))
        except BaseException:
            self._file.close()
            raise

    def _check_head(self, expected: int) -> None:
        length = self._file.seek(0, os.SEEK_END)
        if length != expected:
            first_wrong = min(length, expected)
            raise OriginalDamaged(
                f"{length} bytes instead of {expected}", where=f"{self._name} byte {first_wrong}"
            )
        if self._read(0, len(MAGIC)) != MAGIC:
            raise OriginalDamaged("not an encrypted original", where=f"{self._name} byte 0")

    def check_padding(self) -> None:
        """Prove the chunks that hold nothing but padding, which no reader ever asks for."""
        for number in range(-(-self.size_bytes // CHUNK_BYTES), self._last + 1):
            self._fetch(number)

    def _fetch(self, number: int) -> bytes:
        start = len(MAGIC) + number * (CHUNK_BYTES + TAG_BYTES)
        sealed = self._read(start, CHUNK_BYTES + TAG_BYTES)
        try:
            return self._cipher.decrypt(
                _nonce(number, last=number == self._last), sealed, self._bound_to
            )
        except InvalidTag as error:
            raise OriginalDamaged(
                "a chunk does not match its tag", where=f"{self._name} byte {start}"
            ) from error

    def _read(self, start: int, length: int) -> bytes:
        try:
            self._file.seek(start)
            return self._file.read(length)
        except OSError as error:
            raise failure_of(error) from error

    def close(self) -> None:
        """Close the file. Python closes a reader that could not be made, too: it has none."""
        if "_file" in vars(self):
            self._file.close()
        super().close()


def _open_kept(path: Path) -> BinaryIO:
    """Open a kept file; what is no file in its place is damage like any other."""
    try:
        return open_plain(path)
    except FileNotFoundError as error:
        raise OriginalMissing(where=path.name) from error
    except OSError as error:
        if error.errno in _NO_PLAIN_FILE:
            raise OriginalDamaged("no plain file", where=path.name) from error
        raise failure_of(error) from error
