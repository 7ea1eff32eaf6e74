"""Foreign sound and video: what it holds, its wave form, a frame of it, and all of it for playing.

The library would guess a format from the content and follow lists that name other files; so the
format is always the one that our own recogniser found, and one of a closed list. The process has no
right to open anything besides (`child_main`), whatever a file asks for.
"""

from __future__ import annotations

import array
import contextlib
import importlib
import io
import math
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO, Final

from PIL import Image

from logbook.media.decoders import hidden, picture
from logbook.media.decoders.moving_sound import RATE_HZ, Sound, loudest, resampled
from logbook.media.decoders.result import Result, problem

try:
    import av
    from av.error import FFmpegError
except ImportError:  # pragma: no cover - an installation without it plays nothing
    av = None

MAX_PEAKS: Final = 2_000
MAX_SIDE_PX: Final = 1_280
_MAX_DECODED_PX: Final = 8_192 * 4_320
_WHOLE_WAVE_S: Final = 1_200  # a longer sound is listened to here and there
_LISTENED_S: Final = 0.4
_PEAKS_OF_LONG: Final = 240
_WAVE_HZ: Final = 8_000
_GUESSES: Final = frozenset({"aac", "amr", "mp3"})  # they have no length of their own
_SMALL_AT_S, _SMALL_QUALITY = 1.0, 80  # a first frame is often black
_NO_TIME: Final = "1904-01-01"  # zero, ISO/IEC 14496-12 section 8.2.2
_COUNTED_BYTES: Final = 256 << 20
_MICROSECONDS: Final = 1_000_000

# Media type -> the one demuxer that may read it. None of these opens another file or the network.
DEMUXERS: Final = {
    "video/mp4": "mov",
    "video/quicktime": "mov",
    "video/3gpp": "mov",
    "audio/mp4": "mov",
    "video/webm": "matroska",
    "video/x-matroska": "matroska",
    "audio/ogg": "ogg",
    "video/ogg": "ogg",
    "audio/wav": "wav",
    "audio/mpeg": "mp3",
    "audio/aac": "aac",
    "audio/flac": "flac",
    "audio/amr": "amr",
    "audio/amr-wb": "amr",
    "audio/x-caf": "caf",
    "video/x-msvideo": "avi",
    "video/x-ms-asf": "asf",
}
# In these the parts that may name other files are told not to.
_OPTIONS: Final = {"mov": {"enable_drefs": "0", "use_absolute_path": "0"}}

_ROOMS: Final = (
    *("attachments", "audio", "codec", "container", "data", "filter"),
    *("sidedata", "subtitles", "video"),
)

Talk = Callable[[str, dict[str, Any], bytes], dict[str, Any]]


def prepare() -> None:
    """Load what the library loads late, while files may still be opened."""
    if av is None:
        return
    for room in _ROOMS:
        _load(f"av.{room}")
    av.logging.set_level(av.logging.PANIC)
    av.AudioResampler(format="s16", layout="stereo", rate=RATE_HZ)
    av.filter.Graph()
    av.VideoFrame(16, 16, "yuv420p").reformat(format="rgb24")


def _load(package: str) -> None:
    """Load a part of the library with everything in it; a part that is not there is no loss."""
    try:
        found = importlib.import_module(package)
    except ImportError:
        return
    for module in pkgutil.iter_modules(found.__path__, package + "."):
        importlib.import_module(module.name)


def look(stream: BinaryIO, options: Mapping[str, Any]) -> Result:
    """Return `sound`, `video`, `duration_s`, `width` and `height`, or the problem."""
    with _opened(stream, options) as found:
        if isinstance(found, Result):
            return found
        sound, video = found.sound, found.video
        fields: dict[str, Any] = {
            "sound": sound is not None,
            "video": video is not None,
            "duration_s": found.duration_s,
        }
        if video is not None:
            fields.update(width=video.codec_context.width, height=video.codec_context.height)
        return Result(fields)


def hidden_data(stream: BinaryIO, options: Mapping[str, Any]) -> Result:
    """Return the `kinds` of data that it carries besides sound and pictures."""
    with _opened(stream, options) as found:
        if isinstance(found, Result):
            return found
        return Result({"kinds": list(dict.fromkeys(hidden.of_names(found.names())))})


def wave(stream: BinaryIO, options: Mapping[str, Any]) -> Result:
    """Return `peaks`: up to `count` values from 0 to 1, the loudest of each stretch."""
    count = max(1, min(int(options["count"]), MAX_PEAKS))
    with _opened(stream, options) as found:
        if isinstance(found, Result):
            return found
        if found.sound is None:
            return Result({"peaks": []})
        long = found.duration_s > _WHOLE_WAVE_S
        peaks = found.some_peaks(min(count, _PEAKS_OF_LONG)) if long else found.all_peaks(count)
        return Result({"peaks": peaks, "duration_s": found.duration_s})


