"""Take everything out of a JPEG that is not the picture, without touching one coefficient."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_SOI, _EOI = b"\xff\xd8", b"\xff\xd9"
_APP0, _APP15, _COM, _SOS = 0xE0, 0xEF, 0xFE, 0xDA
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive (Huffman)
_KEPT: Final = _FRAMES | {0xC4, 0xDB, 0xDD, _SOS}  # and DHT, DQT, DRI
_COMPONENTS: Final = frozenset({1, 3})
_PRECISION_BITS: Final = 8

# A marker inside entropy-coded data: anything but a stuffed zero, a restart or a fill byte
# (ITU-T T.81 section B.1.1.2).
_NEXT_MARKER: Final = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_JFIF_CONTENT_BYTES: Final = 12  # identifier, version, density; then a thumbnail, which goes


def stripped(data: bytes) -> bytes | None:
    """Return the JPEG without APP1..APP15, comments, thumbnails and what follows its end.

    None where the result could look different or a court's reader could refuse it: other than
    8-bit gray or three-component Huffman coding, a marker that is not known, no proper end.
    """
    kept, frames, marker = [_SOI], [], 0
    for marker, content, scan in _segments(data):
        if marker in _FRAMES:
            frames.append(_is_plain_frame(content))
        if marker in _KEPT:
            kept += [_segment(marker, content), scan]
        elif marker == _APP0:
            kept.append(_jfif_without_thumbnail(content))
        elif not (_is_metadata(marker) or marker == _EOI[1]):
            return None
    ended = marker == _EOI[1]
    return b"".join([*kept, _EOI]) if ended and frames == [True] else None


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield marker, content and the scan that follows, up to EOI; stop where the file is cut."""
    if not data.startswith(_SOI):
        return
    at = len(_SOI)
    while match := _NEXT_MARKER.match(data, at):
        marker, at = data[match.end() - 1], match.end()
        content = b"" if marker == _EOI[1] else _content(data, at)
        if content is None:
            return
        start = at + 2 + len(content)
        following = _NEXT_MARKER.search(data, start) if marker == _SOS else None
        at = following.start() if following else start
        yield marker, content, data[start:at]
        if marker == _EOI[1]:
            return


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def _content(data: bytes, at: int) -> bytes | None:
    """Return a segment's content; None when the file is cut in it."""
    length = int.from_bytes(data[at : at + 2], "big")
    end = at + length
    return data[at + 2 : end] if length >= 2 and end <= len(data) else None  # noqa: PLR2004 - its own two bytes


def _is_metadata(marker: int) -> bool:
    return _APP0 <= marker <= _APP15 or marker == _COM


def _is_plain_frame(content: bytes) -> bool:
    """Return whether a frame header says 8 bits and gray or three components."""
    return len(content) > 5 and content[0] == _PRECISION_BITS and content[5] in _COMPONENTS  # noqa: PLR2004 - place of the count


def _jfif_without_thumbnail(content: bytes) -> bytes:
    """Return the JFIF segment with its density and no thumbnail; nothing for a JFXX extension."""
    if not content.startswith(b"JFIF\0") or len(content) < _JFIF_CONTENT_BYTES:
        return b""
    return _segment(_APP0, content[:_JFIF_CONTENT_BYTES] + b"\0\0")
