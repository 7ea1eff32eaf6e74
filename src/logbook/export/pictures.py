"""Pictures into the file as the bytes that they are: no decoding, no hidden data (rule 44).

A print copy was made from pixels alone when its file came into the book. This checks it once more
byte by byte, because what is embedded is served on the other side.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from logbook.domain.evidence import PrintCopy

_PNG_HEAD = b"\x89PNG\r\n\x1a\n"
_PNG_COLOURS = {0: ("/DeviceGray", 1), 2: ("/DeviceRGB", 3), 3: ("/Indexed", 1)}
_JPEG_COLOURS = {1: "/DeviceGray", 3: "/DeviceRGB"}
_MOST_PIXELS = 200_000_000
_START_OF_FRAME = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_START_OF_SCAN, _END = 0xDA, 0xD9
# Tables and frames; of the application segments only JFIF and Adobe's colour transform.
_ALLOWED_SEGMENTS = frozenset({0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xE0, 0xEE})


class UnfitPicture(Exception):
    """A print copy that cannot go into a report as it is."""


def embed_picture(pdf: pikepdf.Pdf, copy: PrintCopy) -> Stream:
    """Return a picture as an image of `pdf`; raises `UnfitPicture`."""
    if copy.data.startswith(_PNG_HEAD):
        return _png(pdf, copy.data)
    if copy.data.startswith(b"\xff\xd8"):
        return _jpeg(pdf, copy.data)
    raise UnfitPicture("neither PNG nor JPEG")


def _image(pdf: pikepdf.Pdf, data: bytes, width: int, height: int, bits: int) -> Stream:
    if not 0 < width * height <= _MOST_PIXELS:
        raise UnfitPicture("size")
    return Stream(
        pdf,
        data,
        Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height, BitsPerComponent=bits
        ),
    )


def _png(pdf: pikepdf.Pdf, data: bytes) -> Stream:
    """Put the compressed rows of a PNG into the file: PDF knows its filters (predictor 15)."""
    header, palette, rows = b"", b"", []
    for kind, body in _chunks(data):
        if kind == b"IHDR":
            header = body
        elif kind == b"PLTE":
            palette = body
        elif kind == b"IDAT":
            rows.append(body)
        elif kind == b"tRNS":
            raise UnfitPicture("transparent")
    if len(header) != 13:  # noqa: PLR2004 - PNG 11.2.2
        raise UnfitPicture("no header")
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    bits, colour, _, _, interlaced = header[8:13]
    if colour not in _PNG_COLOURS or bits > 8 or interlaced:  # noqa: PLR2004 - bits of a sample
        raise UnfitPicture("kind of PNG")
    space, colours = _PNG_COLOURS[colour]
    image = _image(pdf, b"".join(rows), width, height, bits)
    image[Name.ColorSpace] = Name(space)
    if space == "/Indexed":
        if not palette or len(palette) % 3:
            raise UnfitPicture("palette")
        image[Name.ColorSpace] = Array(
            [Name.Indexed, Name.DeviceRGB, len(palette) // 3 - 1, pikepdf.String(palette)]
        )
    image[Name.Filter] = Name.FlateDecode
    image[Name.DecodeParms] = Dictionary(
        Predictor=15, Colors=colours, BitsPerComponent=bits, Columns=width
    )
    return image


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the chunks of a PNG up to its end."""
    at = len(_PNG_HEAD)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if at + 12 + length > len(data):
            raise UnfitPicture("cut off")
        yield kind, data[at + 8 : at + 8 + length]
        if kind == b"IEND":
            return
        at += 12 + length
    raise UnfitPicture("cut off")


def _jpeg(pdf: pikepdf.Pdf, data: bytes) -> Stream:
    """Put a JPEG into the file as it is, after a look at every segment of it."""
    frame = b""
    for marker, body in _segments(data):
        if marker not in _ALLOWED_SEGMENTS and marker != _START_OF_SCAN:
            raise UnfitPicture("hidden data")
        if marker in _START_OF_FRAME:
            frame = body
    if len(frame) < 6 or frame[0] != 8 or frame[5] not in _JPEG_COLOURS:  # noqa: PLR2004 - B.2.2
        raise UnfitPicture("kind of JPEG")
    height, width = int.from_bytes(frame[1:3], "big"), int.from_bytes(frame[3:5], "big")
    image = _image(pdf, data, width, height, 8)
    image[Name.ColorSpace] = Name(_JPEG_COLOURS[frame[5]])
    image[Name.Filter] = Name.DCTDecode
    return image


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give marker and body of every segment, those between and after the scans too."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:  # noqa: PLR2004 - B.1.1.2: every marker starts so
            raise UnfitPicture("cut off")
        marker = data[at + 1]
        if marker == 0xFF or marker in _STANDALONE:  # noqa: PLR2004 - fill bytes
            at += 1 if marker == 0xFF else 2  # noqa: PLR2004
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        yield marker, data[at + 4 : at + 2 + length]
        at += 2 + length
        if marker == _START_OF_SCAN:
            at = _end_of_scan(data, at)
    if data[at : at + 2] != b"\xff\xd9" or len(data) != at + 2:
        raise UnfitPicture("data after the end")


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the next marker after the entropy-coded bytes stands."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise UnfitPicture("cut off")
        if data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:  # noqa: PLR2004 - stuffing, restart
            at += 2
            continue
        return at
