"""Loads what an open book needs behind the lock screen, while the person types.

What knows no Qt is loaded beside the window. The rest is loaded on the window's own thread, one
module between two events: Qt's types are made when they are first imported, and a second thread
that makes some at the same time ends the process now and then (2 of 146 starts).
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

from PySide6.QtCore import QObject, QTimer, Signal

from logbook.ui import models, pages, settings, viewer, widgets
from logbook.ui.jobs import Jobs


class LoadAhead(QObject):
    """Loads once; who needs a module earlier simply imports it."""

    loaded = Signal()  # everything is there

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._soon = QTimer(self)  # after the events that wait
        self._soon.setInterval(0)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._load_next)
        # Before the pages what they are made of: with it a page would be 60 ms in one go.
        parts = (_modules_in(package) for package in (widgets, models, viewer, pages, settings))
        self._left = [name for names in parts for name in names]
        self._left += ["logbook.ui.book_view", "logbook.ui.chosen"]

    def start(self) -> None:
        """Begin with the tasks."""
        self._jobs.in_pool(load_tasks).ended.connect(self._soon.start)

    def _load_next(self) -> None:
        if not self._left:
            self.loaded.emit()
            return
        importlib.import_module(self._left.pop(0))
        self._soon.start()


def _modules_in(package: ModuleType) -> list[str]:
    return [one.name for one in pkgutil.iter_modules(package.__path__, package.__name__ + ".")]


def load_tasks() -> None:
    """Load every task and the rooms below, those that open a book first; then what they look up."""
    from logbook import tasks  # noqa: PLC0415 - the lock screen must not wait for the database
    from logbook.tasks import (  # noqa: PLC0415 - the same
        books,  # noqa: F401 - it is loaded
        bring_in_messages,
        this_computer,
    )

    for module in pkgutil.iter_modules(tasks.__path__, tasks.__name__ + "."):
        importlib.import_module(module.name)
    this_computer.zones()
    bring_in_messages.formats()
