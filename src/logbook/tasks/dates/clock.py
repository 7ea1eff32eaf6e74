"""Which times of a day are meant: one, or a stretch, in seconds from the day's first minute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from logbook.errors import DateNotUnderstood
from logbook.tasks.dates.pieces import Kind, Piece
from logbook.tasks.dates.words import PARTS

HOUR_S: Final = 3_600
DAY_S: Final = 24 * HOUR_S
_NOON_H: Final = 12
_HOURS: Final = 24
_MINUTES: Final = 60
_HUNDRED: Final = 100
_NIGHTS: Final = frozenset({"night", "noche"})
_MORNINGS: Final = frozenset(
    {"morning", "manana", "madrugada", "early morning", "early hours", "small hours"}
)
_FIRST_NIGHT_H: Final = 6
"""Before this hour "at night" belongs to the morning after."""


@dataclass(frozen=True, slots=True)
class Times:
    """A time of day, or a stretch when `end_s` is set. Beyond `DAY_S` lies the next day."""

    start_s: int
    end_s: int | None = None


def of_part(part: str) -> Times:
    """Return the stretch of a part of day ("in the morning")."""
    first, last = PARTS[part]
    return Times(first * HOUR_S, last * HOUR_S)


def noon() -> list[Times]:
    """Return 12:00."""
    return [Times(_NOON_H * HOUR_S)]


def midnight(part: str) -> list[Times]:
    """Return the day's first and last moment; of a night only the last."""
    return [Times(DAY_S)] if part in _NIGHTS else [Times(0), Times(DAY_S)]


def of_clock(piece: Piece, part: str, *, open_half: bool = False) -> list[Times]:
    """Return the times that a clock piece can mean.

    A bare hour from 1 to 12 without am, pm or a part of day is two times. With minutes it is read
    on the 24-hour clock, unless `open_half` (the other end of a span says am or pm). Raises
    `DateNotUnderstood` for a time that no clock shows.
    """
    hour, minute, second = _numbers(piece)
    half, bare = piece.get("half"), _is_bare(piece)
    if hour > _HOURS or minute >= _MINUTES or second >= _MINUTES or (hour == _HOURS and minute):
        raise DateNotUnderstood("no_such_time")
    hours = _hours(hour, half, part, both=bare or (open_half and not piece.text.startswith("0")))
    return [Times(each * HOUR_S + minute * 60 + second) for each in hours]


def _hours(hour: int, half: str, part: str, *, both: bool) -> list[int]:
    on_dial = 1 <= hour <= _NOON_H
    if half:
        if hour > _NOON_H and half == "am":
            raise DateNotUnderstood("no_such_time")
        full = hour % _NOON_H + (_NOON_H if half == "pm" else 0) if on_dial else hour
        return [full + _HOURS if part in _NIGHTS and full < _FIRST_NIGHT_H else full]
    if not on_dial:
        return [hour + _HOURS if part in _NIGHTS and hour < _FIRST_NIGHT_H else hour]
    if part in _MORNINGS:
        return [hour % _NOON_H if part != "morning" or hour != _NOON_H else hour]
    if part in _NIGHTS:
        return [hour % _NOON_H + (_HOURS if hour % _NOON_H < _FIRST_NIGHT_H else _NOON_H)]
    if part:
        return [hour % _NOON_H + _NOON_H]
    return [hour % _NOON_H, hour % _NOON_H + _NOON_H] if both else [hour]


def _numbers(piece: Piece) -> tuple[int, int, int]:
    """Return hour, minute and second as they were typed."""
    match piece.kind:
        case Kind.DOTTED:  # 3.30
            return int(piece.get("first")), int(piece.get("second")), 0
        case Kind.NUMBER:  # 8, or 1530
            value = piece.number("number") or 0
            return (value, 0, 0) if value < _HUNDRED else (*divmod(value, _HUNDRED), 0)
    hour = piece.number("hour")
    if hour is None:
        hour = piece.number("bare") or 0
    return hour, piece.number("minute") or 0, piece.number("second") or 0


def _is_bare(piece: Piece) -> bool:
    """Return whether an hour stands alone, without the minutes that make it a 24-hour time."""
    short = len(piece.get("number")) < 3 or not piece.get("number").isdecimal()  # noqa: PLR2004 - no minutes in it
    return bool(piece.get("bare")) or (piece.kind is Kind.NUMBER and short)
