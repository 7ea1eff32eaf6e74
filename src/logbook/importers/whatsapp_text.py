"""A WhatsApp export as text, block by block, with the place of every character in bytes.

Exports are UTF-8, some with a byte order mark; editors re-save them as UTF-16 or in the alphabet of
Windows. Bytes that are no UTF-8 come through as lone surrogates (PEP 383), one for each byte, so
that lengths stay exact; `mended` turns them into what a person can read.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

BLOCK_BYTES = 1 << 16  # larger ones cost more: their records live long enough to be collected
LONGEST_LINE_CHARS = 1 << 18  # a longer line is cut, so that memory stays bounded
STRETCH_CHARS = 1 << 16  # of a long text, looked at at once

_MARKS_OF_ORDER = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PROBE_BYTES = 512

# What `surrogateescape` makes of the bytes 80 to FF, read as Windows-1252; five have no meaning.
_WINDOWS = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", errors="replace") for byte in range(0x80, 0x100)
}
# Surrogates that were written as if they were characters: three bytes each, which UTF-8 forbids.
_WRITTEN_SURROGATES = re.compile("(?:\udced[\udca0-\udcbf][\udc80-\udcbf])+")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Where a character of UTF-8 begins that continues no pair of written surrogates. Their bytes ED, A0
# to BF, 80 to BF came through as DCED and so on, which are three bytes each here.
_SEAM = re.compile(
    rb"[\0-\x7f\xc2-\xec\xee-\xf4]|\xed[\x80-\x9f]|\xed\xb3[\x80-\xac\xae-\xbf]"
    rb"|\xed\xb3\xad\xed\xb2[\xa0-\xaf]"
    rb"|(?<!\xed\xb3\xad)(?<!\xed\xb3\xad\xed\xb2[\x80-\xbf])\xed\xb2"
)


class Block(NamedTuple):
    """Whole lines of the file (or a part of a very long one) and the byte at which they start.

    One emoji makes every character of a text four bytes in memory. So sound UTF-8 is here once
    more as `narrow`, each byte a character; that is empty for anything else.
    """

    text: str
    offset: int
    starts_line: bool
    size_bytes: int
    plain: bool  # ASCII in UTF-8: a character is a byte
    sound: bool  # nothing in it needs `mended`
    narrow: str = ""


class Text:
    """The text of one member; `size_of` measures a piece of it in the bytes of the file."""

    def __init__(self, head: bytes) -> None:
        self.codec, self._errors = _codec_of(head)
        self.lone_returns = b"\r" in head and b"\n" not in head  # old Macs end lines so
        self.cut_bytes = b""  # what the file ends with in the middle of a character
        self._other_bytes = False

    def size_of(self, piece: str) -> int:
        """Return how many bytes of the file these characters are."""
        if self.codec == "utf-8" and piece.isascii():
            return len(piece)
        if len(piece) > STRETCH_CHARS:
            starts = range(0, len(piece), STRETCH_CHARS)
            return sum(self.size_of(piece[at : at + STRETCH_CHARS]) for at in starts)
        return len(piece.encode(self.codec, self._errors))

    def blocks(self, stream: BinaryIO, block_bytes: int = BLOCK_BYTES) -> Iterator[Block]:
        """Give the whole text in order; what is cut off at the end is in `cut_bytes` after it."""
        offset, starts_line = 0, True
        cut = self._narrow_blocks if self.codec == "utf-8" else self._wide_blocks
        for block in cut(stream, block_bytes):
            yield block._replace(offset=offset, starts_line=starts_line)
            offset += block.size_bytes
            starts_line = block.text[-1] in "\r\n"
            del block  # a long line is not held while the next is read

    def _narrow_blocks(self, stream: BinaryIO, block_bytes: int) -> Iterator[Block]:
        """Cut UTF-8 before it is decoded, which moves a quarter of the bytes."""
        rest = b""
        while more := stream.read(block_bytes):
            rest += more
            end = max(rest.rfind(b"\n"), rest.rfind(b"\r", 0, -1)) + 1
            if not end and len(rest) > LONGEST_LINE_CHARS:
                end = self._whole_bytes(rest)
            if end:
                yield self._narrow_block(rest[:end])
                rest = rest[end:]
        end = self._whole_bytes(rest)
        last = self._narrow_block(rest[:end])
        if self._other_bytes:
            # Not cut, but in the alphabet of Windows like the rest of the file.
            last, end = self._narrow_block(rest), len(rest)
        self.cut_bytes = rest[end:]
        if end:
            yield last

    def _wide_blocks(self, stream: BinaryIO, block_bytes: int) -> Iterator[Block]:
        rest = ""
        for text in self._decoded(stream, block_bytes):
            rest += text
            end = max(rest.rfind("\n"), rest.rfind("\r", 0, -1)) + 1
            if not end and len(rest) > LONGEST_LINE_CHARS:
                end = len(rest)
            if end:
                yield self._wide_block(rest[:end])
                rest = rest[end:]
        if rest:
            yield self._wide_block(rest)

    def searchable(self, text: str) -> str:
        """Return a text that is not sound with only what can be kept, sign for sign."""
        text = text.replace("\0", "\ufffd")
        if _SURROGATE.search(text) is None:
            return text
        return text.translate(_WINDOWS) if self.codec == "utf-8" else _SURROGATE.sub("\ufffd", text)

    def mended(self, piece: str) -> tuple[str, tuple[str, ...]]:
        """Return a piece that can be kept, and flags for what it could not keep."""
        flags: list[str] = []
        if "\0" in piece:
            flags.append("nul_character")
            piece = piece.replace("\0", "\ufffd")
        if self.codec == "utf-8":
            joined = _WRITTEN_SURROGATES.sub(_joined, piece)
            whole = joined.translate(_WINDOWS)
            if whole != joined:
                flags.append("windows_1252")
        else:
            joined = whole = _SURROGATE.sub("\ufffd", piece)
        if joined.count("\ufffd") > piece.count("\ufffd"):
            flags.append("lone_surrogate")
        return whole, tuple(flags)

    def mended_whole(self, text: bytearray) -> tuple[str, ...]:
        """Mend a long text in its place and return the flags; `text` is UTF-8 with surrogates."""
        flags: dict[str, None] = {}
        mended = bytearray()
        for stretch in _stretches(text):
            whole, more = self.mended(stretch.decode("utf-8", "surrogatepass"))
            mended += whole.encode()
            flags.update(dict.fromkeys(more))
        text[:] = mended
        return tuple(flags)

    def _whole_bytes(self, data: bytes) -> int:
        """Return where UTF-8 ends, without what may go on with the next bytes."""
        return codecs.utf_8_decode(data, self._errors, False)[1]

    def _narrow_block(self, data: bytes) -> Block:
        sound = b"\0" not in data
        if data.isascii():
            text = data.decode("ascii")
            return Block(text, 0, True, len(data), True, sound, text if sound else "")
        try:
            text = data.decode()
        except UnicodeDecodeError:
            self._other_bytes, sound = True, False
            text = data.decode(self.codec, self._errors)
        narrow = data.decode("latin-1") if sound else ""
        return Block(text, 0, True, len(data), False, sound, narrow)

    def _decoded(self, stream: BinaryIO, block_bytes: int) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder(self.codec)(self._errors)
        while block := stream.read(block_bytes):
            yield decoder.decode(block)
        left = decoder.getstate()[0]
        whole = len(left) // 2 * 2
        yield left[:whole].decode(self.codec, self._errors)
        self.cut_bytes = left[whole:]

    def _wide_block(self, text: str) -> Block:
        try:
            size_bytes, sound = len(text.encode(self.codec)), "\0" not in text
        except UnicodeEncodeError:  # surrogates: quicker to find so than to look for
            size_bytes, sound = self.size_of(text), False
        return Block(text, 0, True, size_bytes, False, sound)


def holds_other_bytes(piece: str) -> bool:
    """Tell whether a piece of a block has bytes that are no UTF-8."""
    return _SURROGATE.search(piece) is not None


def _stretches(text: bytearray) -> Iterator[bytearray]:
    """Give a long text in pieces; surrogates that were written as bytes stay together."""
    start = 0
    while start < len(text):
        seam = _SEAM.search(text, start + STRETCH_CHARS)
        end = seam.start() if seam else len(text)
        yield text[start:end]
        start = end


def _codec_of(head: bytes) -> tuple[str, str]:
    """Return the codec of a file and how it carries what it cannot decode."""
    for mark, codec in _MARKS_OF_ORDER:
        if head.startswith(mark):
            return codec, "surrogateescape" if codec == "utf-8" else "surrogatepass"
    probe = head[:_PROBE_BYTES]
    zeros = [probe[parity::2].count(0) * 4 for parity in (0, 1)]
    for odd, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        # Both halves full of zeros are a file that a failing disk left so.
        if zeros[odd] > len(probe) > zeros[1 - odd]:
            return codec, "surrogatepass"
    return "utf-8", "surrogateescape"


def _joined(written: re.Match[str]) -> str:
    """Read surrogates that were written as bytes: pairs are characters, others cannot be kept."""
    halves = written[0].encode("utf-8", "surrogateescape").decode("utf-8", "surrogatepass")
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
