"""Locking with the system, heard on a bus of the test's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
    QDBusVirtualObject,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

LISTENER = """
import sys
from PySide6.QtCore import QCoreApplication, QSocketNotifier
from logbook.ui.system_lock import SystemLock
app = QCoreApplication([])
heard = SystemLock()
heard.locked.connect(lambda: print("locked", flush=True))
heard.start()
no_more = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
no_more.activated.connect(app.quit)
print("listening", flush=True)
app.exec()
print("end", flush=True)
"""
HOLDER = """
import os, sys
from PySide6.QtCore import QCoreApplication
from logbook.ui.system_lock import SystemLock
def become_next():
    print(heard.holds_sleep, flush=True)
    os.execv(sys.executable, [sys.executable, "-c", "print('next', flush=True); input()"])
app = QCoreApplication([])
app.setApplicationName("Logbook")
heard = SystemLock()
heard.locked.connect(become_next)
heard.start()
app.exec()
"""
MANAGER = "org.freedesktop.login1.Manager.PrepareForSleep"
SESSION = "org.freedesktop.login1.Session.Lock"
SCREEN = "org.freedesktop.ScreenSaver.ActiveChanged"
LONGEST_S = 240


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a bus that nobody else is on."""
    if shutil.which("dbus-daemon") is None or shutil.which("dbus-send") is None:
        pytest.skip("NOT TESTED HERE: no dbus-daemon, so nobody says that the system sleeps")
    line = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(
        line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as one:
        assert one.stdout is not None
        yield one.stdout.readline().strip()
        one.terminate()


@pytest.fixture
def listener(bus: str) -> Iterator[subprocess.Popen[str]]:
    """A process that says each time that the book is to be locked, until nobody writes to it."""
    environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": bus, "DBUS_SESSION_BUS_ADDRESS": bus}
    with subprocess.Popen(
        [sys.executable, "-c", LISTENER],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as one:
        assert one.stdout is not None
        assert one.stdout.readline() == "listening\n"
        yield one
        one.kill()


def _said_once_it_heard(listener: subprocess.Popen[str]) -> tuple[str, str]:
    """Wait until the listener heard a lock; return all that it said, and its errors."""
    assert listener.stdout is not None
    first = listener.stdout.readline()
    said, errors = listener.communicate(timeout=LONGEST_S)
    return first + said, errors


@pytest.fixture
def send(bus: str) -> Callable[..., None]:
    """Send a signal as the system would."""

    def do(signal: str, *arguments: str) -> None:
        line = ["dbus-send", f"--bus={bus}", "--type=signal", "/org/example", signal, *arguments]
        subprocess.run(line, check=True, timeout=LONGEST_S)

    return do


class LoginManager(QDBusVirtualObject):
    """A login manager on a bus of the test's own; it gives a descriptor and sees it closed."""

    def __init__(self, bus: str) -> None:
        super().__init__()
        self.asked: list[object] = []
        self.watched, self._given = os.pipe()
        os.set_blocking(self.watched, False)
        self._bus = QDBusConnection.connectToBus(bus, "login")
        only_here = QDBusConnection.VirtualObjectRegisterOption.SingleNode
        assert self._bus.registerService("org.freedesktop.login1")
        assert self._bus.registerVirtualObject("/org/freedesktop/login1", self, only_here)

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:  # noqa: N802 - Qt's name
        self.asked = [message.interface(), message.member(), *message.arguments()]
        reply = message.createReply([])
        reply.setArguments([QDBusUnixFileDescriptor(self._given)])
        os.close(self._given)
        return connection.send(reply)

    @property
    def is_held(self) -> bool:
        """False once nobody has the other end."""
        try:
            return os.read(self.watched, 1) != b""
        except BlockingIOError:
            return True

    def end(self) -> None:
        os.close(self.watched)
        self._bus.unregisterObject("/org/freedesktop/login1")
        QDBusConnection.disconnectFromBus("login")


@pytest.fixture
def login(bus: str, qapp: QApplication) -> Iterator[LoginManager]:
    del qapp
    one = LoginManager(bus)
    yield one
    one.end()


def test_sleep_waits_until_the_process_was_replaced(
    bus: str, login: LoginManager, send: Callable[..., None], qtbot: QtBot
) -> None:
    environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": bus, "DBUS_SESSION_BUS_ADDRESS": bus}
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as one:
        assert one.stdout is not None
        try:
            qtbot.waitUntil(lambda: bool(login.asked))
            assert login.asked[:4] == [
                "org.freedesktop.login1.Manager",
                "Inhibit",
                "sleep",
                "Logbook",
            ]
            assert login.asked[-1] == "delay"
            assert login.is_held
            send(MANAGER, "boolean:true")
            assert [one.stdout.readline() for _ in range(2)] == ["True\n", "next\n"]
            assert not login.is_held
            assert one.poll() is None
        finally:
            one.kill()


@pytest.mark.parametrize(
    ("signal", "argument"),
    [(MANAGER, "boolean:true"), (SESSION, ""), (SCREEN, "boolean:true")],
)
def test_sleep_and_the_locked_screen_are_heard(
    listener: subprocess.Popen[str], send: Callable[..., None], signal: str, argument: str
) -> None:
    send(signal, *filter(None, [argument]))
    assert _said_once_it_heard(listener) == ("locked\nend\n", "")


def test_waking_up_locks_nothing(
    listener: subprocess.Popen[str], send: Callable[..., None]
) -> None:
    send(MANAGER, "boolean:false")
    send(SCREEN, "boolean:false")
    send("org.example.Other.ActiveChanged", "boolean:true")
    send(SESSION)  # comes after the others, so they were heard when this is
    assert _said_once_it_heard(listener) == ("locked\nend\n", "")


def test_without_a_bus_nothing_is_said_and_none_is_started() -> None:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    nowhere = {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere/at/all"}
    done = subprocess.run(
        [sys.executable, "-c", LISTENER.replace("app.exec()", "")],
        env={**kept, **nowhere},
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
