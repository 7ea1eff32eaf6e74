"""Where the side of an entry stands: a pane of its own, or below the words in a narrow window."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.ui.style import sized, spaced, wear_roles
from logbook.ui.widgets.entry_side import EntrySide
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface

_PX, _NARROW_PX = 356, 320


class EntrySidePane(QWidget):
    """Hidden while the side stands elsewhere."""

    def __init__(self, side: EntrySide) -> None:
        super().__init__()
        self._side = side
        self._away = False
        self._pane = Surface("surface")
        self._column = QVBoxLayout()
        spaced(self._column, gap=0)
        self._column.addWidget(side)
        whole = QVBoxLayout(self._pane)
        spaced(whole, gap=0)
        whole.addWidget(ScrollColumn(self._column))
        row = QHBoxLayout(self)
        spaced(row, gap=0)
        row.addWidget(Line(upright=True))
        row.addWidget(self._pane)
        self.set_narrow(narrow=False)

    @property
    def is_away(self) -> bool:
        """Whether the side stands elsewhere."""
        return self._away

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave more of the window to the words, or less."""
        sized(self._pane, width=_NARROW_PX if narrow else _PX)

    def lend(self, column: QVBoxLayout) -> None:
        """Put the side at the foot of another column."""
        self._put(column, margin=0)

    def take_back(self) -> None:
        """Show the side here again."""
        self._put(self._column, margin=24)

    def _put(self, column: QVBoxLayout, *, margin: int) -> None:
        self._away = column is not self._column
        layout = self._side.layout()
        if layout is not None:
            spaced(layout, margins=(margin, 20, margin, 20), gap=8)
        column.addWidget(self._side)  # takes it out of the other column
        wear_roles(self._side)
        self.setVisible(not self._away)
