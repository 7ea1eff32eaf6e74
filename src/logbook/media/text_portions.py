"""A plain text of any length, read a portion at a time.

A portion ends where a line does, if one ends soon. Which portion a byte belongs to follows from the
bytes around its edges alone, so that the end of a gigabyte is read as quickly as its beginning.
"""

from __future__ import annotations

import codecs
import io
from dataclasses import dataclass
from typing import BinaryIO, Final

PORTION_BYTES: Final = 64 * 1024
_EDGE_BYTES: Final = 8 * 1024  # how far after its place an edge looks for the end of a line
_HEAD_BYTES: Final = 64 * 1024
_LINE_CHARS: Final = 4_000
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control characters would be drawn as nothing; their pictures say that they are there.
_SHOWN: Final = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r\f"} | {
    0x7F: 0x2421
}


@dataclass(frozen=True, slots=True)
class Portion:
    """A stretch of the text; `index` counts from 0."""

    text: str
    index: int
    count: int


def portions(size_bytes: int) -> int:
    """Return how many portions a file has."""
    return max(-(-size_bytes // PORTION_BYTES), 1)


def read(stream: BinaryIO, index: int) -> Portion:
    """Return one portion; what is no text in its encoding becomes a replacement character."""
    size_bytes = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    encoding, mark_bytes = _encoding(stream.read(_HEAD_BYTES))
    count = portions(size_bytes)
    index = min(max(index, 0), count - 1)
    start = _edge(stream, index, encoding, size_bytes) if index else mark_bytes
    end = size_bytes if index == count - 1 else _edge(stream, index + 1, encoding, size_bytes)
    stream.seek(start)
    data = stream.read(max(end - start, 0))
    return Portion(_readable(data.decode(encoding, errors="replace")), index, count)


def find(stream: BinaryIO, words: str, start: int, step: int) -> int | None:
    """Return the next portion from `start` on, in steps of 1 or -1, that holds the words."""
    wanted = words.casefold()
    size_bytes = stream.seek(0, io.SEEK_END)
    count = portions(size_bytes)
    index = start
    for _ in range(count):
        index %= count
        if wanted in read(stream, index).text.casefold():
            return index
        index += step
    return None


def _encoding(head: bytes) -> tuple[str, int]:
    """Return how the text is encoded, by its mark or by whether it is UTF-8 at all."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name, len(mark)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # a cut at the end is no fault
    except UnicodeDecodeError:
        return "cp1252", 0
    return "utf-8", 0


def _edge(stream: BinaryIO, index: int, encoding: str, size_bytes: int) -> int:
    """Return the byte at which a portion begins: after a line, or else between two characters."""
    place = index * PORTION_BYTES
    stream.seek(place)
    after = stream.read(_EDGE_BYTES)
    end = "\n".encode(encoding)
    step = len(end)
    at = after.find(end)
    while at >= 0 and at % step:
        at = after.find(end, at + 1)
    if at >= 0:
        return min(place + at + step, size_bytes)
    if encoding == "utf-8":
        skipped = next((n for n, byte in enumerate(after[:4]) if byte & 0xC0 != 0x80), 0)  # noqa: PLR2004 - RFC 3629: four bytes at most
        return place + skipped
    return place


def _readable(text: str) -> str:
    """Return text for the screen: no line so long that laying it out takes long."""
    shown = text.replace("\r\n", "\n").replace("\r", "\n").translate(_SHOWN)
    lines = shown.split("\n")
    if all(len(line) <= _LINE_CHARS for line in lines):
        return shown
    cut = [
        line[at : at + _LINE_CHARS]
        for line in lines
        for at in range(0, max(len(line), 1), _LINE_CHARS)
    ]
    return "\n".join(cut)
