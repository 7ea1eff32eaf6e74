"""Open a book from its lock screen; the time from the derived key to the painted timeline: open_timeline.py BOOK."""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

from books import WORDS
from PySide6.QtCore import QEvent, QObject, QTimer

from logbook.guards import guard_process
from logbook.ui import app as door
from logbook.ui import plain_import
from logbook.ui.app import Program
from logbook.ui.pages.lock import LockPage
from logbook.vault import header

unlock = header.unlock
derived_at = 0.0


def timed_unlock(place, secret):
    global derived_at
    unlocked = unlock(place, secret)
    derived_at = time.perf_counter()
    return unlocked


class Painted(QObject):
    """Takes the time at the frame that shows the timeline with its entries counted, and leaves."""

    def __init__(self, page, leave):
        super().__init__(page)
        self._counted = False
        self._leave = leave
        page.model.loaded.connect(self.count)
        page.installEventFilter(self)

    def count(self):
        self._counted = True
        self.parent().update()

    def eventFilter(self, _page: QObject, event: QEvent) -> bool:
        if self._counted and event.type() == QEvent.Type.Paint:
            self._counted = False
            QTimer.singleShot(0, self.end)
        return False

    def end(self) -> None:
        print(json.dumps({"seconds": time.perf_counter() - derived_at}), flush=True)
        self._leave()


class Opening(Program):
    def _after_first_paint(self):
        super()._after_first_paint()
        lock = self.window.findChildren(LockPage)[0]
        lock.passphrase.edit.setText(WORDS.decode())
        # Once what is loaded behind the lock screen is there: nobody types a passphrase faster.
        self.ahead.loaded.connect(lock.unlock)

    def show_book(self, opened, page_id=""):
        super().show_book(opened, page_id)
        Painted(self.window.book.current, self.hide_now)


def main(book: Path) -> int:
    guard_process()
    gc.disable()
    plain_import.take_back()
    header.unlock = timed_unlock
    app = door.make_application()
    door.look().use()
    program = Opening(app)
    program.bugs.install()
    program.start(book)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
