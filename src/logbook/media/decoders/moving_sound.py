"""Decoded sound in the one form in which it is heard and measured, at any speed."""

from __future__ import annotations

import array
import contextlib
import sys
from collections.abc import Iterator
from typing import Any, Final

try:
    import av
except ImportError:  # pragma: no cover - as in `moving`
    av = None

RATE_HZ: Final = 48_000
BYTES_A_FRAME: Final = 4  # 16 bits, two channels
_AT_ONCE_S: Final = 0.1


class Sound:
    """Brings sound to one form and speed, and says when each stretch of it is."""

    def __init__(self, from_s: float, speed: float) -> None:
        self._from_s = from_s
        self._speed = speed
        self._at_s: float | None = None
        self._graph: Any = None
        self._resampler = av.AudioResampler(format="s16", layout="stereo", rate=RATE_HZ)
        self._waiting = bytearray()

    def feed(self, one: Any) -> Iterator[tuple[str, dict[str, Any], bytes]]:  # noqa: ANN401 - as above
        """Take a decoded stretch and give what is ready."""
        start_s = one.time if one.time is not None else (self._at_s or 0.0)
        if start_s + one.samples / one.sample_rate < self._from_s:
            return
        if self._at_s is None:
            self._at_s = max(start_s, 0.0)
        for part in self._resampler.resample(one):
            self._push(part)
        yield from self._ready(_AT_ONCE_S)

    def end(self) -> Iterator[tuple[str, dict[str, Any], bytes]]:
        """Give what is left."""
        for part in self._resampler.resample(None):
            self._push(part)
        if self._graph is not None:
            self._graph.push(None)
            self._pull()
        yield from self._ready(0.0)

    def _push(self, part: Any) -> None:  # noqa: ANN401 - as above
        if self._speed == 1.0:
            self._waiting += _bytes_of(part)
            return
        if self._graph is None:
            self._graph = _tempo(part, self._speed)
        self._graph.push(part)
        self._pull()

    def _pull(self) -> None:
        with contextlib.suppress(av.BlockingIOError, av.EOFError):
            while True:
                self._waiting += _bytes_of(self._graph.pull())

    def _ready(self, least_s: float) -> Iterator[tuple[str, dict[str, Any], bytes]]:
        frames = len(self._waiting) // BYTES_A_FRAME
        if not frames or frames < least_s * RATE_HZ:
            return
        at_s = self._at_s or 0.0
        body = bytes(self._waiting)
        self._waiting.clear()
        self._at_s = at_s + frames / RATE_HZ * self._speed
        yield "sound", {"at_s": at_s}, body


def resampled(frames: Iterator[Any], layout: str, rate_hz: int) -> Iterator[array.array[int]]:
    """Give decoded sound as numbers, in another layout and rate."""
    resampler = av.AudioResampler(format="s16", layout=layout, rate=rate_hz)
    for one in frames:
        for part in resampler.resample(one):
            yield _samples(_bytes_of(part))
    for part in resampler.resample(None):
        yield _samples(_bytes_of(part))


def _samples(data: bytes) -> array.array[int]:
    samples = array.array("h", data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def loudest(samples: array.array[int]) -> int:
    """Return the largest swing from silence, up to 32,767."""
    if not samples:
        return 0
    highest, lowest = max(samples), min(samples)
    return min(max(highest, -lowest, 0), 32_767)


def _bytes_of(part: Any) -> bytes:  # noqa: ANN401 - as above
    """Return the samples alone; the library's rows are longer than what they hold."""
    channels = part.layout.nb_channels
    return bytes(part.planes[0])[: part.samples * channels * 2]


def _tempo(part: Any, speed: float) -> Any:  # noqa: ANN401 - as above
    """Return the filter that changes how fast somebody speaks and not how high."""
    graph = av.filter.Graph()
    graph.link_nodes(
        graph.add_abuffer(
            format=part.format.name,
            sample_rate=part.sample_rate,
            layout=part.layout.name,
            time_base=part.time_base,
        ),
        graph.add("atempo", f"{speed:.3f}"),
        graph.add("aformat", f"sample_fmts=s16:channel_layouts=stereo:sample_rates={RATE_HZ}"),
        graph.add("abuffersink"),
    ).configure()
    return graph
