"""The first reading of an export: what only the whole file can tell about each of its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import compress, filterfalse, groupby, repeat
from operator import itemgetter

from logbook.importers.whatsapp_body import APP_MARK
from logbook.importers.whatsapp_dates import Evidence, Form, written
from logbook.importers.whatsapp_header import (
    ALL_DAY,
    Stamp,
    date_alone,
    family_of,
    stamp_of,
    time_alone,
    words_in,
)
from logbook.importers.whatsapp_remembered import NameCounts
from logbook.importers.whatsapp_split import Pieces
from logbook.importers.whatsapp_words import PERIODS

_MOST_NAMES = 300_000
_MOST_GROUPS = 50_000
_FEW = 0.01  # a kind of header, or a word in it, that is rarer than this is not the phone's own
_MORNING, _AFTERNOON = 0, 12
_LONGEST_INITIAL = 2  # letters of a part of an abbreviation
_KEY, _LAST_SIGN = itemgetter(0), itemgetter(-1)
_HOUR = re.compile(r"\d+")
_BEFORE_WIDE_COLON = re.compile("([^：\r\n]{1,128})：")


_counts = partial(NameCounts, _MOST_NAMES)


@dataclass(slots=True)
class Survey:
    """What a member of an export holds, before any of its lines is read for good.

    `names`: what stands before ": ", `wide_names` before a fullwidth colon, with their counts;
    `app_names` before words that the app marked as its own with U+200E (`app_marks`: it did).
    `unknown_words`: parts of the day that no table has and the hour at which their twelve hours
    begin; None where the file does not tell. `odd_families`: kinds of header that are so rare here
    that somebody may have typed them.
    """

    headers: int = 0
    names: NameCounts = field(default_factory=_counts)
    wide_names: NameCounts = field(default_factory=_counts)
    app_names: NameCounts = field(default_factory=_counts)
    app_marks: bool = False
    dates: dict[Form, Evidence] = field(default_factory=dict)
    unknown_words: dict[str, int | None] = field(default_factory=dict)
    odd_families: frozenset[str] = frozenset()

    def only_notices(self) -> frozenset[str]:
        """Return the names that stand before nothing but the app's own words."""
        return frozenset(n for n, count in self.app_names.items() if count == self.names[n])


class Surveyor:
    """Takes in block after block; `result` is complete after the last."""

    def __init__(self, chat: int) -> None:
        self._chat = chat
        self._found = Survey()
        self._families: Counter[str] = Counter()
        self._words = _Words()
        self._firsts: set[str] = set()  # groups that `date_alone` and `time_alone` read
        self._seconds: set[str] = set()
        self._ends: set[str] = set()  # signs with which those end
        self._last = (False, "")

    def take(self, pieces: Pieces) -> None:
        """Note the headers of one block."""
        found, names, texts = self._found, pieces.names, pieces.texts
        if not self._take_plain(pieces):
            kept = self._take_each(pieces)
            names, texts = [names[at] for at in kept], [texts[at] for at in kept]
        found.headers += len(names)
        counts = Counter(names)
        words = {name: words_in(name) for name in counts}
        _count(found.names, counts, words)
        if pieces.manner.plain:
            return
        if pieces.manner.has_signs:
            app_names = list(compress(names, map(str.startswith, texts, repeat(APP_MARK))))
            found.app_marks = found.app_marks or any(words[name] for name in app_names)
            _count(found.app_names, Counter(app_names), words)
        nameless = {name for name in words if words[name] is None}
        if nameless:
            wide = Counter(_wide_names(compress(texts, map(nameless.__contains__, names))))
            _count(found.wide_names, wide, {name: name for name in wide})

    @property
    def headers(self) -> int:
        """How many headers there were so far."""
        return self._found.headers

    def result(self) -> Survey:
        """Return what was found."""
        found = self._found
        found.unknown_words = self._words.told(found.headers)
        most = max(1.0, found.headers * _FEW)
        main = max(sorted(self._families), key=self._families.__getitem__, default="")
        found.odd_families = frozenset(
            family for family, count in self._families.items() if count <= most and family != main
        )
        return found

    def _take_plain(self, pieces: Pieces) -> bool:
        """Note dates and families of a block in which every time stands for itself; most do."""
        leads, firsts, seconds = pieces.leads, pieces.firsts, pieces.seconds
        new_firsts = {first for first, _ in pieces.days} - self._firsts
        new_seconds = set(filterfalse(self._seconds.__contains__, seconds))
        if not all(map(date_alone, new_firsts)) or not all(map(_is_plain, new_seconds)):
            return False
        _remember(self._firsts, new_firsts)
        _remember(self._seconds, new_seconds)
        self._ends |= set(map(_LAST_SIGN, new_seconds))
        same = self._ends if len(self._ends) == 1 else ()
        counts = dict.fromkeys(same, len(seconds)) or Counter(map(_LAST_SIGN, seconds))
        for end, count in counts.items():
            self._families[family_of(end)] += count
        stamps: Iterable[tuple[str, str]]
        if len(pieces.different_leads) == 1:
            stamps = ((leads[0], first) for first, _ in pieces.days)
        else:
            stamps = map(_KEY, groupby(zip(leads, firsts, strict=True)))
        for lead, first in stamps:
            self._note_date(lead, date_alone(first))
        for at in sorted({0, len(firsts) - 1}) if firsts else ():
            stamp = stamp_of(firsts[at], seconds[at])  # known words matter beside unknown ones
            if stamp is not None:
                self._words.note(stamp)
        return True

    def _take_each(self, pieces: Pieces) -> list[int]:
        """Note header by header; return the places of those that are some."""
        kept: list[int] = []
        lines = zip(pieces.leads, pieces.firsts, pieces.seconds, strict=True)
        for at, (lead, first, second) in enumerate(lines):
            stamp = stamp_of(first, second)
            if stamp is not None:
                kept.append(at)
                self._families[stamp.family] += 1
                self._words.note(stamp)
                self._note_date(lead, stamp.date)
        return kept

    def _note_date(self, lead: str, text: str) -> None:
        opened = "[" in lead
        if (opened, text) == self._last:
            return
        self._last = (opened, text)
        date = written(text)
        if date is not None:
            form = Form(self._chat, opened, date.signs, date.year)
            if form not in self._found.dates:
                self._found.dates[form] = Evidence()
            self._found.dates[form].note(text, date)


