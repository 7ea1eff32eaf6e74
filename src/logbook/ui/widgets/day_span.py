"""Two days, typed in words: from when to when. Each says which day was read, or what is wrong."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook.errors import DateError
from logbook.i18n import translate
from logbook.tasks import say_date
from logbook.tasks.read_date import read_when
from logbook.tasks.this_computer import now_here, zone_here
from logbook.ui.style import spaced
from logbook.ui.widgets.line_field import Field, LineEdit
from logbook.ui.words import short_day


class Days(NamedTuple):
    """The first and the last day of a span; None where it has no end."""

    first: date | None = None
    last: date | None = None


class DaySpan(QWidget):
    """Both fields side by side; `edited` comes with every key."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = _DayField(translate("Days", "From"))
        self.last = _DayField(translate("Days", "To"))
        row = QHBoxLayout(self)
        spaced(row, gap=10)
        for field in (self.first, self.last):
            field.line.textEdited.connect(self.edited)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)

    def read(self) -> Days | None:
        """Return the days, or None where one cannot be read; its field says so."""
        first, last = self.first.read(end=False), self.last.read(end=True)
        if not (self.first.is_read and self.last.is_read):
            return None
        if first is not None and last is not None and last < first:
            self.last.set_problem(translate("Days", "This day lies before the first one."))
            return None
        return Days(first, last)

    def show_days(self, days: Days) -> None:
        """Show days as if they had been typed."""
        for field, day in zip((self.first, self.last), days, strict=True):
            field.line.setText("" if day is None else short_day(day))
        self.read()

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.first, self.last):
            field.line.clear()
        self.read()


class _DayField(Field):
    """One day."""

    def __init__(self, label: str) -> None:
        self.line = LineEdit(label, translate("Days", "1 June 2026"))
        super().__init__(label, self.line, optional=True)
        self.is_read = True

    def read(self, *, end: bool) -> date | None:
        """Return the day that the words begin with or `end` with, and say it below."""
        words, problem, day = self.line.text().strip(), "", None
        if words:
            try:
                moment = read_when(words, now=now_here(), zone=zone_here()).moment
            except DateError as error:
                problem = say_date.explain(error)
            else:
                found = (moment.end if end else None) or moment.start
                day = found.date() if found is not None else None
        self.is_read = not problem
        self.set_problem(problem)
        self.set_hint(say_date.say_day(day) if day is not None else "")
        return day
