"""Draw the rows of the message picker: box, time, sender and words in columns that line up."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from logbook.i18n import translate
from logbook.ui import icons
from logbook.ui.models.picker import DayRow, FoldRow, MessageRow, PickerModel, RowRole, day_words
from logbook.ui.style import color, font, look, px, sp
from logbook.ui.widgets import paint
from logbook.ui.words import locale

_BOX_PX, _SENDER_PX, _GAP_PX = 32, 104, 10
_SENDER_TEXT_PX = 88  # grows with the text
_PAD_PX = 13
_MOST_LINES = 12
_COLUMN_LETTERS = 24  # with less room than this beside the name, the words go below it


class PickerDelegate(QStyledItemDelegate):
    """Heights are measured when a row is first seen, once for a width and text size."""

    def __init__(self) -> None:
        super().__init__()
        self._heights: dict[int, int] = {}
        self._width = 0
        look().changed.connect(self._heights.clear)

    def use_width(self, width: int) -> None:
        """Measure for another width of the list from now on."""
        if width != self._width:
            self._width = width
            self._heights.clear()

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
            lines = _laid_out(row, _text_width(self._width), "").lineCount()
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
            drawn.message(row, words)
        painter.restore()


class _Row:
    """One row on a painter, placed as for left-to-right and mirrored at the last step."""

    def __init__(self, painter: QPainter, where: QRect, *, mirrored: bool) -> None:
        self._painter = painter
        self._where = where
        self._mirrored = mirrored

    def mark(self) -> None:
        """Show that the keyboard is here."""
        plate = self._where.adjusted(0, 1, 0, -1)
        paint.plate(self._painter, plate, px(8), color("hover"))

    def day(self, row: DayRow) -> None:
        """Draw the head of a day with how many are ticked, and a line to the edge."""
        where = self._where
        words = day_words(row)
        count = translate(
            "Import",
            "{ticked} of {total} chosen",
            ticked=locale().toString(row.ticked),
            total=locale().toString(row.total),
        )
        left = where.left()
        for text, role, ink in ((words, "strong", "text-2"), (count, "small", "text-3")):
            wide = min(_width_of(text, role), where.right() - left)
            self._text(text, QRect(left, where.top(), wide, where.height()), role, ink)
            left += wide + px(_GAP_PX)
        line = QRectF(left, where.center().y(), max(where.right() - left, 0), 1)
        self._painter.fillRect(self._flip(line), color("line"))

    def fold(self, row: FoldRow) -> None:
        """Draw a run that does not match, and that it can be shown."""
        plate = self._where.adjusted(0, px(5), -1, -px(9))
        paint.plate(self._painter, plate, px(8), color("sunken"), color("line"))
        words = translate(
            "Import", "%n message that does not match|%n messages that do not match", "", row.count
        )
        show = translate("Import", "Show")
        gap = px(_GAP_PX)
        wide = _width_of(words, "small") + gap + _width_of(show, "label")
        left = plate.left() + max((plate.width() - wide) // 2, gap)
        for text, role, ink in ((words, "small", "text-2"), (show, "label", "accent-text")):
            part = min(_width_of(text, role), plate.right() - left)
            self._text(text, QRect(left, plate.top(), part, plate.height()), role, ink)
            left += part + gap

    def message(self, row: MessageRow, words: str) -> None:
        """Draw box, time, sender, the words, and whether it is there for context.

        The words stand beside the sender, or below where large text leaves them no room.
        """
        line = row.line
        where = self._where
        stacked = _head_px(where.width())
        tall = look().line_px("body")
        top = where.top() + px(9)
        self._box(where.left() + px(1), top + tall / 2, ticked=row.ticked)
        left = where.left() + px(_BOX_PX)
        self._text(line.local[11:16], QRect(left, top, _time_px(), tall), "small", "text-2")
        left += _time_px()
        sender = translate("Import", "You") if line.is_me else line.sender
        context_left = where.right() - _context_px()
        end = context_left if stacked else left + _sender_px()
        box = QRect(left, top, end - left - px(_GAP_PX), tall)
        self._text(sender, box, "label", "text", elide=Qt.TextElideMode.ElideMiddle)
        self._bubble(where.left() + px(_BOX_PX) if stacked else end, row, words)
        if row.context:
            box = QRect(context_left, top, _context_px(), tall)
            self._text(translate("Import", "for context"), box, "small", "text-3")

    def _box(self, left: float, middle: float, *, ticked: bool) -> None:
        side = px(18)
        box = self._flip(QRectF(left, middle - side / 2, side, side))
        if not ticked:
            paint.plate(self._painter, box, px(5), color("surface"), color("field-line"), 1.4)
            return
        paint.plate(self._painter, box, px(5), color("accent"))
        check = icons.pixmap("check-bold", color("on-accent"), px(12))
        self._painter.drawPixmap(int(box.x() + px(3)), int(box.y() + px(3)), check)

    def _bubble(self, left: int, row: MessageRow, words: str) -> None:
        layout = _laid_out(row, _text_width(self._where.width()), words)
        wide = max(
            (layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount())), default=0.0
        )
        head = _head_px(self._where.width())
        plate = self._flip(
            QRectF(
                left,
                self._where.top() + px(3) + head,
                wide + 2 * px(_PAD_PX),
                self._where.height() - px(6) - head,
            )
        )
        fill = "accent-soft" if row.line.is_me else "hover"
        edge = None if row.ticked else color("line-strong")
        paint.plate(self._painter, plate, px(10), color(fill) if row.ticked else None, edge)
        self._painter.setPen(color("text"))
        layout.draw(self._painter, plate.topLeft() + QPointF(px(_PAD_PX), px(6)))

    def _text(
        self,
        words: str,
        where: QRect,
        role: str,
        ink: str,
        *,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        used = font(role)
        self._painter.setFont(used)
        self._painter.setPen(color(ink))
        shown = QFontMetricsF(used).elidedText(words, elide, where.width())
        across = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        flags = across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        self._painter.drawText(
            self._flip(QRectF(where)), int(flags | Qt.AlignmentFlag.AlignAbsolute), shown
        )

    def _flip(self, where: QRectF) -> QRectF:
        if not self._mirrored:
            return where
        left = self._where.left() + self._where.right() + 1 - where.right()
        return QRectF(left, where.y(), where.width(), where.height())


def _width_of(words: str, role: str) -> int:
    return int(QFontMetricsF(font(role)).horizontalAdvance(words)) + 2


def _time_px() -> int:
    return _width_of("00:00", "small") + px(8)


def _sender_px() -> int:
    return max(px(_SENDER_PX), sp(_SENDER_TEXT_PX) + px(_GAP_PX))


def _context_px() -> int:
    return _width_of(translate("Import", "for context"), "small")


def _column_px(row_width: int) -> int:
    """Return what time, sender and mark leave over for words that stand beside them."""
    used = px(_BOX_PX + _GAP_PX) + _time_px() + _sender_px() + _context_px() + 2 * px(_PAD_PX)
    return row_width - used


def _head_px(row_width: int) -> int:
    """Return the height of time and sender above the words; 0 where there is room beside them."""
    if _column_px(row_width) >= _width_of("n" * _COLUMN_LETTERS, "body"):
        return 0
    return look().line_px("body") + px(4)


def _text_width(row_width: int) -> int:
    """Return the room for the words of a message."""
    if _head_px(row_width):
        return max(row_width - px(_BOX_PX) - 2 * px(_PAD_PX), px(120))
    return _column_px(row_width)


def _shown(row: MessageRow) -> str:
    files = " ".join(f"[{name}]" for name in row.line.files)
    text = row.line.text.replace("\n", "\u2028")  # a new line, and not a new paragraph
    return "\u2028".join(part for part in (text, files) if part) or " "


def found_at(text: str, folded_words: str) -> tuple[int, int] | None:
    """Return where the words stand, as start and length in the UTF-16 units that Qt counts in."""
    match = re.search(re.escape(folded_words), text, re.IGNORECASE) if folded_words else None
    if match is None:
        return None
    return _units(text[: match.start()]), _units(match.group())


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _laid_out(row: MessageRow, width: int, words: str) -> QTextLayout:
    text = _shown(row)
    layout = QTextLayout(text, font("body"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    place = found_at(text, words) if row.hit else None
    if place is not None:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length = place
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
        line.setPosition(QPointF(0, top + (tall - line.height()) / 2))
        top += tall
    layout.endLayout()
    return layout
