"""The widths that a person gave to the panes of a page, kept in the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter

if TYPE_CHECKING:
    from logbook.ui.desk import Desk


class KeptSizes(QObject):
    """Restores them once, and keeps every change."""

    def __init__(self, desk: Desk, split: QSplitter, key: str) -> None:
        super().__init__(split)
        self._desk = desk
        self._split = split
        self._key = key
        self._restored = False
        split.splitterMoved.connect(self._keep)

    def restore(self) -> None:
        """Give the panes the widths they had, when their page is shown first."""
        sizes = self._desk.setting(self._key, None)
        fits = isinstance(sizes, list) and all(isinstance(one, int) and one > 0 for one in sizes)
        if fits and not self._restored:
            self._split.setSizes(sizes)
        self._restored = True

    def _keep(self) -> None:
        self._desk.keep_setting(self._key, self._split.sizes())
