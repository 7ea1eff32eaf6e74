"""What is on the New entry page, in a form that can be kept as a draft and read again."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from logbook.domain.entry import Entry, EntryText, Kind
from logbook.domain.ids import EvidenceId, MessageId, PersonId
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import Person
from logbook.tasks import say_date
from logbook.ui.models.kept_draft import read_fields, to_json

_NEW = "new entry"


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """The page's fields as the person left them; `entry` is 0 for a new one.

    `when` and `until` are the words in the boxes, relative to `typed_at` (ISO 8601 with offset, the
    last change of the page while the boxes are empty). Empty `when` of a new entry means now.
    `kept_when` is true while an edited entry's moment has not been touched.
    """

    entry: int = 0
    text: str = ""
    title: str = ""
    precision: str = Precision.EXACT.value
    when: str = ""
    until: str = ""
    typed_at: str = ""
    kept_when: bool = False
    kind: str = ""
    people: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()
    evidence: tuple[int, ...] = ()
    messages: tuple[int, ...] = ()
    place: str = ""
    exact_words: str = ""
    effect: str = ""
    response: str = ""
    agency: str = ""
    officer: str = ""
    badge: str = ""
    number: str = ""
    outcome: str = ""
    private_note: str = ""
    caret: int = 0
    about_min: int = 0  # how near "about" is, in minutes; 0: as the words say
    later: bool = False  # to be finished later
    base: int = 0  # version of the entry that it began from; 0: a new one, or not known
    draft_id: str = ""  # one for each writing: what it was brought for finds it by this

    @property
    def typed_when(self) -> datetime | None:
        """The time that the words of the boxes are relative to."""
        try:
            when = datetime.fromisoformat(self.typed_at)
        except ValueError:
            return None
        return when if when.utcoffset() is not None else None

    def says_the_same_as(self, other: EntryDraft) -> bool:
        """Tell whether two drafts say the same; where the caret stands says nothing."""
        return _words_of(self) == _words_of(other)

    def to_json(self) -> str:
        """Return the draft for the vault."""
        return to_json(self)

    def to_text(
        self, happened: Moment, people: dict[str, PersonId], before: EntryText
    ) -> EntryText:
        """Return what is to be saved; what the page does not show is kept from `before`."""
        return replace(
            before,
            text=self.text,
            title=self.title,
            happened=happened,
            kind=Kind(self.kind),
            place=self.place,
            exact_words=self.exact_words,
            effect=self.effect,
            response=self.response,
            private_note=self.private_note,
            report=replace(
                before.report,
                agency=self.agency,
                officer=self.officer,
                badge=self.badge,
                number=self.number,
                outcome=self.outcome,
            ),
            people=tuple(people[name] for name in self.people),
            witnesses=tuple(people[name] for name in self.witnesses),
            evidence=tuple(EvidenceId(one) for one in self.evidence),
            messages=tuple(MessageId(one) for one in self.messages),
        )


def _words_of(draft: EntryDraft) -> EntryDraft:
    return replace(draft, caret=0, typed_at="", base=0, draft_id="")


def new_draft_id() -> str:
    """Return what no other draft has."""
    return secrets.token_hex(8)


def key_of(entry: int) -> str:
    """Return where the draft of an entry is kept; 0 stands for a new one."""
    return f"edit entry {entry}" if entry else _NEW


def read_draft(text: str) -> EntryDraft | None:
    """Read a draft that an earlier run kept; None when it is of another shape."""
    values = read_fields(text, EntryDraft())
    return EntryDraft(**values) if values is not None and _sound(values) else None


def _sound(values: dict[str, Any]) -> bool:
    """Tell whether the parts of a draft can be shown."""
    names = (*values["people"], *values["witnesses"])
    return (
        all(isinstance(name, str) for name in names)
        and all(isinstance(one, int) for one in (*values["evidence"], *values["messages"]))
        and values["precision"] in set(Precision)
        and values["kind"] in set(Kind)
    )


def draft_of(
    entry: Entry, people: dict[int, Person], words: tuple[str, str], *, later: bool
) -> EntryDraft:
    """Return an entry as the page shows it for a change; `words` say when, and until when."""
    when, until = words
    what, report = entry.what, entry.what.report
    return EntryDraft(
        entry=int(entry.id),
        text=what.text,
        title=what.title,
        precision=what.happened.precision.value,
        when=when,
        until=until,
        kept_when=True,
        kind=what.kind.value,
        people=tuple(people[one].what.name for one in what.people if one in people),
        witnesses=tuple(people[one].what.name for one in what.witnesses if one in people),
        evidence=tuple(int(one) for one in what.evidence),
        messages=tuple(int(one) for one in what.messages),
        place=what.place,
        exact_words=what.exact_words,
        effect=what.effect,
        response=what.response,
        agency=report.agency,
        officer=report.officer,
        badge=report.badge,
        number=report.number,
        outcome=report.outcome,
        private_note=what.private_note,
        about_min=what.happened.about_min or 0,
        later=later,
        base=entry.version,
    )


def typed_words(happened: Moment) -> tuple[str, str]:
    """Return the words for the boxes of an entry that is edited, as they could be typed."""
    if happened.start is None:
        return happened.raw, ""
    first = said_time(happened.start, with_time=happened.has_time)
    last = said_time(happened.end, with_time=happened.has_time) if happened.end is not None else ""
    return first, last


def said_time(when: datetime, *, with_time: bool = True) -> str:
    """Return the words for a time, as they could be typed."""
    day = f"{when.day} {say_date.month_name(when.month)} {when.year}"
    return f"{day} {when:%H:%M}" if with_time else day
