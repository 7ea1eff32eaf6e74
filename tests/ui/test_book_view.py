"""The shell of an open book, with small pages of our own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logbook.errors import DiskFull
from logbook.ui.book_view import BookView, effective_width
from logbook.ui.desk import Desk, read_settings
from logbook.ui.entry_bringing import parts_of
from logbook.ui.jobs import Job, Jobs
from logbook.ui.main_window import MainWindow
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.style import look
from logbook.ui.watch import InputWatch
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.field import LineEdit
from logbook.ui.widgets.key_cap import KeyCap
from logbook.vault.notices import Notice
from logbook.vault.vault import Vault


class FirstPage(Page):
    page_id: ClassVar[str] = "first"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.searched: list[str] = []
        self.shown: list[dict[str, object]] = []
        self.drafts = 0
        self.edit = LineEdit("Words")
        self.save = Button("Save", Variant.PRIMARY)
        column = QVBoxLayout(self)
        column.addWidget(self.edit)
        column.addStretch(1)

    @classmethod
    def nav(cls) -> NavItem:
        return NavItem("clock-counter-clockwise", "First", 1)

    def title(self) -> str:
        return "First page"

    def search_hint(self) -> str:
        return "Search words"

    def search(self, words: str) -> None:
        self.searched.append(words)

    def primary(self) -> QWidget:
        return self.save

    def focus_target(self) -> QWidget:
        return self.edit

    def on_show(self, **arguments: object) -> None:
        self.shown.append(arguments)

    def keep_draft(self) -> None:
        self.drafts += 1


class ThreePanePage(Page):
    page_id: ClassVar[str] = "three"
    panes_wanted: ClassVar[int] = 3
    has_back: ClassVar[bool] = True

    @classmethod
    def nav(cls) -> NavItem:
        return NavItem("users", "Three", 1, Section.CONTEXT)

    def title(self) -> str:
        return "Three panes"

    def footer(self) -> QWidget:
        if not hasattr(self, "_footer"):
            self._footer = QLabel("At the foot")
        return self._footer


class FilesPage(Page):
    page_id: ClassVar[str] = "new_entry"
    has_back: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.files: list[Path] = []
        self.pictures: list[QImage] = []

    def title(self) -> str:
        return "New entry"

    def on_show(self, **arguments: object) -> None:
        parts = parts_of(arguments)
        if parts is not None:
            self.files += parts.paths
            self.pictures += parts.pictures


KINDS: dict[str, type[Page]] = {
    kind.page_id: kind for kind in (FirstPage, ThreePanePage, FilesPage)
}


@pytest.fixture
def window(
    qtbot: QtBot,
    qapp: QApplication,
    vault: Vault,
    jobs: Jobs,
    activate: Callable[[QWidget], None],
) -> MainWindow:
    made = MainWindow()
    made.finish(InputWatch(qapp))
    qtbot.addWidget(made)
    made.show_book(BookView(vault, jobs, {}, KINDS))
    activate(made)
    book = made.book
    assert book is not None
    book.show_page("first", {})
    return made


@pytest.fixture
def book(window: MainWindow) -> BookView:
    assert window.book is not None
    return window.book


def _page(book: BookView, kind: type[Any]) -> Any:
    page = book.current
    assert isinstance(page, kind)
    return page


def test_a_page_is_built_once_and_asked_to_show_itself(book: BookView) -> None:
    first = _page(book, FirstPage)
    book.show_page("three", {})
    book.show_page("first", {"entry": 7})
    assert book.current is first
    assert first.shown == [{}, {"entry": 7}]


def test_a_page_is_laid_out_in_one_turn_of_the_loop_and_painted_in_the_next(
    book: BookView, qtbot: QtBot
) -> None:
    """What comes in between is answered in between; the page before stands until then."""
    qtbot.waitUntil(book.stack.updatesEnabled)
    book.show_page("three", {})
    assert not book.stack.updatesEnabled()
    book.go_back()
    assert not book.stack.updatesEnabled()
    qtbot.waitUntil(book.stack.updatesEnabled)
    assert _page(book, FirstPage).isVisible()


def test_the_cursor_goes_where_the_page_wants_it(book: BookView) -> None:
    assert QApplication.focusWidget() is _page(book, FirstPage).edit


def test_a_page_without_a_place_for_the_cursor_leaves_it_where_tab_goes_on(
    book: BookView, qtbot: QtBot
) -> None:
    book.show_page("three", {})
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert book.isAncestorOf(QApplication.focusWidget())
    book.go_back()
    assert QApplication.focusWidget() is _page(book, FirstPage).edit


def test_a_page_that_is_not_built_does_not_appear_in_the_rail(book: BookView) -> None:
    labels = [button.text() for button in book.rail.findChildren(type(book.rail.lock_button))]
    assert labels == ["First", "Three", "Lock"]


def test_back_goes_to_the_page_before(book: BookView) -> None:
    book.show_page("three", {})
    book.show_page("new_entry", {})
    book.go_back()
    assert _page(book, ThreePanePage)
    book.go_back()
    assert _page(book, FirstPage)
    book.go_back()
    assert _page(book, FirstPage)


@pytest.mark.parametrize(
    ("width", "page_id", "compact"),
    [
        (1500, "first", False),
        (1500, "three", False),
        (1280, "first", False),
        (1280, "three", True),
        (1000, "first", True),
    ],
)
def test_the_rail_is_compact_where_there_is_no_room(
    window: MainWindow, book: BookView, width: int, page_id: str, *, compact: bool
) -> None:
    window.resize(width, 800)
    book.show_page(page_id, {})
    assert book.rail.compact is compact
    assert book.rail.width() == (68 if compact else 212)


def test_large_text_makes_a_window_narrower() -> None:
    assert effective_width(1280, 1.0) == 1280
    assert effective_width(1280, 2.0) == 753


def test_the_footer_belongs_to_its_page(book: BookView) -> None:
    book.show_page("three", {})
    assert any(
        label.text() == "At the foot" and label.isVisible() for label in book.findChildren(QLabel)
    )
    book.show_page("first", {})
    assert not any(
        label.text() == "At the foot" and label.isVisible() for label in book.findChildren(QLabel)
    )


def test_ctrl_and_a_digit_show_a_page(window: MainWindow, book: BookView) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert _page(book, ThreePanePage)
    QTest.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert _page(book, ThreePanePage)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert _page(book, FirstPage)


def test_ctrl_n_writes_from_anywhere(window: MainWindow, book: BookView) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert _page(book, FilesPage)


def test_ctrl_f_searches_the_page(window: MainWindow, book: BookView) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is book.bar.search
    QTest.keyClicks(book.bar.search, "tram")
    assert _page(book, FirstPage).searched[-1] == "tram"
    QTest.keyClick(book.bar.search, Qt.Key.Key_Escape)
    assert book.bar.search.text() == ""


def test_ctrl_enter_presses_the_primary_button(book: BookView) -> None:
    pressed: list[bool] = []
    page = _page(book, FirstPage)
    page.save.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(page.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [True]
    page.save.setEnabled(False)
    QTest.keyClick(page.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [True]


def test_ctrl_l_asks_to_lock(window: MainWindow) -> None:
    asked: list[bool] = []
    window.lock_asked.connect(lambda: asked.append(True))
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert asked == [True]


def test_the_text_grows_and_shrinks_by_keys(window: MainWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, Qt.Key.Key_Plus, control)
    assert look().scale == 1.15
    QTest.keyClick(window, Qt.Key.Key_Minus, control)
    QTest.keyClick(window, Qt.Key.Key_Minus, control)
    QTest.keyClick(window, Qt.Key.Key_Minus, control)
    assert look().scale == 0.9
    QTest.keyClick(window, Qt.Key.Key_0, control)
    assert look().scale == 1.0


def test_f6_goes_from_pane_to_pane_and_back(window: MainWindow, book: BookView) -> None:
    page = _page(book, FirstPage)
    page.edit.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert book.rail.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert book.bar.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is page.edit
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert book.bar.isAncestorOf(QApplication.focusWidget())


def test_hide_now_is_the_last_stop_of_the_bar(book: BookView) -> None:
    book.bar.search.setFocus()
    stops = []
    for _ in range(3):
        stops.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert stops == [book.bar.search, _page(book, FirstPage).save, book.bar.hide_button]
    assert QApplication.focusWidget() is _page(book, FirstPage).edit


def test_a_question_covers_the_book_and_keeps_keys_and_tab(
    window: MainWindow, book: BookView
) -> None:
    answers: list[str] = []
    dialog = book.desk.ask(
        "Delete this entry for good?",
        "You cannot undo this.",
        ("keep", "Keep it", Variant.SECONDARY),
        ("delete", "Delete for good", Variant.DANGER),
        then=answers.append,
    )
    keep = QApplication.focusWidget()
    assert isinstance(keep, Button)
    assert keep.text() == "Keep it"
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert _page(book, FirstPage), "keys do not reach what is covered"
    QTest.keyClick(keep, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is keep
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert answers == ["keep"]
    assert QApplication.focusWidget() is _page(book, FirstPage).edit, "the focus returns"


@pytest.mark.parametrize("size", [(1280, 800), (960, 640)])
def test_hide_now_stays_in_reach_under_a_question(
    window: MainWindow,
    book: BookView,
    at_rest: Callable[[QWidget], None],
    size: tuple[int, int],
) -> None:
    hidden: list[bool] = []
    book.hide_pressed.connect(lambda: hidden.append(True))
    book.desk.ask("Delete?", "", ("keep", "Keep it", Variant.SECONDARY), then=lambda _key: None)
    window.resize(*size)
    at_rest(window)  # the layout moves the button in an event of its own
    button = book.bar.hide_button
    middle = button.mapTo(window, button.rect().center())
    under_mouse = window.childAt(middle)
    assert under_mouse is button
    QTest.mouseClick(under_mouse, Qt.MouseButton.LeftButton)
    assert hidden == [True]
    beside = button.mapTo(window, QPoint(-20, button.height() // 2))
    assert window.childAt(beside) is not book.bar.search
    assert book.asking


def test_ctrl_z_takes_the_last_event_back_while_its_toast_is_shown(
    window: MainWindow, book: BookView
) -> None:
    undone: list[bool] = []
    book.desk.toast("Entry moved to the bin", lambda: undone.append(True))
    book.rail.setFocus()
    book.bar.hide_button.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]


def test_a_known_failure_is_said_above_the_page_and_can_be_tried_again(book: BookView) -> None:
    again: list[bool] = []
    book.desk.say_problem(DiskFull(), lambda: again.append(True))
    titles = [label.text() for label in book.findChildren(QLabel) if label.isVisible()]
    assert "The disk is full" in titles
    next(b for b in book.findChildren(Button) if b.text() == "Try again" and b.isVisible()).click()
    assert again == [True]


def test_the_search_box_keeps_its_text_size_when_it_gets_a_row_of_its_own(
    window: MainWindow, book: BookView, at_rest: Callable[[QWidget], None]
) -> None:
    window.resize(1280, 800)
    for scale in (2.0, 1.0):
        look().use(scale=scale)
        at_rest(window)  # the layout moves the box in an event of its own
        body, caption = look().font("body").pixelSize(), look().font("caption").pixelSize()
        assert book.bar.search.font().pixelSize() == body
        assert book.bar.search.findChildren(KeyCap)[0].font().pixelSize() == caption


def test_the_buttons_of_a_page_keep_their_text_size_when_it_comes_back(
    window: MainWindow, book: BookView
) -> None:
    window.resize(1280, 800)
    first = _page(book, FirstPage)
    assert isinstance(first, FirstPage)
    look().use(scale=1.5)
    book.go_to_number(2)
    book.go_to_number(1)
    assert first.save.font().pixelSize() == look().font("strong").pixelSize()


def test_what_was_not_right_is_said_and_stays_from_page_to_page(
    book: BookView, vault: Vault, outcome: Callable[[Job], Any]
) -> None:
    vault.notices.append(Notice.NOT_CLOSED)
    outcome(book.desk.on_vault(read_settings))
    book.go_to_number(2)
    titles = [label.text() for label in book.findChildren(QLabel) if label.isVisible()]
    assert "The book was not closed the last time" in titles
    assert "Everything that was saved is here." in titles
    next(
        b for b in book.findChildren(Button) if b.accessibleName() == "Close" and b.isVisible()
    ).click()
    outcome(book.desk.on_vault(read_settings))
    titles = [label.text() for label in book.findChildren(QLabel) if label.isVisible()]
    assert "The book was not closed the last time" not in titles


def test_what_turns_up_later_is_said_with_what_was_there(
    book: BookView, vault: Vault, outcome: Callable[[Job], Any]
) -> None:
    vault.notices.append(Notice.STATE_MISSING)
    outcome(book.desk.on_vault(read_settings))
    vault.notices.append(Notice.RESERVE_USED)
    outcome(book.desk.on_vault(read_settings))
    said = " ".join(label.text() for label in book.findChildren(QLabel) if label.isVisible())
    assert "Good to know about this book" in said
    assert "vault.state was missing" in said
    assert "The disk is full" in said


def test_an_unknown_exception_goes_to_the_bug_window(book: BookView) -> None:
    found: list[BaseException] = []
    book.bug_found.connect(found.append)
    error = ValueError("he wrote this")
    book.desk.say_problem(error)
    assert found == [error]


def test_a_task_gets_the_vault_and_its_result_comes_back(
    book: BookView, vault: Vault, outcome: Callable[[Job], Any]
) -> None:
    results: list[object] = []

    def task(given: Vault, number: int) -> tuple[bool, int]:
        return given is vault, number

    outcome(book.desk.on_vault(task, 7, then=results.append))
    assert results == [(True, 7)]


def test_a_setting_is_kept_inside_the_book(
    book: BookView,
    vault: Vault,
    settle: Callable[[], None],
    jobs: Jobs,
    outcome: Callable[[Job], Any],
) -> None:
    book.desk.keep_setting("text_scale", 1.5)
    settle()
    assert book.desk.setting("text_scale", 1.0) == 1.5
    assert outcome(jobs.on_vault(read_settings, vault)) == {"text_scale": 1.5}


def _drop(paths: list[Path]) -> tuple[QDragEnterEvent, QDropEvent, QMimeData]:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(600, 400), copy, data, left, plain)
    return enter, QDropEvent(QPointF(600, 400), copy, data, left, plain), data


def test_files_dropped_anywhere_go_to_a_new_entry(book: BookView, tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    enter, drop, _data = _drop([photo])
    book.dragEnterEvent(enter)
    assert enter.isAccepted()
    book.dropEvent(drop)
    assert _page(book, FilesPage).files == [photo]


def test_links_to_elsewhere_are_not_files(book: BookView) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/photo.jpg")])
    enter = QDragEnterEvent(
        QPoint(1, 1),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    book.dragEnterEvent(enter)
    assert not _page(book, FirstPage).shown[1:]


def test_a_pasted_picture_goes_to_a_new_entry_and_words_to_the_editor(book: BookView) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("only words")
    assert not book.paste()
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    clipboard.setImage(picture)
    assert book.paste()
    assert len(_page(book, FilesPage).pictures) == 1
    clipboard.clear()


def test_drafts_of_every_page_are_kept_on_leaving(book: BookView) -> None:
    first = _page(book, FirstPage)
    book.show_page("three", {})
    book.keep_drafts()
    assert first.drafts == 1


def test_the_window_never_names_a_page(window: MainWindow, book: BookView) -> None:
    book.show_page("three", {})
    assert window.windowTitle() == "Logbook"


def test_the_idle_line_is_shown_for_the_last_seconds_only(book: BookView) -> None:
    line = next(
        w for w in book.findChildren(QWidget) if w.accessibleName() == "The book locks soon"
    )
    book.show_idle(7)
    assert line.isVisible()
    book.show_idle(11)
    assert not line.isVisible()
