"""The files as a list: one line each, with what the tiles have no room for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.domain.file_selection import EvidenceRow
from logbook.i18n import translate
from logbook.ui.models.file_list import FileListModel
from logbook.ui.models.file_pictures import FilePictures
from logbook.ui.style import at_least, look, px, spaced
from logbook.ui.widgets import file_keys
from logbook.ui.widgets.file_columns import FACE_PX, NAME_PX
from logbook.ui.widgets.file_row import FACE_CORNER_PX, FileHead, FileRowDelegate
from logbook.ui.widgets.rows_view import RowsView
from logbook.ui.widgets.tile_picture import Shape

_AHEAD_ROWS = 6


class FileTable(QWidget):
    """The list with the names of its columns above it."""

    def __init__(
        self,
        model: FileListModel,
        pictures: FilePictures,
        blurs: Callable[[EvidenceRow], bool],
        selection: QItemSelectionModel,
    ) -> None:
        super().__init__()
        self.view = FileRowsView(model, pictures, blurs)
        self.view.setSelectionModel(selection)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addWidget(FileHead(self.view))
        column.addWidget(self.view, 1)


class FileRowsView(RowsView):
    """Files with a small picture each, fetched for the rows in sight."""

    opened = Signal(int)  # a row
    look_pressed = Signal()  # Space
    none_pressed = Signal()  # Esc
    menu_asked = Signal(QPoint)  # where, on the screen

    def __init__(
        self,
        model: FileListModel,
        pictures: FilePictures,
        blurs: Callable[[EvidenceRow], bool],
    ) -> None:
        super().__init__(model, translate("Evidence", "Files"))
        self._files = model
        self._pictures = pictures
        self._blurs = blurs
        self.delegate = FileRowDelegate(self, self._picture, blurs)
        self.setItemDelegate(self.delegate)
        self.setProperty("own_ring", True)
        at_least(self, width=NAME_PX)
        pictures.came.connect(self._came)
        model.dataChanged.connect(self.fetch_pictures)
        self.verticalScrollBar().valueChanged.connect(self.fetch_pictures)
        self._measure_rows()
        look().changed.connect(self._measure_rows)

    def choose(self, at: int) -> None:
        """Make a file the current one without selecting it, and bring it into sight."""
        file_keys.choose(self, at)

    def rows_in_sight(self) -> range:
        """Return the rows of which at least a part is seen."""
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, (self._files.rowCount() if last < 0 else last + 1))

    def fetch_pictures(self) -> None:
        """Ask for the pictures in sight, then for those a little beyond."""
        if not self.isVisible():
            return
        seen = self.rows_in_sight()
        after = range(seen.stop, min(seen.stop + _AHEAD_ROWS, self._files.rowCount()))
        before = range(max(seen.start - _AHEAD_ROWS, 0), seen.start)
        rows = [self._files.row(at) for at in (*seen, *after, *before)]
        self._pictures.want(
            [(row.id, self._shape(row)) for row in rows if row is not None and row.has_picture]
        )

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.fetch_pictures()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.fetch_pictures()

    def selectAll(self) -> None:
        file_keys.select_all(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        taken = file_keys.take_key(
            self,
            event,
            opened=self.opened,
            look_pressed=self.look_pressed,
            none_pressed=self.none_pressed,
        )
        if not taken:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(file_keys.menu_place(self, event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        file_keys.open_pressed(self, event, self.opened)

    def _shape(self, row: EvidenceRow) -> Shape:
        density = self.devicePixelRatioF()
        wide, tall = (px(side) * density for side in FACE_PX)
        corner = px(FACE_CORNER_PX) * density
        return Shape(round(wide), round(tall), corner, blurred=self._blurs(row))

    def _picture(self, row: EvidenceRow) -> QImage | None:
        return self._pictures.picture(row.id, blurred=self._blurs(row))

    def _came(self, _files: list[int]) -> None:
        self.viewport().update()

    def _measure_rows(self) -> None:
        row_px = self.delegate.row_px()
        self.set_row_px(row_px)
        self.verticalScrollBar().setSingleStep(row_px)
