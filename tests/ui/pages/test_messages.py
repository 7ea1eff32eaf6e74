"""The messages page: conversations, threads, what is found, and what is made of messages."""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from logbook.domain.entry import EntryText, Kind
from logbook.domain.ids import ImportId, MessageId
from logbook.domain.message import Answers
from logbook.domain.progress import Progress
from logbook.domain.selection import EntryFilter
from logbook.errors import DatabaseDamaged
from logbook.tasks import bring_in_messages
from logbook.ui.book_view import BookView
from logbook.ui.pages.messages import DETAIL, LIST, THREAD, MessagesPage
from logbook.ui.widgets.text import Text
from logbook.vault.message_threads import MessageThreads
from logbook.vault.vault import Vault

Do = Callable[..., Any]
AtRest = Callable[[QWidget], None]
PRIYA = [
    "21/10/2026, 09:00 - Robin: Good morning",
    "21/10/2026, 10:00 - Priya: Shall I come by tram",
]
CHAT = [
    "09/11/2026, 19:02 - Dale: Hi love how are you",
    "09/11/2026, 19:03 - Dale: Have you calmed down now",
    "09/11/2026, 19:03 - Robin: Do not contact me again.",
    "09/11/2026, 19:05 - Dale: I know which tram you take",
    "12/11/2026, 07:58 - Dale: Saw you at the tram stop.",
    "13/11/2026, 08:20 - Robin: I have saved this. Stop.",
]