def frame(stream: BinaryIO, options: Mapping[str, Any]) -> Result:
    """Return the picture at `at_s` as raw RGB in the part `rgb`, at most `side_px` wide or high."""
    with _opened(stream, options) as found:
        if isinstance(found, Result):
            return found
        if found.video is None:
            return problem("unsupported")
        found.seek(float(options["at_s"]))
        for one in found.pictures(float(options["at_s"])):
            fields, rgb = _raw(one, int(options["side_px"]))
            return Result(fields, {"rgb": rgb})
        return problem("broken")


def small_picture(stream: BinaryIO, options: Mapping[str, Any]) -> Result:
    """Return the `thumbnail` of a video as JPEG, and what `look` returns."""
    with _opened(stream, options) as found:
        if isinstance(found, Result) or found.video is None:
            return problem("unsupported")
        at_s = min(_SMALL_AT_S, found.duration_s / 3)
        found.seek(at_s)
        for one in found.pictures(at_s):
            fields, rgb = _raw(one, picture.THUMBNAIL_PX)
            drawn = Image.frombytes("RGB", (fields["width"], fields["height"]), rgb)
            upright = drawn.rotate(-90 * fields["quarters"], expand=True)
            out = io.BytesIO()
            upright.save(out, "JPEG", quality=_SMALL_QUALITY)
            return Result(_sizes(found, fields["quarters"]), {"thumbnail": out.getvalue()})
        return Result(_sizes(found, 0))


def _sizes(found: _Opened, quarters: int) -> dict[str, Any]:
    """Return how long a video is, and how large as it is seen."""
    size = found.video.width, found.video.height  # type: ignore[union-attr] # there is one
    width, height = size[::-1] if quarters % 2 else size
    sizes: dict[str, Any] = {"width": width, "height": height}
    if found.duration_s > 0:
        sizes["duration_s"] = float(found.duration_s)
    return sizes


def play(stream: BinaryIO, options: Mapping[str, Any], talk: Talk) -> Result:
    """Give sound and pictures in turn, a little each time that `talk` is answered.

    Each part is `sound` (16-bit stereo at `RATE_HZ`, `at_s` of its first sample) or `picture` (raw
    RGB), then `end`. An answer may hold `seek_s` and `speed`, or `stop`.
    """
    with _opened(stream, options) as found:
        if isinstance(found, Result):
            return found
        side_px, speed = int(options["side_px"]), float(options["speed"])
        at_s = float(options["at_s"])
        while True:
            found.seek(at_s)
            order = _play_from(found, at_s, speed, side_px, talk)
            if order.get("stop"):
                return Result({})
            speed = float(order.get("speed", speed))
            at_s = float(order.get("seek_s", at_s))


def _play_from(
    found: _Opened, at_s: float, speed: float, side_px: int, talk: Talk
) -> dict[str, Any]:
    """Play from a place on until an answer wants something else, and return that answer."""
    for kind, fields, body in found.parts(at_s, speed, side_px):
        order = talk(kind, fields, body)
        if not order.get("more"):
            return order
    order = talk("end", {}, b"")
    while order.get("more"):
        order = talk("end", {}, b"")
    return order


