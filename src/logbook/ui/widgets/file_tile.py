"""Draw one file as a tile: its picture, what it is called and when it is from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QStaticText

from logbook.domain.evidence import MediaClass
from logbook.domain.file_selection import EvidenceRow
from logbook.i18n import translate
from logbook.tasks.this_computer import now_here
from logbook.ui.style import color, font, look, px, strong_font
from logbook.ui.widgets import paint
from logbook.ui.widgets.file_words import ICONS, badge_words, day_of, day_words
from logbook.ui.widgets.tile_picture import DARK, Shape

RATIO = 142 / 239  # of a picture's height to its width
_CORNER_PX = 10
_TEXT_GAP_PX = 8
_BELOW_PX = 16
_MARK_PX = 22
_BARS = 30
_LAID_OUT_KEPT = 2_000


@dataclass(frozen=True, slots=True)
class TileState:
    """How a tile stands among the others."""

    selected: bool = False
    hovered: bool = False
    focused: bool = False
    blurred: bool = False


@dataclass(frozen=True, slots=True)
class TileSource:
    """Where a tile takes its picture from."""

    picture: Callable[[EvidenceRow], QImage | None]
    wave: Callable[[EvidenceRow], bytes]  # from 0 to 255; empty: none


def tile_px(width: int) -> int:
    """Return the height of a tile of some width, with the gap below it."""
    words = look().line_px("label") + look().line_px("small")
    return picture_px(width) + px(_TEXT_GAP_PX) + words + px(_BELOW_PX)


def picture_px(width: int) -> int:
    """Return the height of the picture of a tile."""
    return round(width * RATIO)


def shape_of(row: EvidenceRow, width: int, density: float, *, blurred: bool) -> Shape:
    """Return how the picture of a file is to be drawn for a tile of some width."""
    return Shape(
        width=round(width * density),
        height=round(picture_px(width) * density),
        corner=px(_CORNER_PX) * density,
        paper=row.media_class is MediaClass.PDF,
        blurred=blurred,
    )


class FileTile:
    """Draws tiles on the painter of one event; positions are as in the view."""

    def __init__(self, source: TileSource) -> None:
        self._source = source
        self._painter = QPainter()
        self._mirrored = False
        # To measure and lay out words costs more than all the rest of a tile.
        self._laid_out: dict[tuple[str, str, int], QStaticText] = {}
        self._days: dict[date, str] = {}
        self._today = date.min
        look().changed.connect(self._forget)

    def begin(self, painter: QPainter, *, mirrored: bool) -> None:
        """Draw on another painter from now on."""
        self._painter = painter
        self._mirrored = mirrored
        today = now_here().date()
        if today != self._today or len(self._laid_out) > _LAID_OUT_KEPT:
            self._today = today
            self._forget()

    def draw(self, row: EvidenceRow | None, where: QRect, state: TileState) -> None:
        """Draw a file, or an empty tile for one that is on its way."""
        box = QRectF(where.left(), where.top(), where.width(), picture_px(where.width()))
        if state.selected or state.hovered:
            around = QRectF(where).adjusted(-px(7), -px(7), px(7), px(6) - px(_BELOW_PX))
            paint.plate(
                self._painter, around, px(14), color("selected" if state.selected else "hover")
            )
        if row is None:
            paint.plate(self._painter, box, px(_CORNER_PX), color("sunken"), color("line"))
            return
        self._draw_face(row, box, state)
        self._draw_badge(row, box)
        edge, edge_px = ("accent", 2.0) if state.selected else ("line-strong", 1.0)
        paint.plate(self._painter, box, px(_CORNER_PX), None, color(edge), edge_px)
        if state.selected:
            self._draw_mark(box)
        if state.focused:
            ring = QRectF(where).adjusted(-px(7), -px(7), px(7), px(6) - px(_BELOW_PX))
            paint.plate(self._painter, ring, px(14), None, color("focus"), 2.0)
        self._draw_words(row, where, box)

    def _draw_face(self, row: EvidenceRow, box: QRectF, state: TileState) -> None:
        picture = self._source.picture(row) if row.has_picture else None
        wave = self._source.wave(row) if row.media_class is MediaClass.SOUND else b""
        filled = picture is not None and row.media_class is not MediaClass.PDF
        if not filled:
            tone = "stage" if row.media_class is MediaClass.VIDEO else "sunken"
            paint.plate(self._painter, box, px(_CORNER_PX), color(tone))
        if picture is not None:
            self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._painter.drawImage(box, picture)
            if state.blurred:
                self._draw_blur_mark(box)
        elif wave:
            self._draw_wave(wave, box)
        elif not row.has_picture:
            ink = "on-stage-2" if row.media_class is MediaClass.VIDEO else "text-3"
            side = px(34)
            left = box.center().x() - side / 2
            name = ICONS[row.media_class]
            paint.glyph(self._painter, name, left, box.center().y(), side, color(ink))

    def _draw_blur_mark(self, box: QRectF) -> None:
        side = px(34)
        disc = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        paint.plate(self._painter, disc, side / 2, DARK)
        glyph = px(18)
        left = box.center().x() - glyph / 2
        paint.glyph(
            self._painter, "eye-slash", left, box.center().y(), glyph, QColor(Qt.GlobalColor.white)
        )

    def _draw_wave(self, wave: bytes, box: QRectF) -> None:
        """Draw bars from edge to edge, as loud as the loudest moment of their share."""
        inside = box.adjusted(1, px(12), -1, -px(12))
        step = inside.width() / _BARS
        wide = max(step * 0.44, 2.0)
        loudest = max(*wave, 1)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(color("accent"))
        for bar in range(_BARS):
            first = bar * len(wave) // _BARS
            last = max((bar + 1) * len(wave) // _BARS, first + 1)
            tall = max(inside.height() * max(wave[first:last], default=0) / loudest, px(3))
            left = inside.left() + step * bar + (step - wide) / 2
            where = QRectF(left, inside.center().y() - tall / 2, wide, tall)
            self._painter.drawRoundedRect(where, wide / 2, wide / 2)

    def _draw_badge(self, row: EvidenceRow, box: QRectF) -> None:
        words = badge_words(row)
        if not words:
            return
        used = strong_font("caption")
        metrics = QFontMetricsF(used)
        wide, tall = metrics.horizontalAdvance(words) + px(11), look().line_px("caption") + px(3)
        left = box.left() + px(5)
        if self._mirrored:
            left = box.right() - px(5) - wide
        plate = QRectF(left, box.bottom() - px(5) - tall, wide, tall)
        paint.plate(self._painter, plate, px(4), DARK)
        self._painter.setFont(used)
        self._painter.setPen(QColor(Qt.GlobalColor.white))
        self._painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), words)

    def _draw_mark(self, box: QRectF) -> None:
        """Draw the check mark of a chosen tile: colour alone would not tell."""
        side = px(_MARK_PX)
        left = box.left() + px(7) if self._mirrored else box.right() - px(7) - side
        disc = QRectF(left, box.top() + px(7), side, side)
        paint.plate(self._painter, disc, side / 2, color("accent"), color("surface"), 1.5)
        glyph = px(12)
        paint.glyph(
            self._painter,
            "check-bold",
            disc.center().x() - glyph / 2,
            disc.center().y(),
            glyph,
            color("on-accent"),
        )

    def _draw_words(self, row: EvidenceRow, where: QRect, box: QRectF) -> None:
        top = box.bottom() + px(_TEXT_GAP_PX)
        line = QRectF(where.left() + px(2), top, where.width() - px(4), look().line_px("label"))
        self._text(row.name, line, "label", "text", Qt.TextElideMode.ElideMiddle)
        line = QRectF(line.left(), line.bottom(), line.width(), look().line_px("small"))
        if row.same is False:
            side = px(14)
            at = line.right() - side if self._mirrored else line.left()
            paint.glyph(self._painter, "warning", at, line.center().y(), side, color("warning"))
            inset = side + px(5)
            line = line.adjusted(0 if self._mirrored else inset, 0, -inset * self._mirrored, 0)
            words = translate("Evidence", "Has changed")
            self._text(words, line, "small", "warning")
        else:
            self._text(self._day_words(row), line, "small", "text-2")

    def _text(
        self,
        words: str,
        where: QRectF,
        role: str,
        colour: str,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        self._painter.setFont(font(role))
        self._painter.setPen(color(colour))
        shown = self._words_laid_out(words, role, where.width(), elide)
        size = shown.size()
        left = where.right() - size.width() if self._mirrored else where.left()
        self._painter.drawStaticText(QPointF(left, where.center().y() - size.height() / 2), shown)

    def _words_laid_out(
        self, words: str, role: str, width: float, elide: Qt.TextElideMode
    ) -> QStaticText:
        key = (words, role, round(width))
        shown = self._laid_out.get(key)
        if shown is None:
            used = font(role)
            shown = QStaticText(QFontMetricsF(used).elidedText(words, elide, width))
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            shown.prepare(font=used)
            self._laid_out[key] = shown
        return shown

    def _day_words(self, row: EvidenceRow) -> str:
        day = day_of(row)
        words = self._days.get(day)
        if words is None:
            words = self._days[day] = day_words(row)
        return words

    def _forget(self) -> None:
        self._laid_out.clear()
        self._days.clear()
