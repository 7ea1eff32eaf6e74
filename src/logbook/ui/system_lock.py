"""Lock with the system: before it sleeps, and when its screen is locked (Linux, over D-Bus).

Both buses are local sockets of the system; without them there is nothing to hear, and the idle
lock does the rest. Its clock also counts the time that the computer slept.

Sleep is asked to wait for the lock: the login manager goes on when the descriptor that it gave is
closed, or after five seconds (systemd, "Inhibitor Locks"). Locking replaces the process, which
closes it; so the memory that is written to disk, or stays powered, is that of the fresh one.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QCoreApplication, QObject, Signal, Slot

from logbook.i18n import translate

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher, QDBusUnixFileDescriptor

_LOGIN = "org.freedesktop.login1"
_SCREENS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class SystemLock(QObject):
    """Tells when the system locks or goes to sleep.

    Whoever sends such a signal is believed: the worst that it can do is to lock the book.
    """

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: QDBusPendingCallWatcher | None = None
        self._holds_sleep: QDBusUnixFileDescriptor | None = None

    @property
    def holds_sleep(self) -> bool:
        """Tell whether the system waits for the lock before it sleeps."""
        return self._holds_sleep is not None

    def start(self) -> None:
        """Listen from now on; without a bus this does nothing."""
        if sys.platform != "linux":
            return
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - not before a book is open

        system = QDBusConnection.systemBus()
        self._hear(system, f"{_LOGIN}.Manager", "PrepareForSleep", SLOT("changed(bool)"))
        self._hear(system, f"{_LOGIN}.Session", "Lock", SLOT("asked()"))
        self._hold_sleep(system)
        if not _has_session_bus():
            return  # Qt would start one, which stays behind
        session = QDBusConnection.sessionBus()
        for screen in _SCREENS:
            self._hear(session, screen, "ActiveChanged", SLOT("changed(bool)"))

    @Slot(bool)
    def changed(self, begins: bool) -> None:  # noqa: FBT001 - a slot of D-Bus
        """Hear that sleep or the screen's lock begins, or that it is over."""
        if begins:
            self.locked.emit()

    @Slot()
    def asked(self) -> None:
        """Hear that the session is to be locked."""
        self.locked.emit()

    def _hold_sleep(self, system: QDBusConnection) -> None:
        """Ask for the descriptor; without a login manager, or when it refuses, sleep just comes."""
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher  # noqa: PLC0415 - the same

        path = "/" + _LOGIN.replace(".", "/")
        call = QDBusMessage.createMethodCall(_LOGIN, path, f"{_LOGIN}.Manager", "Inhibit")
        call.setAutoStartService(False)
        why = translate("System", "Keep what is written and lock")
        call.setArguments(["sleep", QCoreApplication.applicationName(), why, "delay"])
        self._asked = QDBusPendingCallWatcher(system.asyncCall(call), self)
        self._asked.finished.connect(self._answered)

    def _answered(self, asked: QDBusPendingCallWatcher) -> None:
        from PySide6.QtDBus import QDBusUnixFileDescriptor  # noqa: PLC0415 - the same

        given = asked.reply().arguments()
        if given and isinstance(given[0], QDBusUnixFileDescriptor):
            self._holds_sleep = given[0]
        self._asked = None

    def _hear(self, bus: QDBusConnection, interface: str, name: str, slot: str) -> None:
        """Connect a signal of anyone on a bus; the bus stays silent when it is not there."""
        # The stubs of PySide6 6.11 ask for bytes, which the call itself refuses.
        bus.connect("", "", interface, name, self, slot)  # type: ignore[call-overload]  # as above


def _has_session_bus() -> bool:
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    here = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(here) and Path(here, "bus").exists()