class _Opened:
    """A sound or video, opened by the demuxer that its kind asks for."""

    def __init__(self, container: Any) -> None:  # noqa: ANN401 - the library ships no such type here
        self._container = container
        streams = container.streams
        # A demuxer that is told what to find may "find" a sound without any property of one.
        self.sound = next((one for one in streams.audio if one.sample_rate), None)
        self.video = next((one for one in streams.video if one.width and not _is_cover(one)), None)
        for one in (self.sound, self.video):
            if one is not None:
                one.codec_context.thread_count = 1  # this process may start no thread
        self.duration_s = _duration_s(container, [self.sound, self.video])
        if container.format.name in _GUESSES and container.size <= _COUNTED_BYTES:
            self.duration_s = self._counted_s() or self.duration_s

    def names(self) -> list[str]:
        """Return what the data that it carries is called; a time that is zero is none."""
        named = [self._container.metadata, *(one.metadata for one in self._container.streams)]
        said = [pair for one in named for pair in one.items()]
        return [name for name, words in said if words and _NO_TIME not in words]

    def seek(self, at_s: float) -> None:
        """Go to the place to decode from in order to show `at_s`."""
        with contextlib.suppress(FFmpegError):  # what cannot be sought is played from here
            self._container.seek(int(max(at_s, 0.0) * _MICROSECONDS))

    def _counted_s(self) -> float:
        """Return how long the packets are together: a stream without a header only guesses."""
        if self.sound is None:
            return 0.0
        ticks = sum(packet.duration or 0 for packet in self._container.demux(self.sound))
        self._container.seek(0)
        return float(ticks * self.sound.time_base) if self.sound.time_base else 0.0

    def pictures(self, from_s: float) -> Iterator[Any]:
        """Give pictures from a time on; the last one there is where the time is beyond it."""
        last = None
        for one in self._frames(self.video):
            last = one
            if one.time is None or one.time >= from_s - 1e-3:
                yield one
                last = None
        if last is not None:
            yield last

    def parts(
        self, from_s: float, speed: float, side_px: int
    ) -> Iterator[tuple[str, dict[str, Any], bytes]]:
        """Give sound and pictures as they lie in the file, from a time on."""
        sound = None if self.sound is None else Sound(from_s, speed)
        wanted = [one for one in (self.sound, self.video) if one is not None]
        for one in self._frames(*wanted):
            if isinstance(one, av.AudioFrame):
                if sound is not None:
                    yield from sound.feed(one)
            elif one.time is None or one.time >= from_s - 1e-3:
                fields, rgb = _raw(one, side_px)
                yield "picture", {"at_s": one.time or 0.0, **fields}, rgb
        if sound is not None:
            yield from sound.end()

    def all_peaks(self, count: int) -> list[float]:
        """Listen to the whole sound."""
        loud = array.array("H")
        step = _WAVE_HZ // 50
        left = array.array("h")
        for one in resampled(self._frames(self.sound), "mono", _WAVE_HZ):
            left.extend(one)
            whole = len(left) // step * step
            loud.extend(loudest(left[at : at + step]) for at in range(0, whole, step))
            left = left[whole:]
        if left:
            loud.append(loudest(left))
        count = min(count, len(loud))
        return [
            round(max(loud[len(loud) * at // count : len(loud) * (at + 1) // count]) / 32_768, 3)
            for at in range(count)
        ]

    def some_peaks(self, count: int) -> list[float]:
        """Listen for a moment at `count` places."""
        peaks = []
        for at in range(count):
            self.seek(self.duration_s * at / count)
            heard, most = 0, 0
            for one in resampled(self._frames(self.sound), "mono", _WAVE_HZ):
                heard += len(one)
                most = max(most, loudest(one))
                if heard >= _LISTENED_S * _WAVE_HZ:
                    break
            peaks.append(round(most / 32_768, 3))
        return peaks

    def _frames(self, *streams: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
        """Decode; a damaged packet is left out, as players do."""
        for packet in self._container.demux(*streams):
            try:
                decoded = packet.decode()
            except FFmpegError:
                continue
            yield from decoded


@contextlib.contextmanager
def _opened(stream: BinaryIO, options: Mapping[str, Any]) -> Iterator[_Opened | Result]:
    demuxer = DEMUXERS.get(str(options.get("media_type")))
    if av is None or demuxer is None:
        yield problem("unsupported")
        return
    try:
        container = av.open(
            stream,
            "r",
            format=demuxer,
            container_options={"protocol_whitelist": "none", **_OPTIONS.get(demuxer, {})},
            metadata_errors="ignore",
            io_open=_open_nothing,
        )
    except (FFmpegError, ValueError, OSError):
        yield problem("broken")
        return
    try:
        found = _Opened(container)
        video = found.video
        if video is not None and video.width * video.height > _MAX_DECODED_PX:
            yield problem("too_large")
        elif found.sound is None and video is None:
            yield problem("unsupported")
        else:
            yield found
    finally:
        container.close()


def _open_nothing(_url: str, _flags: int, _options: dict[str, str]) -> BinaryIO:
    """Refuse whatever else a file asks for, where a system has no limits for that, too."""
    raise PermissionError("nothing but the file itself")


def _is_cover(video: Any) -> bool:  # noqa: ANN401 - as above
    """Tell a picture on the cover of a sound from a video."""
    return bool(video.disposition & av.stream.Disposition.attached_pic)


def _duration_s(container: Any, streams: list[Any]) -> float:  # noqa: ANN401 - as above
    if container.duration:
        return float(container.duration) / _MICROSECONDS
    lengths = [
        float(one.duration * one.time_base)
        for one in streams
        if one is not None and one.duration and one.time_base
    ]
    return max(lengths, default=0.0)


def _raw(one: Any, side_px: int) -> tuple[dict[str, Any], bytes]:  # noqa: ANN401 - as above
    """Return a picture as RGB rows without gaps, no larger than asked, and how to turn it."""
    side_px = max(16, min(side_px, MAX_SIDE_PX))
    scale = min(side_px / max(one.width, one.height), 1.0)
    width, height = max(round(one.width * scale), 1), max(round(one.height * scale), 1)
    small = one.reformat(width=width, height=height, format="rgb24")
    plane = small.planes[0]
    rows, stride, wide = memoryview(plane), plane.line_size, width * 3
    rgb = (
        bytes(rows[: wide * height])
        if stride == wide
        else b"".join(rows[at * stride : at * stride + wide] for at in range(height))
    )
    turned = getattr(one, "rotation", 0) or 0
    quarters = round(-turned / 90) % 4 if math.isfinite(turned) else 0
    return {"width": width, "height": height, "quarters": quarters}, rgb
