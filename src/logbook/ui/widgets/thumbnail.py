"""A small picture of a file; a file that has none shows what it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from logbook.domain.evidence import Evidence
from logbook.i18n import translate
from logbook.tasks.say_problem import say_file_problem
from logbook.ui.blur import blur
from logbook.ui.style import color, font, look, px, sized
from logbook.ui.tips import plain_tip
from logbook.ui.widgets import paint
from logbook.ui.widgets.file_words import ICONS, media_word
from logbook.ui.widgets.tile_picture import DARK, blurred, decode

WIDTH_PX, HEIGHT_PX = 108, 84


class Thumbnail(QAbstractButton):
    """One file. What pressing it does is up to the page, which says so in `act`.

    While pictures are blurred, Space looks at this one until it is shown anew, and Enter presses.
    """

    def __init__(
        self, kept: Evidence, data: bytes | None, act: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kept = kept
        self._act = act
        self._looked = False
        self._picture = (decode(data) if data else None) or QImage()
        self._blurred = QImage()
        sized(self, width=WIDTH_PX, height=HEIGHT_PX)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._say()
        blur().changed.connect(self._blur_changed)

    @property
    def is_blurred(self) -> bool:
        """True while nothing of the picture can be made out."""
        return blur().on and not self._looked and not self._picture.isNull()

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH_PX), px(HEIGHT_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        looks = blur().on and not self._picture.isNull()
        if plain and looks and event.key() == Qt.Key.Key_Space:
            self._looked = not self._looked
            self._say()
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Blur it again: looking at a picture ends with the page that it is on."""
        super().hideEvent(event)
        self._blur_changed()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        where = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint.plate(painter, where, px(8), color("sunken"))
        if not self._picture.isNull():
            path = QPainterPath()
            path.addRoundedRect(where, px(8), px(8))
            painter.setClipPath(path)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            shown = self._shown()
            painter.drawImage(self.rect(), shown, _cover(shown, self.size()))
            painter.setClipping(False)
            if self.is_blurred:
                self._draw_blur_mark(painter)
        else:
            side = px(26)
            left = (self.width() - side) / 2
            name = ICONS[self.kept.media_class]
            paint.glyph(painter, name, left, self.height() / 2 - px(8), side, color("accent"))
            self._caption(painter)
        paint.plate(painter, self.rect(), px(8), None, color("line-strong"))

    def _shown(self) -> QImage:
        if not self.is_blurred:
            return self._picture
        if self._blurred.isNull():
            self._blurred = blurred(self._picture, self._picture.size())
        return self._blurred

    def _draw_blur_mark(self, painter: QPainter) -> None:
        side, middle = px(26), QRectF(self.rect()).center()
        disc = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        paint.plate(painter, disc, side / 2, DARK)
        glyph = px(15)
        ink = color("on-stage")
        paint.glyph(painter, "eye-slash", middle.x() - glyph / 2, middle.y(), glyph, ink)

    def _blur_changed(self) -> None:
        self._looked = False
        self._say()

    def _say(self) -> None:
        """Say what it is, what is wrong with it, and what can be done."""
        act = self._act
        if self.is_blurred:
            words = translate("Thumbnail", "Blurred. Press Space to look.")
            act = f"{words} {act}"
        if self.kept.problem:
            act = f"{say_file_problem(self.kept.problem)} {act}"
        self.setToolTip(plain_tip(f"{self.kept.name}\n{act}"))
        self.setAccessibleName(f"{media_word(self.kept.media_class)}, {self.kept.name}")
        self.setAccessibleDescription(act)
        self.update()

    def _caption(self, painter: QPainter) -> None:
        painter.setFont(font("caption"))
        painter.setPen(color("text-2"))
        height = look().line_px("caption")
        box = QRect(px(6), self.height() - height - px(6), self.width() - px(12), height)
        shown = painter.fontMetrics().elidedText(
            self.kept.name, Qt.TextElideMode.ElideMiddle, box.width()
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)


def _cover(picture: QImage, size: QSize) -> QRect:
    """Return the middle part of a picture that fills a box of another shape."""
    across = picture.width() / max(size.width(), 1)
    down = picture.height() / max(size.height(), 1)
    scale = min(across, down)
    wide, tall = int(size.width() * scale), int(size.height() * scale)
    return QRect((picture.width() - wide) // 2, (picture.height() - tall) // 2, wide, tall)
