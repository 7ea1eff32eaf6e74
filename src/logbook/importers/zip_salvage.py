"""The members of a cut or damaged zip, found by their local headers (messages.md 31, row 1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from struct import Struct
from typing import BinaryIO

from logbook import errors
from logbook.domain.progress import Progress
from logbook.importers.limits import Limits
from logbook.importers.zip_listing import problem_of
from logbook.importers.zip_member import (
    LOCAL,
    LOCAL_SIGNATURE,
    STORED,
    Entry,
    MemberStream,
    Opener,
    Watch,
    member_name,
)

_WINDOW = 1 << 20
_SIZES_FOLLOW = 0x8  # general purpose bit 3: the sizes stand behind the data
_DESCRIPTOR = Struct("<4sLLL")
_DESCRIPTOR_SIGNATURE = b"PK\x07\x08"


def salvaged(open_container: Opener, limits: Limits, progress: Progress) -> list[Entry]:
    """Return every member whose header can be found, each read once to learn whether it is whole.

    A member that is whole by its checksum has no problem; another is `partial` or `damaged`.
    """
    entries: list[Entry] = []
    with open_container() as container:
        total = container.seek(0, 2)
        at = _find(container, LOCAL_SIGNATURE, 0)
        while at >= 0 and len(entries) < limits.members:
            progress(at, total)
            entry = _entry_at(container, at, total)
            after = at + len(LOCAL_SIGNATURE)
            if entry is not None:
                entry, after = _measured(open_container, entry, limits)
                if not entry.raw_name.endswith(b"/"):
                    entries.append(entry)
            at = _find(container, LOCAL_SIGNATURE, after)
    return entries


def _find(container: BinaryIO, signature: bytes, start: int) -> int:
    """Return where `signature` stands next, or -1."""
    for at, window in _windows(container, start, len(signature) - 1):
        found = window.find(signature)
        if found >= 0:
            return at + found
    return -1


def _windows(container: BinaryIO, start: int, overlap: int) -> Iterator[tuple[int, bytes]]:
    container.seek(start)
    kept = b""
    while piece := container.read(_WINDOW):
        yield start - len(kept), kept + piece
        start += len(piece)
        kept = (kept + piece)[-overlap:]


def _entry_at(container: BinaryIO, at: int, total: int) -> Entry | None:
    """Read the local header at `at`; none when the bytes there only look like one."""
    container.seek(at)
    header = container.read(LOCAL.size)
    if len(header) < LOCAL.size:
        return None
    _, version, flags, method, _, _, crc, packed, size, name_length, extra_length = LOCAL.unpack(
        header
    )
    raw_name = container.read(name_length)
    data = at + LOCAL.size + name_length + extra_length
    if version & 0xFF > 63 or not raw_name or data > total:  # noqa: PLR2004 - APPNOTE 6.3 is the last
        return None
    unknown = bool(flags & _SIZES_FOLLOW) or packed == 0xFFFFFFFF  # noqa: PLR2004 - zip64's mark
    if unknown and method == STORED:
        crc, packed = _stored_extent(container, data, total)
        size = packed
    elif unknown:
        packed, size, crc = total - data, -1, -1
    return Entry(
        untrusted_name=member_name(raw_name, utf8=bool(flags & 0x800)),
        raw_name=raw_name,
        header_offset=at,
        packed_bytes=min(packed, total - data),
        size_bytes=size,
        crc=crc,
        method=method,
        problem=problem_of(flags, method) or ("partial" if packed > total - data else ""),
    )


def _stored_extent(container: BinaryIO, data: int, total: int) -> tuple[int, int]:
    """Find the descriptor behind stored bytes: the one whose size fits its own place."""
    at = _find(container, _DESCRIPTOR_SIGNATURE, data)
    while at >= 0:
        container.seek(at)
        descriptor = container.read(_DESCRIPTOR.size)
        if len(descriptor) == _DESCRIPTOR.size:
            _, crc, packed, _ = _DESCRIPTOR.unpack(descriptor)
            if packed == at - data:
                return int(crc), int(packed)
        at = _find(container, _DESCRIPTOR_SIGNATURE, at + 4)
    return -1, total - data


def _measured(open_container: Opener, entry: Entry, limits: Limits) -> tuple[Entry, int]:
    """Read the member to its end; return what it is, and where the search goes on."""
    if entry.problem in {"encrypted", "method"}:
        return entry, entry.header_offset + LOCAL.size
    said: list[str] = []
    watch = Watch(limits, reached=lambda _: None, damaged=said.append)
    with MemberStream(open_container(), entry, watch) as stream:
        try:
            while stream.read(_WINDOW):
                pass
        except errors.LimitExceeded:
            said.append("too_large")
        end = stream.start + stream.packed_read
        entry = replace(entry, packed_bytes=stream.packed_read)
        if entry.size_bytes < 0:
            entry = replace(entry, size_bytes=stream.produced, crc=stream.crc)
            if not said and not _descriptor_fits(open_container, entry, end):
                said.append("damaged")
    return replace(entry, problem=entry.problem or "".join(said[:1])), end


def _descriptor_fits(open_container: Opener, entry: Entry, at: int) -> bool:
    """Compare what was read with what stands behind it (APPNOTE 4.3.9)."""
    with open_container() as container:
        container.seek(at)
        descriptor = container.read(_DESCRIPTOR.size)
    expected = Struct("<LL").pack(entry.crc, entry.packed_bytes & 0xFFFFFFFF)
    return expected in descriptor  # with or without its signature
