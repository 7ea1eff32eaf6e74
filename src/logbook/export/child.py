"""Work that must be stoppable or that touches foreign documents runs in a child process.

A document from outside is parsed there under limits of memory and time; validating a long report
is done there because nothing could stop it here. The child gets what it needs over a pipe: its
command line says nothing about a person.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from typing import Any, BinaryIO, Final, Self, cast

from logbook.domain.progress import Progress

HIDDEN_ARGUMENT: Final = "--report-helper"
"""First argument that makes a frozen program this child: it calls `child_main.main()` at once."""

MOST_BYTES: Final = 1 << 30  # of one message
_POLL_S: Final = 0.1


class ChildFailed(Exception):
    """The child died, took too long or answered nonsense."""


class Child:
    """One helper process; answers one question after the other, until it is left."""

    def __init__(self, inherits: tuple[int, ...] = ()) -> None:
        """`inherits`: open files that the process has too, under the same numbers."""
        self._inherits = inherits
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Return the child; its process starts with the first question."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process, whatever it does."""
        self._end()

    def ask(
        self, question: dict[str, Any], body: bytes, progress: Progress, limit_s: float
    ) -> tuple[dict[str, Any], bytes]:
        """Return the answer's fields and bytes, both untrusted; raises `ChildFailed`.

        `progress` is called while waiting; when it raises, the process is killed at once.
        """
        if self._process is None or self._process.poll() is not None:
            self._process = start_process(self._inherits)
        exchange = _Exchange(self._process, question, body)
        ends = time.monotonic() + limit_s
        try:
            while not exchange.is_over(_POLL_S):
                progress(0, 0)
                if time.monotonic() > ends:
                    break
            answer = exchange.answer
        except BaseException:
            self._end()
            raise
        if answer is None:
            self._end()
            raise ChildFailed(str(question.get("job")))
        return answer

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            end_process(process)


class _Exchange:
    """One question and its answer on a thread, so that the asking thread can watch the clock."""

    def __init__(
        self, process: subprocess.Popen[bytes], question: dict[str, Any], body: bytes
    ) -> None:
        self.answer: tuple[dict[str, Any], bytes] | None = None
        self._over = threading.Event()
        self._pipes = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
        thread = threading.Thread(target=self._run, args=(question, body), daemon=True)
        thread.start()

    def is_over(self, wait_s: float) -> bool:
        """Wait a little and return whether the child has answered or is gone."""
        return self._over.wait(wait_s)

    def _run(self, question: dict[str, Any], body: bytes) -> None:
        to_child, from_child = self._pipes
        with contextlib.suppress(OSError, ValueError):  # a dead child: there is no answer then
            send(to_child, question, body)
            self.answer = receive(from_child)
        self._over.set()


def send(pipe: BinaryIO, fields: dict[str, Any], body: bytes) -> None:
    """Write one message: the length of its JSON and of its body, then both."""
    head = json.dumps(fields).encode()
    pipe.write(len(head).to_bytes(4, "big") + len(body).to_bytes(8, "big") + head)
    pipe.write(body)
    pipe.flush()


def receive(pipe: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """Read one message, None at the end of the pipe; raises `ValueError` for nonsense."""
    sizes = pipe.read(12)
    if len(sizes) < 12:  # noqa: PLR2004 - two lengths, as written above
        return None
    head_bytes = int.from_bytes(sizes[:4], "big")
    body_bytes = int.from_bytes(sizes[4:], "big")
    if head_bytes > MOST_BYTES or body_bytes > MOST_BYTES:
        raise ValueError("too long")
    fields = json.loads(pipe.read(head_bytes))
    body = pipe.read(body_bytes)
    if not isinstance(fields, dict) or len(body) < body_bytes:
        raise ValueError("cut off")
    return fields, body


def end_process(process: subprocess.Popen[bytes]) -> None:
    """End a helper process, whatever it does."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):  # what was not sent is not wanted any more
            cast("BinaryIO", pipe).close()


def start_process(inherits: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
    """Start the helper with nothing of this process but its pipes, and what it `inherits`."""
    frozen = getattr(sys, "frozen", False)
    how = [HIDDEN_ARGUMENT] if frozen else ["-I", "-B", "-m", "logbook.export.child_main"]
    kept = ("SYSTEMROOT", "LD_LIBRARY_PATH")
    return subprocess.Popen(  # noqa: S603 - our own program, no value from outside
        [sys.executable, *how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a warning of a parser could quote the document
        env={name: os.environ[name] for name in kept if name in os.environ},
        start_new_session=True,
        pass_fds=inherits,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
