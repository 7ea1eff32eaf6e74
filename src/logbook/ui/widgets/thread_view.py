"""The list of a thread: rows of any height, as many as a life has messages.

A list of its own and not a table: a table keeps the height of every row, and a million of them take
longer than a person waits. Where the rows stand is the work of `row_ruler`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
)

from logbook.i18n import translate
from logbook.ui.models.thread import ThreadModel
from logbook.ui.style import at_least, look, px
from logbook.ui.widgets.row_ruler import Ruler
from logbook.ui.widgets.thread_row import BOX, FILE, ThreadDelegate

_MOST_STEPS = 2_000_000_000  # a bar counts in int
_STEPS_A_ROW = 1_000
_WHEEL_STEP = 120  # what Qt calls one notch
_LINES_A_NOTCH = 3
_MARGIN_PX = 8

Index = QModelIndex | QPersistentModelIndex
Keys = Qt.Key


class ThreadView(QListView):
    """Space ticks, Shift with the arrows or the mouse ticks a run, Enter goes on.

    Ctrl+A asks for all to be ticked: while something is looked for, "all" is what matches.
    """

    file_pressed = Signal(object, int)  # ThreadRow, place of the file in it
    opened = Signal()  # Enter or a double click: show it in full
    all_wanted = Signal()  # Ctrl+A
    seen = Signal(int)  # the first row in sight, when it is another one

    def __init__(self, model: ThreadModel, delegate: ThreadDelegate) -> None:
        super().__init__()
        self._thread = model
        self._delegate = delegate
        self._ruler = Ruler(self._height_of)
        self._placing = False
        self._run_from = -1  # where Shift ticks from
        self._wheel_px = 0.0
        self._first_seen = -1
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(translate("Messages", "Messages"))
        self.setProperty("draws_rows", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        at_least(self, width=240)
        model.modelReset.connect(self._anew)
        look().changed.connect(self._arrange)

    def choose(self, row: int, *, middle: bool = False) -> None:
        """Make a row the current one and bring it into sight."""
        index = self._thread.index(row, 0)
        if not index.isValid():
            return
        self._arrange()
        self._ruler.show(row, middle=middle, margin_px=px(_MARGIN_PX))
        self._show_place()
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Current)

    def at_end(self) -> None:
        """Show the newest row at the foot, as a chat opens."""
        self._arrange()
        self._ruler.place = float(self._ruler.total)
        self._show_place()

    def use_words(self, words: str) -> None:
        """Mark words as found."""
        self._delegate.use_words(words)
        self.viewport().update()

    # Where rows stand

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        row = index.row()
        width = self.viewport().width()
        return QRect(0, self._ruler.top_of(row), width, self._height_of(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._ruler.row_at(point.y())
        return QModelIndex() if row is None else self._thread.index(row, 0)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if index.isValid():
            middle = hint == QAbstractItemView.ScrollHint.PositionAtCenter
            self._ruler.show(index.row(), middle=middle, margin_px=px(_MARGIN_PX))
            self._show_place()

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return 0

    def isIndexHidden(self, _index: Index) -> bool:
        return False

    def doItemsLayout(self) -> None:
        self._arrange()

    def updateGeometries(self) -> None:
        self._arrange()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        if not self._placing:
            self._ruler.place = self.verticalScrollBar().value() / self._steps_a_row()
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta().y()
        if not pixels:
            notch = self._delegate.usual_px() * _LINES_A_NOTCH / 2
            self._wheel_px += event.angleDelta().y() / _WHEEL_STEP * notch
            pixels = int(self._wheel_px)
            self._wheel_px -= pixels
        self._move(-pixels)
        event.accept()

    def _move(self, pixels: int) -> None:
        self._ruler.move(pixels)
        self._show_place()

    def _height_of(self, row: int) -> int:
        found = self._thread.row(row)
        if found is None:
            return self._delegate.usual_px()
        first = self._thread.is_first_of_day(row)
        return self._delegate.laid_out(found, first=first).height

    def _anew(self) -> None:
        self._first_seen = -1
        self._run_from = -1
        self._arrange()

    def _arrange(self) -> None:
        """Fit the bar to the number of rows and to the room there is."""
        self._delegate.use_width(self.viewport().width())
        ruler = self._ruler
        ruler.total, ruler.view_px = self._thread.rowCount(), self.viewport().height()
        ruler.place = min(ruler.place, float(ruler.total))
        bar = self.verticalScrollBar()
        seen = max(len(ruler.placed()), 1)
        self._placing = True
        bar.setRange(0, ruler.total * self._steps_a_row() if ruler.overflows else 0)
        bar.setEnabled(ruler.overflows)  # its handle is not shown where all is in sight
        bar.setPageStep(seen * self._steps_a_row())
        bar.setSingleStep(self._steps_a_row())
        self._placing = False
        self._show_place()

    def _show_place(self) -> None:
        self._placing = True
        self.verticalScrollBar().setValue(round(self._ruler.place * self._steps_a_row()))
        self._placing = False
        self.viewport().update()

    def _steps_a_row(self) -> int:
        most = _MOST_STEPS // max(self._ruler.total, 1)
        return max(min(_STEPS_A_ROW, most), 1)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        current = self.currentIndex().row()
        width = self.viewport().width()
        for placed in self._ruler.placed():
            option.rect = QRect(0, placed.top, width, placed.height)
            if not option.rect.intersects(event.rect()):
                continue
            option.state = QStyle.StateFlag.State_Enabled
            if placed.row == current:
                option.state |= QStyle.StateFlag.State_Selected
            self._delegate.paint(painter, option, self._thread.index(placed.row, 0))
        painter.end()
        self._say_seen()

    def _say_seen(self) -> None:
        first = self._ruler.row_at(px(_MARGIN_PX))
        if first is not None and first != self._first_seen:
            self._first_seen = first
            self.seen.emit(first)

    def dataChanged(self, _first: Index, _last: Index, _roles: Sequence[int] = ()) -> None:
        self.viewport().update()

    # Choosing

    def setSelection(self, rect: QRect, flags: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, flags)

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def keyboardSearch(self, _words: str) -> None:
        """Look for nothing: Qt would read a million rows."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        QAbstractItemView.currentChanged(self, current, previous)
        self.viewport().update()
        if QAccessible.isActive() and current.isValid() and self.hasFocus():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(current.row())
            QAccessible.updateAccessibility(event)

    def selectionChanged(self, _chosen: QItemSelection, _before: QItemSelection) -> None:
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        row = index.row()
        part, place = self._part_at(event.position().toPoint(), row)
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._tick_run(row)
        elif part == BOX or modifiers & Qt.KeyboardModifier.ControlModifier:
            self._toggle(row)
        elif part == FILE:
            self._press_file(row, place)
        else:
            self._run_from = row
        self._make_current(row)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        part = self._part_at(at, index.row())[0] if index.isValid() else ""
        hand = part in {BOX, FILE}
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.currentIndex().row()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        target = self._target_of(key, row)
        if key == Keys.Key_A and control:
            self.all_wanted.emit()
        elif key == Keys.Key_Space and row >= 0 and not control:
            self._toggle(row)
        elif key in {Keys.Key_Return, Keys.Key_Enter} and row >= 0 and not control:
            self.opened.emit()
        elif target is not None:
            self._go_to(target, row, ticking=shift)
        else:
            super().keyPressEvent(event)

    def _target_of(self, key: int, row: int) -> int | None:
        """Return the row that a key of movement leads to."""
        last = self._thread.rowCount() - 1
        if last < 0:
            return None
        page = max(len(self._ruler.placed()) - 1, 1)
        steps = {
            Keys.Key_Up: -1,
            Keys.Key_Down: 1,
            Keys.Key_PageUp: -page,
            Keys.Key_PageDown: page,
            Keys.Key_Home: -last - 1,
            Keys.Key_End: last + 1,
        }
        step = steps.get(Keys(key)) if key in {int(one) for one in steps} else None
        return None if step is None else min(max(row + step, 0), last)

    def _go_to(self, target: int, row: int, *, ticking: bool) -> None:
        if ticking:
            self._tick_run(target, before=row)
        else:
            self._run_from = target
        self.choose(target)

    def _tick_run(self, row: int, before: int = -1) -> None:
        """Tick from where the run began to a row; a run that gets shorter is unticked behind."""
        start = self._run_from if self._run_from >= 0 else max(self.currentIndex().row(), 0)
        self._run_from = start
        if before >= 0 and abs(before - start) > abs(row - start):
            step = 1 if before > row else -1
            self._thread.tick(min(before, row + step), max(before, row + step), on=False)
        self._thread.tick(min(start, row), max(start, row), on=True)

    def _toggle(self, row: int) -> None:
        self._run_from = row
        self._thread.toggle(row)

    def _press_file(self, row: int, place: int) -> None:
        found = self._thread.row(row)
        if found is not None:
            self.file_pressed.emit(found, place)

    def _make_current(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        index = self._thread.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Current)

    def _part_at(self, at: QPoint, row: int) -> tuple[str, int]:
        found = self._thread.row(row)
        if found is None:
            return "", 0
        x = at.x()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.viewport().width() - x
        laid = self._delegate.laid_out(found, first=self._thread.is_first_of_day(row))
        return self._delegate.part_at(laid, QPoint(x, at.y() - self._ruler.top_of(row)))
