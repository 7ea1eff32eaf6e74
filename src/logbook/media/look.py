"""Look into a file: what it is, the times it carries, its print-ready copy and thumbnail."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from logbook.domain.evidence import FileFacts, FileTime, MediaClass, PrintCopy, TimeBasis
from logbook.domain.progress import SILENT, Progress
from logbook.media import child, kind, times
from logbook.media.name_times import from_name
from logbook.media.source import opened

_PROBLEMS: Final = frozenset({"too_large", "broken", "encrypted", "unsupported"})
_PRINT_TYPES: Final = frozenset({"image/png", "image/jpeg"})
_ISO_TYPES: Final = frozenset({"video/mp4", "video/quicktime", "video/3gpp", "audio/mp4"})
_MAX_SIDE_PX: Final = 1_000_000
_MAX_PAGES: Final = 10_000_000
_MAX_DURATION_S: Final = 10 * 366 * 86_400
_MAX_THUMBNAIL_BYTES: Final = 1 << 20


def look_into(
    where: BinaryIO | Path,
    untrusted_name: str,
    *,
    modified: datetime | None = None,
    progress: Progress = SILENT,
) -> FileFacts:
    """Return what a file is; for a file that cannot be shown, `problem` says why.

    `modified` is the file system's time, aware. A stream is read by seeking, on this thread, and
    stays open; a video is never read whole. Raises `FileUnreadable` for a path that cannot be
    read and `DecoderMissing` for a damaged installation, never anything for damaged content.
    """
    with opened(where) as (stream, size_bytes):
        media_type, media_class = kind.recognise(stream.read(kind.HEAD_BYTES), untrusted_name)
        job = _job(media_type, media_class, size_bytes)
        answer = child.run(job, stream, progress) if job and size_bytes else child.Answer()
        seen = child.Answer()
        if media_class is MediaClass.VIDEO and size_bytes and not _is_bad(answer):
            options = {"media_type": media_type}
            seen = child.run(child.Job("moving_small", size_bytes, options), stream, progress)
    found, of_video = _Facts(answer), _Facts(seen)
    length_s = found.duration_s()
    outer = [from_name(untrusted_name), times.from_modified(modified) if modified else None]
    notes = ["animated"] if answer.untrusted_fields.get("animated") is True else []
    if kind.name_disagrees(untrusted_name, media_type):
        notes.append("name_disagrees")
    return FileFacts(
        media_type=media_type,
        media_class=media_class,
        times=times.believable(
            [time for time in [*found.times(), *outer] if time], datetime.now(UTC)
        ),
        width_px=found.whole("width", _MAX_SIDE_PX) or of_video.whole("width", _MAX_SIDE_PX),
        height_px=found.whole("height", _MAX_SIDE_PX) or of_video.whole("height", _MAX_SIDE_PX),
        duration_s=of_video.duration_s() if length_s is None else length_s,
        pages=found.whole("pages", _MAX_PAGES),
        print_copy=found.print_copy(),
        thumbnail=found.thumbnail() or of_video.thumbnail(),
        problem=found.problem(),
        notes=tuple(notes),
    )


def _is_bad(answer: child.Answer) -> bool:
    return bool(answer.problem or answer.untrusted_fields.get("problem"))


def _job(media_type: str, media_class: MediaClass, size_bytes: int) -> child.Job | None:
    """Return what the decoding child shall do, None where nothing needs decoding."""
    options: dict[str, Any] = {"media_type": media_type}
    if media_type in _ISO_TYPES:
        return child.Job("iso_media", size_bytes)
    match media_class:
        case MediaClass.PICTURE:
            return child.Job("picture", size_bytes, options)
        case MediaClass.SOUND:
            return child.Job("sound", size_bytes, options)
        case MediaClass.PDF:
            return child.Job("pdf", size_bytes)
    return None


class _Facts:
    """Checks what the child said: it has looked at a hostile file and may not be itself."""

    def __init__(self, answer: child.Answer) -> None:
        self._fields = answer.untrusted_fields
        self._parts = answer.untrusted_parts
        self._problem = answer.problem

    def whole(self, name: str, most: int) -> int | None:
        """Return a whole number from 1 to `most`, else None."""
        value = self._fields.get(name)
        return value if type(value) is int and 0 < value <= most else None

    def duration_s(self) -> float | None:
        """Return a length in seconds that can be."""
        value = self._fields.get("duration_s")
        return float(value) if type(value) is float and 0 <= value <= _MAX_DURATION_S else None

    def times(self) -> list[FileTime]:
        """Return well-formed times; whether they can be is asked later."""
        stated = self._fields.get("times")
        found = []
        for item in stated[:16] if isinstance(stated, list) else ():
            match item:
                case [str(local), int() | None as offset, str(basis), str(raw)] if basis in (
                    TimeBasis.EXIF,
                    TimeBasis.CONTAINER,
                ):
                    found.append(FileTime(local[:40], offset, TimeBasis(basis), raw[:80]))
        return found

    def print_copy(self) -> PrintCopy | None:
        """Return the print copy when its bytes are what it says it is."""
        data = self._parts.get("print_copy", b"")
        width = self.whole("print_width", _MAX_SIDE_PX)
        height = self.whole("print_height", _MAX_SIDE_PX)
        stated = self._fields.get("print_type")
        media_type, _ = kind.recognise(data[: kind.HEAD_BYTES])
        if width is None or height is None or media_type not in _PRINT_TYPES:
            return None
        return PrintCopy(data, media_type, width, height) if media_type == stated else None

    def thumbnail(self) -> bytes | None:
        """Return the thumbnail when it is a small JPEG."""
        data = self._parts.get("thumbnail", b"")
        is_jpeg = kind.recognise(data[: kind.HEAD_BYTES])[0] == "image/jpeg"
        return data if is_jpeg and len(data) <= _MAX_THUMBNAIL_BYTES else None

    def problem(self) -> str:
        """Return a known problem code; an unknown one means that the file is broken."""
        stated = self._problem or self._fields.get("problem", "")
        return stated if not stated or stated in _PROBLEMS else "broken"
