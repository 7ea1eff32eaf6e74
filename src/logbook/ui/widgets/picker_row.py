"""Draw the rows of the message picker: box, time, sender and words in columns that line up."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from logbook.i18n import translate
from logbook.ui.models.picker import DayRow, FoldRow, MessageRow, PickerModel, RowRole, day_words
from logbook.ui.style import color, look, px
from logbook.ui.widgets import message_paint, paint
from logbook.ui.widgets.message_paint import (
    BOX_PX,
    GAP_PX,
    PAD_PX,
    RowPainter,
    lay_out,
    sender_px,
    time_px,
    wide_px,
    width_of,
)
from logbook.ui.widgets.message_paint import found_at as found_at
from logbook.ui.words import locale

_KEPT = 300  # layouts; a tall window shows a fifth of that


class PickerDelegate(QStyledItemDelegate):
    """Heights are measured when a row is first seen, once for a width and text size."""

    def __init__(self) -> None:
        super().__init__()
        self._heights: dict[int, int] = {}
        self._layouts: OrderedDict[tuple[int, str], QTextLayout] = OrderedDict()
        self._width = 0
        look().changed.connect(self._forget)

    def use_width(self, width: int) -> None:
        """Measure for another width of the list from now on."""
        if width != self._width:
            self._width = width
            self._forget()

    def usual_px(self) -> int:
        """Return the height of a message of one line."""
        return look().line_px("body") + px(18) + _head_px(self._width)

    def row_px(self, row: object) -> int:
        """Return the height of a row."""
        if isinstance(row, DayRow):
            return look().line_px("strong") + px(12)
        if not isinstance(row, MessageRow):
            return max(px(52), look().line_px("small") + px(24))
        key = row.line.order_index
        height = self._heights.get(key)
        if height is None:
            lines = self.laid_out(row, self._width, "").lineCount()
            words = max(lines, 1) * look().line_px("body")
            height = self._heights[key] = words + px(18) + _head_px(self._width)
        return height

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._width, self.row_px(index.data(RowRole)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(RowRole)
        model = index.model()
        words = model.wanted.words if isinstance(model, PickerModel) else ""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        drawn = _Row(painter, QRect(option.rect), mirrored=mirrored)
        if option.state & QStyle.StateFlag.State_Selected:
            drawn.mark()
        if isinstance(row, DayRow):
            drawn.day(row)
        elif isinstance(row, FoldRow):
            drawn.fold(row)
        elif isinstance(row, MessageRow):
            drawn.message(row, self.laid_out(row, option.rect.width(), words))
        painter.restore()

    def laid_out(self, row: MessageRow, row_width: int, words: str) -> QTextLayout:
        """Return the words of a message broken into lines; measured and drawn from the same."""
        key = (row.line.order_index, words if row.hit else "")
        layout = self._layouts.get(key)
        if layout is None or row_width != self._width:
            text = _shown(row)
            found = found_at(text, key[1]) if key[1] else None
            layout = lay_out(text, _text_width(row_width), found)
            if row_width == self._width:
                self._layouts[key] = layout
                if len(self._layouts) > _KEPT:
                    self._layouts.popitem(last=False)
        return layout

    def _forget(self) -> None:
        self._heights.clear()
        self._layouts.clear()


class _Row(RowPainter):
    """One row of the picker."""

    def day(self, row: DayRow) -> None:
        """Draw the head of a day with how many are ticked, and a line to the edge."""
        count = translate(
            "Import",
            "{ticked} of {total} chosen",
            ticked=locale().toString(row.ticked),
            total=locale().toString(row.total),
        )
        self.day_head(day_words(row), count, self._where.height())

    def fold(self, row: FoldRow) -> None:
        """Draw a run that does not match, and that it can be shown."""
        plate = self._where.adjusted(0, px(5), -1, -px(9))
        paint.plate(self._painter, plate, px(8), color("sunken"), color("line"))
        words = translate(
            "Import", "%n message that does not match|%n messages that do not match", "", row.count
        )
        show = translate("Import", "Show")
        gap = px(GAP_PX)
        wide = width_of(words, "small") + gap + width_of(show, "label")
        left = plate.left() + max((plate.width() - wide) // 2, gap)
        for text, role, ink in ((words, "small", "text-2"), (show, "label", "accent-text")):
            part = min(width_of(text, role), plate.right() - left)
            self._text(text, QRect(left, plate.top(), part, plate.height()), role, ink)
            left += part + gap

    def message(self, row: MessageRow, layout: QTextLayout) -> None:
        """Draw box, time, sender, the words, and whether it is there for context.

        The words stand beside the sender, or below where large text leaves them no room.
        """
        line = row.line
        where = self._where
        stacked = _head_px(where.width())
        tall = look().line_px("body")
        top = where.top() + px(9)
        self.box(where.left() + px(1), top + tall / 2, ticked=row.ticked)
        left = where.left() + px(BOX_PX)
        self._text(line.local[11:16], QRect(left, top, time_px(), tall), "small", "text-2")
        left += time_px()
        sender = translate("Import", "You") if line.is_me else line.sender
        context_left = where.right() - _context_px()
        end = context_left if stacked else left + sender_px()
        box = QRect(left, top, end - left - px(GAP_PX), tall)
        self._text(sender, box, "label", "text", elide=Qt.TextElideMode.ElideMiddle)
        self._bubble(where.left() + px(BOX_PX) if stacked else end, row, layout)
        if row.context:
            box = QRect(context_left, top, _context_px(), tall)
            self._text(translate("Import", "for context"), box, "small", "text-3")

    def _bubble(self, left: int, row: MessageRow, layout: QTextLayout) -> None:
        head = _head_px(self._where.width())
        where = QRectF(
            left,
            self._where.top() + px(3) + head,
            wide_px(layout) + 2 * px(PAD_PX),
            self._where.height() - px(6) - head,
        )
        fill = "accent-soft" if row.line.is_me else "hover"
        edge = None if row.ticked else color("line-strong")
        self.bubble(where, layout, color(fill) if row.ticked else None, edge)


def _context_px() -> int:
    return width_of(translate("Import", "for context"), "small")


def _head_px(row_width: int) -> int:
    return message_paint.head_px(row_width, _context_px())


def _text_width(row_width: int) -> int:
    return message_paint.text_px(row_width, _context_px())


def _shown(row: MessageRow) -> str:
    files = " ".join(f"[{name}]" for name in row.line.files)
    text = row.line.text.replace("\n", "\u2028")  # a new line, and not a new paragraph
    return "\u2028".join(part for part in (text, files) if part) or " "
