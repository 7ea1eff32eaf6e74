"""Cut typed words into pieces: a day, a clock time, a part of day, a mark of vagueness.

Everything that is typed must be part of some piece. A word that is not known makes the whole text
not understood: guessing round it is how "now" would get into a record silently.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from logbook.errors import DateNotUnderstood
from logbook.tasks.dates.rewriting import in_one_form
from logbook.tasks.dates.words import (
    MAX_CHARS,
    MONTHS,
    NUMBERS,
    PARTS,
    SEASONS,
    SPOKEN,
    THIRDS,
    WEEKDAYS,
    any_of,
    plain,
)

MAX_PIECES: Final = 40


class Kind(Enum):
    """What a piece of the words is."""

    NOW = auto()
    EARLIER_TODAY = auto()
    AGO = auto()
    ISO = auto()
    DATE = auto()  # digits with separators
    DOTTED = auto()  # 3.30: a time or a date
    CLOCK = auto()
    NUMBER = auto()
    ORDINAL = auto()
    MONTH = auto()
    SEASON = auto()
    WEEKDAY = auto()
    DAY = auto()  # today, yesterday ...
    LAST_NIGHT = auto()
    PERIOD = auto()  # last week, this month ...
    PART = auto()
    NOON = auto()
    MIDNIGHT = auto()
    ABOUT = auto()
    MARGIN = auto()  # give or take an hour
    BETWEEN = auto()
    AND = auto()
    TO = auto()
    AT = auto()
    FOLD = auto()  # which of two equal times in the night when the clocks go back
    FILLER = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece and its named parts."""

    kind: Kind
    parts: Mapping[str, str]
    text: str

    def get(self, name: str) -> str:
        """Return a named part, empty where it is absent."""
        return self.parts.get(name) or ""

    def number(self, name: str) -> int | None:
        """Return a named part as a number; words for one to twelve are numbers too."""
        text = self.get(name)
        return int(text) if text.isdecimal() else NUMBERS.get(text)


_UNIT: Final = (
    r"(?P<unit>minutes?|mins?|minutos?|hours?|hrs?|horas?|days?|nights?|dias?|noches?"
    r"|weeks?|semanas?|months?|mes(?:es)?|years?|anos?)"
)
_COUNT: Final = (
    r"(?P<count>\d{1,3}|an?|half an|media|a couple(?: of)?|un par de|a few|unos|unas"
    rf"|{SPOKEN})"
)
_HALF: Final = r"(?P<half>[ap]m)"
_WHICH: Final = r"last|past|this past|this|next|coming|previous"
_PASADO: Final = r"(?: (?P<which_es>pasad[oa]|antepasad[oa]|proxim[oa]|que viene))"
_PERIOD: Final = r"(?P<period>weekend|week|month|year|fin de semana|semana|mes|ano)"

