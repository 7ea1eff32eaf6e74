"""A copy of a file without hidden data: no place, no device, no names, no earlier versions."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Final

from logbook.domain.evidence import MediaClass
from logbook.domain.progress import SILENT, Progress
from logbook.errors import CannotBeCleaned, PictureUnreadable
from logbook.media import kind
from logbook.media.look import look_into
from logbook.media.source import opened

_HIDES_NOTHING: Final = frozenset({"text/plain", "text/csv"})
_MAX_TEXT_BYTES: Final = 256 << 20


def hides_nothing(media_type: str) -> bool:
    """Tell whether a kind of file holds nothing but what can be read in it."""
    return media_type in _HIDES_NOTHING


def without_hidden_data(
    where: BinaryIO | Path, media_type: str, progress: Progress = SILENT
) -> bytes:
    """Return a picture's print copy, or a plain text as it is.

    The content decides, not the `media_type` that was noted; where they differ the file is
    refused. Raises `CannotBeCleaned` for every other kind of file (PDF, sound, video, documents):
    nothing here can promise what they still hold; `PictureUnreadable` for a damaged picture.
    """
    with opened(where) as (stream, size_bytes):
        found, media_class = kind.recognise(stream.read(kind.HEAD_BYTES))
        if media_class is MediaClass.PICTURE and media_type.startswith("image/"):
            facts = look_into(stream, "", progress=progress)
            if facts.print_copy is None:
                raise PictureUnreadable(facts.problem or "broken")
            return facts.print_copy.data
        plain = found in _HIDES_NOTHING and media_type in _HIDES_NOTHING
        if not plain or size_bytes > _MAX_TEXT_BYTES:
            raise CannotBeCleaned(media_type)
        stream.seek(0)
        return stream.read()
