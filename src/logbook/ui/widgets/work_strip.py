"""A strip above a page while long work runs beside it: what it does, how far it is, and Stop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.ui.jobs import Job
from logbook.ui.style import spaced
from logbook.ui.widgets.progress_row import ProgressRow
from logbook.ui.widgets.surface import Line, Surface


class WorkStrip(Surface):
    """Takes room only while it follows a job; everything below it can be used meanwhile."""

    focus_left = Signal()  # Stop had the focus and can keep it no longer

    def __init__(self, doing: str, parent: QWidget | None = None) -> None:
        super().__init__("surface")
        self.setParent(parent)
        self.row = ProgressRow(doing)
        self.row.stop_pressed.connect(self.focus_left)
        inside = QVBoxLayout()
        spaced(inside, margins=(28, 12, 28, 12))
        inside.addWidget(self.row)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addLayout(inside)
        column.addWidget(Line())
        self.hide()

    @property
    def is_on(self) -> bool:
        """True while a job is followed."""
        return not self.isHidden()

    def follow(self, doing: str, job: Job) -> None:
        """Show how far a job is until it ends."""
        self.row.show_progress(0, 0, doing)
        self.row.follow(job)
        job.ended.connect(self._ended)
        self.show()

    def _ended(self) -> None:
        focus: QWidget | None = self.window().focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if had_focus:
            self.focus_left.emit()
