"""Foreign sound and video: what it holds, its wave form, a frame of it, and all of it for playing.

The library would guess a format from the content and follow lists that name other files; so the
format is always the one that our own recogniser found, and one of a closed list. The process has no
right to open anything besides (`child_main`), whatever a file asks for.
"""

from __future__ import annotations

import array
import contextlib
import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO, Final

from PIL import Image

from logbook.media.decoders import ffmpeg, hidden, picture
from logbook.media.decoders.moving_sound import Sound, loudest, resampled
from logbook.media.decoders.result import Result, problem

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

Talk = Callable[[str, dict[str, Any], bytes], dict[str, Any]]


def prepare() -> None:
    """Load the libraries while files may still be opened; without them nothing can be played."""
    ffmpeg.load()


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
            fields.update(width=video.width, height=video.height)
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

    def __init__(self, container: ffmpeg.Container, demuxer: str) -> None:
        self._container = container
        # A demuxer that is told what to find may "find" a sound without any property of one.
        self.sound = _first(one for one in container.tracks if one.is_sound and one.rate_hz > 0)
        self.video = _first(
            one for one in container.tracks if one.is_video and one.width and not one.is_cover
        )
        self._tracks = [one for one in (self.sound, self.video) if one is not None]
        self.duration_s = container.duration_s or max(
            (one.duration_s for one in self._tracks), default=0.0
        )
        if demuxer in _GUESSES and container.size_bytes <= _COUNTED_BYTES:
            self.duration_s = self._counted_s() or self.duration_s

    def open_decoders(self) -> None:
        """Make the decoders; what has none is as if it were not there."""
        for one in self._tracks:
            try:
                one.open(_MAX_DECODED_PX)
            except ffmpeg.Broken:
                self.sound = None if one is self.sound else self.sound
                self.video = None if one is self.video else self.video

    def names(self) -> list[str]:
        """Return what the data that it carries is called; a time that is zero is none."""
        said = [*self._container.metadata]
        for one in self._container.tracks:
            said.extend(one.metadata)
        return [name for name, words in said if words and _NO_TIME not in words]

    def seek(self, at_s: float) -> None:
        """Go to the place to decode from in order to show `at_s`; stay where that is refused."""
        self._container.seek(max(at_s, 0.0))

    def _counted_s(self) -> float:
        """Return how long the packets are together: a stream without a header only guesses."""
        if self.sound is None:
            return 0.0
        counted_s = self.sound.time_base.seconds(self._container.ticks(self.sound))
        self._container.seek(0.0)
        return counted_s

    def pictures(self, from_s: float) -> Iterator[ffmpeg.Frame]:
        """Give pictures from a time on; the last one there is where the time is beyond it."""
        last = None
        for one in self._container.frames(*([] if self.video is None else [self.video])):
            last = one
            if one.time_s is None or one.time_s >= from_s - 1e-3:
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
        for one in self._container.frames(*wanted):
            if one.is_sound:
                if sound is not None:
                    yield from sound.feed(one)
            elif one.time_s is None or one.time_s >= from_s - 1e-3:
                fields, rgb = _raw(one, side_px)
                yield "picture", {"at_s": one.time_s or 0.0, **fields}, rgb
        if sound is not None:
            yield from sound.end()

    def all_peaks(self, count: int) -> list[float]:
        """Listen to the whole sound."""
        loud = array.array("H")
        step = _WAVE_HZ // 50
        left = array.array("h")
        for one in resampled(self._sounds(), 1, _WAVE_HZ):
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
            for one in resampled(self._sounds(), 1, _WAVE_HZ):
                heard += len(one)
                most = max(most, loudest(one))
                if heard >= _LISTENED_S * _WAVE_HZ:
                    break
            peaks.append(round(most / 32_768, 3))
        return peaks

    def _sounds(self) -> Iterator[ffmpeg.Frame]:
        return self._container.frames(*([] if self.sound is None else [self.sound]))


def _first(tracks: Iterator[ffmpeg.Track]) -> ffmpeg.Track | None:
    return next(tracks, None)


@contextlib.contextmanager
def _opened(stream: BinaryIO, options: Mapping[str, Any]) -> Iterator[_Opened | Result]:
    demuxer = DEMUXERS.get(str(options.get("media_type")))
    if demuxer is None or not ffmpeg.load():
        yield problem("unsupported")
        return
    try:
        container = ffmpeg.Container(stream, demuxer, _OPTIONS.get(demuxer, {}))
    except (ffmpeg.Broken, OSError):
        yield problem("broken")
        return
    try:
        found = _Opened(container, demuxer)
        video = found.video
        if video is not None and video.width * video.height > _MAX_DECODED_PX:
            yield problem("too_large")
            return
        found.open_decoders()
        if found.sound is None and found.video is None:
            yield problem("unsupported")
        else:
            yield found
    finally:
        container.close()


def _raw(one: ffmpeg.Frame, side_px: int) -> tuple[dict[str, Any], bytes]:
    """Return a picture as RGB rows without gaps, no larger than asked, and how to turn it."""
    side_px = max(16, min(side_px, MAX_SIDE_PX))
    scale = min(side_px / max(one.width, one.height), 1.0)
    width, height = max(round(one.width * scale), 1), max(round(one.height * scale), 1)
    quarters = round(-one.turned_degrees() / 90) % 4
    return {"width": width, "height": height, "quarters": quarters}, one.rgb(width, height)
