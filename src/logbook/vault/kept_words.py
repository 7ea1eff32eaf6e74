"""Words of a fixed set as the database keeps them: one from a newer program is shown, too."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

Word = TypeVar("Word", bound=StrEnum)


def read_word(text: str, other: Word) -> Word:
    """Return the word that a column holds, or `other` where this version does not know it.

    A newer program or a damaged row may hold any text; the check of the book names it, and a page
    must not fail for the other rows that it shows.
    """
    known: dict[str, Word] = {one.value: one for one in type(other)}
    return known.get(text, other)
