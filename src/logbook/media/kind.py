"""What kind of file this is, by its first bytes; the name is never believed."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from logbook.domain.evidence import MediaClass

HEAD_BYTES: Final = 65_536
"""How much of a file `recognise` wants to see; less is allowed."""

UNKNOWN: Final = "application/octet-stream"

# (offset, magic, media type). Order matters: a longer or surer magic stands first.
_MAGICS: Final[tuple[tuple[int, bytes, str], ...]] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (0, b"II+\0", "image/tiff"),
    (0, b"MM\0+", "image/tiff"),
    (0, b"fLaC", "audio/flac"),
    (0, b"#!AMR\n", "audio/amr"),
    (0, b"#!AMR-WB\n", "audio/amr-wb"),
    (0, b"caff\0\1", "audio/x-caf"),
    (0, b"ID3", "audio/mpeg"),
    (0, bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c"), "video/x-ms-asf"),
    (0, b"FLV\1", "video/x-flv"),
    (0, b"SQLite format 3\0", "application/vnd.sqlite3"),
    (0, bytes.fromhex("d0cf11e0a1b11ae1"), "application/x-ole-storage"),
    (0, b"Rar!\x1a\7", "application/vnd.rar"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"\x1f\x8b\x08", "application/gzip"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"\xfd7zXZ\0", "application/x-xz"),
    (0, b"\x28\xb5\x2f\xfd", "application/zstd"),
    (0, b"\x7fELF", "application/x-executable"),
    (0, b"!BDN", "application/vnd.ms-outlook"),
    (0, b"\x78\x9f\x3e\x22", "application/vnd.ms-tnef"),
    (0, b"bplist00", "application/x-plist"),
    (257, b"ustar", "application/x-tar"),
)

# ISO base media brands (ISO/IEC 14496-12 section 4.3; the registry of brands at mp4ra.org).
_PICTURE_BRANDS: Final = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"heim": "image/heic",
    b"heis": "image/heic",
    b"hevc": "image/heic",
    b"hevx": "image/heic",
    b"mif1": "image/heif",
    b"msf1": "image/heif",
    b"avif": "image/avif",
    b"avis": "image/avif",
}
_SOUND_BRANDS: Final = frozenset({b"M4A ", b"M4B ", b"M4P ", b"F4A "})

_RIFF: Final = {b"WAVE": "audio/wav", b"WEBP": "image/webp", b"AVI ": "video/x-msvideo"}

_OOXML: Final = (
    (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)

# What a text starts with, after a byte order mark and white space, in lower case.
_TEXT_STARTS: Final = (
    ("begin:vcard", "text/vcard"),
    ("begin:vcalendar", "text/calendar"),
    ("<!doctype html", "text/html"),
    ("<html", "text/html"),
    ("<svg", "image/svg+xml"),
    ("{\\rtf", "application/rtf"),
    ("%!ps", "application/postscript"),
)
_MAIL_HEADER: Final = re.compile(
    r"\A(?:[A-Za-z][A-Za-z0-9-]{1,60}:[ \t].*\n(?:[ \t].*\n)*){2,}", re.ASCII
)
_MAIL_FIELD: Final = re.compile(r"(?mi)^(?:from|received|message-id|return-path|mime-version):")
_MBOX_START: Final = re.compile(r"\AFrom \S+ .*\d{4}")

# Endings that make a statement about the content; others (and none) are never called wrong.
_ENDINGS: Final = {
    **dict.fromkeys(("jpg", "jpeg", "jpe", "jfif"), ("image/jpeg",)),
    "png": ("image/png",),
    "gif": ("image/gif",),
    "webp": ("image/webp",),
    **dict.fromkeys(("heic", "heif"), ("image/heic", "image/heif")),
    "avif": ("image/avif",),
    "bmp": ("image/bmp",),
    **dict.fromkeys(("tif", "tiff"), ("image/tiff",)),
    "pdf": ("application/pdf",),
    **dict.fromkeys(
        ("mp4", "m4v", "3gp", "3g2", "mov"),
        ("video/mp4", "video/quicktime", "video/3gpp", "audio/mp4"),
    ),
    **dict.fromkeys(("m4a", "m4b"), ("audio/mp4", "video/mp4", "video/3gpp")),
    "mp3": ("audio/mpeg",),
    "wav": ("audio/wav",),
    **dict.fromkeys(("ogg", "oga", "opus"), ("audio/ogg", "video/ogg")),
    "flac": ("audio/flac",),
    "amr": ("audio/amr", "audio/amr-wb"),
    "aac": ("audio/aac", "audio/mp4"),
    "zip": ("application/zip",),
    "docx": (_OOXML[0][1], "application/zip"),
    "xlsx": (_OOXML[1][1], "application/zip"),
    **dict.fromkeys(("txt", "csv", "log", "md"), ("text/",)),
    "vcf": ("text/vcard",),
    "ics": ("text/calendar",),
    "eml": ("message/rfc822", "text/"),
}

_CLASS_OF_FAMILY: Final = {
    "image": MediaClass.PICTURE,
    "audio": MediaClass.SOUND,
    "video": MediaClass.VIDEO,
    "text": MediaClass.TEXT,
}
_CLASS_OF_TYPE: Final = {
    "application/pdf": MediaClass.PDF,
    "message/rfc822": MediaClass.MESSAGES,
    "application/mbox": MediaClass.MESSAGES,
    "image/svg+xml": MediaClass.OTHER,  # a program that draws, not a picture: never decoded
}


def recognise(head: bytes, untrusted_name: str = "") -> tuple[str, MediaClass]:
    """Return media type and class from the first bytes of a file.

    The name decides one thing only: which kind of plain text a text is (`text/csv`), because text
    has no magic. Strange bytes are `application/octet-stream`, never an error.
    """
    media_type = _by_magic(head) or _by_text(head, untrusted_name) or UNKNOWN
    return media_type, class_of(media_type)


def class_of(media_type: str) -> MediaClass:
    """Return what the program can do with a media type."""
    family = media_type.split("/", 1)[0]
    return _CLASS_OF_TYPE.get(media_type) or _CLASS_OF_FAMILY.get(family, MediaClass.OTHER)


def name_disagrees(untrusted_name: str, media_type: str) -> bool:
    """Return whether a name's ending says something else than the content."""
    stated = _ENDINGS.get(_ending(untrusted_name))
    return stated is not None and not media_type.startswith(stated)


