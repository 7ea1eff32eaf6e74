"""Sound and video before they are played: what there is, the wave form, one picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from logbook.domain.progress import SILENT, Progress
from logbook.errors import PictureUnreadable
from logbook.media import child
from logbook.media.playing import Picture, checked_picture
from logbook.media.source import opened

_MOST_S: Final = 10 * 366 * 86_400
_MOST_PEAKS: Final = 2_000
_PROBLEMS: Final = frozenset({"too_large", "broken", "unsupported"})


@dataclass(frozen=True, slots=True)
class Moving:
    """What a sound or video holds; a length of 0 is not known."""

    has_sound: bool
    has_video: bool
    duration_s: float


def look(stream: BinaryIO, media_type: str, progress: Progress = SILENT) -> Moving:
    """Return what there is to play; raises `PictureUnreadable` with the problem's code."""
    fields = _run("moving_look", stream, {"media_type": media_type}, progress).untrusted_fields
    return Moving(
        fields.get("sound") is True, fields.get("video") is True, _seconds(fields.get("duration_s"))
    )


def wave_form(
    stream: BinaryIO, media_type: str, count: int = 400, progress: Progress = SILENT
) -> tuple[float, ...]:
    """Return up to `count` loudness values from 0 to 1 along a sound of any kind."""
    options = {"media_type": media_type, "count": count}
    peaks = _run("moving_wave", stream, options, progress).untrusted_fields.get("peaks")
    listed = peaks[:_MOST_PEAKS] if isinstance(peaks, list) else []
    return tuple(float(one) for one in listed if type(one) in {int, float} and 0 <= one <= 1)


def picture_at(
    stream: BinaryIO,
    media_type: str,
    at_s: float,
    side_px: int,
    progress: Progress = SILENT,
) -> Picture:
    """Return one picture of a video, at most `side_px` wide or high."""
    options = {"media_type": media_type, "at_s": at_s, "side_px": side_px}
    answer = _run("moving_frame", stream, options, progress)
    rgb = answer.untrusted_parts.get("rgb", b"")
    found = checked_picture(at_s, answer.untrusted_fields, rgb)
    if found is None:
        raise PictureUnreadable("broken")
    return found


def _run(name: str, stream: BinaryIO, options: dict[str, Any], progress: Progress) -> child.Answer:
    with opened(stream) as (file, size_bytes):
        answer = child.run(child.Job(name, size_bytes, options), file, progress)
    problem = answer.problem or answer.untrusted_fields.get("problem")
    if problem:
        known = isinstance(problem, str) and problem in _PROBLEMS
        raise PictureUnreadable(problem if known else "broken")
    return answer


def _seconds(untrusted: object) -> float:
    fits = isinstance(untrusted, (int, float)) and 0 <= untrusted <= _MOST_S
    return float(untrusted) if fits and isinstance(untrusted, (int, float)) else 0.0
