"""Short lists of texts as the database keeps them: JSON without spaces."""

from __future__ import annotations

import json


def write_list(texts: tuple[str, ...]) -> str:
    """Return a JSON array; the empty one, by far the most frequent, is the empty text."""
    return spaceless(texts) if texts else ""


def read_list(text: str) -> tuple[str, ...]:
    """Read `write_list` again."""
    return tuple(json.loads(text)) if text else ()


def spaceless(value: object) -> str:
    """Return JSON without spaces, in which only what must be is written as an escape."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
