"""The line that starts a message: `DATE, TIME - NAME: ` (Android), `[DATE, TIME] NAME: ` (iPhone).

One pattern reads every form that phones write (research: messages.md 2): any order and separator of
the date, any digits, dots or colons in the time, a part of the day before or behind it, and the
marks that right-to-left languages put in between. Old iPhones wrote `DATE TIME: NAME: ` with
seconds; the web and Vietnamese phones put the time first.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from logbook.importers.whatsapp_words import (
    BLANKS,
    MARKS,
    hour_of_day,
    part_of_day,
    words_beside_time,
)

# All repetitions are bounded, and those of single characters give nothing back (`+` behind them): a
# hostile line must not take long. Groups stay without it: Python 3.11.2, which Debian 12 has, loses
# what stands around a possessive group.
_BLANK = rf"[{BLANKS}]"
_GAP = rf"[{BLANKS}{MARKS}]{{0,4}}+"
_1_OR_2 = r"\d{1,2}+"
_SIGN = r"[./／\-‐‑–−年년]"
_SIGN_OR_BLANK = rf"(?:{_GAP}[./／\-‐‑–−月월]|{_BLANK})"
_DATE = rf"\d{{1,4}}+{_GAP}{_SIGN}{_GAP}{_1_OR_2}{_SIGN_OR_BLANK}{_GAP}\d{{1,4}}+"
_HOUR = rf"{_1_OR_2}{_GAP}[:.：hH時时시點点]"
_TIME = rf"{_HOUR}{_GAP}{_1_OR_2}(?:{_GAP}(?:min|[:.：分분]){_GAP}{_1_OR_2})?"
_LONGEST_NAME = 128  # WhatsApp allows 100 characters to a group

# Groups: what stands before the header, from the line break on; the bracket in it; what stands
# first, date or time, with the words behind it; what stands second, with the words and the sign
# behind it; the name with the blank before it and the colon behind it. Together, without the
# bracket, they are the whole header; `split` gives them and the text behind.
LEAD, OPEN, FIRST, SECOND, NAME = range(1, 6)
HEADER = re.compile(
    rf"([\r\n][{MARKS}]{{0,8}}+(\[)?{_GAP})"
    rf"((?:{_DATE}|{_TIME})[^\d\r\n\[\]]{{1,24}}+)"
    rf"((?:{_TIME}|{_DATE})[^\d\r\n\[\]]{{0,24}}?"
    # An iPhone closes its bracket; Android writes a dash, at the end of the line if nothing follows
    # and an editor cut the blank; the old form ends with a colon.
    rf"(?(2)\]|(?:{_BLANK}[-–—](?={_BLANK}|[\r\n]|\Z)|:(?={_BLANK}))))"
    # The name ends at the first colon with a blank behind it, or at the end of the line.
    rf"({_BLANK}?(?:[^:\r\n]{{1,{_LONGEST_NAME}}}+"
    rf"(?::(?!{_BLANK}|[\r\n]|\Z)[^:\r\n]{{0,{_LONGEST_NAME}}}+){{0,8}}"
    rf":(?:{_BLANK}|(?=[\r\n]|\Z)))?)"
)
# What every header begins with: a line break, up to thirteen signs and a digit.
_MAY_BE_HEADER = re.compile(r"[\r\n]\W{0,13}\d")

_NAME_AND_COLON = re.compile(rf"{_BLANK}?(.+):{_BLANK}?")
_TO_ZEROS = str.maketrans(dict.fromkeys("123456789", "0"))
_NUMBERS = re.compile(r"\d+")
_TO_LAST_DIGIT = re.compile(r"(.*\d)(.*)", re.DOTALL)
_IS_DATE, _IS_TIME = re.compile(_DATE).fullmatch, re.compile(_TIME).fullmatch
_LAST_HOUR, _LAST_MINUTE, _NOON = 23, 59, 12
_WITH_SECONDS = 3  # numbers in a time, or in a date
_LONG_YEAR = 4
ALL_DAY = 24  # "first hour" of a word that stands beside a 24-hour clock and says nothing


class Stamp(NamedTuple):
    """The two parts of a header before the name, taken apart."""

    date: str
    time: str
    word: str  # the part of the day, empty for none
    family: str  # "bracket", "dash" or "colon": which kind of phone wrote it


class Time(NamedTuple):
    """A time of day as read; `suffix` is `THH:MM:SS`, or empty when there is no such time."""

    suffix: str
    since_midnight_ms: int
    precision: str  # "min" or "s"
    flags: tuple[str, ...]
    raw: str = ""  # as it stands in the second group


def holds_header(text: str) -> bool:
    """Tell whether a text holds what looks like a header; most lines do not begin like one."""
    return _MAY_BE_HEADER.search(text) is not None and HEADER.search(text) is not None


@lru_cache(maxsize=20_000)
def words_in(name: str) -> str | None:
    """Return what stands before the colon in the last group; None for a line without it."""
    found = _NAME_AND_COLON.fullmatch(name)
    return None if found is None else found[1]


@lru_cache(maxsize=20_000)
def stamp_of(first: str, second: str) -> Stamp | None:
    """Take the groups of a header apart; None when they are no header after all."""
    before, between = _parted(first)
    behind, words = _parted(second)
    family = family_of(words[-1])
    word = _word_in(f"{between} {words[:-1]}")
    if word is None:
        return None
    if _is_time(before, behind):
        date, time = behind, before
    else:
        date, time = before, behind
    has_seconds = len(_NUMBERS.findall(time)) == _WITH_SECONDS
    if not _IS_DATE(date) or not _IS_TIME(time) or (family == "colon" and not has_seconds):
        return None
    return Stamp(date, time, word, family)


@lru_cache(maxsize=20_000)
def date_alone(first: str) -> str:
    """Return the date in the first group; empty when its time cannot be read without it."""
    return first[: _date_length(first.translate(_TO_ZEROS))]


@lru_cache(maxsize=20_000)
def time_alone(second: str) -> Stamp | None:
    """Take the second group apart, None when the date must be known to read it."""
    shape = _shape_of_time(second.translate(_TO_ZEROS))
    return None if shape is None else shape._replace(time=second[: len(shape.time)])


@lru_cache(maxsize=1_000)
def _date_length(first: str) -> int:
    """Say it of a group with any digits: a phone writes dates of a few shapes."""
    date, between = _parted(first)
    return len(date) if _IS_DATE(date) and _word_in(between) == "" else 0


@lru_cache(maxsize=1_000)
def _shape_of_time(second: str) -> Stamp | None:
    return None if _has_long_year(_parted(second)[0]) else stamp_of("1/1/2020, ", second)


def family_of(end: str) -> str:
    """Tell which kind of phone wrote a header, by the sign that ends its second group."""
    return {"]": "bracket", ":": "colon"}.get(end, "dash")


def read_time(time: str, word: str, first_hour: int | None, *, certain: bool = True) -> Time:
    """Read the digits of a time; `first_hour` is where the twelve hours of `word` begin."""
    numbers = [int(digits) for digits in _NUMBERS.findall(time)]
    precision = "s" if len(numbers) == _WITH_SECONDS else "min"
    hour, minute, second = (*numbers, 0)[:3]
    if hour > _LAST_HOUR or minute > _LAST_MINUTE or second > _LAST_MINUTE:
        return Time("", 0, precision, ("time_not_understood",))
    flags: tuple[str, ...] = () if certain else ("meridiem_unknown",)
    if first_hour is not None and first_hour != ALL_DAY:
        # "00:08 a. m." is no time of a 12-hour clock but stands in real files; only Japan counts
        # its hours from 0 to 11 (CLDR pattern letter K).
        if hour > _NOON or (hour == 0 and word not in {"午前", "午後"}):
            flags = ("impossible_meridiem",)
        if hour <= _NOON:
            hour = hour_of_day(hour, first_hour)
    seconds = hour * 3600 + minute * 60 + second
    return Time(f"T{hour:02}:{minute:02}:{second:02}", seconds * 1000, precision, flags)


def raw_time(second: str) -> str:
    """Return the second group as it stands in the file, without what closes the header."""
    return second[:-1].rstrip(" \t\u00a0\u202f")


@lru_cache(maxsize=20_000)
def _word_in(text: str) -> str | None:
    """Return the part of the day in the words beside a time; None when no clock writes them."""
    try:
        return part_of_day(words_beside_time(text))
    except ValueError:
        return None


def _parted(group: str) -> tuple[str, str]:
    """Part a group behind its last digit."""
    found = _TO_LAST_DIGIT.fullmatch(group)
    return (found[1], found[2]) if found else ("", group)


def _is_time(before: str, behind: str) -> bool:
    """Tell whether the time stands first: `22:41, 15/01/2025`."""
    if len(_NUMBERS.findall(behind)) != _WITH_SECONDS:
        return False
    return len(_NUMBERS.findall(before)) < _WITH_SECONDS or ":" in before or _has_long_year(behind)


def _has_long_year(numbers: str) -> bool:
    return any(len(number) == _LONG_YEAR for number in _NUMBERS.findall(numbers))
