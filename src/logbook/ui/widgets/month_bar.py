"""The line over the list that says the month in view and how many entries it has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook.domain.selection import EntryRow
from logbook.i18n import translate
from logbook.ui.style import spaced
from logbook.ui.widgets.surface import Line
from logbook.ui.widgets.text import Text
from logbook.ui.words import month_and_year


class MonthBar(QWidget):
    """Says what the first row in view belongs to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[str, int] = {}
        self._month = Text("", "label", "text-2")
        self._count = Text("", "small", "text-3")
        row = QHBoxLayout(self)
        spaced(row, margins=(0, 4, 0, 0), gap=10)
        row.addWidget(self._month)
        row.addWidget(self._count)
        row.addWidget(Line(), 1)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Take how many entries each month has, by its first seven letters in ISO 8601."""
        self._counts = counts

    def say_month(self, first: EntryRow) -> None:
        """Say the month of a row."""
        if not first.start_local:
            self._month.setText(translate("Timeline", "Without a date"))
            self._count.setText("")
            return
        month = first.start_local[:7]
        self._month.setText(month_and_year(date.fromisoformat(f"{month}-01")))
        count = self._counts.get(month, 0)
        words = translate("Timeline", "%n entry|%n entries", "", count)
        self._count.setText(words if count else "")
