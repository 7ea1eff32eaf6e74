"""Watch the event loop from beside it: how long it stood still, in which step, and in which code."""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 4
LATE_S = 0.030  # from here on the stack is looked at
STALL_S = 0.050
KEPT = 40


@dataclass
class Stall:
    """A stretch without the event loop: its length, the processor time of the thread, its stacks.

    `queued_s` of it the thread was ready and other programs had the processor.
    """

    step: str
    wall_s: float
    cpu_s: float
    queued_s: float
    stacks: list[str] = field(default_factory=list)


class Watchdog(QObject):
    """Beats on the thread of the window; another thread looks what it does when a beat is late."""

    def __init__(self) -> None:
        super().__init__()
        self.step = "start"
        self.stalls: list[Stall] = []
        self.longest: dict[str, float] = {}
        self._ident = threading.get_ident()
        self._beat = self._cpu = self._queued = 0.0
        self._place = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._seen: list[str] = []
        self._on = True
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        self._beat, self._cpu = time.perf_counter(), time.thread_time()
        self._queued = self._queued_so_far()
        self._timer.start()
        threading.Thread(target=self._look, daemon=True).start()

    def stop(self) -> None:
        self._on = False
        self._timer.stop()

    def _tick(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        queued = self._queued_so_far()
        gap, waited = now - self._beat, queued - self._queued
        self.longest[self.step] = max(self.longest.get(self.step, 0.0), gap - waited)
        if gap - waited > STALL_S:
            self.stalls.append(Stall(self.step, gap, cpu - self._cpu, waited, self._seen))
        self._seen = []
        self._beat, self._cpu, self._queued = now, cpu, queued

    def _queued_so_far(self) -> float:
        """What the kernel says of the time that this thread stood in line for a processor."""
        if not self._place.exists():
            return 0.0
        return int(self._place.read_text().split()[1]) / 1e9

    def _look(self) -> None:
        pause = threading.Event()
        while self._on:
            pause.wait(0.008)
            if time.perf_counter() - self._beat > LATE_S and len(self._seen) < KEPT:
                self._seen.append(_said(sys._current_frames().get(self._ident)))


def _said(frame) -> str:
    """The innermost calls of our own, outermost first, and where the code stands.

    Quick, and without keeping a frame: a painter that lives in one must end when its code does.
    """
    found = []
    while frame is not None:
        code = frame.f_code
        found.append((code.co_filename, code.co_qualname, frame.f_lineno))
        frame = frame.f_back
    ours = [one for one in found if "/logbook/" in one[0]][:7] or found[:3]
    parts = [f"{name}:{line}" for _, name, line in reversed(ours)]
    if found and found[0] is not ours[0]:
        parts.append(f"[{found[0][0].rpartition('/')[2]}:{found[0][2]}]")
    return " > ".join(parts)
