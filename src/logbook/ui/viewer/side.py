"""The pane beside the stage: details, history, and where the file is used."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.tasks.view_file import Viewed
from logbook.ui.style import at_least, spaced
from logbook.ui.viewer.details import Details
from logbook.ui.viewer.history import History, UsedIn
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.tabs import Tabs

WIDTH_PX, LEAST_PX = 340, 280


class Side(Surface):
    """Three tabs over one file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.tabs = Tabs(
            translate("Viewer", "About this file"),
            (
                translate("Viewer", "Details"),
                translate("Viewer", "History"),
                translate("Viewer", "Used in"),
            ),
        )
        self.details, self.history, self.used_in = Details(), History(), UsedIn()
        self._stack = QStackedWidget()
        for tab in (self.details, self.history, self.used_in):
            self._stack.addWidget(tab)
        self.tabs.chosen.connect(self._stack.setCurrentIndex)
        head = QHBoxLayout()
        spaced(head, margins=(23, 11, 23, 0))
        head.addWidget(self.tabs)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.dress_in_parts(self._stack)
        at_least(self, width=LEAST_PX)

    def show_file(self, viewed: Viewed) -> None:
        """Say another file; the tab stays."""
        for tab in (self.details, self.history, self.used_in):
            tab.show_file(viewed)
        self._stack.show()

    def say_nothing(self) -> None:
        """Say nothing while no file is there."""
        self._stack.hide()
