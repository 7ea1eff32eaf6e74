"""One sound or video through FFmpeg: its streams, their decoded frames, pixels and samples.

The file is read through Python's stream alone. Every object of the library belongs to one object
here and is given back with it.
"""

from __future__ import annotations

import ctypes
import io
import math
from collections.abc import Iterator, Mapping
from ctypes import byref, c_int, c_void_p
from typing import Any, BinaryIO, Final

from logbook.media.decoders import ffmpeg_abi as abi

_BUFFER_BYTES: Final = 32 << 10
_MICROSECONDS: Final = 1_000_000  # AV_TIME_BASE
_ALIGNED: Final = 64  # rows that the library may write beyond, up to this
_MAX_CHANNELS: Final = 64
_FULL_RANGE: Final = 2  # AVCOL_RANGE_JPEG
_UNKNOWN_SPACE: Final = 2  # AVCOL_SPC_UNSPECIFIED
_MAX_PAIRS: Final = 1_000

_loaded: list[abi.Functions] = []


class Broken(Exception):
    """The library can make nothing of the file."""


def load() -> bool:
    """Load the libraries once; false where this installation has none that fit."""
    if not _loaded:
        try:
            _loaded.append(abi.Functions())
        except abi.NotHere:
            return False
    return True


def _ff() -> abi.Functions:
    return _loaded[0]


class Settings:
    """Words for the library, given back when no longer needed."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.pointer = c_void_p()
        for name, word in words.items():
            _ff().av_dict_set(byref(self.pointer), name.encode(), word.encode(), 0)

    def free(self) -> None:
        """Give it back, with what the library has not used of it."""
        _ff().av_dict_free(byref(self.pointer))


class _Source:
    """Python's stream as the library reads it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.failed: BaseException | None = None
        self.size_bytes = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        # Kept here: the library holds only their addresses.
        self._read, self._seek = abi.READ(self._on_read), abi.SEEK(self._on_seek)
        buffer = _ff().av_malloc(_BUFFER_BYTES)
        self.io = _ff().avio_alloc_context(
            buffer, _BUFFER_BYTES, 0, None, self._read, None, self._seek
        )

    def _on_read(self, _opaque: object, into: int, wanted: int) -> int:
        try:
            data = self._stream.read(wanted)
        except BaseException as error:  # noqa: BLE001 - kept: no exception can pass through C
            self.failed = error
            return abi.END_OF_FILE
        if not data:
            return abi.END_OF_FILE
        ctypes.memmove(into, data, len(data))
        return len(data)

    def _on_seek(self, _opaque: object, offset: int, whence: int) -> int:
        if whence & abi.SEEK_SIZE:
            return self.size_bytes
        try:
            return self._stream.seek(offset, whence & ~abi.SEEK_FORCED)
        except BaseException as error:  # noqa: BLE001 - as above
            if not isinstance(error, (OSError, ValueError)):
                self.failed = error
            return -1

    def check(self) -> None:
        """Raise what reading raised while the library had the word."""
        if self.failed is not None:
            raise self.failed

    def free(self) -> None:
        """Give the buffer back, which the library may have replaced."""
        if self.io:
            _ff().av_freep(ctypes.addressof(self.io.contents) + abi.Io.buffer.offset)
            _ff().avio_context_free(byref(self.io))


