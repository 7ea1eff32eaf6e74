"""The list of a report's sections: a tick, what each has, its pages, and a handle to move it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from logbook.i18n import translate
from logbook.ui.models.section_list import RowRole, SectionListModel, SectionRow
from logbook.ui.style import color, look, px
from logbook.ui.widgets import paint
from logbook.ui.widgets.row_paint import RowPaint
from logbook.ui.words import locale

ROW_PX = 50
_HANDLE_PX, _TICK_PX = 24, 18
_WORDS_PX = 55  # from the edge of the row to its words
_PAGES_PX = 46


def row_px() -> int:
    """Return the height of a row at the text size in use."""
    return max(px(ROW_PX), look().line_px("button") + look().line_px("small") + px(10))


_ACTING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down)


class SectionListView(QListView):
    """Space ticks, Alt+Up and Alt+Down move; the handle is dragged with the mouse."""

    chosen = Signal(str)  # the id of the section

    def __init__(self, rows: SectionListModel) -> None:
        super().__init__()
        self._rows = rows
        self._dragged = False
        self.setModel(rows)
        self.setItemDelegate(_Delegate())
        self.setAccessibleName(translate("Report", "Sections"))
        self.setAccessibleDescription(
            translate("Report", "Space leaves a section out. Alt with Up or Down moves it.")
        )
        self.setProperty("draws_rows", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.clicked.connect(self._clicked)
        rows.modelReset.connect(self._measure)
        look().changed.connect(self._measure)
        self._measure()

    def choose(self, name: str) -> None:
        """Select a section, without saying that the person did."""
        if name in self._rows.order and name != self.current():
            held = self.selectionModel().blockSignals(True)
            self.setCurrentIndex(self._rows.index(self._rows.place_of(name), 0))
            self.selectionModel().blockSignals(held)
            self.viewport().update()

    def current(self) -> str:
        """Return the id of the selected section, or nothing."""
        at = self.currentIndex()
        return self._rows.row(at.row()).id if at.isValid() else ""

    def sizeHint(self) -> QSize:
        return QSize(px(300), self._rows.rowCount() * row_px())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex().row()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if at < 0 and event.key() in _ACTING:
            self.setCurrentIndex(self._rows.index(0, 0))  # first it must be seen which one is meant
            return
        if alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and at >= 0:
            self._move(at, at + (1 if event.key() == Qt.Key.Key_Down else -1))
            return
        if event.key() == Qt.Key.Key_Space and at >= 0:
            self._rows.tick(at, on=not self._rows.row(at).ticked)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if index.isValid() and left and self._in_tick(event):
            self._rows.tick(index.row(), on=not self._rows.row(index.row()).ticked)
            return
        self._dragged = index.isValid() and left and self._in_handle(event)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        grip = self._in_handle(event)
        shape = Qt.CursorShape.OpenHandCursor if grip else Qt.CursorShape.ArrowCursor
        if self._dragged:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            here, top = self.currentIndex().row(), int(event.position().y())
            to = min(max(top // row_px(), 0), self._rows.rowCount() - 1)
            self._move(here, to)
            return
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = False
        super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        # Alt+Up belongs to this list, not to a menu of the window.
        alt = isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.type() == QEvent.Type.ShortcutOverride and alt:
            event.accept()
            return True
        return super().event(event)

    def _move(self, at: int, to: int) -> None:
        if self._rows.move(at, to):
            self.setCurrentIndex(self._rows.index(to, 0))

    def _in_tick(self, event: QMouseEvent) -> bool:
        return px(_HANDLE_PX) <= self._from_start(event) < px(_WORDS_PX)

    def _in_handle(self, event: QMouseEvent) -> bool:
        return 0 <= self._from_start(event) < px(_HANDLE_PX)

    def _from_start(self, event: QMouseEvent) -> int:
        x = int(event.position().x())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.viewport().width() - x if mirrored else x

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._rows.row(index.row()).id)

    def _clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self._rows.row(index.row()).id)

    def _measure(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.scheduleDelayedItemsLayout()


class _Delegate(QStyledItemDelegate):
    def editorEvent(
        self,
        _event: QEvent,
        _model: QAbstractItemModel,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        return False  # Qt would tick where its own style has the box, which is the handle here

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(px(200), row_px())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(RowRole)
        if not isinstance(row, SectionRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        drawn = _Drawn(painter, QRect(option.rect), mirrored=mirrored)
        if option.state & QStyle.StateFlag.State_Selected:
            drawn.plate("selected", with_bar=True)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            drawn.plate("hover", with_bar=False)
        drawn.row(row)
        painter.restore()


class _Drawn(RowPaint):
    def row(self, row: SectionRow) -> None:
        height = self._where.height()
        self._glyph("dots-six-vertical", 4, 16, "text-3")
        self._tick(row)
        words = self._where.width() - px(_WORDS_PX) - px(_PAGES_PX)
        first, second = look().line_px("button"), look().line_px("small")
        top = (height - first - second) / 2
        ink = "text" if row.ticked else "text-3"
        line = "text-2" if row.ticked else "text-3"
        self._text(row.title, QRectF(px(_WORDS_PX), top, words, first), "button", ink)
        self._text(row.line, QRectF(px(_WORDS_PX), top + first, words, second), "small", line)
        if row.pages:
            box = QRectF(self._where.width() - px(_PAGES_PX), 0, px(_PAGES_PX) - px(10), height)
            self._text(locale().toString(row.pages), box, "body", line, to_end=True)

    def _tick(self, row: SectionRow) -> None:
        side = px(_TICK_PX)
        box = self._at(QRectF(px(27), (self._where.height() - side) / 2, side, side))
        if not row.ticked:
            paint.plate(self._painter, box, px(5), color("surface"), color("field-line"), 1.4)
            return
        paint.plate(self._painter, box, px(5), color("accent"))
        mark = px(13)
        left = box.center().x() - mark / 2
        paint.glyph(self._painter, "check-bold", left, box.center().y(), mark, color("on-accent"))
