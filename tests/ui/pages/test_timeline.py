"""The timeline as a person uses it, on a real book in a real window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from logbook.domain.entry import EntryText, Kind
from logbook.domain.ids import EntryId
from logbook.domain.moment import Moment, Precision
from logbook.domain.person import NewPerson, Role
from logbook.errors import DatabaseDamaged, DiskFailed
from logbook.ui import entry_showing, files
from logbook.ui.book_view import BookView
from logbook.ui.jobs import Jobs
from logbook.ui.pages.entry_history import EntryHistoryPage
from logbook.ui.pages.timeline import TimelinePage
from logbook.ui.style import look
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.chip import Chip
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.difference_text import DifferenceText
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.thumbnail import Thumbnail
from logbook.vault.vault import Vault

ZONE = "Europe/London"
Do = Callable[..., Any]


@pytest.fixture
def page(book_view: BookView, do: Do, settle: Callable[[], None], qtbot: QtBot) -> TimelinePage:
    """The page with twelve entries, shown and read."""
    do(_write_twelve)
    return _shown(book_view, settle, qtbot)


def _write_twelve(vault: Vault) -> list[EntryId]:
    marsh = vault.people.add(NewPerson("D. Marsh", Role.RESPONSIBLE))
    vault.people.add(NewPerson("Priya N.", Role.WITNESS))
    start = datetime(2026, 11, 12, 22, 47, tzinfo=ZoneInfo(ZONE))
    kinds = (Kind.CALLS, Kind.IN_PERSON, Kind.MESSAGES)
    return [
        vault.entries.add(
            EntryText(
                f"Thing number {number}. More words about it.",
                Moment(Precision.EXACT, start - timedelta(days=9 * number), zone=ZONE),
                kind=kinds[number % 3],
                people=(marsh.id,) if number < 4 else (),
            ),
            ZONE,
        ).id
        for number in range(12)
    ]


def _shown(view: BookView, settle: Callable[[], None], qtbot: QtBot) -> TimelinePage:
    view.show_page("timeline", {})
    view.activateWindow()
    settle()
    page = view.current
    assert isinstance(page, TimelinePage)
    _quiet(page, qtbot)
    return page


def _busy(page: TimelinePage) -> bool:
    return page.showing.later.isActive() or page._later.isActive() or page.desk.jobs.busy


def _quiet(page: TimelinePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not _busy(page))
    qtbot.wait(1)  # what a layout takes in is shown by an event of its own


def _titles(page: TimelinePage) -> list[str]:
    rows = (page.model.row(at) for at in range(page.model.rowCount()))
    return [row.title for row in rows if row is not None]


def _texts(page: TimelinePage) -> list[str]:
    return [text.text() for text in page.detail.findChildren(Text) if text.isVisible()]


def test_entries_are_listed_newest_first_and_the_first_is_shown_in_full(
    page: TimelinePage,
) -> None:
    assert _titles(page)[:2] == ["Thing number 0", "Thing number 1"]
    assert page.detail.isVisible()
    assert "Thing number 0. More words about it." in _texts(page)
    assert "Thursday 12 November 2026, 22:47" in _texts(page)


def test_an_empty_book_says_so_and_offers_the_first_entry(
    book_view: BookView, settle: Callable[[], None], qtbot: QtBot
) -> None:
    page = _shown(book_view, settle, qtbot)
    assert page.left.empty.isVisible()
    page.left.empty.button.click()
    assert book_view.current is not None
    assert book_view.current.page_id == "new_entry"


def test_a_row_is_said_to_a_screen_reader_in_one_sentence(page: TimelinePage) -> None:
    said = page.model.index(0, 0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert said == "Thursday 12 November 2026. 22:47. Thing number 0. Calls. D. Marsh"


def test_arrow_keys_show_the_next_entry(page: TimelinePage, qtbot: QtBot) -> None:
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    _quiet(page, qtbot)
    assert "Thing number 1. More words about it." in _texts(page)


def test_holding_an_arrow_key_reads_only_where_it_stops(
    page: TimelinePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[EntryId] = []
    whole = entry_showing.read_shown

    def count(vault: Vault, entry: EntryId) -> Any:
        read.append(entry)
        return whole(vault, entry)

    monkeypatch.setattr(entry_showing, "read_shown", count)
    page.view.setFocus()
    for _ in range(6):
        QTest.keyClick(page.view, Qt.Key.Key_Down)
    _quiet(page, qtbot)
    assert len(read) == 1
    assert "Thing number 6. More words about it." in _texts(page)


def test_enter_goes_to_the_entry_and_escape_back_to_the_list(page: TimelinePage) -> None:
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.detail.edit
    QTest.keyClick(page.detail.edit, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.view


def test_searching_lists_what_matches_and_says_how_many(
    page: TimelinePage, book_view: BookView, qtbot: QtBot
) -> None:
    book_view.bar.search.setText("number 11")
    _quiet(page, qtbot)
    assert _titles(page) == ["Thing number 11"]
    assert page.filters.order.text() == "1 of 12 entries, newest first"
    assert "Thing number 11. More words about it." in _texts(page)


def test_words_that_nothing_has_say_so_and_clearing_brings_all_back(
    page: TimelinePage, book_view: BookView, qtbot: QtBot
) -> None:
    book_view.bar.search.setText("zebra")
    _quiet(page, qtbot)
    assert page.left.nothing.isVisible()
    assert not page.detail.isVisible()
    page.left.nothing.button.click()
    _quiet(page, qtbot)
    assert len(_titles(page)) == 12
    assert book_view.bar.search.text() == ""


def test_kinds_people_and_files_can_be_chosen_together(page: TimelinePage, qtbot: QtBot) -> None:
    page.filters.button.click()
    assert page.filters.panel.isVisible()
    chips = {chip.text(): chip for chip in page.filters.panel.findChildren(Chip)}
    chips["Calls"].click()
    chips["D. Marsh"].click()
    _quiet(page, qtbot)
    assert _titles(page) == ["Thing number 0", "Thing number 3"]
    assert page.filters.button.text() == "Filter, 2 on"
    chips["With files"].click()
    _quiet(page, qtbot)
    assert page.left.nothing.isVisible()
    page.filters.clear()
    _quiet(page, qtbot)
    assert len(_titles(page)) == 12


def test_a_chip_of_the_bar_takes_its_part_of_the_filter_away(
    page: TimelinePage, qtbot: QtBot
) -> None:
    page.filters.choose_kind(Kind.CALLS)
    page.filters.choose_days(date(2026, 11, 1), date(2026, 11, 30))
    _quiet(page, qtbot)
    assert _titles(page) == ["Thing number 0"]
    chips = {chip.text(): chip for chip in page.filters._chips.findChildren(Chip)}
    chips["1 to 30 Nov 2026"].removed.emit()
    _quiet(page, qtbot)
    assert len(_titles(page)) == 4


def test_weeks_are_chosen_with_the_keyboard_and_escape_shows_all_again(
    page: TimelinePage, qtbot: QtBot
) -> None:
    page.strip.setFocus()
    QTest.keyClick(page.strip, Qt.Key.Key_Return)
    _quiet(page, qtbot)
    assert _titles(page) == ["Thing number 0"]
    assert page.filters.is_on
    QTest.keyClick(page.strip, Qt.Key.Key_Escape)
    _quiet(page, qtbot)
    assert len(_titles(page)) == 12


def test_a_deleted_entry_goes_to_the_bin_and_the_next_one_is_chosen(
    page: TimelinePage, book_view: BookView, qtbot: QtBot
) -> None:
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    _quiet(page, qtbot)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    _quiet(page, qtbot)
    assert "Thing number 1" not in _titles(page)
    assert "Thing number 2. More words about it." in _texts(page)
    assert book_view.undo_toast()
    _quiet(page, qtbot)
    assert "Thing number 1. More words about it." in _texts(page)


def test_the_bin_gives_back_and_deletes_for_good_only_after_a_question(
    page: TimelinePage, book_view: BookView, do: Do, qtbot: QtBot
) -> None:
    do(lambda vault: [vault.entries.remove(EntryId(one)) for one in (1, 2)])
    page.filters.choose_bin()
    _quiet(page, qtbot)
    assert _titles(page) == ["Thing number 0", "Thing number 1"]
    assert page.detail.restore.isVisible()
    assert not page.detail.edit.isVisible()
    page.detail.restore.click()
    _quiet(page, qtbot)
    assert _titles(page) == ["Thing number 1"]
    page.detail.erase.click()
    question = book_view.findChild(Dialog)
    assert question is not None
    assert question.title.text() == "Delete this entry for good?"
    question.close_with("erase")
    _quiet(page, qtbot)
    assert page.left.no_bin.isVisible()
    page.left.no_bin.button.click()
    _quiet(page, qtbot)
    assert len(_titles(page)) == 11


def test_a_change_is_told_and_the_earlier_words_can_be_read(
    page: TimelinePage, book_view: BookView, do: Do, qtbot: QtBot
) -> None:
    do(lambda vault: vault.entries.edit(EntryId(1), EntryText("Other words now.")))
    page.desk.changed.emit("entries")
    _quiet(page, qtbot)
    page.view.choose(page.model.rowCount() - 1)  # undated entries come last
    _quiet(page, qtbot)
    assert any("Changed once." in text for text in _texts(page))
    page.does.show_history()
    _quiet(page, qtbot)
    history = book_view.current
    assert isinstance(history, EntryHistoryPage)
    changes = [one.accessibleName() for one in history.findChildren(DifferenceText)]
    assert any("Taken out: Thing number 0" in one for one in changes)


def test_coming_back_finds_the_same_entry_and_scroll_place(
    page: TimelinePage, book_view: BookView, qtbot: QtBot
) -> None:
    page.view.choose(9)
    _quiet(page, qtbot)
    before = page.view.verticalScrollBar().value()
    assert before > 0
    book_view.show_page("reports", {})
    book_view.go_back()
    _quiet(page, qtbot)
    assert page.view.currentIndex().row() == 9
    assert page.view.verticalScrollBar().value() == before
    assert page.place() == {"entry": 10}


def test_the_entry_that_is_asked_for_is_chosen(
    page: TimelinePage, book_view: BookView, qtbot: QtBot
) -> None:
    book_view.show_page("timeline", {"entry": 8})
    _quiet(page, qtbot)
    assert page.view.currentIndex().row() == 7


def test_a_narrow_window_shows_the_list_or_the_entry(
    page: TimelinePage, book_view: BookView, qtbot: QtBot
) -> None:
    book_view.resize(960, 640)
    qtbot.waitUntil(lambda: not page.detail.isVisible())
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 30))
    _quiet(page, qtbot)
    assert page.detail.isVisible()
    assert not page.view.isVisible()
    assert page.detail.back.isVisible()
    page.detail.back.click()
    assert page.view.isVisible()
    assert not page.detail.isVisible()


def test_the_strip_gives_its_place_to_the_list_where_text_is_large(
    page: TimelinePage, qtbot: QtBot
) -> None:
    assert page.strip.isVisible()
    look().use(scale=2.0)
    qtbot.waitUntil(lambda: not page.strip.isVisible())


def test_a_file_is_added_to_the_chosen_entry(
    page: TimelinePage,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = tmp_path / "door.png"
    Image.new("RGB", (40, 30), "teal").save(source)
    monkeypatch.setattr(files, "choose_files", lambda _window, then, **_: then([source]))
    page.detail.add.click()
    _quiet(page, qtbot)
    tile = page.detail.findChild(Thumbnail)
    assert tile is not None
    assert tile.accessibleName() == "Picture, door.png"


def test_files_that_cannot_be_read_are_said_and_the_others_are_added(
    page: TimelinePage, book_view: BookView, qtbot: QtBot, tmp_path: Path
) -> None:
    good = tmp_path / "good.txt"
    good.write_text("a note")
    page.detail.files_dropped.emit([tmp_path / "gone.jpg", good])
    _quiet(page, qtbot)
    assert [tile.kept.name for tile in page.detail.findChildren(Thumbnail)] == ["good.txt"]
    said = book_view.findChild(Dialog)
    assert said is not None
    assert said.title.text() == "1 file was not added"
    assert said.line.text().startswith("gone.jpg: This file cannot be read.")


def test_an_entry_that_cannot_be_read_is_said_in_its_place(
    page: TimelinePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_vault: Vault, _entry: EntryId) -> Any:
        raise DatabaseDamaged("a page")

    monkeypatch.setattr(entry_showing, "read_shown", broken)
    page.view.choose(3)
    _quiet(page, qtbot)
    banner = page.detail.findChild(Banner)
    assert banner is not None
    assert banner.title.text() == "This entry could not be opened"
    assert not page.detail.edit.isVisible()
    assert len(_titles(page)) == 12


def test_a_list_that_cannot_be_read_offers_to_try_again(
    page: TimelinePage, book_view: BookView, qtbot: QtBot
) -> None:
    page.model.failed.emit(DiskFailed("read"))
    assert book_view._problem.isVisible()
    book_view._problem.findChildren(Button)[0].click()
    _quiet(page, qtbot)
    assert len(_titles(page)) == 12


def test_hiding_while_the_list_is_read_breaks_nothing(
    book_view: BookView, do: Do, jobs: Jobs, settle: Callable[[], None]
) -> None:
    do(_write_twelve)
    book_view.show_page("timeline", {})
    book_view.hide()
    jobs.cancel_all()
    settle()
    assert book_view.current is not None


def test_what_was_typed_is_never_read_as_markup(page: TimelinePage, do: Do, qtbot: QtBot) -> None:
    hostile = "<img src='file:///etc/passwd'><b>bold</b>"
    do(lambda vault: vault.entries.edit(EntryId(1), EntryText(hostile, place=hostile)))
    page.desk.changed.emit("entries")
    _quiet(page, qtbot)
    page.view.choose(page.model.rowCount() - 1)
    _quiet(page, qtbot)
    shown = [text for text in page.detail.findChildren(Text) if hostile in text.text()]
    assert len(shown) >= 2
    assert all(text.textFormat() == Qt.TextFormat.PlainText for text in shown)


def test_rows_that_come_after_hiding_ask_nothing_of_a_closing_book(page: TimelinePage) -> None:
    page.hide()
    first = page.model.index(0, 0)
    page.model.dataChanged.emit(first, first)
    page.view.choose(3)
    assert not page.showing.later.isActive()


def test_a_file_of_an_entry_opens_in_the_viewer(
    page: TimelinePage, book_view: BookView, qtbot: QtBot, tmp_path: Path
) -> None:
    photo = tmp_path / "photo.txt"
    photo.write_bytes(b"what it says")
    page.detail.files_dropped.emit([photo])
    _quiet(page, qtbot)
    tile = page.detail.findChild(Thumbnail)
    assert tile is not None
    tile.click()
    qtbot.waitUntil(lambda: book_view.current is not page)
    assert book_view.current is not None
    qtbot.waitUntil(lambda: book_view.current.title() == "photo.txt")
    assert book_view.current.page_id == "viewer"
