"""Filters with a name come back as they were; what is no filter is left out."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.entry import Kind, Mark
from logbook.domain.ids import PersonId
from logbook.domain.selection import EntryFilter, Trait
from logbook.ui.models.saved_filters import MOST, SavedFilter, from_setting, same, to_setting

filters = st.builds(
    EntryFilter,
    first_day=st.none() | st.dates(),
    last_day=st.none() | st.dates(),
    people=st.lists(st.integers(1, 99).map(PersonId), max_size=3).map(tuple),
    kinds=st.lists(st.sampled_from(Kind), max_size=3).map(tuple),
    marks=st.lists(st.sampled_from(Mark), max_size=2).map(tuple),
    traits=st.lists(st.sampled_from(Trait), max_size=3).map(tuple),
    match=st.text(max_size=20),
    with_evidence=st.none() | st.booleans(),
    newest_first=st.just(value=True),
)


@given(st.lists(st.builds(SavedFilter, st.text(max_size=20), filters), max_size=3))
def test_filters_come_back_as_they_were(saved: list[SavedFilter]) -> None:
    assert from_setting(json.loads(json.dumps(to_setting(saved)))) == saved


@pytest.mark.parametrize(
    "kept",
    [
        None,
        "nonsense",
        [5],
        [{"name": "a"}],
        [{**to_setting([SavedFilter("a", EntryFilter())])[0], "kinds": ["nonsense"]}],
        [{**to_setting([SavedFilter("a", EntryFilter())])[0], "first_day": "soon"}],
        [{**to_setting([SavedFilter("a", EntryFilter())])[0], "people": 5}],
        [{**to_setting([SavedFilter("a", EntryFilter())])[0], "with_evidence": "yes"}],
    ],
)
def test_what_is_no_filter_is_left_out(kept: object) -> None:
    assert from_setting(kept) == []


def test_there_is_an_end_to_them() -> None:
    saved = [SavedFilter(str(at), EntryFilter()) for at in range(MOST + 5)]
    assert len(from_setting(to_setting(saved))) == MOST


def test_the_order_is_no_part_of_a_filter() -> None:
    chosen = EntryFilter(first_day=date(2026, 1, 1))
    assert same(chosen, replace(chosen, newest_first=True))
    assert not same(chosen, EntryFilter())
