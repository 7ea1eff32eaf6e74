"""The list of entries: one column of rows of one height, as quick with 100,000 as with 100."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtGui import QKeyEvent

from logbook.i18n import translate
from logbook.ui.models.entry_list import EntryListModel
from logbook.ui.style import at_least, look, px
from logbook.ui.widgets.entry_row import GUTTER_PX, EntryRowDelegate
from logbook.ui.widgets.rows_view import RowsView


class EntryListView(RowsView):
    """Escape leaves one row chosen, Space takes the one with the focus in or out."""

    def __init__(self, model: EntryListModel) -> None:
        super().__init__(model, translate("Timeline", "Entries"))
        self._delegate = EntryRowDelegate()
        self.setItemDelegate(self._delegate)
        at_least(self, width=GUTTER_PX * 3)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self._measure_rows()
        look().changed.connect(self._measure_rows)

    def choose_one(self) -> None:
        """Let the row with the focus be the only one that is chosen."""
        if self.currentIndex().isValid():
            self.choose(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.choose_one()
            return
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._turn_current()
            return
        super().keyPressEvent(event)

    def _turn_current(self) -> None:
        """Choose the row with the focus too, or leave it out; one row stays chosen."""
        here, chosen = self.currentIndex(), self.selectionModel()
        alone = chosen.isSelected(here) and _count(chosen.selection()) == 1
        if here.isValid() and not alone:
            chosen.select(here, chosen.SelectionFlag.Toggle | chosen.SelectionFlag.Rows)

    def first_visible(self) -> int:
        """Return the row at the top edge."""
        return max(self.rowAt(px(8)), 0)

    def _keep_width(self, least: int, most: int) -> None:
        """Let rows end at the same edge whether the list scrolls or not."""
        room = 0 if most > least else self.verticalScrollBar().sizeHint().width()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setViewportMargins(room if mirrored else 0, 0, 0 if mirrored else room, 0)

    def _measure_rows(self) -> None:
        row_px = self._delegate.row_px()
        self.set_row_px(row_px)
        self.verticalScrollBar().setSingleStep(row_px // 3)


def _count(selection: QItemSelection) -> int:
    """Return how many rows a selection has, without naming each."""
    return sum(selection.at(at).height() for at in range(selection.size()))