class Frame:
    """A decoded picture or stretch of sound."""

    def __init__(self, frame: Any, track: Track) -> None:  # noqa: ANN401 - a pointer of C
        self.of = frame
        self.track = track
        at = frame.contents
        ticks = next((one for one in (at.best_time, at.pts) if one != abi.NO_TIME), None)
        self.time_s = None if ticks is None else track.time_base.seconds(ticks)
        self.samples, self.rate_hz = int(at.samples), int(at.rate_hz)
        self.width, self.height = int(at.width), int(at.height)

    def __del__(self) -> None:
        _ff().av_frame_free(byref(self.of))

    @property
    def is_sound(self) -> bool:
        """Return whether it is heard and not seen."""
        return self.track.is_sound

    def turned_degrees(self) -> float:
        """Return by how much it is to be turned to the left in order to stand upright."""
        found = _ff().av_frame_get_side_data(self.of, abi.DISPLAY_MATRIX)
        if not found or found.contents.bytes < 9 * 4:
            return 0.0
        degrees = float(_ff().av_display_rotation_get(found.contents.data))
        return degrees if math.isfinite(degrees) else 0.0

    def rgb(self, width: int, height: int) -> bytes:
        """Return it in another size, as rows of red, green and blue without gaps."""
        at = self.of.contents
        context = _ff().sws_getContext(
            *(at.width, at.height, at.format),
            *(width, height, abi.RGB24),
            abi.BILINEAR,
            *[None] * 3,
        )
        if not context:
            raise Broken
        try:
            self._set_colours(context)
            wide = width * 3
            stride = -(-wide // _ALIGNED) * _ALIGNED
            room = ctypes.create_string_buffer(stride * height + _ALIGNED)
            planes, strides = (c_void_p * 4)(ctypes.addressof(room)), (c_int * 4)(stride)
            drawn = _ff().sws_scale(context, at.planes, at.strides, 0, at.height, planes, strides)
        finally:
            _ff().sws_freeContext(context)
        if drawn != height:
            raise Broken
        rows = memoryview(room)
        return b"".join(rows[one * stride : one * stride + wide] for one in range(height))

    def _set_colours(self, context: int) -> None:
        """Tell how its colours are meant: those of a large picture are not those of a small one."""
        at = self.of.contents
        if at.colour_space in (0, _UNKNOWN_SPACE) and at.colour_range != _FULL_RANGE:
            return
        table = _ff().sws_getCoefficients(at.colour_space)
        full = int(at.colour_range == _FULL_RANGE)
        _ff().sws_setColorspaceDetails(context, table, full, table, 1, 0, 1 << 16, 1 << 16)


class Track:
    """One stream of a container, with its decoder."""

    def __init__(self, stream: Any) -> None:  # noqa: ANN401 - a pointer of C
        at = stream.contents
        known = at.parameters.contents
        self.index = int(at.index)
        self.is_sound: bool = known.kind == abi.AUDIO
        self.is_video: bool = known.kind == abi.VIDEO
        self.is_cover = bool(at.disposition & abi.IS_COVER)
        self.width, self.height, self.rate_hz = (
            int(known.width),
            int(known.height),
            int(known.rate_hz),
        )
        self.time_base = abi.Ratio(at.time_base.top, at.time_base.bottom)
        self.duration_s = self.time_base.seconds(max(at.duration, 0))
        self.metadata = _pairs(at.metadata)
        self._parameters = at.parameters
        self._decoder = c_void_p()

    def open(self, most_pixels: int) -> None:
        """Make its decoder; raises `Broken` where there is none."""
        decoder = _ff().avcodec_find_decoder(self._parameters.contents.codec_id)
        if not decoder:
            raise Broken
        self._decoder = c_void_p(_ff().avcodec_alloc_context3(decoder))
        _ff().avcodec_parameters_to_context(self._decoder, self._parameters)
        _ff().av_opt_set_q(self._decoder, b"pkt_timebase", self.time_base, 0)
        # This process may start no thread.
        settings = Settings({"threads": "1", "max_pixels": str(most_pixels)})
        opened = _ff().avcodec_open2(self._decoder, decoder, byref(settings.pointer))
        settings.free()
        if opened < 0:
            raise Broken

    def decode(self, packet: Any) -> Iterator[Frame]:  # noqa: ANN401 - a pointer of C, or None at the end
        """Give what is in a packet; a damaged one is left out, as players do."""
        if self._decoder.value is None or _ff().avcodec_send_packet(self._decoder, packet) < 0:
            return
        while True:
            frame = _ff().av_frame_alloc()
            if _ff().avcodec_receive_frame(self._decoder, frame) < 0:
                _ff().av_frame_free(byref(frame))
                return
            yield Frame(frame, self)

    def forget(self) -> None:
        """Begin anew after going to another place."""
        if self._decoder.value is not None:
            _ff().avcodec_flush_buffers(self._decoder)

    def close(self) -> None:
        """Give the decoder back."""
        _ff().avcodec_free_context(byref(self._decoder))


class Container:
    """A file, read by one demuxer; raises `Broken` where that finds nothing in it."""

    def __init__(self, stream: BinaryIO, demuxer: str, settings: Mapping[str, str]) -> None:
        how = _ff().av_find_input_format(demuxer.encode())
        if not how:
            raise Broken
        self._source = _Source(stream)
        self._container = _ff().avformat_alloc_context()
        self._packet = _ff().av_packet_alloc()
        self.tracks: list[Track] = []
        self._container.contents.io = self._source.io
        try:
            self._open(how, {**settings, "format_whitelist": demuxer, "protocol_whitelist": "none"})
        except BaseException:
            self.close()
            raise
        self.size_bytes = self._source.size_bytes

    def _open(self, how: int, settings: Mapping[str, str]) -> None:
        words = Settings(settings)
        # Where it fails, the library gives the container back itself.
        opened = _ff().avformat_open_input(byref(self._container), b"", how, byref(words.pointer))
        words.free()
        self._source.check()
        if opened < 0:
            raise Broken
        found = _ff().avformat_find_stream_info(self._container, None)
        self._source.check()
        if found < 0:
            raise Broken
        at = self._container.contents
        self.tracks = [Track(at.streams[one]) for one in range(at.stream_count)]
        self.duration_s = max(at.duration, 0) / _MICROSECONDS
        self.metadata = _pairs(at.metadata)

    def seek(self, at_s: float) -> None:
        """Go to the last place before a time from which one can decode; stay where that fails."""
        _ff().av_seek_frame(self._container, -1, int(at_s * _MICROSECONDS), abi.SEEK_BACK)
        self._source.check()
        for track in self.tracks:
            track.forget()

    def ticks(self, track: Track) -> int:
        """Return how long the packets of a stream are together, from here to the end."""
        return sum(packet.contents.duration for packet in self._packets({track.index}))

    def frames(self, *tracks: Track) -> Iterator[Frame]:
        """Decode streams as they lie in the file, from here to the end."""
        wanted = {one.index: one for one in tracks}
        for packet in self._packets(set(wanted)):
            yield from wanted[packet.contents.stream].decode(packet)
        for one in tracks:
            yield from one.decode(None)

    def _packets(self, wanted: set[int]) -> Iterator[Any]:
        while True:
            read = _ff().av_read_frame(self._container, self._packet)
            self._source.check()
            if read < 0:
                return
            try:
                if self._packet.contents.stream in wanted:
                    yield self._packet
            finally:
                if self._packet:  # not where the file was closed before this was forgotten
                    _ff().av_packet_unref(self._packet)

    def close(self) -> None:
        """Give everything back."""
        for track in self.tracks:
            track.close()
        if self._container:
            _ff().avformat_close_input(byref(self._container))
        _ff().av_packet_free(byref(self._packet))
        self._source.free()


class Resampler:
    """Brings sound to 16 bits at one rate, whatever the frames are like."""

    def __init__(self, channels: int, rate_hz: int) -> None:
        self._channels, self._rate_hz = channels, rate_hz
        self._layout = abi.Layout()
        _ff().av_channel_layout_default(byref(self._layout), channels)
        self._context = c_void_p()
        self._made_for: tuple[int, ...] = ()

    def __del__(self) -> None:
        _ff().swr_free(byref(self._context))

    def feed(self, frame: Frame) -> bytes:
        """Take a stretch and return what is ready; raises `Broken` for a form that is not known."""
        at = frame.of.contents
        form = (at.format, at.rate_hz, at.layout.order, at.layout.channels, at.layout.mask)
        left = b""
        if form != self._made_for:
            left = self.end()
            self._make(at)
            self._made_for = form
        return left + self._converted(at.more_planes, at.samples)

    def end(self) -> bytes:
        """Return what is left inside."""
        return self._converted(None, 0) if self._context.value is not None else b""

    def _make(self, at: Any) -> None:  # noqa: ANN401 - an object of C
        if not 1 <= at.layout.channels <= _MAX_CHANNELS or at.rate_hz < 1:
            raise Broken
        _ff().swr_free(byref(self._context))
        wanted = (byref(self._layout), abi.SAMPLES_16_BIT, self._rate_hz)
        there = (byref(at.layout), at.format, at.rate_hz)
        made = _ff().swr_alloc_set_opts2(byref(self._context), *wanted, *there, 0, None)
        if made < 0 or _ff().swr_init(self._context) < 0:
            _ff().swr_free(byref(self._context))
            raise Broken

    def _converted(self, planes: int | None, samples: int) -> bytes:
        most = _ff().swr_get_out_samples(self._context, samples)
        if most <= 0:
            return b""
        room = ctypes.create_string_buffer(most * self._channels * 2)
        rows = (c_void_p * 1)(ctypes.addressof(room))
        given = _ff().swr_convert(self._context, rows, most, planes, samples)
        if given < 0:
            raise Broken
        return room.raw[: given * self._channels * 2]


def _pairs(dictionary: int | None) -> list[tuple[str, str]]:
    """Return the names and words that a file carries, the first of very many."""
    found: list[tuple[str, str]] = []
    pair = None
    while dictionary and len(found) < _MAX_PAIRS:
        pair = _ff().av_dict_iterate(dictionary, pair)
        if not pair:
            break
        name, words = pair.contents.name or b"", pair.contents.words or b""
        found.append((name.decode(errors="replace"), words.decode(errors="replace")))
    return found
