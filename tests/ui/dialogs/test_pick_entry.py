"""Choosing an entry: found by words, and nothing happens on the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from logbook.domain.entry import EntryText
from logbook.domain.ids import EntryId
from logbook.ui.book_view import BookView
from logbook.ui.dialogs.pick_entry import PickEntry
from logbook.ui.jobs import Job, Jobs
from logbook.vault.vault import Vault

AtRest = Callable[[QWidget], None]


def _write(vault: Vault) -> None:
    for text in ("A note under the door.", "Calls at night."):
        vault.entries.add(EntryText(text))


@pytest.fixture
def chosen() -> list[EntryId]:
    return []


@pytest.fixture
def dialog(
    *,
    book_view: BookView,
    jobs: Jobs,
    vault: Vault,
    outcome: Callable[[Job], Any],
    at_rest: AtRest,
    chosen: list[EntryId],
) -> PickEntry:
    outcome(jobs.on_vault(_write, vault))
    made = PickEntry(book_view.desk, chosen.append)
    made.open()
    at_rest(book_view)
    return made


def test_the_entries_are_listed_and_one_is_taken(dialog: PickEntry, chosen: list[EntryId]) -> None:
    rows = dialog.list.model()
    assert rows.rowCount() == 2
    said = [rows.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(2)]
    assert any("note under the door" in one for one in said)
    dialog.take.click()
    assert len(chosen) == 1
    assert not dialog.isVisible()


def test_words_find_an_entry_and_enter_takes_it(
    dialog: PickEntry, chosen: list[EntryId], book_view: BookView, at_rest: AtRest
) -> None:
    dialog.search.setText("door")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert chosen == []  # what is listed is of other words
    at_rest(book_view)
    assert dialog.list.model().rowCount() == 1
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert chosen == [EntryId(1)]


def test_nothing_found_is_said_and_nothing_can_be_taken(
    dialog: PickEntry, book_view: BookView, at_rest: AtRest
) -> None:
    dialog.search.setText("bicycle")
    at_rest(book_view)
    assert dialog._nothing.text() == "No entry holds these words."
    assert not dialog.take.isEnabled()


def test_going_back_takes_nothing(dialog: PickEntry, chosen: list[EntryId]) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert chosen == []
    assert not dialog.isVisible()
