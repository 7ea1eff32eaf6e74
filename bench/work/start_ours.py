"""Start the program and end at the first painted frame of the lock screen: start_ours.py BOOK."""

from __future__ import annotations

import gc
import sys

from logbook.guards import guard_process

guard_process()
gc.disable()

from logbook.ui import plain_import  # noqa: E402 - the guards come first, as in __main__

plain_import.take_back()

from pathlib import Path  # noqa: E402 - as in __main__, where it comes with Qt

from logbook.ui import app  # noqa: E402 - the same

show_front = app.MainWindow.show_front


def watched(window, front, first_focus=None):
    from first_paint import end_after_first_paint

    show_front(window, front, first_focus)
    end_after_first_paint(front)


app.MainWindow.show_front = watched
app.run(Path(sys.argv[1]))
