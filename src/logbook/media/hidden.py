"""Which kinds of hidden data a file carries; what they say stays inside the file."""

from __future__ import annotations

from typing import BinaryIO, Final

from logbook.domain.evidence import MediaClass
from logbook.domain.progress import SILENT, Progress
from logbook.errors import PictureUnreadable
from logbook.media import child
from logbook.media.kind import class_of
from logbook.media.source import opened

KINDS: Final = (
    "device",
    "time",
    "place",
    "name",
    "program",
    "words",
    "edits",
    "small_picture",
    "files",
)


def look(stream: BinaryIO, media_type: str, progress: Progress = SILENT) -> tuple[str, ...]:
    """Return the kinds of `KINDS` that a picture, PDF, sound or video carries.

    Raises `PictureUnreadable` where that cannot be told.
    """
    moves = class_of(media_type) in {MediaClass.SOUND, MediaClass.VIDEO}
    name = "moving_hidden" if moves else "hidden"
    with opened(stream) as (file, size_bytes):
        job = child.Job(name, size_bytes, {"media_type": media_type})
        answer = child.run(job, file, progress)
    stated = answer.untrusted_fields.get("kinds")
    if answer.problem or not isinstance(stated, list):
        raise PictureUnreadable("unsupported")
    return tuple(kind for kind in KINDS if kind in stated)
