"""Text from outside, made fit to be kept."""

from __future__ import annotations


def storable(untrusted_text: str) -> str:
    """Return the text with what no encoding can hold (half a surrogate pair) as U+FFFD.

    Two halves that belong together, which some exports write apart, become their character.
    """
    if untrusted_text.isascii():
        return untrusted_text
    return untrusted_text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
