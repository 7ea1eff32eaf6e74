"""What a list or a report shall show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from logbook.domain.entry import Kind, Mark
from logbook.domain.ids import ConversationId, EntryId, MessageId, PersonId


class Trait(StrEnum):
    """What is so of an entry without anybody having marked it."""

    CHANGED = "changed"  # since it was first written
    LATE = "late"  # written more than a week after it happened
    TIMELESS = "timeless"  # the time of day is not known


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries to list; an empty part does not filter. Days are inclusive.

    An entry is listed that has any of the people, any of the kinds, and all marks and traits.
    """

    first_day: date | None = None
    last_day: date | None = None
    people: tuple[PersonId, ...] = ()
    kinds: tuple[Kind, ...] = ()
    match: str = ""
    with_evidence: bool | None = None
    marks: tuple[Mark, ...] = ()
    traits: tuple[Trait, ...] = ()
    removed: bool = False  # true: the bin, and only the bin
    newest_first: bool = False  # undated entries come last either way


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line of a long list, cheap to fetch by the page."""

    id: EntryId
    number: int
    title: str
    preview: str  # at most 240 characters of the text
    kind: Kind
    precision: str
    start_local: str  # wall clock ISO 8601 or empty
    end_local: str
    has_time: bool
    people: tuple[str, ...]
    evidence: int
    changed: int  # versions after the first
    recorded_at: str  # ISO 8601 UTC
    marks: frozenset[Mark] = frozenset()
    removed_at: str = ""  # ISO 8601 UTC, when it was put into the bin


class NameForm(StrEnum):
    """How a report names the petitioner."""

    INITIALS = "initials"
    WORKING = "working"
    PETITIONER = "petitioner"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What the person chose for one report."""

    profile: str = "generic-us"
    first_day: date | None = None
    last_day: date | None = None
    entries: tuple[EntryId, ...] | None = None  # None: all between the days
    skip_missing: bool = False  # named entries that are gone or in the bin, instead of refusing
    matching: EntryFilter | None = None  # in place of the days, where entries are not named
    messages: tuple[MessageId, ...] | None = ()  # None: all; () none beyond those of the entries
    conversations: tuple[ConversationId, ...] = ()  # whole ones, beside `messages`
    around: int = 0  # messages before and after each one of an entry that are printed with it
    name_as: NameForm = NameForm.INITIALS
    court: str = ""
    case_number: str = ""
    respondent: str = ""  # empty: the people with the role responsible
    title: str = ""
    zone: str = ""  # IANA; empty: that of most entries
    sections: tuple[str, ...] | None = None  # None: all, in the profile's order
    page: str = ""  # "letter" or "a4"; empty: the profile's
    bates_prefix: str = ""
    bates_start: int = 1
    leave_out_named: bool = False  # what holds a name that must not be shown, instead of refusing
    made_at: str = ""  # ISO 8601 UTC; empty: now. Fixes the bytes.
    language: str = ""  # of the pages, such as "en" or "es"; empty: the one in use