# In this order; the first that fits at a place is taken.
_TABLE: Final[tuple[tuple[Kind, str], ...]] = (
    (Kind.ISO, r"\d{4}-\d\d-\d\dt\d\d(?::?\d\d(?::?\d\d(?:\.\d{1,9})?)?)?(?:z|[+-]\d\d:?\d\d)?"),
    (Kind.ISO, r"\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d(?:\.\d{1,9})?)? ?(?:z|\+\d\d:?\d\d)"),
    (
        Kind.FOLD,
        (
            r"(?P<fold>before|after) the clocks (?:went|go) back"
            r"|(?P<fold_es>antes|despues) del cambio de hora"
        ),
    ),
    (Kind.NOW, r"just now|right now|now|ahora mismo|ahora"),
    (Kind.EARLIER_TODAY, r"earlier today|earlier|hoy mas temprano|mas temprano|hace un rato"),
    (Kind.MARGIN, rf"(?:give or take|(?:con )?(?:un )?margen de) {_COUNT} {_UNIT}"),
    (Kind.MARGIN, rf"{_COUNT} {_UNIT} mas o menos"),
    (Kind.AGO, rf"{_COUNT} {_UNIT} (?:ago|back|atras)"),
    (Kind.AGO, rf"hace {_COUNT} {_UNIT}"),
    (Kind.LAST_NIGHT, r"last night|anoche"),
    (
        Kind.PART,
        (
            rf"(?:(?P<this>this|esta) |(?:in the|during the|por la|en la|a la) )?"
            rf"(?P<part>{any_of(PARTS)})"
        ),
    ),
    (
        Kind.DAY,
        (
            r"(?:the )?day before yesterday|antes de ayer|anteayer|antier"
            r"|(?:the )?day after tomorrow|pasado manana"
            r"|today|hoy|yesterday|ayer|tomorrow"
        ),
    ),
    (Kind.NOON, r"12 noon|noon|midday|(?:al |a )?mediodia"),
    (Kind.MIDNIGHT, r"12 midnight|midnight|(?:a )?(?:la )?medianoche"),
    (Kind.PERIOD, rf"(?:the |el |la |over the |at the )?(?P<which>{_WHICH}|est[ea]) {_PERIOD}"),
    (Kind.PERIOD, rf"(?:el |la )?{_PERIOD}{_PASADO}"),
    (Kind.PERIOD, r"(?:over |at |el )?(?:the )?(?P<period>weekend|fin de semana)"),
    (
        Kind.WEEKDAY,
        (
            rf"(?:on )?(?:(?P<which>{_WHICH}|el pasado|este|el proximo|proximo) )?"
            rf"(?P<name>{any_of(WEEKDAYS)}){_PASADO}?"
        ),
    ),
    (
        Kind.MONTH,
        (
            rf"(?:(?:a |al )?(?P<third>{any_of(THIRDS)})[ -])?"
            rf"(?:(?P<which>{_WHICH}|este|el pasado|el proximo) )?"
            rf"(?P<name>{any_of(MONTHS)}){_PASADO}?"
        ),
    ),
    (Kind.SEASON, rf"(?:(?P<which>{_WHICH}|este|esta) )?(?P<name>{any_of(SEASONS)}){_PASADO}?"),
    (
        Kind.DATE,
        (
            r"\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)"
            r"|\d{4}(?P<mark_2>[/.-])\d{1,2}(?P=mark_2)\d{1,2}"
            r"|\d{1,2}/(?:\d{4}|\d{1,2})|\d{4}[/-]\d{1,2}"
            r"|(?:19|20)\d{6}"
        ),
    ),
    (Kind.CLOCK, rf"(?P<hour>\d{{1,2}})[:h.](?P<minute>\d\d)(?::(?P<second>\d\d))? ?{_HALF}"),
    (
        Kind.CLOCK,
        (
            r"(?P<hour>\d{1,2})[:h](?P<minute>\d\d)(?::(?P<second>\d\d))?"
            r"(?: ?(?:hrs|hours|horas|h))?"
        ),
    ),
    (Kind.CLOCK, rf"(?P<hour>\d{{1,2}}|{SPOKEN})(?:[ -]?ish)? ?{_HALF}"),
    (Kind.CLOCK, r"(?<=@ )(?P<hour>\d{1,2}) ?(?:hrs|horas|h)"),
    (Kind.CLOCK, rf"(?P<hour>\d{{1,2}}) \+(?P<minute>\d\d) ?{_HALF}"),
    (Kind.CLOCK, r"(?P<bare>\d{1,2}) \+(?P<minute>\d\d)"),
    (Kind.CLOCK, r"(?P<hour>\d\d)(?P<minute>\d\d) ?(?:hrs|hours|horas|h)"),
    (Kind.CLOCK, rf"(?P<bare>\d{{1,2}}|{SPOKEN})(?:[ -]?ish| ?o'? ?clock| en punto)"),
    (Kind.DOTTED, r"(?P<first>\d{1,2})\.(?P<second>\d{1,2})"),
    (Kind.ORDINAL, r"(?P<number>\d{1,2})(?:st|nd|rd|th|\.?o)|first|primero"),
    (Kind.NUMBER, rf"(?P<number>\d{{1,4}}|{SPOKEN})"),
    (
        Kind.ABOUT,
        (
            r"about|around|approximately|approx|roughly|circa|ca|nearly|almost|sobre"
            r"|alrededor de|cerca de|a eso de|aproximadamente|mas o menos|como|hacia|casi|tipo"
        ),
    ),
    (Kind.BETWEEN, r"between|entre|from|desde"),
    (Kind.AND, r"and|y|&"),
    (Kind.TO, r"to|until|till|til|thru|through|hasta|-|a|al"),
    (Kind.AT, r"at|@"),
    (
        Kind.FILLER,
        (
            r"on|in|during|en|durante|the|el|la|las|los|of|de|del|sometime|some time"
            r"|at some point|some point|algun momento|dia|day|date|dated"
        ),
    ),
)
# A piece ends at the end of a word.
_PATTERNS: Final = tuple(
    (kind, re.compile(rf"(?:{pattern})(?:(?<![a-z0-9])|(?![a-z0-9]))")) for kind, pattern in _TABLE
)


def cut(untrusted_words: str) -> list[Piece]:
    """Return the pieces of what was typed; raises `DateNotUnderstood` for a word not known."""
    if len(untrusted_words) > MAX_CHARS:
        raise DateNotUnderstood("too_long")
    text = plain(untrusted_words)
    if not text:
        raise DateNotUnderstood("empty")
    text = in_one_form(text)
    pieces, at = [], 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        piece, at = _piece_at(text, at)
        pieces.append(piece)
        if len(pieces) > MAX_PIECES:
            raise DateNotUnderstood("too_long")
    return pieces


def _piece_at(text: str, at: int) -> tuple[Piece, int]:
    for kind, pattern in _PATTERNS:
        match = pattern.match(text, at)
        if match is not None:
            parts = {name: part for name, part in match.groupdict().items() if part}
            return Piece(kind, parts, match.group()), match.end()
    raise DateNotUnderstood("unknown_word")
