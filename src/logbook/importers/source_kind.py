"""What a file is when no importer knows it: named by its first bytes (messages.md 31, row 24)."""

from __future__ import annotations

from logbook.i18n import translate

HEAD_BYTES = 4096
_FTYP_AT, _TAR_AT = 4, 257
_PICTURE_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"SQLite format 3\x00", "database"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"BZh", "gzip"),
    (b"\xfd7zXZ\x00", "gzip"),
    (b"\x28\xb5\x2f\xfd", "gzip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"{\\rtf", "office"),
    (b"bplist00", "plist"),
    (b"ID3", "sound"),
    (b"#!AMR", "sound"),
    (b"OggS", "sound"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"ANDROID BACKUP", "android_backup"),
)
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body")


def kind_of(head: bytes, untrusted_name: str) -> str:
    """Return a code for what the file is; empty for text or bytes that nothing here knows."""
    ending = untrusted_name.rpartition(".")[2].lower()
    if ending.startswith("crypt") and ending[5:].isdigit():
        return "whatsapp_crypt"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[_FTYP_AT : _FTYP_AT + 4] == b"ftyp":
        return "picture" if head[8:12] in _PICTURE_BRANDS else "video"
    if head.startswith(b"RIFF"):
        return "picture" if head[8:12] == b"WEBP" else "sound"
    if head[_TAR_AT : _TAR_AT + 5] == b"ustar":
        return "tar"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:64].lower()
    return "html" if start.startswith(_HTML) else ""


def kind_in_words(kind: str) -> str:
    """Name a kind for a person, to stand in "this is ..."."""
    words = {
        "pdf": translate("FileKind", "a PDF document"),
        "picture": translate("FileKind", "a picture"),
        "video": translate("FileKind", "a video"),
        "sound": translate("FileKind", "a sound recording"),
        "database": translate("FileKind", "a database file"),
        "gzip": translate("FileKind", "a packed file that must be unpacked first"),
        "7z": translate("FileKind", "a 7z archive that must be unpacked first"),
        "rar": translate("FileKind", "a RAR archive that must be unpacked first"),
        "tar": translate("FileKind", "a tar archive that must be unpacked first"),
        "office": translate("FileKind", "an Office document"),
        "plist": translate("FileKind", "a settings file from an Apple device"),
        "program": translate("FileKind", "a program"),
        "android_backup": translate("FileKind", "a whole-phone Android backup"),
        "whatsapp_crypt": translate("FileKind", "an encrypted WhatsApp backup"),
        "html": translate("FileKind", "a web page"),
    }
    return words[kind]
