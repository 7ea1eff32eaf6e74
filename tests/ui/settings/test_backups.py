"""Backups in the settings: copy, check and fingerprint through the real window."""

from __future__ import annotations

from pathlib import Path

import pytest

from logbook.domain.entry import EntryText
from logbook.ui.settings.backups import BackupsSection
from logbook.vault import backup
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault


@pytest.fixture
def page(book_view, settle) -> BackupsSection:
    book_view.show_page("settings", {"section": "backups"})
    settle()
    section = book_view.current.section("backups")
    assert isinstance(section, BackupsSection)
    return section


def test_the_fingerprint_is_shown_in_full_as_words_and_digits(page, vault, jobs, outcome):
    root = outcome(jobs.on_vault(vault.journal.root))
    assert page._root.text() == root.hex()
    assert page._words.text() == " ".join(outcome(jobs.on_vault(vault.journal.words, root)))
    assert page._qr._renderer.isValid()


def test_a_locked_copy_opens_with_the_same_passphrase(page, settle, tmp_path: Path, jobs, outcome):
    page.back_up_to(tmp_path / "copy.dat")
    settle()
    assert page._banner.isVisibleTo(page)
    secret = Secret(passphrase=bytearray(b"quiet lantern orbit saddle mango"))
    outcome(jobs.on_vault(backup.restore, tmp_path / "copy.dat", tmp_path / "other", secret))
    assert (tmp_path / "other" / "log.db").exists()


def test_a_whole_book_is_found_whole(page, settle):
    page._check.click()
    settle()
    assert not page._problems.isVisibleTo(page)
    assert page._banner.isVisibleTo(page)


def test_a_saved_fingerprint_shows_that_nothing_before_was_changed(
    page, settle, vault: Vault, tmp_path: Path, jobs, outcome
):
    page._save_anchor_to(tmp_path / "anchor.txt")
    settle()
    outcome(jobs.on_vault(vault.entries.add, EntryText("later")))
    page._compare_with([tmp_path / "anchor.txt"])
    settle()
    assert "Nothing before this was changed" in page._banner.title.text()
