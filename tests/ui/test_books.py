"""Several books: found without a list, told apart by tile, opened one at a time."""

from __future__ import annotations

import gc
import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from logbook.ui import places
from logbook.ui.app import Program, first_book
from logbook.ui.book_switcher import open_other, other_books, tile_outside
from logbook.ui.desk import read_settings
from logbook.ui.look_file import BookLook, written
from logbook.ui.opening import Key, open_folder
from logbook.ui.pages.lock import LockPage
from logbook.ui.plain_look import disguise
from logbook.ui.relaunch import Handover
from logbook.ui.style import look
from logbook.ui.widgets.book_tile import TileLook, initials_of, tile_of
from logbook.ui.widgets.popup_menu import MenuItem, PopupMenu

PASSPHRASE = "quiet lantern orbit saddle mango"


def _book(folder: Path, look: BookLook | None = None) -> Path:
    folder.mkdir(parents=True)
    (folder / "vault.hdr").write_bytes(b"1")
    if look is not None:
        (folder / "vault.look").write_bytes(written(look))
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "share"
    monkeypatch.setattr(places, "usual_folder", lambda: folder / "notebook")
    return folder


def test_books_are_found_in_the_usual_place_and_beside_the_open_one(home: Path, tmp_path: Path):
    assert places.books_near() == []
    usual = [_book(home / name) for name in ("notebook-10", "notebook-2", "notebook")]
    (home / "notebook-3").mkdir()
    _book(home / "somebody-else")
    mine = _book(tmp_path / "stick" / "papers")
    beside = _book(tmp_path / "stick" / "other")
    assert places.books_near() == [usual[2], usual[1], usual[0]]
    assert places.books_near(mine) == [beside, mine, usual[2], usual[1], usual[0]]


def test_a_place_that_cannot_be_looked_into_has_no_books(home: Path):
    assert places.books_near(home / "gone" / "book") == []


@pytest.mark.parametrize(
    ("name", "initials"),
    [("River Street", "RS"), ("case", "C"), ("a b c", "AB"), ("", ""), ("«Über» all", "A")],
)
def test_initials_come_from_the_first_two_words(name: str, initials: str):
    assert initials_of(name) == initials


def test_the_tile_shows_own_initials_and_in_a_plain_look_its_picture_alone():
    assert tile_of(3, "River Street", "") == TileLook(3, "RS")
    assert tile_of(3, "River Street", " x ") == TileLook(3, "X")
    assert tile_of("odd", "", None) == TileLook()
    disguise().wear("recipes")
    assert tile_of(3, "River Street", "x") == TileLook(3, "", "cooking-pot")


def test_of_a_locked_book_only_its_look_is_known(home: Path):
    assert tile_outside(_book(home / "notebook")) == TileLook()
    plain = _book(home / "notebook-2", BookLook(plain="shopping", colour=4))
    assert tile_outside(plain) == TileLook(4, "", "shopping-cart")
    odd = _book(home / "notebook-3", BookLook(plain="nosuch"))
    assert tile_outside(odd) == TileLook()


@pytest.fixture
def ends() -> list[Handover]:
    return []


@pytest.fixture
def program(start_program, qtbot, closed_book, outcome, ends, home):
    other = _book(home / "notebook-2", BookLook(colour=5))
    made = start_program(ends)
    made.start(closed_book[0])
    key = Key(passphrase=bytearray(PASSPHRASE.encode()))
    made.show_book(outcome(made.jobs.on_vault(open_folder, closed_book[0], key)))
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    qtbot.waitUntil(lambda: not made.jobs.busy)
    assert other_books(made.window.book.desk) == [other]
    return made


def _menu(program: Program) -> PopupMenu:
    program.window.book.rail.book.click()
    return program.window.book.findChildren(PopupMenu)[-1]


def _item(menu: PopupMenu, words: str) -> MenuItem:
    return next(item for item in menu.findChildren(MenuItem) if item.text() == words)


def test_another_book_is_opened_in_a_fresh_process_that_knows_nothing_of_this_one(
    program, ends, qtbot, home: Path
):
    program.window.book.show_page("new_entry", {})
    program.window.book.current.text.setPlainText("He waited at the gate.")
    _item(_menu(program), "notebook-2").click()
    qtbot.waitUntil(lambda: bool(ends))
    handed = ends[0]
    assert handed.folder == str(home / "notebook-2")
    assert (handed.page, dict(handed.place), handed.locked_at) == ("", {}, "")
    assert first_book(handed) == home / "notebook-2"
    assert program.window.isHidden()


def test_a_new_book_begins_with_the_set_up_though_there_is_a_book(program, ends, qtbot):
    _item(_menu(program), "New book").click()
    qtbot.waitUntil(lambda: bool(ends))
    assert ends[0].new_book
    assert first_book(ends[0]) is None


def test_the_menu_is_worked_by_keys_and_gives_the_focus_back(program):
    button = program.window.book.rail.book
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    menu = program.window.book.findChildren(PopupMenu)[-1]
    assert QApplication.focusWidget().text() == "My book"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget().text() == "notebook-2"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert button.hasFocus()


