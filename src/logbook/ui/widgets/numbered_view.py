"""A list of rows of one height that come by blocks: 100,000 of them lay out like 100."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from logbook.ui.models.numbered_list import NumberedList, RowRole
from logbook.ui.style import at_least, color, look, px
from logbook.ui.widgets import paint
from logbook.ui.widgets.message_paint import RowPainter
from logbook.ui.widgets.rows_view import RowsView

Index = QModelIndex | QPersistentModelIndex
PAD_PX = 12


class RowDrawing(RowPainter):
    """One row of such a list; a kind of list draws in `draw`."""

    def draw(self, row: Any, words: str) -> None:  # noqa: ANN401 - each list has its own rows
        """Draw what a row says; `words` are those looked for."""
        raise NotImplementedError

    @staticmethod
    def row_px() -> int:
        """Return the height of every row at the text size in use."""
        raise NotImplementedError

    def plate(self, tone: str, *, with_bar: bool) -> None:
        """Draw the ground of the chosen row, or of the one under the mouse."""
        where = QRectF(self._where).adjusted(0, px(1), -1, -px(1))
        paint.plate(self._painter, self._flip(where), px(8), color(tone))
        if with_bar:
            bar = QRectF(where.left(), where.top() + px(8), px(3), where.height() - px(16))
            paint.plate(self._painter, self._flip(bar), px(2), color("accent"))


class _Delegate(QStyledItemDelegate):
    def __init__(self, drawing: type[RowDrawing], words: Callable[[], str]) -> None:
        super().__init__()
        self._drawing = drawing
        self._words = words

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(200), self._drawing.row_px())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RowRole)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        drawn = self._drawing(painter, QRect(option.rect), mirrored=mirrored)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            drawn.plate("selected" if chosen else "hover", with_bar=chosen)
        drawn.draw(row, self._words())
        painter.restore()


class NumberedView(RowsView):
    """Things of the book by number, drawn by one kind of drawing; one of them is chosen."""

    def __init__(self, model: NumberedList[Any], drawing: type[RowDrawing], name: str) -> None:
        super().__init__(model, name)
        self.words = ""  # looked for
        self._drawing = drawing
        self._delegate = _Delegate(drawing, lambda: self.words)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        at_least(self, width=160)
        self._measure_rows()
        look().changed.connect(self._measure_rows)

    def _measure_rows(self) -> None:
        height = self._drawing.row_px()
        self.set_row_px(height)
        self.verticalScrollBar().setSingleStep(height // 2)
