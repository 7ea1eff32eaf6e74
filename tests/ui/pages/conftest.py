"""For the tests of the pages: work on the vault's thread, and no bug that goes by unseen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from logbook.ui.book_view import BookView
from logbook.ui.jobs import Job, Jobs
from logbook.vault.vault import Vault


@pytest.fixture
def do(jobs: Jobs, vault: Vault, outcome: Callable[[Job], Any]) -> Callable[..., Any]:
    """Run something on the vault's thread and wait for what it gives."""
    return lambda task, *args: outcome(jobs.on_vault(task, vault, *args))


@pytest.fixture(autouse=True)
def _no_bugs(request: pytest.FixtureRequest) -> Iterator[None]:
    """A job that fails for no known reason fails the test."""
    if "book_view" not in request.fixturenames:
        yield
        return
    view: BookView = request.getfixturevalue("book_view")
    bugs: list[BaseException] = []
    view.bug_found.connect(bugs.append)
    yield
    if bugs:
        raise bugs[0]
