"""Finding words that must not leave, however they are written or broken over lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_BETWEEN = r"[\s_.\-]*"


class Guard:
    """Looks for protected words in text; finds nothing when there are none."""

    def __init__(self, protected: Iterable[str]) -> None:
        patterns = [_pattern(plain) for term in protected if (plain := _plain(term))]
        self._search = re.compile("|".join(patterns)) if patterns else None

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to look for."""
        return self._search is not None

    def finds(self, text: str) -> bool:
        """Return whether a protected word stands in `text`, also backwards as in a printed line."""
        if self._search is None:
            return False
        plain = _plain(text)
        if self._search.search(plain):
            return True
        return not plain.isascii() and self._search.search(plain[::-1]) is not None

    def finds_in_bytes(self, data: bytes) -> bool:
        """Return whether a protected word stands in bytes, in any encoding that PDF uses."""
        if self._search is None:
            return False
        encodings = ("utf-8", "latin-1", "utf-16-be", "utf-16-le")
        return any(self.finds(data.decode(name, "ignore")) for name in encodings)


def _plain(text: str) -> str:
    """Return a text without case, marks and width, so that one name is found in every dress."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(mark for mark in folded if not unicodedata.combining(mark)).strip()


def _pattern(plain: str) -> str:
    """Return a pattern for a name as words of its own, in one or with anything between them.

    Scripts without capital letters often stand without spaces: there any place counts.
    """
    words = [re.escape(word) for word in re.split(r"[\s_.\-]+", plain) if word]
    before = r"(?<![^\W\d_])" if plain[0].upper() != plain[0] else ""
    after = r"(?![^\W\d_])" if plain[-1].upper() != plain[-1] else ""
    return before + _BETWEEN.join(words) + after
