"""People in a book: enough to name who did, saw or helped."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from logbook.domain.ids import PersonId


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
