"""A chat cut at its headers, block by block: what both readings of an export work on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from logbook.importers.whatsapp_body import has_signs
from logbook.importers.whatsapp_header import HEADER
from logbook.importers.whatsapp_text import Block, Text

STRIDE = HEADER.groups + 1  # `split` gives the groups of each header and the text behind it
WHOLE, OPEN, FIRST, SECOND, NAME, TEXT = range(STRIDE)  # places in a stride

Parts = list[str | Any]  # strides, one behind the other; a group that matched nothing is None


class Manner(NamedTuple):
    """How the text of a block is written: `plain` and `sound` as in `Block`."""

    plain: bool
    sound: bool
    has_returns: bool  # lines may end with a carriage return and a line feed
    signs: bool = True  # `whatsapp_body.has_signs` of the whole block


class Pieces(NamedTuple):
    """One block of a chat.

    A header is found by the line break before it. So the text counts as if it had one line break
    more in front: each header has the one before it, and the last line break of a block (unless it
    is a part of an endless line: `ends_line`) goes to the front of the next. `lead` stands before
    the first header. `raw` is the text as in the file where that is not what was cut.
    """

    lead: str
    parts: Parts
    chars: int
    offset: int
    manner: Manner
    ends_line: bool
    raw: str = ""


def cut_at_headers(text: Text, blocks: Iterable[Block]) -> Iterator[Pieces]:
    """Cut blocks at what looks like a header; some of it may turn out to be text."""
    line_break = "\n"
    for block in blocks:
        raw = line_break + block.text if block.starts_line else block.text
        ends_line = raw[-1] in "\r\n"
        if ends_line:
            line_break = raw[-1]
            raw = raw[:-1]
        has_returns = not text.lone_returns and "\r" in raw
        manner = Manner(block.plain, block.sound, has_returns, has_signs(raw))
        parts = HEADER.split(raw if block.sound else text.searchable(raw))
        lead = parts.pop(0)
        in_file = "" if block.sound else raw
        yield Pieces(lead, parts, len(raw), block.offset, manner, ends_line, in_file)


def as_in_file(pieces: Pieces) -> tuple[str, Parts]:
    """Return lead and parts with headers and texts as they are in the file."""
    if pieces.manner.sound:
        return pieces.lead, pieces.parts
    raw, at, parts = pieces.raw, len(pieces.lead), list(pieces.parts)
    for place in range(0, len(parts), STRIDE):
        for part in (place + WHOLE, place + TEXT):
            end = at + len(parts[part])
            parts[part] = raw[at:end]
            at = end
    return raw[: len(pieces.lead)], parts
