"""F1: help for the page that is shown, inside the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from logbook.ui import help_texts
from logbook.ui.book_view import BookView
from logbook.ui.help_texts import help_for
from logbook.ui.main_window import MainWindow
from logbook.ui.page import find_pages
from logbook.ui.watch import InputWatch


@pytest.fixture
def window(qapp, qtbot, vault, jobs, activate, settle):
    made = MainWindow()
    made.finish(InputWatch(qapp))
    qtbot.addWidget(made)
    made.show_book(BookView(vault, jobs))
    made.show()
    made.book.show_page("timeline", {})
    settle()
    activate(made)
    return made


def test_every_page_of_the_rail_has_help_of_its_own() -> None:
    kinds = find_pages().values()
    for kind in kinds:
        if kind.nav() is not None:
            assert len(help_for(kind.help_id)) > len(help_for("")), kind.page_id
    assert set(help_texts._PAGES) <= {kind.help_id for kind in kinds}


def test_f1_shows_the_help_of_the_page_and_takes_it_away(window):
    book_view = window.book
    before = book_view.rail.book
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_F1)
    panel = book_view._help.panel
    assert panel.isVisible()
    assert panel.title.text() == "Help: Timeline"
    assert panel.cross.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    assert not panel.isVisible()
    assert before.hasFocus()
    QTest.keyClick(before, Qt.Key.Key_F1)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_help_goes_with_its_page(window, settle):
    book_view = window.book
    book_view.show_help()
    book_view._help.panel.keys.click()
    settle()
    assert not book_view._help.panel.isVisible()
    assert book_view.current.place() == {"section": "keyboard"}
    book_view.show_help()
    assert book_view._help.panel.title.text() == "Help: Settings"


def test_esc_that_nothing_wants_leads_back_to_the_page(window):
    book_view = window.book
    button = book_view.bar.hide_button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert window.focusWidget() is book_view.current.focus_target()
    book_view.show_help()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert not book_view._help.panel.isVisible()
