"""Text from outside, made fit to be kept, and worked on in pieces where it is long."""

from __future__ import annotations

import re
from collections.abc import Iterator

# One emoji makes every character of a text four bytes in memory. So each whole copy of the longest
# text that a message may have takes 64 MB, and what looks at one does so a stretch at a time.
STRETCH_CHARS = 1 << 16
_SEAM = re.compile("[!-~](?=[ -~])")

_SEAM_IN_BYTES = re.compile(_SEAM.pattern.encode())


def storable(untrusted_text: str) -> str:
    """Return the text with what no encoding can hold (half a surrogate pair) as U+FFFD.

    Two halves that belong together, which some exports write apart, become their character.
    """
    if untrusted_text.isascii():
        return untrusted_text
    return untrusted_text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def stretches(text: str | bytes) -> Iterator[str]:
    """Give a text in pieces, each of which has the same normal forms alone as in its place.

    A text in bytes is UTF-8.

    All but the last end with a visible ASCII character, and all but the first begin with one or a
    blank: nothing of one piece composes with anything of another.
    """
    start = 0
    while start < len(text):
        at = start + STRETCH_CHARS - 1
        seam = _SEAM.search(text, at) if isinstance(text, str) else _SEAM_IN_BYTES.search(text, at)
        end = seam.end() if seam else len(text)
        piece = text[start:end]
        yield piece if isinstance(piece, str) else piece.decode()
        start = end
