"""What an undecided number can be where it stands: the 8th, 8 o'clock or 2008."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from logbook.tasks.dates.calendar import MOST_DAYS
from logbook.tasks.dates.pieces import Kind, Piece

BETWEEN_WORDS: Final = frozenset({Kind.FILLER, Kind.ABOUT})
BASES: Final = frozenset({Kind.DATE, Kind.DAY, Kind.LAST_NIGHT, Kind.PERIOD, Kind.SEASON, Kind.AGO})
TIMES: Final = frozenset({Kind.CLOCK, Kind.NOON, Kind.MIDNIGHT})
_DAYS: Final = BASES | {Kind.MONTH, Kind.ORDINAL, Kind.WEEKDAY}
_TWO_DIGITS, _YEAR_DIGITS = 2, 4


class Role(NamedTuple):
    """What an undecided number is taken for: day, year, hour or date; empty for other pieces."""

    piece: Piece
    role: str = ""


def roles_of(pieces: Sequence[Piece], at: int) -> list[Role]:
    """Return what a piece can be where it stands."""
    piece = pieces[at]
    if piece.kind is Kind.DOTTED:
        return [Role(piece, role) for role in _dotted_roles(pieces, at)]
    if piece.kind is Kind.NUMBER and _is_an_article(pieces, at):
        return []
    if piece.kind is Kind.NUMBER:
        return [Role(piece, role) for role in _number_roles(pieces, at)]
    return [Role(piece)]


def _dotted_roles(pieces: Sequence[Piece], at: int) -> Sequence[str]:
    """Decide between 3.30 as a time and as a date."""
    others = {piece.kind for index, piece in enumerate(pieces) if index != at}
    if Kind.AT in others or others & _DAYS:
        return ("hour",)
    if others & TIMES or len(pieces[at].get("second")) != _TWO_DIGITS:
        return ("date",)
    return ("hour", "date")


def _number_roles(pieces: Sequence[Piece], at: int) -> Sequence[str]:
    """Decide between the 8th, 8 o'clock and 2008."""
    kinds = {piece.kind for index, piece in enumerate(pieces) if index != at}
    digits = pieces[at].get("number")
    if at and pieces[at - 1].kind is Kind.AT:
        return ("hour",)
    if len(digits) == _YEAR_DIGITS:
        return ("year",) if kinds else ("year", "hour")
    if Kind.MONTH in {_neighbour(pieces, at, -1), _neighbour(pieces, at, 1)}:
        if _day_is_taken(pieces, at):
            return ("year", "hour")
        return ("day",) if (pieces[at].number("number") or 0) <= MOST_DAYS else ("year",)
    if kinds & TIMES:
        return ("day",)
    return ("hour",) if kinds & (_DAYS | {Kind.PART, Kind.ABOUT}) else ("hour", "day")


def _is_an_article(pieces: Sequence[Piece], at: int) -> bool:
    """Tell "un viernes" and "one Friday", any of them, from Friday at one."""
    word = pieces[at].get("number")
    before_weekday = at + 1 < len(pieces) and pieces[at + 1].kind is Kind.WEEKDAY
    return word in {"un", "una"} or (word in {"one", "uno"} and before_weekday)


def _neighbour(pieces: Sequence[Piece], at: int, step: int) -> Kind | None:
    at += step
    while 0 <= at < len(pieces) and pieces[at].kind in BETWEEN_WORDS:
        at += step
    return pieces[at].kind if 0 <= at < len(pieces) else None


def _day_is_taken(pieces: Sequence[Piece], at: int) -> bool:
    """Return whether the month beside this number has its day already ("7 Nov 26")."""
    if any(piece.kind is Kind.ORDINAL for piece in pieces):
        return True
    if _neighbour(pieces, at, -1) is not Kind.MONTH:
        return False
    month = max(index for index in range(at) if pieces[index].kind is Kind.MONTH)
    return _neighbour(pieces, month, -1) is Kind.NUMBER
