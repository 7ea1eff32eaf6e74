"""Drafts: kept like entries, without history."""

import pytest

from logbook.vault.drafts import Drafts
from logbook.vault.state import State
from logbook.vault.store import Store


@pytest.fixture
def drafts(store: Store) -> Drafts:
    return Drafts(store)


def test_a_draft_is_kept_as_it_was_typed_last(drafts: Drafts) -> None:
    drafts.keep("entry:new", '{"text": "he"}')
    drafts.keep("entry:new", '{"text": "he sto"}')
    assert drafts.get("entry:new") == '{"text": "he sto"}'
    assert len(drafts.all()) == 1


def test_there_may_be_no_draft(drafts: Drafts) -> None:
    assert drafts.get("entry:4") is None
    drafts.drop("entry:4")
    assert drafts.all() == []


def test_a_dropped_draft_is_gone(drafts: Drafts) -> None:
    drafts.keep("a", "1")
    drafts.keep("b", "2")
    drafts.drop("a")
    assert [draft.key for draft in drafts.all()] == ["b"]


def test_half_a_surrogate_pair_does_not_lose_the_draft(drafts: Drafts) -> None:
    drafts.keep("a", "x\ud83dy")
    assert drafts.get("a") == "x\ufffdy"


def test_a_draft_is_an_acknowledged_save(drafts: Drafts, store: Store) -> None:
    before = store.mark().save_seq
    drafts.keep("a", "1")
    assert store.mark().save_seq == before + 1
    said = store.state.read()
    assert isinstance(said, State)
    assert said.mark.save_seq == before + 1
    assert store.place.wal.stat().st_size == 0
