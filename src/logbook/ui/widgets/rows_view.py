"""A list of rows that are drawn, each as high as the others, as quick with 100,000 as with 100."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView


class RowsView(QTableView):
    """A table, because only a table with rows of one height lays out 100,000 of them at once."""

    def __init__(self, model: QAbstractItemModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setProperty("draws_rows", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()

    def choose(self, at: int) -> None:
        """Let a row be the one that is chosen, and bring it into sight."""
        index = self.model().index(at, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            index, flags.ClearAndSelect | flags.Rows | flags.Current
        )
        self.scrollTo(index)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: Qt would read every row of the book for it; the search box does this."""

    def set_row_px(self, row_px: int) -> None:
        """Give every row one height at once.

        The header would tell the table of each row, which then takes seconds for 100,000 of them.
        """
        header = self.verticalHeader()
        header.blockSignals(True)
        header.setMinimumSectionSize(1)
        header.setDefaultSectionSize(row_px)
        header.blockSignals(False)
        self.updateGeometries()
        self.viewport().update()
