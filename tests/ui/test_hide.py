import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from logbook.domain.progress import Progress
from logbook.media import child
from logbook.ui.hide import Leaving, ThreePresses, hide_all_windows
from logbook.ui.jobs import Job, Jobs
from logbook.ui.watch import InputWatch
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

DRAFT = '{"text": "he stood by the gate"}'


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def _key(
    key: Qt.Key, kind: QEvent.Type = QEvent.Type.KeyPress, *, repeat: bool = False
) -> QKeyEvent:
    return QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", repeat)


def _tap(presses: ThreePresses, key: Qt.Key = Qt.Key.Key_Shift) -> bool:
    fired = presses.press(_key(key))
    presses.release(_key(key, QEvent.Type.KeyRelease))
    return fired


def test_the_third_bare_shift_in_two_seconds_leaves() -> None:
    presses = ThreePresses(Clock())
    assert [_tap(presses) for _ in range(3)] == [False, False, True]


def test_three_presses_over_more_than_two_seconds_do_not() -> None:
    clock = Clock()
    presses = ThreePresses(clock)
    fired = []
    for _ in range(6):
        fired.append(_tap(presses))
        clock.now += 1.1
    assert not any(fired)


def _at(ms: int, kind: QEvent.Type = QEvent.Type.KeyPress) -> QKeyEvent:
    event = _key(Qt.Key.Key_Shift, kind)
    event.setTimestamp(ms)
    return event


def test_presses_count_by_when_they_were_made_though_the_window_was_held_up() -> None:
    clock = Clock()
    presses = ThreePresses(clock)
    fired = []
    for ms in (4_294_966_000, 4_294_966_900, 500):  # the count of the screen starts over
        fired.append(presses.press(_at(ms)))
        presses.release(_at(ms + 50, QEvent.Type.KeyRelease))
        clock.now += 5.0  # the program was busy, or its computer slow
    assert fired == [False, False, True]


def test_slow_presses_that_arrive_together_do_not_leave() -> None:
    presses = ThreePresses(Clock())
    fired = []
    for ms in range(1_000, 8_000, 1_100):
        fired.append(presses.press(_at(ms)))
        presses.release(_at(ms + 50, QEvent.Type.KeyRelease))
    assert not any(fired)


def test_a_shift_that_makes_a_capital_letter_starts_over() -> None:
    presses = ThreePresses(Clock())
    for _ in range(5):
        assert not _tap(presses)
        assert not _tap(presses, Qt.Key.Key_A)


def test_one_press_seen_by_several_objects_counts_once() -> None:
    presses = ThreePresses(Clock())
    for _ in range(5):
        assert not presses.press(_key(Qt.Key.Key_Shift))
    assert presses.count == 1
    assert not presses.press(_key(Qt.Key.Key_Shift, repeat=True))
    assert presses.count == 1


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[InputWatch]:
    made = InputWatch(qapp)
    made.start()
    yield made
    made.stop()


def test_shift_three_times_is_heard_while_typing(watch: InputWatch, qtbot: QtBot) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.show()
    heard: list[bool] = []
    watch.hide_pressed.connect(lambda: heard.append(True))
    QTest.keyClicks(edit, "So He Said NO")
    assert not heard
    for _ in range(3):
        QTest.keyClick(edit, Qt.Key.Key_Shift)
    assert heard == [True]


