"""The members of a zip, read from its central directory (APPNOTE 4.3.12 to 4.3.16)."""

from __future__ import annotations

import stat
import zlib
from collections.abc import Iterator
from dataclasses import replace
from struct import Struct
from typing import BinaryIO

from logbook import errors
from logbook.importers.limits import Limits
from logbook.importers.zip_member import DEFLATED, LOCAL, STORED, Entry, member_name

_END = Struct("<4s4H2LH")
_END_64 = Struct("<4sQ2H2L4Q")
_LOCATOR_64 = Struct("<4sLQL")
_CENTRAL = Struct("<4sHHHHHHLLLHHHHHLL")
_LONGEST_COMMENT = 0xFFFF
_IN_EXTRA = 0xFFFFFFFF
_ZIP64, _UNICODE_PATH = 0x0001, 0x7075
_MADE_ON_UNIX = 3


class Broken(Exception):
    """The directory is missing or makes no sense: the members must be found without it."""


def listed(container: BinaryIO, limits: Limits) -> list[Entry]:
    """Return the members in the directory's order, folders left out.

    Raises Broken, and LimitExceeded for more members than `limits` allows.
    """
    start, size, shift = _directory(container)
    container.seek(start)
    directory = _records(container, size, shift)
    entries: list[Entry] = []
    for seen, entry in enumerate(directory):
        if seen >= limits.members:
            raise errors.LimitExceeded("members", where=str(limits.members))
        if not entry.raw_name.endswith(b"/"):
            entries.append(entry)
    return _with_overlaps_marked(entries)


def _directory(container: BinaryIO) -> tuple[int, int, int]:
    """Return where the directory starts, its size, and how far all offsets are shifted."""
    total = container.seek(0, 2)
    tail_start = max(0, total - _END.size - _LONGEST_COMMENT)
    container.seek(tail_start)
    tail = container.read(total - tail_start)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END.size > len(tail):
        raise Broken
    _, _, _, _, _, size, offset, _ = _END.unpack_from(tail, at)
    end = tail_start + at
    locator = at - _LOCATOR_64.size
    if locator >= 0 and tail[locator : locator + 4] == b"PK\x06\x07":
        size, offset, end = _directory_64(container, _LOCATOR_64.unpack_from(tail, locator)[2])
    start = end - size
    if start < 0 or start < offset:
        raise Broken
    return start, size, start - offset


def _directory_64(container: BinaryIO, at: int) -> tuple[int, int, int]:
    container.seek(at)
    record = container.read(_END_64.size)
    if len(record) < _END_64.size or not record.startswith(b"PK\x06\x06"):
        raise Broken
    fields = _END_64.unpack(record)
    return int(fields[8]), int(fields[9]), at


def _records(container: BinaryIO, size: int, shift: int) -> Iterator[Entry]:
    while size > 0:
        fixed = container.read(_CENTRAL.size)
        if len(fixed) < _CENTRAL.size or not fixed.startswith(b"PK\x01\x02"):
            raise Broken
        fields = _CENTRAL.unpack(fixed)
        name_length, extra_length, comment_length = fields[10:13]
        names = container.read(name_length + extra_length + comment_length)
        yield _entry(fields, names[:name_length], names[name_length:][:extra_length], shift)
        size -= _CENTRAL.size + name_length + extra_length + comment_length


def _entry(fields: tuple[int, ...], raw_name: bytes, extra: bytes, shift: int) -> Entry:
    made_on, flags, method = fields[1] >> 8, fields[3], fields[4]
    crc, packed, size, offset = fields[7], fields[8], fields[9], fields[16]
    for kind, value in _extras(extra):
        if kind == _ZIP64:
            numbers = iter(Struct(f"<{len(value) // 8}Q").unpack_from(value))
            size = next(numbers, size) if size == _IN_EXTRA else size
            packed = next(numbers, packed) if packed == _IN_EXTRA else packed
            offset = next(numbers, offset) if offset == _IN_EXTRA else offset
        elif kind == _UNICODE_PATH and value[1:5] == zlib.crc32(raw_name).to_bytes(4, "little"):
            raw_name = value[5:]
    return Entry(
        untrusted_name=member_name(raw_name, utf8=bool(flags & 0x800)),
        raw_name=raw_name,
        header_offset=offset + shift,
        packed_bytes=packed,
        size_bytes=size,
        crc=crc,
        method=method,
        problem=problem_of(flags, method, fields[15] >> 16 if made_on == _MADE_ON_UNIX else 0),
    )


def problem_of(flags: int, method: int, unix_mode: int = 0) -> str:
    """Return the code of what speaks against reading a member, from its header alone."""
    if flags & 1:
        return "encrypted"
    if method not in {STORED, DEFLATED}:
        return "method"
    if stat.S_ISLNK(unix_mode):
        return "link"
    if stat.S_IFMT(unix_mode) not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "special"
    return ""


def _extras(extra: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(extra):
        kind = int.from_bytes(extra[at : at + 2], "little")
        length = int.from_bytes(extra[at + 2 : at + 4], "little")
        yield kind, extra[at + 4 : at + 4 + length]
        at += 4 + length


def _with_overlaps_marked(entries: list[Entry]) -> list[Entry]:
    """Mark members that claim one another's bytes: the way a small file becomes petabytes."""
    end = -1
    last = None
    overlapping = set()
    for at in sorted(range(len(entries)), key=lambda at: entries[at].header_offset):
        entry = entries[at]
        if entry.header_offset < end:
            overlapping.update({at, last})
        reach = entry.header_offset + LOCAL.size + len(entry.raw_name) + entry.packed_bytes
        if reach > end:
            end, last = reach, at
    return [
        replace(entry, problem="overlapping") if at in overlapping else entry
        for at, entry in enumerate(entries)
    ]
