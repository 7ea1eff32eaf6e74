"""Sound out of this computer, by the small library that asks each system for its own way.

Its C part is used without its Python part, which would load a network library.
"""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable
from typing import Any, Final

from logbook.media.playing import BYTES_A_FRAME, RATE_HZ

try:
    from _miniaudio import ffi, lib
except ImportError:  # pragma: no cover - an installation without it is silent
    ffi = lib = None

_PERIOD_MS: Final = 60
_CHANNELS: Final = 2
_CALLBACK: Final = "_internal_data_callback"  # what the C part calls; defined below

Fill = Callable[[int], bytes]


class Loudspeaker:
    """Asks `fill` for sound, on a thread of its own, while it is on.

    `turn` acts at once on what is heard; `settle` does the slow part, beside the GUI thread.
    `silent` tells that this computer has no way to give sound; time passes all the same.
    """

    def __init__(self, fill: Fill) -> None:
        self._fill = fill
        self._on = False
        self._closed = False
        self.muted = False
        self.silent = True
        self._slow = threading.Lock()
        self._output: _Device | _Clock | None = None

    def turn(self, *, on: bool) -> None:
        """Give sound, or silence, from now on."""
        self._on = on

    def settle(self) -> None:
        """Bring the device into the state that was asked for last; may take a while."""
        with self._slow:
            if self._closed:
                if self._output is not None:
                    self._output.close()
                    self._output = None
                return
            if self._output is None and self._on:
                self._output, self.silent = _open_output(self._give)
            if self._output is not None:
                if self._on:
                    self._output.start()
                else:
                    self._output.stop()

    def close(self) -> None:
        """Give silence at once; `settle` gives the device back."""
        self._on, self._closed = False, True

    def _give(self, frames: int) -> bytes:
        if not self._on:
            return bytes(frames * BYTES_A_FRAME)
        data = self._fill(frames)
        return bytes(len(data)) if self.muted else data


def _open_output(give: Fill) -> tuple[_Device | _Clock, bool]:
    """Return an output, and whether nothing can be heard of it."""
    if lib is not None:
        found = _Device.open(give)
        if found is not None:
            return found, found.is_null
    return _Clock(give), True


class _Device:
    """One output of the system."""

    def __init__(self, give: Fill, device: Any, context: Any) -> None:  # noqa: ANN401 - the C library's own
        self._give = give
        self._device = device
        self._context = context
        self._handle = ffi.new_handle(self)
        self._on = False
        device.pUserData = self._handle
        _OPEN.add(self)  # the system's thread uses its memory until `close`

    @classmethod
    def open(cls, give: Fill) -> _Device | None:
        """Return the system's own output, or one that is heard by nobody and keeps the time."""
        return cls._opened(give, None) or cls._opened(give, [lib.ma_backend_null])

    @property
    def is_null(self) -> bool:
        """Whether nothing can be heard of it."""
        return bool(self._device.pContext.backend == lib.ma_backend_null)

    @classmethod
    def _opened(cls, give: Fill, backends: list[int] | None) -> _Device | None:
        context = ffi.new("ma_context *")
        context_config = lib.ma_context_config_init()
        if backends is None:
            made = lib.ma_context_init(ffi.NULL, 0, ffi.addressof(context_config), context)
        else:
            listed = ffi.new("ma_backend[]", backends)
            made = lib.ma_context_init(
                listed, len(backends), ffi.addressof(context_config), context
            )
        if made != lib.MA_SUCCESS:
            return None
        config = lib.ma_device_config_init(lib.ma_device_type_playback)
        config.sampleRate = RATE_HZ
        config.playback.channels = _CHANNELS
        config.playback.format = lib.ma_format_s16
        config.periodSizeInMilliseconds = _PERIOD_MS
        config.dataCallback = getattr(lib, _CALLBACK)
        device = ffi.new("ma_device *")
        if lib.ma_device_init(context, ffi.addressof(config), device) != lib.MA_SUCCESS:
            lib.ma_context_uninit(context)
            return None
        return cls(give, device, context)

    def start(self) -> None:
        if not self._on:
            self._on = lib.ma_device_start(self._device) == lib.MA_SUCCESS

    def stop(self) -> None:
        if self._on:
            self._on = False
            lib.ma_device_stop(self._device)

    def close(self) -> None:
        self.stop()
        lib.ma_device_uninit(self._device)
        lib.ma_context_uninit(self._context)
        _OPEN.discard(self)

    def fill(self, output: Any, frames: int) -> None:  # noqa: ANN401 - the C library's own
        data = self._give(frames)
        ffi.memmove(output, data, min(len(data), frames * BYTES_A_FRAME))


_OPEN: Final[set[_Device]] = set()


@atexit.register
def _close_all() -> None:
    """Give every device back before the memory that it uses is gone."""
    for device in tuple(_OPEN):
        device.close()


if ffi is not None:

    @ffi.def_extern(_CALLBACK)  # type: ignore[untyped-decorator] # the C library ships no types
    def _give_to_device(device: Any, output: Any, _input: Any, frames: int) -> None:  # noqa: ANN401 - as the C library calls it
        if frames > 0 and device.pUserData:
            ffi.from_handle(device.pUserData).fill(output, frames)


class _Clock:
    """Lets time pass where there is no device at all."""

    def __init__(self, give: Fill) -> None:
        self._give = give
        self._off = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        if self._thread is None:
            self._off = threading.Event()
            self._thread = threading.Thread(target=self._run, args=(self._off,), daemon=True)
            self._thread.start()

    def stop(self) -> None:
        self._off.set()
        self._thread = None

    def close(self) -> None:
        self.stop()

    def _run(self, off: threading.Event) -> None:
        frames = RATE_HZ * _PERIOD_MS // 1000
        while not off.wait(_PERIOD_MS / 1000):
            self._give(frames)
