"""For every test of the window: one application, a fresh look, jobs that end, a small book."""

from __future__ import annotations

import contextlib
import itertools
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from logbook import i18n
from logbook.export import composer
from logbook.tasks.this_computer import zone_here
from logbook.ui import draft_keeper, fonts, hide, relaunch, watch
from logbook.ui.app import Program, make_application
from logbook.ui.book_view import BookView
from logbook.ui.garbage import GarbageCollector
from logbook.ui.jobs import Job, Jobs
from logbook.ui.plain_look import disguise
from logbook.ui.spoken import speak_of_parts
from logbook.ui.style import Theme, look
from logbook.ui.widgets import day_span, toast, when_field
from logbook.vault.secret import Secret
from logbook.vault.vault import Vault

HERE = Path(__file__).parent
PASSPHRASE = "quiet lantern orbit saddle mango"
# What the offscreen platform says of smallest sizes, menus and raising; no screen does.
OFFSCREEN_NOTE = "This plugin does not support"
# Ends a test that hangs, and nothing else: no machine is too slow to pass.
HANGS_MS = 240_000
LONGEST_DELAY_MS = 700  # of what a page puts off until the hand rests; a toast stays for longer


class Dresser(QObject):
    """Dresses what a test shows in a window of its own, as the program's window is.

    It listens to these windows alone: a filter of the whole application is asked in Python for
    every event there is, which took a tenth of the time of all tests of the window.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            alone = watched.isWindow() and watched.parentWidget() is None
            if alone and watched.property("dressed") is None:
                if isinstance(watched, QMainWindow):
                    look().dressing.dress_in_parts(watched)
                look().dress(watched)
        return False


class PatientBot(QtBot):
    """Waits as long as a machine of any speed needs, where the usual bot gives up after 5 s.

    What it takes care of is dressed when it is shown.
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self._dresser = Dresser()

    def addWidget(self, widget: QWidget, **more: Any) -> None:  # noqa: N802
        assert not widget.isVisible(), "a window is handed over before it is shown"
        widget.installEventFilter(self._dresser)
        super().addWidget(widget, **more)

    def waitUntil(self, callback: Any, *, timeout: int = HANGS_MS) -> None:  # noqa: N802 - the bot's names
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = HANGS_MS, **more: Any) -> Any:  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals: Any, *, timeout: int = HANGS_MS, **more: Any) -> Any:  # noqa: N802
        return super().waitSignals(signals, timeout=timeout, **more)

    def waitExposed(self, widget: QWidget, *, timeout: int = HANGS_MS) -> Any:  # noqa: N802
        return super().waitExposed(widget, timeout=timeout)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_NOTE, extend=True))


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    """The application as the program makes it."""
    app = make_application()
    fonts.load_script_fonts()
    speak_of_parts()
    look().use(theme=Theme.LIGHT)
    yield app
    # The program ends at once, a test run by way of Python's end: what Python made for the
    # clipboard, and Qt deletes only after that, would end it with a crash.
    app.clipboard().clear()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    del qapp
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _fresh_look(qapp: QApplication) -> Iterator[None]:
    yield
    look().dressing.in_turns = False  # a test of the program may have begun it
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    look().wear(
        theme=Theme.LIGHT, scale=1.0, spacing=1.6, serif=False, contrast=False, less_motion=False
    )
    if look().dressing.busy:
        look().apply()
    disguise().wear("")
    i18n.use_language("en")
    i18n.use_hours(24)
    QLocale.setDefault(QLocale.system())


@pytest.fixture(autouse=True)
def _time_stands_still() -> Iterator[None]:
    """Nothing is over because the machine is slow, and no day of a test lies in the future.

    A toast stays, keys follow one another at once, and it is noon on 14 November 2026 here.
    """
    noon = datetime(2026, 11, 14, 12, 0, tzinfo=ZoneInfo(zone_here()))
    with pytest.MonkeyPatch.context() as still:  # its own: a test may undo what it patched
        for name in ("_SHOWN_MS", "_SHOWN_LONGER_MS"):
            still.setattr(toast, name, 3_600_000)
        still.setattr(watch, "ThreePresses", partial(hide.ThreePresses, lambda: 0.0))
        for module in (draft_keeper, when_field, day_span):
            still.setattr(module, "now_here", lambda: noon)
        yield


@pytest.fixture(autouse=True)
def _collect_here_only(qapp: QApplication) -> Iterator[None]:
    """As in the program: no collection on a worker thread."""
    collector = GarbageCollector(qapp)
    yield
    collector.stop()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs(qapp)
    yield made
    assert made.close(HANGS_MS / 1000), "a worker did not end"


@pytest.fixture
def outcome(qtbot: QtBot) -> Callable[[Job], Any]:
    """Wait for a job; return its result, or raise what it failed with."""

    def wait(job: Job) -> Any:
        results: list[Any] = []
        failures: list[BaseException] = []
        job.done.connect(results.append)
        job.failed.connect(failures.append)
        with qtbot.waitSignal(job.ended):
            pass
        if failures:
            raise failures[0]
        return results[0] if results else None

    return wait


class Forked:
    """As much of a `subprocess.Popen` as a composer needs, of a process that the nursery made."""

    def __init__(self, handle: int, stdin: BinaryIO, stdout: BinaryIO) -> None:
        self._handle = handle
        self.stdin = stdin
        self.stdout = stdout

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):  # it ended by itself
            signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def wait(self) -> None:
        select.select([self._handle], [], [])
        os.close(self._handle)


