"""Who a line of an export is from: the words before its first colon, judged over the whole file."""

from __future__ import annotations

import re
from typing import NamedTuple

from logbook.domain.message import Direction
from logbook.importers.whatsapp_notices import tells_a_deed
from logbook.importers.whatsapp_remembered import MOST_NAMES, Remembered
from logbook.importers.whatsapp_survey import Survey

_QUOTE = re.compile(r'["“”„‟«»「」『』]')
_OUTER_MARKS = "\u200e\u200f\ufeff"  # not the embeddings that belong to a telephone number
_WIDE_COLON = "："
_FEW_MESSAGES = 3
_NO_BLANK = "no_blank_after_colon"


class Name(NamedTuple):
    """What the words before a colon are.

    `rare`: so few messages have it that it may be the title of a group. `length`: how many of the
    words' characters are the name, where the others belong to the text; -1 for all of them.
    """

    sender: str  # empty for a notice of the app
    is_me: bool | None = None
    direction: Direction = Direction.UNKNOWN
    rare: bool = False
    flags: tuple[str, ...] = ()
    length: int = -1

    @property
    def is_usual(self) -> bool:
        """Tell whether it is a person's without a doubt, and all of the words."""
        return self.sender != "" and not self.rare and not self.flags and self.length < 0


NOBODY = Name("")


class Names(Remembered[str | None, Name]):
    """Names by the words before ": ", as the whole file and the person's answer tell them.

    None, for a line without such words, is nobody.
    """

    def __init__(self, survey: Survey, me: str) -> None:
        super().__init__(self._judged, MOST_NAMES)
        self._survey = survey
        self._me = me

    def without_blank(self, line: str) -> Name:
        """Find the name in a line without ": ", as in "Ann:." or, in Chinese, "王：好"."""
        words, colon, _ = line.partition(":")
        if colon and words in self._survey.names:
            return self._person(words)._replace(flags=(_NO_BLANK,), length=len(words))
        words, colon, _ = line.partition(_WIDE_COLON)
        if colon and (words in self._survey.names or self._survey.wide_names[words] > 1):
            return self._person(words)._replace(length=len(words))
        # A name may be longer than any that the app allows, or begin with a colon: ":): hello".
        return NOBODY._replace(flags=("guess",)) if ": " in line[1:] else NOBODY

    def _judged(self, words: str | None) -> Name:
        if words is None:
            return NOBODY
        names = self._survey.names
        once = names[words] <= 1
        if once and ":" in words:
            first = words.partition(":")[0]
            if first in names:
                return self._person(first)._replace(flags=(_NO_BLANK,), length=len(first))
        quotes = len(_QUOTE.findall(words))
        if quotes % 2 or (quotes and once) or ((quotes or once) and tells_a_deed(words)):
            return Name("", flags=("guess",), length=0)
        return self._person(words)

    def _person(self, words: str) -> Name:
        sender = words.strip(_OUTER_MARKS)
        rare = self._survey.names[words] <= _FEW_MESSAGES
        if not self._me:
            return Name(sender, rare=rare)
        is_me = sender == self._me
        return Name(sender, is_me, Direction.OUT if is_me else Direction.IN, rare)