def _ending(untrusted_name: str) -> str:
    return PurePosixPath(untrusted_name.replace("\\", "/")).suffix.lower().lstrip(".")


def _by_magic(head: bytes) -> str | None:
    for offset, magic, media_type in _MAGICS:
        if head.startswith(magic, offset):
            return media_type
    if head.startswith((b"RIFF", b"RF64")):
        return _RIFF.get(head[8:12])
    if b"%PDF-" in head[:1024]:  # ISO 32000-1 annex H.3, note 13: within the first 1,024 bytes
        return "application/pdf"
    for test in (_iso_media, _zip_content, _ogg_content, _matroska, _bitmap, _mpeg_sound):
        found = test(head)
        if found is not None:
            return found
    return "application/x-executable" if head.startswith(b"MZ") and b"PE\0\0" in head else None


def _iso_media(head: bytes) -> str | None:
    """Tell apart what shares the `ftyp` box by its major, then its compatible brands."""
    if head[4:8] != b"ftyp":
        old_quicktime = head[4:8] in {b"moov", b"mdat", b"wide", b"free", b"skip"}
        plausible = head[:1] == b"\0" or head[4:8] == b"mdat"  # a small first box
        return "video/quicktime" if old_quicktime and plausible else None
    size = min(int.from_bytes(head[:4], "big"), 256, len(head))
    major = head[8:12]
    brands = [major, *(head[at : at + 4] for at in range(16, size - 3, 4))]
    exact = [_PICTURE_BRANDS[brand] for brand in brands if brand in _PICTURE_BRANDS]
    if exact:
        return next((kind for kind in exact if kind != "image/heif"), "image/heif")
    if major in _SOUND_BRANDS:
        return "audio/mp4"
    if major == b"qt  ":
        return "video/quicktime"
    return "video/3gpp" if major[:3] in {b"3gp", b"3g2"} else "video/mp4"


def _zip_content(head: bytes) -> str | None:
    if not head.startswith((b"PK\3\4", b"PK\5\6", b"PK\7\x08PK\3\4")):
        return None
    if head[30:38] == b"mimetype":  # OpenDocument and EPUB store their type first, uncompressed
        stated = re.match(rb"application/[a-z0-9.+-]{3,80}", head[38:200])
        return stated.group().decode("ascii") if stated else "application/zip"
    if b"AndroidManifest.xml" in head:
        return "application/vnd.android.package-archive"
    if b"[Content_Types].xml" in head[:4096]:
        for folder, media_type in _OOXML:
            if folder in head:
                return media_type
    return "application/zip"


def _ogg_content(head: bytes) -> str | None:
    if not head.startswith(b"OggS"):
        return None
    video = b"\x80theora" in head[:512]
    return "video/ogg" if video else "audio/ogg"


def _matroska(head: bytes) -> str | None:
    if not head.startswith(b"\x1a\x45\xdf\xa3"):
        return None
    return "video/webm" if b"webm" in head[:64] else "video/x-matroska"