class Nursery:
    """Starts processes that make reports as the program does, but loads what they need once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count()
        self._one_at_a_time = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Forked:
        """Do as `start_process` of the export does."""
        with self._one_at_a_time:
            if self._process is None:
                self._process = self._begin()
            number = next(self._numbers)
            pipes = [self._folder / f"{number}-{way}" for way in ("in", "out")]
            for pipe in pipes:
                os.mkfifo(pipe)
            self._process.stdin.write(b"\0".join(map(os.fsencode, pipes)) + b"\n")
            self._process.stdin.flush()
            handle = os.pidfd_open(int(self._process.stdout.readline()))
            return Forked(handle, pipes[0].open("wb"), pipes[1].open("rb"))

    def _begin(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-I", "-B", HERE / "nursery.py"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={},
            start_new_session=True,
        )

    def end(self) -> None:
        if self._process is not None:
            self._process.communicate()  # it ends with its input


@pytest.fixture(scope="session")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    made = Nursery(tmp_path_factory.mktemp("nursery"))
    yield made
    made.end()


@pytest.fixture(autouse=True)
def _quick_previews(nursery: Nursery) -> Iterator[None]:
    """Let the process of a preview begin at once: its start is tested with the export.

    It takes half a second of the processor, and every page that shows a report starts several.
    """
    with pytest.MonkeyPatch.context() as patch:  # its own: a test may undo what it patched
        if hasattr(os, "pidfd_open"):
            patch.setattr(composer, "start_process", nursery.start)
        yield


@pytest.fixture(autouse=True)
def _quick_keys(keys_derived_once: None) -> None:
    """Most tests here open a book: see `keys_derived_once`."""


def _open(folder: Path) -> Vault:
    return Vault.open(folder, Secret(bytearray(PASSPHRASE.encode())))


@pytest.fixture
def made_book(
    tmp_path: Path,
    jobs: Jobs,
    outcome: Callable[[Job], Any],
    lay_book: Callable[[Path, str], str],
) -> Iterator[tuple[Vault, str]]:
    """A real, cheap vault at `tmp_path / "book"`, open on the vault's thread, and its code."""
    code = lay_book(tmp_path / "book", PASSPHRASE)
    vault = outcome(jobs.on_vault(_open, tmp_path / "book"))
    yield vault, code
    outcome(jobs.on_vault(vault.close))


@pytest.fixture
def vault(made_book: tuple[Vault, str]) -> Vault:
    return made_book[0]


@pytest.fixture
def closed_book(tmp_path: Path, lay_book: Callable[[Path, str], str]) -> tuple[Path, str]:
    """A real, cheap vault that was closed: its folder and its recovery code."""
    return tmp_path / "closed", lay_book(tmp_path / "closed", PASSPHRASE)


@pytest.fixture
def start_program(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[..., Program]]:
    """Make the program; `left` takes what came after leaving: "end", or the next one's handover.

    Each is taken down again whole: a program that still listened would hear the keys of the next
    test, after its window has gone.
    """
    made: list[Program] = []

    def make(left: list[Any], handover: relaunch.Handover | None = None) -> Program:
        program = Program(qapp, handover, end=lambda: left.append("end"), replace=left.append)
        qtbot.addWidget(program.window)
        made.append(program)
        return program

    yield make
    for program in made:
        _take_down(program, qtbot)


def _take_down(program: Program, qtbot: QtBot) -> None:
    program.window.painted.disconnect()  # or it would begin to listen now
    if program.ahead is not None:
        program.watch.stop()
    program.bugs.remove()
    program.garbage.stop()
    for lock in (program.idle, program.with_system):
        if lock is not None:
            lock.deleteLater()  # or it would lock a window that is gone, minutes later
    qtbot.waitUntil(lambda: not program.jobs.busy)
    if program.opened is not None:
        with qtbot.waitSignal(program.jobs.on_vault(program.opened.vault.close, keep=True).ended):
            pass
    assert program.jobs.close(HANGS_MS / 1000), "a worker did not end"


@pytest.fixture
def book_view(qtbot: QtBot, vault: Vault, jobs: Jobs) -> BookView:
    """The open book in a shown window of 1280 x 800."""
    view = BookView(vault, jobs)
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.show()
    return view


@pytest.fixture
def activate(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a window and wait until it takes keys."""

    def show(window: QWidget) -> None:
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    return show


@pytest.fixture
def at_rest(qtbot: QtBot, jobs: Jobs) -> Callable[[QWidget], None]:
    """Wait until a window neither works nor puts anything off, and all its layouts are done."""

    def put_off(window: QWidget) -> bool:
        return look().dressing.busy or any(
            one.isActive() and one.isSingleShot() and one.interval() <= LONGEST_DELAY_MS
            for one in window.findChildren(QTimer)
        )

    def wait(window: QWidget) -> None:
        qtbot.waitUntil(lambda: not jobs.busy and not put_off(window))
        for _ in range(5):
            qtbot.wait(1)  # what is drawn may ask for more
            qtbot.waitUntil(lambda: not jobs.busy and not put_off(window))
        for _ in range(5):  # no timer and no result comes in between any more
            QApplication.sendPostedEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    return wait


@pytest.fixture
def settle(qtbot: QtBot, jobs: Jobs) -> Callable[[], None]:
    """Wait until no work is left."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not jobs.busy)

    return wait
