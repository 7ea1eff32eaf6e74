"""Watch the event loop from beside it: how long it stood still, in which step, and in which code."""

from __future__ import annotations

import faulthandler
import os
import re
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 4
LATE_S = 0.030  # from here on the stack is looked at
STALL_S = 0.050
KEPT = 40
_CALL = re.compile(r'File "(.*)", line (\d+) in (.*)')


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
        stacks = _Stacks(self._ident)
        while self._on:
            pause.wait(0.008)
            if time.perf_counter() - self._beat > LATE_S and len(self._seen) < KEPT:
                self._seen.append(stacks.of_thread())


class _Stacks:
    """Reads where a thread is without ever holding one of its frames.

    `sys._current_frames` hands them out, and a painter that lives in one then ends on this thread
    when its code returns meanwhile: the process died of it now and then.
    """

    def __init__(self, ident: int) -> None:
        self._head = f"Thread 0x{ident:016x}"
        self._place = os.memfd_create("stacks")

    def of_thread(self) -> str:
        """The innermost calls of our own, outermost first, and where the code stands."""
        os.ftruncate(self._place, 0)
        os.lseek(self._place, 0, os.SEEK_SET)
        faulthandler.dump_traceback(self._place)
        text = os.pread(self._place, 1 << 20, 0).decode("utf-8", "replace")
        stack = text.partition(self._head)[2].partition("\n\n")[0]
        found = _CALL.findall(stack)
        ours = [one for one in found if "/logbook/" in one[0]][:7] or found[:3]
        parts = [f"{Path(file).stem}.{name}:{line}" for file, line, name in reversed(ours)]
        if found and found[0] is not ours[0]:
            parts.append(f"[{found[0][0].rpartition('/')[2]}:{found[0][1]}]")
        return " > ".join(parts)
