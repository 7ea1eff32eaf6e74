"""Draw one file in a line of the list, and the names of the columns above all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from logbook.domain.evidence import MediaClass
from logbook.domain.file_selection import EvidenceRow
from logbook.i18n import translate
from logbook.tasks.this_computer import now_here
from logbook.ui.models.file_list import RowRole
from logbook.ui.style import color, font, look, px
from logbook.ui.widgets import paint
from logbook.ui.widgets.file_columns import FACE_PX, NAME_PX, PAD_PX, column_names, columns_of
from logbook.ui.widgets.file_words import (
    ICONS,
    badge_words,
    day_of,
    entries_words,
    media_word,
    size_words,
)
from logbook.ui.words import short_day

FACE_CORNER_PX = 6
_ROW_PX = 56
_HEAD_PX = 30
_MARGIN_PX = 24  # at the end of a row; the scroll bar stands in it

Index = QModelIndex | QPersistentModelIndex


class FileRowDelegate(QStyledItemDelegate):
    """Draws one file in a line; every row has one height."""

    def __init__(
        self,
        view: QTableView,
        picture: Callable[[EvidenceRow], QImage | None],
        blurs: Callable[[EvidenceRow], bool],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._picture = picture
        self._blurs = blurs

    def row_px(self) -> int:
        """Return the height of every row at the text size in use."""
        return max(px(_ROW_PX), look().line_px("body") + px(24), px(FACE_PX[1]) + px(16))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(NAME_PX), self.row_px())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RowRole)
        if not isinstance(row, EvidenceRow):
            return
        left, wide = across(self._view, option.rect.left())
        where = QRect(left, option.rect.top(), wide, option.rect.height())
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            plate = QRectF(where).adjusted(0, px(1), 0, -px(1))
            paint.plate(painter, plate, px(8), color("selected" if selected else "hover"))
        if selected:
            bar = QRectF(where.left(), where.top() + px(12), px(3), where.height() - px(24))
            paint.plate(painter, _flip(bar, where, mirrored=mirrored), px(2), color("accent"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring = QRectF(where).adjusted(1, px(1), -1, -px(1))
            paint.plate(painter, ring, px(8), None, color("focus"), 2.0)
        places = columns_of(where.width())
        self._draw_face(painter, row, _flip(QRectF(_face(where)), where, mirrored=mirrored))
        for key, (left, wide, to_end) in places.items():
            box = QRectF(where.left() + left, where.top(), wide, where.height())
            words, role, colour = self._words(key, row)
            _text(
                painter,
                (words, role, colour),
                _flip(box, where, mirrored=mirrored),
                to_end=to_end != mirrored,
            )
        painter.restore()

    def _draw_face(self, painter: QPainter, row: EvidenceRow, box: QRectF) -> None:
        picture = self._picture(row) if row.has_picture else None
        if picture is not None:
            painter.drawImage(box, picture)
        else:
            video = row.media_class is MediaClass.VIDEO
            ground, ink = ("stage", "on-stage-2") if video else ("sunken", "text-3")
            paint.plate(painter, box, px(FACE_CORNER_PX), color(ground))
            if not row.has_picture:
                side = px(18)
                left, middle = box.center().x() - side / 2, box.center().y()
                paint.glyph(painter, ICONS[row.media_class], left, middle, side, color(ink))
        if picture is not None and self._blurs(row):
            side = px(16)
            left, middle = box.center().x() - side / 2, box.center().y()
            disc = QRectF(box.center().x() - px(12), middle - px(12), px(24), px(24))
            paint.plate(painter, disc, px(12), color("scrim"))
            paint.glyph(painter, "eye-slash", left, middle, side, color("on-stage"))
        paint.plate(painter, box, px(FACE_CORNER_PX), None, color("line-strong"))

    def _words(self, key: str, row: EvidenceRow) -> tuple[str, str, str]:
        if key == "name":
            return row.name, "label", "text"
        if key == "used" and row.same is False:
            return translate("Evidence", "Has changed"), "small", "warning"
        words = {
            "kind": _kind_and_length(row),
            "size": size_words(row.size_bytes),
            "day": short_day(day_of(row)),
            "added": short_day(row.added_at.astimezone(now_here().tzinfo).date()),
            "used": entries_words(row),
        }[key]
        return words, "small", "text-2"


class FileHead(QWidget):
    """The names of the columns, for eyes: each row says its parts by itself."""

    def __init__(self, view: QTableView) -> None:
        super().__init__()
        self._view = view
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(px(NAME_PX), max(px(_HEAD_PX), look().line_px("caption") + px(12)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start, wide = across(self._view)
        start += self.width() - self._view.viewport().width() if mirrored else 0
        where = QRect(start, 0, wide, self.height())
        names = column_names()
        for key, (left, room, to_end) in columns_of(wide).items():
            box = QRectF(where.left() + left, 0, room, self.height())
            _text(
                painter,
                (names[key], "caption", "text-3"),
                _flip(box, where, mirrored=mirrored),
                to_end=to_end != mirrored,
            )
        painter.fillRect(QRect(start, self.height() - 1, wide, 1), color("line"))


def across(view: QTableView, left: int = 0) -> tuple[int, int]:
    """Return where rows begin and how wide they are, with the scroll bar or without."""
    wide = max(view.width() - px(_MARGIN_PX), 1)
    mirrored = view.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return (left + view.viewport().width() - wide if mirrored else left), wide


def _kind_and_length(row: EvidenceRow) -> str:
    return ", ".join(part for part in (media_word(row.media_class), badge_words(row)) if part)


def _face(where: QRect) -> QRect:
    wide, tall = px(FACE_PX[0]), px(FACE_PX[1])
    return QRect(where.left() + px(PAD_PX), where.center().y() - tall // 2 + 1, wide, tall)


def _flip(box: QRectF, where: QRect, *, mirrored: bool) -> QRectF:
    if not mirrored:
        return box
    left = where.left() + where.right() + 1 - box.right()
    return QRectF(left, box.y(), box.width(), box.height())


def _text(painter: QPainter, said: tuple[str, str, str], where: QRectF, *, to_end: bool) -> None:
    words, role, colour = said
    used = font(role)
    painter.setFont(used)
    painter.setPen(color(colour))
    shown = QFontMetricsF(used).elidedText(words, Qt.TextElideMode.ElideMiddle, where.width())
    across = Qt.AlignmentFlag.AlignRight if to_end else Qt.AlignmentFlag.AlignLeft
    flags = across | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(where, int(flags | Qt.TextFlag.TextSingleLine), shown)
