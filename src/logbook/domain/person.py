"""People in a book: enough to name who did, saw or helped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from logbook.domain.ids import PersonId

_FEWEST_LETTERS = 3
_PARTICLES = frozenset(
    ("abu", "bin", "bint", "das", "dei", "del", "della", "den", "der", "des", "dos", "ibn", "las",
     "los", "san", "ter", "van", "vom", "von", "zum", "zur")
)  # fmt: skip


class Role(StrEnum):
    """What a person is to the account."""

    RESPONSIBLE = "responsible"  # the person responsible; the respondent in a filing
    WITNESS = "witness"
    HELPER = "helper"
    OFFICER = "officer"
    ME = "me"  # the petitioner
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person as typed. For `ME` the names below are the forms a report may use."""

    name: str
    role: Role = Role.OTHER
    numbers: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    notes: str = ""
    legal_name: str = ""  # sealed: printed only when chosen
    working_name: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as kept."""

    id: PersonId
    what: NewPerson
    version: int


def telling_parts(name: str, shared_with: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a name that tell of the person by themselves, in order.

    Not those of other names, which may be read anyhow, nor particles such as "van", nor what is
    the whole name.
    """
    others = {word.casefold() for other in shared_with for word in _name_words(other)}
    words = [word for word in _name_words(name) if word != name.strip()]
    return tuple(
        word
        for word in dict.fromkeys(words)
        if sum(mark.isalpha() for mark in word) >= _FEWEST_LETTERS
        and word.casefold() not in others | _PARTICLES
    )


def _name_words(name: str) -> list[str]:
    return [word for word in re.split(r"[^\w'’]+", name) if word]