class _Words:
    """Parts of the day of the headers, and in which order they follow one another in a day."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._whole_day: set[str] = set()
        self._followed: Counter[tuple[str, str]] = Counter()
        self._last = ("", "")

    def note(self, stamp: Stamp) -> None:
        """Take in a header; within a day the word of the morning comes first."""
        word = stamp.word
        if not word:
            return
        if word not in PERIODS:
            self._counts[word] += 1
            hour = _HOUR.match(stamp.time)
            if hour is not None and not 1 <= int(hour[0]) <= _AFTERNOON:
                self._whole_day.add(word)
        last_word, last_date = self._last
        if stamp.date == last_date and word != last_word:
            self._followed[last_word, word] += 1
        self._last = (word, stamp.date)

    def told(self, headers: int) -> dict[str, int | None]:
        """Return the unknown words that belong to headers, each with its first hour.

        One that stands beside hours of a 24-hour clock is no part of the day. A word that is seen
        once among many headers is text, as several words are that are seen once at all:
        "3/4/24, 10:30 Uncle Jo - ...". The parts of "p. m." are no words.
        """
        own = [
            word
            for word, n in self._counts.items()
            if n >= max(1 + _has_several_words(word), headers * _FEW)
        ]
        parts = [word for word in own if word not in self._whole_day]
        return {word: self._first_hour(word, parts) for word in own}

    def _first_hour(self, word: str, unknown: list[str]) -> int | None:
        if word in self._whole_day:
            return ALL_DAY
        before = sum(n * ((a == word) - (b == word)) for (a, b), n in self._followed.items())
        if before == 0 or len(unknown) > len((_MORNING, _AFTERNOON)):
            return None
        return _MORNING if before > 0 else _AFTERNOON


def _has_several_words(word: str) -> bool:
    parts = word.split(" ")
    return len(parts) > 1 and max(map(len, parts)) > _LONGEST_INITIAL


def _is_plain(second: str) -> bool:
    """Tell whether a time can be read without its date, and without the rest of the file."""
    stamp = time_alone(second)
    return stamp is not None and (not stamp.word or stamp.word in PERIODS)


def _remember(known: set[str], new: set[str]) -> None:
    if len(known) > _MOST_GROUPS:
        known.clear()
    known |= new


def _count(found: NameCounts, counts: Counter[str], words: Mapping[str, str | None]) -> None:
    for name, count in counts.items():
        said = words[name]
        if said:
            found.note(said, count)


def _wide_names(texts: Iterable[str]) -> Iterator[str]:
    """Give what stands before a fullwidth colon in lines that have no name before a plain one."""
    for text in texts:
        found = _BEFORE_WIDE_COLON.match(text)
        if found is not None:
            yield found[1]
