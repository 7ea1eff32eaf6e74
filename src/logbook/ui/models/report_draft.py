"""A report as it is being put together: every choice, in a form that can be kept and read again."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from logbook.domain.ids import ConversationId, EntryId
from logbook.domain.selection import NameForm, ReportRequest
from logbook.i18n import translate
from logbook.ui.models import saved_filters
from logbook.ui.models.kept_draft import read_fields, to_json
from logbook.ui.models.saved_filters import SavedFilter

SECTIONS = (
    "cover",
    "index",
    "chronology",
    "exhibits",
    "message_records",
    "files",
    "emoji_key",
    "declaration",
)
AROUND_MOST = 20
BATES_MOST = 1_000_000_000


class Entries(StrEnum):
    """Which entries go in."""

    ALL = "all"
    DAYS = "days"
    FILTER = "filter"  # those that a saved filter of the timeline finds
    PICKED = "picked"


class Messages(StrEnum):
    """Which messages go in."""

    LINKED = "linked"  # those of the entries
    CHATS = "chats"  # whole conversations
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """Every choice of a report. Days are ISO 8601 or empty; `made` is the entries of the last."""

    name: str = ""
    title: str = ""
    court: str = ""
    case_number: str = ""
    respondent: str = ""
    name_as: str = NameForm.INITIALS.value
    profile: str = "generic-us"
    page: str = ""
    zone: str = ""
    language: str = ""
    bates_prefix: str = ""
    bates_start: int = 1
    order: tuple[str, ...] = SECTIONS
    off: tuple[str, ...] = ()
    entries: str = Entries.ALL.value
    first_day: str = ""
    last_day: str = ""
    filter: str = (
        ""  # a saved filter with its name, as JSON: a later change of it is not taken over
    )
    picked: tuple[int, ...] = ()
    messages: str = Messages.LINKED.value
    chats: tuple[int, ...] = ()
    around: int = 0
    leave_out_named: bool = False
    made: int = 0

    @property
    def shown_name(self) -> str:
        """The name in the list, or what a report without one is called."""
        return self.name.strip() or translate("Report", "Report")

    @property
    def case(self) -> str:
        """Court and number of the case in one line, as far as they are known."""
        return " ".join(part for part in (self.court.strip(), self.case_number.strip()) if part)

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that are printed, in their order."""
        return tuple(name for name in self.order if name not in self.off)

    @property
    def saved_filter(self) -> SavedFilter | None:
        """The filter of the timeline that was chosen, if it can be read."""
        try:
            found = saved_filters.from_setting([json.loads(self.filter)])
        except ValueError:
            return None
        return found[0] if found else None

    def to_json(self) -> str:
        """Return the draft for the vault."""
        return to_json(self)

    def to_request(self) -> ReportRequest:
        """Return what the export is asked for."""
        by_days = self.entries == Entries.DAYS
        picked = tuple(EntryId(one) for one in self.picked)
        saved = self.saved_filter if self.entries == Entries.FILTER else None
        chats = tuple(ConversationId(one) for one in self.chats)
        return ReportRequest(
            profile=self.profile,
            first_day=_day(self.first_day) if by_days else None,
            last_day=_day(self.last_day) if by_days else None,
            entries=picked if self.entries == Entries.PICKED else None,
            skip_missing=True,
            matching=saved.chosen if saved is not None else None,
            messages=None if self.messages == Messages.ALL else (),
            conversations=chats if self.messages == Messages.CHATS else (),
            around=self.around if self.messages == Messages.LINKED else 0,
            name_as=NameForm(self.name_as),
            court=self.court.strip(),
            case_number=self.case_number.strip(),
            respondent=self.respondent.strip(),
            title=self.title.strip(),
            zone=self.zone,
            sections=self.sections,
            page=self.page,
            bates_prefix=self.bates_prefix.strip(),
            bates_start=self.bates_start,
            leave_out_named=self.leave_out_named,
            language=self.language,
        )


def read_draft(text: str) -> ReportDraft | None:
    """Read a draft that an earlier run kept; None when it is of another shape."""
    values = read_fields(text, ReportDraft())
    return ReportDraft(**_mended(values)) if values is not None and _sound(values) else None


_USUAL = ("court", "case_number", "respondent", "bates_prefix", "profile", "page", "language")


def usual_choices(draft: ReportDraft) -> dict[str, str]:
    """Return what the next report begins with, so that nobody types it twice; no own names."""
    return {name: getattr(draft, name) for name in _USUAL}


def new_draft(profile: str, kept: object, paper: str = "") -> ReportDraft:
    """Return a new draft with what the last one said, as far as that can be read."""
    found = kept if isinstance(kept, dict) else {}
    words = {name: str(found[name]) for name in _USUAL if isinstance(found.get(name), str)}
    draft = ReportDraft(profile=profile)
    return replace(
        draft,
        court=words.get("court", ""),
        case_number=words.get("case_number", ""),
        respondent=words.get("respondent", ""),
        bates_prefix=words.get("bates_prefix", ""),
        profile=words.get("profile") or profile,
        page=words.get("page", paper),
        language=words.get("language", ""),
    )


def filter_data(saved: SavedFilter) -> str:
    """Return a saved filter for a draft."""
    return json.dumps(saved_filters.to_setting([saved])[0], ensure_ascii=True, sort_keys=True)


def _sound(values: dict[str, Any]) -> bool:
    """Tell whether the parts of a draft can be asked for."""
    numbers = (*values["picked"], *values["chats"])
    days = (values["first_day"], values["last_day"])
    return (
        all(type(number) is int for number in numbers)
        and all(not day or _day(day) is not None for day in days)
        and values["name_as"] in set(NameForm)
        and values["entries"] in set(Entries)
        and values["messages"] in set(Messages)
        and 0 <= values["around"] <= AROUND_MOST
        and 0 <= values["bates_start"] < BATES_MOST
    )


def _mended(values: dict[str, Any]) -> dict[str, Any]:
    """Give sections that are new in this version their place at the end, and drop unknown ones."""
    known = [name for name in dict.fromkeys(values["order"]) if name in SECTIONS]
    order = (*known, *(name for name in SECTIONS if name not in known))
    off = tuple(name for name in values["off"] if name in SECTIONS)
    return {**values, "order": order, "off": off}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
