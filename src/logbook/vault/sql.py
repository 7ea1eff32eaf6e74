"""Statements put together from the program's own words."""

from __future__ import annotations


def statement(*parts: str) -> str:
    """Return one statement out of literals and names of ours.

    Whatever a person or a file gave is bound as a value and is never a part.
    """
    return " ".join(parts)
