"""What a text takes in memory, for bounds on what comes from outside."""

from __future__ import annotations

_LAST_OF_TWO_BYTES = "\uffff"


def held_bytes(text: str) -> int:
    """Return what the signs of a text take: the widest of them, such as an emoji, counts for all.

    CPython keeps one, two or four bytes a sign (PEP 393).
    """
    if text.isascii():
        return len(text)
    return len(text) * (2 if max(text) <= _LAST_OF_TWO_BYTES else 4)
