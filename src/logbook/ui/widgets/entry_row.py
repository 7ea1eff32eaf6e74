"""Draw one entry in the list: day gutter, title and time, two lines of text, what belongs to it."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from logbook.domain.entry import Mark
from logbook.domain.selection import EntryRow
from logbook.i18n import translate
from logbook.tasks.change_entries import DAYS_IN_BIN
from logbook.ui import icons
from logbook.ui.models.entry_list import EntryListModel, RowRole
from logbook.ui.style import color, font, look, px
from logbook.ui.widgets import paint
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.marks import MARK_ICONS, mark_name
from logbook.ui.words import (
    day_in_gutter,
    locale,
    long_day,
    short_day,
    time_in_row,
    title_words,
    weekdays,
)

GUTTER_PX = 82
ROW_PX = 106
_PAD_PX = 14
_BEFORE_FACTS_PX = 6
_LINES = 2
_LAID_OUT_KEPT = 2_000


def gutter_px() -> int:
    """Return the width of the gutter: the longest weekday must fit at any text size."""
    metrics = QFontMetricsF(font("caption"))
    widest = max(metrics.horizontalAdvance(name) for name in weekdays())
    return max(px(GUTTER_PX), int(widest) + 1 + px(_PAD_PX) + px(2))


class _Fact(NamedTuple):
    """An icon and words of the last line of a row; `loud` asks to be looked at."""

    icon: str
    words: str
    loud: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    """How a row stands among the others."""

    first_of_day: bool
    first_of_list: bool
    selected: bool
    hovered: bool


class EntryRowDelegate(QStyledItemDelegate):
    """Every row has one height, so that a long list scrolls like a short one."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: OrderedDict[tuple[int, str, int], list[str]] = OrderedDict()
        self._gutter_px = gutter_px()
        look().changed.connect(self._measure_again)

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(px(320), self.row_px())

    def row_px(self) -> int:
        """Return the height of every row at the text size in use."""
        text = look().line_px("strong") + _LINES * look().line_px("small") + look().line_px("label")
        return max(px(ROW_PX), text + px(28))

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
        state = _State(
            first_of_day=model.is_first_of_day(index.row()),
            first_of_list=index.row() == 0,
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
        )
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn = _Row(painter, QRect(option.rect), self._gutter_px, mirrored=mirrored)
        drawn.draw(row, state, self._laid_out(row, drawn.text_width))
        painter.restore()

    def _laid_out(self, row: EntryRow, width: int) -> list[str]:
        key = (row.id, row.preview, width)
        lines = self._lines.get(key)
        if lines is None:
            lines = self._lines[key] = break_lines(text_below_title(row), font("small"), width)
            if len(self._lines) > _LAID_OUT_KEPT:
                self._lines.popitem(last=False)
        return lines

    def _measure_again(self) -> None:
        self._lines.clear()
        self._gutter_px = gutter_px()


