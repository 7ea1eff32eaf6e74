"""Finding words that must not leave, however they are written or broken over lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

GAP = "\x1f"
"""Stands in a text where words or letters are apart on a page and no character is between them."""

_BETWEEN = r"[\s_.\-'’ʼ‘`]*"  # people's keyboards have many apostrophes
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u093c\u200b-\u200f\u2060-\u2069]"
)


class Guard:
    """Looks for protected words in text; finds nothing when there are none."""

    def __init__(self, protected: Iterable[str]) -> None:
        plains = [plain for term in protected if (plain := _plain(term).strip())]
        patterns = [_pattern(plain) for plain in plains]
        self._search = re.compile("|".join(patterns)) if patterns else None
        apart = [_pattern(plain, apart=True) for plain in plains]
        self._search_apart = re.compile("|".join(apart)) if apart else None

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to look for."""
        return self._search is not None

    def finds(self, text: str) -> bool:
        """Return whether a protected word stands in `text`, also backwards as in a printed line."""
        search = self._search_apart if GAP in text else self._search
        if search is None:
            return False
        plain = _plain(text)
        if search.search(plain):
            return True
        return not plain.isascii() and search.search(plain[::-1]) is not None

    def finds_in_bytes(self, data: bytes) -> bool:
        """Return whether a protected word stands in bytes, in any encoding that PDF uses."""
        if self._search is None:
            return False
        return any(
            self._search.search(_plain(data.decode(name, "ignore")))
            for name in ("utf-8", "latin-1", "utf-16-be")
        )


def _plain(text: str) -> str:
    """Return a text without case, marks and width, so that one name is found in every dress."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text).casefold())


def _pattern(plain: str, *, apart: bool = False) -> str:
    """Return a pattern for a name as words of its own, in one or with anything between them.

    Scripts without capital letters often stand without spaces: there any place counts. `apart`
    finds a name too whose letters stand apart.
    """
    between = f"{GAP}?" if apart else ""
    words = [
        between.join(map(re.escape, word))
        for word in re.split(_BETWEEN.replace("*", "+"), plain)
        if word
    ]
    before = r"(?<![^\W\d_])" if plain[0].upper() != plain[0] else ""
    after = r"(?![^\W\d_])" if plain[-1].upper() != plain[-1] else ""
    return before + _BETWEEN.join(words) + after
