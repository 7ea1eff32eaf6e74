"""The days to choose messages from: a button that says them, and two fields that it opens."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.later import Later
from logbook.ui.style import spaced
from logbook.ui.widgets.button import Button, IconButton
from logbook.ui.widgets.day_span import Days, DaySpan
from logbook.ui.widgets.line_field import Field
from logbook.ui.words import short_day, span_of_days

_ALWAYS = Days()
_READ_AFTER_MS = 500  # half a date is no mistake yet


class ImportDays(QWidget):
    """The fields; `button` stands elsewhere. `changed` comes when other days are chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = _ALWAYS
        self.button = Button(icon="calendar-check", trailing="caret-down")
        self.button.elide()
        self.button.setCheckable(True)
        self.button.toggled.connect(self._toggled)
        self.span = DaySpan()
        self.span.edited.connect(self._wait)
        for field in (self.span.first, self.span.last):
            field.line.left_field.connect(self._read)
            field.line.returnPressed.connect(self._read)
        self.all = IconButton("x", translate("Import", "Show all dates"))
        self.all.clicked.connect(self._take_all)
        row = QHBoxLayout(self)
        spaced(row, margins=(0, 2, 0, 4), gap=6)
        row.addWidget(self.span, 1)
        # As a field, so that it stands in line with the others.
        row.addWidget(Field("", self.all), 0, Qt.AlignmentFlag.AlignTop)
        self._later = Later(self, _READ_AFTER_MS, self._read)
        self._say()
        self.hide()

    @property
    def is_settled(self) -> bool:
        """False while a day is being typed."""
        return not self._later.isActive()

    def forget(self) -> None:
        """Choose all days without a word, as for another file."""
        self._later.stop()
        self.span.clear()
        self.days = _ALWAYS
        self.button.setChecked(False)
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()

    def _toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        if shown:
            self.show()
            self.span.first.line.setFocus()
        else:
            self._read()
            self.hide()

    def _take_all(self) -> None:
        self.span.clear()
        self.button.setChecked(False)
        self.button.setFocus()
        self._read()

    def _wait(self) -> None:
        self._later.start()

    def _read(self) -> None:
        """Take the days; where they cannot be read, those from before stay."""
        self._later.stop()
        days = self.span.read()
        if days is not None and days != self.days:
            self.days = days
            self._say()
            self.changed.emit()

    def _say(self) -> None:
        first, last = self.days
        words = translate("Import", "All dates")
        if first is not None and last is not None:
            words = span_of_days(first, last)
        elif first is not None:
            words = translate("Import", "From {day}", day=short_day(first))
        elif last is not None:
            words = translate("Import", "To {day}", day=short_day(last))
        self.button.setText(words)
        self.button.setAccessibleName(translate("Import", "Dates: {days}", days=words))
        self.button.setToolTip(words)
