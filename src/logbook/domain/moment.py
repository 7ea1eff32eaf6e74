"""When something happened, as exactly as the person knows it and not more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a moment is known."""

    EXACT = "exact"
    ABOUT = "about"
    BETWEEN = "between"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in a person's account; sorts by `start`, undated moments last.

    `start` and `end` are aware datetimes whose zone is `zone` (an IANA name). `end` is set for
    `BETWEEN` only. `has_time` is false when only the day is known: then `start` is its first
    minute. `about_min` is the half width of `ABOUT` in minutes. `raw` keeps the words as typed.
    """

    precision: Precision
    start: datetime | None = None
    end: datetime | None = None
    zone: str = ""
    raw: str = ""
    has_time: bool = True
    about_min: int | None = None

    @property
    def is_dated(self) -> bool:
        """Whether a day may be said of it: the start of an unknown moment serves for sorting."""
        return self.start is not None and self.precision is not Precision.UNKNOWN

    def __post_init__(self) -> None:
        for instant in (self.start, self.end):
            if instant is not None and instant.utcoffset() is None:
                raise ValueError("a moment needs aware datetimes")
        if (self.end is not None) != (self.precision is Precision.BETWEEN):
            raise ValueError("only a span has an end")
        if self.start is None and self.precision is not Precision.UNKNOWN:
            raise ValueError("only an unknown moment has no start")
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError("a span ends before it starts")
