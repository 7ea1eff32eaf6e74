"""Large pictures leave nothing behind in memory."""

from __future__ import annotations

import subprocess
import sys

import pytest

HELD_AND_LET_GO = """
import ctypes, sys
from logbook.ui.heap import give_large_blocks_back
if sys.argv[1] == "with": give_large_blocks_back()
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
large, kept = [], []
for _ in range(3):  # the first one that is freed makes the usual limit grow
    for _ in range(20):
        large.append(libc.malloc(4 << 20))
        ctypes.memset(ctypes.c_void_p(large[-1]), 1, 4 << 20)
        kept.append(libc.malloc(600))
    for block in large: libc.free(block)
    large.clear()
for line in open("/proc/self/smaps_rollup"):
    if line.startswith("Pss:"): print(int(line.split()[1]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it is the GNU C library's limit")
def test_large_blocks_between_small_ones_go_back_to_the_system() -> None:
    took_mb = [
        int(
            subprocess.run(
                [sys.executable, "-c", HELD_AND_LET_GO, how],
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
        for how in ("with", "without")
    ]
    assert took_mb[0] < 40
    assert took_mb[1] >= took_mb[0]
