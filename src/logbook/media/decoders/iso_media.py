"""Read length, size and creation time of MP4, QuickTime, 3GP and M4A files from their boxes.

Only box headers and the small `mvhd` and `tkhd` boxes are read, by seeking: a video of any size
costs a few kilobytes (ISO/IEC 14496-12 section 4.2 and 8).
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

from logbook.domain.evidence import FileTime
from logbook.media import times
from logbook.media.decoders.result import Result, plain_times, problem

_MAX_BOXES: Final = 10_000  # of hostile files with a million empty boxes
_MAX_DEPTH: Final = 3
_HEADER: Final = struct.Struct(">I4s")
_LONG_SIZE, _TO_THE_END = 1, 0
_CONTAINERS: Final = frozenset({b"moov", b"trak"})
_UNKNOWN_LENGTH: Final = (0, 0xFFFF_FFFF, 0xFFFF_FFFF_FFFF_FFFF)


class _Box(NamedTuple):
    kind: bytes
    start: int  # of the content
    end: int


def look(stream: BinaryIO, size_bytes: int) -> Result:
    """Return `duration_s`, `width`, `height` and `times` of a file made of ISO boxes."""
    fields: dict[str, object] = {}
    found: list[FileTime | None] = []
    for box in _boxes(stream, 0, size_bytes):
        content = _content(stream, box) if box.kind in {b"mvhd", b"tkhd"} else b""
        if box.kind == b"mvhd" and content:
            created, scale, length = _movie_header(content)
            found.append(times.from_seconds_since_1904(created))
            if scale and length not in _UNKNOWN_LENGTH:
                fields["duration_s"] = length / scale
        elif box.kind == b"tkhd" and content:
            width, height = _shown_size(content)
            if width and height:
                fields.setdefault("width", width)
                fields.setdefault("height", height)
    fields["times"] = plain_times(found)
    has_header = found or "duration_s" in fields
    return Result(fields) if has_header else problem("broken")


def _boxes(stream: BinaryIO, start: int, end: int) -> Iterator[_Box]:
    """Walk the boxes of a file and, inside `moov` and `trak`, their boxes."""
    waiting, seen = [(start, end, 0)], 0
    while waiting and seen < _MAX_BOXES:
        at, stop, depth = waiting.pop()
        box = _box_at(stream, at, stop)
        if box is None:
            continue
        seen += 1
        yield box
        waiting.append((box.end, stop, depth))
        if box.kind in _CONTAINERS and depth < _MAX_DEPTH:
            waiting.append((box.start, box.end, depth + 1))


def _box_at(stream: BinaryIO, at: int, stop: int) -> _Box | None:
    stream.seek(at)
    head = stream.read(_HEADER.size + 8)
    if at + _HEADER.size > stop or len(head) < _HEADER.size:
        return None
    size, kind = _HEADER.unpack_from(head)
    start = at + _HEADER.size
    if size == _LONG_SIZE and len(head) == _HEADER.size + 8:
        size, start = int.from_bytes(head[8:], "big"), start + 8
    end = stop if size == _TO_THE_END else at + size
    return _Box(kind, start, end) if start <= end <= stop else None


def _content(stream: BinaryIO, box: _Box) -> bytes:
    stream.seek(box.start)
    return stream.read(min(box.end - box.start, 128))


def _movie_header(content: bytes) -> tuple[int, int, int]:
    """Return creation time, units a second and length in units."""
    long_form = content[0] == 1
    layout = struct.Struct(">4xQ8xIQ" if long_form else ">4xI4xII")
    if len(content) < layout.size:
        return 0, 0, 0
    created, scale, length = layout.unpack_from(content)
    return created, scale, length


def _shown_size(content: bytes) -> tuple[int, int]:
    """Return width and height of a track as shown: a phone held upright says so in its matrix."""
    matrix_at = 52 if content[0] == 1 else 40
    layout = struct.Struct(">9iII")
    if len(content) < matrix_at + layout.size:
        return 0, 0
    values = layout.unpack_from(content, matrix_at)
    width, height = (math.floor(side / 65536) for side in values[-2:])  # 16.16 fixed point
    turned = values[0] == 0 and values[1] != 0
    return (height, width) if turned else (width, height)
