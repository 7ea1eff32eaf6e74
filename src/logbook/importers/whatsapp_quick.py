"""A pattern for the one plain form of header that most chats have from the first to the last line.

`HEADER` reads every form of every phone. This one is made like a header that was found: the date
first, one sign in it, one colon or two in the time, nothing but ASCII. It takes half the time, and
finds nothing that `HEADER` would not find with the very same groups; the other lines are left to
that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby, repeat
from operator import add
from typing import NamedTuple

# A date of numbers with what stands between it and the time, and a time.
_DATE = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{1,4}[,a-z ]{1,12}", re.ASCII)
_TIME = re.compile(r"(\d{1,2}:\d{1,2}(?::\d{1,2})?)(.*?)( -|\])", re.ASCII)
_NUMBER = re.compile(r"(:?)(\d+)", re.ASCII)
# The words of a 12-hour clock. The blanks that phones put before them are no ASCII: each is its
# bytes here (C2 A0 or E2 80 AF), of which no dash can be made.
_WORDS = r"[A-Za-z. \xa0\xc2\xe2\x80\xaf]{0,12}?"
# A name, or a line that has no colon at all.
_NAME = r" (?:[^:\r\n]{1,128}+: |(?=[^:\r\n]*+(?:[\r\n]|\Z)))"
_ENDS = {"\n": " -", "\n[": "]"}  # of the time, by what stands before the date
_ONE_OR_TWO = "[0-9][0-9]?"
_STRIDE = 4  # first and second group, name, and the text behind


Run = tuple[str, int]  # the same several times in a row


class QuickCut(NamedTuple):
    """A text cut at headers of one form. `sizes`: bytes of header and text.

    `days`: the first groups, as `runs_of` has them. Of `seconds` and `names` each character is a
    byte: `as_text` makes one out of several, and needs to do so only once for each that differs.
    """

    lead: str
    days: list[Run]
    seconds: list[str]
    names: list[str]
    texts: list[str]
    sizes: list[int]
    several_lines: list[int]  # places of texts in which other headers may be


class QuickPattern(NamedTuple):
    """A pattern for the bytes of UTF-8, one character each; `lead` stands before all its headers.

    So bytes need not be counted, and the patterns of Python run on the narrowest kind of string.
    `firsts_vary`, `seconds_vary`: those groups are not all of one length.
    """

    lead: str
    pattern: re.Pattern[str]
    firsts_vary: bool
    seconds_vary: bool

    @classmethod
    def like(cls, lead: str, first: str, second: str) -> QuickPattern | None:
        """Make a pattern for headers like one that `HEADER` found, None if that is not plain."""
        time = _TIME.fullmatch(_as_bytes(second))
        if time is None or time[3] != _ENDS.get(lead) or not _DATE.fullmatch(first):
            return None
        clock, words, end = time.groups()
        if words and not re.fullmatch(_WORDS, words):
            return None
        first, clock = _like(first), _like(clock)
        second = clock + (_WORDS if words else "") + re.escape(end)
        pattern = re.compile(f"{re.escape(lead)}({first})({second})({_NAME})")
        return cls(lead, pattern, _ONE_OR_TWO in first, words != "" or _ONE_OR_TWO in clock)

    def cut(self, narrow: str) -> QuickCut:
        """Cut a text of which each character is a byte of UTF-8."""
        lead, *split = self.pattern.split(narrow)
        firsts, seconds, names, texts = (split[group::_STRIDE] for group in range(_STRIDE))
        several_lines = _with_several_lines(texts, returns="\r" in narrow)
        sizes = self._sizes(firsts, seconds, names, texts)
        if not narrow.isascii():
            _widen(texts)
        days = runs_of(firsts)
        return QuickCut(as_text(lead), days, seconds, names, texts, sizes, several_lines)

    def _sizes(
        self, firsts: list[str], seconds: list[str], names: list[str], texts: list[str]
    ) -> list[int]:
        sizes: Iterable[int] = map(add, map(len, names), map(len, texts))
        always = len(self.lead)
        for group, varies in ((firsts, self.firsts_vary), (seconds, self.seconds_vary)):
            if varies:
                sizes = map(add, sizes, map(len, group))
            elif group:
                always += len(group[0])
        return list(map(add, sizes, repeat(always)))


def runs_of(groups: Iterable[str]) -> list[Run]:
    """Return groups with how often each comes in a row: many messages are of one day."""
    return [(group, len(list(row))) for group, row in groupby(groups)]


def _like(text: str) -> str:
    """Return a pattern for a text with other numbers in it."""
    return _NUMBER.sub(lambda number: number[1] + _digits(number[2], number[1]), re.escape(text))


def _digits(number: str, before: str) -> str:
    """Return a pattern for numbers like one; a phone that does not write 05 writes 5 and 15."""
    if before or number.startswith("0") or len(number) > len("05"):
        return "[0-9]" * len(number)
    return _ONE_OR_TWO


def _with_several_lines(texts: list[str], *, returns: bool) -> list[int]:
    """Return the places of texts that hold a line break; a lone one at the end is none."""
    if not returns:
        return [at for at, text in enumerate(texts) if "\n" in text]
    return [at for at, text in enumerate(texts) if "\n" in text or "\r" in text[:-1]]


def _widen(texts: list[str]) -> None:
    """Put texts in place of their bytes; most are the same."""
    are_same = list(map(str.isascii, texts))
    at = -1
    for _ in range(are_same.count(False)):
        at = are_same.index(False, at + 1)
        texts[at] = as_text(texts[at])


def _as_bytes(text: str) -> str:
    return text if text.isascii() else text.encode().decode("latin-1")


def as_text(text: str) -> str:
    """Return the characters of what `QuickCut` gives with a character for each byte."""
    return text if text.isascii() else text.encode("latin-1").decode()
