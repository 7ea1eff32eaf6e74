"""Where a person is in a file: how large, which way up, what is in the middle; or at what time."""

from __future__ import annotations

import math
from typing import NamedTuple

_NUMBERS = 7


class Seen(NamedTuple):
    """Numbers alone, as a page's place may pass to the next process."""

    zoom: float  # 1 is 100 %, 0: as large as there is room
    quarters: int  # turns to the right
    inverted: bool
    page: int  # the one in the middle, from 0
    across: float  # what lies in the middle, as parts of that page's width and height
    down: float
    at_s: float = 0.0  # of sound and video


def read_seen(untrusted_value: object) -> Seen | None:
    """Return what `list(seen)` said before, or None for anything else."""
    if not isinstance(untrusted_value, (list, tuple)) or len(untrusted_value) != _NUMBERS:
        return None
    if not all(isinstance(one, (int, float)) and math.isfinite(one) for one in untrusted_value):
        return None
    zoom, quarters, inverted, page, across, down, at_s = untrusted_value
    return Seen(
        max(float(zoom), 0.0),
        int(quarters) % 4,
        bool(inverted),
        max(int(page), 0),
        min(max(float(across), 0.0), 1.0),
        min(max(float(down), 0.0), 1.0),
        max(float(at_s), 0.0),
    )
