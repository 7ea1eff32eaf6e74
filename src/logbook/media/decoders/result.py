"""What a decoder gives back: plain JSON fields and named stretches of bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from logbook.domain.evidence import FileTime


@dataclass(slots=True)
class Result:
    """The facts of one file. A `problem` code among the fields says what could not be done."""

    fields: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, bytes] = field(default_factory=dict)


def problem(code: str, **fields: object) -> Result:
    """Return a result that only says why there is none."""
    return Result({"problem": code, **fields})


def plain_times(times: Iterable[FileTime | None]) -> list[list[object]]:
    """Return times as JSON."""
    return [
        [time.local, time.offset_min, time.basis.value, time.raw]
        for time in times
        if time is not None
    ]
