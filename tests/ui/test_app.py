"""The program from the lock screen to an open book and back, without leaving this process."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from logbook import i18n
from logbook.ui import app as door
from logbook.ui import places
from logbook.ui.app import Program
from logbook.ui.dialogs.bug_window import BugWindow
from logbook.ui.dialogs.new_passphrase import NewPassphraseDialog
from logbook.ui.jobs import Job
from logbook.ui.opening import Key, Opened, open_folder
from logbook.ui.pages.first_run import FirstRunPage
from logbook.ui.pages.lock import LockPage
from logbook.ui.pages.restore import RestorePage
from logbook.ui.relaunch import Handover
from logbook.ui.widgets.button import Button
from logbook.vault.keys import CHEAPEST_COST
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

PASSPHRASE = "quiet lantern orbit saddle mango"
NEW_PASSPHRASE = "copper window eleven harbor sleeve"


def _create(folder: Path, secret: Secret) -> tuple[Vault, str]:
    return Vault.create(folder, secret, cost=CHEAPEST_COST)


@pytest.fixture
def ends() -> list[Any]:
    """What came after leaving: "end", or the handover to the next process."""
    return []


@pytest.fixture
def program(start_program: Callable[..., Program], ends: list[Any]) -> Program:
    return start_program(ends)


@pytest.fixture
def opened(
    program: Program, qtbot: QtBot, closed_book: tuple[Path, str], outcome: Callable[[Job], Any]
) -> Opened:
    program.start(closed_book[0])
    key = Key(passphrase=bytearray(PASSPHRASE.encode()))
    found = outcome(program.jobs.on_vault(open_folder, closed_book[0], key))
    program.show_book(found)
    qtbot.waitUntil(lambda: not program.jobs.busy)
    assert isinstance(found, Opened)
    return found


def test_without_a_book_the_set_up_comes_first(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(places, "usual_folder", lambda: tmp_path / "none")
    program.start()
    assert program.window.findChildren(FirstRunPage)


def test_with_a_book_in_the_usual_place_the_lock_screen_comes_first(
    program: Program, monkeypatch: pytest.MonkeyPatch, closed_book: tuple[Path, str]
) -> None:
    monkeypatch.setattr(places, "usual_folder", lambda: closed_book[0])
    program.start()
    assert program.window.findChildren(LockPage)


def test_keys_and_icon_come_once_the_first_screen_is_painted(
    program: Program, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(program.window.painted):
        program.start(Path("nowhere"))
    qtbot.waitUntil(lambda: bool(program.window.findChildren(QShortcut)))
    assert not program.window.windowIcon().isNull()
    qtbot.waitUntil(lambda: not program.jobs.busy)


def _said_by(program_text: str) -> list[str]:
    """Run a program in a process of its own and return the words that it prints."""
    command = [sys.executable, "-c", program_text]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=240)
    return done.stdout.split()


def test_the_lock_screen_needs_neither_database_nor_decoders() -> None:
    said = _said_by("import sys, logbook.ui.app, logbook.ui.pages.lock; print(*sys.modules)")
    assert "logbook.ui.pages.lock" in said
    for late in ("sqlcipher3", "cryptography", "PIL", "reportlab", "dataclasses", "zoneinfo"):
        assert late not in said
    assert not [name for name in said if name.startswith(("logbook.vault", "logbook.tasks"))]


_PAINTED_LOCK_SCREEN = """
import sys
from logbook.ui import plain_import
plain_import.take_back()
from pathlib import Path
from PySide6 import QtGui, QtWidgets
from logbook.ui import app
program = app.Program(app.make_application())
def say():
    print(*(name for module in (QtGui, QtWidgets) for name in vars(module)))
    print(*(name for name in sys.modules if "_unpack" not in vars(sys.modules[name])))
    sys.stdout.flush()
    app.end_process()
