"""The settings: found by themselves, searched, kept in the book, and shown where one was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest

from logbook.ui import settings
from logbook.ui.desk import read_settings
from logbook.ui.focus import tab_stops
from logbook.ui.keyboard_map import keyboard_map
from logbook.ui.main_window import MainWindow
from logbook.ui.pages.settings import SettingsPage
from logbook.ui.settings.section import find_sections
from logbook.ui.style import look
from logbook.ui.watch import InputWatch
from logbook.ui.widgets.nav_rail import NavButton


@pytest.fixture
def page(book_view, settle) -> SettingsPage:
    book_view.show_page("settings", {})
    settle()
    assert isinstance(book_view.current, SettingsPage)
    return book_view.current


def _shown(page: SettingsPage) -> list[str]:
    return [name for name, one in page._sections.items() if one.isVisible()]


def test_every_file_of_the_folder_is_a_section_with_a_place_of_its_own() -> None:
    files = {path.stem for path in Path(settings.__file__).parent.glob("*.py")}
    kinds = find_sections()
    assert {kind.section_id for kind in kinds} == files - {"__init__", "section"}
    assert len({kind.order for kind in kinds}) == len(kinds)


def test_the_first_section_is_shown_and_the_place_brings_back_to_another(page, book_view):
    assert _shown(page) == ["safety"]
    page._show_section("keyboard")
    place = page.place()
    book_view.show_page("timeline", {})
    page._show_section("safety")
    book_view.show_page("settings", place)
    assert _shown(page) == ["keyboard"]
    book_view.show_page("settings", {"section": "no such"})
    assert _shown(page) == ["safety"]


def test_arrow_keys_go_from_section_to_section(page, book_view, activate):
    activate(book_view)
    lit = page.list.lit()
    lit.setFocus()
    QTest.keyClick(lit, Qt.Key.Key_Down)
    assert _shown(page) == ["locking"]
    assert page.list.lit().hasFocus()


def test_a_search_shows_the_cards_that_have_the_word_in_any_section(page):
    page.search("BLUR")
    assert _shown(page) == ["safety", "keyboard"]
    assert [card.title.text() for card in page._sections["safety"].cards if card.isVisible()] == [
        "Screen"
    ]
    page.search("ctrl+l")
    assert _shown(page) == ["keyboard"]
    page.search("zzz")
    assert _shown(page) == []
    assert page._nothing.isVisible()
    page.search("")
    assert _shown(page) == ["safety"]
    assert all(card.isVisible() for card in page._sections["safety"].cards)


def test_what_many_cards_have_comes_in_parts_and_all_of_it(page, qtbot):
    while page.build_more():  # measured before they are seen
        pass
    page.search("e")
    wanted = {
        id(card)
        for name in page._kinds
        for card in page.section(name).cards
        if "e" in card.words() or "e" in page._kinds[name].title().casefold()
    }
    cards = [card for section in page._sections.values() for card in section.cards]
    assert any(card.isVisible() for card in cards)
    assert not all(card.isVisible() for card in cards)
    qtbot.waitUntil(lambda: {id(card) for card in cards if card.isVisible()} == wanted)


def test_a_search_that_is_cleared_shows_nothing_of_it_later(page, settle):
    while page.build_more():
        pass
    page.search("e")
    page.search("")
    assert _shown(page) == ["safety"]
    settle()
    page._going_on.timeout.emit()
    assert _shown(page) == ["safety"]
    assert page._titles["safety"].isHidden()


def test_a_setting_is_kept_in_the_book_at_once(page, vault, jobs, outcome, settle):
    safety = page.section("safety")
    safety.blur.click()
    safety.lock_after.setCurrentIndex(safety.lock_after.findData(15))
    settle()
    kept = outcome(jobs.on_vault(read_settings, vault))
    assert kept["blur"] is True
    assert kept["lock_after_min"] == 15


def test_a_value_of_another_version_shows_as_the_usual_one(book_view, settle):
    book_view.desk.keep_setting("lock_after_min", "soon")
    book_view.show_page("settings", {})
    settle()
    assert book_view.current.section("safety").lock_after.currentData() == 2


def test_every_key_is_found_by_the_search(page):
    page.search("f6")
    assert _shown(page) == ["keyboard"]


def test_every_key_of_the_window_is_on_the_list_and_no_key_twice(qapp, qtbot, book_view, settle):
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_book(book_view)
    window.finish(InputWatch(qapp))
    listed = [keys for group in keyboard_map() for keys, _ in group.keys]
    assert len(listed) == len(set(listed))
    said = {one for keys in listed for one in keys.split(", ")} | {"Ctrl+,"}
    alike = {"Ctrl+Return": "Ctrl+Enter", "Ctrl+=": "Ctrl++", "Ctrl+Shift+Z": "Ctrl+Y"}
    for shortcut in window.findChildren(QShortcut):
        if shortcut.parent() is window and shortcut.property("number") is None:
            keys = shortcut.key().toString()
            assert alike.get(keys, keys) in said, keys
    settle()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_names_of_the_sections_are_whole_or_left_out(page, book_view, settle, scale):
    look().use(scale=scale)
    book_view.resize(1920, 1200)
    settle()
    for button in page.list.findChildren(NavButton):
        assert button.width() >= button.sizeHint().width()


@pytest.mark.parametrize("section", [kind.section_id for kind in find_sections()])
def test_at_200_percent_tab_leads_into_view_of_the_last_control(
    book_view, settle, activate, section
):
    look().use(scale=2.0)
    book_view.resize(960, 640)
    book_view.show_page("settings", {"section": section})
    settle()
    activate(book_view)
    page = book_view.current
    stops = [stop for stop in tab_stops([page]) if page.column.isAncestorOf(stop)]
    start = page.list.lit()
    start.setFocus()
    reached = []
    for _ in range(200):
        here = book_view.window().focusWidget()
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = book_view.window().focusWidget()
        if here not in stops:
            break
        reached.append(here)
        view = page.column.viewport()
        top = here.mapTo(view, QPoint(0, 0)).y()
        bottom = min(top + here.height(), top + view.height())
        assert top >= 0
        assert bottom <= view.height()
    assert set(reached) <= set(stops)  # of tiles to choose from, one takes the cursor
    assert reached[-1:] == stops[-1:]


def test_at_200_percent_the_keys_lead_to_the_last_section_and_its_end(
    page, book_view, settle, activate
):
    look().use(scale=2.0)
    book_view.resize(960, 640)
    settle()
    activate(book_view)
    page.list.lit().setFocus()
    bar = page.column.verticalScrollBar()
    sections = [kind.section_id for kind in find_sections()]
    for section in sections[1:]:
        QTest.keyClick(page.list.lit(), Qt.Key.Key_Down)
        settle()
        lit = page.list.lit()
        assert _shown(page) == [section]
        assert lit.hasFocus()
        assert not lit.visibleRegion().isEmpty()
        assert bar.value() == 0
        for _ in range(bar.maximum() // bar.pageStep() + 1):
            QTest.keyClick(lit, Qt.Key.Key_PageDown)
        assert bar.value() == bar.maximum()
        QTest.keyClick(lit, Qt.Key.Key_PageUp)
        assert bar.value() == max(bar.maximum() - bar.pageStep(), 0)
