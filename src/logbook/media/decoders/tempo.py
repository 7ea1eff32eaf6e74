"""How fast somebody speaks, and not how high: sound by overlap and add at the likest place.

The method is WSOLA (Verhelst and Roelands, 1993): stretches are taken further apart or closer
together than they are laid down, each moved a little to where it goes on from the one before it.
"""

from __future__ import annotations

import array
import math
from itertools import chain
from operator import mul
from typing import Final

_STRETCH: Final = (
    2_880  # frames laid down whole, 60 ms at 48,000 a second: longer than a low voice's swing
)
_OVERLAP: Final = 480  # frames in which one fades into the next
_SOUGHT: Final = 720  # frames in which the likest place is looked for
_COARSE: Final = 12  # every so many frames are compared: enough for a voice
_STEP: Final = 6


class Tempo:
    """Changes the speed of 16-bit stereo sound, a piece at a time."""

    def __init__(self, speed: float) -> None:
        self._speed = speed
        self._forget()

    def _forget(self) -> None:
        self._in = array.array("h")
        self._next_at = 0.0  # frame in `_in` where the next stretch is due
        self._tail = array.array("h")  # what the next stretch fades in over
        self._last = array.array("h", [0, 0])
        self._frames_in = self._frames_out = 0

    def feed(self, samples: array.array[int]) -> array.array[int]:
        """Take left and right samples in turn and return what is ready."""
        self._frames_in += len(samples) // 2
        out = self._stretched(samples)
        self._frames_out += len(out) // 2
        return out

    def end(self) -> array.array[int]:
        """Return what is left, and be as new."""
        wanted = math.ceil(self._frames_in / self._speed) - self._frames_out
        out = array.array("h")
        # The last sample is held for as long as the last stretches look ahead; none of it is given.
        held = self._last * (_SOUGHT + _STRETCH + _OVERLAP)
        while len(out) // 2 < wanted:
            out.extend(self._stretched(held))
        self._forget()
        return out[: max(wanted, 0) * 2]

    def _stretched(self, samples: array.array[int]) -> array.array[int]:
        if samples:
            self._last = samples[-2:]
        self._in.extend(samples)
        out = array.array("h")
        while int(self._next_at) + _SOUGHT + _STRETCH + _OVERLAP <= len(self._in) // 2:
            self._lay(int(self._next_at) + self._likest(), out)
            self._next_at += _STRETCH * self._speed
        past = min(int(self._next_at), len(self._in) // 2)  # where no later stretch can begin
        del self._in[: past * 2]
        self._next_at -= past
        return out

    def _lay(self, at: int, out: array.array[int]) -> None:
        """Lay a stretch down after what is there, and keep what follows it for the next."""
        end = at + _STRETCH
        stretch = self._in[at * 2 : end * 2]
        if self._tail:
            stretch[: _OVERLAP * 2] = _faded(self._tail, stretch[: _OVERLAP * 2])
        out.extend(stretch)
        self._tail = self._in[end * 2 : (end + _OVERLAP) * 2]

    def _likest(self) -> int:
        """Return how many frames later the sound is most like what it is to go on from."""
        if not self._tail:
            return 0
        first = int(self._next_at)
        sought = self._in[first * 2 : (first + _SOUGHT + _OVERLAP) * 2 : 2]
        shape = self._tail[:: 2 * _COARSE]
        best, best_at = float("-inf"), 0
        for at in range(0, _SOUGHT, _STEP):
            part = sought[at : at + _OVERLAP : _COARSE]
            like = sum(map(mul, shape, part))
            strength = sum(map(mul, part, part)) + 1
            score = like * abs(like) / strength  # likeness, whatever the loudness
            if score > best:
                best, best_at = score, at
        return best_at


def _faded(out_going: array.array[int], in_coming: array.array[int]) -> array.array[int]:
    """Mix two stretches, the first getting quieter as the second gets louder."""
    there = len(out_going) // 2
    weights = chain.from_iterable((one, one) for one in range(there))
    return array.array(
        "h",
        (
            (old * (there - weight) + new * weight) // there
            for old, new, weight in zip(out_going, in_coming, weights, strict=True)
        ),
    )
