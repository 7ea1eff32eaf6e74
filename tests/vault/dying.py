"""Runs `writer.py` and kills it at a step of its work: the same one on a machine of any speed.

Usage: dying.py NUMBER FOLDER MODE, where the mode is `restore` or `migrate`. A step of a restore is
a call of the system or of the database, a step of a migration is some work inside the database.
With the number 0 it lives, and says at the end of the first restore or migration how many it did.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import writer

from logbook.vault import backup, connection, migrations

LOOK_EVERY_INSTRUCTIONS = 20_000
CALLS = {"mkdir", "open", "write", "fsync", "rename", "replace", "unlink", "link", "ftruncate"}
STATEMENTS = {"execute", "executemany", "executescript"}


class Steps:
    """Counts, and ends the process at the step that it was told."""

    def __init__(self, last: int) -> None:
        self._last = last
        self._done = 0

    def step(self) -> None:
        self._done += 1
        if self._done == self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def called(self, _frame: FrameType, event: str, called: Any) -> None:
        """See a call of Python into what is not Python."""
        if event == "c_call" and called.__name__ in (
            CALLS if called.__module__ == os.name else STATEMENTS
        ):
            self.step()

    def looked(self) -> None:
        """See that the database is at work."""
        self.step()

    def end(self) -> None:
        writer.say(steps=self._done)


def restore_in(steps: Steps) -> None:
    whole = backup.restore

    def restore(*given: Any) -> None:
        sys.setprofile(steps.called)
        try:
            whole(*given)
        finally:
            sys.setprofile(None)
        steps.end()

    backup.restore = restore  # type: ignore[assignment] # counted


def migrate_in(steps: Steps) -> None:
    whole = migrations._run

    def run(con: connection.Connection, step: migrations.Step) -> None:
        con.set_progress_handler(steps.looked, LOOK_EVERY_INSTRUCTIONS)
        whole(con, step)
        con.set_progress_handler(None, 0)
        steps.end()

    migrations._run = run


PREPARED: dict[str, Callable[[Steps], None]] = {"restore": restore_in, "migrate": migrate_in}

if __name__ == "__main__":
    number, mode = int(sys.argv.pop(1)), sys.argv[2]
    PREPARED[mode](Steps(number))
    writer.main()
