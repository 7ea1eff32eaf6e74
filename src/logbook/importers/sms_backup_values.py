"""What the values of an SMS backup say: text with its references, times, JSON for the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from logbook.importers.limits import LIMITS

_BY_NUMBER = re.compile(r"#(?:([0-9]{1,10})|x([0-9a-fA-F]{1,8}))")
_CHARACTERS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}  # and numbers seen
_MOST_REMEMBERED = 5_000
_LINE_END = re.compile(r"\r\n|[\t\n\r]")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_PAIR = re.compile("([\ud800-\udbff])([\udc00-\udfff])")
not_kept = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]").search
_CONTROL = re.compile(rb"[\x00-\x1f]")
_HIGH_HALF = re.compile("[\ud800-\udbff]")
_LONGEST_REFERENCE = 14
_LINE_FEED = 0x0A
STRETCH_BYTES = 1 << 16
LONGEST_FIELDS_BYTES = 1 << 16
_NO_CHARACTERS = (0xFFFE, 0xFFFF)
_LAST_CHARACTER = 0x10FFFF

MISSING = frozenset({b"", b"null"})  # the app writes the word for what it does not know

_SECONDS_BELOW = 100_000_000_000  # as milliseconds this would be before March 1973
_DIGITS_US, _DIGITS_NS = 16, 19


class Unreadable(Exception):
    """A value that cannot be kept as text; `reason` is the code of a `NotUnderstood`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Text(NamedTuple):
    """A value as text, and the flags for what could not be kept."""

    text: str
    flags: tuple[str, ...] = ()


class Time(NamedTuple):
    """The instant that a `date` means; none where it is no number."""

    instant_ms: int | None
    precision: str
    flags: tuple[str, ...] = ()


def is_missing(value: bytes) -> bool:
    """Tell whether the app had nothing to write."""
    return value in MISSING


def refuse_long_fields(values: Mapping[bytes, bytes], text: bytes) -> None:
    """Raise Unreadable where anything but the text of a record is longer than any phone writes.

    Names and numbers are held for the whole of a reading, a text only until the next.
    """
    if sum(len(value) for name, value in values.items() if name != text) > LONGEST_FIELDS_BYTES:
        raise Unreadable("too_long")


def label(name: bytes) -> str:
    """Read the name of an attribute."""
    return name.decode(errors="replace")


def text_of(value: bytes, encoding: str = "utf-8") -> Text:
    """Read a value as XML reads it, and what the app writes against XML as well.

    With emoji the app writes two references to the halves of a surrogate pair; they are joined.
    A half alone, and a control character that XML forbids, becomes U+FFFD with a flag. Raises
    Unreadable for bytes that are no text and for a reference without a meaning.
    """
    if len(value) > STRETCH_BYTES:
        return _long_text_of(value, encoding)
    text = _raw_text_of(value, encoding)
    if not not_kept(text):
        return Text(text)
    return repaired(text)


def _long_text_of(value: bytes, encoding: str) -> Text:
    """Do the same piece by piece: a whole copy of the longest text takes up to four times as much.

    The first half of a pair waits for what follows it. Raises Unreadable where signs that cannot
    be kept, or the alphabet of Windows, make three bytes of one and a text too long.
    """
    most_bytes = max(len(value), LIMITS.text_bytes)
    kept, flags, half = bytearray(), dict[str, None](), ""
    for stretch in _stretches(value):
        text = half + _raw_text_of(stretch, encoding)
        half = text[-1:] if _HIGH_HALF.match(text[-1:]) else ""
        whole = repaired(text[: len(text) - len(half)])
        kept += whole.text.encode()
        flags.update(dict.fromkeys(whole.flags))
        if len(kept) > most_bytes:
            raise Unreadable("too_long")
    last = repaired(half)
    kept += last.text.encode()
    flags.update(dict.fromkeys(last.flags))
    return Text(kept.decode(), tuple(flags))


