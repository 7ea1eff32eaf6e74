"""The decoding child: gives up its rights, then serves one file after the other over its pipes.

Started by `child`, and by the frozen program's hidden argument. It must not be imported by
anything else: it is the one door to `decoders`.
"""

from __future__ import annotations

import codecs
import io
import math
import sys
from collections.abc import Callable
from typing import Any, BinaryIO, Final, cast

from logbook.guards import guard_process
from logbook.media import wire
from logbook.media.decoders import (
    hidden,
    iso_media,
    pdf,
    pdf_words,
    picture,
    raster,
    sound,
    wave_file,
)
from logbook.media.decoders.result import Result

MEMORY_BYTES: Final = 1 << 30
CPU_S: Final = 60
"""Processor time for one file; the parent also limits the time on the clock."""


_SEEKING_BYTES: Final = 32 << 10
_CODECS: Final = ("ascii", "latin-1", "cp1252", "utf-8", "utf-16", "utf-16-le", "utf-16-be")


class ForeignFile(io.RawIOBase):
    """The file being looked into: every read asks the parent for a stretch of it."""

    def __init__(self, pipes: _Pipes, size_bytes: int) -> None:
        super().__init__()
        self._pipes = pipes
        self._size_bytes = size_bytes
        self._at = 0

    def readable(self) -> bool:
        """Return true."""
        return True

    def seekable(self) -> bool:
        """Return true."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move; a place before the start is an error as in any file."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size_bytes}[whence]
        if base + offset < 0:
            raise OSError("before the start")
        self._at = base + offset
        return self._at

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - typeshed has no public buffer type here
        """Fill as much of `buffer` as one stretch gives."""
        view = memoryview(buffer).cast("B")
        wanted = min(len(view), self._size_bytes - self._at, wire.READ_BYTES)
        if wanted <= 0:
            return 0
        data = self._pipes.ask(self._at, wanted)[:wanted]
        view[: len(data)] = data
        self._at += len(data)
        return len(data)


class _Pipes:
    """Both ends as the child sees them."""

    def __init__(self, inward: BinaryIO, outward: BinaryIO) -> None:
        self._inward = inward
        self._outward = outward

    def ask(self, offset: int, length: int) -> bytes:
        wire.send(self._outward, {"read": [offset, length]})
        return wire.receive(self._inward).body

    def next_order(self) -> dict[str, Any]:
        return wire.receive(self._inward).fields

    def answer(self, result: Result) -> None:
        for name, body in result.parts.items():
            wire.send(self._outward, {"part": name}, body)
        wire.send(self._outward, {"done": result.fields})

    def talk(self, name: str, fields: dict[str, Any], body: bytes) -> dict[str, Any]:
        """Hand over a part while the job goes on, and wait for what shall come next."""
        wire.send(self._outward, {"part": name, "talk": fields}, body)
        order = wire.receive(self._inward).fields
        _limit_processor_time()
        return order

    def greet(self) -> None:
        wire.send(self._outward, {"ready": True})


def main() -> None:
    """Serve until the parent closes the pipe."""
    guard_process()
    pipes = _Pipes(sys.stdin.buffer, sys.stdout.buffer)
    _load_what_comes_late()
    _give_up_rights()
    pipes.greet()
    while True:
        try:
            order = pipes.next_order()
        except wire.WireError:
            return  # the parent is gone or has no more files
        _limit_processor_time()
        pipes.answer(_do(order, pipes))


def _do(order: dict[str, Any], pipes: _Pipes) -> Result:
    """Do one job. What a decoder does not expect ends the process, which the parent survives."""
    size_bytes = int(order["size"])
    raw = ForeignFile(pipes, size_bytes)
    moves = order["job"] in MOVING_JOBS  # which seek a lot
    buffer_bytes = _SEEKING_BYTES if moves else wire.READ_BYTES
    stream = cast("BinaryIO", io.BufferedReader(raw, buffer_bytes))
    if moves:
        return _do_moving(order, stream, pipes)
    return JOBS[order["job"]](stream, size_bytes, order["options"])


def _do_moving(order: dict[str, Any], stream: BinaryIO, pipes: _Pipes) -> Result:
    """Do a job with sound or video; the library for it is loaded in children for that alone."""
    from logbook.media.decoders import moving  # noqa: PLC0415 - `_load_what_comes_late` loaded it

    options = order["options"]
    match order["job"]:
        case "moving_look":
            return moving.look(stream, options)
        case "moving_wave":
            return moving.wave(stream, options)
        case "moving_hidden":
            return moving.hidden_data(stream, options)
        case "moving_small":
            return moving.small_picture(stream, options)
        case "moving_frame":
            return moving.frame(stream, options)
        case _:
            return moving.play(stream, options, pipes.talk)


MOVING_JOBS: Final = frozenset(
    {"moving_look", "moving_wave", "moving_hidden", "moving_small", "moving_frame", "moving_play"}
)
MOVING_ARGUMENT: Final = "--moving"
"""Last argument that makes a child one for sound and video: their library is large."""


JOBS: Final[dict[str, Callable[[BinaryIO, int, dict[str, Any]], Result]]] = {
    "picture": lambda stream, _size, options: picture.look(stream, options),
    "iso_media": lambda stream, size, _options: iso_media.look(stream, size),
    "sound": lambda stream, _size, options: sound.look(stream, str(options["media_type"])),
    "wave": lambda stream, _size, options: wave_file.peaks(stream, int(options["count"])),
    "pdf_find": pdf_words.find,
    "hidden": hidden.look,
    "outline": raster.outline,
    "raster": raster.draw,
    "pdf": lambda stream, size, _options: pdf.look(stream, size),
    "pdf_page": lambda stream, size, options: pdf.page(
        stream, size, int(options["index"]), int(options["width_px"])
    ),
}


def _load_what_comes_late() -> None:
    """Load libraries, plug-ins and codecs while files may still be opened."""
    if sys.argv[-1] == MOVING_ARGUMENT:
        from logbook.media.decoders import moving  # noqa: PLC0415 - most children never need it

        moving.prepare()
    picture.prepare()
    pdf.prepare()
    for name in _CODECS:
        codecs.lookup(name)


def _give_up_rights() -> None:
    """Lower every limit for good: memory, written files, opened files and sockets.

    A decoder that is taken over then has two pipes and nothing else. Windows has no such limits;
    there the separate process and the parent's clock remain.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    limits = [(resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NOFILE, 0)]
    if sys.platform != "darwin":  # macOS refuses to limit address space
        limits.append((resource.RLIMIT_AS, MEMORY_BYTES))
    if not picture.needs_threads():  # a started program could load nothing, but it could multiply
        limits.append((resource.RLIMIT_NPROC, 0))
    for which, value in limits:
        resource.setrlimit(which, (value, value))


def _limit_processor_time() -> None:
    """Give the next file its own processor time."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = math.ceil(used.ru_utime + used.ru_stime) + CPU_S
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))


if __name__ == "__main__":
    main()
