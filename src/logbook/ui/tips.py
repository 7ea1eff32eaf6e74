"""Words in tooltips, as they are.

Qt takes a tooltip that looks like markup for a page, which could load a file of this computer: a
message or a name from outside must not.
"""

from __future__ import annotations


def plain_tip(untrusted_words: str) -> str:
    """Return words for `setToolTip` that are shown letter by letter, tags and all."""
    if "<" not in untrusted_words:
        return untrusted_words
    import html  # noqa: PLC0415 - its table of characters costs the start 1 ms

    return f"<qt>{html.escape(untrusted_words).replace(chr(10), '<br>')}</qt>"
