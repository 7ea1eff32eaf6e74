"""A card of settings: a heading, and rows with words at the start and a control at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from logbook.ui.style import add_gap, look, spaced
from logbook.ui.widgets.field import Select
from logbook.ui.widgets.surface import Line, Surface
from logbook.ui.widgets.text import Text

_CONTROL_PX = 210
_STACK_BELOW_PX = 440  # a row narrower than this puts its control below its words


class SettingRow(QWidget):
    """One setting: what it is called, what it does, and the control that acts at once."""

    def __init__(self, title: str, line: str, control: QWidget) -> None:
        super().__init__()
        self.control = control
        self._stacked = False
        if isinstance(control, Select):
            control.fit_choices(_CONTROL_PX)
        words = QVBoxLayout()
        spaced(words, gap=1)
        self._title = Text(title, "label", wrap=True)
        self._title.setBuddy(control.focusProxy() or control)
        self._line = Text(line, "small", "text-2", wrap=True)
        if not line:
            self._line.hide()
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._line)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        spaced(self._row, margins=(0, 14, 0, 14), gap=20)
        self._row.addLayout(words, 1)
        self._row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        control.setAccessibleDescription(line)

    def say(self, line: str) -> None:
        """Say something else below the title."""
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.control.setAccessibleDescription(line)

    def stack(self, *, stacked: bool) -> None:
        """Put the control below the words, where there is no room beside them."""
        if stacked == self._stacked:
            return  # to lay it out again costs, and a page of settings has a hundred rows
        self._stacked = stacked
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if stacked else beside)
        across = Qt.AlignmentFlag.AlignLeading if stacked else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self.control, across)
        spaced(self._row, margins=(0, 14, 0, 14), gap=10 if stacked else 20)


class SettingCard(Surface):
    """Settings that belong together."""

    def __init__(self, title: str, line: str = "") -> None:
        super().__init__("card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.rows: list[SettingRow] = []
        self.head = QHBoxLayout()
        spaced(self.head, gap=16)
        words = QVBoxLayout()
        spaced(words, gap=2)
        self.title = Text(title, "heading", wrap=True)
        self.line = Text(line, "small", "text-2", wrap=True)
        if not line:
            self.line.hide()
        words.addWidget(self.title)
        words.addWidget(self.line)
        self.head.addLayout(words, 1)
        self.column = QVBoxLayout(self)
        spaced(self.column, margins=(22, 17, 22, 18), gap=0)
        self.column.addLayout(self.head)

    def add_row(self, title: str, line: str, control: QWidget) -> SettingRow:
        """Add a setting below the others, with a hairline between."""
        row = SettingRow(title, line, control)
        if self.rows:
            self.column.addWidget(Line())
        else:
            # The row has room above its words already; the last one has it below them.
            spaced(self.column, margins=(22, 17, 22, 4), gap=0)
        self.rows.append(row)
        self.column.addWidget(row)
        return row

    def add(self, part: QWidget, *, gap_px: int = 12) -> None:
        """Add any other part below what is there."""
        add_gap(self.column, gap_px)
        self.column.addWidget(part)

    def set_width(self, width_px: int) -> None:
        """Adapt to the width that the card gets."""
        for row in self.rows:
            row.stack(stacked=width_px < look().px(_STACK_BELOW_PX) * look().scale)

    def words(self) -> str:
        """Return all words on the card, for searching them."""
        labels = self.findChildren(QLabel)
        said = [label.accessibleName() or label.text() for label in labels]
        return "\n".join(said).casefold()


def row_of(*parts: QWidget) -> QWidget:
    """Return parts side by side, from the start of the line."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    spaced(row, gap=10)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return holder
