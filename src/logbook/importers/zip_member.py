"""One member of a zip: what its header says, and a stream of what it really holds.

The standard library's reader trusts the declared size and drops the last block when a checksum
fails; a cut export must give every byte that is there (research: messages.md 31, rows 1 to 5).
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from struct import Struct
from typing import TYPE_CHECKING, BinaryIO

from logbook import errors
from logbook.importers.limits import Limits

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

STORED, DEFLATED = 0, 8
LOCAL = Struct("<4sHHHHHLLLHH")  # APPNOTE 4.3.7
LOCAL_SIGNATURE = b"PK\x03\x04"
_PIECE = 1 << 16

Opener = Callable[[], BinaryIO]  # gives a new seekable stream at the container's first byte


@dataclass(frozen=True, slots=True)
class Entry:
    """What the headers of a member say; every size is the container's own claim.

    `problem` is a code: `encrypted`, `method` (packed in a way this program does not read),
    `overlapping` (shares its bytes with another member), `partial` (the container was cut inside
    it), `damaged`, `too_large`, `link` or `special` (kept as the bytes that are there, never
    followed), or empty. `size_bytes` is -1 where no header says it.
    """

    untrusted_name: str
    raw_name: bytes
    header_offset: int
    packed_bytes: int
    size_bytes: int
    crc: int
    method: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told while a member is read, and what may not be passed."""

    limits: Limits
    reached: Callable[[int], None]  # the position reached in the member, in bytes
    damaged: Callable[[str], None]  # a code, once, at the end of what could be read


class MemberStream(io.RawIOBase):
    """The bytes of one member. It ends where the damage begins and says so to its watch."""

    def __init__(self, container: BinaryIO, entry: Entry, watch: Watch) -> None:
        super().__init__()
        self._container = container
        self._entry = entry
        self._watch = watch
        self._inflate = zlib.decompressobj(-15) if entry.method == DEFLATED else None
        self._packed_left = entry.packed_bytes
        self._pending = b""
        self.crc = 0
        self.produced = 0
        self._ended = False
        self.start = data_offset(container, entry.header_offset)
        container.seek(self.start)

    @property
    def packed_read(self) -> int:
        """Bytes of the container that belong to what was given so far."""
        unused = len(self._inflate.unused_data) if self._inflate else 0
        return self._entry.packed_bytes - self._packed_left - len(self._pending) - unused

    def readable(self) -> bool:
        """Say yes."""
        return True

    def close(self) -> None:
        """Close the container's stream with it."""
        self._container.close()
        super().close()

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill `buffer` with what comes next.

        Raises LimitExceeded when more comes than the limits allow, counted as it comes.
        """
        view = memoryview(buffer).cast("B")
        data = b"" if self._ended else self._next(len(view))
        view[: len(data)] = data
        self.crc = zlib.crc32(data, self.crc)
        self.produced += len(data)
        self._check_limits()
        if not data and not self._ended:
            self._end("")
        return len(data)

    def _next(self, size: int) -> bytes:
        while True:
            packed = self._pending or self._container.read(min(_PIECE, self._packed_left))
            if not self._pending:
                self._packed_left -= len(packed)
            self._pending = b""
            if self._inflate is None:
                data, self._pending = packed[:size], packed[size:]
                return data
            try:
                data = self._inflate.decompress(packed, size)
            except zlib.error:
                self._end("damaged")
                return b""
            self._pending = self._inflate.unconsumed_tail
            if data or not packed or self._inflate.eof:
                return data

    def _check_limits(self) -> None:
        limits = self._watch.limits
        self._watch.reached(self.produced)
        dense = self.produced > limits.ratio * max(1, self.packed_read)
        if self.produced > limits.member_bytes or (
            dense and self.produced > limits.ratio_from_bytes
        ):
            raise errors.LimitExceeded("member", where=f"{self.produced} bytes")

    def _end(self, code: str) -> None:
        self._ended = True
        cut = self._inflate is not None and not self._inflate.eof
        if self._inflate is None:
            cut = self.produced < self._entry.packed_bytes
        if not code and cut:
            code = "partial"
        claimed = (self._entry.crc, self._entry.size_bytes)
        if not code and self._entry.size_bytes >= 0 and claimed != (self.crc, self.produced):
            code = "damaged"
        if code:
            self._watch.damaged(code)


def data_offset(container: BinaryIO, header_offset: int) -> int:
    """Return where the bytes of the member with this local header begin.

    Raises DamagedContainer when there is no local header.
    """
    container.seek(header_offset)
    header = container.read(LOCAL.size)
    if len(header) < LOCAL.size or not header.startswith(LOCAL_SIGNATURE):
        raise errors.DamagedContainer("no local header", where=str(header_offset))
    *_, name_length, extra_length = LOCAL.unpack(header)
    return header_offset + LOCAL.size + int(name_length) + int(extra_length)


def member_name(raw: bytes, *, utf8: bool) -> str:
    """Read a member's name: UTF-8 where it is that, whatever the flag says, else cp437.

    Writers on phones set no flag and write UTF-8; APPNOTE D.1 says cp437 then.
    """
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("utf-8", "replace") if utf8 else raw.decode("cp437")
    return name
