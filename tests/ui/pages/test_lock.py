from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from logbook.ui import opening
from logbook.ui.jobs import Job, Jobs
from logbook.ui.opening import Key, Opened
from logbook.ui.pages.lock import LockPage
from logbook.ui.wrong_tries import WrongTries

PASSPHRASE = "quiet lantern orbit saddle mango"


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def lock(
    qtbot: QtBot, jobs: Jobs, closed_book: tuple[Path, str], outcome: Callable[[Job], Any]
) -> Iterator[tuple[LockPage, list[Opened]]]:
    page = LockPage(jobs, closed_book[0], "14:06")
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    opened: list[Opened] = []
    page.opened.connect(opened.append)
    yield page, opened
    for book in opened:
        outcome(jobs.on_vault(book.vault.close))


def test_the_right_passphrase_opens_and_is_forgotten(
    lock: tuple[LockPage, list[Opened]], qtbot: QtBot
) -> None:
    page, opened = lock
    QTest.keyClicks(page.passphrase.edit, PASSPHRASE)
    QTest.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened))
    assert not opened[0].by_recovery
    assert page.passphrase.empty


def test_a_wrong_passphrase_is_said_and_can_be_typed_over(
    lock: tuple[LockPage, list[Opened]], qtbot: QtBot
) -> None:
    page, opened = lock
    page.passphrase.edit.setText("not this one")
    page.unlock()
    assert not page.unlock_button.isEnabled()
    qtbot.waitUntil(page.unlock_button.isEnabled)
    said = page.passphrase.edit.accessibleDescription()
    assert said == "That passphrase does not open this book. Check Caps Lock and try again."
    assert page.passphrase.edit.selectedText() == "not this one"
    QTest.keyClicks(page.passphrase.edit, PASSPHRASE)
    assert page.passphrase.edit.accessibleDescription() == ""
    page.unlock()
    qtbot.waitUntil(lambda: bool(opened))


def test_what_is_said_has_the_room_it_needs(
    lock: tuple[LockPage, list[Opened]], qtbot: QtBot, at_rest: Callable[[QWidget], None]
) -> None:
    page, _ = lock
    page.passphrase.edit.setText("not this one")
    page.unlock()
    qtbot.waitUntil(page.unlock_button.isEnabled)
    at_rest(page)
    words = page.passphrase.edit.accessibleDescription()
    (said,) = [label for label in page.findChildren(QLabel) if label.text() == words]
    assert said.height() >= said.heightForWidth(said.width())
    assert page.passphrase.edit.height() >= page.passphrase.edit.sizeHint().height()


def test_the_third_wrong_try_waits(qtbot: QtBot, jobs: Jobs, closed_book: tuple[Path, str]) -> None:
    clock = Clock()
    page = LockPage(jobs, closed_book[0], "", WrongTries(clock))
    qtbot.addWidget(page)
    page.show()
    page._timer.setInterval(3_600_000)  # its second is over when the test says so
    for attempt in range(3):
        page.passphrase.edit.setText(f"wrong {attempt}")
        page.unlock()
        qtbot.waitUntil(lambda: page.unlock_button.text() != "Opening")
    assert page.unlock_button.text() == "Wait 1 second"
    assert not page.unlock_button.isEnabled()
    assert page._timer.isActive()
    clock.now_s += 1
    page._timer.timeout.emit()
    assert page.unlock_button.isEnabled()
    assert page.unlock_button.text() == "Unlock"
    assert not page._timer.isActive()


def test_the_recovery_key_opens_and_asks_for_a_new_passphrase(
    lock: tuple[LockPage, list[Opened]], qtbot: QtBot, closed_book: tuple[Path, str]
) -> None:
    page, opened = lock
    page.use_recovery()
    assert page.first_focus() is page.code
    page.code.setText(closed_book[1].lower())
    page.unlock()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].by_recovery
    assert page.code.text() == ""


