"""Go to, by keyboard alone: type, choose, and be there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from logbook.domain.entry import EntryText
from logbook.domain.person import NewPerson
from logbook.ui.book_view import BookView
from logbook.ui.jobs import Job, Jobs
from logbook.ui.widgets.go_to import GoTo
from logbook.vault.vault import Vault

Rest = Callable[[], None]


def _write(vault: Vault) -> None:
    dale = vault.people.add(NewPerson("Dale Mercer", numbers=("555-0100",))).id
    for words in ("A note under the door.", "A car outside."):
        vault.entries.add(EntryText(words, people=(dale,)))
    vault.entries.add(EntryText("Nobody was there."))


@pytest.fixture
def rest(book_view: BookView, at_rest: Callable[[BookView], None]) -> Rest:
    return lambda: at_rest(book_view)


@pytest.fixture
def go_to(
    book_view: BookView, jobs: Jobs, vault: Vault, outcome: Callable[[Job], Any], rest: Rest
) -> GoTo:
    outcome(jobs.on_vault(_write, vault))
    book_view.show_page("timeline", {})
    book_view.activateWindow()
    rest()
    book_view.go_to()
    found = book_view.findChild(GoTo)
    assert found is not None
    return found


def _rows(go_to: GoTo) -> list[str]:
    return [place.title for at in range(go_to.model.rowCount()) if (place := go_to.model.place(at))]


def test_it_opens_with_the_pages_and_covers_the_book(go_to: GoTo, book_view: BookView) -> None:
    assert _rows(go_to)[0] == "Timeline"
    assert "Settings" in _rows(go_to)
    assert QApplication.focusWidget() is go_to.edit
    assert book_view.asking


def test_an_entry_is_found_and_shown(go_to: GoTo, book_view: BookView, rest: Rest) -> None:
    QTest.keyClicks(go_to.edit, "under the d")
    rest()
    assert _rows(go_to) == ["A note under the door"]
    QTest.keyClick(go_to.edit, Qt.Key.Key_Return)
    rest()
    assert book_view.current is not None
    assert book_view.current.place() == {"entry": 1}
    assert not book_view.asking


def test_a_person_leads_to_their_entries(go_to: GoTo, book_view: BookView, rest: Rest) -> None:
    QTest.keyClicks(go_to.edit, "dale")
    rest()
    assert _rows(go_to)[0] == "Dale Mercer"
    assert go_to.edit.accessibleDescription() == "Dale Mercer. Entries with this person, 555-0100"
    QTest.keyClick(go_to.edit, Qt.Key.Key_Return)
    rest()
    page: Any = book_view.current
    assert page.model.rowCount() == 2
    assert page.filters.is_on


def test_arrows_move_and_settings_are_among_the_places(
    go_to: GoTo, book_view: BookView, rest: Rest
) -> None:
    QTest.keyClicks(go_to.edit, "t")
    rest()
    first = go_to.view.currentIndex().row()
    QTest.keyClick(go_to.edit, Qt.Key.Key_Down)
    assert go_to.view.currentIndex().row() == first + 1
    QTest.keyClick(go_to.edit, Qt.Key.Key_Up)
    QTest.keyClick(go_to.edit, Qt.Key.Key_Up)
    assert go_to.view.currentIndex().row() == 0
    go_to.edit.setText("Keyboard")
    rest()
    QTest.keyClick(go_to.edit, Qt.Key.Key_Return)
    rest()
    assert book_view.current is not None
    assert book_view.current.page_id == "settings"


def test_words_that_nothing_has_say_so(go_to: GoTo, rest: Rest) -> None:
    go_to.edit.setText("zebra crossing")
    rest()
    assert go_to.nothing.isVisible()
    QTest.keyClick(go_to.edit, Qt.Key.Key_Return)
    assert go_to.isVisible()


def test_escape_leaves_everything_as_it_was(go_to: GoTo, book_view: BookView) -> None:
    before = book_view.current
    QTest.keyClick(go_to.edit, Qt.Key.Key_Escape)
    assert not book_view.asking
    assert book_view.current is before


def test_a_fast_hand_gets_the_answer_to_its_last_word(go_to: GoTo, rest: Rest) -> None:
    for words in ("note", "notes", "nobody"):
        go_to.edit.setText(words)
        go_to._later.stop()
        go_to._ask()
    rest()
    assert _rows(go_to) == ["Nobody was there"]


def test_rows_are_sentences_for_screen_readers(go_to: GoTo, rest: Rest) -> None:
    go_to.edit.setText("car outside")
    rest()
    said = go_to.model.index(0, 0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert said == "A car outside. Entry, number 2"
    assert QAccessible.queryAccessibleInterface(go_to.edit).text(QAccessible.Text.Name)
