"""What is said the other way round, or with words between, brought to one form before cutting."""

from __future__ import annotations

import re
from typing import Final

from logbook.tasks.dates.words import MONTHS, NUMBERS, SPOKEN, WEEKDAYS, any_of

_HOUR: Final = rf"(?:\d{{1,2}}|{SPOKEN})"
_MINUTES: Final = {
    **dict.fromkeys(("five", "cinco"), 5),
    **dict.fromkeys(("ten", "diez"), 10),
    **dict.fromkeys(("cuarto", "un cuarto"), 15),
    **dict.fromkeys(("twenty", "veinte"), 20),
    **dict.fromkeys(("twenty-five", "twenty five", "veinticinco"), 25),
}
_PAST: Final = rf"(?:\d{{1,2}}|{any_of(_MINUTES)})"
_DAY_OR_MONTH: Final = any_of(WEEKDAYS, MONTHS)
# Days with a name of their own, as day and month.
_FEASTS: Final = (
    (r"christmas eve|nochebuena", "24 december"),
    (r"christmas(?: day)?|navidad", "25 december"),
    (r"new year's eve|nochevieja", "31 december"),
    (r"new year's(?: day)?|ano nuevo", "1 january"),
    (r"valentine's(?: day)?|san valentin", "14 february"),
    (r"halloween|noche de brujas", "31 october"),
)
# Said the other way round, or with words between: brought to one form before cutting.
_REWRITTEN: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        *((rf"\b(?:{name})(?![a-z'])", day) for name, day in _FEASTS),
        (r"~", "about "),
        (r"\b(?:it was|this was|that was|happened) ", ""),
        (r"\b(?:fue|ocurrio|sucedio|paso) ", ""),
        (r"\bla una\b", "la 1"),
        (r"\bmedio dia\b", "mediodia"),
        (r"\bmedia noche\b", "medianoche"),
        (r"\bfinde\b", "fin de semana"),
        (r"\b(?:antea?|antes de a)noche\b", "anteayer noche"),
        (r"\b(?:the )?night before last\b", "day before yesterday night"),
        (r"\b(?:the )?(week|month|year) before last\b", r"\1 antepasado"),
        # One day of a stretch is the stretch: which of its days is not said.
        (r"\b(?:un|algun|one|some) (?:dia|day) (?=(?:del?|en|in|of|during|last)\b)", "some time "),
        (r"\b(?:el |en el |durante el )?mes de (?=[a-z])", ""),
        # "The 5th" and never five o'clock, which is "las 5".
        (r"\bel pasado (?=\d)", "el "),
        (rf"\bproximo ({_HOUR}) de ({any_of(MONTHS)})\b", r"\1 de \2 proximo"),
        (rf"\bun (?={any_of(WEEKDAYS)} (?:de|en) {any_of(MONTHS)}\b)", ""),
        (r"\b(?:el dia|el|dia) (\d{1,2})(?= |$)(?! ?(?:am|pm|h|hrs|horas)\b)", r"el \1o"),
        # Eight days are a week and fifteen are two, when they are said in words.
        (r"\bhace ocho dias\b", "hace una semana"),
        (r"\bhace quince dias\b", "hace dos semanas"),
        (r"\bhace (?:una )?hora y media\b", "hace 90 minutos"),
        (r"\ban hour and a half (?=ago|back)", "90 minutes "),
        (
            rf"\bhace (?:como|casi|unos|unas|mas o menos|alrededor de|cerca de) (?={_HOUR} )",
            "about hace ",
        ),
        (r"\bpasado manana\b", "day after tomorrow"),
        (r"\besta manana\b", "this morning"),
        (r"\b(?:por|en|de|a|durante) la (manana|tarde|noche|madrugada)\b", r"in the es \1"),
        (r"\b(?:la|una) manana\b", "in the es manana"),
        (r"\bes manana\b", "morning"),
        (r"\bes (?=tarde|noche|madrugada)", ""),
        (r"\bmanana\b", "tomorrow"),
        (r"\btonight\b", "this night"),
        (r"\blast (evening|afternoon|morning)\b", r"yesterday \1"),
        (r"\b(?:las )?(?:12|doce) del (?:dia|mediodia)\b", "noon"),
        (rf"\b({_HOUR}) del mediodia\b", r"\1 pm"),
        (rf"\bhalf (?:past )?({_HOUR})\b", r"\1 +30"),
        (rf"\b(?:a )?quarter past ({_HOUR})\b", r"\1 +15"),
        (rf"\b(?:a )?quarter (?:to|of) ({_HOUR})\b", r"\1 -15"),
        (rf"\b({_PAST}) (?:minutes )?past ({_HOUR})\b", r"\2 +\1"),
        (rf"\b({_HOUR}) y media\b", r"\1 +30"),
        (rf"\b({_HOUR}) y (?:pico|algo)\b", r"\1 about"),
        # "Between 8 and 10" is no time of its own.
        (rf"(?<!entre )(?<!entre las )(?<!entre la )\b({_HOUR}) y ({_PAST})\b", r"\1 +\2"),
        (rf"\b({_HOUR}) y (?:un )?cuarto\b", r"\1 +15"),
        (rf"\b({_HOUR}) menos ({_PAST})\b", r"\1 -\2"),
        (rf"\b({_PAST}) para las? ({_HOUR})\b", r"@ \2 -\1"),
        (
            rf"\bde (?:las? )?({_HOUR}(?::\d\d)?(?: ?[ap]m)?) a (?:las? )?(?={_HOUR}\b)",
            r"desde \1 hasta ",
        ),
        (rf"\bdel? ({_DAY_OR_MONTH}) al? (?={_DAY_OR_MONTH}\b)", r"desde \1 hasta "),
        (r"\bdel (\d.*?) al (?=\d)", r"desde \1 hasta "),
        (rf"\b(entre|desde|hasta|y) las? (?={_HOUR}\b)", r"\1 "),
        (
            rf"\b(?:sobre|hacia|cerca de|alrededor de|casi|tipo|a eso de) las? (?={_HOUR}\b)",
            "about @ ",
        ),
        (rf"\ba las? (?={_HOUR}\b)", "@ "),
        (
            rf"\bdesde (?!.*\bhasta\b)(.*?{_HOUR}(?::\d\d)?(?: ?[ap]m)?) @ (?={_HOUR}\b)",
            r"desde \1 hasta ",
        ),
        (rf"\blas? (?={_HOUR}\b)", "@ "),
    )
)
_SHIFTED: Final = re.compile(rf"\b({_HOUR}) ([+-])({_PAST})(?![\d:])")
_HALF_DAY_HOURS: Final = 12


def in_one_form(text: str) -> str:
    """Return plain words in the form in which they are cut."""
    for pattern, form in _REWRITTEN:
        text = pattern.sub(form, text)
    return _SHIFTED.sub(_as_clock, text)


def _as_clock(match: re.Match[str]) -> str:
    """Turn "8 +30" (half past eight) into hour and minutes, "9 -15" (quarter to nine) too."""
    hour, minute = _value(match[1]), _value(match[3])
    if match[2] == "-":
        hour, minute = (hour - 1) or _HALF_DAY_HOURS, 60 - minute
    return f"{hour} +{minute:02}"


def _value(word: str) -> int:
    return int(word) if word.isdecimal() else _MINUTES.get(word) or NUMBERS[word]