def test_a_click_beside_the_menu_closes_it_and_hide_now_stays_in_reach(program):
    menu = _menu(program)
    hide = program.window.book.bar.hide_button
    middle = hide.mapTo(program.window.book, hide.rect().center())
    assert not menu.mask().contains(middle)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=QPoint(700, 500))
    assert not menu.isVisible()


def test_name_and_colour_are_shown_at_once_and_the_name_stays_inside(program, qtbot, outcome):
    view = program.window.book
    view.show_page("settings", {"section": "books"})
    section = view.current.section("books")
    section.name.setText("  River Street ")
    section.colours.choose(3)
    view.show_page("timeline", {})
    assert view.rail.book.text() == "River Street"
    qtbot.waitUntil(lambda: not program.jobs.busy)
    kept = outcome(program.jobs.on_vault(read_settings, view.vault))
    assert (kept["book_name"], kept["book_colour"]) == ("River Street", 3)
    beside = (view.vault.folder / "vault.look").read_bytes()
    assert beside == b'{"colour": 3}'


def test_a_name_that_is_being_typed_is_kept_when_the_book_is_locked(program, qtbot, outcome):
    view = program.window.book
    view.show_page("settings", {"section": "books"})
    view.current.section("books").name.setText("Alder")
    view.keep_drafts()
    qtbot.waitUntil(lambda: not program.jobs.busy)
    assert outcome(program.jobs.on_vault(read_settings, view.vault))["book_name"] == "Alder"


def test_the_lock_screen_offers_the_books_by_the_names_of_their_folders(jobs, qtbot, home: Path):
    here = _book(home / "notebook")
    alone = LockPage(jobs, here)
    qtbot.addWidget(alone)
    assert alone.books == []
    other = _book(home / "notebook-2", BookLook(colour=2))
    page = LockPage(jobs, here)
    qtbot.addWidget(page)
    chosen: list[Path] = []
    page.other_folder_chosen.connect(chosen.append)
    assert [item.text() for item in page.books] == ["notebook", "notebook-2"]
    page.books[1].click()
    assert chosen == [other]


def test_what_is_seldom_wanted_on_the_lock_screen_is_folded_away(jobs, qtbot, home: Path):
    page = LockPage(jobs, _book(home / "notebook"))
    qtbot.addWidget(page)
    page.show()
    assert not page._seldom.isVisible()
    page.more.click()
    assert page._seldom.isVisible()
    assert not page.more.isVisible()


def test_the_lock_screen_of_another_book_looks_as_that_book_does(start_program, home: Path):
    first = _book(home / "notebook", BookLook(plain="notes"))
    second = _book(home / "notebook-2", BookLook(plain="shopping", theme="dark"))
    program = start_program([])
    program.start(first)
    assert program.window.windowTitle() == "Notes"
    program.window.findChildren(LockPage)[-1].books[1].click()
    assert program.window.windowTitle() == "Shopping"
    assert look().dark
    page = program.window.findChildren(LockPage)[-1]
    assert page._folder == second
    page.books[1].click()
    assert program.window.findChildren(LockPage)[-1] is page, "its own tile changes nothing"


def test_leaving_may_leave_a_lock_screen_but_closing_the_window_ends(program, ends, qtbot):
    view = program.window.book
    view.desk.keep_setting("leave_to", "locked")
    view.desk.keep_setting("leave_keys", "f9")
    assert "F9" in view.bar.hide_button.toolTip()
    assert program.watch.leave_keys == "f9"
    qtbot.waitUntil(lambda: not program.jobs.busy)
    program.hide_now()
    qtbot.waitUntil(lambda: bool(ends))
    assert ends[0].minimized
    assert ends[0].folder == str(program.opened.folder)


def test_the_system_ends_a_program_that_would_stay_locked(program, ends, qtbot):
    ended: list[bool] = []
    program._end = lambda: ended.append(True)
    program.window.book.desk.keep_setting("leave_to", "locked")
    qtbot.waitUntil(lambda: not program.jobs.busy)
    program.window.close()
    qtbot.waitUntil(lambda: bool(ended))
    assert ends == []


def test_a_folder_without_a_book_and_the_open_one_close_nothing(program, ends, tmp_path: Path):
    desk = program.window.book.desk
    open_other(desk, tmp_path)
    assert program.window.book._problem.isVisible()
    open_other(desk, desk.vault.folder)
    assert program.window.book._toast.isVisible()
    assert ends == []


@pytest.mark.usefixtures("home")
def test_a_folder_with_very_much_in_it_is_looked_into_and_closed(tmp_path: Path) -> None:
    crowd = tmp_path / "crowd"
    crowd.mkdir()
    for number in range(600):
        (crowd / f"{number:04}").touch()
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        assert places.books_near(crowd / "0001") == []
        gc.collect()
    assert [str(one.message) for one in said] == []
