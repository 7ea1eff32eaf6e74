"""A small picture of a file; a file that has none shows what it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from logbook.domain.evidence import Evidence
from logbook.tasks.say_problem import say_file_problem
from logbook.ui.style import color, font, look, px, sized
from logbook.ui.widgets import paint
from logbook.ui.widgets.file_words import ICONS, media_word

WIDTH_PX, HEIGHT_PX = 108, 84


class Thumbnail(QAbstractButton):
    """One file. What pressing it does is up to the page, which says so in `act`."""

    def __init__(
        self, kept: Evidence, data: bytes | None, act: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kept = kept
        self._picture = QPixmap()
        if data:
            self._picture.loadFromData(data)
        sized(self, width=WIDTH_PX, height=HEIGHT_PX)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(f"{kept.name}\n{act}")
        self.setAccessibleName(f"{media_word(kept.media_class)}, {kept.name}")
        self.setAccessibleDescription(act)
        if kept.problem:
            said = say_file_problem(kept.problem)
            self.setToolTip(f"{kept.name}\n{said}\n{act}")
            self.setAccessibleDescription(f"{said} {act}")

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH_PX), px(HEIGHT_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        where = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint.plate(painter, where, px(8), color("sunken"))
        if not self._picture.isNull():
            path = QPainterPath()
            path.addRoundedRect(where, px(8), px(8))
            painter.setClipPath(path)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.rect(), self._picture, _cover(self._picture, self.size()))
            painter.setClipping(False)
        else:
            side = px(26)
            left = (self.width() - side) / 2
            name = ICONS[self.kept.media_class]
            paint.glyph(painter, name, left, self.height() / 2 - px(8), side, color("accent"))
            self._caption(painter)
        paint.plate(painter, self.rect(), px(8), None, color("line-strong"))

    def _caption(self, painter: QPainter) -> None:
        painter.setFont(font("caption"))
        painter.setPen(color("text-2"))
        height = look().line_px("caption")
        box = QRect(px(6), self.height() - height - px(6), self.width() - px(12), height)
        shown = painter.fontMetrics().elidedText(
            self.kept.name, Qt.TextElideMode.ElideMiddle, box.width()
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)


def _cover(picture: QPixmap, size: QSize) -> QRect:
    """Return the middle part of a picture that fills a box of another shape."""
    across = picture.width() / max(size.width(), 1)
    down = picture.height() / max(size.height(), 1)
    scale = min(across, down)
    wide, tall = int(size.width() * scale), int(size.height() * scale)
    return QRect((picture.width() - wide) // 2, (picture.height() - tall) // 2, wide, tall)