class _Row:
    """One row on a painter, drawn as for left-to-right and mirrored at the last step."""

    def __init__(
        self, painter: QPainter, where: QRect, gutter_width: int, *, mirrored: bool
    ) -> None:
        self._painter = painter
        self._where = where
        self._mirrored = mirrored
        self._left = where.left() + gutter_width
        self.text_width = max(where.right() - self._left - px(_PAD_PX), 1)

    def draw(self, row: EntryRow, state: _State, lines: list[str]) -> None:
        """Draw everything; the plate first, then the words."""
        if state.first_of_day and not state.first_of_list:
            self._hairline(self._where.top())
        if state.selected or state.hovered:
            self._plate("selected" if state.selected else "hover", with_bar=state.selected)
        facts = _facts_of(row)
        small_px = look().line_px("small")
        # What a short entry leaves lies above and below it, so that its lines stay together.
        spare = (_LINES - len(lines)) * small_px
        if not facts:
            spare += look().line_px("label") + px(_BEFORE_FACTS_PX)
        start = self._where.top() + px(9) + spare // 2
        if state.first_of_day:
            self._gutter(row, start)
        top = self._head(row, start)
        for line in lines:
            self._text(line, QRect(self._left, top, self.text_width, small_px), "small", "text-2")
            top += small_px
        self._facts(facts, top + px(_BEFORE_FACTS_PX) + look().line_px("label") // 2)

    def _head(self, row: EntryRow, top: int) -> int:
        """Draw title and time; return where the text begins."""
        height = look().line_px("strong")
        time = time_in_row(row)
        room = self.text_width // 2
        wide = min(int(QFontMetricsF(font("label")).horizontalAdvance(time)) + 2, room)
        title = QRect(self._left, top, self.text_width - wide - px(12), height)
        self._text(title_words(row.title), title, "strong", "text")
        right = self._left + self.text_width - wide
        self._text(time, QRect(right, top, wide, height), "label", "text-2", to_end=True)
        return top + height + px(1)

    def _gutter(self, row: EntryRow, top: int) -> None:
        day, weekday = day_in_gutter(row)
        left = self._where.left()
        width = self._left - left - px(_PAD_PX)
        self._text(day, QRect(left, top, width, look().line_px("strong")), "strong", "text")
        top += look().line_px("strong") + px(1)
        height = look().line_px("small")
        self._text(weekday, QRect(left, top, width + px(_PAD_PX), height), "caption", "text-3")

    def _facts(self, facts: list[_Fact], middle: int) -> None:
        """Draw kind, people, files and marks as far as there is room; the detail has the rest."""
        side, height = px(14), look().line_px("label")
        left, end = self._left, self._left + self.text_width
        for fact in facts:
            wide = int(QFontMetricsF(font("label")).horizontalAdvance(fact.words)) + 2
            around = px(10) if fact.loud else 0  # of a chip
            room = end - left - side - px(6) - 2 * around
            if room < min(wide, px(48)):
                break
            shown = min(wide, room)
            if fact.loud:
                chip = QRectF(left, middle - px(10), side + px(6) + shown + 2 * around, px(21))
                paint.plate(self._painter, self._flip(chip), px(11), color("warning-soft"))
            ink = "on-warning-soft" if fact.loud else "text-2"
            left += around
            self._glyph(fact.icon, left, middle, ink)
            left += side + px(6)
            box = QRect(left, middle - height // 2, shown, height)
            self._text(fact.words, box, "label", ink)
            left += wide + px(15) + around

    def _glyph(self, name: str, left: int, middle: int, ink: str) -> None:
        side = px(14)
        box = self._flip(QRectF(left, middle - side / 2, side, side))
        drawn = icons.pixmap(name, color(ink), side)
        self._painter.drawPixmap(box.topLeft().toPoint(), drawn)

    def _plate(self, tone: str, *, with_bar: bool) -> None:
        left = self._left - px(_PAD_PX)
        where = QRectF(
            left,
            self._where.top() + px(3),
            self._where.right() - left + 1,
            self._where.height() - px(7),
        )
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
        left = self._where.left() + self._where.right() + 1 - where.right()
        return QRectF(left, where.y(), where.width(), where.height())


def _facts_of(row: EntryRow) -> list[_Fact]:
    """Return icon and words of the kind, the first people, the files and the marks."""
    facts: list[_Fact] = []
    if row.removed_at:
        facts.append(_Fact("trash", stays_until(row)))
    if row.kind:
        facts.append(_Fact(ICONS[row.kind], kind_name(row.kind)))
    facts.extend(_Fact("user", name) for name in row.people[:2])
    if row.evidence:
        facts.append(_Fact("paperclip", locale().toString(row.evidence)))
    if Mark.STAR in row.marks:
        facts.append(_Fact(MARK_ICONS[Mark.STAR], mark_name(Mark.STAR)))
    if Mark.LATER in row.marks:
        facts.append(_Fact(MARK_ICONS[Mark.LATER], mark_name(Mark.LATER), loud=True))
    return facts


def stays_until(row: EntryRow) -> str:
    """Return until when at least a row of the bin stays there."""
    removed = datetime.fromisoformat(row.removed_at).astimezone()
    until = (removed + timedelta(days=DAYS_IN_BIN)).date()
    return translate("Timeline", "stays until {day} at least", day=short_day(until))


def text_below_title(row: EntryRow) -> str:
    """Return the text without the sentence that is the title already."""
    head = row.title.removesuffix("…").rstrip()
    if not row.preview.startswith(head):
        return row.preview
    rest = row.preview[len(head) :]
    if row.title.endswith("…"):
        return f"…{rest}" if rest else ""
    return rest.lstrip(" .。।")


def break_lines(text: str, used: QFont, width: int) -> list[str]:
    """Break text into at most two lines; the second holds all the rest, to be elided."""
    words = " ".join(text.split())
    if not words:
        return []
    layout = QTextLayout(words, used)
    layout.beginLayout()
    found: list[str] = []
    # Qt counts in UTF-16 units, so that an emoji is two places to it and one to Python.
    units = words.encode("utf-16-le", "surrogatepass")
    while len(found) < _LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        last = len(found) == _LINES - 1
        part = units[start:] if last else units[start:end]
        found.append(part.decode("utf-16-le", "surrogatepass").rstrip())
    layout.endLayout()
    return found


def row_sentence(row: EntryRow) -> str:
    """Say a row in one sentence, for screen readers."""
    parts = []
    if row.start_local:
        parts.append(long_day(date.fromisoformat(row.start_local[:10])))
    title = title_words(row.title)
    parts += [time_in_row(row), title, kind_name(row.kind), ", ".join(row.people)]
    if row.evidence:
        parts.append(translate("Timeline", "%n file|%n files", "", row.evidence))
    parts += [mark_name(mark) for mark in Mark if mark in row.marks]
    if row.removed_at:
        parts.append(stays_until(row))
    return ". ".join(part for part in parts if part)
