"""A fact about a file: what it is called, beside what it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.ui.style import look, sp, spaced
from logbook.ui.widgets.text import Text

_LABEL_PX = 84


class Fact(QWidget):
    """One line, with a quieter line below it where that helps."""

    def __init__(self, label: str, words: str = "", line: str = "") -> None:
        super().__init__()
        self.label = Text(label, "small", "text-2", wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words = Text(words, "body", wrap=True)
        self.line = Text(line, "small", "text-2", wrap=True, parent=self)
        self.line.setVisible(bool(line))
        self.column = QVBoxLayout()
        spaced(self.column, gap=0)
        self.column.addWidget(self.words)
        self.column.addWidget(self.line)
        self.row = QHBoxLayout(self)
        spaced(self.row, gap=8)
        head = QVBoxLayout()
        spaced(head, margins=(0, 2, 0, 0))
        head.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addLayout(head)
        self.row.addLayout(self.column, 1)
        self.words.setAccessibleDescription(label)
        look().changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """Give the labels a column that grows as their words do."""
        self.label.setFixedWidth(sp(_LABEL_PX))
