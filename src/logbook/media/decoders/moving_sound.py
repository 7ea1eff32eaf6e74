"""Decoded sound in the one form in which it is heard and measured, at any speed."""

from __future__ import annotations

import array
from collections.abc import Iterator
from typing import Any, Final

from logbook.media.decoders import ffmpeg
from logbook.media.decoders.tempo import Tempo

RATE_HZ: Final = 48_000
BYTES_A_FRAME: Final = 4  # 16 bits, two channels
_AT_ONCE_S: Final = 0.1


class Sound:
    """Brings sound to one form and speed, and says when each stretch of it is."""

    def __init__(self, from_s: float, speed: float) -> None:
        self._from_s = from_s
        self._speed = speed
        self._at_s: float | None = None
        self._resampler = ffmpeg.Resampler(2, RATE_HZ)
        self._tempo = None if speed == 1.0 else Tempo(speed)
        self._waiting = bytearray()

    def feed(self, one: ffmpeg.Frame) -> Iterator[tuple[str, dict[str, Any], bytes]]:
        """Take a decoded stretch and give what is ready."""
        start_s = one.time_s if one.time_s is not None else (self._at_s or 0.0)
        if start_s + one.samples / max(one.rate_hz, 1) < self._from_s:
            return
        if self._at_s is None:
            self._at_s = max(start_s, 0.0)
        self._take(self._resampler.feed(one))
        yield from self._ready(_AT_ONCE_S)

    def end(self) -> Iterator[tuple[str, dict[str, Any], bytes]]:
        """Give what is left."""
        self._take(self._resampler.end())
        if self._tempo is not None:
            self._waiting += self._tempo.end().tobytes()
        yield from self._ready(0.0)

    def _take(self, data: bytes) -> None:
        if self._tempo is None:
            self._waiting += data
        elif data:
            self._waiting += self._tempo.feed(array.array("h", data)).tobytes()

    def _ready(self, least_s: float) -> Iterator[tuple[str, dict[str, Any], bytes]]:
        frames = len(self._waiting) // BYTES_A_FRAME
        if not frames or frames < least_s * RATE_HZ:
            return
        at_s = self._at_s or 0.0
        body = bytes(self._waiting)
        self._waiting.clear()
        self._at_s = at_s + frames / RATE_HZ * self._speed
        yield "sound", {"at_s": at_s}, body


def resampled(
    frames: Iterator[ffmpeg.Frame], channels: int, rate_hz: int
) -> Iterator[array.array[int]]:
    """Give decoded sound as numbers, in another count of channels and rate."""
    resampler = ffmpeg.Resampler(channels, rate_hz)
    for one in frames:
        yield array.array("h", resampler.feed(one))
    yield array.array("h", resampler.end())


def loudest(samples: array.array[int]) -> int:
    """Return the largest swing from silence, up to 32,767."""
    if not samples:
        return 0
    highest, lowest = max(samples), min(samples)
    return min(max(highest, -lowest, 0), 32_767)