def _bring(vault: Vault, folder: Path, name: str, lines: list[str]) -> None:
    chat = folder / f"WhatsApp Chat with {name}.txt"
    chat.write_text("\n".join(lines), encoding="utf-8")
    examined = bring_in_messages.examine_messages(chat)
    bring_in_messages.keep_messages(vault, examined, Answers(zone="Europe/London", me="Robin"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "files"
    made.mkdir()
    return made


@pytest.fixture
def page(book_view: BookView, do: Do, at_rest: AtRest, folder: Path) -> MessagesPage:
    """The page with two chats; that with Dale is open."""
    do(_bring, folder, "Priya", PRIYA)
    do(_bring, folder, "Dale", CHAT)
    return _show(book_view, at_rest)


def _show(book_view: BookView, at_rest: AtRest, **arguments: object) -> MessagesPage:
    book_view.show_page("messages", arguments)
    at_rest(book_view)
    found = book_view.current
    assert isinstance(found, MessagesPage)
    return found


def _texts(page: MessagesPage) -> list[str]:
    model = page.chat.model
    return [row.text for at in range(model.rowCount()) if (row := model.row(at)) is not None]


def _choose(page: MessagesPage, row: int, at_rest: AtRest) -> None:
    page.chat.view.choose(row)
    at_rest(page.window())


def test_an_empty_book_says_how_messages_come_in(book_view: BookView, at_rest: AtRest) -> None:
    page = _show(book_view, at_rest)
    assert page._stack.currentWidget() is page.empty
    assert page.empty.title.text() == "No messages here"
    assert page.focus_target() is page.empty.button
    page.empty.button.click()
    assert book_view.current is not None
    assert book_view.current.page_id == "import_messages"


def test_the_latest_conversation_opens_at_its_newest_message(page: MessagesPage) -> None:
    assert page.left.conversations.rowCount() == 2
    assert page.chat._title.text() == "Dale"
    assert _texts(page)[-1] == "I have saved this. Stop."
    assert page.chat.view.currentIndex().row() == len(CHAT) - 1
    shown = page.pane.message.shown
    assert shown is not None
    assert shown.message.record.text == "I have saved this. Stop."


def test_another_conversation_opens_when_it_is_chosen(page: MessagesPage, at_rest: AtRest) -> None:
    page.left.conversation_view.choose(1)
    at_rest(page.window())
    assert page.chat._title.text() == "Priya"
    assert _texts(page) == ["Good morning", "Shall I come by tram"]


def test_conversations_are_found_by_name(page: MessagesPage, at_rest: AtRest) -> None:
    page.left.finder.name.setText("pri")
    at_rest(page.window())
    assert page.left.conversations.rowCount() == 1
    page.left.finder.name.setText("nobody")
    at_rest(page.window())
    assert page.left.lists.currentWidget() is page.left.no_names
    page.left.finder.name.setText("")
    at_rest(page.window())
    assert page.left.lists.currentWidget() is page.left.conversation_view


def test_rows_are_one_sentence_each_for_screen_readers(page: MessagesPage) -> None:
    view = page.chat.view
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface is not None
    said = interface.child(3).text(QAccessible.Text.Name)
    assert said == "19:05. Dale. I know which tram you take"
    first = interface.child(0).text(QAccessible.Text.Name)
    assert first.startswith("Monday 9 November 2026. 19:02. Dale. Hi love")
    listed = page.left.conversations.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert listed == "Dale. Dale, Robin. 6 messages. last on 13 Nov 2026"


def test_words_find_messages_and_the_thread_stays_whole(
    page: MessagesPage, at_rest: AtRest, book_view: BookView, activate: AtRest
) -> None:
    activate(book_view)
    book_view.bar.search.setText("tram")
    at_rest(book_view)
    assert page.left.lists.currentWidget() is page.left.hit_view
    assert page.left.hits.rowCount() == 3
    assert page.left.finder._count.text() == "3 messages"
    page.left.hit_view.choose(1)
    at_rest(book_view)
    assert page.chat.view.currentIndex().row() == 3
    assert len(_texts(page)) == len(CHAT)
    QTest.keyClick(book_view.bar.search, Qt.Key.Key_F3)
    at_rest(book_view)
    assert page.chat._title.text() == "Priya"
    QTest.keyClick(page.left.hit_view, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    at_rest(book_view)
    assert page.chat._title.text() == "Dale"
    page.left.finder.scope.choose(value=True)
    at_rest(book_view)
    assert page.left.hits.rowCount() == 2
    page.left.finder.stop.click()
    at_rest(book_view)
    assert book_view.bar.search.text() == ""
    assert page.left.lists.currentWidget() is page.left.conversation_view


def test_nothing_found_says_so(page: MessagesPage, at_rest: AtRest, book_view: BookView) -> None:
    book_view.bar.search.setText("bicycle")
    at_rest(book_view)
    assert page.left.lists.currentWidget() is page.left.no_hits
    assert not page.left.finder.next.isEnabled()


def test_sender_days_and_kind_cut_what_is_found(
    page: MessagesPage, at_rest: AtRest, do: Do
) -> None:
    finder = page.left.finder
    finder.button.click()
    finder.who.setCurrentIndex(1)
    at_rest(page.window())
    assert page.left.hits.rowCount() == 3
    finder.who.setCurrentIndex(0)
    finder.span.first.line.setText("12 Nov 2026")
    finder.span.last.line.setText("12 Nov 2026")
    finder._read_days()
    at_rest(page.window())
    assert page.left.hits.rowCount() == 1
    finder.clear()
    row = page.chat.model.row(3)
    assert row is not None
    do(lambda vault: vault.message_kinds.give([row.id], Kind.THREAT))
    finder.kind.setCurrentIndex(finder.kind.findData("threat"))
    at_rest(page.window())
    assert page.left.hits.rowCount() == 1
    assert not finder.panel.isVisible()


def test_keys_move_tick_and_choose_all(page: MessagesPage, at_rest: AtRest) -> None:
    view, ticked = page.chat.view, page.chat.model.ticked
    view.choose(1)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert ticked.ranges == [(1, 1)]
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert ticked.ranges == [(1, 3)]
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert ticked.ranges == [(1, 2)]
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == len(CHAT) - 1
    assert ticked.ranges == [(1, 2)]
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(ticked) == len(CHAT)
    at_rest(page.window())
    assert page.chat.bar._count.text() == "6 messages chosen"
    page.chat.bar.clear.click()
    assert not ticked


def test_the_mouse_ticks_boxes_and_runs(page: MessagesPage, at_rest: AtRest) -> None:
    view, ticked = page.chat.view, page.chat.model.ticked
    at_rest(page.window())

    def press(row: int, x: int, held: Qt.KeyboardModifier) -> None:
        where = view.visualRect(page.chat.model.index(row, 0))
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, held, QPoint(x, where.bottom() - 12)
        )

    press(1, 200, Qt.KeyboardModifier.NoModifier)
    assert not ticked
    assert view.currentIndex().row() == 1
    press(1, 12, Qt.KeyboardModifier.NoModifier)
    press(3, 200, Qt.KeyboardModifier.ShiftModifier)
    assert ticked.ranges == [(1, 3)]
    press(2, 200, Qt.KeyboardModifier.ControlModifier)
    assert ticked.ranges == [(1, 1), (3, 3)]


def test_chosen_messages_go_to_a_new_entry_and_back(
    page: MessagesPage, at_rest: AtRest, book_view: BookView, do: Do
) -> None:
    page.chat.model.tick(1, 3, on=True)
    page.chat.bar.make.click()
    at_rest(book_view)
    entry: Any = book_view.current
    assert entry.page_id == "new_entry"
    assert len(entry.messages.numbers()) == 3
    entry.text.setPlainText("He wrote again.")
    entry.save()
    at_rest(book_view)
    page = _show(book_view, at_rest)
    row = page.chat.model.row(2)
    assert row is not None
    assert row.entries == 1
    entries = do(lambda vault: vault.entries.full(EntryFilter(), 0, 9))
    assert len(entries[0].what.messages) == 3


def test_messages_are_added_to_an_entry_and_taken_out_again(
    page: MessagesPage, at_rest: AtRest, book_view: BookView, do: Do
) -> None:
    entry = do(lambda vault: vault.entries.add(EntryText("He wrote to my work number."))).id
    do(lambda vault: vault.entries.add(EntryText("Something else.")))
    page.chat.model.tick(0, 1, on=True)
    page.chat.bar.add.click()
    at_rest(book_view)
    dialog: Any = next(one for one in book_view.findChildren(QWidget) if hasattr(one, "take"))
    dialog.search.setText("work number")
    at_rest(book_view)
    dialog.take.click()
    at_rest(book_view)
    linked = lambda: do(lambda vault: vault.entries.get(entry)).what.messages  # noqa: E731
    assert len(linked()) == 2
    assert not page.chat.model.ticked
    assert book_view.undo_toast()
    at_rest(book_view)
    assert linked() == ()
    _choose(page, 3, at_rest)
    page.acts._link([page.pane.message.shown.message.id], entry)  # type: ignore[union-attr] # shown
    at_rest(book_view)
    shown = page.pane.message.shown
    assert shown is not None
    assert [one.id for one in shown.entries] == [entry]
    page.pane.message.unlink_pressed.emit(entry)
    at_rest(book_view)
    assert linked() == ()
    assert book_view.undo_toast()
    at_rest(book_view)
    assert len(linked()) == 1


def test_a_kind_is_given_shown_and_taken_back(
    page: MessagesPage, at_rest: AtRest, book_view: BookView
) -> None:
    page.chat.model.tick(3, 4, on=True)
    page.chat.bar.kinds.actions()[8].trigger()
    at_rest(book_view)
    kinds = [page.chat.model.row(at).given for at in range(len(CHAT))]  # type: ignore[union-attr] # all are read
    assert kinds.count(Kind.THREAT) == 2
    assert kinds[3] is kinds[4] is Kind.THREAT
    assert book_view.undo_toast()
    at_rest(book_view)
    assert all(page.chat.model.row(at).given is Kind.NONE for at in range(len(CHAT)))  # type: ignore[union-attr] # as above


def test_too_many_messages_are_refused_in_words(
    page: MessagesPage, at_rest: AtRest, book_view: BookView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("logbook.tasks.link_messages.MOST", 2)
    page.chat.model.tick(0, 4, on=True)
    page.chat.bar.make.click()
    at_rest(book_view)
    assert book_view.current is page
    assert "no more than 2 messages" in book_view._toast.accessibleName()


def test_the_original_is_shown_as_it_stands_in_the_file(
    page: MessagesPage, at_rest: AtRest
) -> None:
    _choose(page, 3, at_rest)
    shown = page.pane.message.shown
    assert shown is not None
    page.pane.message.original_pressed.emit(shown.places[0].witness)
    said = [part.text() for part in page.pane.findChildren(QWidget) if hasattr(part, "text")]
    at_rest(page.window())
    buttons = [one for one in page.pane.findChildren(QWidget) if hasattr(one, "click")]
    show = next(one for one in buttons if one.text() == "Show the original")
    show.click()
    at_rest(page.window())
    after = [part.text() for part in page.pane.findChildren(QWidget) if hasattr(part, "text")]
    assert CHAT[3] in after
    assert CHAT[3] not in said


def test_an_original_that_comes_late_is_not_shown_below_another_message(
    page: MessagesPage, at_rest: AtRest
) -> None:
    _choose(page, 3, at_rest)
    before = page.pane.message.shown
    assert before is not None
    asked_before = before.places[0].witness
    _choose(page, 2, at_rest)
    now = page.pane.message.shown
    assert now is not None
    for witness in (asked_before, now.places[0].witness, asked_before):
        page.pane.message.original_pressed.emit(witness)
    at_rest(page.window())
    said = [part.text() for part in page.pane.findChildren(QWidget) if hasattr(part, "text")]
    assert CHAT[2] in said
    assert CHAT[3] not in said


def test_an_import_is_undone_after_a_question(
    page: MessagesPage, at_rest: AtRest, book_view: BookView, do: Do
) -> None:
    page.pane.side.choose(value=True)
    at_rest(book_view)
    undo = next(
        one
        for one in page.pane.about.findChildren(QWidget)
        if hasattr(one, "click") and one.text() == "Undo import"
    )
    undo.click()
    dialog: Any = next(one for one in book_view.findChildren(QWidget) if hasattr(one, "answered"))
    dialog.close_with("undo")
    at_rest(book_view)
    assert do(lambda vault: len(vault.imports.all())) == 1
    assert page.left.conversations.rowCount() == 1
    assert page.chat._title.text() == "Priya"


def test_a_message_can_be_asked_for_and_the_place_leads_back(
    page: MessagesPage, at_rest: AtRest, book_view: BookView
) -> None:
    row = page.chat.model.row(2)
    assert row is not None
    book_view.show_page("timeline", {})
    at_rest(book_view)
    page = _show(book_view, at_rest, message=int(row.id))
    assert page.chat.view.currentIndex().row() == 2
    assert page.place() == {"message": int(row.id)}
    gone = _show(book_view, at_rest, message=int(MessageId(999)))
    assert gone is page


def test_a_narrow_window_shows_one_pane_at_a_time(
    page: MessagesPage, at_rest: AtRest, book_view: BookView, qtbot: QtBot
) -> None:
    del qtbot
    book_view.resize(960, 640)
    at_rest(book_view)
    assert page._level == LIST
    assert page.left.conversation_view.isVisible()
    assert not page.chat.isVisible()
    page._list_pressed()
    assert page._level == THREAD
    assert page.chat.isVisible()
    assert page.can_go_back()
    QTest.keyClick(page.chat.view, Qt.Key.Key_Return)
    assert page._level == DETAIL
    assert page.pane.isVisible()
    book_view.go_back()
    book_view.go_back()
    assert page._level == LIST
    assert not page.can_go_back()


def test_words_brought_along_from_another_look_leave_the_box_when_they_are_cleared(
    page: MessagesPage, at_rest: AtRest, book_view: BookView, qtbot: QtBot
) -> None:
    book_view.bar.search.setText("tram")
    page.search("tram")
    at_rest(book_view)
    again = BookView(book_view.vault, book_view.desk.jobs)
    qtbot.addWidget(again)
    again.show()
    again.stand_at(book_view.stand())
    at_rest(again)
    anew = again.current
    assert isinstance(anew, MessagesPage)
    assert again.bar.search.text() == "tram"
    anew.left.finder.clear()
    at_rest(again)
    assert again.bar.search.text() == ""


def test_locking_in_the_middle_keeps_nothing_running(
    page: MessagesPage, book_view: BookView
) -> None:
    page.search("tram")
    page.left.finder.name.setText("dale")
    book_view.hide()
    assert not page.finding.later.isActive()
    assert not page.left.finder._name_later.isActive()


def test_steps_are_taken_back_and_done_again_by_name(
    page: MessagesPage, at_rest: AtRest, book_view: BookView
) -> None:
    page.acts.give_kind(Kind.GIFT, page.chat.current())
    at_rest(book_view)
    last = len(CHAT) - 1

    def given() -> Kind:
        row = page.chat.model.row(last)
        assert row is not None
        at_rest(book_view)
        row = page.chat.model.row(last)
        assert row is not None
        return row.given

    assert given() is Kind.GIFT
    assert book_view.desk.undo()
    at_rest(book_view)
    assert given() is Kind.NONE
    assert book_view.desk.redo()
    at_rest(book_view)
    assert given() is Kind.GIFT


def test_escape_goes_back_from_pane_to_pane(
    page: MessagesPage, at_rest: AtRest, book_view: BookView, activate: AtRest
) -> None:
    activate(book_view)
    page.left.conversation_view.setFocus()
    QTest.keyClick(page.left.conversation_view, Qt.Key.Key_Return)
    assert page.chat.view.hasFocus()
    QTest.keyClick(page.chat.view, Qt.Key.Key_Return)
    at_rest(book_view)
    assert page.pane.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.chat.view.hasFocus()
    QTest.keyClick(page.chat.view, Qt.Key.Key_Escape)
    assert page.left.conversation_view.hasFocus()


def test_what_came_in_elsewhere_is_shown_and_the_message_stays_chosen(
    page: MessagesPage, at_rest: AtRest, book_view: BookView, do: Do, folder: Path
) -> None:
    _choose(page, 2, at_rest)
    do(_bring, folder, "Dale", [*CHAT, "14/11/2026, 09:00 - Dale: One more"])
    book_view.desk.changed.emit("messages")
    at_rest(book_view)
    assert page.chat.model.rowCount() == len(CHAT) + 1
    assert page.chat.view.currentIndex().row() == 2


def test_a_conversation_that_cannot_be_read_says_so_and_the_others_stay(
    page: MessagesPage, at_rest: AtRest, book_view: BookView, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_what: object) -> None:
        raise DatabaseDamaged("a page", where="message")

    monkeypatch.setattr(MessageThreads, "marks", broken)
    page.left.conversation_view.choose(1)
    at_rest(book_view)
    assert book_view._problem.isVisible()
    assert page.chat._title.text() == "Dale"
    monkeypatch.undo()
    page.left.conversation_view.choose(0)
    page.left.conversation_view.choose(1)
    at_rest(book_view)
    assert page.chat._title.text() == "Priya"


def test_one_message_alone_is_a_whole_conversation(
    book_view: BookView, do: Do, at_rest: AtRest, folder: Path
) -> None:
    do(_bring, folder, "Sam", ["23/11/2026, 09:00 - Robin: Hello"])
    page = _show(book_view, at_rest)
    assert page.chat.model.rowCount() == 1
    assert page.chat.view.verticalScrollBar().maximum() == 0
    assert page.chat._line.text() == "1 message, 23 Nov 2026"


def test_after_an_import_without_entries_the_way_leads_here(
    book_view: BookView, at_rest: AtRest, folder: Path
) -> None:
    chat = folder / "WhatsApp Chat with Dale.txt"
    chat.write_text("\n".join(CHAT), encoding="utf-8")
    book_view.show_page("import_messages", {})
    importing: Any = book_view.current
    importing.take_files([chat])
    at_rest(book_view)
    for _step in range(2):
        importing.foot.next.click()
        at_rest(book_view)
    importing.done.see.click()
    at_rest(book_view)
    assert book_view.current is not None
    assert book_view.current.page_id == "messages"
    assert book_view.current.chat._title.text() == "Dale"  # type: ignore[attr-defined] # the page


def test_a_picture_in_a_chat_is_seen_and_opens(
    book_view: BookView, do: Do, at_rest: AtRest, folder: Path
) -> None:
    Image.new("RGB", (80, 60), "teal").save(folder / "photo.jpg")
    chat = folder / "WhatsApp Chat with Dale.zip"
    lines = [*CHAT, "14/11/2026, 08:20 - Dale: photo.jpg (file attached)"]
    with zipfile.ZipFile(chat, "w") as packed:
        packed.writestr("WhatsApp Chat with Dale.txt", "\n".join(lines))
        packed.write(folder / "photo.jpg", "photo.jpg")
    examined = bring_in_messages.examine_messages(chat)
    answers = Answers(zone="Europe/London", me="Robin")
    do(lambda vault: bring_in_messages.keep_messages(vault, examined, answers))
    page = _show(book_view, at_rest)
    book_view.grab()
    at_rest(book_view)
    row = page.chat.current()
    assert row is not None
    (file,) = row.files
    assert file.evidence is not None
    picture = page.chat.pictures.of(file.evidence)
    assert picture is not None
    assert picture.toImage().pixelColor(20, 20).green() > 100
    page.chat.view.file_pressed.emit(row, 0)
    at_rest(book_view)
    assert book_view.current is not None
    assert book_view.current.page_id == "viewer"


def test_what_an_entry_uses_stays_when_its_import_is_undone(
    page: MessagesPage, at_rest: AtRest, book_view: BookView, do: Do
) -> None:
    row = page.chat.model.row(3)
    assert row is not None
    do(lambda vault: vault.entries.add(EntryText("He wrote.", messages=(row.id,))))
    source = do(lambda vault: vault.imports.all()[-1])
    page.acts._undo_import(source)
    at_rest(book_view)
    assert page.chat._title.text() == "Dale"
    assert _texts(page) == ["I know which tram you take"]
    page.pane.side.choose(value=True)
    at_rest(book_view)
    said = [part.text() for part in page.pane.about.findChildren(Text) if part.isVisible()]
    assert "The import was undone" in said
    page.pane.side.choose(value=False)
    at_rest(book_view)
    shown = page.pane.message.shown
    assert shown is not None
    assert shown.places[0].file is not None


def test_a_search_that_was_overtaken_or_cleared_says_nothing_any_more(
    page: MessagesPage, at_rest: AtRest
) -> None:
    finder = page.left.finder
    finder.use_words("tram")
    finder.use_words("bicycle")
    finder.use_words("saved")
    at_rest(page.window())
    assert finder._count.text() == "1 message"
    finder.use_words("tram")
    finder.clear()
    at_rest(page.window())
    assert not finder.found.isVisible()
    assert page.left.lists.currentWidget() is page.left.conversation_view


def test_all_that_match_are_ticked_while_something_is_looked_for(
    page: MessagesPage, at_rest: AtRest
) -> None:
    view, ticked = page.chat.view, page.chat.model.ticked
    page.search("tram")
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)  # before it is found
    at_rest(page.window())
    assert ticked.ranges == [(3, 4)]
    page.chat.model.untick()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    at_rest(page.window())
    assert ticked.ranges == [(3, 4)]
    page.search("")
    at_rest(page.window())
    assert ticked.ranges == [(3, 4)]
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(ticked) == len(CHAT)


def test_other_words_take_back_the_wish_to_tick_what_is_found(
    page: MessagesPage, at_rest: AtRest
) -> None:
    page.search("tram")
    QTest.keyClick(page.chat.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    page.search("calmed")
    at_rest(page.window())
    assert not page.chat.model.ticked


def test_what_is_ticked_stays_while_a_file_is_looked_at(
    page: MessagesPage, at_rest: AtRest, book_view: BookView
) -> None:
    page.chat.model.tick(1, 3, on=True)
    place = page.place()
    book_view.show_page("timeline", {})
    at_rest(book_view)
    page = _show(book_view, at_rest, **place)
    assert page.chat.model.ticked.ranges == [(1, 3)]


def test_the_messages_of_an_entry_are_shown_as_a_run(
    page: MessagesPage, at_rest: AtRest, book_view: BookView, do: Do
) -> None:
    rows = [page.chat.model.row(at) for at in (1, 2, 3, 5)]
    linked = [row.id for row in rows if row is not None]
    entry = do(lambda vault: vault.entries.add(EntryText("They wrote.", messages=tuple(linked))))
    page.left.conversation_view.choose(1)
    at_rest(book_view)
    assert page.chat._title.text() == "Priya"
    book_view.show_page("timeline", {"entry": int(entry.id)})
    at_rest(book_view)
    timeline: Any = book_view.current
    timeline.detail.messages_pressed.emit()
    at_rest(book_view)
    assert page.chat._title.text() == "Dale"
    assert page.chat.model.ticked.ranges == [(1, 3), (5, 5)]
    assert page.chat.view.currentIndex().row() == 1
    assert page.chat.bar._count.text() == "4 messages chosen"


def test_messages_of_an_entry_in_other_chats_are_told_of(
    page: MessagesPage, at_rest: AtRest, book_view: BookView, do: Do
) -> None:
    everything = do(lambda vault: [int(one.id) for one in vault.messages.page()])
    first = page.chat.model.row(0)
    assert first is not None
    _show(book_view, at_rest, message=int(first.id), linked=everything)
    assert len(page.chat.model.ticked) == len(CHAT)
    toast: Any = book_view._toast
    assert "2 more messages of this entry are not in this chat" in toast._text.text()


def test_undoing_an_import_shows_how_far_it_is_and_can_be_stopped(
    page: MessagesPage,
    at_rest: AtRest,
    book_view: BookView,
    do: Do,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pressed = threading.Event()
    whole = bring_in_messages.undo_import

    def until_stopped(vault: Vault, import_id: ImportId, progress: Progress) -> object:
        assert pressed.wait(240)
        return whole(vault, import_id, progress)

    monkeypatch.setattr(bring_in_messages, "undo_import", until_stopped)
    page.pane.message.setFocus()
    source = do(lambda vault: vault.imports.all()[-1])
    page.acts._undo_import(source)
    assert page.work.isVisible()
    assert page.chat.view.isEnabled()
    page.acts._undo_import(source)
    toast: Any = book_view._toast
    assert toast._text.text() == "Another import is being taken out"
    page.work.row._stop.setFocus()
    page.work.row._stop.click()
    pressed.set()
    at_rest(book_view)
    assert not page.work.isVisible()
    assert toast._text.text() == "Stopped. The import stays as it was."
    assert do(lambda vault: len(vault.imports.all())) == 2
    assert _texts(page)[0] == "Hi love how are you"
    assert page.isAncestorOf(page.window().focusWidget())
    monkeypatch.undo()
    page.acts._undo_import(source)
    at_rest(book_view)
    assert not page.work.isVisible()
    assert do(lambda vault: len(vault.imports.all())) == 1
