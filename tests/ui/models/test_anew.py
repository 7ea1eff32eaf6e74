"""What is read again, and what stays because nothing was changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from logbook.domain.person import NewPerson
from logbook.ui.jobs import Job, Jobs
from logbook.ui.models.anew import read_anew
from logbook.vault.vault import Vault

Do = Callable[..., Any]


@pytest.fixture
def do(jobs: Jobs, vault: Vault, outcome: Callable[[Job], Any]) -> Do:
    """Run something on the vault's thread and wait for what it gives."""
    return lambda task, *args, **named: outcome(jobs.on_vault(task, vault, *args, **named))


def _count_drafts(vault: Vault, more: int) -> int:
    return len(vault.drafts.all()) + more


def test_what_was_never_read_is_read(do: Do) -> None:
    anew = do(read_anew, None, _count_drafts, 5)
    assert anew is not None
    assert anew.found == 5


def test_what_nothing_changed_is_not_read_again(do: Do) -> None:
    at = do(read_anew, None, _count_drafts, 5).at
    assert do(read_anew, at, _count_drafts, 5) is None


def test_after_a_save_it_is_read_again(do: Do) -> None:
    at = do(read_anew, None, _count_drafts, 5).at
    do(lambda vault: vault.people.add(NewPerson("Alex")))
    anew = do(read_anew, at, _count_drafts, 5)
    assert anew is not None
    assert anew.at > at


def test_drafts_are_a_change_where_they_belong_to_what_is_read(do: Do) -> None:
    at = do(read_anew, None, _count_drafts, 0).at
    with_drafts = do(read_anew, None, _count_drafts, 0, drafts=True).at
    do(lambda vault: vault.drafts.keep("entry", "{}"))
    assert do(read_anew, at, _count_drafts, 0) is None
    assert do(read_anew, with_drafts, _count_drafts, 0, drafts=True).found == 1
