"""Progress on standard error, and the way Ctrl+C reaches a task between two steps."""

from __future__ import annotations

import sys
import time

from logbook.errors import Cancelled
from logbook.i18n import figures

SHOW_EVERY_S = 0.2
BAR_CHARS = 24


class TerminalProgress:
    """Shows how far a task is; raises `Cancelled` at its next step after `cancel()`."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown
        self._cancelled = False
        self._last_s = 0.0
        self._drawn = False
        self.idle = True  # no task has reported yet: Ctrl+C may end a prompt at once

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        """Report `done` of `total`; see `Progress`."""
        self.idle = False
        if self._cancelled:
            raise Cancelled
        if not self._shown or time.monotonic() - self._last_s < SHOW_EVERY_S:
            return
        self._last_s = time.monotonic()
        if total > 0:
            filled = min(BAR_CHARS, BAR_CHARS * done // total)
            bar = "#" * filled + "." * (BAR_CHARS - filled)
            line = f"[{bar}] {min(100, 100 * done // total):3d} %  {doing}"
        else:
            line = f"{figures(done)}  {doing}"
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()
        self._drawn = True

    def give_way(self) -> None:
        """Do nothing but notice a stop: nothing else waits for this thread."""
        if self._cancelled:
            raise Cancelled

    def cancel(self) -> None:
        """Ask the running task to stop at its next step."""
        self._cancelled = True

    def clear(self) -> None:
        """Take the progress line away before something else is printed."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._drawn = False
