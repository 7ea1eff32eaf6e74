"""FFmpeg's libraries as they come with Qt: where they lie, and the layout of what they share.

The layouts are those of libavformat 61, libavcodec 61, libavutil 59, libswscale 8 and
libswresample 5 (FFmpeg 7): within one such number a field never moves, new ones come at the end.
Only what comes before the last field that is read is written down. Another number is refused.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from ctypes import POINTER, Structure, c_char_p, c_double, c_int, c_int64, c_uint, c_void_p
from pathlib import Path
from typing import Any, Final

_VERSIONS: Final = {"avutil": 59, "swresample": 5, "avcodec": 61, "avformat": 61, "swscale": 8}
"""Each library after those that it needs itself."""

NO_TIME: Final = -(1 << 63)  # AV_NOPTS_VALUE
END_OF_FILE: Final = -0x20464F45  # AVERROR_EOF
SEEK_SIZE: Final = 0x10000  # AVSEEK_SIZE
SEEK_FORCED: Final = 0x20000  # AVSEEK_FORCE
SEEK_BACK: Final = 1  # AVSEEK_FLAG_BACKWARD
VIDEO, AUDIO = 0, 1  # AVMEDIA_TYPE
IS_COVER: Final = 0x400  # AV_DISPOSITION_ATTACHED_PIC
RGB24: Final = 2  # AV_PIX_FMT_RGB24
SAMPLES_16_BIT: Final = 1  # AV_SAMPLE_FMT_S16
BILINEAR: Final = 2  # SWS_BILINEAR
DISPLAY_MATRIX: Final = 6  # AV_FRAME_DATA_DISPLAYMATRIX
QUIET: Final = -8  # AV_LOG_QUIET

READ = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
SEEK = ctypes.CFUNCTYPE(c_int64, c_void_p, c_int64, c_int)


class Ratio(Structure):
    """AVRational."""

    _fields_ = [("top", c_int), ("bottom", c_int)]

    def seconds(self, ticks: int) -> float:
        """Return so many ticks of a time base in seconds."""
        return ticks * self.top / self.bottom if self.bottom else 0.0


class Layout(Structure):
    """AVChannelLayout."""

    _fields_ = [("order", c_int), ("channels", c_int), ("mask", c_int64), ("opaque", c_void_p)]


class Io(Structure):
    """AVIOContext."""

    _fields_ = [("av_class", c_void_p), ("buffer", c_void_p)]


class Parameters(Structure):
    """AVCodecParameters."""

    _fields_ = [
        ("kind", c_int),
        ("codec_id", c_int),
        ("tag", c_uint),
        ("extra", c_void_p),
        ("extra_bytes", c_int),
        ("side_data", c_void_p),
        ("side_data_count", c_int),
        ("format", c_int),
        ("bit_rate", c_int64),
        ("coded_bits", c_int),
        ("raw_bits", c_int),
        ("profile", c_int),
        ("level", c_int),
        ("width", c_int),
        ("height", c_int),
        ("pixel_shape", Ratio),
        ("rate", Ratio),
        ("colours", c_int * 7),  # field order, range, primaries, transfer, space, chroma, delay
        ("layout", Layout),
        ("rate_hz", c_int),
    ]


class Stream(Structure):
    """AVStream."""

    _fields_ = [
        ("av_class", c_void_p),
        ("index", c_int),
        ("id", c_int),
        ("parameters", POINTER(Parameters)),
        ("private", c_void_p),
        ("time_base", Ratio),
        ("start", c_int64),
        ("duration", c_int64),
        ("frame_count", c_int64),
        ("disposition", c_int),
        ("discard", c_int),
        ("pixel_shape", Ratio),
        ("metadata", c_void_p),
    ]


class Container(Structure):
    """AVFormatContext."""

    _fields_ = [
        ("av_class", c_void_p),
        ("demuxer", c_void_p),
        ("muxer", c_void_p),
        ("private", c_void_p),
        ("io", POINTER(Io)),
        ("context_flags", c_int),
        ("stream_count", c_uint),
        ("streams", POINTER(POINTER(Stream))),
        ("group_count", c_uint),
        ("groups", c_void_p),
        ("chapter_count", c_uint),
        ("chapters", c_void_p),
        ("url", c_char_p),
        ("start", c_int64),
        ("duration", c_int64),
        ("bit_rate", c_int64),
        ("packet_bytes", c_uint),
        ("longest_delay", c_int),
        ("flags", c_int),
        ("probed_bytes", c_int64),
        ("analysed", c_int64),
        ("key", c_void_p),
        ("key_bytes", c_int),
        ("program_count", c_uint),
        ("programs", c_void_p),
        ("forced_codecs", c_int * 4),
        ("metadata", c_void_p),
    ]


class Packet(Structure):
    """AVPacket."""

    _fields_ = [
        ("buffer", c_void_p),
        ("pts", c_int64),
        ("dts", c_int64),
        ("data", c_void_p),
        ("bytes", c_int),
        ("stream", c_int),
        ("flags", c_int),
        ("side_data", c_void_p),
        ("side_data_count", c_int),
        ("duration", c_int64),
    ]


class Frame(Structure):
    """AVFrame, with the fields that the library calls deprecated and still keeps."""

    _fields_ = [
        ("planes", c_void_p * 8),
        ("strides", c_int * 8),
        ("more_planes", c_void_p),
        ("width", c_int),
        ("height", c_int),
        ("samples", c_int),
        ("format", c_int),
        ("is_key", c_int),
        ("picture_type", c_int),
        ("pixel_shape", Ratio),
        ("pts", c_int64),
        ("packet_dts", c_int64),
        ("time_base", Ratio),
        ("quality", c_int),
        ("opaque", c_void_p),
        ("repeated", c_int),
        ("interlaced", c_int),
        ("top_first", c_int),
        ("palette_changed", c_int),
        ("rate_hz", c_int),
        ("buffers", c_void_p * 8),
        ("more_buffers", c_void_p),
        ("more_buffer_count", c_int),
        ("side_data", c_void_p),
        ("side_data_count", c_int),
        ("flags", c_int),
        ("colour_range", c_int),
        ("primaries", c_int),
        ("transfer", c_int),
        ("colour_space", c_int),
        ("chroma", c_int),
        ("best_time", c_int64),
        ("packet_at", c_int64),
        ("metadata", c_void_p),
        ("errors", c_int),
        ("packet_bytes", c_int),
        ("hardware", c_void_p),
        ("owner", c_void_p),
        ("crop", ctypes.c_size_t * 4),
        ("private", c_void_p),
        ("layout", Layout),
    ]


class SideData(Structure):
    """AVFrameSideData."""

    _fields_ = [("kind", c_int), ("data", c_void_p), ("bytes", ctypes.c_size_t)]


class Pair(Structure):
    """AVDictionaryEntry."""

    _fields_ = [("name", c_char_p), ("words", c_char_p)]


# Function -> what it returns, what it takes.
_FUNCTIONS: Final[dict[str, dict[str, tuple[Any, tuple[Any, ...]]]]] = {
    "avutil": {
        "av_malloc": (c_void_p, (ctypes.c_size_t,)),
        "av_freep": (None, (c_void_p,)),
        "av_log_set_level": (None, (c_int,)),
        "av_dict_set": (c_int, (POINTER(c_void_p), c_char_p, c_char_p, c_int)),
        "av_dict_free": (None, (POINTER(c_void_p),)),
        "av_dict_iterate": (POINTER(Pair), (c_void_p, POINTER(Pair))),
        "av_opt_set_q": (c_int, (c_void_p, c_char_p, Ratio, c_int)),
        "av_frame_alloc": (POINTER(Frame), ()),
        "av_frame_free": (None, (POINTER(POINTER(Frame)),)),
        "av_frame_get_side_data": (POINTER(SideData), (POINTER(Frame), c_int)),
        "av_display_rotation_get": (c_double, (c_void_p,)),
        "av_channel_layout_default": (None, (POINTER(Layout), c_int)),
    },
    "swresample": {
        "swr_alloc_set_opts2": (
            c_int,
            (
                POINTER(c_void_p),
                *(POINTER(Layout), c_int, c_int),
                *(POINTER(Layout), c_int, c_int),
                *(c_int, c_void_p),
            ),
        ),
        "swr_init": (c_int, (c_void_p,)),
        "swr_free": (None, (POINTER(c_void_p),)),
        "swr_get_out_samples": (c_int, (c_void_p, c_int)),
        "swr_convert": (c_int, (c_void_p, POINTER(c_void_p), c_int, c_void_p, c_int)),
    },
    "avcodec": {
        "avcodec_find_decoder": (c_void_p, (c_int,)),
        "avcodec_alloc_context3": (c_void_p, (c_void_p,)),
        "avcodec_parameters_to_context": (c_int, (c_void_p, POINTER(Parameters))),
        "avcodec_open2": (c_int, (c_void_p, c_void_p, POINTER(c_void_p))),
        "avcodec_free_context": (None, (POINTER(c_void_p),)),
        "avcodec_send_packet": (c_int, (c_void_p, POINTER(Packet))),
        "avcodec_receive_frame": (c_int, (c_void_p, POINTER(Frame))),
        "avcodec_flush_buffers": (None, (c_void_p,)),
        "av_packet_alloc": (POINTER(Packet), ()),
        "av_packet_unref": (None, (POINTER(Packet),)),
        "av_packet_free": (None, (POINTER(POINTER(Packet)),)),
    },
    "avformat": {
        "avformat_alloc_context": (POINTER(Container), ()),
        "avformat_open_input": (
            c_int,
            (POINTER(POINTER(Container)), c_char_p, c_void_p, POINTER(c_void_p)),
        ),
        "avformat_find_stream_info": (c_int, (POINTER(Container), c_void_p)),
        "avformat_close_input": (None, (POINTER(POINTER(Container)),)),
        "avio_alloc_context": (
            POINTER(Io),
            (c_void_p, c_int, c_int, c_void_p, READ, c_void_p, SEEK),
        ),
        "avio_context_free": (None, (POINTER(POINTER(Io)),)),
        "av_find_input_format": (c_void_p, (c_char_p,)),
        "av_read_frame": (c_int, (POINTER(Container), POINTER(Packet))),
        "av_seek_frame": (c_int, (POINTER(Container), c_int, c_int64, c_int)),
    },
    "swscale": {
        "sws_getContext": (
            c_void_p,
            (*(c_int, c_int, c_int), *(c_int, c_int, c_int), *(c_int, *(c_void_p,) * 3)),
        ),
        "sws_freeContext": (None, (c_void_p,)),
        "sws_getCoefficients": (c_void_p, (c_int,)),
        "sws_setColorspaceDetails": (
            c_int,
            (*(c_void_p, c_void_p, c_int), *(c_void_p, c_int), *(c_int, c_int, c_int)),
        ),
        "sws_scale": (
            c_int,
            (*(c_void_p, c_void_p, c_void_p), *(c_int, c_int), *(c_void_p, c_void_p)),
        ),
    },
}


class NotHere(Exception):
    """This installation has no such libraries, or others than these layouts are for."""


class Functions:
    """The functions above, each under its own name."""

    def __init__(self) -> None:
        folder = _folder()
        for name, functions in _FUNCTIONS.items():
            library = _loaded(folder, name)
            version = getattr(library, f"{name}_version")
            version.restype = c_uint
            if version() >> 16 != _VERSIONS[name]:
                raise NotHere(name)
            for function, (returned, taken) in functions.items():
                found = getattr(library, function)
                found.restype, found.argtypes = returned, taken
                setattr(self, function, found)
        self.av_log_set_level(QUIET)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a function of C has no type here
        """Only for what is missing: nothing else comes here."""
        raise AttributeError(name)


def _folder() -> Path:
    """Return where Qt keeps its libraries, without loading Qt."""
    found = importlib.util.find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        raise NotHere("PySide6")
    package = Path(found.submodule_search_locations[0])
    return package if sys.platform == "win32" else package / "Qt" / "lib"


def _loaded(folder: Path, name: str) -> ctypes.CDLL:
    version = _VERSIONS[name]
    if sys.platform == "win32":
        file = folder / f"{name}-{version}.dll"
    elif sys.platform == "darwin":
        file = folder / f"lib{name}.{version}.dylib"
    else:
        file = folder / f"lib{name}.so.{version}"
    try:
        return _lazily(file) if sys.platform == "linux" else ctypes.CDLL(str(file))
    except OSError as error:
        raise NotHere(name) from error


def _lazily(file: Path) -> ctypes.CDLL:
    """Load without asking for every function at once: those for ciphers are never there.

    Qt builds the libraries against stand-ins for OpenSSL and for the graphics card; `ctypes` would
    insist on all of them (it adds RTLD_NOW), and nothing here needs one.
    """
    linker = ctypes.CDLL(None)
    linker.dlopen.restype, linker.dlopen.argtypes = c_void_p, (c_char_p, c_int)
    handle = linker.dlopen(os.fsencode(file), os.RTLD_LAZY)
    if not handle:
        raise OSError(file.name)
    return ctypes.CDLL(str(file), handle=handle)
