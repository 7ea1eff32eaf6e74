"""Filters of the timeline that a person gave a name, as they are kept in the book's settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from logbook.domain.entry import Kind, Mark
from logbook.domain.ids import PersonId
from logbook.domain.selection import EntryFilter, Trait

MOST = 30  # more than these nobody finds again


class SavedFilter(NamedTuple):
    """A filter and its name; how the list is ordered is no part of it."""

    name: str
    chosen: EntryFilter


def same(one: EntryFilter, other: EntryFilter) -> bool:
    """Tell whether two filters list the same entries."""
    return replace(one, newest_first=True) == replace(other, newest_first=True)


def to_setting(saved: Sequence[SavedFilter]) -> list[dict[str, object]]:
    """Return filters as JSON values."""
    return [{"name": one.name, **_to_json(one.chosen)} for one in saved]


def from_setting(kept: object) -> list[SavedFilter]:
    """Read filters that were kept; one of another shape is left out."""
    found: list[SavedFilter] = []
    for one in kept if isinstance(kept, list) else []:
        try:
            found.append(SavedFilter(str(one["name"]), _from_json(one)))
        except (AttributeError, KeyError, TypeError, ValueError):
            continue
    return found[:MOST]


def _to_json(chosen: EntryFilter) -> dict[str, object]:
    first, last = chosen.first_day, chosen.last_day
    return {
        "first_day": "" if first is None else first.isoformat(),
        "last_day": "" if last is None else last.isoformat(),
        "people": list(chosen.people),
        "kinds": [one.value for one in chosen.kinds],
        "marks": [one.value for one in chosen.marks],
        "traits": [one.value for one in chosen.traits],
        "match": chosen.match,
        "with_evidence": chosen.with_evidence,
    }


def _from_json(kept: Mapping[str, Any]) -> EntryFilter:
    """Read `_to_json` again; raises what `from_setting` expects."""
    with_evidence = kept["with_evidence"]
    if with_evidence not in {None, True, False}:
        raise ValueError("neither yes nor no")
    return EntryFilter(
        first_day=_day(kept["first_day"]),
        last_day=_day(kept["last_day"]),
        people=tuple(PersonId(int(one)) for one in kept["people"]),
        kinds=tuple(Kind(one) for one in kept["kinds"]),
        marks=tuple(Mark(one) for one in kept["marks"]),
        traits=tuple(Trait(one) for one in kept["traits"]),
        match=str(kept["match"]),
        with_evidence=with_evidence,
        newest_first=True,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
