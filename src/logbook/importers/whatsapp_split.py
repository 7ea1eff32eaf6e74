"""A chat cut at its headers, block by block: what both readings of an export work on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from logbook.importers.whatsapp_body import APP_MARK, has_signs, that_may_be_more
from logbook.importers.whatsapp_cutter import Cutter
from logbook.importers.whatsapp_header import words_in
from logbook.importers.whatsapp_quick import Run
from logbook.importers.whatsapp_text import Block, Text

_NARROW_MARK = APP_MARK.encode().decode("latin-1")


class Manner(NamedTuple):
    """How the text of a block is written: `plain` and `sound` as in `Block`."""

    plain: bool
    sound: bool
    has_returns: bool  # lines may end with a carriage return and a line feed
    has_signs: bool = True  # as `whatsapp_body.has_signs`


class Line(NamedTuple):
    """One header, taken apart, and the text behind it up to the next."""

    whole: str  # the header with the line break before it
    opened: str  # the bracket, or nothing
    first: str
    second: str
    words: str | None  # what stands before the colon
    text: str


class Pieces(NamedTuple):
    """One block of a chat.

    A header is found by the line break before it. So the text counts as if it had one line break
    more in front: each header has the one before it, and the last line break of a block (unless it
    is a part of an endless line: `ends_line`) goes to the front of the next. `lead` stands before
    the first header. Of the headers there is a list for each group. `raw` is the text as in the
    file where that is not what was cut.
    """

    lead: str
    leads: list[str]
    firsts: list[str]
    seconds: list[str]
    names: list[str]
    texts: list[str]
    sizes: list[int]  # bytes of header and text; those of the file if the block is sound
    days: list[Run]  # `firsts` once more
    odd: set[int]  # places of texts that may be more than words: a notice, a file
    chars: int
    offset: int
    manner: Manner
    ends_line: bool
    raw: str = ""

    @property
    def different_leads(self) -> set[str]:
        """What stands before its headers; nearly always the same."""
        leads = self.leads
        is_one = bool(leads) and leads.count(leads[0]) == len(leads)  # quicker than a set of all
        return {leads[0]} if is_one else set(leads)

    def as_in_file(self) -> tuple[str, list[Line]]:
        """Return what stands before the first header, and all lines, with nothing mended."""
        lines = self.lines(0, len(self.texts))
        if self.manner.sound:
            return self.lead, lines
        at = len(self.lead)
        for place, line in enumerate(lines):
            middle, end = at + len(line.whole), at + len(line.whole) + len(line.text)
            lines[place] = line._replace(whole=self.raw[at:middle], text=self.raw[middle:end])
            at = end
        return self.raw[: len(self.lead)], lines

    def lines(self, start: int, stop: int) -> list[Line]:
        """Put the lines from `start` to `stop` together again."""
        groups = (self.leads, self.firsts, self.seconds, self.names, self.texts)
        return [
            Line(
                lead + first + second + name,
                "[" if "[" in lead else "",
                first,
                second,
                words_in(name),
                text,
            )
            for lead, first, second, name, text in zip(
                *(group[start:stop] for group in groups), strict=True
            )
        ]


def cut_at_headers(text: Text, blocks: Iterable[Block]) -> Iterator[Pieces]:
    """Cut blocks at what looks like a header; some of it may turn out to be text."""
    line_break, cutter = "\n", Cutter(text)
    for block in blocks:
        before = line_break if block.starts_line else ""
        ends_line = block.text[-1] in "\r\n"
        if ends_line:
            line_break = block.text[-1]
        end = -1 if ends_line else None
        narrow = before + block.narrow[:end] if block.narrow else ""
        has_returns = not text.lone_returns and "\r" in block.text
        signs = has_signs(narrow, _NARROW_MARK) if narrow else has_signs(block.text)
        manner = Manner(block.plain, block.sound, has_returns, signs)
        raw, cut = "", cutter.cut_narrow(narrow, block.text) if narrow else None
        if cut is None:
            raw = before + block.text[:end]
            cut = cutter.cut(raw if block.sound else text.searchable(raw))
        words = without_returns(cut.texts) if has_returns else cut.texts
        odd = that_may_be_more(words, signs=manner.has_signs)
        chars = len(before) + len(block.text) - ends_line
        in_file = "" if block.sound else raw
        yield Pieces(*cut, odd, chars, block.offset, manner, ends_line, in_file)


def without_returns(texts: list[str]) -> list[str]:
    """Take off what is left of a carriage return and a line feed."""
    return [text.removesuffix("\r") for text in texts]
