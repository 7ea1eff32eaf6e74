"""A file or a folder that is chosen with a button and shown with its whole path."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.ui.style import spaced
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.line_field import Field, LineEdit


class PlaceField(QWidget):
    """Shows a path that cannot be typed, because a mistyped one would be found much later."""

    choose_pressed = Signal()

    def __init__(self, label: str, button: str, *, hint: str = "") -> None:
        super().__init__()
        self._line = LineEdit(label)
        self._line.setReadOnly(True)
        self.button = Button(button)
        self.button.clicked.connect(self.choose_pressed)
        holder = QWidget()
        row = QHBoxLayout(holder)
        spaced(row, gap=8)
        row.addWidget(self._line, 1)
        row.addWidget(self.button)
        holder.setFocusProxy(self._line)
        self._field = Field(label, holder, hint=hint)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addWidget(self._field)

    @property
    def problem(self) -> str:
        """What is said about the place, for screen readers too."""
        return self._line.accessibleDescription()

    def show_place(self, place: Path) -> None:
        """Show a place; the end of a long path stays in sight."""
        self._line.setText(str(place))
        self.set_problem("")

    def set_problem(self, problem: str) -> None:
        """Say what to do about the place, or nothing."""
        self._field.set_problem(problem)
