"""From what the decoding child sent to a picture that Qt paints; runs beside the GUI thread."""

from __future__ import annotations

from PySide6.QtGui import QImage

from logbook.domain.progress import Progress
from logbook.tasks import view_file
from logbook.tasks.view_file import Part
from logbook.vault.detached import DetachedFile


def draw(
    file: DetachedFile, media_type: str, part: Part, progress: Progress
) -> tuple[QImage, tuple[float, float, float, float]]:
    """Return a part of a picture or page as a picture of its own, and the region it shows."""
    found = view_file.draw(file, media_type, part, progress)
    rows = QImage(
        found.rgb,
        found.width_px,
        found.height_px,
        found.width_px * 3,
        QImage.Format.Format_RGB888,
    )
    # In the form that is painted fastest; and a copy, since `rows` lies in the bytes it was given.
    return rows.convertToFormat(QImage.Format.Format_RGB32), found.region