def test_shift_three_times_is_heard_in_an_open_menu(watch: InputWatch, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("One")
    menu.popup(menu.pos())
    heard: list[bool] = []
    watch.hide_pressed.connect(lambda: heard.append(True))
    for _ in range(3):
        QTest.keyClick(menu, Qt.Key.Key_Shift)
    menu.hide()
    assert heard == [True]


def test_while_practising_shift_is_counted_and_nothing_hides(
    watch: InputWatch, qtbot: QtBot
) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.show()
    watch.hides = False
    counted: list[int] = []
    heard: list[bool] = []
    watch.shift_counted.connect(counted.append)
    watch.hide_pressed.connect(lambda: heard.append(True))
    for _ in range(3):
        QTest.keyClick(edit, Qt.Key.Key_Shift)
    assert counted == [1, 2, 3]
    assert not heard


def test_every_window_and_menu_is_hidden_in_the_same_event(qtbot: QtBot) -> None:
    windows = [QWidget() for _ in range(3)]
    menu = QMenu()
    for window in (*windows, menu):
        qtbot.addWidget(window)
        window.show()
    menu.popup(menu.pos())
    hide_all_windows()
    assert not any(window.isVisible() for window in (*windows, menu))


class Book:
    """An open book whose page has unsaved words."""

    def __init__(self, vault: Vault, jobs: Jobs) -> None:
        self.vault = vault
        self._jobs = jobs
        self.steps: list[str] = []

    def be_quiet(self) -> None:
        self.steps.append("quiet")

    def clear_clipboard(self) -> None:
        self.steps.append("clipboard")

    def keep_drafts(self) -> None:
        self.steps.append("drafts")
        self._jobs.on_vault(self.vault.drafts.keep, "new", DRAFT, keep=True)


def _open_and_read_draft(folder: Path) -> str | None:
    vault = Vault.open(folder, Secret(bytearray(b"quiet lantern orbit saddle mango")))
    kept = vault.drafts.get("new")
    vault.close()
    return kept


def test_leaving_hides_first_then_keeps_the_draft_then_closes_then_ends(
    qtbot: QtBot,
    closed_book: tuple[Path, str],
    jobs: Jobs,
    outcome: Callable[[Job], Any],
) -> None:
    folder, _ = closed_book
    secret = Secret(bytearray(b"quiet lantern orbit saddle mango"))
    vault = outcome(jobs.on_vault(Vault.open, folder, secret))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    book = Book(vault, jobs)
    ends: list[bool] = []
    leaving = Leaving(jobs)
    leaving.attend(book)
    stuck = threading.Event()

    def import_that_is_running(progress: Progress) -> None:
        stuck.set()
        while True:
            progress(0, 0)

    jobs.on_vault(import_that_is_running, long=True)
    assert stuck.wait(240)
    with child.CHILDREN.borrow() as decoder:
        pass
    leaving.leave(lambda: ends.append(window.isVisible()))
    assert not window.isVisible(), "hidden before anything else"
    assert book.steps == ["quiet"]
    qtbot.waitUntil(lambda: bool(ends))
    assert book.steps == ["quiet", "clipboard", "drafts"]
    assert not decoder.is_alive(), "it had a file of this book in its memory"
    assert outcome(jobs.on_vault(_open_and_read_draft, folder)) == DRAFT


def test_work_that_never_ends_holds_up_nobody_who_leaves(
    qtbot: QtBot, closed_book: tuple[Path, str], jobs: Jobs, outcome: Callable[[Job], Any]
) -> None:
    secret = Secret(bytearray(b"quiet lantern orbit saddle mango"))
    vault = outcome(jobs.on_vault(Vault.open, closed_book[0], secret))
    book = Book(vault, jobs)
    ends: list[int] = []
    leaving = Leaving(jobs)
    leaving.attend(book)
    assert leaving._watchdog.interval() == 15_000
    leaving._watchdog.setInterval(3_600_000)  # it is over when the test says so
    begun, go_on = threading.Event(), threading.Event()

    def stuck() -> None:
        begun.set()
        assert go_on.wait(240)

    jobs.on_vault(stuck)
    assert begun.wait(240)
    leaving.leave(lambda: ends.append(1))
    qtbot.waitUntil(lambda: book.steps == ["quiet", "clipboard", "drafts"])
    assert ends == []
    assert leaving._watchdog.isActive()
    leaving._watchdog.timeout.emit()
    assert ends == [1]
    assert not leaving._watchdog.isActive()
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy)


def test_leaving_twice_ends_once(qtbot: QtBot, jobs: Jobs) -> None:
    ends: list[int] = []
    leaving = Leaving(jobs)
    leaving.leave(lambda: ends.append(1))
    leaving.leave(lambda: ends.append(2))
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == [1]


def test_before_a_book_is_open_leaving_just_ends(qtbot: QtBot, jobs: Jobs) -> None:
    ends: list[int] = []
    Leaving(jobs).leave(lambda: ends.append(1))
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == [1]


def test_before_a_book_is_open_leaving_waits_for_work_that_must_be_undone(
    qtbot: QtBot, jobs: Jobs
) -> None:
    undone: list[bool] = []
    ends: list[list[bool]] = []
    begun = threading.Event()

    def restore(progress: Progress) -> None:
        try:
            while True:
                progress(0, 0, "Writing")
                begun.set()
        finally:
            undone.append(True)

    leaving = Leaving(jobs)
    leaving.wait_for(jobs.on_vault(restore, long=True))
    assert begun.wait(240)
    leaving.leave(lambda: ends.append(list(undone)))
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == [[True]]


SCRIPT = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pathlib import Path
from logbook.ui import app as door
from logbook.ui.hide import ThreePresses
application = door.make_application()
program = door.Program(application)
program.start(Path(sys.argv[1]))
program.watch._presses = ThreePresses(lambda: 0.0)
def press():
    for _ in range(3):
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Shift)
    print("visible" if program.window.isVisible() else "hidden", flush=True)
program.window.painted.connect(press)  # heard after the program, which listens from then on
application.exec()
print("still here", flush=True)
"""


def test_the_process_ends_by_itself_after_three_shifts_at_the_lock_screen(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert run.stdout.split() == ["hidden"], run.stderr
    assert run.returncode == 0
