"""Memory of large things goes back to the system when they are let go of."""

from __future__ import annotations

import contextlib
import ctypes
import sys

_M_MMAP_THRESHOLD = -3  # malloc.h of the GNU C library
_LARGE_BYTES = 512 << 10  # from the picture of a page upwards; tiles and rows stay below


def give_large_blocks_back() -> None:
    """Have every large block mapped by itself, in the GNU C library; elsewhere nothing happens.

    By default its limit grows with the first large block that is freed, up to 32 MB. From then on
    pictures lie between small things that live on, and what they took is never given back:
    40 MB of a window that showed a report (mallopt(3)).
    """
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError):  # another C library, which has no such limit
            ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE_BYTES)
