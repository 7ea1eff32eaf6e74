"""Work off the GUI thread: one worker for the vault, in order, and a pool of two for the rest.

Workers hold no QObject that can die. They leave what they have to say with one long-lived `Jobs`
object, which says it on the GUI thread: progress at most every 0.1 s, and always the last.
"""

from __future__ import annotations

import inspect
import sys
import threading
from collections import deque
from collections.abc import Callable
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from logbook.errors import Cancelled

_TELL_EVERY_MS = 100
_POOL_SIZE = 2
# A worker that computes keeps Python's lock for so long while the window waits for it, and the
# window asks for it anew with every part that it lays out or paints, a hundred times and more in
# one step: with 0.5 ms each such a step stood still for longer than it worked.
_LOCK_HELD_S = 0.0001


class State(Enum):
    """How far a job is."""

    WAITING = auto()
    RUNNING = auto()
    DONE = auto()
    FAILED = auto()
    STOPPED = auto()


class Job(QObject):
    """One piece of work; its signals come on the GUI thread, `ended` always and last."""

    done = Signal(object)  # the task's result
    failed = Signal(object)  # the exception
    stopped = Signal()  # the person pressed Stop
    progressed = Signal(object, object, str)  # done, total (0: not known), doing
    ended = Signal()

    def __init__(self, parent: QObject, work: _Work) -> None:
        super().__init__(parent)
        self._work = work

    @property
    def state(self) -> State:
        """How far it is."""
        return self._work.state

    def cancel(self) -> None:
        """Ask it to stop; work that waits never starts."""
        self._work.cancelled.set()


class Jobs(QObject):
    """All work of the process; lives as long as the application."""

    idle = Signal()  # nothing waits or runs any more
    _finished = Signal(object)  # from a worker to the GUI thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_LOCK_HELD_S)
        self._jobs: dict[_Work, Job] = {}
        self._vault = _Queue("vault")
        self._pool = _Queue(*(f"pool-{at}" for at in range(_POOL_SIZE)))
        self._finished.connect(self._end)
        self._timer = QTimer(self)
        self._timer.setInterval(_TELL_EVERY_MS)
        self._timer.timeout.connect(self._tell)
        self._threads: list[threading.Thread] = []

    def on_vault(
        self,
        task: Callable[..., Any],
        *args: object,
        long: bool = False,
        keep: bool = False,
        **named: object,
    ) -> Job:
        """Run a task on the vault's thread, after what waits there already.

        A `long` task calls `progress.give_way()` between its transactions, and short ones that
        wait run then. `keep` marks work that hiding and locking must not cancel, such as a draft.
        """
        return self._add(self._vault, _Work(task, args, named, long=long, keep=keep))

    def in_pool(self, task: Callable[..., Any], *args: object, **named: object) -> Job:
        """Run a task that does not touch the vault, beside everything else."""
        return self._add(self._pool, _Work(task, args, named, long=True, keep=False))

    @property
    def busy(self) -> bool:
        """True while work waits or runs."""
        return bool(self._jobs)

    @property
    def busy_long(self) -> bool:
        """True while work waits or runs that takes its time and whose end a page awaits."""
        return any(work.long for work in self._jobs)

    def cancel_all(self) -> None:
        """Stop everything except what was marked to be kept."""
        for work in self._jobs:
            if not work.keep:
                work.cancelled.set()

    def close(self, timeout_s: float = 10.0) -> bool:
        """Stop everything and end the threads; False when one did not end in time."""
        self.cancel_all()
        for queue in (self._vault, self._pool):
            queue.close()
        for thread in self._threads:
            thread.join(timeout_s)
        self._timer.stop()
        return not any(thread.is_alive() for thread in self._threads)

    def _add(self, queue: _Queue, work: _Work) -> Job:
        work.queue = queue
        if not queue.served:  # no thread before there is work: the first screen needs none
            self._threads += queue.start(self._finished.emit)
        job = self._jobs[work] = Job(self, work)
        if not self._timer.isActive():
            self._timer.start()
        queue.put(work)
        return job

    def _tell(self) -> None:
        for work, job in list(self._jobs.items()):
            report = work.take_report()
            if report is not None:
                job.progressed.emit(*report)

    def _end(self, work: _Work) -> None:
        job = self._jobs.pop(work)
        report = work.take_report()
        if report is not None:
            job.progressed.emit(*report)
        if work.state is State.DONE:
            job.done.emit(work.outcome)
        elif work.state is State.FAILED:
            job.failed.emit(work.outcome)
        else:
            job.stopped.emit()
        job.ended.emit()
        work.forget()
        job.deleteLater()
        if not self._jobs:
            self._timer.stop()
            self.idle.emit()


