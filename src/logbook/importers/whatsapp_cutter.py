"""Cuts a text at its headers into columns, one for each group and one for what stands behind."""

from __future__ import annotations

from itertools import chain, repeat, starmap
from operator import add
from typing import NamedTuple

from logbook.importers.whatsapp_header import FIRST, HEADER, LEAD, NAME, SECOND, holds_header
from logbook.importers.whatsapp_quick import QuickPattern, Run, as_text, runs_of
from logbook.importers.whatsapp_remembered import MOST_NAMES, Remembered
from logbook.importers.whatsapp_text import Text

_STRIDE = HEADER.groups + 1  # `split` gives the groups of each header and the text behind it
_MOST_SHARED = 50_000
_QUICK_TRIES = 3  # then the chat is not as plain as it looks


class Columns(NamedTuple):
    """A text cut at its headers; `lead` stands before the first. `sizes`: header and text.

    `days`: the first groups once more, as `runs_of` has them.
    """

    lead: str
    leads: list[str]
    firsts: list[str]
    seconds: list[str]
    names: list[str]
    texts: list[str]
    sizes: list[int]
    days: list[Run]

    def put_behind(self, at: int, found: Columns) -> None:
        """Part the text at a place in which headers were found."""
        self.texts[at] = found.lead
        self.sizes[at] -= sum(found.sizes)
        behind = slice(at + 1, at + 1)
        self.leads[behind] = found.leads
        self.firsts[behind] = found.firsts
        self.seconds[behind] = found.seconds
        self.names[behind] = found.names
        self.texts[behind] = found.texts
        self.sizes[behind] = found.sizes


class Cutter:
    """Cuts the blocks of one chat.

    Its dates, times and names are the same ones again and again. Kept once, they stay in the
    processor's cache, and the pieces of a whole chat take some 40 % less memory.
    """

    def __init__(self, text: Text) -> None:
        self._shared: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._one_byte = text.codec == "utf-8"  # a sign of ASCII
        self._size_of = text.size_of
        self._bytes_of = Remembered(text.size_of, MOST_NAMES)
        self._stamp_of = Remembered(as_text, _MOST_SHARED)  # of the quick pattern: date or time
        self._text_of = Remembered(as_text, MOST_NAMES)
        self._quick: QuickPattern | None = None
        self._tries = _QUICK_TRIES if self._one_byte else 0

    def cut(self, text: str) -> Columns:
        """Cut one block."""
        self._forget()
        self._quick = None
        return self._cut(text)

    def cut_narrow(self, narrow: str, text: str) -> Columns | None:
        """Do the same to the bytes of UTF-8, one character each, where that is quick.

        None where it is not: then the block is to be cut as it is. `text` has the same headers.
        """
        self._forget()
        if self._quick is None:
            self._learn(text)
        return None if self._quick is None else self._cut_quickly(narrow, self._quick)

    def _forget(self) -> None:
        if len(self._shared) > _MOST_SHARED:
            self._shared.clear()
        if len(self._names) > MOST_NAMES:
            self._names.clear()

    def _cut(self, text: str) -> Columns:
        lead, *split = HEADER.split(text)
        one_of, name_of = self._shared.setdefault, self._names.setdefault
        groups = (split[group - 1 :: _STRIDE] for group in (LEAD, FIRST, SECOND))
        leads, firsts, seconds = (list(map(one_of, group, group)) for group in groups)
        names = list(map(name_of, split[NAME - 1 :: _STRIDE], split[NAME - 1 :: _STRIDE]))
        texts = split[_STRIDE - 1 :: _STRIDE]
        is_short = self._one_byte and text.isascii()
        sizes = list(map(len if is_short else self._size_of, texts))
        size_of = len if is_short else self._bytes_of.__getitem__
        for column in (leads, firsts, seconds, names):
            sizes = list(map(add, sizes, map(size_of, column)))
        return Columns(lead, leads, firsts, seconds, names, texts, sizes, runs_of(firsts))

    def _learn(self, text: str) -> None:
        """Look for a quick pattern for headers like the one in the middle."""
        header = HEADER.search(text, len(text) // 2) if self._tries else None
        if header is not None:
            self._tries -= 1
            self._quick = QuickPattern.like(header[LEAD], header[FIRST], header[SECOND])

    def _cut_quickly(self, narrow: str, quick: QuickPattern) -> Columns | None:
        """Cut a block by the quick pattern; None where that leaves too much to `HEADER`."""
        cut = quick.cut(narrow)
        if holds_header(cut.lead):
            return None
        missed = [at for at in cut.several_lines if holds_header(cut.texts[at])]
        if len(missed) > len(cut.texts) // 4:
            return None
        days = [(self._stamp_of[first], count) for first, count in cut.days]
        firsts = list(chain.from_iterable(starmap(repeat, days)))
        seconds = list(map(self._stamp_of.__getitem__, cut.seconds))
        names = list(map(self._text_of.__getitem__, cut.names))
        leads = [quick.lead] * len(cut.texts)
        found = Columns(cut.lead, leads, firsts, seconds, names, cut.texts, cut.sizes, days)
        for at in reversed(missed):
            found.put_behind(at, self._cut(found.texts[at]))
        return found._replace(days=runs_of(found.firsts)) if missed else found
