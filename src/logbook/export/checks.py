"""What a report is told to have, or what is worth a look, one line each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """`OK` held when it was tested; `LOOK` is for the person and never blocks."""

    OK = "ok"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Check:
    """A rule, such as R15, with what was found; `page` counts from 1.

    `about` names the choice that could be changed: a field of the request, or a section by its id.
    """

    id: str
    level: Level
    page: int | None
    message: str
    about: str = ""
