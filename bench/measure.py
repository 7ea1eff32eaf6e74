"""Run a command and say what it cost: wall time, processor time and peak memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "bench"
PEERS = BUILD / "peers"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost; `said` is the JSON document on its last line of output, if any."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    said: dict[str, float]

    @property
    def work_s(self) -> float:
        """The time of the work alone where the script measured it, else of the whole process."""
        return self.said.get("seconds", self.wall_s)


def run(command: Sequence[str | Path]) -> Cost:
    """Run a command to its end; a failure ends the benchmark with its words."""
    import time

    started = time.perf_counter()
    with subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as child:
        assert child.stdout is not None
        output = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if child.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed with {child.returncode}")
    lines = output.strip().splitlines()
    said: dict[str, float] = {}
    if lines and lines[-1].startswith("{"):
        said = json.loads(lines[-1])
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)


def least(commands: Sequence[Sequence[str | Path]], rounds: int = 3) -> list[Cost]:
    """Run several commands in turn, `rounds` times over, and return the quickest run of each.

    In turn and not one after the other, so that a busy spell of the machine falls on all of them.
    """
    runs = [[run(command) for command in commands] for _ in range(rounds)]
    return [
        min((turn[at] for turn in runs), key=lambda cost: cost.work_s)
        for at in range(len(commands))
    ]


def ours(script: str, *arguments: object) -> list[str | Path]:
    """Return the command for one of our own work scripts."""
    return [sys.executable, ROOT / "bench" / "work" / f"{script}.py", *map(str, arguments)]


def peer_python(script: str, *arguments: object) -> list[str | Path]:
    """Return the command for a peer that is a Python package; see `peers.py`."""
    return [
        PEERS / "bin" / "python",
        ROOT / "bench" / "work" / f"{script}.py",
        *map(str, arguments),
    ]


def row(work: str, beside: str, ratio: float, reach: str, *, met: bool, detail: str = "") -> None:
    """Print one line of the table in docs/performance.md."""
    print(
        f"| {work} | {beside} | {ratio:.2f} | {reach} | {'yes' if met else 'NO'} | {detail} |",
        flush=True,
    )
