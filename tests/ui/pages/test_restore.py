"""From a backup to an open book, in the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.domain.entry import EntryText
from logbook.domain.selection import EntryFilter
from logbook.errors import BackupDamaged, Cancelled
from logbook.tasks import books
from logbook.ui import opening, places
from logbook.ui.jobs import Job, Jobs
from logbook.ui.opening import Opened
from logbook.ui.pages.restore import RestorePage
from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

PASSPHRASE = "quiet lantern orbit saddle mango"


class Backup(NamedTuple):
    """A locked copy of a book with one entry, and the code of its recovery sheet."""

    file: Path
    code: str


def _back_up(folder: Path) -> Backup:
    secret = Secret(bytearray(PASSPHRASE.encode()))
    vault, code = Vault.create(folder / "first", secret, cost=CHEAPEST_COST)
    vault.entries.add(EntryText("The gate stood open."))
    vault.back_up(folder / "copy.dat")
    vault.close()
    return Backup(folder / "copy.dat", code)


@pytest.fixture
def backup(tmp_path: Path, jobs: Jobs, outcome: Callable[[Job], Any]) -> Backup:
    made = outcome(jobs.on_vault(_back_up, tmp_path))
    assert isinstance(made, Backup)
    return made


@pytest.fixture
def opened() -> list[Opened]:
    """The books that the page handed on."""
    return []


@pytest.fixture
def page(
    qtbot: QtBot,
    jobs: Jobs,
    outcome: Callable[[Job], Any],
    opened: list[Opened],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[RestorePage]:
    monkeypatch.setattr(places, "usual_folder", lambda: tmp_path / "home" / "notebook")
    made = RestorePage(jobs)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.finished.connect(opened.append)
    yield made
    for book in opened:
        outcome(jobs.on_vault(book.vault.close))


def _run(page: RestorePage, qtbot: QtBot, passphrase: str = PASSPHRASE) -> None:
    page.passphrase.edit.setText(passphrase)
    page.restore()
    qtbot.waitUntil(lambda: not page.running)


@pytest.fixture
def texts_of(jobs: Jobs, outcome: Callable[[Job], Any]) -> Callable[[Vault], list[str]]:
    """Read the titles of all entries, on the vault's thread."""

    def read(vault: Vault) -> list[str]:
        return [row.title for row in vault.entries.rows(EntryFilter(), 0, 10)]

    return lambda vault: outcome(jobs.on_vault(read, vault))


def test_a_backup_becomes_a_book_that_is_open(
    page: RestorePage,
    qtbot: QtBot,
    backup: Backup,
    opened: list[Opened],
    texts_of: Callable[[Vault], list[str]],
) -> None:
    page.files_chosen([backup.file])
    QTest.keyClicks(page.passphrase.edit, PASSPHRASE)
    QTest.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].folder == places.usual_folder()
    assert not opened[0].by_recovery
    assert texts_of(opened[0].vault) == ["The gate stood open."]
    assert page.passphrase.empty, "the passphrase is forgotten"


def test_the_recovery_key_restores_too_and_a_new_passphrase_is_due(
    page: RestorePage, qtbot: QtBot, backup: Backup, opened: list[Opened]
) -> None:
    page.files_chosen([backup.file])
    page.use_recovery()
    page.code.setText(backup.code.lower())
    page.restore()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].by_recovery


def test_what_is_missing_is_said_at_its_place(page: RestorePage, backup: Backup) -> None:
    page.restore()
    assert page.file.problem == "Choose the file of the backup first."
    page.files_chosen([backup.file])
    assert page.file.problem == ""
    page.restore()
    assert page.passphrase.edit.accessibleDescription() == "Type the passphrase of this backup."
    assert not page.running


