"""A column of small pages beside the large ones; the page that is shown is lit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from logbook.i18n import translate
from logbook.ui.style import color, font, look, px, sized
from logbook.ui.widgets import paint
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.ui.models.page_pictures import PagePictures

WIDTH_PX = 118
_PAGE_PX = 80
_ABOVE_PX = 8
_AHEAD = 3
_PAPER = QColor(Qt.GlobalColor.white)

Index = QModelIndex | QPersistentModelIndex


class _Pages(QAbstractListModel):
    """Nothing but numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def show(self, count: int) -> None:
        """Have another number of pages; those that stay keep their place."""
        if count > self.count:
            self.beginInsertRows(QModelIndex(), self.count, count - 1)
            self.count = count
            self.endInsertRows()
        elif count < self.count:
            self.beginRemoveRows(QModelIndex(), count, self.count - 1)
            self.count = count
            self.endRemoveRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self.count

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own
        number = locale().toString(index.row() + 1)
        if role == Qt.ItemDataRole.DisplayRole:
            return number
        if role == Qt.ItemDataRole.AccessibleTextRole:
            total = locale().toString(self.count)
            return translate("Report", "Page {n} of {total}", n=number, total=total)
        return None


class PageStrip(QListView):
    """Choosing a small page shows it large."""

    chosen = Signal(int)  # the page, from 0

    def __init__(self, pictures: PagePictures) -> None:
        super().__init__()
        self._pictures = pictures
        self._pages = _Pages()
        self._delegate = _Delegate(pictures)
        self.setModel(self._pages)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(translate("Report", "Pages"))
        self.setProperty("draws_rows", True)
        self.setProperty("paper", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sized(self, width=WIDTH_PX)
        self.selectionModel().currentChanged.connect(self._current_changed)
        pictures.drawn.connect(self._drawn)
        look().changed.connect(self.scheduleDelayedItemsLayout)

    def show_pages(self, pages: int, page_pt: tuple[float, float]) -> None:
        """Show another edition of the report."""
        self._delegate.shape = page_pt
        self._pages.show(pages)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def light(self, page: int) -> None:
        """Light the page that is shown large, and bring it into sight."""
        index = self._pages.index(page, 0)
        if not index.isValid() or page == self.currentIndex().row():
            return
        held = self.selectionModel().blockSignals(True)
        self.setCurrentIndex(index)
        self.selectionModel().blockSignals(held)
        self.scrollTo(index)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        high = self._delegate.row_px()
        top = self.verticalScrollBar().value()
        first = max(top // high, 0)
        last = (top + self.viewport().height()) // high
        wanted = [*range(first, last + 1), *range(last + 1, last + 1 + _AHEAD)]
        width = round(px(_PAGE_PX) * self.devicePixelRatioF())
        self._pictures.want(wanted, width)

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row())

    def _drawn(self, page: int) -> None:
        self.update(self._pages.index(page, 0))


class _Delegate(QStyledItemDelegate):
    def __init__(self, pictures: PagePictures) -> None:
        super().__init__()
        self._pictures = pictures
        self.shape = (612.0, 792.0)

    def row_px(self) -> int:
        """Return the height of a small page with its number."""
        return self._page_height() + look().line_px("small") + px(_ABOVE_PX + 8)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(WIDTH_PX), self.row_px())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        where = QRect(option.rect)
        wide, high = px(_PAGE_PX), self._page_height()
        left = where.left() + (where.width() - wide) // 2
        page = QRectF(left, where.top() + px(_ABOVE_PX), wide, high)
        painter.fillRect(page, _PAPER)
        picture = self._pictures.picture(index.row())
        if picture is not None:
            painter.drawImage(page, picture)
        lit = bool(option.state & QStyle.StateFlag.State_Selected)
        around = page.adjusted(-1, -1, 1, 1)
        edge = color("accent" if lit else "line-strong")
        paint.plate(painter, around, px(2) if lit else 1, None, edge, 2.0 if lit else 1.0)
        painter.setFont(font("label" if lit else "small"))
        painter.setPen(color("text" if lit else "text-2"))
        below = QRectF(where.left(), page.bottom() + px(3), where.width(), look().line_px("small"))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), str(index.data()))
        painter.restore()

    def _page_height(self) -> int:
        wide, high = self.shape
        return round(px(_PAGE_PX) * high / wide)
