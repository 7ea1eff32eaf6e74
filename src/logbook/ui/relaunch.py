"""A fresh process for the lock screen: what it must know goes through a pipe, never to disk.

The old process is replaced because closing a book leaves plaintext in its memory. The path of the
book is not put on the command line, where other users could read it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

_MARK = "LOGBOOK_HANDOVER"  # says only that standard input holds something
_MOST_BYTES = 32 * 1024  # a pipe takes this much without a reader


class Handover(NamedTuple):
    """What the next lock screen needs: the book, the time, and where the person was."""

    folder: str = ""
    new_book: bool = False  # the set-up comes first, though there is a book
    locked_at: str = ""  # clock time as shown
    page: str = ""
    place: Mapping[str, Any] = MappingProxyType({})
    geometry: tuple[int, int, int, int] | None = None  # x, y, width, height
    maximized: bool = False
    minimized: bool = False  # hidden at once, and not to jump back into sight
    theme: str = "system"
    scale: float = 1.0


def replace_process(handover: Handover, command: list[str] | None = None) -> None:
    """Start the program anew in place of this process; does not return.

    Raises OSError when the program cannot be started; then the caller ends the process.
    """
    data = _written(handover)
    if len(data) > _MOST_BYTES:
        data = _written(Handover(folder=handover.folder))
    line = command or _own_command()
    environment = {**os.environ, _MARK: "1"}
    if sys.platform == "win32":
        _start_next(line, environment, data)
    else:
        _become_next(line, environment, data)


def take_handover() -> Handover:
    """Return what the process before this one handed over; an empty one when there was none."""
    if os.environ.pop(_MARK, "") != "1":
        return Handover()
    with os.fdopen(0, "rb", closefd=False) as stream:
        untrusted = stream.read(_MOST_BYTES + 1)
    _close_input()
    try:
        found = dict(json.loads(untrusted))
        found["geometry"] = tuple(found["geometry"]) if found.get("geometry") else None
        return Handover(**found)
    except (ValueError, TypeError):
        return Handover()


def _written(handover: Handover) -> bytes:
    return json.dumps({**handover._asdict(), "place": dict(handover.place)}).encode()


def _own_command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    # -P: a file named like a module in the folder the person started from must not be imported.
    return [sys.executable, "-P", "-m", "logbook"]


def _become_next(line: list[str], environment: dict[str, str], data: bytes) -> None:
    reading, writing = os.pipe()
    os.write(writing, data)
    os.close(writing)
    os.dup2(reading, 0)
    os.execve(line[0], line, environment)  # noqa: S606 - our own interpreter, no shell


def _start_next(line: list[str], environment: dict[str, str], data: bytes) -> None:
    import subprocess  # noqa: PLC0415 - needed on one system only, when the book is locked

    started = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
        line, env=environment, stdin=subprocess.PIPE, cwd=Path.home()
    )
    if started.stdin is not None:
        started.stdin.write(data)
        started.stdin.close()
    os._exit(0)


def _close_input() -> None:
    """Leave nothing readable on standard input."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
