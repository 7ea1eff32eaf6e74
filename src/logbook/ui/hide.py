"""Leaving fast: hide every window in the same event, then keep the words, close the book, end.

Three bare presses of Shift within two seconds do it from anywhere, and so does Hide now. Nothing
asks, nothing is animated. Locking takes the same way and then starts a fresh lock screen, since a
closed book still leaves rows in the memory of its process (research: security.md 2.9).
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from logbook.ui.jobs import Job, Jobs

if TYPE_CHECKING:
    from logbook.vault.vault import Vault

_PRESSES = 3
_WITHIN_MS = 2_000
_STAMPS = 1 << 32  # where X11 starts its count of milliseconds over
_LONGEST_WAIT_MS = 15_000


class ThreePresses:
    """Counts bare presses of Shift, or of another key; any other key in between starts over.

    The system says when a key was pressed; by the clock, presses that a busy window takes in late
    would not count. An event without a time, as other programs make them, gets the clock's.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, key: Qt.Key = Qt.Key.Key_Shift
    ) -> None:
        self._clock = clock
        self._key = key
        self._times: list[int] = []
        self._held = False

    @property
    def count(self) -> int:
        """How many presses count now."""
        return len(self._times)

    def press(self, event: QKeyEvent) -> bool:
        """Take a key press; True for the third one in time.

        Qt shows one press to several objects on its way, so a key that is held counts once.
        """
        if event.key() != self._key:
            self._times.clear()
            return False
        if event.isAutoRepeat() or self._held:
            return False
        self._held = True
        now = event.timestamp() or int(self._clock() * 1000)
        recent = [then for then in self._times if (now - then) % _STAMPS <= _WITHIN_MS]
        self._times = [*recent, now]
        if len(self._times) < _PRESSES:
            return False
        self._times.clear()
        return True

    def release(self, event: QKeyEvent) -> None:
        """Take a key release."""
        if event.key() == self._key and not event.isAutoRepeat():
            self._held = False


class Leavable(Protocol):
    """What an open book does when the person leaves it."""

    vault: Vault

    def be_quiet(self) -> None:
        """Stop sound and video at once."""

    def keep_drafts(self) -> None:
        """Hand unsaved words to the vault's thread."""

    def clear_clipboard(self) -> None:
        """Take copied words off the clipboard."""


class Leaving(QObject):
    """The one way out of a book: hide, keep, close, and then whatever comes after."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._book: Leavable | None = None
        self._undoing: Job | None = None
        self._after: Callable[[], object] | None = None
        self._watchdog = QTimer(self)
        self._watchdog.setSingleShot(True)
        self._watchdog.setInterval(_LONGEST_WAIT_MS)
        self._watchdog.timeout.connect(self._end)

    def attend(self, book: Leavable | None) -> None:
        """Name the book that is open."""
        self._book = book

    def wait_for(self, job: Job) -> None:
        """Before a book is open: end only when this job has undone what it began."""
        self._undoing = job
        job.ended.connect(self._undone)

    @property
    def left(self) -> bool:
        """True once leaving has begun; it is never taken back."""
        return self._after is not None

    def leave(self, after: Callable[[], object]) -> None:
        """Hide everything now; keep and close in the next event; then call `after`."""
        if self.left:
            return
        self._after = after
        hide_all_windows()
        if self._book is not None:
            self._book.be_quiet()
        self._watchdog.start()
        QTimer.singleShot(0, self._keep_and_close)

    def _keep_and_close(self) -> None:
        book = self._book
        if book is None:
            self._jobs.cancel_all()
            if self._undoing is None:
                self._end()
            return
        from logbook.tasks import books  # noqa: PLC0415 - loaded since the book was opened

        book.clear_clipboard()
        book.keep_drafts()
        self._jobs.cancel_all()
        self._jobs.on_vault(books.close_book, book.vault, keep=True).ended.connect(self._end)

    def _undone(self) -> None:
        self._undoing = None
        if self.left and self._book is None:
            self._end()

    def _end(self) -> None:
        self._watchdog.stop()
        if self._book is not None:
            from logbook.tasks import look_at_files  # noqa: PLC0415 - not before a book is open

            look_at_files.end_looking()
        if self._after is not None:
            self._after()


def hide_all_windows() -> None:
    """Take every window off the screen in this very event, menus and dialogs first."""
    popup = QApplication.activePopupWidget()
    while popup is not None:
        popup.hide()
        popup = QApplication.activePopupWidget()
    for window in QApplication.topLevelWidgets():
        window.hide()


def end_process() -> None:
    """End at once. Nothing is left to finish, and a stuck decoder must not keep the process."""
    os._exit(0)