def test_a_wrong_passphrase_is_said_and_leaves_nothing(
    page: RestorePage, qtbot: QtBot, backup: Backup, opened: list[Opened], tmp_path: Path
) -> None:
    page.files_chosen([backup.file])
    _run(page, qtbot, "not this one at all")
    said = page.passphrase.edit.accessibleDescription()
    assert said == "That passphrase does not open this book. Check Caps Lock and try again."
    assert page.passphrase.isEnabled()
    assert not opened
    assert not (tmp_path / "home" / "notebook").exists()


def test_a_damaged_backup_is_said_at_the_file(
    page: RestorePage, qtbot: QtBot, backup: Backup, tmp_path: Path
) -> None:
    damaged = bytearray(backup.file.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    backup.file.write_bytes(damaged)
    page.files_chosen([backup.file])
    _run(page, qtbot)
    assert page.file.problem.startswith("This backup cannot be opened. It is not complete")
    assert not (tmp_path / "home" / "notebook").exists()


def test_a_file_that_is_no_backup_is_said_at_the_file(
    page: RestorePage, qtbot: QtBot, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("nothing of the kind")
    page.files_chosen([letter])
    _run(page, qtbot)
    assert page.file.problem.startswith("This backup cannot be opened.")


def test_a_folder_that_was_filled_meanwhile_is_said_and_kept(
    page: RestorePage, qtbot: QtBot, backup: Backup, tmp_path: Path
) -> None:
    page.folder_chosen(tmp_path / "mine")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    page.files_chosen([backup.file])
    _run(page, qtbot)
    assert page.target.problem.startswith("This folder is not empty.")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_stop_leaves_nothing_behind(
    page: RestorePage,
    qtbot: QtBot,
    backup: Backup,
    opened: list[Opened],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = books.restore_book

    def stopped(file: Path, folder: Path, secret: Secret, _progress: object) -> Any:
        def progress(_done: int, _total: int, doing: str = "") -> None:
            if doing == "Copying":
                raise Cancelled

        return whole(file, folder, secret, progress)

    monkeypatch.setattr(books, "restore_book", stopped)
    page.files_chosen([backup.file])
    _run(page, qtbot)
    assert not opened
    assert not (tmp_path / "home" / "notebook").exists()
    assert page.restore_button.isEnabled()


def test_what_nobody_expected_is_told_as_a_bug_and_the_page_goes_on(
    page: RestorePage, qtbot: QtBot, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(books, "restore_book", broken)
    found: list[BaseException] = []
    page.bug_found.connect(found.append)
    page.files_chosen([backup.file])
    _run(page, qtbot)
    assert [type(one) for one in found] == [ZeroDivisionError]
    assert page.restore_button.isEnabled()
    assert page.passphrase.isEnabled()


def test_progress_is_shown_while_it_runs_and_everything_else_waits(
    page: RestorePage, qtbot: QtBot, backup: Backup
) -> None:
    page.files_chosen([backup.file])
    page.passphrase.edit.setText(PASSPHRASE)
    page.restore()
    assert page.progress.isVisible()
    assert not page.restore_button.isEnabled()
    assert not page.back_button.isEnabled()
    qtbot.waitUntil(lambda: not page.running)
    assert not page.progress.isVisible()


def test_both_secrets_are_wiped_whatever_comes_of_it(backup: Backup, tmp_path: Path) -> None:
    key = opening.Key(passphrase=bytearray(PASSPHRASE.encode()))
    backup.file.write_bytes(b"not a backup")
    with pytest.raises(BackupDamaged):
        opening.restore_folder(backup.file, tmp_path / "other", key)
    assert key.passphrase is not None
    assert not any(key.passphrase)


def test_a_synced_folder_is_said_and_keeps_nobody_from_it(
    page: RestorePage, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not page.synced.isVisible()
    page.folder_chosen(tmp_path / "Dropbox" / "book")
    qtbot.waitUntil(page.synced.isVisible)
    assert "Dropbox" in page.synced.line.text()
    assert page.restore_button.isEnabled()
    page.folder_chosen(tmp_path / "papers" / "book")
    qtbot.waitUntil(lambda: not page.synced.isVisible())
