"""Lists of very many rows do nothing that needs every row."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.ui.widgets.rows_view import RowsView

Index = QModelIndex | QPersistentModelIndex
_ROWS = 100_000


class _Many(QAbstractTableModel):
    """Notes which rows were read."""

    def __init__(self) -> None:
        super().__init__()
        self.read: set[int] = set()

    def rowCount(self, _parent: Index | None = None) -> int:  # noqa: N802 - Qt's own name
        return _ROWS

    def columnCount(self, _parent: Index | None = None) -> int:  # noqa: N802 - Qt's own name
        return 1

    def data(self, index: Index, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            self.read.add(index.row())
        return None


@pytest.fixture
def view(qtbot: QtBot) -> RowsView:
    view = RowsView(_Many(), "Rows")
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.set_row_px(40)
    view.show()
    return view


def test_letters_typed_in_a_list_read_no_rows_that_are_not_seen(view: RowsView) -> None:
    model = view.model()
    assert isinstance(model, _Many)
    view.choose(0)
    QTest.keyClicks(view, "word")
    assert len(model.read) < 100


def test_rows_have_one_height_and_a_row_is_brought_into_sight(view: RowsView) -> None:
    view.choose(_ROWS - 1)
    assert view.currentIndex().row() == _ROWS - 1
    assert view.rowHeight(0) == view.rowHeight(_ROWS - 1) == 40
    assert view.visualRect(view.currentIndex()).bottom() <= view.viewport().height()
