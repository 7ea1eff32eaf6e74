"""Foreign pictures, sounds and documents are decoded in a child process, never in this one.

The child gets no file, no folder, no network and no part of the vault: it asks for stretches of the
one file over a pipe, and answers over another. A decoder that is taken over, hangs or eats memory
takes the child with it and nothing else (threat model: hostile import).
"""

from __future__ import annotations

import atexit
import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from logbook.domain.progress import SILENT, Progress
from logbook.errors import DecoderMissing
from logbook.media import wire
from logbook.media.wire import Frame

HIDDEN_ARGUMENT: Final = "--decode-foreign-file"
"""First argument that makes a frozen program a child: it must call `child_main.main()` at once."""

JOB_LIMIT_S: Final = 60.0
START_LIMIT_S: Final = 60.0
_POLL_S: Final = 0.1
_MOVING_ARGUMENT: Final = "--moving"  # as in `child_main`
_IDLE_CHILDREN: Final = 2  # as many as the pool has threads
_REST_S: Final = 30.0  # each takes 20 MB, and half a second to start anew


@dataclass(frozen=True, slots=True)
class Job:
    """What a child shall do with one file; `options` is plain JSON."""

    name: str
    size_bytes: int
    options: dict[str, Any] = field(default_factory=dict)
    limit_s: float = JOB_LIMIT_S

    @property
    def moving(self) -> bool:
        """Whether it takes a child that knows sound and video."""
        return self.name.startswith("moving_")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a child said. Everything in it is as untrusted as the file it comes from.

    `problem` is set when the child died of the file ("broken") or took too long ("too_large").
    """

    untrusted_fields: dict[str, Any] = field(default_factory=dict)
    untrusted_parts: dict[str, bytes] = field(default_factory=dict)
    problem: str = ""


class _Meter:
    """How far into the file a child has read."""

    def __init__(self, progress: Progress, size_bytes: int) -> None:
        self._progress = progress
        self._size_bytes = size_bytes
        self._furthest = 0

    def reached(self, offset: int) -> None:
        """Note a read up to `offset` and tell."""
        self._furthest = max(self._furthest, min(offset, self._size_bytes))
        self.tell()

    def tell(self) -> None:
        """Report; raises `Cancelled` when the person pressed Stop."""
        self._progress(self._furthest, self._size_bytes)


class Child:
    """One decoding process; serves several files in sequence, on one thread at a time."""

    def __init__(self, *, moving: bool = False) -> None:
        self.usable = True
        self.moving = moving
        self.rests_since_s = 0.0  # by the clock of `Children`
        self._process = subprocess.Popen(  # noqa: S603 - our own program, no value from outside
            [*_command(), *([_MOVING_ARGUMENT] if moving else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a decoder's warnings could quote the file
            cwd=Path(sys.executable).anchor,
            env=_bare_environment(),
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._to_child = cast("BinaryIO", self._process.stdin)
        self._from_child = cast("BinaryIO", self._process.stdout)
        self._frames: queue.SimpleQueue[wire.Frame | None] = queue.SimpleQueue()
        self._turn = threading.Semaphore(1)
        self._reaping = threading.Lock()
        self._reader = threading.Thread(target=self._read_frames, daemon=True)
        self._reader.start()

    def wait_until_ready(self) -> None:
        """Wait for the child's greeting; raises `DecoderMissing` when the program cannot start."""
        with self._killed_after(START_LIMIT_S):
            greeting = self._next_frame(lambda: None)
        if greeting is None or "ready" not in greeting.fields:
            self.end()
            raise DecoderMissing("the decoding process does not start")

    def is_alive(self) -> bool:
        """Return whether the process still runs."""
        return self._process.poll() is None

    def run(self, job: Job, stream: BinaryIO, progress: Progress = SILENT) -> Answer:
        """Let the child work on `stream`, which is read on this thread and never closed.

        Progress counts bytes of the file. `Cancelled` and every error of `stream` itself pass
        through and end the child; every failure of the child is an answer with a problem.
        """
        started = time.monotonic()
        try:
            with self._killed_after(job.limit_s):
                answer = self._converse(job, stream, progress)
        except wire.WireError:
            answer = Answer(problem="broken")
        except BaseException:
            self.end()
            raise
        if answer.problem or answer.untrusted_fields.get("spent"):
            self.end()
        if answer.problem and time.monotonic() - started >= job.limit_s:
            return Answer(problem="too_large")
        return answer

    def talk(self, job: Job, stream: BinaryIO, answer: Callable[[Frame], dict[str, Any]]) -> Answer:
        """Let the child work and hand over parts as they come; see `run` for the rest.

        `answer` may take its time, and returns what the child hears. The limit is on the time that
        the child takes for one part.
        """
        try:
            self._say({"job": job.name, "size": job.size_bytes, "options": job.options})
            while True:
                with self._killed_after(job.limit_s):
                    frame = self._next_part(job, stream)
                if frame is None or "done" in frame.fields:
                    done = frame.fields["done"] if frame is not None else None
                    ended = Answer(done) if isinstance(done, dict) else Answer(problem="broken")
                    break
                self._say(answer(frame))
        except wire.WireError:
            ended = Answer(problem="broken")
        except BaseException:
            self.end()
            raise
        if ended.problem:
            self.end()
        return ended

    def end(self) -> None:
        """Kill the child and wait until it is gone; harmless when it already is."""
        self.usable = False
        self.kill()
        with self._reaping:
            self._process.wait()
        self._turn.release()
        self._reader.join()
        with contextlib.suppress(OSError):  # what was not sent is not wanted any more
            self._to_child.close()
        self._from_child.close()

    def kill(self) -> None:
        """Kill the child with everything it may have started; on any thread."""
        with self._reaping:
            if self._process.returncode is not None:
                return  # its number may belong to somebody else by now
            if sys.platform == "win32":
                self._process.kill()
                return
            with contextlib.suppress(ProcessLookupError):  # it ended by itself
                os.killpg(self._process.pid, signal.SIGKILL)

    def _converse(self, job: Job, stream: BinaryIO, progress: Progress) -> Answer:
        parts: dict[str, bytes] = {}
        parts_bytes = 0
        meter = _Meter(progress, job.size_bytes)
        order = {"job": job.name, "size": job.size_bytes, "options": job.options}
        self._say(order)
        while (frame := self._next_frame(meter.tell)) is not None:
            if "read" in frame.fields:
                offset, length = _stretch(frame.fields["read"], job.size_bytes)
                stream.seek(offset)
                self._say({}, _read_up_to(stream, length))
                meter.reached(offset + length)
            elif "part" in frame.fields:
                parts_bytes += len(frame.body)
                if parts_bytes > wire.MAX_BODY_BYTES:
                    break
                parts[str(frame.fields["part"])] = frame.body
            else:
                done = frame.fields.get("done")
                return Answer(done, parts) if isinstance(done, dict) else Answer(problem="broken")
        return Answer(problem="broken")

    def _next_part(self, job: Job, stream: BinaryIO) -> Frame | None:
        """Serve the child's reads until it hands something over; None when it is gone."""
        while (frame := self._next_frame(lambda: None)) is not None:
            if "read" not in frame.fields:
                return frame
            offset, length = _stretch(frame.fields["read"], job.size_bytes)
            stream.seek(offset)
            self._say({}, _read_up_to(stream, length))
        return None

    def _say(self, fields: dict[str, Any], body: bytes = b"") -> None:
        """Send a frame; only the file's own errors may look like OSError to our caller."""
        try:
            wire.send(self._to_child, fields, body)
        except OSError as error:
            raise wire.WireError("closed") from error

    def _next_frame(self, tell: Callable[[], None]) -> wire.Frame | None:
        """Wait for the child's next frame and call `tell` meanwhile; None when it is gone."""
        while True:
            try:
                frame = self._frames.get(timeout=_POLL_S)
            except queue.Empty:
                tell()
            else:
                self._turn.release()
                return frame

    def _read_frames(self) -> None:
        """Move frames from the pipe to the queue, one at a time: a flood waits in the pipe."""
        while True:
            self._turn.acquire()
            try:
                frame = wire.receive(self._from_child) if self.usable else None
            except (wire.WireError, OSError):
                frame = None
            self._frames.put(frame)
            if frame is None:
                return

    @contextlib.contextmanager
    def _killed_after(self, limit_s: float) -> Iterator[None]:
        """Kill the child when the time is over, even while this thread waits for a full pipe."""
        timer = threading.Timer(limit_s, self.kill)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


