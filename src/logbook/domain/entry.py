"""An entry: one thing that happened, in the person's own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from logbook.domain.ids import EntryId, EvidenceId, MessageId, PersonId
from logbook.domain.moment import Moment, Precision

TITLE_CHARS = 70


class Kind(StrEnum):
    """What kind of thing happened; empty is allowed for ever."""

    NONE = ""
    CALLS = "calls"
    MESSAGES = "messages"
    IN_PERSON = "in_person"
    ONLINE = "online"
    FOLLOWED = "followed"
    LEFT_ITEM = "left_item"
    GIFT = "gift"
    DAMAGE = "damage"
    THREAT = "threat"
    MONEY = "money"
    ORDER = "order"
    OTHER = "other"


class Mark(StrEnum):
    """A note to self on an entry, which no report shows."""

    STAR = "star"
    LATER = "later"  # to be finished


@dataclass(frozen=True, slots=True)
class AuthorityReport:
    """A report to police or another body; every part may be empty, a refusal counts too."""

    agency: str = ""
    officer: str = ""
    badge: str = ""
    number: str = ""
    outcome: str = ""  # "reported", "refused" or empty
    notes: str = ""


@dataclass(frozen=True, slots=True)
class EntryText:
    """What a person says about one thing that happened; only `text` is required.

    `private_note` never leaves the vault: no export type has a place for it.
    """

    text: str
    happened: Moment = field(default_factory=lambda: Moment(Precision.UNKNOWN))
    title: str = ""  # empty: the first sentence
    kind: Kind = Kind.NONE
    place: str = ""
    exact_words: str = ""
    effect: str = ""
    response: str = ""
    report: AuthorityReport = field(default_factory=AuthorityReport)
    people: tuple[PersonId, ...] = ()
    witnesses: tuple[PersonId, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()
    messages: tuple[MessageId, ...] = ()
    private_note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as kept: the newest version and when it was written down.

    `recorded_at` and `changed_at` are UTC from this computer's clock, set by the vault alone.
    `number` is what people and reports call it; it is never used twice.
    """

    id: EntryId
    number: int
    what: EntryText
    recorded_at: datetime
    recorded_zone: str
    version: int  # 1 for an entry that was never changed
    changed_at: datetime
    removed: bool = False
    removed_at: datetime | None = None  # UTC; while it lies in the bin


@dataclass(frozen=True, slots=True)
class EntryVersion:
    """One earlier or present version of an entry; `what` is None where it was erased."""

    version: int
    saved_at: datetime
    what: EntryText | None


def title_of(what: EntryText) -> str:
    """Return the title, or the first sentence cut at a word within `TITLE_CHARS` characters."""
    if what.title.strip():
        return what.title.strip()
    line = next((part.strip() for part in what.text.splitlines() if part.strip()), "")
    for mark in (". ", "! ", "? ", "。", "؟ ", "। "):
        at = line.find(mark)
        if 0 < at < TITLE_CHARS:
            line = line[: at + 1].rstrip(".")
            break
    if len(line) <= TITLE_CHARS:
        return line
    cut = line.rfind(" ", 0, TITLE_CHARS)
    return line[: cut if cut > TITLE_CHARS // 2 else TITLE_CHARS - 1].rstrip() + "…"
