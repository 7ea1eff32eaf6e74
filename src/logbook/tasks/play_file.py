"""Listen to a kept sound or watch a kept video, out of memory and by seeking alone.

All of it runs beside the vault's thread, on a file that `view_file.open_file` opened.
"""

from __future__ import annotations

from logbook.domain.progress import SILENT, Progress
from logbook.media import moving
from logbook.media.loudspeaker import Loudspeaker as Loudspeaker
from logbook.media.moving import Moving as Moving
from logbook.media.playing import RATE_HZ as RATE_HZ
from logbook.media.playing import SPEEDS as SPEEDS
from logbook.media.playing import Picture as Picture
from logbook.media.playing import Playing as Playing
from logbook.media.playing import Wish as Wish
from logbook.vault.detached import DetachedFile


def look(file: DetachedFile, media_type: str, progress: Progress = SILENT) -> Moving:
    """Return what there is to play; raises `PictureUnreadable`."""
    return moving.look(file.stream(), media_type, progress)


def wave_form(
    file: DetachedFile, media_type: str, count: int, progress: Progress = SILENT
) -> tuple[float, ...]:
    """Return how loud a sound is along its length; raises `PictureUnreadable`."""
    return moving.wave_form(file.stream(), media_type, count, progress)


def picture_at(
    file: DetachedFile, media_type: str, at_s: float, side_px: int, progress: Progress = SILENT
) -> Picture:
    """Return one picture of a video; raises `PictureUnreadable`."""
    return moving.picture_at(file.stream(), media_type, at_s, side_px, progress)


def begin(file: DetachedFile, media_type: str, wish: Wish, *, has_sound: bool) -> Playing:
    """Begin to decode for playing; the caller stops it."""
    return Playing(file.stream(), media_type, wish, has_sound=has_sound)
