"""What the book is busy with for longer, at the foot of whatever page the person is on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.jobs import Job
from logbook.ui.later import Later
from logbook.ui.style import spaced
from logbook.ui.widgets.progress_row import ProgressRow
from logbook.ui.widgets.surface import Line

_SHOW_AFTER_MS = 400  # DESIGN 9: what is over sooner needs no row


class WorkRow(QWidget):
    """Shows one long job after the other, each until it ends.

    It stands below the page: one above would move the rows under the mouse.
    """

    left = Signal()  # it went with the focus in it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[tuple[Job, bool]] = []
        self.row = ProgressRow(translate("Progress", "Working"), slim=True)
        inside = QVBoxLayout()
        spaced(inside, margins=(28, 8, 24, 10), gap=0)
        inside.addWidget(self.row)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addWidget(Line())
        column.addLayout(inside)
        self._later = Later(self, _SHOW_AFTER_MS, self.show)
        self.hide()

    def follow(self, job: Job, *, in_percent: bool = False) -> None:
        """Show how a job goes once those before it have ended."""
        self._jobs.append((job, in_percent))
        job.ended.connect(self._ended)
        if len(self._jobs) == 1:
            self._show_first()
            self._later.start()

    def _show_first(self) -> None:
        job, in_percent = self._jobs[0]
        self.row.begin(translate("Progress", "Working"), in_percent=in_percent)
        self.row.follow(job)

    def _ended(self) -> None:
        ended = self.sender()
        was_first = bool(self._jobs) and self._jobs[0][0] is ended
        self._jobs = [one for one in self._jobs if one[0] is not ended]
        if not self._jobs:
            self._later.stop()
            self._go()
        elif was_first:
            self._show_first()

    def _go(self) -> None:
        here = QApplication.focusWidget()
        had_focus = here is not None and self.isAncestorOf(here)
        self.hide()
        if had_focus:
            self.left.emit()