class _Work:
    """A task, its arguments and what became of it; the worker's side of a job. Knows no Qt."""

    def __init__(
        self,
        task: Callable[..., Any],
        args: tuple[object, ...],
        named: dict[str, object],
        *,
        long: bool,
        keep: bool,
    ) -> None:
        self.task = task
        self.args = args
        self.named = named
        self.long = long
        self.keep = keep
        self.state = State.WAITING
        self.outcome: Any = None
        self.cancelled = threading.Event()
        self.queue: _Queue | None = None
        self.giving_way = False
        self._report: tuple[int, int, str] | None = None
        if _wants_progress(task):
            self.named = {"progress": self, **named}

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        """Take a report of progress; raises `Cancelled` when it shall stop."""
        self._report = (done, total, doing)
        if self.cancelled.is_set():
            raise Cancelled

    def give_way(self) -> None:
        """Run the short work that waits for this thread."""
        if self.queue is None or self.giving_way or not self.long:
            return
        self.giving_way = True
        try:
            self.queue.run_short()
        finally:
            self.giving_way = False
        if self.cancelled.is_set():
            raise Cancelled

    def take_report(self) -> tuple[int, int, str] | None:
        """Return the newest report that was not told yet."""
        report, self._report = self._report, None
        return report

    def forget(self) -> None:
        """Let go of what it was given and what came of it: who asked may keep the job for long."""
        self.args, self.named, self.outcome = (), {}, None

    def run(self) -> None:
        """Do the work on the calling thread; whatever happens is kept as the outcome."""
        if self.cancelled.is_set():
            self.state = State.STOPPED
            return
        self.state = State.RUNNING
        try:
            self.outcome = self.task(*self.args, **self.named)
            self.state = State.DONE
        except Cancelled:
            self.state = State.STOPPED
        except BaseException as error:  # noqa: BLE001 - a worker must outlive any task
            self.outcome = error
            self.state = State.FAILED


class _Queue:
    """Work for one or more threads, first come first served."""

    def __init__(self, *thread_names: str) -> None:
        self._thread_names = thread_names
        self.served = False
        self._waiting: deque[_Work | None] = deque()
        self._changed = threading.Condition()
        self._say_finished: Callable[[_Work], object] = _say_nothing

    def put(self, work: _Work | None) -> None:
        with self._changed:
            self._waiting.append(work)
            self._changed.notify()

    def start(self, say_finished: Callable[[_Work], object]) -> list[threading.Thread]:
        """Start the threads that serve this queue and return them."""
        self.served = True
        return [_start(name, self, say_finished) for name in self._thread_names]

    def close(self) -> None:
        for _ in self._thread_names:
            self.put(None)

    def serve(self, say_finished: Callable[[_Work], object]) -> None:
        """Work until the queue is closed; the body of a worker thread."""
        self._say_finished = say_finished
        while True:
            with self._changed:
                while not self._waiting:
                    self._changed.wait()
                work = self._waiting.popleft()
            if work is None:
                return
            self._run(work)
            del work  # an idle worker must not keep a result alive

    def run_short(self) -> None:
        """Run the short work that waits, on the thread of the long work that gives way."""
        while True:
            with self._changed:
                short = next((one for one in self._waiting if one and not one.long), None)
                if short is None:
                    return
                self._waiting.remove(short)
            self._run(short)

    def _run(self, work: _Work) -> None:
        work.run()
        self._say_finished(work)


def _say_nothing(_work: _Work) -> None:
    """Stand in until a worker serves the queue."""


def _start(name: str, queue: _Queue, say_finished: Callable[[_Work], object]) -> threading.Thread:
    # Daemons: a task that never asks for progress must not keep a hidden process alive.
    thread = threading.Thread(target=queue.serve, args=(say_finished,), name=name, daemon=True)
    thread.start()
    return thread


def _wants_progress(task: Callable[..., Any]) -> bool:
    try:
        return "progress" in inspect.signature(task).parameters
    except (TypeError, ValueError):  # a builtin without a signature takes no progress
        return False