program.window.painted.disconnect()
program.window.painted.connect(say)
program.start(Path("nowhere"))
app.QApplication.exec()
"""


def test_the_lock_screen_is_painted_without_the_types_and_modules_that_cost_the_start_most() -> (
    None
):
    said = _said_by(_PAINTED_LOCK_SCREEN)
    assert {"QScrollArea", "QPushButton", "pathlib"} <= set(said)  # it does list what is loaded
    # Where Qt hands out a part that Python has not made, every type it might have is made.
    assert not {"QWizard", "QMdiArea", "QCalendarWidget"} & set(said)
    assert not {"QIcon", "QAccessible", "QShortcut", "QGradient"} & set(said)
    unread = {"inspect", "tempfile", "traceback", "ipaddress", "html", "argparse", "dataclasses"}
    assert not unread & set(said)


def test_the_passphrase_leads_from_the_lock_screen_to_the_book(
    program: Program, qtbot: QtBot, closed_book: tuple[Path, str]
) -> None:
    program.start(closed_book[0])
    lock = program.window.findChildren(LockPage)[0]
    QTest.keyClicks(lock.passphrase.edit, PASSPHRASE)
    QTest.keyClick(lock.passphrase.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window.book is not None)
    qtbot.waitUntil(lambda: not program.jobs.busy)
    assert program.window.book is not None
    assert program.window.book.vault.folder == closed_book[0]


def test_a_restored_backup_leads_from_the_lock_screen_to_its_book(
    program: Program,
    qtbot: QtBot,
    closed_book: tuple[Path, str],
    outcome: Callable[[Job], Any],
    tmp_path: Path,
) -> None:
    key = Key(passphrase=bytearray(PASSPHRASE.encode()))
    found = outcome(program.jobs.on_vault(open_folder, closed_book[0], key))
    outcome(program.jobs.on_vault(found.vault.back_up, tmp_path / "copy.dat"))
    outcome(program.jobs.on_vault(found.vault.close))
    program.start(closed_book[0])
    _button(program, "More").click()
    _button(program, "Restore a backup").click()
    _button(program, "Back").click()
    assert program.window.findChildren(LockPage)
    _button(program, "More").click()
    _button(program, "Restore a backup").click()
    page = program.window.findChildren(RestorePage)[-1]
    page.files_chosen([tmp_path / "copy.dat"])
    page.folder_chosen(tmp_path / "restored")
    page.passphrase.edit.setText(PASSPHRASE)
    page.restore_button.click()
    qtbot.waitUntil(lambda: program.window.book is not None)
    qtbot.waitUntil(lambda: not program.jobs.busy)
    assert program.opened is not None
    assert program.opened.folder == tmp_path / "restored"


def _button(program: Program, words: str) -> Button:
    (found,) = [
        one
        for one in program.window.findChildren(Button)
        if one.text() == words and one.isVisible()
    ]
    return found


def test_hiding_closes_the_book_and_ends(
    program: Program, opened: Opened, ends: list[Any], qtbot: QtBot
) -> None:
    program.hide_now()
    assert not program.window.isVisible()
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == ["end"]
    assert not (opened.folder / "log.db-wal").exists()


@pytest.mark.usefixtures("opened")
def test_the_button_hide_now_hides_in_the_same_event(
    program: Program, ends: list[Any], qtbot: QtBot
) -> None:
    assert program.window.book is not None
    program.window.book.bar.hide_button.click()
    assert not program.window.isVisible()
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == ["end"]


@pytest.mark.usefixtures("opened")
def test_closing_the_window_does_the_same(program: Program, ends: list[Any], qtbot: QtBot) -> None:
    program.window.close()
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == ["end"]


def test_locking_hands_over_where_the_person_was(
    program: Program, opened: Opened, ends: list[Any], qtbot: QtBot
) -> None:
    program.lock()
    assert not program.window.isVisible()
    qtbot.waitUntil(lambda: bool(ends))
    (handover,) = ends
    assert isinstance(handover, Handover)
    assert Path(handover.folder) == opened.folder.absolute()
    assert handover.locked_at
    assert handover.geometry is not None
    assert handover.geometry[2:] == (program.window.width(), program.window.height())


def test_before_a_book_is_open_locking_does_nothing(program: Program, ends: list[Any]) -> None:
    program.start(Path("nowhere"))
    program.lock()
    assert program.window.isVisible()
    assert not ends


@pytest.mark.usefixtures("opened")
def test_the_idle_lock_locks(program: Program, ends: list[Any], qtbot: QtBot) -> None:
    assert program.idle is not None
    program.idle.expired.emit()
    qtbot.waitUntil(lambda: bool(ends))
    assert isinstance(ends[0], Handover)


@pytest.mark.usefixtures("opened")
def test_the_lock_of_the_system_locks_the_book(
    program: Program, ends: list[Any], qtbot: QtBot
) -> None:
    assert program.with_system is not None
    program.with_system.changed(False)
    assert program.window.isVisible()
    program.with_system.changed(True)
    assert not program.window.isVisible()
    qtbot.waitUntil(lambda: bool(ends))
    assert isinstance(ends[0], Handover)


def test_the_next_process_comes_back_to_the_same_page_and_place(
    start_program: Callable[..., Program],
    qtbot: QtBot,
    closed_book: tuple[Path, str],
    outcome: Callable[[Job], Any],
) -> None:
    handover = Handover(folder=str(closed_book[0]), locked_at="14:06", page="new_entry", scale=1.0)
    program = start_program([], handover)
    program.start()
    words = [label.text() for label in program.window.findChildren(QLabel)]
    assert "Locked at 14:06" in words
    key = Key(passphrase=bytearray(PASSPHRASE.encode()))
    found = outcome(program.jobs.on_vault(open_folder, closed_book[0], key))
    program.show_book(found)
    qtbot.waitUntil(lambda: not program.jobs.busy)
    assert program.window.book is not None
    assert program.window.book.current is not None
    assert program.window.book.current.page_id == "new_entry"


def test_the_recovery_key_leads_to_a_new_passphrase(
    program: Program,
    qtbot: QtBot,
    closed_book: tuple[Path, str],
    outcome: Callable[[Job], Any],
) -> None:
    folder, code = closed_book
    program.start(folder)
    program.show_book(outcome(program.jobs.on_vault(open_folder, folder, Key(recovery_code=code))))
    dialog = program.window.findChildren(NewPassphraseDialog)[0]
    dialog.first.edit.setText("password")
    dialog.second.edit.setText("password")
    dialog.try_change()
    qtbot.waitUntil(lambda: bool(dialog.first.edit.accessibleDescription()))
    assert "easy to guess" in dialog.first.edit.accessibleDescription()
    answered: list[str] = []
    dialog.answered.connect(answered.append)
    dialog.first.edit.setText(NEW_PASSPHRASE)
    dialog.second.edit.setText(NEW_PASSPHRASE)
    dialog.try_change()
    qtbot.waitUntil(lambda: answered == ["changed"])
    assert program.opened is not None
    outcome(program.jobs.on_vault(program.opened.vault.close))
    again = Key(passphrase=bytearray(NEW_PASSPHRASE.encode()))
    program.opened = outcome(program.jobs.on_vault(open_folder, folder, again))


def test_who_recovers_without_the_key_file_hears_that_it_is_no_longer_needed(
    program: Program,
    tmp_path: Path,
    outcome: Callable[[Job], Any],
) -> None:
    key_file = tmp_path / "key"
    key_file.write_bytes(b"k" * 64)
    folder = tmp_path / "two"
    secret = Secret(passphrase=bytearray(PASSPHRASE.encode()), key_file=key_file)
    made, code = outcome(program.jobs.on_vault(_create, folder, secret))
    outcome(program.jobs.on_vault(made.close))
    with_file = Key(recovery_code=code, key_file=key_file)
    found = outcome(program.jobs.on_vault(open_folder, folder, with_file))
    assert not found.without_key_file
    outcome(program.jobs.on_vault(found.vault.close))
    program.start(folder)
    program.show_book(outcome(program.jobs.on_vault(open_folder, folder, Key(recovery_code=code))))
    dialog = program.window.findChildren(NewPassphraseDialog)[0]
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "without its key file" in said


@pytest.mark.usefixtures("opened")
def test_an_exception_nobody_caught_opens_a_window_without_the_persons_words(
    program: Program,
) -> None:
    secret = "he stood by the gate"
    try:
        raise ValueError(secret)
    except ValueError as error:
        program.bugs.report(error)
    windows = program.window.findChildren(BugWindow)
    assert len(windows) == 1
    report = windows[0].text.toPlainText()
    assert "ValueError" in report
    assert "test_app.py" in report
    assert secret not in report.replace(f'secret = "{secret}"', "")
    windows[0].close()


def test_right_to_left_languages_turn_the_window_round(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "language", lambda: "ar")
    door.use_language("ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    monkeypatch.undo()
    door.use_language("en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_book_opens_on_a_new_entry_when_that_was_chosen(
    program: Program, qtbot: QtBot, closed_book: tuple[Path, str], outcome: Callable[[Job], Any]
) -> None:
    program.start(closed_book[0])
    key = Key(passphrase=bytearray(PASSPHRASE.encode()))
    found = outcome(program.jobs.on_vault(open_folder, closed_book[0], key))
    program.show_book(replace(found, settings={"open_on_new_entry": True}))
    qtbot.waitUntil(lambda: not program.jobs.busy)
    assert program.window.book is not None
    assert program.window.book.current is not None
    assert program.window.book.current.page_id == "new_entry"
