"""Words that a foreign document holds besides what its pages show (child process)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

MOST_CHARACTERS: Final = 1_000_000
APART: Final = " | "  # no part of a name: two strings side by side are not one
_DEEPEST: Final = 12
_TAG = re.compile(r"<[^>]*>")


def find(pdf: pikepdf.Pdf) -> str:
    """Return every string of a document and its statement of itself (XMP), up to a limit.

    Who wrote it, its title and bookmarks, notes, values of fields, names of attachments and layers:
    all are strings of some object (ISO 32000-1, 7.9.2), so none needs to be known by its place.
    """
    found: list[str] = []
    room = MOST_CHARACTERS
    for thing in pdf.objects:
        for text in _of_object(thing):
            if room <= 0:
                return APART.join(found)
            found.append(text[:room])
            room -= len(text)
    return APART.join(found)


def _of_object(thing: Object) -> Iterator[str]:
    if isinstance(thing, Stream) and thing.get(Name.Type) == Name.Metadata:
        yield _TAG.sub(APART, thing.read_bytes().decode("utf-8", "replace"))
    yield from strings(thing)


def strings(thing: Object, depth: int = 0) -> Iterator[str]:
    """Give the strings that are written inside one object, not those of objects it points to."""
    if isinstance(thing, String):
        yield str(thing)
    values: Iterable[object] = ()  # numbers come as those of Python
    if isinstance(thing, (Dictionary, Stream)):
        values = (value for _, value in thing.items())
    elif isinstance(thing, Array):
        values = thing.as_list()
    for value in values:
        if depth < _DEEPEST and isinstance(value, Object) and not value.is_indirect:
            yield from strings(value, depth + 1)
