"""How long a foreign sound is and when it says it was made."""

from __future__ import annotations

from typing import BinaryIO, Final

import tinytag

from logbook.domain.evidence import TimeBasis
from logbook.media import times
from logbook.media.decoders.result import Result, plain_times, problem

_AMR_MAGICS: Final = (b"#!AMR\n", b"#!AMR-WB\n")
# Bytes after the header of a speech frame, by frame type (RFC 4867 section 5.3, 3GPP TS 26.101
# table 1a and 26.201 table 1a); None: reserved.
_NARROW: Final = (12, 13, 15, 17, 19, 20, 26, 31, 5, None, None, None, None, None, None, 0)
_WIDE: Final = (17, 23, 32, 36, 40, 46, 50, 58, 60, 5, None, None, None, None, 0, 0)
_FRAME_S: Final = 0.02
_MAX_AMR_BYTES: Final = 64 << 20  # seven hours at the highest rate


def look(stream: BinaryIO, media_type: str) -> Result:
    """Return `duration_s` and `times` of a sound, or the problem with it."""
    if media_type.startswith("audio/amr"):
        return _amr(stream)
    try:
        tag = tinytag.TinyTag.get(file_obj=stream)
    except tinytag.UnsupportedFormatError:
        return problem("unsupported")
    except (tinytag.TinyTagException, OSError):
        return problem("broken")
    stated = times.from_words(str(tag.year or ""), TimeBasis.CONTAINER)
    fields: dict[str, object] = {"times": plain_times([stated])}
    if tag.duration is not None and tag.duration > 0:
        fields["duration_s"] = float(tag.duration)
    return Result(fields)


def _amr(stream: BinaryIO) -> Result:
    """Count the frames: 20 ms each, their length told by the frame type."""
    data = stream.read(_MAX_AMR_BYTES + 1)
    if len(data) > _MAX_AMR_BYTES:
        return problem("too_large")
    wide = data.startswith(_AMR_MAGICS[1])
    sizes = _WIDE if wide else _NARROW
    at, frames = len(_AMR_MAGICS[wide]), 0
    while at < len(data):
        size = sizes[data[at] >> 3 & 15]
        if size is None:
            return problem("broken")
        at += 1 + size
        frames += at <= len(data)  # a cut last frame is not heard
    return Result({"duration_s": frames * _FRAME_S, "times": []})
