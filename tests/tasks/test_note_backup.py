"""A backup notes its moment among the settings of the window, whoever made it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from logbook.errors import DiskFull
from logbook.tasks import books
from logbook.ui.backup_age import BACKED_UP_AT, backup_age
from logbook.ui.desk import read_settings
from logbook.vault.vault import Vault


def test_the_window_says_of_any_backup_that_it_was_made(vault: Vault, tmp_path: Path) -> None:
    vault.settings.put("window", {"theme": "dark"})
    books.back_up_book(vault, tmp_path / "copy.dat")
    kept = read_settings(vault)
    assert kept["theme"] == "dark"
    assert BACKED_UP_AT == books.BACKED_UP_AT
    assert backup_age(kept[BACKED_UP_AT], datetime.now(UTC)).words == "Backed up today"


def test_in_a_folder_too(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    books.back_up_book(vault, tmp_path / "stick")
    assert books.BACKED_UP_AT in read_settings(vault)


def test_a_backup_stands_though_the_book_takes_no_more_words(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_key: str, _value: object) -> None:
        raise DiskFull("no room")

    monkeypatch.setattr(vault.settings, "put", full)
    made = books.back_up_book(vault, tmp_path / "copy.dat")
    assert made.path.exists()
