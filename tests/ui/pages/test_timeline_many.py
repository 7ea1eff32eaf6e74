"""Several entries at once, marks, saved filters and the order: each step named and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from logbook.domain.entry import EntryText, Kind, Mark
from logbook.domain.ids import EntryId
from logbook.domain.moment import Moment, Precision
from logbook.domain.selection import EntryFilter
from logbook.tasks import change_entries
from logbook.ui import entry_commands
from logbook.ui.book_view import BookView
from logbook.ui.dialogs.ask_name import AskName, AskPeople
from logbook.ui.models.timeline_reading import EVERYTHING
from logbook.ui.pages.timeline import TimelinePage
from logbook.ui.widgets.chip import Chip
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.text import Text
from logbook.vault.vault import Vault

ZONE = ZoneInfo("Europe/London")
Do = Callable[..., Any]


def _write(vault: Vault) -> None:
    start = datetime(2026, 11, 12, 22, 47, tzinfo=ZONE)
    for number in range(6):
        moment = Moment(Precision.EXACT, start - timedelta(days=9 * number), zone=ZONE.key)
        vault.entries.add(EntryText(f"Thing {number}. More words.", moment), ZONE.key)


@pytest.fixture
def page(book_view: BookView, do: Do, at_rest: Callable[[BookView], None]) -> TimelinePage:
    do(_write)
    book_view.show_page("timeline", {})
    book_view.activateWindow()
    at_rest(book_view)
    shown = book_view.current
    assert isinstance(shown, TimelinePage)
    return shown


@pytest.fixture
def rest(book_view: BookView, at_rest: Callable[[BookView], None]) -> Callable[[], None]:
    return lambda: at_rest(book_view)


def _titles(page: TimelinePage) -> list[str]:
    rows = (page.model.row(at) for at in range(page.model.rowCount()))
    return [row.title for row in rows if row is not None]


def _marked(do: Do, mark: Mark) -> list[int]:
    wanted = EntryFilter(marks=(mark,), newest_first=True)
    return [int(one) for one in do(lambda vault: vault.entries.ids(wanted, 0, 99))]


def _choose(page: TimelinePage, *rows: int) -> None:
    page.view.choose(rows[0])
    model = page.view.selectionModel()
    for row in rows[1:]:
        model.select(
            page.model.index(row, 0), model.SelectionFlag.Select | model.SelectionFlag.Rows
        )


def test_shift_and_arrows_choose_several_and_the_bar_says_how_many(
    page: TimelinePage, rest: Callable[[], None]
) -> None:
    page.view.setFocus()
    for _ in range(2):
        QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    rest()
    assert page.left.choice.isVisible()
    assert page.left.choice.accessibleName() == "3 entries chosen"
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.left.choice.isVisible()
    assert page.left.chosen_count == 1


def test_the_rows_do_not_move_when_the_bar_comes(
    page: TimelinePage, rest: Callable[[], None]
) -> None:
    before = page.view.mapTo(page, QPoint(0, 0))
    _choose(page, 0, 2)
    rest()
    assert page.view.mapTo(page, QPoint(0, 0)) == before


def test_all_are_moved_to_the_bin_in_one_step_and_come_back_in_one(
    page: TimelinePage, book_view: BookView, do: Do, rest: Callable[[], None]
) -> None:
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.left.chosen_count == 6
    saves = do(lambda vault: vault.journal.size)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    rest()
    assert book_view._toast.accessibleName() == "6 entries moved to the bin"
    assert do(lambda vault: vault.journal.size) == saves + 6
    assert page.left.empty.isVisible()
    book_view.undo_toast()
    rest()
    assert len(_titles(page)) == 6
    assert book_view.redo()
    rest()
    assert page.model.rowCount() == 0


def test_the_chosen_are_starred_and_stay_chosen(
    page: TimelinePage, book_view: BookView, do: Do, rest: Callable[[], None]
) -> None:
    _choose(page, 1, 3)
    page.left.choice.star.click()
    rest()
    assert _marked(do, Mark.STAR) == [2, 4]
    assert page.left.chosen_count == 2
    assert [row.marks for at in (1, 3) if (row := page.model.row(at))] == [{Mark.STAR}] * 2
    book_view.undo_toast()
    rest()
    assert _marked(do, Mark.STAR) == []


def test_a_key_marks_the_entry_and_takes_the_mark_off(
    page: TimelinePage, do: Do, rest: Callable[[], None]
) -> None:
    page.view.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for left in ([1], []):
        QTest.keyClick(page.view, Qt.Key.Key_S, both)
        rest()
        assert _marked(do, Mark.STAR) == left


def test_what_is_to_be_finished_is_a_queue_of_its_own(
    page: TimelinePage, do: Do, rest: Callable[[], None]
) -> None:
    assert not page.filters.unfinished.isVisible()
    _choose(page, 0, 1)
    page.left.choice.later.click()
    rest()
    assert page.filters.unfinished.text() == "To finish, 2"
    page.filters.unfinished.click()
    rest()
    assert _titles(page) == ["Thing 0", "Thing 1"]
    page.detail.done_pressed.emit()
    rest()
    assert _titles(page) == ["Thing 1"]
    assert _marked(do, Mark.LATER) == [2]


def test_a_kind_and_a_person_are_given_to_all_that_are_chosen(
    page: TimelinePage, book_view: BookView, rest: Callable[[], None]
) -> None:
    _choose(page, 0, 2)
    page.does.set_kind(Kind.CALLS)
    rest()
    page.left.choice.person.click()
    rest()
    dialog = book_view.findChild(AskPeople)
    assert dialog is not None
    QTest.keyClicks(dialog.people.edit, "Dale M.")
    dialog.accept_button.click()
    rest()
    rows = [page.model.row(at) for at in (0, 2)]
    assert [(row.kind, row.people) for row in rows if row] == [(Kind.CALLS, ("Dale M.",))] * 2
    book_view.undo_toast()
    book_view.undo_toast()
    rest()
    rows = [page.model.row(at) for at in range(6)]
    assert {(row.kind, row.people) for row in rows if row} == {(Kind.NONE, ())}


def test_the_kinds_are_offered_below_their_button(
    page: TimelinePage, rest: Callable[[], None]
) -> None:
    _choose(page, 0, 1)
    page.left.choice.kind.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Calls"
    menu.actions()[0].trigger()
    menu.close()
    rest()
    assert [row.kind for at in (0, 1) if (row := page.model.row(at))] == [Kind.CALLS] * 2


def test_the_menu_of_a_row_says_what_can_be_done_and_undone(
    page: TimelinePage, rest: Callable[[], None]
) -> None:
    page.does.turn_star()
    rest()
    page.does.open_menu_at(QPoint(200, 30))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = [action.text() for action in menu.actions() if action.text()]
    assert said[:2] == ["Edit", "Take the star off"]
    assert said[-2:] == ["Move to the bin", "Undo: Entry starred"]
    menu.actions()[-1].trigger()
    menu.close()
    rest()
    assert page.model.row(0).marks == frozenset()  # type: ignore[union-attr] # it was read


def test_several_are_deleted_for_good_from_the_bin_after_one_question(
    page: TimelinePage, book_view: BookView, do: Do, rest: Callable[[], None]
) -> None:
    _choose(page, 0, 1)
    page.does.remove()
    rest()
    page.filters.choose_bin()
    rest()
    row = page.model.row(0)
    assert row is not None
    assert row.removed_at
    page.view.selectAll()
    assert page.left.choice.erase.isVisible()
    assert not page.left.choice.star.isVisible()
    page.left.choice.erase.click()
    rest()
    question = book_view.findChild(Dialog)
    assert question is not None
    assert question.title.text() == "Delete 2 entries for good?"
    question.close_with("erase")
    rest()
    assert do(lambda vault: vault.entries.count(EntryFilter(removed=True))) == 0
    assert page.left.no_bin.isVisible()


def test_a_filter_is_saved_used_renamed_and_deleted_with_undo(
    page: TimelinePage, book_view: BookView, rest: Callable[[], None]
) -> None:
    page.filters.button.click()
    page.filters.choose_words("Thing 3")
    rest()
    panel = page.filters.panel
    panel._save.click()
    dialog = book_view.findChild(AskName)
    assert dialog is not None
    dialog.line_edit.setText("  The third ")
    dialog.accept_button.click()
    rest()
    assert [one.name for one in page.saved.saved] == ["The third"]
    page.filters.clear()
    rest()
    chips = {one.text(): one for one in panel._saved_flow.findChildren(Chip)}
    chips["The third"].click()
    rest()
    assert _titles(page) == ["Thing 3"]
    panel._rename.click()
    again = book_view.findChildren(AskName)[-1]
    again.line_edit.setText("Third")
    again.accept_button.click()
    rest()
    assert [one.name for one in page.saved.saved] == ["Third"]
    panel._delete.click()
    rest()
    assert page.saved.saved == []
    book_view.undo_toast()
    assert [one.name for one in page.saved.saved] == ["Third"]
    assert book_view.desk.setting("timeline filters", default=None)[0]["name"] == "Third"


def test_two_saved_filters_never_have_one_name(page: TimelinePage) -> None:
    for _ in range(2):
        page.filters.choose_kind(Kind.CALLS)
        page.saved._save("Calls")
    assert [one.name for one in page.saved.saved] == ["Calls", "Calls 2"]


def test_the_order_is_turned_round_and_remembered(
    page: TimelinePage, book_view: BookView, rest: Callable[[], None]
) -> None:
    assert page.filters.order.text() == "6 entries, newest first"
    page.filters.order.click()
    rest()
    assert _titles(page)[0] == "Thing 5"
    assert page.filters.order.text() == "6 entries, oldest first"
    assert not page.filters.is_on
    page.filters.choose_words("Thing")
    page.filters.clear()
    rest()
    assert _titles(page)[0] == "Thing 5"
    again = TimelinePage(book_view.desk)
    assert not again.filters.chosen.newest_first
    assert again.filters.chosen != EVERYTHING
    again.deleteLater()


def test_days_are_typed_in_the_panel_and_follow_the_weeks(
    page: TimelinePage, rest: Callable[[], None], qtbot: QtBot
) -> None:
    page.filters.button.click()
    span = page.filters.panel.days.span
    span.first.line.setFocus()
    QTest.keyClicks(span.first.line, "1 November 2026")
    QTest.keyClick(span.first.line, Qt.Key.Key_Return)
    rest()
    assert _titles(page) == ["Thing 0", "Thing 1"]
    chips = [one.text() for one in page.filters._chips.findChildren(Chip) if one.isVisible()]
    assert chips == ["from 1 Nov 2026"]
    page.filters.clear()
    rest()
    assert span.first.line.text() == ""
    qtbot.wait(1)


def test_the_panel_is_there_before_it_is_asked_for_and_not_seen(
    page: TimelinePage, book_view: BookView, rest: Callable[[], None]
) -> None:
    while book_view.build_ahead():
        pass
    rest()
    assert not page.build_more()
    assert not page.filters.is_open
    page.filters.button.click()
    rest()
    assert page.filters.panel.isVisible()


def test_escape_closes_the_panel_from_inside(page: TimelinePage, qtbot: QtBot) -> None:
    page.filters.button.click()
    line = page.filters.panel.days.span.first.line
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not page.filters.panel.isVisible()
    assert page.filters.button.hasFocus()


def test_an_entry_that_the_filter_leaves_out_is_shown_when_it_is_asked_for(
    page: TimelinePage, book_view: BookView, rest: Callable[[], None]
) -> None:
    page.filters.choose_words("Thing 3")
    rest()
    book_view.show_page("timeline", {"entry": 1})
    rest()
    assert not page.filters.is_on
    assert page.place() == {"entry": 1}


def test_space_chooses_rows_one_by_one_and_leaves_one(
    page: TimelinePage, rest: Callable[[], None]
) -> None:
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Space)  # the only one stays
    assert page.left.chosen_rows == [(0, 1)]
    for _ in range(2):
        QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    rest()
    assert page.left.chosen_rows == [(0, 1), (2, 1)]
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert page.left.chosen_rows == [(0, 1)]


def test_what_lay_in_the_bin_for_long_is_gone_when_the_book_is_opened(
    book_view: BookView, do: Do, rest: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    do(_write)
    do(lambda vault: vault.entries.remove(EntryId(1)))
    do(lambda vault: vault.entries.remove(EntryId(2)))
    monkeypatch.setattr(change_entries, "DAYS_IN_BIN", 0)  # the second save saw that much go by
    book_view.show_page("timeline", {})
    rest()
    left = do(lambda vault: vault.entries.ids(EntryFilter(removed=True), 0, 9))
    assert left == [2]


def test_the_search_looks_through_the_bin_while_that_is_seen_and_not_otherwise(
    page: TimelinePage, do: Do, rest: Callable[[], None]
) -> None:
    do(lambda vault: change_entries.move_to_bin(vault, [EntryId(2), EntryId(3)]))
    page.filters.choose_words("Thing 2")
    rest()
    assert _titles(page) == []
    page.filters.choose_bin()
    page.filters.choose_words("Thing 2")
    rest()
    assert _titles(page) == ["Thing 2"]
    do(lambda vault: change_entries.put_back(vault, [EntryId(3)]))
    page.filters.choose_bin()
    page.filters.choose_words("Thing 2")
    rest()
    assert _titles(page) == ["Thing 2"]


def test_an_entry_is_shown_again_after_a_filter_that_nothing_matched(
    page: TimelinePage, rest: Callable[[], None]
) -> None:
    for words in ("zebra", ""):
        page.filters.choose_words(words)
        rest()
    shown = [one.text() for one in page.detail.findChildren(Text) if one.isVisible()]
    assert "Thing 0. More words." in shown


def test_a_second_press_in_haste_moves_nothing_else(
    page: TimelinePage, do: Do, rest: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entry_commands, "_FEW", 0)  # as if too many were chosen to name them here
    _choose(page, 0, 1)
    page.does.remove()
    page.does.remove()  # the list still shows what goes away just now
    rest()
    left = do(lambda vault: vault.entries.ids(EntryFilter(newest_first=True), 0, 9))
    assert left == [3, 4, 5, 6]


def test_delete_takes_the_chip_with_the_focus_away_and_no_entry(
    page: TimelinePage, do: Do, rest: Callable[[], None]
) -> None:
    page.filters.choose_words("Thing")
    rest()
    chip = next(one for one in page.filters._chips.findChildren(Chip) if one.isVisible())
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    rest()
    assert not page.filters.is_on
    assert do(lambda vault: vault.entries.count(EntryFilter())) == 6


def test_files_that_were_added_are_taken_out_and_put_in_again(
    page: TimelinePage, book_view: BookView, do: Do, rest: Callable[[], None], tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("a note")
    page.detail.files_dropped.emit([note])
    rest()

    def files() -> int:
        return len(do(lambda vault: vault.entries.get(EntryId(1)).what.evidence))

    assert book_view._toast.accessibleName().startswith("1 file added")
    assert files() == 1
    assert book_view.undo_toast()
    rest()
    assert files() == 0
    assert len(do(lambda vault: vault.evidence.all())) == 1  # it stays in the book
    assert book_view.redo()
    rest()
    assert files() == 1


def test_a_change_is_noticed_while_the_page_is_not_shown(
    page: TimelinePage, book_view: BookView, do: Do, rest: Callable[[], None]
) -> None:
    page.does.turn_star()
    rest()
    book_view.show_page("new_entry", {})
    rest()
    assert book_view.undo_toast()
    rest()
    assert _marked(do, Mark.STAR) == []
    book_view.show_page("timeline", {})
    rest()
    assert page.model.row(0).marks == frozenset()  # type: ignore[union-attr] # it was read
