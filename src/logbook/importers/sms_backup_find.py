"""Finds SMS backups in a file or a zip by their first element, whatever they are called."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from logbook.importers.sms_backup_wide import narrow_head, wide_codec
from logbook.importers.source import Source

_MOST_TRIED = 1_000  # members of a zip
_HEAD_BYTES = 1 << 16
_CHAT_NAME = "_chat.txt"  # what iPhones call a chat
_BOM = b"\xef\xbb\xbf"
_ENCODED_HALVES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")  # of surrogate pairs (CESU-8)
_OTHER_BYTE = re.compile("[\udc80-\udcff]")  # that is no UTF-8
_BEYOND_ASCII = re.compile("[\x80-\ud7ff\ue000-\U0010ffff]")
_FEWEST_OTHERS = 2  # a single other byte is damage
_HIGH_BYTES = bytes(range(0x80, 0x100))
_PASSED = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->)+", re.DOTALL)
_DOCUMENT_TYPE = re.compile(rb"<!DOCTYPE\s+(?:smses|calls)\b", re.IGNORECASE)
_ROOT = re.compile(rb"<(?:smses|calls)[\s/>]")
_RECORD = re.compile(rb"""<(?:sms|mms|call)\s[^<]{0,4000}?\b(?:address|number|date)\s*=\s*["']""")
_ENCODING = re.compile(rb"""<\?xml[^>?]*?\bencoding\s*=\s*["']([\w.\-]+)["']""")
# Date and time at the beginning of a line, in any script and order, as a chat has them: five
# numbers, of which a text that somebody wrote about the backup has one or three.
_DATED_LINE = re.compile(
    r"(?m)^[^\d\n]{0,8}\d{1,4}[^\d\n]{1,4}\d{1,2}[^\d\n]{1,24}\d{1,4}"
    r"[^\d\n]{1,24}\d{1,4}[^\d\n]{1,24}\d{1,4}"
)
_ASCII_BASED = re.compile(r"us-ascii|iso-8859-\d{1,2}|windows-125\d|koi8-[ru]")


class Encoding(NamedTuple):
    """How the letters of a backup are written; `is_guess`: nothing in it says so."""

    codec: str
    is_guess: bool = False


def backups_in(source: Source) -> list[int]:
    """Return the indexes of the members to read: a plain file itself, the backups in a zip.

    A zip with the text of a chat is a chat export: a backup inside was sent as a file.
    """
    if not source.is_zip:
        return [0]
    names = [member.name.lower() for member in source.members]
    texts = [index for index, name in enumerate(names) if name.endswith(".txt")]
    if len(texts) > _MOST_TRIED or any(names[i].endswith(_CHAT_NAME) for i in texts):
        return []
    if any(_is_dated(source.head(i, _HEAD_BYTES)) for i in texts):
        return []
    xml = [index for index, name in enumerate(names) if name.endswith(".xml")]
    return [i for i in xml[:_MOST_TRIED] if is_backup(source.head(i, _HEAD_BYTES))]


def _is_dated(head: bytes) -> bool:
    """Tell whether a text may be a chat; UTF-16 has a NUL beside every letter."""
    return _DATED_LINE.search(head.replace(b"\0", b"").decode(errors="replace")) is not None


def holds_backup(source: Source) -> bool:
    """Tell by content whether there is anything to read."""
    if source.is_zip:
        return bool(backups_in(source))
    return is_backup(source.head(0, _HEAD_BYTES))


def is_backup(head: bytes) -> bool:
    """Tell by the first bytes; a damaged beginning is forgiven when a record can be seen."""
    start = narrow_head(head).removeprefix(_BOM)
    passed = _PASSED.match(start)
    rest = start[passed.end() :] if passed else start
    if _ROOT.match(rest) or _RECORD.match(rest) or _DOCUMENT_TYPE.match(rest):
        return True
    return bool(_RECORD.search(rest)) and not rest.lower().startswith((b"<!doctype html", b"<html"))


def encoding_of(head: bytes) -> Encoding:
    """Return the encoding of a backup, by its declaration and by what its first bytes are.

    UTF-8 unless another is declared, and when the bytes are that whatever is declared. Where they
    are in no place, an editor saved the file in the alphabet of Windows (messages.md 31, row 15).
    """
    if wide_codec(head):
        return Encoding("utf-8")  # what its reader makes of it
    found = _ENCODING.search(head[:512])
    name = found[1].decode().lower() if found else ""
    declared = name if _ASCII_BASED.fullmatch(name) else ""
    whole = head.rstrip(_HIGH_BYTES)  # the last character may be cut
    text = _ENCODED_HALVES.sub(b"", whole).decode(errors="surrogateescape")
    others = len(list(islice(_OTHER_BYTE.finditer(text), _FEWEST_OTHERS)))
    if declared and (others or text.isascii()):
        return Encoding(declared)
    is_windows = others == _FEWEST_OTHERS and not _BEYOND_ASCII.search(text)
    return Encoding("cp1252", is_guess=True) if is_windows else Encoding("utf-8")
