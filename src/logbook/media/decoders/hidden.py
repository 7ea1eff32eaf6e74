"""What a foreign file carries besides what is seen in it: kinds of data, never the data."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO, Final

import pypdfium2
from PIL import ExifTags, Image, UnidentifiedImageError

from logbook.media.decoders import pdf, picture, png
from logbook.media.decoders.result import Result, problem

PLACE, TIME, DEVICE, PROGRAM = "place", "time", "device", "program"
NAME, WORDS, EDITS, SMALL, FILES = "name", "words", "edits", "small_picture", "files"

_Base = ExifTags.Base
# EXIF 2.32, tables 4 to 8, and Microsoft's own five.
_TAGS: Final = {
    _Base.Make: DEVICE,
    _Base.Model: DEVICE,
    _Base.BodySerialNumber: DEVICE,
    _Base.LensModel: DEVICE,
    _Base.LensSerialNumber: DEVICE,
    _Base.CameraOwnerName: NAME,
    _Base.Artist: NAME,
    _Base.Copyright: NAME,
    0x9C9D: NAME,  # XPAuthor
    _Base.Software: PROGRAM,
    _Base.HostComputer: PROGRAM,
    _Base.DateTime: TIME,
    _Base.DateTimeOriginal: TIME,
    _Base.DateTimeDigitized: TIME,
    _Base.ImageDescription: WORDS,
    _Base.UserComment: WORDS,
    0x9C9B: WORDS,  # XPTitle
    0x9C9C: WORDS,  # XPComment
    0x9C9E: WORDS,  # XPKeywords
    0x9C9F: WORDS,  # XPSubject
}
_PLACE_TAGS: Final = frozenset({1, 2, 3, 4})  # latitude and longitude of the GPS part
# Words in XMP, whatever their namespace.
_XMP: Final = (
    (b"GPSLatitude", PLACE),
    (b"GPSLongitude", PLACE),
    (b"creator", NAME),
    (b"CreatorTool", PROGRAM),
    (b"CreateDate", TIME),
    (b"DateCreated", TIME),
    (b"History", EDITS),
    (b"DerivedFrom", EDITS),
    (b"Model", DEVICE),
)
_PDF: Final = {
    "Author": NAME,
    "Title": WORDS,
    "Subject": WORDS,
    "Keywords": WORDS,
    "Creator": PROGRAM,
    "Producer": PROGRAM,
    "CreationDate": TIME,
    "ModDate": TIME,
}
# Parts of the names that sound and video give to what they carry.
_MOVING: Final = (
    ("location", PLACE),
    ("xyz", PLACE),
    ("gps", PLACE),
    ("creation_time", TIME),
    ("date", TIME),
    ("make", DEVICE),
    ("model", DEVICE),
    ("artist", NAME),
    ("author", NAME),
    ("copyright", NAME),
    ("encoder", PROGRAM),
    ("software", PROGRAM),
    ("title", WORDS),
    ("comment", WORDS),
    ("description", WORDS),
)


def look(stream: BinaryIO, size_bytes: int, options: Mapping[str, Any]) -> Result:
    """Return the `kinds` of hidden data of a picture or PDF, or the problem."""
    if options.get("media_type") == "application/pdf":
        return _document(stream, size_bytes)
    data = stream.read(picture.MAX_FILE_BYTES + 1)
    if len(data) > picture.MAX_FILE_BYTES:
        return problem("too_large")
    try:
        with Image.open(io.BytesIO(data), formats=picture.formats()) as image:
            return _result(_of_picture(image, data))
    except UnidentifiedImageError:
        return problem("unsupported")
    except (MemoryError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return problem("too_large", spent=True)
    except picture.BROKEN:
        return problem("broken")


def of_names(names: Iterable[str]) -> list[str]:
    """Return the kinds of data that the named parts of a sound or video hold."""
    lowered = [name.lower() for name in names]
    return [kind for word, kind in _MOVING if any(word in name for name in lowered)]


def _of_picture(image: Image.Image, data: bytes) -> list[str]:
    exif = image.getexif()
    tags = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    kinds = [kind for tag, kind in _TAGS.items() if tags.get(tag)]
    if _PLACE_TAGS & set(exif.get_ifd(ExifTags.IFD.GPSInfo)):
        kinds.append(PLACE)
    if exif.get_ifd(ExifTags.IFD.IFD1):
        kinds.append(SMALL)
    xmp = image.info.get("xmp") or b""
    packet = xmp.encode() if isinstance(xmp, str) else xmp
    kinds += [kind for word, kind in _XMP if isinstance(packet, bytes) and word in packet]
    if image.info.get("comment"):
        kinds.append(WORDS)
    if image.format == "PNG":
        kinds += _of_png(data)
    return kinds


def _of_png(data: bytes) -> list[str]:
    kinds = {name for name, _ in png.chunks(data)}
    found = [TIME] if b"tIME" in kinds else []
    return [*found, WORDS] if kinds & {b"tEXt", b"iTXt", b"zTXt"} else found


def _document(stream: BinaryIO, size_bytes: int) -> Result:
    document = pdf.opened(stream, size_bytes)
    if isinstance(document, Result):
        return document
    with document:
        try:
            stated = document.get_metadata_dict(skip_empty=True)
            kinds = [_PDF[key] for key in stated if key in _PDF]
            if document.count_attachments():
                kinds.append(FILES)
        except pypdfium2.PdfiumError:
            return problem("broken")
    return _result(kinds)


def _result(kinds: Iterable[str]) -> Result:
    return Result({"kinds": list(dict.fromkeys(kinds))})
