"""When the records of one chat were written, worked out once for every date and every time."""

from __future__ import annotations

import time as now
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import NamedTuple
from zoneinfo import ZoneInfo

from logbook.domain.message import MessageRecord, NotUnderstood
from logbook.domain.message_columns import MessageColumns
from logbook.importers.whatsapp_dates import Form, read_day, written
from logbook.importers.whatsapp_header import (
    Time,
    date_alone,
    raw_time,
    read_time,
    stamp_of,
    time_alone,
)
from logbook.importers.whatsapp_remembered import Remembered
from logbook.importers.whatsapp_words import PERIODS
from logbook.importers.zones import fold_of, folds_by_order, instant_of, is_plausible

_EPOCH_DAY = date(1970, 1, 1).toordinal()
_DAY_MS = 86_400_000
_ORDERS = ("dmy", "mdy", "ymd")
_LONGEST_RUN, _MOST_CHARS = 20_000, 1 << 20  # of messages in a repeated hour, looked at together


class Moment(NamedTuple):
    """When a record was written, as `MessageRecord` keeps it; without `local` nothing is known."""

    local: str
    instant_ms: int | None = None
    fold: str = ""
    flags: tuple[str, ...] = ()
    precision: str = ""


UNKNOWN = Moment("")


class Day(NamedTuple):
    """A date as read; `local` is empty for one that cannot be read or whose order is not known.

    `start_ms` is the instant at which the day's clock shows 00:00: None without a zone, and on days
    near a change of the clocks (`changing`).
    """

    local: str
    start_ms: int | None = None
    changing: bool = False
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """How one chat writes its times, as its first reading told, and the zone as the person told."""

    chat: int
    orders: Mapping[Form, str]
    unknown_words: Mapping[str, int | None]
    odd_families: frozenset[str]
    zone: ZoneInfo | None


class Clock:
    """Reads the first two groups of headers.

    `days`, `bracket_days` and `times` hold what can be read of one group alone, None for what
    cannot: then `moments` tells it of bracket and both groups, None for what is no header at all.
    """

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._now_ms = int(now.time() * 1000)
        self._dates = Remembered(self._day)
        self.days = Remembered(partial(self._day_alone, ""))
        self.bracket_days = Remembered(partial(self._day_alone, "["))
        self.times = Remembered(self._time_alone)
        self.moments = Remembered(self._moment)

    def _day_alone(self, opened: str, first: str) -> Day | None:
        day = self._dates[opened, date_alone(first)]
        return None if day.changing or not day.local else day

    def _time_alone(self, second: str) -> Time | None:
        stamp = time_alone(second)
        if stamp is None or stamp.family in self._rules.odd_families:
            return None
        if stamp.word and stamp.word not in PERIODS:
            return None
        found = read_time(stamp.time, stamp.word, PERIODS.get(stamp.word))
        return None if found.flags else found._replace(raw=raw_time(second))

    def _moment(self, groups: tuple[str, str, str]) -> Moment | None:
        opened, first, second = groups
        stamp = stamp_of(first, second)
        if stamp is None:
            return None
        first_hour = PERIODS.get(stamp.word)
        if stamp.word and first_hour is None:
            if stamp.word not in self._rules.unknown_words:
                return None
            first_hour = self._rules.unknown_words[stamp.word]
        certain = first_hour is not None or not stamp.word
        at = read_time(stamp.time, stamp.word, first_hour, certain=certain)
        day = self._dates[opened, stamp.date]
        flags = day.flags + at.flags
        if stamp.family in self._rules.odd_families:
            flags = (*flags, "other_header_form")
        return self._put_together(day, at, flags)

    def _put_together(self, day: Day, at: Time, flags: tuple[str, ...]) -> Moment:
        zone = self._rules.zone
        if not day.local or not at.suffix:
            return Moment("", flags=flags)
        local = day.local + at.suffix
        if day.start_ms is not None:
            instant_ms = day.start_ms + at.since_midnight_ms
            return Moment(local, instant_ms, "", flags, at.precision)
        if zone is None:
            return Moment(local, None, "", flags, at.precision)
        naive = datetime.fromisoformat(local)
        return Moment(local, instant_of(naive, zone), fold_of(naive, zone), flags, at.precision)

    def _day(self, found_as: tuple[str, str]) -> Day:
        """Read a date in the order of its form, or in the only one that it has."""
        opened, text = found_as
        numbers = written(text) if text else None
        if numbers is None:
            return Day("", flags=("date_not_understood",))
        form = Form(self._rules.chat, bool(opened), numbers.signs, numbers.year)
        order = self._rules.orders.get(form, "")
        if not order:
            return Day("")
        flags: tuple[str, ...] = ()
        found = read_day(numbers, order)
        if found is None:
            others = (read_day(numbers, other) for other in _ORDERS)
            found = next((day for day in others if day is not None), None)
            flags = ("date_order_conflict",)
        if found is None:
            return Day("", flags=("date_not_understood",))
        return self._dated(found.day, flags + found.flags)

    def _dated(self, day: date, flags: tuple[str, ...]) -> Day:
        local, zone = day.isoformat(), self._rules.zone
        if not is_plausible((day.toordinal() - _EPOCH_DAY) * _DAY_MS, self._now_ms):
            flags = (*flags, "implausible_time")
        if zone is None:
            return Day(local, flags=flags)
        if _clocks_change(day, zone):
            return Day(local, changing=True, flags=flags)
        return Day(local, instant_of(datetime.combine(day, time()), zone), flags=flags)


def _clocks_change(day: date, zone: ZoneInfo) -> bool:
    """Tell whether the clocks change on a day, or on the one before or behind it."""
    noon = datetime.combine(day, time(12), zone)
    try:
        around = {(noon + timedelta(days=days)).utcoffset() for days in (-1, 0, 1)}
    except OverflowError:  # the first and the last day that there are
        return True
    return len(around) > 1


def settle_folds(
    batches: Iterable[MessageColumns | NotUnderstood], zone: ZoneInfo
) -> Iterator[MessageColumns | NotUnderstood]:
    """Tell the first from the second of a repeated hour where the order in the file tells it."""
    run: list[MessageRecord] = []
    chars = 0
    for batch in batches:
        if isinstance(batch, NotUnderstood):
            yield _settled(run, zone)
            run = []
            yield batch
        elif not run and "ambiguous" not in batch.fold:
            yield batch
        else:
            done: list[MessageRecord] = []
            for record in batch:
                is_full = len(run) >= _LONGEST_RUN or chars >= _MOST_CHARS
                if run and (record.fold != "ambiguous" or is_full):
                    done += _settled(run, zone)
                    run, chars = [], 0
                (run if record.fold == "ambiguous" else done).append(record)
                chars += len(record.text) if run else 0
            yield MessageColumns.of(done)
    yield _settled(run, zone)


def _settled(run: list[MessageRecord], zone: ZoneInfo) -> MessageColumns:
    times = [datetime.fromisoformat(record.local) for record in run]
    return MessageColumns.of(
        record._replace(
            fold=fold, instant_ms=instant_of(local, zone, 1) if fold == "1" else record.instant_ms
        )
        for record, local, fold in zip(run, times, folds_by_order(times), strict=True)
    )
