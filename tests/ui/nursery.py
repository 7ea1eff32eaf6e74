"""A process that has loaded what makes the pages of a report, and forks for each that is asked for.

Usage: nursery.py, started as the program starts its helper. Each line on standard input names two
pipes in the file system, the one that the new process reads and the one that it writes; the answer
is the number of the process, which goes on as the helper does.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
from importlib import import_module

HELPER = "logbook.export.child_main"


def become_helper(reads: bytes, writes: bytes) -> None:
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for number, pipe, way in ((0, reads, os.O_RDONLY), (1, writes, os.O_WRONLY)):
        opened = os.open(pipe, way)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin, sys.stdout = os.fdopen(0), os.fdopen(1, "w")
    runpy.run_module(HELPER, run_name="__main__")


def main() -> None:
    for needed in (HELPER, "logbook.export.composing"):
        import_module(needed)
    del sys.modules[HELPER]  # it is run anew
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them here
    while line := sys.stdin.buffer.readline():
        child = os.fork()
        if child == 0:
            become_helper(*line.rstrip(b"\n").split(b"\0"))
        os.write(1, b"%d\n" % child)


if __name__ == "__main__":
    main()
