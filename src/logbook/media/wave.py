"""The wave form of a sound, for seeing where somebody speaks without playing it."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from logbook.domain.progress import SILENT, Progress
from logbook.media import child
from logbook.media.source import opened


def wave_form(
    where: BinaryIO | Path, count: int = 400, progress: Progress = SILENT
) -> tuple[float, ...]:
    """Return up to `count` (2,000 at most) loudness values from 0 to 1 along a WAVE file.

    Empty for every other kind of sound and for damaged ones: then there is nothing to draw.
    """
    with opened(where) as (stream, size_bytes):
        job = child.Job("wave", size_bytes, {"count": count})
        answer = child.run(job, stream, progress)
    peaks = answer.untrusted_fields.get("peaks")
    if not isinstance(peaks, list):
        return ()
    return tuple(float(peak) for peak in peaks if type(peak) is float and 0.0 <= peak <= 1.0)
