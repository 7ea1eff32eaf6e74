"""When it happened: how exactly it is known, the words for it, and what the program understood."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.moment import Moment, Precision
from logbook.errors import DateAmbiguous, DateError
from logbook.i18n import translate
from logbook.tasks import say_date
from logbook.tasks.read_span import read_span
from logbook.tasks.this_computer import date_order_here, now_here, zone_here
from logbook.ui.failures import words_for
from logbook.ui.style import set_variant, spaced
from logbook.ui.widgets.button import Button, Size
from logbook.ui.widgets.chip import Chip, ChipFlow
from logbook.ui.widgets.choice import Segmented
from logbook.ui.widgets.field import LineEdit
from logbook.ui.widgets.text import Text


class Understood(NamedTuple):
    """What the boxes mean: a moment, or the words for why they mean none."""

    moment: Moment | None
    problem: str
    readings: tuple[tuple[str, str], ...] = ()  # date order -> the reading in words


class WhenField(QWidget):
    """Takes dates and words such as "yesterday about 8 pm", and always says what it read."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = ""
        self._kept: Moment | None = None  # an edited entry's own moment, until it is touched
        self.segments = Segmented(
            translate("When", "How exactly you know it"),
            (
                (Precision.EXACT, translate("When", "Exact")),
                (Precision.ABOUT, translate("When", "About")),
                (Precision.BETWEEN, translate("When", "Between")),
                (Precision.UNKNOWN, translate("When", "Not sure")),
            ),
        )
        self._quick = ChipFlow()
        for words in (
            translate("When", "Now"),
            translate("When", "Earlier today"),
            translate("When", "Last night"),
            translate("When", "Yesterday"),
        ):
            chip = Chip(words, checkable=True)
            chip.setCheckable(False)
            chip.clicked.connect(_Type(self, words))
            self._quick.add(chip)
        self._first_label = Text("", "small", "text-2")
        self.first = LineEdit(translate("When", "Date and time"))
        self._last_label = Text(translate("When", "Latest"), "small", "text-2")
        self.last = LineEdit(translate("When", "Latest"))
        self._echo = Text("", "small", "text-2", wrap=True)
        self._ask = QWidget()
        asked = QHBoxLayout(self._ask)
        spaced(asked, gap=8)
        self._answers = asked
        column = QVBoxLayout(self)
        spaced(column, gap=5)
        row = QHBoxLayout()
        row.addWidget(self.segments)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(4)
        for part in (
            self._quick,
            self._first_label,
            self.first,
            self._last_label,
            self.last,
            self._echo,
            self._ask,
        ):
            column.addWidget(part)
        self.segments.chosen.connect(self._precision_chosen)
        self.first.textEdited.connect(self._touched)
        self.last.textEdited.connect(self._touched)
        self._lay_out()
        self._say()

    def precision(self) -> Precision:
        """Return how exactly the person says they know it."""
        value = self.segments.value()
        return value if isinstance(value, Precision) else Precision.EXACT

    def fill(self, precision: Precision, when: str, until: str, kept: Moment | None) -> None:
        """Show words that were typed before; `kept` holds until something is touched."""
        self._kept = kept
        self.segments.choose(precision)
        self.first.setText(when)
        self.last.setText(until)
        self._kept = kept
        self._lay_out()
        self._say()

    def is_untouched(self) -> bool:
        """Tell whether an edited entry's own moment still holds."""
        return self._kept is not None

    def understand(self, now: datetime | None = None) -> Understood:
        """Read the boxes. Empty boxes of a new entry mean now, and the echo has said so."""
        if self._kept is not None:
            return Understood(self._kept, "")
        precision = self.precision()
        words = self.first.text().strip()
        now = now or now_here()
        if precision is Precision.UNKNOWN:
            return Understood(Moment(Precision.UNKNOWN, zone=zone_here(), raw=words), "")
        if not words:
            return self._nothing_typed(now)
        until = self.last.text().strip() if precision is Precision.BETWEEN else ""
        order = self._order
        try:
            return Understood(self._read(words, until, now, order), "")
        except DateAmbiguous:
            return Understood(None, "", self._readings(words, until, now))
        except DateError as error:
            said = words_for(error)
            return Understood(None, f"{said.title}. {said.what}".strip())

    def _nothing_typed(self, now: datetime) -> Understood:
        """An exact time that was not typed is now, and the echo says so."""
        if self.precision() is not Precision.EXACT:
            return Understood(None, translate("When", "Type a date, or choose Not sure."))
        start = now.replace(second=0, microsecond=0)
        return Understood(Moment(Precision.EXACT, start=start, zone=zone_here()), "")

    def _read(self, words: str, until: str, now: datetime, order: str) -> Moment:
        precision = self.precision()
        wanted = precision if precision is Precision.ABOUT else None
        return read_span(
            words, until or None, now=now, zone=zone_here(), order=order, precision=wanted
        )

    def _readings(self, words: str, until: str, now: datetime) -> tuple[tuple[str, str], ...]:
        """Return both readings of a date such as 3/4, the one usual here first."""
        orders = ("mdy", "dmy") if date_order_here() == "mdy" else ("dmy", "mdy")
        found = []
        for order in orders:
            try:
                moment = self._read(words, until, now, order)
            except DateError:
                continue
            found.append((order, say_date.say_when(moment)))
        return tuple(found)

    def choose_order(self, order: str) -> None:
        """Take one of two readings."""
        self._order = order
        self._say()
        self.changed.emit()

    def type_words(self, words: str) -> None:
        """Put quick words into the box."""
        self._kept = None
        self._order = ""
        self.segments.choose(Precision.EXACT)
        self.first.setText(words)
        self._say()
        self.changed.emit()

    def _touched(self, _words: str) -> None:
        self._kept = None
        self._order = ""
        self._say()
        self.changed.emit()

    def _precision_chosen(self, _value: object) -> None:
        self._kept = None
        self._lay_out()
        self._say()
        self.changed.emit()

    def _lay_out(self) -> None:
        precision = self.precision()
        between = precision is Precision.BETWEEN
        self._last_label.setVisible(between)
        self.last.setVisible(between)
        self._quick.setVisible(precision in {Precision.EXACT, Precision.ABOUT})
        labels = {
            Precision.BETWEEN: translate("When", "Earliest"),
            Precision.UNKNOWN: translate("When", "In your own words, such as in spring"),
        }
        label = labels.get(precision, translate("When", "Date and time, or words"))
        self._first_label.setText(label)
        self.first.setAccessibleName(label)
        self.first.setPlaceholderText(
            translate("When", "yesterday about 8 pm")
            if precision is not Precision.UNKNOWN
            else translate("When", "in spring")
        )

    def _say(self) -> None:
        """Repeat what was read, in full words; ask with two buttons where two readings fit."""
        understood = self.understand()
        while (item := self._answers.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for order, words in understood.readings:
            button = Button(words, size=Size.SMALL)
            button.clicked.connect(_Choose(self, order))
            self._answers.addWidget(button)
        self._answers.addStretch(1)
        self._ask.setVisible(bool(understood.readings))
        problem = bool(understood.problem) and bool(self.first.text().strip())
        set_variant(self.first, "problem", problem)
        self._echo.set_colour("danger" if problem else "text-2")
        if understood.moment is not None:
            words = say_date.say_when(understood.moment)
            empty = not self.first.text().strip() and self._kept is None
            if empty and self.precision() is Precision.EXACT:
                words = translate("When", "Now: {when}", when=words)
            self._echo.setText(words)
        elif understood.readings:
            self._echo.setText(translate("When", "This can be two days. Which one do you mean?"))
        else:
            self._echo.setText(understood.problem)


class _Type:
    """Types quick words when its chip is pressed."""

    def __init__(self, field: WhenField, words: str) -> None:
        self._field = field
        self._words = words

    def __call__(self) -> None:
        self._field.type_words(self._words)


class _Choose:
    """Takes a reading when its button is pressed."""

    def __init__(self, field: WhenField, order: str) -> None:
        self._field = field
        self._order = order

    def __call__(self) -> None:
        self._field.choose_order(self._order)
