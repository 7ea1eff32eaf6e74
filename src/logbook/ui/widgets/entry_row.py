"""Draw one entry in the list: day gutter, title and time, two lines of text, what belongs to it."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from logbook.domain.selection import EntryRow
from logbook.ui import icons
from logbook.ui.models.entry_list import EntryListModel, RowRole
from logbook.ui.style import color, font, look, px
from logbook.ui.widgets import paint
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.words import day_in_gutter, time_in_row

GUTTER_PX = 82
ROW_PX = 106
_PAD_PX = 14
_LINES = 2
_LAID_OUT_KEPT = 2_000


class EntryRowDelegate(QStyledItemDelegate):
    """Every row has one height, so that a long list scrolls like a short one."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: OrderedDict[tuple[int, str, int], list[str]] = OrderedDict()
        look().changed.connect(self._lines.clear)

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(px(320), self.row_px())

    def row_px(self) -> int:
        """Return the height of every row at the text size in use."""
        text = look().line_px("strong") + _LINES * look().line_px("small") + look().line_px("label")
        return max(px(ROW_PX), text + px(26))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(RowRole)
        model = index.model()
        if not isinstance(row, EntryRow) or not isinstance(model, EntryListModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        _Row(painter, QRect(option.rect), mirrored=mirrored).draw(
            row,
            first_of_day=model.is_first_of_day(index.row()),
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            lines=self._laid_out(
                row, option.rect.width() - px(GUTTER_PX) - 2 * px(_PAD_PX) + px(8)
            ),
        )
        painter.restore()

    def _laid_out(self, row: EntryRow, width: int) -> list[str]:
        key = (row.id, row.preview, width)
        lines = self._lines.get(key)
        if lines is None:
            lines = self._lines[key] = _break(row.preview, font("small"), width)
            if len(self._lines) > _LAID_OUT_KEPT:
                self._lines.popitem(last=False)
        return lines


class _Row:
    """One row on a painter, drawn as for left-to-right and mirrored at the last step."""

    def __init__(self, painter: QPainter, where: QRect, *, mirrored: bool) -> None:
        self._painter = painter
        self._where = where
        self._mirrored = mirrored

    def draw(
        self,
        row: EntryRow,
        *,
        first_of_day: bool,
        selected: bool,
        hovered: bool,
        lines: list[str],
    ) -> None:
        """Draw everything; the plate first, then the words."""
        where, pad = self._where, px(_PAD_PX)
        left = where.left() + px(GUTTER_PX)
        plate = QRectF(
            left - pad, where.top() + px(2), where.right() - left + pad, where.height() - px(6)
        )
        if first_of_day and where.top() > 0 and not selected:
            self._hairline(where.top())
        if selected or hovered:
            self._plate(plate, "selected" if selected else "hover", with_bar=selected)
        if first_of_day:
            self._gutter(row)
        top = where.top() + px(9)
        width = where.right() - left - pad + px(4)
        title_px = look().line_px("strong")
        time = time_in_row(row)
        time_px = int(QFontMetricsF(font("label")).horizontalAdvance(time)) + 2
        self._text(
            row.title, QRect(left, top, width - time_px - px(12), title_px), "strong", "text"
        )
        self._text(
            time,
            QRect(left + width - time_px, top, time_px, title_px),
            "label",
            "text-2",
            to_end=True,
        )
        top += title_px + px(1)
        for line in lines:
            self._text(line, QRect(left, top, width, look().line_px("small")), "small", "text-2")
            top += look().line_px("small")
        self._facts(row, left, where.bottom() - px(18) - look().line_px("label") // 2)

    def _gutter(self, row: EntryRow) -> None:
        day, weekday = day_in_gutter(row)
        left, top = self._where.left(), self._where.top() + px(9)
        width = px(GUTTER_PX) - px(_PAD_PX) - px(2)
        self._text(day, QRect(left, top, width, look().line_px("strong")), "strong", "text")
        top += look().line_px("strong")
        self._text(weekday, QRect(left, top, width, look().line_px("small")), "small", "text-3")

    def _facts(self, row: EntryRow, left: int, middle: int) -> None:
        facts: list[tuple[str, str]] = []
        if row.kind:
            facts.append((ICONS[row.kind], kind_name(row.kind)))
        facts.extend(("user", name) for name in row.people[:2])
        if row.evidence:
            facts.append(("paperclip", str(row.evidence)))
        side, height = px(14), look().line_px("label")
        for name, words in facts:
            box = self._flip(QRectF(left, middle - side / 2, side, side))
            self._painter.drawPixmap(
                box.topLeft().toPoint(), icons.pixmap(name, color("text-2"), side)
            )
            left += side + px(6)
            wide = int(QFontMetricsF(font("label")).horizontalAdvance(words)) + 2
            self._text(words, QRect(left, middle - height // 2, wide, height), "label", "text-2")
            left += wide + px(15)

    def _plate(self, where: QRectF, tone: str, *, with_bar: bool) -> None:
        paint.plate(self._painter, self._flip(where), px(10), color(tone))
        if with_bar:
            bar = QRectF(where.left(), where.top() + px(12), px(3), where.height() - px(24))
            paint.plate(self._painter, self._flip(bar), px(2), color("accent"))

    def _hairline(self, top: int) -> None:
        self._painter.fillRect(
            QRect(self._where.left(), top, self._where.width(), 1), color("line")
        )

    def _text(
        self, words: str, where: QRect, role: str, colour: str, *, to_end: bool = False
    ) -> None:
        if not words:
            return
        used = font(role)
        self._painter.setFont(used)
        self._painter.setPen(color(colour))
        shown = QFontMetricsF(used).elidedText(words, Qt.TextElideMode.ElideRight, where.width())
        across = (
            Qt.AlignmentFlag.AlignRight if to_end != self._mirrored else Qt.AlignmentFlag.AlignLeft
        )
        flags = across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        self._painter.drawText(
            self._flip(QRectF(where)), int(flags | Qt.AlignmentFlag.AlignAbsolute), shown
        )

    def _flip(self, where: QRectF) -> QRectF:
        if not self._mirrored:
            return where
        left = self._where.left() + self._where.right() - where.right()
        return QRectF(left, where.y(), where.width(), where.height())


def _break(text: str, used: QFont, width: int) -> list[str]:
    """Break text into at most two lines; the second is cut with an ellipsis when more follows."""
    words = " ".join(text.split())
    layout = QTextLayout(words, used)
    layout.beginLayout()
    found: list[str] = []
    while len(found) < _LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        start = line.textStart()
        last = len(found) == _LINES - 1
        found.append(words[start:] if last else words[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return found
