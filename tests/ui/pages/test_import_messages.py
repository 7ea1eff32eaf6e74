"""Bringing messages in, from the dropped file to the entries made of them, and back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from logbook.domain.progress import Progress
from logbook.domain.selection import EntryFilter
from logbook.errors import Cancelled, DiskFull
from logbook.tasks import bring_in_messages, choose_messages
from logbook.tasks.message_choice import arranged
from logbook.tasks.message_lines import Line
from logbook.ui.book_view import BookView
from logbook.ui.models.picker import FoldRow, MessageRow
from logbook.ui.models.picker_rows import Wanted, make_rows
from logbook.ui.pages.import_messages import ADD, CHECK, CHOOSE, FILE, ImportPage
from logbook.ui.style import look
from logbook.ui.widgets import import_check
from logbook.ui.widgets.choice import Radio
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.import_choose import ImportChoose
from logbook.ui.widgets.text import Text

Do = Callable[..., Any]
Settle = Callable[[], None]


def _chat(days: int = 6) -> str:
    lines = []
    for day in range(days):
        for minute in range(8):
            sender = "Dale" if minute % 2 else "Robin"
            words = "I saw you at the tram stop" if (day, minute) == (3, 3) else f"Hello {minute}"
            lines.append(f"{day + 20:02}/11/2026, 19:{minute:02} - {sender}: {words}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    path = tmp_path / "WhatsApp Chat with Dale.txt"
    path.write_text(_chat(), encoding="utf-8")
    return path


@pytest.fixture
def page(book_view: BookView, settle: Settle) -> ImportPage:
    book_view.show_page("import_messages", {})
    book_view.activateWindow()
    settle()
    page = book_view.current
    assert isinstance(page, ImportPage)
    return page


@pytest.fixture
def choosing(page: ImportPage, chat: Path, settle: Settle) -> ImportPage:
    """The page at its third step."""
    page.take_files([chat])
    settle()
    page.foot.next.click()
    settle()
    assert page.step == CHOOSE
    return page


def _search(page: ImportPage, words: str, qtbot: QtBot) -> None:
    page.choose.search.setText(words)
    qtbot.waitUntil(lambda: page.choose.is_settled and not page.desk.jobs.busy)


def _texts(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(Text) if one.isVisibleTo(widget)]


def _entries(do: Do) -> list[Any]:
    return do(lambda vault: vault.entries.full(EntryFilter(), 0, 100))


def _lines(count: int) -> list[Line]:
    start = datetime(2025, 1, 1)
    return [
        Line(
            at,
            0,
            "Dale" if at % 3 else "Robin",
            at % 3 == 0,
            (start + timedelta(minutes=13 * at)).isoformat(timespec="seconds"),
            "the tram again" if at % 1000 == 500 else f"words number {at}",
            (),
        )
        for at in range(count)
    ]


def test_a_file_is_looked_at_and_its_dates_are_said_in_words(
    page: ImportPage, chat: Path, settle: Settle
) -> None:
    page.take_files([chat])
    settle()
    assert page.step == CHECK
    said = _texts(page.check)
    assert "48 messages, 20 Nov 2026 to 25 Nov 2026" in said
    assert "Some dates can only be read this way." in said
    assert not any("2026-11" in words for words in said)


def test_messages_become_entries_and_can_be_seen(
    choosing: ImportPage, book_view: BookView, do: Do, settle: Settle, qtbot: QtBot
) -> None:
    page = choosing
    assert page.foot.next.text() == "Keep all, choose none"
    _search(page, "TRAM", qtbot)
    assert page.choose._matches.text() == "1 match. The whole chat is shown around it."
    page.foot.all.click()
    assert page.foot.next.text() == "Add 1 message"
    assert "Mon 23 Nov, 19:03" in _texts(page.choose)
    page.foot.next.click()
    settle()
    assert page.step == ADD
    assert page.done.head.text() == "48 messages kept, 1 entry written"
    (entry,) = _entries(do)
    assert len(entry.what.messages) == 3  # one before and one after for context
    assert entry.what.title == "3 messages, Robin, Dale"
    assert "19:03 Dale: I saw you at the tram stop" in entry.what.text
    page.done.see.click()
    assert book_view.current is not None
    assert book_view.current.page_id == "timeline"


def test_an_import_is_undone_with_its_entries(choosing: ImportPage, do: Do, settle: Settle) -> None:
    page = choosing
    page.choose.picker.press(0)  # the whole first day
    page.foot.next.click()
    settle()
    assert len(_entries(do)) == 1
    page.done.undo.click()
    settle()
    assert page.step == FILE
    assert _entries(do) == []
    assert do(lambda vault: vault.messages.count()) == 0


def test_a_chat_that_was_added_is_let_go_of(
    choosing: ImportPage, settle: Settle, book_view: BookView
) -> None:
    page = choosing
    assert page.importing.file.examined is not None
    assert page.importing.file.examined.found.read_again is not None
    book_view.show_page("timeline", {})
    assert page.importing.file.examined.found.read_again is None, "what makes it quick takes room"
    book_view.show_page("import_messages", {})
    assert page.step == CHOOSE
    page.choose.picker.press(0)
    page.foot.next.click()
    settle()
    assert page.step == ADD
    assert page.done.head.text().endswith("1 entry written")
    assert page.choose.picker.total == 0
    assert page.importing.file.read is None


def test_a_stopped_undo_leaves_the_import_and_can_be_pressed_again(
    choosing: ImportPage, do: Do, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = choosing
    page.choose.picker.press(0)
    page.foot.next.click()
    settle()
    kept = do(lambda vault: vault.messages.count())
    pressed = threading.Event()
    whole = choose_messages.undo_with_entries

    def until_stopped(*arguments: Any, progress: Progress) -> None:
        assert pressed.wait(240)
        whole(*arguments, progress)

    monkeypatch.setattr(choose_messages, "undo_with_entries", until_stopped)
    page.done.undo.click()
    page.notices.busy._stop.click()
    pressed.set()
    settle()
    assert page.step == ADD
    assert page.done.undo.isEnabled()
    toast: Any = page.window()._toast  # type: ignore[attr-defined]  # the window is the book's view
    assert toast._text.text() == "Stopped. The import stays as it was."
    assert do(lambda vault: vault.messages.count()) == kept
    assert len(_entries(do)) == 1
    monkeypatch.undo()
    page.done.undo.click()
    settle()
    assert do(lambda vault: vault.messages.count()) == 0


def test_an_entry_that_was_changed_since_stays_when_the_import_is_undone(
    choosing: ImportPage, do: Do, settle: Settle
) -> None:
    page = choosing
    page.choose.picker.press(0)
    page.foot.next.click()
    settle()
    (entry,) = _entries(do)
    do(lambda vault: vault.entries.edit(entry.id, replace(entry.what, text="My own words.")))
    page.done.undo.click()
    settle()
    assert [one.what.text for one in _entries(do)] == ["My own words."]


def test_the_same_file_again_is_said_and_adds_nothing(
    choosing: ImportPage, chat: Path, do: Do, settle: Settle
) -> None:
    page = choosing
    page.foot.next.click()
    settle()
    page.done.another.click()
    page.take_files([chat])
    settle()
    assert any(words.startswith("This file is already in this book") for words in _texts(page))
    page.foot.next.click()
    settle()
    page.choose.picker.press(0)
    page.foot.next.click()
    settle()
    assert page.done.head.text() == (
        "All of these messages are already in this book, 1 entry written"
    )
    assert not page.done.undo.isVisible()
    assert do(lambda vault: vault.messages.count()) == 48
    assert len(_entries(do)) == 1


def test_going_back_keeps_answers_and_ticks(choosing: ImportPage, settle: Settle) -> None:
    page = choosing
    page.choose.picker.press(0)
    page.foot.back.click()
    assert page.step == CHECK
    page.foot.next.click()
    settle()
    assert page.choose.picker.choice.count == 8
    page.foot.back.click()
    assert page.check._me is not None
    page.check._me.setCurrentIndex(page.check._me.findData("Robin"))
    page.foot.next.click()
    settle()
    assert page.choose.picker.choice.count == 8
    assert page.choose.picker.choice.lines.lines[0].is_me
    assert any("You are “Robin” in this chat" in words for words in _texts(page.facts))


def test_a_step_is_laid_out_in_one_turn_of_the_loop_and_painted_in_the_next(
    choosing: ImportPage, qtbot: QtBot
) -> None:
    """What comes in between is answered in between; the step before stands until then."""
    qtbot.waitUntil(choosing._stack.updatesEnabled)
    choosing.foot.back.click()
    assert not choosing._stack.updatesEnabled()
    qtbot.waitUntil(choosing._stack.updatesEnabled)
    assert choosing.step == CHECK


def test_facts_are_those_of_the_messages_shown_when_another_reading_was_stopped(
    choosing: ImportPage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_arguments: object) -> None:
        raise Cancelled

    choosing.foot.back.click()
    settle()
    given = choosing.check.answers()
    choosing.check.give(replace(given, me="Robin"))
    with monkeypatch.context() as patched:
        patched.setattr(choose_messages, "read_lines", stop)
        choosing.foot.next.click()
        settle()
    assert choosing.step == CHECK
    choosing.check.give(given)
    choosing.foot.next.click()
    settle()
    assert choosing.step == CHOOSE
    assert not any("You are “Robin”" in words for words in _texts(choosing.facts))


def test_the_arrow_before_the_title_leads_back_step_by_step(
    choosing: ImportPage, book_view: BookView, settle: Settle
) -> None:
    page = choosing
    assert book_view.bar._back.isVisible()
    book_view.bar._back.click()
    assert page.step == CHECK
    book_view.go_back()
    settle()
    assert page.step == FILE
    book_view.bar._back.click()
    settle()
    assert book_view.current is not None
    assert book_view.current.page_id == "messages"


def test_the_step_is_said_in_full_where_the_text_is_large(
    choosing: ImportPage, book_view: BookView, settle: Settle
) -> None:
    book_view.resize(1280, 800)
    look().use(scale=2.0)
    settle()
    status = book_view.bar._status
    assert choosing.status() == "Step 3 of 4: Choose"
    assert status.width() >= status.sizeHint().width()


def test_back_waits_while_the_messages_are_read(
    page: ImportPage, book_view: BookView, chat: Path, settle: Settle
) -> None:
    page.take_files([chat])
    settle()
    page.foot.next.click()
    book_view.go_back()
    assert not page.foot.back.isEnabled()
    settle()
    assert page.step == CHOOSE
    assert page.foot.back.isEnabled()


def test_no_gap_is_kept_for_the_count_of_matches(choosing: ImportPage, qtbot: QtBot) -> None:
    choose = choosing.choose
    assert not choose._matches.isVisible()
    _search(choosing, "tram", qtbot)
    assert choose._matches.isVisible()
    _search(choosing, "", qtbot)
    assert not choose._matches.isVisible()


def test_a_zone_that_was_only_left_as_it_stood_is_kept_as_a_guess(
    page: ImportPage, chat: Path, settle: Settle
) -> None:
    page.take_files([chat])
    settle()
    assert page.check._zone is not None
    assert page.check.answers().basis == {"zone": "device_guess"}
    page.check._zone.setCurrentIndex(page.check._zone.findData("Asia/Tokyo"))
    assert page.check.answers().zone == "Asia/Tokyo"
    assert page.check.answers().basis == {}
    page.check._zone.setCurrentIndex(0)
    assert page.check.answers().zone == ""


def test_dates_that_can_be_read_two_ways_must_be_answered(
    page: ImportPage, tmp_path: Path, settle: Settle, do: Do
) -> None:
    chat = tmp_path / "WhatsApp Chat with Dale.txt"
    chat.write_text("03/04/2026, 19:02 - Dale: Hello\n03/04/2026, 19:03 - Robin: Stop\n")
    page.take_files([chat])
    settle()
    assert not page.foot.next.isEnabled()
    radio = next(one for one in page.check.findChildren(Radio) if one.text() == "Day, month, year")
    assert radio.accessibleDescription() == "03/04/2026 is read as Friday 3 April 2026"
    radio.click()
    assert page.foot.next.isEnabled()
    page.foot.next.click()
    settle()
    page.foot.next.click()
    settle()
    assert do(lambda vault: vault.messages.page()[0].record.local) == "2026-04-03T19:02:00"


def test_something_else_is_named_and_can_go_to_an_entry_instead(
    page: ImportPage, book_view: BookView, tmp_path: Path, settle: Settle
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("just some words")
    page.take_files([note])
    settle()
    assert page.step == FILE
    assert page.notices.banner.isVisible()
    page.notices.instead.click()
    settle()
    settle()
    new_entry: Any = book_view.current
    assert new_entry.page_id == "new_entry"
    assert len(new_entry.files.numbers()) == 1


def test_a_file_that_is_gone_is_one_clear_sentence(
    page: ImportPage, tmp_path: Path, settle: Settle
) -> None:
    page.take_files([tmp_path / "gone.zip"])
    settle()
    assert page.notices.banner.isVisible()
    assert not page.notices.instead.isVisible()
    assert page.notices.isVisible()
    page._start_again()
    assert not page.notices.isVisible()


def test_a_second_file_while_one_is_read_is_refused_in_words(
    page: ImportPage, book_view: BookView, chat: Path, settle: Settle
) -> None:
    page.take_files([chat])
    assert page.take_files([chat])
    assert book_view._toast.isVisible()
    settle()
    assert page.step == CHECK


def test_another_file_takes_the_place_of_one_after_a_question(
    choosing: ImportPage, book_view: BookView, tmp_path: Path, settle: Settle
) -> None:
    page = choosing
    page.choose.picker.press(0)
    other = tmp_path / "WhatsApp Chat with Sam.txt"
    other.write_text(_chat(2), encoding="utf-8")
    page.take_files([other])
    question = book_view.findChild(Dialog)
    assert question is not None
    question.close_with("stay")
    assert page.choose.picker.choice.count == 8
    page.take_files([other])
    book_view.findChildren(Dialog)[-1].close_with("other")
    settle()
    assert page.step == CHECK
    assert any("16 messages" in words for words in _texts(page.check))


@pytest.mark.parametrize("phase", ["look", "read", "add"])
def test_stop_in_any_phase_adds_nothing_and_the_page_goes_on(
    page: ImportPage,
    chat: Path,
    do: Do,
    settle: Settle,
    phase: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module, name = {
        "look": (bring_in_messages, "examine_messages"),
        "read": (choose_messages, "read_lines"),
        "add": (choose_messages, "keep_with_entries"),
    }[phase]
    pressed = threading.Event()
    whole = getattr(module, name)

    def until_stopped(*arguments: object, progress: Progress) -> Any:
        assert pressed.wait(240)
        progress(1, 2)
        return whole(*arguments, progress)

    def read_until_stopped(examined: Any, answers: Any, progress: Progress) -> Any:
        return until_stopped(examined, answers, progress=progress)

    if phase == "look":
        monkeypatch.setattr(module, name, until_stopped)
    page.take_files([chat])
    if phase != "look":
        settle()
        monkeypatch.setattr(module, name, read_until_stopped if phase == "read" else whole)
        page.foot.next.click()
    if phase == "add":
        settle()
        monkeypatch.setattr(module, name, until_stopped)
        page.foot.next.click()
    assert page.notices.busy.isVisible()
    page.notices.busy._stop.click()
    pressed.set()
    settle()
    assert not page.notices.busy.isVisible()
    assert page.step == {"look": FILE, "read": CHECK, "add": CHOOSE}[phase]
    assert do(lambda vault: vault.messages.count()) == 0
    assert do(lambda vault: vault.imports.all()) == []
    assert page.choose.isEnabled()


def test_a_full_disk_is_said_and_the_choice_stays(
    choosing: ImportPage, settle: Settle, do: Do, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise DiskFull("no space")

    monkeypatch.setattr(choose_messages, "keep_messages", full)
    page = choosing
    page.choose.picker.press(0)
    page.foot.next.click()
    settle()
    assert page.step == CHOOSE
    assert page.notices.banner.isVisible()
    assert page.choose.picker.choice.count == 8
    monkeypatch.undo()
    page.foot.next.click()
    settle()
    assert len(_entries(do)) == 1


def test_space_ticks_and_shift_takes_more(choosing: ImportPage) -> None:
    page = choosing
    view, picker = page.choose.view, page.choose.picker
    view.setFocus()
    view.setCurrentIndex(picker.index(1, 0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert picker.choice.count == 1
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert picker.choice.count == 3
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert picker.choice.count == 0
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert picker.choice.count == 48
    page.foot.none.click()
    assert picker.choice.count == 0


def test_words_that_match_nothing_say_so_and_a_new_file_empties_the_search(
    choosing: ImportPage, qtbot: QtBot
) -> None:
    page = choosing
    _search(page, "nowhere to be found", qtbot)
    assert page.choose._matches.text() == "No message matches."
    page.choose.forget()
    assert page.choose.search.text() == ""
    assert not page.choose.search._clear.isVisibleTo(page.choose.search)
    nothing = "There is no message to choose from in this file."
    assert page.choose._matches.text() == nothing


def test_a_click_ticks_a_message_and_opens_a_fold(choosing: ImportPage, qtbot: QtBot) -> None:
    page = choosing
    view, picker = page.choose.view, page.choose.picker
    _search(page, "tram", qtbot)
    kinds = [type(picker.row(at)) for at in range(picker.rowCount())]
    assert kinds[0] is FoldRow
    place = view.visualRect(picker.index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(picker.row(0), MessageRow)
    place = view.visualRect(picker.index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, place.y()))
    assert picker.choice.count == 1


def test_a_row_is_said_with_its_state(choosing: ImportPage) -> None:
    picker = choosing.choose.picker
    picker.press(1)
    index = picker.index(2, 0)
    assert (
        index.data(int(Qt.ItemDataRole.AccessibleTextRole)) == "19:01. Dale. Hello 1. for context"
    )
    assert picker.index(1, 0).data(int(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked


def test_rows_in_sight_have_the_height_that_their_words_need(
    book_view: BookView, qtbot: QtBot
) -> None:
    choose = ImportChoose(book_view.desk)
    qtbot.addWidget(choose)
    choose.resize(900, 600)
    long = Line(1, 0, "Dale", False, "2026-11-20T19:01:00", "many words " * 40, ())
    short = long._replace(order_index=0, text="Hello")
    lines = arranged([short, long])
    choose.show_lines(lines, make_rows(lines, Wanted(), bytes(2)))
    choose.show()
    qtbot.waitUntil(lambda: choose.view.rowHeight(2) > 2 * choose.view.rowHeight(1))
    look().use(scale=1.5)
    before = choose.view.rowHeight(2)
    qtbot.waitUntil(lambda: choose.view.rowHeight(2) != before)
    assert choose.view.rowHeight(2) > 2 * choose.view.rowHeight(1) > 2 * 50


def test_a_hundred_thousand_messages_are_measured_only_where_they_are_seen(
    book_view: BookView, qtbot: QtBot
) -> None:
    choose = ImportChoose(book_view.desk)
    qtbot.addWidget(choose)
    choose.resize(900, 600)
    lines = arranged(_lines(100_000))
    choose.show_lines(lines, make_rows(lines, Wanted(), bytes(100_000)))
    choose.show()
    qtbot.waitExposed(choose)
    choose.view.scrollToBottom()
    choose.view.grab()
    choose.view.scrollToTop()
    choose.view.grab()
    assert 0 < len(choose.view._delegate._heights) < 100
    choose.picker.press(1)
    choose.picker.tick_hits()
    assert choose.picker.choice.count == 100_000
    choose.search.setText("tram")
    qtbot.waitUntil(lambda: choose.is_settled and choose.picker.hit_count == 100)


def test_what_was_imported_is_never_read_as_markup(
    page: ImportPage, tmp_path: Path, settle: Settle
) -> None:
    chat = tmp_path / "WhatsApp Chat with X.txt"
    chat.write_text("20/11/2026, 19:02 - <b>Dale</b>: <img src='file:///etc/passwd'>\n" * 2)
    page.take_files([chat])
    settle()
    page.foot.next.click()
    settle()
    formats = {one.textFormat() for one in page.findChildren(Text)}
    assert formats == {Qt.TextFormat.PlainText}
    picker = page.choose.picker
    row = picker.row(1)
    assert isinstance(row, MessageRow)
    assert row.line.sender == "<b>Dale</b>"


def test_each_step_begins_with_the_cursor_where_it_is_needed(
    page: ImportPage, book_view: BookView, tmp_path: Path, settle: Settle
) -> None:
    """A button that is disabled while work runs loses the focus, which Qt gives to the rail."""
    either = tmp_path / "WhatsApp Chat with Dale.txt"
    either.write_text("03/04/2026, 19:02 - Dale: Hello\n04/05/2026, 19:03 - Robin: No\n", "utf-8")
    page.file.drop.button.setFocus()
    page.take_files([either])
    settle()
    assert book_view.focusWidget() is page.check.findChildren(Radio)[0]
    page.check.findChildren(Radio)[0].setChecked(True)
    page.foot.next.setFocus()
    page.foot.next.click()
    settle()
    assert book_view.focusWidget() is page.choose.view
    page.foot.back.click()
    assert book_view.focusWidget() is page.foot.next
    page.foot.back.click()
    assert book_view.focusWidget() is page.file.drop.button
    page.take_files([tmp_path / "gone.txt"])
    settle()
    assert book_view.focusWidget() is page.file.drop.button, "after a failure too"


def test_the_keys_that_save_lead_on_through_the_steps(
    page: ImportPage, book_view: BookView, chat: Path, settle: Settle
) -> None:
    book_view.press_primary()
    assert page.step == FILE, "there is nothing to go on with"
    page.take_files([chat])
    settle()
    book_view.press_primary()
    settle()
    assert page.step == CHOOSE
    book_view.press_primary()
    settle()
    assert page.step == ADD


def test_work_that_ends_takes_no_cursor_from_another_page(
    page: ImportPage, book_view: BookView, chat: Path, settle: Settle
) -> None:
    page.take_files([chat])
    book_view.show_page("new_entry", {})
    here = book_view.focusWidget()
    settle()
    assert here is not None
    assert book_view.focusWidget() is here


def test_a_chat_or_a_person_of_a_backup_can_be_picked_out(
    page: ImportPage, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    path = tmp_path / "sms.xml"
    records = "".join(
        f'<sms address="+1555010000{at % 3}" date="{1_776_070_000_000 + at}" type="1" body="x" />'
        for at in range(30)
    )
    path.write_text(f"<smses>{records}</smses>", encoding="utf-8")
    page.take_files([path])
    settle()
    page.foot.next.click()
    settle()
    choose = page.choose
    assert choose.chat.isVisibleTo(choose)
    for select, words in ((choose.chat, "All chats"), (choose.who, "From anyone")):
        assert (select.count(), select.currentText()) == (4, words)
        select.setCurrentIndex(2)
        qtbot.waitUntil(lambda: choose.is_settled and not page.desk.jobs.busy)
        assert choose.picker.hit_count == 10
        assert select.currentText() == "+15550100001"
        select.setCurrentIndex(0)
        qtbot.waitUntil(lambda: choose.is_settled and not page.desk.jobs.busy)
        assert choose.picker.hit_count == 30
    page.choose.forget()
    assert choose.chat.count() == 1


def _type_day(page: ImportPage, line: QLineEdit, words: str, qtbot: QtBot) -> None:
    line.setFocus()
    line.clear()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.choose.is_settled and not page.desk.jobs.busy)


def test_messages_of_some_days_are_picked_out(choosing: ImportPage, qtbot: QtBot) -> None:
    choose = choosing.choose
    days, hits = choose.days, lambda: choose.picker.hit_count
    assert (days.button.text(), hits(), days.isVisible()) == ("All dates", 48, False)
    days.button.click()
    assert choose.focusWidget() is days.span.first.line
    _type_day(choosing, days.span.first.line, "22 November 2026", qtbot)
    assert (days.button.text(), hits()) == ("From 22 Nov 2026", 32)
    _type_day(choosing, days.span.last.line, "23 Nov 2026", qtbot)
    assert (days.button.text(), hits()) == ("22 to 23 Nov 2026", 16)
    _search(choosing, "tram", qtbot)
    assert hits() == 1
    _search(choosing, "", qtbot)
    days.button.click()
    assert not days.isVisible()
    assert hits() == 16, "the days stay chosen when their fields are closed"
    days.button.click()
    _type_day(choosing, days.span.first.line, "", qtbot)
    assert (days.button.text(), hits()) == ("To 23 Nov 2026", 32)
    days.all.click()
    qtbot.waitUntil(lambda: choose.is_settled and not choosing.desk.jobs.busy)
    assert (days.button.text(), hits(), days.isVisible()) == ("All dates", 48, False)
    assert choose.focusWidget() is days.button


def test_days_that_cannot_be_read_change_nothing_and_are_said(
    choosing: ImportPage, qtbot: QtBot
) -> None:
    days = choosing.choose.days
    days.button.click()
    _type_day(choosing, days.span.first.line, "22 November 2026", qtbot)
    for line, words, said in (
        (days.span.first.line, "the day before the tram", "Not understood."),
        (days.span.first.line, "22 November 2026", ""),
        (days.span.last.line, "21 November 2026", "This day lies before the first one."),
    ):
        _type_day(choosing, line, words, qtbot)
        assert said in " ".join(_texts(days))
        assert (days.button.text(), choosing.choose.picker.hit_count) == ("From 22 Nov 2026", 32)


def test_another_file_begins_with_all_days(choosing: ImportPage, qtbot: QtBot) -> None:
    days = choosing.choose.days
    days.button.click()
    _type_day(choosing, days.span.first.line, "24 November 2026", qtbot)
    choosing.choose.forget()
    assert (days.button.text(), days.span.first.line.text()) == ("All dates", "")
    assert not days.isVisible()


def test_of_very_many_senders_the_busiest_are_offered_as_the_person(
    page: ImportPage, chat: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_check, "_SENDERS_OFFERED", 2)
    with chat.open("a", encoding="utf-8") as stream:
        stream.writelines(f"30/11/2026, 19:0{at} - Person {at}: once\n" for at in range(5))
    page.take_files([chat])
    settle()
    me = page.check._me
    assert me is not None
    assert [me.itemData(at) for at in range(me.count())] == ["", "Robin", "Dale"]
