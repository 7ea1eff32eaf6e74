"""What the models of lists that a table draws share: one column, no words above or beside it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, Qt


class RowsModel(QAbstractTableModel):
    """Rows without headers. Qt would number them, and readers say a number before each row."""

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> None:
        del section, orientation, role