def _stretches(value: bytes) -> Iterator[bytes]:
    """Give a long value in pieces that end with no part of a character, reference or line end."""
    start = 0
    while start < len(value):
        end = min(start + STRETCH_BYTES, len(value))
        reference = value.rfind(b"&", end - _LONGEST_REFERENCE, end)
        if end < len(value) and reference >= 0 and b";" not in value[reference:end]:
            end = reference
        while end < len(value) and (value[end] & 0xC0 == 0x80 or value[end] == _LINE_FEED):  # noqa: PLR2004 - UTF-8: 10xxxxxx continues a character
            end += 1
        yield value[start:end]
        start = end


def _raw_text_of(value: bytes, encoding: str) -> str:
    """Read a value with its references, halves of pairs left as they are."""
    try:
        text = value.decode(encoding)
    except UnicodeDecodeError:
        text = _with_encoded_halves(value, encoding)
    if _CONTROL.search(value):
        text = _LINE_END.sub(" ", text)  # XML 1.0, 2.11 and 3.3.3; a wanted one is a reference
    return resolved(text) if b"&" in value else text


def repaired(text: str) -> Text:
    """Join the halves of surrogate pairs; replace what cannot be kept and flag it."""
    flags: tuple[str, ...] = ()
    if _FORBIDDEN.search(text):
        text = _FORBIDDEN.sub("\ufffd", text)
        flags = ("illegal_character",)
    text = _PAIR.sub(_joined, text)
    if _SURROGATE.search(text):
        text = _SURROGATE.sub("\ufffd", text)
        flags = (*flags, "lone_surrogate")
    return Text(text, flags)


def resolved(text: str) -> str:
    """Put characters in the place of references. Raises Unreadable.

    Halves of surrogate pairs come out as such, and NUL for what XML forbids.
    """
    before, *pieces = text.split("&")
    found = [before]
    for piece in pieces:
        name, semicolon, rest = piece.partition(";")
        if not semicolon:
            raise Unreadable("bad_reference")
        found.append(_CHARACTERS.get(name) or _character(name))
        found.append(rest)
    return "".join(found)


def _with_encoded_halves(value: bytes, encoding: str) -> str:
    """Read UTF-8 whose emoji are surrogates encoded one by one (CESU-8); refuse other bytes."""
    try:
        return value.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        raise Unreadable("bad_encoding") from None


def _character(name: str) -> str:
    """Return the character that a reference names by its number."""
    reference = _BY_NUMBER.fullmatch(name)
    if reference is None:
        raise Unreadable("bad_reference")
    decimal, hexadecimal = reference.groups()
    number = int(decimal) if decimal else int(hexadecimal, 16)
    if number in _NO_CHARACTERS or number > _LAST_CHARACTER:
        return "\x00"
    if len(_CHARACTERS) < _MOST_REMEMBERED:
        _CHARACTERS[name] = chr(number)
    return chr(number)


def _joined(pair: re.Match[str]) -> str:
    high, low = map(ord, pair.groups())
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))  # Unicode 3.9, D91


def time_of(date: bytes) -> Time:
    """Read a count since 1970: milliseconds, or by its size seconds, micro- or nanoseconds."""
    if not date.isdigit() or len(date) > _DIGITS_NS:
        return Time(None, "ms", () if is_missing(date) else ("bad_time",))
    count = int(date)
    if len(date) == _DIGITS_NS:
        return Time(count // 1_000_000, "ms", ("unit_ns",))
    if len(date) >= _DIGITS_US:
        return Time(count // 1_000, "ms", ("unit_us",))
    if count < _SECONDS_BELOW:
        return Time(count * 1000, "s", ("unit_s",))
    return Time(count, "ms")


def canonical(fields: Mapping[str, object]) -> str:
    """Write JSON that is the same for the same fields: sorted, without blanks."""
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


quoted = json.encoder.encode_basestring
