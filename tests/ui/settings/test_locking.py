"""What opens the book, through the real settings."""

from __future__ import annotations

import pytest

from logbook.ui.settings.locking import LockingSection


@pytest.fixture
def section(book_view, settle) -> LockingSection:
    book_view.show_page("settings", {"section": "locking"})
    settle()
    found = book_view.current.section("locking")
    assert isinstance(found, LockingSection)
    return found


def test_a_new_recovery_key_is_shown_until_the_section_is_left(section, book_view, settle):
    section._answered("yes")
    settle()
    key = section._key
    assert key is not None
    assert len(key.groups) == 7
    book_view.current._show_section("backups")
    assert section._key is None
    assert key.groups == []


def test_the_sheet_is_saved_where_one_chose_and_names_no_program(section, settle, tmp_path):
    section._answered("yes")
    settle()
    target = tmp_path / "sheet.pdf"
    section._key._save_to(target)
    written = target.read_bytes()
    assert written.startswith(b"%PDF-")
    assert b"ogbook" not in written
    assert "Anyone who opens this file" in section._key.problem.text()
    section._key._save_to(tmp_path / "no such folder" / "sheet.pdf")
    assert "Choose another place" in section._key.problem.text()
