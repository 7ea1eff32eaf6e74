"""The list of reports: drafts and saved files under their headings."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from logbook.i18n import translate
from logbook.ui.models.report_list import DraftRow, HeadRow, ReportListModel, RowRole, SavedRow
from logbook.ui.style import look, px
from logbook.ui.widgets.row_paint import RowPaint

_ROW_PX, _HEAD_PX = 62, 44
_WORDS_PX = 56

Index = QModelIndex | QPersistentModelIndex


class ReportListView(QListView):
    """Enter opens, F2 renames, Del takes away."""

    opened = Signal()
    rename_asked = Signal()
    delete_asked = Signal()
    chosen = Signal()

    def __init__(self, rows: ReportListModel) -> None:
        super().__init__()
        self.setModel(rows)
        self.setItemDelegate(_Delegate())
        self.setAccessibleName(translate("Report", "Reports"))
        self.setProperty("draws_rows", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.selectionModel().currentChanged.connect(lambda _new, _old: self.chosen.emit())
        look().changed.connect(self.scheduleDelayedItemsLayout)

    def choose(self, at: int) -> None:
        """Select a row and bring it into sight."""
        index = self.model().index(at, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def row(self) -> DraftRow | SavedRow | None:
        """Return the selected row."""
        row = self.currentIndex().data(RowRole)
        return row if isinstance(row, (DraftRow, SavedRow)) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_F2: self.rename_asked,
            Qt.Key.Key_Delete: self.delete_asked,
        }
        keypad = Qt.KeyboardModifier.KeypadModifier
        act = acts.get(Qt.Key(event.key()))
        if act is not None and not event.modifiers() & ~keypad and self.row() is not None:
            act.emit()
            return
        super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        if isinstance(index.data(RowRole), HeadRow):
            return QSize(px(240), max(px(_HEAD_PX), look().line_px("overline") + px(20)))
        lines = look().line_px("strong") + look().line_px("small")
        return QSize(px(240), max(px(_ROW_PX), lines + px(20)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        drawn = _Drawn(painter, QRect(option.rect), mirrored=mirrored)
        if isinstance(row, HeadRow):
            drawn.head(row)
        elif isinstance(row, (DraftRow, SavedRow)):
            if option.state & QStyle.StateFlag.State_Selected:
                drawn.plate("selected", with_bar=True, inset_px=2, corner_px=10)
            elif option.state & QStyle.StateFlag.State_MouseOver:
                drawn.plate("hover", with_bar=False, inset_px=2, corner_px=10)
            drawn.row(row)
        painter.restore()


class _Drawn(RowPaint):
    def head(self, row: HeadRow) -> None:
        line = look().line_px("overline")
        top = self._where.height() - line - px(6)
        box = QRectF(px(14), top, self._where.width() - px(28), line)
        self._text(row.title, box, "overline", "text-3")

    def row(self, row: DraftRow | SavedRow) -> None:
        self._glyph("file-text" if isinstance(row, DraftRow) else "file-pdf", 20, 20, "text-2")
        first, second = look().line_px("strong"), look().line_px("small")
        top = (self._where.height() - first - second) / 2
        wide = self._where.width() - px(_WORDS_PX) - px(14)
        self._text(row.title, QRectF(px(_WORDS_PX), top, wide, first), "strong", "text")
        below = QRectF(px(_WORDS_PX), top + first, wide, second)
        self._text(row.facts, below, "small", "text-2")
