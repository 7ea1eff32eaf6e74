"""What a write-ahead log that an abrupt end left behind holds, read without touching it.

SQLite drops a bad frame and all after it without a word, and deletes a log in which nothing is
valid even through a read-only connection. So the log is looked at here first. The format is
https://sqlite.org/fileformat2.html#the_write_ahead_log.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from logbook.vault.files import failure_of

HEADER_BYTES = 32
PAGE_BYTES = 4096
FRAME_HEADER_BYTES = 24
FRAME_BYTES = FRAME_HEADER_BYTES + PAGE_BYTES

_MAGIC = 0x377F0682  # the lowest bit says that the sums run over big-endian words
_MASK = 0xFFFFFFFF
_SUMMED_HEADER_BYTES = 24


@dataclass(frozen=True, slots=True)
class LeftOverLog:
    """The size of a log, and how much of it SQLite will use: whole transactions from its start."""

    size_bytes: int
    used_bytes: int

    @property
    def drops_something(self) -> bool:
        """Tell whether the log holds more than will be used."""
        return self.size_bytes > self.used_bytes


def read(path: Path) -> LeftOverLog:
    """Read the log at `path`; no file is an empty log."""
    try:
        with path.open("rb") as file:
            frames = _committed_frames(file)
            size_bytes = file.seek(0, 2)
    except FileNotFoundError:
        return LeftOverLog(0, 0)
    except OSError as error:
        raise failure_of(error) from error
    return LeftOverLog(size_bytes, HEADER_BYTES + frames * FRAME_BYTES if frames else 0)


def _committed_frames(file: BinaryIO) -> int:
    """Return the number of frames up to the last commit that an unbroken row of sums reaches."""
    header = file.read(HEADER_BYTES)
    if len(header) < HEADER_BYTES:
        return 0
    magic, _version, page_bytes, _checkpoint = struct.unpack_from(">4I", header)
    if magic & ~1 != _MAGIC or page_bytes != PAGE_BYTES:
        return 0
    order = ">" if magic & 1 else "<"
    salts = header[16:24]
    sums = _sums(header[:_SUMMED_HEADER_BYTES], (0, 0), order=order)
    if sums != struct.unpack_from(">2I", header, 24):
        return 0
    committed = read_frames = 0
    while len(frame := file.read(FRAME_BYTES)) == FRAME_BYTES:
        page, pages_after_commit = struct.unpack_from(">2I", frame)
        sums = _sums(frame[:8] + frame[FRAME_HEADER_BYTES:], sums, order=order)
        if not page or frame[8:16] != salts or sums != struct.unpack_from(">2I", frame, 16):
            break
        read_frames += 1
        if pages_after_commit:
            committed = read_frames
    return committed


def _sums(data: bytes, before: tuple[int, int], *, order: str) -> tuple[int, int]:
    """Return the two running sums after `data`, whose words have the byte order `order`."""
    words = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    first, second = before
    for even, odd in zip(words, words, strict=True):
        first = (first + even + second) & _MASK
        second = (second + odd + first) & _MASK
    return first, second