class Children:
    """Children that wait for the next file, because starting one costs more than most files.

    One that waited for `rest_s` without a file is ended; the next file starts another.
    """

    def __init__(
        self, rest_s: float = _REST_S, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rest_s = rest_s
        self._clock = clock
        self._lock = threading.Lock()
        self._idle: list[Child] = []
        self._working: set[Child] = set()
        self._timer: threading.Timer | None = None  # runs while one waits

    @contextlib.contextmanager
    def borrow(self, *, moving: bool = False) -> Iterator[Child]:
        """Give a child that is ready, and take it back when it is still usable."""
        child = self._idle_child(moving=moving)
        if child is None:
            child = Child(moving=moving)
            child.wait_until_ready()
        with self._lock:
            self._working.add(child)
        try:
            yield child
        finally:
            with self._lock:
                self._working.discard(child)
                alike = sum(one.moving is child.moving for one in self._idle)
                keep = child.usable and alike < (1 if child.moving else _IDLE_CHILDREN)
                if keep:
                    child.rests_since_s = self._clock()
                    self._idle.append(child)
                    self._wake_in(self._rest_s)
            if not keep and child.usable:
                child.end()

    def _idle_child(self, *, moving: bool) -> Child | None:
        """Take an idle child; one that died meanwhile (out of memory, system sleep) is left out."""
        with self._lock:
            for child in reversed([one for one in self._idle if one.moving is moving]):
                self._idle.remove(child)
                if child.is_alive():
                    return child
                child.end()
        return None

    def end_rested(self) -> None:
        """End those that waited for a file for long, and come back for the others."""
        with self._lock:
            self._timer = None
            now_s = self._clock()
            rested = [one for one in self._idle if now_s - one.rests_since_s >= self._rest_s]
            self._idle = [one for one in self._idle if one not in rested]
            if self._idle:
                first_s = min(one.rests_since_s for one in self._idle)
                self._wake_in(first_s + self._rest_s - now_s)
        for child in rested:
            child.end()

    def _wake_in(self, wait_s: float) -> None:
        """See to it that those that rest are looked at; called with the lock held."""
        if self._timer is None:
            self._timer = threading.Timer(wait_s, self.end_rested)
            self._timer.daemon = True
            self._timer.start()

    def end_all(self) -> None:
        """End every child: what it decodes, or decoded last, lies in its memory.

        One that works is only killed; the thread that waits for it finds it gone and cleans up.
        """
        with self._lock:
            idle, self._idle = self._idle, []
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
            for child in self._working:
                child.usable = False
                child.kill()
        for child in idle:
            child.end()


CHILDREN: Final = Children()
atexit.register(CHILDREN.end_all)


def run(job: Job, stream: BinaryIO, progress: Progress = SILENT) -> Answer:
    """Let some child work on a file; see `Child.run`."""
    with CHILDREN.borrow(moving=job.moving) as child:
        return child.run(job, stream, progress)


def talk(job: Job, stream: BinaryIO, answer: Callable[[Frame], dict[str, Any]]) -> Answer:
    """Let some child work on a file and hand over parts as they come; see `Child.talk`."""
    with CHILDREN.borrow(moving=job.moving) as child:
        return child.talk(job, stream, answer)


def end_all() -> None:
    """End every child; called when the book is locked or hidden."""
    CHILDREN.end_all()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, HIDDEN_ARGUMENT]
    return [sys.executable, "-I", "-B", "-m", "logbook.media.child_main"]


def _bare_environment() -> dict[str, str]:
    """Return the few variables a process needs to start; nothing about the person or the desk."""
    names = ("SYSTEMROOT", "LD_LIBRARY_PATH")
    return {name: os.environ[name] for name in names if name in os.environ}


def _stretch(untrusted: object, size_bytes: int) -> tuple[int, int]:
    """Check what a child asks for."""
    match untrusted:
        case [int(offset), int(length)] if (
            0 <= offset <= size_bytes and 0 <= length <= wire.READ_BYTES
        ):
            return offset, length
    raise wire.WireError("no stretch of the file")


def _read_up_to(stream: BinaryIO, length: int) -> bytes:
    """Read `length` bytes or up to the end, also from a stream that gives less at a time."""
    blocks: list[bytes] = []
    while length and (block := stream.read(length)):
        blocks.append(block)
        length -= len(block)
    return b"".join(blocks)
