"""For the tests of the pages: work on the vault's thread, and no bug that goes by unseen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from logbook.ui import dressing
from logbook.ui.book_view import BookView
from logbook.ui.jobs import Job, Jobs
from logbook.ui.models import report_preview
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

PASSPHRASE = "quiet lantern orbit saddle mango"


@pytest.fixture
def do(jobs: Jobs, vault: Vault, outcome: Callable[[Job], Any]) -> Callable[..., Any]:
    """Run something on the vault's thread and wait for what it gives."""
    return lambda task, *args: outcome(jobs.on_vault(task, vault, *args))


@pytest.fixture
def open_copy(
    tmp_path: Path, jobs: Jobs, outcome: Callable[[Job], Any]
) -> Iterator[Callable[[Path], Vault]]:
    """Open a copy of a closed book, on the vault's thread."""
    opened: list[Vault] = []

    def copied(book: Path) -> Vault:
        shutil.copytree(book, tmp_path / "book")
        secret = Secret(bytearray(PASSPHRASE.encode()))
        opened.append(outcome(jobs.on_vault(Vault.open, tmp_path / "book", secret)))
        return opened[-1]

    yield copied
    for vault in opened:
        outcome(jobs.on_vault(vault.close))


@pytest.fixture(scope="module")
def write_book(
    tmp_path_factory: pytest.TempPathFactory, lay_book: Callable[[Path, str], str]
) -> Callable[[Callable[[Vault, Path], None]], Path]:
    """Make a book, let something be written into it, and return its folder, closed."""

    def written(write: Callable[[Vault, Path], None]) -> Path:
        folder = tmp_path_factory.mktemp("written")
        lay_book(folder / "book", PASSPHRASE)
        vault = Vault.open(folder / "book", Secret(bytearray(PASSPHRASE.encode())))
        write(vault, folder)
        vault.close()
        return folder / "book"

    return written


@pytest.fixture
def nothing_is_put_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits until the hand rests comes at once: there is no hand here."""
    for name in ("_REST_MS", "_PAUSE_MS"):
        monkeypatch.setattr(dressing, name, 0)
    monkeypatch.setattr(report_preview, "MAKE_AFTER_MS", 0)


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
