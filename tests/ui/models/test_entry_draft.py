"""Drafts: they come back as they were, and a broken one is no draft."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.entry import Kind
from logbook.domain.moment import Precision
from logbook.ui.models.entry_draft import EntryDraft, key_of, read_draft

words = st.text(max_size=30)
drafts = st.builds(
    EntryDraft,
    entry=st.integers(0, 9),
    text=words,
    title=words,
    precision=st.sampled_from([one.value for one in Precision]),
    when=words,
    until=words,
    typed_at=st.sampled_from(["", "2026-11-12T22:47:00+01:00"]),
    kept_when=st.booleans(),
    kind=st.sampled_from([one.value for one in Kind]),
    people=st.tuples(words, words),
    witnesses=st.tuples(words),
    evidence=st.tuples(st.integers(1, 9)),
    messages=st.tuples(st.integers(1, 9)),
    private_note=words,
    about_min=st.integers(0, 50_000),
    later=st.booleans(),
    caret=st.integers(0, 9),
)


@given(drafts)
def test_a_draft_comes_back_as_it_was(draft: EntryDraft) -> None:
    assert read_draft(draft.to_json()) == draft


def test_a_draft_of_an_earlier_version_lacks_what_came_later() -> None:
    assert read_draft('{"text": "Words"}') == EntryDraft(text="Words")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "nonsense",
        '{"text": 5}',
        '{"people": "Dale"}',
        '{"people": [5]}',
        '{"evidence": ["x"]}',
        '{"messages": ["x"]}',
        '{"kind": "nonsense"}',
        '{"precision": "never"}',
        '{"caret": null}',
    ],
)
def test_a_broken_draft_is_none(text: str) -> None:
    assert read_draft(text) is None


def test_words_that_are_unknown_are_left_alone() -> None:
    assert read_draft(json.dumps({"text": "a", "more": 1})) == EntryDraft(text="a")


def test_each_entry_has_a_place_for_its_own_draft() -> None:
    assert len({key_of(0), key_of(1), key_of(11)}) == 3


@pytest.mark.parametrize(
    ("typed_at", "known"),
    [("2026-11-12T22:47:00+01:00", True), ("2026-11-12T22:47:00", False), ("then", False)],
)
def test_the_time_of_typing_needs_an_offset(typed_at: str, *, known: bool) -> None:
    assert (EntryDraft(typed_at=typed_at).typed_when is not None) is known


def test_every_field_has_a_default() -> None:
    assert EntryDraft() == EntryDraft(**{one.name: one.default for one in fields(EntryDraft)})
