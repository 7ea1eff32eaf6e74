"""The files of a list as tiles or as rows; what is chosen, current or looked at is the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from logbook.domain.file_selection import EvidenceRow
from logbook.domain.ids import EvidenceId
from logbook.ui.models.file_list import FileListModel
from logbook.ui.models.file_pictures import FilePictures
from logbook.ui.models.file_waves import FileWaves
from logbook.ui.widgets.file_filter import GRID, LIST
from logbook.ui.widgets.file_grid import FileGrid
from logbook.ui.widgets.file_table import FileRowsView, FileTable
from logbook.ui.widgets.file_words import file_sentence

if TYPE_CHECKING:
    from logbook.ui.desk import Desk


class FileView(QStackedWidget):
    """Looking at a blurred file is for that file alone, until `forget_looks`."""

    opened = Signal(int)  # a row
    chosen_changed = Signal()
    menu_asked = Signal(QPoint)  # where, on the screen

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._blurs = False
        self._looked: set[EvidenceId] = set()
        self.model = FileListModel(desk, self._sentence)
        self.pictures = FilePictures(desk)
        self.waves = FileWaves(desk)
        self.grid = FileGrid(self.model, self.pictures, self.is_blurred, self.waves)
        # Our own: what PySide hands out for the list's own one is taken for dead after a while.
        self._selection = QItemSelectionModel(self.model, self)
        self.grid.setSelectionModel(self._selection)
        self._selection.selectionChanged.connect(self.chosen_changed)
        self.table = FileTable(self.model, self.pictures, self.is_blurred, self._selection)
        for view in (self.grid, self.table.view):
            view.opened.connect(self.opened)
            view.look_pressed.connect(self.look)
            view.none_pressed.connect(self.choose_none)
            view.menu_asked.connect(self._menu_asked)
        self.addWidget(self.grid)
        self.addWidget(self.table)

    @property
    def way(self) -> str:
        """How the files are shown: GRID or LIST."""
        return LIST if self.currentWidget() is self.table else GRID

    def show_as(self, way: str) -> None:
        """Show tiles or rows, with the same file in sight."""
        self.setCurrentWidget(self.table if way == LIST else self.grid)
        at = self._selection.currentIndex().row()
        if at >= 0:
            self.here.choose(at)
        self.here.fetch_pictures()

    @property
    def here(self) -> FileGrid | FileRowsView:
        """The view that is shown."""
        return self.table.view if self.way == LIST else self.grid

    # What is chosen

    def chosen(self) -> list[EvidenceId]:
        """Return the chosen files in the order of the list."""
        return self.model.chosen(self._selection.selection())

    def chosen_count(self) -> int:
        """Return how many files are chosen."""
        return self.model.count_of(self._selection.selection())

    def current(self) -> EvidenceId | None:
        """Return the file that the keys are at, chosen or not."""
        return self.model.id_at(self._selection.currentIndex().row())

    def current_at(self) -> int:
        """Return the row that the keys are at; -1 in an empty list."""
        return self._selection.currentIndex().row()

    def chosen_or_current(self) -> list[EvidenceId]:
        """Return the chosen files; without any, the current one."""
        current = self.current()
        return self.chosen() or ([] if current is None else [current])

    def choose(self, files: Sequence[EvidenceId], current: EvidenceId | None, at: int) -> None:
        """Choose files; keys go to `current`, else to the first of the files, else to row `at`."""
        flags = QItemSelectionModel.SelectionFlag
        selection = self.model.selection_of(files)
        self._selection.select(selection, flags.ClearAndSelect)
        place = self.model.place_of(current) if current is not None else None
        if place is None and selection.count():
            place = selection.at(0).top()
        last = self.model.rowCount() - 1
        if last >= 0:
            self.here.choose(min(max(at, 0), last) if place is None else place)

    def choose_none(self) -> None:
        """Choose nothing; the keys stay where they are."""
        self._selection.clearSelection()
        self.here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _menu_asked(self, where: QPoint) -> None:
        """Choose what is pointed at, or what the keys are at, unless it is among the chosen."""
        index = self.here.indexAt(self.here.viewport().mapFromGlobal(where))
        if index.isValid() and not self._selection.isSelected(index):
            self._selection.select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        if self.chosen_count():
            self.menu_asked.emit(where)

    # What is blurred

    def is_blurred(self, row: EvidenceRow) -> bool:
        """Tell whether the picture of a file is blurred now."""
        return self._blurs and row.id not in self._looked

    def set_blur(self, *, on: bool) -> None:
        """Blur all pictures, or none."""
        if on != self._blurs:
            self._blurs = on
            self._looked.clear()
            self.pictures.forget()  # no sharp one stays in memory behind a blurred one
            self._draw_again()

    def look(self) -> None:
        """Show the chosen files as they are, or blur them again."""
        if self._blurs:
            wanted = set(self.chosen_or_current())
            self._looked = (
                self._looked - wanted if wanted <= self._looked else self._looked | wanted
            )
            for one in wanted:
                self.pictures.forget(one)
            self._draw_again()

    def forget_looks(self) -> None:
        """Blur again what was looked at."""
        for one in self._looked:
            self.pictures.forget(one)
        self._looked.clear()

    def rest(self) -> None:
        """Fetch nothing more."""
        self.pictures.want(())
        self.waves.want(())

    def _draw_again(self) -> None:
        self.here.fetch_pictures()
        self.here.viewport().update()

    def _sentence(self, row: EvidenceRow, place: int, total: int) -> str:
        return file_sentence(row, place, total, blurred=self.is_blurred(row))
