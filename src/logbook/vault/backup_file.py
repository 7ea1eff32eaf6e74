"""The file format of a backup: one file, all of it ciphertext, all of it authenticated.

    magic        8 bytes  LGBKUP, 00, version 01
    section *    tag (1 byte), length (8 bytes, big-endian), content
    H            the header of the vault, as `vault.hdr`; always first
    D            the database, SQLCipher under its own backup key; always second
    A            16 bytes of id, then the bytes of one kept file (`stream.py`); any number
    M            HMAC-SHA256 over everything before this section; always last

Nothing but the header is believed before the mac over the whole file has been found right.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from logbook.errors import BackupDamaged, NewerVersion
from logbook.vault.files import failure_of

MAGIC = b"LGBKUP\x00\x01"
HEADER, DATABASE, ATTACHMENT, MAC = b"H", b"D", b"A", b"M"
ID_BYTES = 16

_MAGIC_NAME = MAGIC[:7]
_LENGTH_BYTES = 8
_MAC_BYTES = 32
_READ_BYTES = 1 << 20

Advance = Callable[[int], None]  # told how many bytes were moved; may raise `Cancelled`


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a backup: where its content starts, and how long it is."""

    tag: bytes
    offset: int
    length: int


class Writer:
    """Writes a backup into an open file, front to back."""

    def __init__(self, out: BinaryIO, mac_key: bytes | bytearray, advance: Advance) -> None:
        self._out = out
        self._mac = hmac.new(mac_key, digestmod="sha256")
        self._advance = advance
        self._put(MAGIC)

    def small(self, tag: bytes, content: bytes) -> None:
        """Add a small section."""
        self._put(tag + len(content).to_bytes(_LENGTH_BYTES, "big") + content)

    def stream(self, tag: bytes, prefix: bytes, content: BinaryIO) -> None:
        """Add a section of `prefix` and all bytes of a file, which must not grow meanwhile."""
        length = os.fstat(content.fileno()).st_size
        self._put(tag + (len(prefix) + length).to_bytes(_LENGTH_BYTES, "big") + prefix)
        left = length
        while left and (data := _read(content, min(_READ_BYTES, left))):
            self._put(data)
            left -= len(data)
        if left:
            raise BackupDamaged("a file shrank while it was copied")

    def finish(self) -> None:
        """Close the file off with the mac, and make it durable."""
        self.small(MAC, self._mac.digest())
        self._out.flush()
        os.fsync(self._out.fileno())

    def _put(self, data: bytes) -> None:
        self._out.write(data)
        self._mac.update(data)
        self._advance(len(data))


def _read(content: BinaryIO, size: int) -> bytes:
    """Read from a file of the vault: an error of its disk is not one of the backup's."""
    try:
        return content.read(size)
    except OSError as error:
        raise failure_of(error) from error


def sections(file: BinaryIO) -> Iterator[Section]:
    """Walk a backup by its lengths alone; raises `BackupDamaged` and `NewerVersion`.

    Nothing is believed here but that a length stays within the file.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    magic = file.read(len(MAGIC))
    if magic[:7] != _MAGIC_NAME or len(magic) != len(MAGIC):
        raise BackupDamaged("not a backup of this program")
    if magic != MAGIC:
        raise NewerVersion("a backup of a later version")
    at = len(MAGIC)
    while at < size:
        file.seek(at)
        start = file.read(1 + _LENGTH_BYTES)
        if len(start) != 1 + _LENGTH_BYTES:
            raise BackupDamaged("cut off", where=f"byte {at}")
        offset, length = at + len(start), int.from_bytes(start[1:], "big")
        if length > size - offset:
            raise BackupDamaged("cut off", where=f"byte {at}")
        yield Section(start[:1], offset, length)
        at = offset + length


def layout(file: BinaryIO) -> list[Section]:
    """Return the sections of a backup in order, or raise `BackupDamaged` for a wrong order."""
    found = list(sections(file))
    tags = b"".join(section.tag for section in found)
    middle = len(found) - 3
    if middle < 0 or tags != HEADER + DATABASE + ATTACHMENT * middle + MAC:
        raise BackupDamaged("its parts are not in order")
    if found[-1].length != _MAC_BYTES or any(section.length < ID_BYTES for section in found[2:-1]):
        raise BackupDamaged("a part has a wrong length")
    return found


def prove(
    file: BinaryIO, parts: list[Section], mac_key: bytes | bytearray, advance: Advance
) -> bytes:
    """Read the whole file, refuse it unless its mac is right, and return its SHA-256."""
    mac, digest = hmac.new(mac_key, digestmod="sha256"), hashlib.sha256()
    file.seek(0)
    last = parts[-1]
    left = last.offset - 1 - _LENGTH_BYTES
    while left and (data := file.read(min(_READ_BYTES, left))):
        mac.update(data)
        digest.update(data)
        left -= len(data)
        advance(len(data))
    tail = file.read()
    digest.update(tail)
    if left or not hmac.compare_digest(tail[1 + _LENGTH_BYTES :], mac.digest()):
        raise BackupDamaged("it is not as it was written")
    return digest.digest()


def content(file: BinaryIO, section: Section, limit_bytes: int) -> bytes:
    """Return the bytes of a small section."""
    if section.length > limit_bytes:
        raise BackupDamaged("a part is too long", where=f"byte {section.offset}")
    file.seek(section.offset)
    return file.read(section.length)


def copy_out(file: BinaryIO, section: Section, skip: int, out: BinaryIO, advance: Advance) -> None:
    """Write the bytes of a section after its first `skip` into a new file, durably."""
    file.seek(section.offset + skip)
    left = section.length - skip
    while left and (data := file.read(min(_READ_BYTES, left))):
        out.write(data)
        left -= len(data)
        advance(len(data))
    if left:
        raise BackupDamaged("cut off", where=f"byte {section.offset}")
    out.flush()
    os.fsync(out.fileno())
