"""The sign over what is blurred on the stage."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from logbook.i18n import translate
from logbook.ui.style import color, font, look, px
from logbook.ui.widgets import paint


def say_blurred(painter: QPainter, room: QRect) -> None:
    """Draw the crossed-out eye and the words that tell how to look."""
    painter.setFont(font("label"))
    words = translate("Viewer", "Blurred. Press Space to look.")
    metrics = painter.fontMetrics()
    icon_px, wide = px(30), metrics.horizontalAdvance(words) + px(40)
    high = icon_px + look().line_px("label") + px(38)
    box = QRect(0, 0, wide, high)
    box.moveCenter(room.center())
    paint.plate(painter, box, px(12), paint.faint("stage", 0.82))
    middle = box.top() + px(14) + icon_px / 2
    paint.glyph(
        painter, "eye-slash", box.center().x() - icon_px / 2, middle, icon_px, color("on-stage")
    )
    painter.setPen(color("on-stage"))
    below = box.adjusted(0, icon_px + px(20), 0, -px(10))
    painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), words)
