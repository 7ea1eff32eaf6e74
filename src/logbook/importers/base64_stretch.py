"""An attachment that is base64 inside a larger file, decoded as a stream where it lies."""

from __future__ import annotations

import binascii
import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_PIECE = 96 * 1024
_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
_BLANK = b" \t\r\n\x00"  # NUL: every second byte where the file was saved as UTF-16
_ALLOWED = _ALPHABET + _BLANK
# The padding goes too: in the middle of damaged base64 it makes the letters behind it unreadable.
_NO_LETTER = bytes(sorted(set(range(256)) - set(_ALPHABET.rstrip(b"=") + b"-_")))
_REFERENCE = re.compile(rb"&#(?:x0*(?:9|[aA]|[dD]|20)|0*(?:9|10|13|32));")  # a blank, referred to
_LONGEST_REFERENCE = 24  # in UTF-16
_URL_SAFE = bytes.maketrans(b"-_", b"+/")


def is_base64(piece: bytes) -> bool:
    """Tell whether a stretch holds nothing but base64 and blanks, blanks by reference included."""
    left = piece.translate(None, _ALLOWED)
    return not left or not _REFERENCE.sub(b"", piece).translate(None, _ALLOWED)


def decoded(piece: bytes) -> bytes:
    """Decode a whole stretch, leaving out what is no base64 and what is left over at its end."""
    clean = _cleaned(piece)
    return binascii.a2b_base64(clean[: len(clean) // 4 * 4] + _rest(clean[len(clean) // 4 * 4 :]))


def _cleaned(piece: bytes) -> bytes:
    if b"&" in piece:
        piece = piece.replace(b"\0", b"")
        piece = _REFERENCE.sub(b"", piece)
    return piece.translate(_URL_SAFE, _NO_LETTER)


def _rest(end: bytes) -> bytes:
    """Return the last one to three letters so that they decode; one alone holds no byte."""
    return b"" if len(end) < 2 else end + b"=" * (4 - len(end))  # noqa: PLR2004 - 6 bits are no byte


class Base64Stream(io.RawIOBase):
    """The decoded bytes of `length` bytes of base64 at `offset`, read through `bytes_at`."""

    def __init__(self, bytes_at: Callable[[int, int], bytes], offset: int, length: int) -> None:
        super().__init__()
        self._bytes_at = bytes_at
        self._at, self._end = offset, offset + length
        self._letters = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill `buffer` with what comes next."""
        view = memoryview(buffer).cast("B")
        while not self._ready and self._refill():
            pass
        count = min(len(view), len(self._ready))
        view[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def _refill(self) -> bool:
        """Decode the next piece; false at the end."""
        piece = self._bytes_at(self._at, min(_PIECE, self._end - self._at))
        if not piece:
            last, self._letters = _rest(self._letters), b""
            self._ready = memoryview(binascii.a2b_base64(last))
            return bool(last)
        reference = piece.rfind(b"&", -_LONGEST_REFERENCE)
        if reference > 0 and b";" not in piece[reference:] and self._at + len(piece) < self._end:
            piece = piece[:reference]
        self._at += len(piece)
        letters = self._letters + _cleaned(piece)
        whole = len(letters) // 4 * 4
        self._letters = letters[whole:]
        self._ready = memoryview(binascii.a2b_base64(letters[:whole]))
        return True
