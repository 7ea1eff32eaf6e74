"""What every step of the set-up is: a question, a line, its parts, and whether one may go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.ui.style import add_gap, spaced
from logbook.ui.widgets.text import Text


class Step(QWidget):
    """One step. `ready` is emitted when it has checked itself and the person may go on."""

    ready = Signal()

    def __init__(self, title: str, line: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        spaced(self.column, gap=0)
        self.title = Text(title, "display", wrap=True)
        self.line = Text(line, "body", "text-2", wrap=True)
        self.column.addWidget(self.title)
        add_gap(self.column, 4)
        self.column.addWidget(self.line)
        add_gap(self.column, 22)

    def first_focus(self) -> QWidget:
        """Return where the cursor goes."""
        raise NotImplementedError

    def enter(self) -> None:
        """Called when the step is shown."""

    def leave(self) -> None:
        """Called when the step is left, forward or back."""

    def go_on(self) -> None:
        """Check the step; emits `ready` when all is well."""
        self.ready.emit()
