"""Picking the entries of a report by hand: a search, a list with ticks, and how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from logbook.domain.selection import EntryFilter, EntryRow
from logbook.i18n import translate
from logbook.ui.models.entry_list import RowRole
from logbook.ui.models.entry_picks import EntryPicksModel
from logbook.ui.style import at_least, color, font, look, px, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.chip import ChipFlow
from logbook.ui.widgets.field import SearchField
from logbook.ui.widgets.rows_view import RowsView
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text
from logbook.ui.words import day_in_gutter, time_in_row

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_ROW_PX = 52
_TICK_PX, _WORDS_PX = 18, 48

Index = QModelIndex | QPersistentModelIndex


class EntryPicker(Surface):
    """`picked` comes with each tick; `done` when the person has finished."""

    picked = Signal()
    done = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("canvas")
        self._telling = True
        self.rows = EntryPicksModel(desk)
        self.rows.picked_changed.connect(self._say)
        self.rows.failed.connect(desk.say_problem)
        self.list = _PickView(self.rows)
        self.search = SearchField(
            translate("Report", "Search entries"), translate("Report", "Words, names, places")
        )
        self.search.searched.connect(self._searched)
        self._count = Text("", "strong")
        self._all = Button(translate("Report", "Pick all that are listed"), size=Size.SMALL)
        self._all.clicked.connect(self.rows.pick_all)
        self._none = Button(translate("Report", "Pick none"), size=Size.SMALL)
        self._none.clicked.connect(lambda: self.rows.use(()))
        self._done = Button(translate("Report", "Back to the preview"), Variant.PRIMARY)
        self._done.clicked.connect(self.done)
        head = QVBoxLayout()
        spaced(head, gap=10)
        head.addWidget(Text(translate("Report", "Pick entries"), "heading"))
        head.addWidget(self.search)
        buttons = ChipFlow(gap=8)
        for button in (self._all, self._none):
            buttons.add(button)
        foot = QHBoxLayout()
        spaced(foot, gap=12)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._done)
        column = QVBoxLayout(self)
        spaced(column, margins=(24, 16, 24, 16), gap=12)
        column.addLayout(head)
        column.addWidget(buttons)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self._say()

    def begin(self, picked: tuple[int, ...]) -> None:
        """Show all entries with these ticked."""
        self._telling = False
        self.rows.use(picked)
        self._telling = True
        self.search.forget()
        self.rows.show(EntryFilter(newest_first=True))
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
            return
        super().keyPressEvent(event)

    def _searched(self, words: str) -> None:
        self.rows.show(EntryFilter(match=words.strip(), newest_first=True))

    def _say(self) -> None:
        count = len(self.rows.picked)
        self._count.setText(translate("Report", "%n entry picked|%n entries picked", "", count))
        self._none.setEnabled(count > 0)
        if self._telling:
            self.picked.emit()


class _PickView(RowsView):
    """Space and Enter tick, Shift with the arrows takes more, Ctrl+A ticks all."""

    def __init__(self, rows: EntryPicksModel) -> None:
        super().__init__(rows, translate("Report", "Entries"))
        self._rows = rows
        self.setItemDelegate(_Delegate())
        self.setAccessibleDescription(translate("Report", "Space ticks an entry."))
        at_least(self, width=160)
        self.clicked.connect(self._clicked)
        self._measure()
        look().changed.connect(self._measure)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter} and not control:
            self._rows.press(sorted({one.row() for one in self.selectionModel().selectedIndexes()}))
        elif event.key() == Qt.Key.Key_A and control:
            self._rows.pick_all()
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if len(self.selectionModel().selectedRows()) == 1:  # Shift and Ctrl choose more first
            self._rows.press([index.row()])

    def _measure(self) -> None:
        self.set_row_px(row_px())
        self.verticalScrollBar().setSingleStep(row_px() // 2)


def row_px() -> int:
    """Return the height of a row at the text size in use."""
    return max(px(_ROW_PX), look().line_px("button") + look().line_px("small") + px(10))


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(160), row_px())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rows = index.data(RowRole), index.model()
        if not isinstance(row, EntryRow) or not isinstance(rows, EntryPicksModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            tone = color("selected" if selected else "hover")
            paint.plate(painter, QRectF(where), px(8), tone)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        _draw(painter, where, row, ticked=rows.has(int(row.id)), mirrored=mirrored)
        painter.restore()


def _draw(painter: QPainter, where: QRect, row: EntryRow, *, ticked: bool, mirrored: bool) -> None:
    """Draw the tick, the title, and when it was."""

    def at(box: QRectF) -> QRectF:
        left = where.width() - box.right() if mirrored else box.x()
        return QRectF(where.left() + left, where.top() + box.y(), box.width(), box.height())

    side, height = px(_TICK_PX), where.height()
    box = at(QRectF(px(16), (height - side) / 2, side, side))
    if ticked:
        paint.plate(painter, box, px(5), color("accent"))
        mark = px(13)
        left = box.center().x() - mark / 2
        paint.glyph(painter, "check-bold", left, box.center().y(), mark, color("on-accent"))
    else:
        paint.plate(painter, box, px(5), color("surface"), color("field-line"), 1.4)
    first, second = look().line_px("button"), look().line_px("small")
    top = (height - first - second) / 2
    wide = where.width() - px(_WORDS_PX) - px(14)
    day, _ = day_in_gutter(row)
    when = ", ".join(part for part in (day, time_in_row(row)) if part)
    for words, above, high, role, ink in (
        (row.title, top, first, "button", "text"),
        (when, top + first, second, "small", "text-2"),
    ):
        used = font(role)
        painter.setFont(used)
        painter.setPen(color(ink))
        shown = QFontMetricsF(used).elidedText(words, Qt.TextElideMode.ElideRight, wide)
        across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        line = at(QRectF(px(_WORDS_PX), above, wide, high))
        painter.drawText(line, int(flags | Qt.AlignmentFlag.AlignAbsolute), shown)
