"""What an attachment is by its first bytes; the stated type is often wrong (messages.md 3)."""

from __future__ import annotations

from logbook.importers.base64_stretch import decoded

_FTYP = slice(4, 8)
_BRAND = slice(8, 12)
_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"%PDF-", "application/pdf"),
    (b"#!AMR", "audio/amr"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"BEGIN:VCARD", "text/x-vcard"),
    (b"PK\x03\x04", "application/zip"),
)
_BRANDS = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"avif": "image/avif",
    b"3gp4": "video/3gpp",
    b"3gp5": "video/3gpp",
    b"3gp6": "video/3gpp",
    b"M4A ": "audio/mp4",
    b"qt  ": "video/quicktime",
}
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/avi"}
_SAME = {  # different names that senders use for one thing
    "image/jpg": "image/jpeg",
    "image/pjpeg": "image/jpeg",
    "image/heif": "image/heic",
    "audio/mp3": "audio/mpeg",
    "audio/3gpp": "video/3gpp",
    "audio/m4a": "audio/mp4",
    "audio/x-m4a": "audio/mp4",
    "video/3gp": "video/3gpp",
    "text/vcard": "text/x-vcard",
}


def sniffed(head: bytes) -> str:
    """Return the media type that the first letters of base64 decode to; empty when not known."""
    start = decoded(head)
    if start[_FTYP] == b"ftyp":
        return _BRANDS.get(start[_BRAND], "video/mp4")
    if start.startswith(b"RIFF"):
        return _RIFF.get(start[_BRAND], "")
    return next((kind for magic, kind in _MAGIC if start.startswith(magic)), "")


def differ(stated: str, found: str) -> bool:
    """Tell whether a stated media type is not what was found; unknown types never differ."""
    stated = stated.partition(";")[0].strip().lower()
    stated = _SAME.get(stated, stated)
    if not found or not stated or "zip" in found:  # a zip is the inside of many document types
        return False
    containers = {"video/mp4", "audio/mp4", "video/3gpp"}  # one file format under three names
    return stated != found and not {stated, found} <= containers