def test_a_mistyped_recovery_key_is_told_from_a_wrong_one(
    lock: tuple[LockPage, list[Opened]], qtbot: QtBot, closed_book: tuple[Path, str]
) -> None:
    page, _ = lock
    page.use_recovery()
    code = closed_book[1]
    page.code.setText(("1" if code[0] != "1" else "2") + code[1:])
    page.unlock()
    qtbot.waitUntil(page.unlock_button.isEnabled)
    assert "read or typed wrongly" in page.code.accessibleDescription()


def test_a_folder_without_a_book_is_said_in_words(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    page = LockPage(jobs, tmp_path)
    qtbot.addWidget(page)
    page.show()
    page.passphrase.edit.setText("anything at all")
    page.unlock()
    qtbot.waitUntil(page.unlock_button.isEnabled)
    assert page.problem.title.text() == "There is no book here"
    assert list(tmp_path.iterdir()) == [], "a failed open writes nothing"


def test_a_book_that_is_open_elsewhere_is_said_in_words(
    lock: tuple[LockPage, list[Opened]],
    qtbot: QtBot,
    jobs: Jobs,
    outcome: Callable[[Job], Any],
    closed_book: tuple[Path, str],
) -> None:
    page, _ = lock
    key = Key(passphrase=bytearray(PASSPHRASE.encode()))
    other = outcome(jobs.on_vault(opening.open_folder, closed_book[0], key))
    page.passphrase.edit.setText(PASSPHRASE)
    page.unlock()
    qtbot.waitUntil(page.unlock_button.isEnabled)
    assert page.problem.title.text() == "This book is open in another window"
    outcome(jobs.on_vault(other.vault.close))


def test_caps_lock_is_noticed_from_what_is_typed(lock: tuple[LockPage, list[Opened]]) -> None:
    page, _ = lock
    noticed: list[bool] = []
    page.passphrase.caps_lock.connect(noticed.append)
    QTest.keyClick(page.passphrase.edit, "A")
    QTest.keyClick(page.passphrase.edit, "a")
    QTest.keyClick(page.passphrase.edit, "B", Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.passphrase.edit, "1")
    assert noticed == [True, False, False]


def test_the_passphrase_can_be_shown_and_pasted(lock: tuple[LockPage, list[Opened]]) -> None:
    page, _ = lock
    edit = page.passphrase.edit
    assert edit.echoMode() == QLineEdit.EchoMode.Password
    page.passphrase.show_button.click()
    assert edit.echoMode() == QLineEdit.EchoMode.Normal
    assert page.passphrase.show_button.accessibleName() == "Hide the passphrase"
    assert not edit.isReadOnly()


def test_the_lock_screen_says_nothing_of_the_book(
    lock: tuple[LockPage, list[Opened]], closed_book: tuple[Path, str]
) -> None:
    page, _ = lock
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert closed_book[0].name not in words
    assert str(closed_book[0]) not in words
    assert "Locked at 14:06" in words


def test_the_wait_outlives_the_screen_and_another_book(
    qtbot: QtBot,
    jobs: Jobs,
    closed_book: tuple[Path, str],
    tmp_path: Path,
) -> None:
    clock = Clock()
    tries = WrongTries(clock)
    for _ in range(4):
        tries.begin(closed_book[0])
        tries.was_wrong(closed_book[0])
    other = LockPage(jobs, tmp_path, "", tries)
    again = LockPage(jobs, closed_book[0], "", tries)
    for page in (other, again):
        qtbot.addWidget(page)
    assert other.unlock_button.isEnabled()
    assert again.unlock_button.text() == "Wait 2 seconds"
    again.passphrase.edit.setText(PASSPHRASE)
    again.unlock()
    assert not jobs.busy, "Enter does not go round the button"
    clock.now_s += 2
    again._timer.timeout.emit()
    again.passphrase.edit.setText("wrong for the fifth time")
    again.unlock()
    qtbot.waitUntil(lambda: again.unlock_button.text() != "Opening")
    assert again.unlock_button.text() == "Wait 4 seconds"


def test_while_a_book_opens_nothing_leads_away_from_it(
    lock: tuple[LockPage, list[Opened]], qtbot: QtBot
) -> None:
    page, opened = lock
    page.passphrase.edit.setText(PASSPHRASE)
    page.unlock()
    assert not page.more.isEnabled()
    qtbot.waitUntil(lambda: bool(opened))
