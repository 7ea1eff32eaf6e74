"""The grid of files: tiles of one size, laid out by arithmetic, 100,000 of them like 100."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from logbook.domain.evidence import MediaClass
from logbook.domain.file_selection import EvidenceRow
from logbook.i18n import translate
from logbook.ui.models.file_list import FileListModel
from logbook.ui.models.file_pictures import FilePictures
from logbook.ui.models.file_waves import FileWaves
from logbook.ui.style import at_least, look, px
from logbook.ui.widgets import file_keys
from logbook.ui.widgets.file_places import Places
from logbook.ui.widgets.file_tile import (
    FileTile,
    TileSource,
    TileState,
    shape_of,
    tile_px,
)

_LEAST_PX = 220  # of a tile's width: the usual name of a photo has room
_GAP_PX = 20
_TOP_PX = 8  # room for the ring of the first row
_MARGIN_PX = 24  # at the end of a row; the scroll bar stands in it
_SIDE_PX = 8  # room for the ring of the first column
_CLEAR_PX = 12
_AHEAD_ROWS = 2
_BY_KEYS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)

Index = QModelIndex | QPersistentModelIndex


class FileGrid(QListView):
    """A list view that places its items itself: Qt's own would lay out every one of them first."""

    opened = Signal(int)  # a row
    look_pressed = Signal()  # Space
    none_pressed = Signal()  # Esc
    menu_asked = Signal(QPoint)  # where, on the screen

    def __init__(
        self,
        model: FileListModel,
        pictures: FilePictures,
        blurs: Callable[[EvidenceRow], bool],
        waves: FileWaves,
    ) -> None:
        super().__init__()
        self._files = model
        self._pictures = pictures
        self._waves = waves
        self._blurs = blurs
        self._tiles = FileTile(TileSource(self._picture, self._wave))
        self._measured: Places | None = None
        self._by_keys = False
        self.setModel(model)
        self._set_up()
        self._hovered = -1
        pictures.came.connect(self._pictures_came)
        waves.came.connect(self.viewport().update)
        model.dataChanged.connect(self._rows_came)
        look().changed.connect(self._measure_again)

    def _set_up(self) -> None:
        self.setAccessibleName(translate("Evidence", "Files"))
        self.setProperty("draws_rows", True)
        self.setProperty("own_ring", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        at_least(self, width=_LEAST_PX, height=90)

    def choose(self, at: int) -> None:
        """Make a file the current one without selecting it, and bring it into sight."""
        file_keys.choose(self, at)

    def rows_in_sight(self) -> range:
        """Return the rows of which at least a part is seen."""
        return self._rows_between(0, self.viewport().height())

    def fetch_pictures(self) -> None:
        """Ask for the pictures in sight, then for those a little beyond."""
        if not self.isVisible():
            return
        seen = self.rows_in_sight()
        ahead = _AHEAD_ROWS * self._places().pitch
        near = self._rows_between(-ahead, self.viewport().height() + ahead)
        wide, density = self._places().wide, self.devicePixelRatioF()
        wanted, sounds = [], []
        for at in (*seen, *(one for one in near if one not in seen)):
            row = self._files.row(at)
            if row is not None and row.has_picture:
                shape = shape_of(row, wide, density, blurred=self._blurs(row))
                wanted.append((row.id, shape))
            elif row is not None and row.media_class is MediaClass.SOUND:
                sounds.append(row.id)
        self._pictures.want(wanted)
        self._waves.want(sounds)

    # Where everything stands

    def columns(self) -> int:
        """Return how many tiles stand side by side."""
        return self._places().columns

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        return self._tile(index.row())

    def indexAt(self, point: QPoint) -> QModelIndex:
        at = self._nearest(point)
        if at is None or not self._tile(at).contains(point):
            return QModelIndex()
        return self._files.index(at, 0)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        tile, bar = self.visualRect(index), self.verticalScrollBar()
        if tile.isNull():
            return
        clear, height = px(_CLEAR_PX), self.viewport().height()
        above, below = tile.top() - clear, tile.bottom() + 1 + clear - height
        if hint == QAbstractItemView.ScrollHint.PositionAtTop or above < 0:
            bar.setValue(bar.value() + above)
        elif below > 0:
            bar.setValue(bar.value() + min(below, above))

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)  # not the list's own, which measures every item

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        whole = self._places().whole_px(self._files.rowCount())
        bar.setRange(0, max(whole - self.viewport().height(), 0))
        bar.setPageStep(max(self.viewport().height() - self._places().pitch // 2, 1))
        bar.setSingleStep(max(self._places().pitch // 3, 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST_PX), px(90))

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        del selection
        return QRegion(self.viewport().rect())

    # Choosing

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the run from the tile at the first corner to the one nearest the second."""
        start, end = self._nearest(rect.topLeft()), self._nearest(rect.bottomRight())
        chosen = QItemSelection()
        if start is not None and end is not None:
            first, last = sorted((start, end))
            chosen.select(self._files.index(first, 0), self._files.index(last, 0))
        self.selectionModel().select(chosen, command)

    def selectAll(self) -> None:
        file_keys.select_all(self)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        del modifiers
        total = self._files.rowCount()
        if not total:
            return QModelIndex()
        moves = QAbstractItemView.CursorAction
        at = max(self.currentIndex().row(), 0)
        across = -1 if self._mirrored() else 1
        page = max(self.viewport().height() // self._places().pitch, 1) * self.columns()
        step = {
            moves.MoveLeft: -across,
            moves.MoveRight: across,
            moves.MovePrevious: -1,
            moves.MoveNext: 1,
            moves.MoveUp: -self.columns(),
            moves.MoveDown: self.columns(),
            moves.MovePageUp: -page,
            moves.MovePageDown: page,
            moves.MoveHome: -at,
            moves.MoveEnd: total - 1 - at,
        }[action]
        return self._files.index(self._places().landing(at, step, total), 0)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: Qt would read every row of the book for it; the search box does this."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keys = True
        taken = file_keys.take_key(
            self,
            event,
            opened=self.opened,
            look_pressed=self.look_pressed,
            none_pressed=self.none_pressed,
        )
        if not taken:
            super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keys = False
        super().mousePressEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(file_keys.menu_place(self, event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        file_keys.open_pressed(self, event, self.opened)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keys = self._by_keys or event.reason() in _BY_KEYS
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._files.rowCount():
            self.choose(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tiles = self._tiles
        tiles.begin(painter, mirrored=self._mirrored())
        seen = event.rect()
        focused = self.currentIndex().row() if self.hasFocus() and self._by_keys else -1
        selection = self.selectionModel()
        for at in self._rows_between(seen.top(), seen.bottom() + px(_SIDE_PX)):
            row = self._files.row(at)
            state = TileState(
                selected=selection.isSelected(self._files.index(at, 0)),
                hovered=at == self._hovered,
                focused=at == focused,
                blurred=row is not None and self._blurs(row),
            )
            tiles.draw(row, self._tile(at), state)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the first tile in sight where it was, though the tiles move to other rows."""
        first = self.rows_in_sight().start if event.oldSize().isValid() else 0
        self._measured = None
        super().resizeEvent(event)
        self.updateGeometries()
        if event.size().width() != event.oldSize().width() and self.verticalScrollBar().value():
            self.verticalScrollBar().setValue(first // self.columns() * self._places().pitch)
        self.fetch_pictures()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.fetch_pictures()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.fetch_pictures()

    def _picture(self, row: EvidenceRow) -> QImage | None:
        return self._pictures.picture(row.id, blurred=self._blurs(row))

    def _wave(self, row: EvidenceRow) -> bytes:
        return self._waves.wave(row.id)

    def _pictures_came(self, _files: list[int]) -> None:
        self.viewport().update()

    def _rows_came(self, _first: QModelIndex, _last: QModelIndex) -> None:
        self.viewport().update()
        self.fetch_pictures()

    def _measure_again(self) -> None:
        self._measured = None
        self.updateGeometries()
        self.viewport().update()
        self.fetch_pictures()

    def _hover(self, at: int) -> None:
        if at != self._hovered:
            self._hovered = at
            self.viewport().update()

    # Where everything stands, in numbers

    def _places(self) -> Places:
        """Return the sizes at the width it has, measured once."""
        across, mirrored = self.viewport().width(), self._mirrored()
        measured = self._measured
        if measured is None or (measured.across, measured.mirrored) != (across, mirrored):
            gap = px(_GAP_PX)
            room = max(self.width() - px(_MARGIN_PX) - px(_SIDE_PX), 1)
            columns = max((room + gap) // (px(_LEAST_PX) + gap), 1)
            wide = max((room - (columns - 1) * gap) // columns, 1)
            sides = (px(_SIDE_PX), px(_TOP_PX))
            measured = Places(columns, wide, gap, tile_px(wide), *sides, across, mirrored)
            self._measured = measured
        return measured

    def _tile(self, at: int) -> QRect:
        return self._places().tile(at, self.verticalOffset())

    def _nearest(self, point: QPoint) -> int | None:
        return self._places().nearest(point, self.verticalOffset(), self._files.rowCount())

    def _rows_between(self, top: int, bottom: int) -> range:
        total = self._files.rowCount()
        return self._places().between(top, bottom, self.verticalOffset(), total)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
