"""The root of the record in 24 words: for a telephone, a letter, a sheet of paper.

All 256 bits and 8 check bits, 11 bits a word. The suspected forger is the owner, who could search
for two records with one short code; so nothing is cut (research, security.md 3.6).
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

WORDS = 24
_BITS = 11
_ROOT_BYTES = 32
_LIST_WORDS = 1 << _BITS
_PREFIX = 4  # letters after which a word cannot be another one
_SHORTEST, _LONGEST = 4, 8
# A word list is part of the format: with another one, old sheets of paper would read differently.
_LIST_SHA256 = "45fd755194a4c52ff5f91fc6bbedd2636b73550ae863ca56227d78216adb4e04"


class NotWords(ValueError):
    """The words are not a root: one is unknown or the check bits do not fit."""


def words_of(root: bytes) -> tuple[str, ...]:
    """Return the 24 words of a root of 32 bytes."""
    if len(root) != _ROOT_BYTES:
        raise ValueError(len(root))
    bits = int.from_bytes(root + _check(root), "big")
    words = _list()
    return tuple(words[bits >> _BITS * place & _LIST_WORDS - 1] for place in reversed(range(WORDS)))


def root_of_words(untrusted: str) -> bytes:
    """Return the root that words stand for; the first four letters of each are enough.

    Raises `NotWords`.
    """
    places = _places()
    found = [places.get(word[:_PREFIX]) for word in untrusted.lower().split()]
    known = [place for place in found if place is not None]
    if len(found) != WORDS or len(known) != WORDS:
        raise NotWords(f"{len(known)} of {WORDS} words")
    bits = 0
    for place in known:
        bits = bits << _BITS | place
    data = bits.to_bytes(_ROOT_BYTES + 1, "big")
    root = data[:_ROOT_BYTES]
    if _check(root) != data[_ROOT_BYTES:]:
        raise NotWords("the check bits do not fit")
    return root


def _check(root: bytes) -> bytes:
    return hashlib.sha256(root).digest()[:1]


@cache
def _list() -> tuple[str, ...]:
    """Return 2,048 words of the EFF's long list, evenly drawn, no two alike in four letters."""
    text = (resources.files("xkcdpass") / "static" / "eff-long").read_text(encoding="utf-8")
    first: dict[str, str] = {}
    for word in sorted(text.split()):
        if word.isascii() and word.isalpha() and _SHORTEST <= len(word) <= _LONGEST:
            first.setdefault(word[:_PREFIX], word)
    every = sorted(first.values())
    chosen = tuple(every[place * len(every) // _LIST_WORDS] for place in range(_LIST_WORDS))
    if hashlib.sha256("\n".join(chosen).encode()).hexdigest() != _LIST_SHA256:
        raise RuntimeError("the word list is not the one that roots were given out in")
    return chosen


@cache
def _places() -> dict[str, int]:
    return {word[:_PREFIX]: place for place, word in enumerate(_list())}
