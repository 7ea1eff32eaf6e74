"""The stretch of an export that a record is, by its locator; read where the export is kept.

A locator is `120+400` (bytes of the file) or `3:120+400` (bytes of the member of a zip).
"""

from __future__ import annotations

import contextlib
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from logbook import errors
from logbook.domain.progress import SILENT, Progress
from logbook.importers.container import Place, contents_of
from logbook.importers.limits import LIMITS
from logbook.importers.sms_backup_wide import wide_codec
from logbook.importers.source_kind import HEAD_BYTES
from logbook.importers.zip_member import MemberStream, Watch

if TYPE_CHECKING:
    from typing import BinaryIO

    from logbook.importers.zip_member import Opener

_LOCATOR = re.compile(r"(?:(\d{1,9}):)?(\d{1,18})\+(\d{1,18})")
_SKIP_BYTES = 1 << 18


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes of a file, and the codec that its head speaks for."""

    data: bytes
    codec: str
    is_cut: bool


def read_stretch(
    open_file: Opener, locator: str, most_bytes: int, progress: Progress = SILENT
) -> Piece:
    """Read at most `most_bytes` of a stretch; a damaged member gives what can be read of it.

    Raises `DamagedContainer` where there is no such stretch, and what opening a zip raises.
    """
    found = _LOCATOR.fullmatch(locator)
    if found is None:
        raise errors.DamagedContainer("no stretch", where=locator)
    member, offset, length = int(found[1] or 0), int(found[2]), int(found[3])
    places = contents_of(open_file, "", LIMITS, progress).places
    if member >= len(places):
        raise errors.DamagedContainer("no such member", where=locator)
    with contextlib.closing(_open(places[member])) as stream:
        codec = wide_codec(stream.read(HEAD_BYTES)) or "utf-8"
    with contextlib.closing(_open(places[member])) as stream:
        _skip(stream, offset, progress)
        data = stream.read(min(length, most_bytes))
    return Piece(data, codec, is_cut=length > most_bytes)


def _open(place: Place) -> BinaryIO:
    if place.entry is None:
        return place.open_container()
    if place.entry.problem in {"encrypted", "method", "overlapping"}:
        raise errors.DamagedContainer(place.entry.problem)
    watch = Watch(LIMITS, reached=lambda _: None, damaged=lambda _: None)
    return io.BufferedReader(MemberStream(place.open_container(), place.entry, watch), _SKIP_BYTES)


def _skip(stream: BinaryIO, offset: int, progress: Progress) -> None:
    if stream.seekable():
        stream.seek(offset)
        return
    done = 0
    while done < offset and (skipped := len(stream.read(min(_SKIP_BYTES, offset - done)))):
        done += skipped
        progress(done, offset)
