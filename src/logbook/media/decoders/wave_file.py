"""The loudest values along a WAVE file, for drawing it."""

from __future__ import annotations

import array
import sys
import wave
from typing import BinaryIO, Final

from logbook.media.decoders.result import Result, problem

MAX_PEAKS: Final = 2_000
_FRAMES_A_PEAK: Final = 8_192  # read at most; a long file is sampled, not read whole
_MAX_CHANNELS: Final = 8
_CODES: Final = {1: "B", 2: "h", 4: "i"}
_BYTES_24: Final = 3


def peaks(stream: BinaryIO, count: int) -> Result:
    """Return `peaks`: up to `count` values from 0 to 1, the loudest of each stretch."""
    try:
        with wave.open(stream) as sound:
            return Result({"peaks": _peaks(sound, max(1, min(count, MAX_PEAKS)))})
    except wave.Error:
        return problem("unsupported")  # compressed or floating point
    except (EOFError, ValueError):
        return problem("broken")


def _peaks(sound: wave.Wave_read, count: int) -> list[float]:
    width, channels, frames = sound.getsampwidth(), sound.getnchannels(), sound.getnframes()
    if not 1 <= channels <= _MAX_CHANNELS:
        raise ValueError("channels")
    count = min(count, frames)
    found = []
    for index in range(count):
        start, end = frames * index // count, frames * (index + 1) // count
        sound.setpos(start)
        data = sound.readframes(min(end - start, _FRAMES_A_PEAK))
        found.append(round(_loudest(data, width), 3))
    return found


def _loudest(data: bytes, width: int) -> float:
    """Return the largest swing from silence as a part of the largest possible."""
    if width == _BYTES_24:  # the upper two bytes say enough for a drawing
        high = bytearray(len(data) // 3 * 2)
        high[0::2], high[1::2] = data[1::3][: len(high) // 2], data[2::3][: len(high) // 2]
        data, width = bytes(high), 2
    code = _CODES.get(width)
    if code is None:
        raise ValueError("sample width")
    samples = array.array(code, data[: len(data) // width * width])
    if not samples:
        return 0.0
    if sys.byteorder == "big":
        samples.byteswap()
    middle = 128 if width == 1 else 0
    full = 128 if width == 1 else 1 << (8 * width - 1)
    return max(max(samples) - middle, middle - min(samples)) / full
