"""Take everything out of a PNG that is not the picture, without decoding its pixels."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Final, NamedTuple

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_GRAY, _RGB, _PALETTE = 0, 2, 3  # colour types without alpha (PNG section 11.2.1)
_SAMPLES: Final = {_GRAY: 1, _RGB: 3, _PALETTE: 1}
_CRITICAL_OTHERS: Final = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
_BLOCK_BYTES: Final = 1 << 20
_LAST_FILTER: Final = 4


class _Header(NamedTuple):
    width_px: int
    height_px: int
    depth: int
    colour: int
    compression: int
    filtering: int
    interlace: int


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield type and content of each chunk up to IEND; stops at a cut or a wrong checksum."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        stated = data[at + 8 + length : at + 12 + length]
        if zlib.crc32(content, zlib.crc32(kind)).to_bytes(4, "big") != stated:
            return
        yield kind, content
        if kind == b"IEND":
            return
        at += 12 + length


def stripped(data: bytes) -> bytes | None:
    """Return the PNG with its critical chunks only, or None where it cannot be passed on as it is.

    That is: not 8-bit gray, RGB or palette, interlaced, any transparency, an unknown critical
    chunk, a wrong checksum, or image data that does not inflate to exactly its pixels.
    """
    header, palette, image_data, ended = None, b"", [], False
    for kind, content in chunks(data):
        if kind == b"IHDR" and len(content) == struct.calcsize(">IIBBBBB"):
            header = _Header(*struct.unpack(">IIBBBBB", content))
        elif kind == b"PLTE":
            palette = content
        elif kind == b"IDAT":
            image_data.append(content)
        elif kind == b"tRNS" or (kind[:1].isupper() and kind not in _CRITICAL_OTHERS):
            return None
        ended = kind == b"IEND"
    if header is None or not ended or not _is_plain(header, palette):
        return None
    if not _is_whole(header, image_data):
        return None
    parts = [SIGNATURE, _chunk(b"IHDR", struct.pack(">IIBBBBB", *header))]
    if header.colour == _PALETTE:
        parts.append(_chunk(b"PLTE", palette))
    parts += [_chunk(b"IDAT", b"".join(image_data)), _chunk(b"IEND", b"")]
    return b"".join(parts)


def _is_plain(header: _Header, palette: bytes) -> bool:
    modes = (header.depth, header.compression, header.filtering, header.interlace)
    size = header.width_px and header.height_px
    return bool(
        modes == (8, 0, 0, 0)
        and header.colour in _SAMPLES
        and size
        and (header.colour != _PALETTE or (palette and len(palette) % 3 == 0))
    )


def _is_whole(header: _Header, image_data: list[bytes]) -> bool:
    """Inflate block by block: every row is there, with a filter that exists, and nothing more.

    A row that is missing would print as garbage; bytes after the end could be anything hidden.
    """
    row_bytes = 1 + header.width_px * _SAMPLES[header.colour]
    wanted, done = row_bytes * header.height_px, 0
    inflater = zlib.decompressobj()
    try:
        for part in image_data:
            waiting = part
            while waiting and not inflater.eof:
                block = inflater.decompress(waiting, _BLOCK_BYTES)
                first_filter = -done % row_bytes
                if done + len(block) > wanted or max(block[first_filter::row_bytes], default=0) > (
                    _LAST_FILTER
                ):
                    return False
                done += len(block)
                waiting = inflater.unconsumed_tail
            if waiting:
                return False
        done += len(inflater.flush())
    except zlib.error:
        return False
    return inflater.eof and not inflater.unused_data and done == wanted


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(content, zlib.crc32(kind))
    return len(content).to_bytes(4, "big") + kind + content + checksum.to_bytes(4, "big")
