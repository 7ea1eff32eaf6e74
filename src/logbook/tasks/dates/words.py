"""The words that people use for days and times, and one spelling for all of them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MAX_CHARS: Final = 200

# Names as they are after `plain()`: lower case, without accents. The first of each is English.
MONTHS: Final[tuple[tuple[str, ...], ...]] = (
    ("january", "jan", "enero", "ene"),
    ("february", "feb", "febrero"),
    ("march", "mar", "marzo"),
    ("april", "apr", "abril", "abr"),
    ("may", "mayo"),
    ("june", "jun", "junio"),
    ("july", "jul", "julio"),
    ("august", "aug", "agosto", "ago"),
    ("september", "sept", "sep", "septiembre", "setiembre", "set"),
    ("october", "oct", "octubre"),
    ("november", "nov", "noviembre"),
    ("december", "dec", "diciembre", "dic"),
)
WEEKDAYS: Final[tuple[tuple[str, ...], ...]] = (
    ("monday", "mon", "lunes", "lun"),
    ("tuesday", "tues", "tue", "martes"),
    ("wednesday", "weds", "wed", "miercoles", "mie"),
    ("thursday", "thurs", "thur", "thu", "jueves", "jue"),
    ("friday", "fri", "viernes", "vie"),
    ("saturday", "sat", "sabado", "sab"),
    ("sunday", "sun", "domingo", "dom"),
)
# Months of each season on the northern half of the earth; winter begins in December.
SEASONS: Final[dict[str, int]] = {
    **dict.fromkeys(("spring", "primavera"), 3),
    **dict.fromkeys(("summer", "verano"), 6),
    **dict.fromkeys(("autumn", "fall", "otono"), 9),
    **dict.fromkeys(("winter", "invierno"), 12),
}
# Which third of a month.
THIRDS: Final[dict[str, int]] = {
    **dict.fromkeys(("early", "beginning of", "start of"), 0),
    **dict.fromkeys(("mid", "middle of"), 1),
    **dict.fromkeys(("late", "end of"), 2),
    **dict.fromkeys(("principios de", "principio de", "comienzos de", "comienzo de"), 0),
    **dict.fromkeys(("inicios de", "inicio de"), 0),
    **dict.fromkeys(("mediados de", "mitad de"), 1),
    **dict.fromkeys(("finales de", "final de", "fines de", "fin de"), 2),
}
# Each row is a number, from one; days of a month go to thirty-one.
_COUNTED: Final = """
one un una uno|two dos|three tres|four cuatro|five cinco|six seis|seven siete|eight ocho|nine nueve
|ten diez|eleven once|twelve doce|thirteen trece|fourteen catorce|fifteen quince|sixteen dieciseis
|seventeen diecisiete|eighteen dieciocho|nineteen diecinueve|twenty veinte
|twenty-one veintiuno|twenty-two veintidos|twenty-three veintitres|twenty-four veinticuatro
|twenty-five veinticinco|twenty-six veintiseis|twenty-seven veintisiete|twenty-eight veintiocho
|twenty-nine veintinueve|thirty treinta|thirty-one treinta_y_uno
"""
NUMBERS: Final[dict[str, int]] = {
    word.replace("_", " "): value
    for value, words in enumerate(_COUNTED.split("|"), start=1)
    for word in words.split()
}
# Hours of the parts of a day, as (first, last); beyond 24 is the next morning.
PARTS: Final[dict[str, tuple[int, int]]] = {
    "madrugada": (0, 6),
    "early morning": (4, 8),
    "early hours": (0, 5),
    "small hours": (0, 5),
    "morning": (6, 12),
    "manana": (6, 12),
    "lunchtime": (12, 14),
    "lunch": (12, 14),
    "afternoon": (12, 18),
    "tarde": (12, 20),
    "evening": (18, 22),
    "night": (20, 28),
    "noche": (20, 28),
}

_ALTERNATIVE_HALF: Final = re.compile(r"(?<![a-z])([ap])\s?\.?\s?m\b\.?")
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES: Final = dict.fromkeys(map(ord, "’‘`´"), "'")
_AS_SPACE: Final = re.compile(r"[\s,;()!?\"]+")
_FINAL_DOT: Final = re.compile(r"\.(?=\s|$)")


def plain(untrusted_words: str) -> str:
    """Return the words in one spelling: lower case, no accents, ASCII digits, single spaces."""
    text = unicodedata.normalize("NFKD", untrusted_words.translate(_DASHES | _QUOTES)).casefold()
    text = "".join(_digit(char) for char in text if not unicodedata.combining(char))
    text = _AS_SPACE.sub(" ", text.replace("\u2044", "/"))
    text = _ALTERNATIVE_HALF.sub(r"\1m ", text)
    return _FINAL_DOT.sub(" ", text).strip()


def _digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


def place_in(table: tuple[tuple[str, ...], ...], word: str) -> int | None:
    """Return the row of `table` that holds `word`."""
    return next((row for row, names in enumerate(table) if word in names), None)


def any_of(*tables: object) -> str:
    """Return a pattern for any name in the tables, longer names first."""
    names: set[str] = set()
    for table in tables:
        for item in table if isinstance(table, (tuple, dict)) else ():
            names.update(item if isinstance(item, tuple) else (item,))
    return "(?:" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + ")"


SPOKEN: Final = any_of(NUMBERS)
