"""Text from outside, made fit to be kept, and worked on in pieces where it is long."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

# One emoji makes every character of a text four bytes in memory. So each whole copy of the longest
# text that a message may have takes 64 MB, and what looks at one does so a stretch at a time.
STRETCH_CHARS = 1 << 16
_MOST_CHARS = 1 << 18  # of a stretch in which no letter stands
# Letters that are seen, compose with nothing before them (unlike marks, vowel signs and the jamo
# that end a Hangul syllable), and come out of every normal form as letters: ASCII, Latin, Greek,
# Cyrillic, Hebrew, Arabic, Devanagari, Thai, kana, Han, Hangul syllables, and emoji.
_LETTERS = (
    "!-~\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0391-\u03a1\u03a3-\u03c9\u0410-\u044f\u05d0-\u05ea"
    "\u0621-\u063a\u0641-\u064a\u0915-\u0939\u0e01-\u0e2e\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7a3\U0001f300-\U0001faff"
)
_SEAM = re.compile(f"[{_LETTERS}](?=[ {_LETTERS}])")


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

    All but the last end with a letter, and all but the first begin with one or a blank: nothing of
    one piece composes with anything of another. What has no such place for very long, as only a
    hostile text does, is cut where it is.
    """
    rest = ""
    for block in _blocks(text):
        rest += block
        while end := _end_of_stretch(rest):
            yield rest[:end]
            rest = rest[end:]
    if rest:
        yield rest


def _end_of_stretch(text: str) -> int:
    """Return where the first stretch ends; 0 when more has to come to tell."""
    seam = _SEAM.search(text, STRETCH_CHARS - 1, _MOST_CHARS + 1)
    if seam:
        return seam.end()
    return _MOST_CHARS if len(text) > _MOST_CHARS else 0


def _blocks(text: str | bytes) -> Iterator[str]:
    """Give a text in pieces of any kind."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(text), STRETCH_CHARS):
        block = text[start : start + STRETCH_CHARS]
        yield block if isinstance(block, str) else decoder.decode(block)
