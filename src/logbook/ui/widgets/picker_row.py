"""Draw the rows of the message picker: box, time, sender and words in columns that line up."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from logbook.i18n import translate
from logbook.ui import icons
from logbook.ui.models.picker import DayRow, FoldRow, MessageRow, PickerModel, RowRole
from logbook.ui.style import color, font, look, px
from logbook.ui.widgets import paint
from logbook.ui.words import locale, long_day

_BOX_PX, _TIME_PX, _SENDER_PX, _CONTEXT_PX = 32, 46, 104, 84
_PAD_PX = 13
_MOST_LINES = 12


class PickerDelegate(QStyledItemDelegate):
    """Heights are measured once for a width and text size."""

    def __init__(self) -> None:
        super().__init__()
        self._heights: dict[tuple[int, int], int] = {}
        self._width = 0
        look().changed.connect(self._heights.clear)

    def use_width(self, width: int) -> None:
        """Measure for another width of the list from now on."""
        if width != self._width:
            self._width = width
            self._heights.clear()

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row = index.data(RowRole)
        if isinstance(row, DayRow):
            return QSize(self._width, look().line_px("strong") + px(12))
        if not isinstance(row, MessageRow):
            return QSize(self._width, px(52))
        key = (row.line.order_index, self._width)
        height = self._heights.get(key)
        if height is None:
            lines = len(_lines_of(row, self._text_width()))
            height = self._heights[key] = max(lines, 1) * look().line_px("body") + px(18)
        return QSize(self._width, height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRect(option.rect)
        focused = bool(option.state & QStyle.StateFlag.State_Selected)
        if focused:
            paint.plate(painter, where.adjusted(0, 1, 0, -1), px(8), color("hover"))
        if isinstance(row, DayRow):
            self._day(painter, where, row)
        elif isinstance(row, FoldRow):
            self._fold(painter, where, row)
        elif isinstance(row, MessageRow):
            model = index.model()
            words = model.words if isinstance(model, PickerModel) else ""
            self._message(painter, where, row, words)
        painter.restore()

    def _day(self, painter: QPainter, where: QRect, row: DayRow) -> None:
        words = long_day(date.fromisoformat(row.day)) if row.day else translate("Import", "No date")
        painter.setFont(font("strong"))
        painter.setPen(color("text-2"))
        wide = int(QFontMetricsF(font("strong")).horizontalAdvance(words)) + px(10)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(where, flags, words)
        count = translate(
            "Import",
            "{ticked} of {total} chosen",
            ticked=locale().toString(row.ticked),
            total=locale().toString(row.total),
        )
        painter.setFont(font("small"))
        painter.setPen(color("text-3"))
        painter.drawText(where.adjusted(wide, 0, 0, 0), flags, count)
        left = wide + int(QFontMetricsF(font("small")).horizontalAdvance(count)) + px(12)
        painter.fillRect(
            QRect(where.left() + left, where.center().y(), where.width() - left, 1), color("line")
        )

    def _fold(self, painter: QPainter, where: QRect, row: FoldRow) -> None:
        plate = where.adjusted(0, px(5), 0, -px(9))
        paint.plate(painter, plate, px(8), color("sunken"), color("line"))
        words = translate(
            "Import", "%n message that does not match|%n messages that do not match", "", row.count
        )
        words = f"{words}   {translate('Import', 'Show')}"
        painter.setFont(font("small"))
        painter.setPen(color("text-2"))
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), words)

    def _message(self, painter: QPainter, where: QRect, row: MessageRow, words: str) -> None:
        line = row.line
        middle = where.top() + px(9) + look().line_px("body") // 2
        side = px(18)
        box = QRectF(where.left() + px(1), middle - side / 2, side, side)
        if row.ticked:
            paint.plate(painter, box, px(5), color("accent"))
            check = icons.pixmap("check-bold", color("on-accent"), px(12))
            painter.drawPixmap(int(box.x() + px(3)), int(box.y() + px(3)), check)
        else:
            paint.plate(painter, box, px(5), color("surface"), color("field-line"), 1.4)
        left = where.left() + px(_BOX_PX)
        top = middle - look().line_px("body") // 2
        tall = look().line_px("body")
        _one_line(
            painter, line.local[11:16], QRect(left, top, px(_TIME_PX), tall), "body", "text-2"
        )
        left += px(_TIME_PX)
        sender = translate("Import", "You") if line.is_me else line.sender
        _one_line(painter, sender, QRect(left, top, px(_SENDER_PX) - px(10), tall), "label", "text")
        left += px(_SENDER_PX)
        self._bubble(
            painter, QRect(left, where.top(), self._text_width(), where.height()), row, words
        )
        if row.context:
            right = QRect(where.right() - px(_CONTEXT_PX), top, px(_CONTEXT_PX), tall)
            _one_line(painter, translate("Import", "for context"), right, "small", "text-3")

    def _bubble(self, painter: QPainter, where: QRect, row: MessageRow, words: str) -> None:
        layout = _laid_out(row, where.width(), words)
        wide = max(
            (layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount())), default=0
        )
        plate = QRectF(
            where.left(), where.top() + px(3), wide + 2 * px(_PAD_PX), where.height() - px(6)
        )
        fill = "accent-soft" if row.line.is_me else "hover"
        edge = None if row.ticked else color("line-strong")
        paint.plate(painter, plate, px(10), color(fill) if row.ticked else None, edge)
        painter.setPen(color("text"))
        layout.draw(painter, plate.topLeft() + QRectF(px(_PAD_PX), px(6), 0, 0).topLeft())

    def _text_width(self) -> int:
        used = px(_BOX_PX + _TIME_PX + _SENDER_PX + _CONTEXT_PX) + 2 * px(_PAD_PX)
        return max(self._width - used, px(120))


def _shown(row: MessageRow) -> str:
    files = " ".join(f"[{name}]" for name in row.line.files)
    return (
        "\u2028".join(part for part in (row.line.text.replace("\n", "\u2028"), files) if part)
        or " "
    )


def _lines_of(row: MessageRow, width: int) -> list[int]:
    layout = _laid_out(row, width, "")
    return list(range(layout.lineCount()))


def _laid_out(row: MessageRow, width: int, words: str) -> QTextLayout:
    text = _shown(row)
    layout = QTextLayout(text, font("body"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if row.hit and words:
        at = text.casefold().find(words)
        if at >= 0:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = at, len(words)
            look_of = QTextCharFormat()
            look_of.setBackground(color("warning-soft"))
            look_of.setForeground(color("on-warning-soft"))
            mark.format = look_of
            layout.setFormats([mark])
    layout.beginLayout()
    top = 0.0
    tall = look().line_px("body")
    while layout.lineCount() < _MOST_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QRectF(0, top + (tall - line.height()) / 2, 0, 0).topLeft())
        top += tall
    layout.endLayout()
    return layout


def _one_line(painter: QPainter, words: str, where: QRect, role: str, colour: str) -> None:
    painter.setFont(font(role))
    painter.setPen(color(colour))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, where.width())
    painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