def _bitmap(head: bytes) -> str | None:
    """Recognise a Windows bitmap: two letters alone would catch any text that starts with BM."""
    header_bytes = int.from_bytes(head[14:18], "little")
    known = header_bytes in {12, 40, 52, 56, 64, 108, 124}
    return "image/bmp" if head.startswith(b"BM") and head[6:10] == b"\0" * 4 and known else None


_SYNC: Final = b"\xff"
_ADTS_MASK, _ADTS = 0xF6, 0xF0  # layer bits are 0 (ISO/IEC 13818-7 section 6.2)
_MP3_MASK = 0xE6
_MPEG_1, _MPEG_RESERVED = 3, 1  # the two version bits
_LAYER_3 = 3
_ADTS_HEADER_BYTES = 7

_MP3_KBIT: Final = {
    # (MPEG-1?, layer) -> kbit/s by index 1..14 (ISO/IEC 11172-3 table 2.4.2.3)
    (True, 3): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (True, 2): (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (False, 3): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (False, 2): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_MP3_HZ: Final = (44_100, 48_000, 32_000)
_HZ_HALVINGS: Final = {_MPEG_1: 0, 2: 1, 0: 2}


def _mpeg_sound(head: bytes) -> str | None:
    """Recognise MP3 and AAC streams by a frame header that is followed by another one."""
    if len(head) < _ADTS_HEADER_BYTES or not head.startswith(_SYNC):
        return None
    if head[1] & _ADTS_MASK == _ADTS:
        length = (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5
        fits = length > _ADTS_HEADER_BYTES and _is_sync(head, length, _ADTS_MASK, _ADTS)
        return "audio/aac" if fits else None
    length = _mp3_frame_bytes(head)
    fits = length > 0 and _is_sync(head, length, _MP3_MASK, head[1] & _MP3_MASK)
    return "audio/mpeg" if fits else None


def _is_sync(head: bytes, at: int, mask: int, wanted: int) -> bool:
    """Return whether a frame starts at `at`; a file that ends before it gets the benefit."""
    return at + 1 >= len(head) or (head.startswith(_SYNC, at) and head[at + 1] & mask == wanted)


def _mp3_frame_bytes(head: bytes) -> int:
    """Return the length of the MPEG layer 2 or 3 frame at the start, 0 when it is none."""
    version, layer = head[1] >> 3 & 3, 4 - (head[1] >> 1 & 3)
    rates = _MP3_KBIT.get((version == _MPEG_1, layer))
    bitrate_at, hz_at = head[2] >> 4, head[2] >> 2 & 3
    known = version != _MPEG_RESERVED and hz_at < len(_MP3_HZ)
    if rates is None or not known or not 1 <= bitrate_at <= len(rates):
        return 0
    hz = _MP3_HZ[hz_at] >> _HZ_HALVINGS[version]
    bytes_by_bit_rate = 72 if layer == _LAYER_3 and version != _MPEG_1 else 144
    return bytes_by_bit_rate * rates[bitrate_at - 1] * 1000 // hz + (head[2] >> 1 & 1)


def _by_text(head: bytes, untrusted_name: str) -> str | None:
    text = _decoded(head)
    if text is None:
        return None
    start = text.lstrip("\ufeff \t\r\n")
    lowered = start[:64].lower()
    for opening, media_type in _TEXT_STARTS:
        if lowered.startswith(opening):
            return media_type
    if lowered.startswith("<?xml"):
        return "image/svg+xml" if "<svg" in start[:1024].lower() else "text/xml"
    if _MBOX_START.match(start):
        return "application/mbox"
    header = _MAIL_HEADER.match(start.replace("\r\n", "\n"))
    if header and _MAIL_FIELD.search(header.group()):
        return "message/rfc822"
    return _PLAIN_BY_ENDING.get(_ending(untrusted_name), "text/plain")


_PLAIN_BY_ENDING: Final = {
    "csv": "text/csv",
    "json": "application/json",
    "md": "text/markdown",
}


def _decoded(head: bytes) -> str | None:
    """Return the head as text when it is text in UTF-8, UTF-16 with a mark, or a Windows page."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        cut = head[: len(head) & ~1]
        text = cut.decode("utf-16", errors="replace")
        return text if text.count("\ufffd") <= 1 and _is_readable(text) else None
    if not head or b"\0" in head:
        return None
    text = head.decode("utf-8", errors="replace")
    if text.rstrip("\ufffd").count("\ufffd"):  # a cut at the end is no fault
        text = head.decode("cp1252", errors="replace")
    return text if _is_readable(text) else None


def _is_readable(text: str) -> bool:
    strange = sum((ch < " " and ch not in "\t\r\n\f\x0b\x1b") or ch == "\ufffd" for ch in text)
    return strange * 100 <= len(text)
