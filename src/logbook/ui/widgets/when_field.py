"""When it happened: how exactly it is known, the words for it, and what the program understood."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from logbook.domain.moment import Moment, Precision
from logbook.errors import DateAmbiguous, DateError
from logbook.i18n import translate
from logbook.tasks import say_date
from logbook.tasks.read_date import Reading
from logbook.tasks.read_span import read_span
from logbook.tasks.this_computer import now_here, zone_here
from logbook.ui.style import set_variant, spaced
from logbook.ui.widgets.chip import Chip, ChipFlow
from logbook.ui.widgets.choice import Segmented
from logbook.ui.widgets.field import LineEdit, Select
from logbook.ui.widgets.month_picker import MonthPicker
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.wrap_button import WrapButton

_NOW_AGAIN_MS = 20_000  # how often the echo of an empty box says the time anew


class Understood(NamedTuple):
    """What the boxes mean: a moment, the words for why they mean none, or several readings.

    `said` is what a person should notice about a moment that was read from their words.
    """

    moment: Moment | None
    problem: str
    readings: tuple[Reading, ...] = ()
    said: str = ""


class WhenField(QWidget):
    """Takes dates and words such as "yesterday about 8 pm", and always says what it read.

    Words are relative to the time at which they were typed, however much later they are saved: a
    draft with "last night" must not mean another night on the next day.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: Moment | None = None  # an edited entry's own moment, until it is touched
        self._picked: Reading | None = None  # the answer to an ambiguous date
        self._typed_at: datetime | None = None
        self.segments = Segmented(
            translate("When", "How exactly you know it"),
            (
                (Precision.EXACT, translate("When", "Exact")),
                (Precision.ABOUT, translate("When", "About")),
                (Precision.BETWEEN, translate("When", "Between")),
                (Precision.UNKNOWN, translate("When", "Not sure")),
            ),
        )
        self._build_day()
        self._build_words()
        self._put_together()
        self.segments.chosen.connect(self._precision_chosen)
        self.first.textEdited.connect(self._touched)
        self.last.textEdited.connect(self._touched)
        self._clock = QTimer(self)
        self._clock.setInterval(_NOW_AGAIN_MS)
        self._clock.timeout.connect(self._say)
        self._lay_out()
        self._say()

    def _build_day(self) -> None:
        words = translate("When", "Pick a date")
        self._pick_chip = Chip(words, icon="calendar-check", checkable=True)
        self._pick_chip.setToolTip(translate("When", "Show a calendar"))
        self._pick_chip.clicked.connect(self._turn_calendar)
        self._quick = self._build_quick()
        self.calendar = MonthPicker()
        self.calendar.picked.connect(self._picked_day)
        self.calendar.closed.connect(self._close_calendar)
        self.calendar.hide()

    def _build_words(self) -> None:
        self.margin = Select(translate("When", "Give or take"))
        for minutes, words in _margins():
            self.margin.addItem(words, minutes)
        self.margin.activated.connect(self._margin_chosen)
        self._margin_label = Text(translate("When", "Give or take"), "small", "text-2")
        self._margin_label.setBuddy(self.margin)
        self._first_label = Text("", "small", "text-2", wrap=True)
        self.first = LineEdit(translate("When", "Date and time"))
        self._last_label = Text(translate("When", "Latest"), "small", "text-2")
        self.last = LineEdit(translate("When", "Latest"), "16:30")
        self._echo = Text("", "small", "text-2", wrap=True)
        self._ask = QWidget()
        self._answers = QVBoxLayout(self._ask)
        spaced(self._answers, gap=6)

    def _put_together(self) -> None:
        row = QHBoxLayout()
        spaced(row, margins=(0, 0, 0, 4))
        row.addWidget(self.segments)
        row.addStretch(1)
        column = QVBoxLayout(self)
        spaced(column, gap=5)
        column.addLayout(row)
        for part in (
            self._quick,
            self.calendar,
            self._first_label,
            self.first,
            self._last_label,
            self.last,
            self._margin_label,
            self.margin,
            self._echo,
            self._ask,
        ):
            column.addWidget(part)

    def precision(self) -> Precision:
        """Return how exactly the person says they know it."""
        value = self.segments.value()
        return value if isinstance(value, Precision) else Precision.EXACT

    def fill(
        self,
        precision: Precision,
        when: str,
        until: str,
        *,
        kept: Moment | None = None,
        typed_at: datetime | None = None,
        about_min: int = 0,
    ) -> None:
        """Show words that were typed before, at `typed_at`; `kept` holds until it is touched."""
        self.segments.choose(precision)
        self._close_calendar()
        self.margin.setCurrentIndex(max(self.margin.findData(about_min), 0))
        self.first.setText(when)
        self.last.setText(until)
        self._kept, self._typed_at, self._picked = kept, typed_at, None
        self._lay_out()
        self._say()

    def typed_at(self) -> datetime | None:
        """Return what the words are relative to; None while the box means now."""
        return self._typed_at

    def is_untouched(self) -> bool:
        """Tell whether an edited entry's own moment still holds."""
        return self._kept is not None

    def understand(self) -> Understood:
        """Read the boxes. Empty boxes of a new entry mean now, and the echo has said so."""
        if self._kept is not None:
            return Understood(self._kept, "")
        if self._picked is not None:
            return self._understood(self._picked)
        words = self.first.text().strip()
        until = self.last.text().strip()
        if self.precision() is not Precision.UNKNOWN and not words:
            return self._nothing_typed(until)
        try:
            return self._understood(self._read(words, until))
        except DateAmbiguous as error:
            readings = tuple(one for one in error.readings if isinstance(one, Reading))
            return Understood(None, say_date.ask(error), readings)
        except DateError as error:
            return Understood(None, say_date.explain(error))

    def pick(self, reading: Reading) -> None:
        """Take one of several readings."""
        self._picked = reading
        self._say()
        self.changed.emit()
        self.first.setFocus()  # the answer that was pressed goes away

    def type_words(self, words: str) -> None:
        """Put quick words into the box."""
        if self.precision() is not Precision.ABOUT:
            self.segments.choose(Precision.EXACT)
        self.first.setText(words)
        self._touched(words)

    def about_min(self) -> int:
        """Return the chosen half width in minutes, 0 where the words tell it."""
        chosen = self.margin.currentData()
        return chosen if isinstance(chosen, int) else 0

    def _understood(self, reading: Reading) -> Understood:
        """Return what a reading means, with the half width that was chosen for it."""
        moment, margin = reading.moment, self.about_min()
        if margin and moment.precision is Precision.ABOUT:
            moment = replace(moment, about_min=margin)
            return Understood(moment, "", said=say_date.say_when(moment))
        return Understood(moment, "", said=say_date.say_reading(reading))

    def _turn_calendar(self) -> None:
        shown = self._pick_chip.isChecked()
        if shown:
            moment = self.understand().moment
            today = now_here().date()
            known = moment.start.date() if moment is not None and moment.start else today
            self.calendar.show_day(min(known, today), today)
        self.calendar.setVisible(shown)
        if shown:
            self.calendar.setFocus()

    def _close_calendar(self) -> None:
        focus = QApplication.focusWidget()
        back = focus is not None and self.calendar.isAncestorOf(focus)
        self._pick_chip.setChecked(False)
        self.calendar.hide()
        if back:
            self._pick_chip.setFocus()

    def _picked_day(self, day: date) -> None:
        """Put the day into the box; the time can be typed behind it."""
        self._close_calendar()
        self.type_words(f"{day.day} {say_date.month_name(day.month)} {day.year} ")
        self.first.setFocus()

    def _margin_chosen(self, _at: int) -> None:
        self._kept = None
        self._say()
        self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def _build_quick(self) -> ChipFlow:
        quick = ChipFlow()
        for words in (
            translate("When", "Now"),
            translate("When", "Earlier today"),
            translate("When", "Last night"),
            translate("When", "Yesterday"),
        ):
            chip = Chip(words, checkable=True)
            chip.clicked.connect(_Type(self, chip))
            quick.add(chip)
        quick.add(self._pick_chip)
        return quick

    def _now(self) -> datetime:
        if self._typed_at is None:
            return now_here()
        return self._typed_at.astimezone(ZoneInfo(zone_here()))

    def _nothing_typed(self, until: str) -> Understood:
        if self.precision() is not Precision.EXACT:
            if self.precision() is Precision.BETWEEN and until:
                return Understood(None, translate("When", "Type the earliest time too."))
            return Understood(None, translate("When", "Type a date, or choose Not sure."))
        start = self._now().replace(second=0, microsecond=0)
        return Understood(Moment(Precision.EXACT, start=start, zone=zone_here()), "")

    def _read(self, words: str, until: str) -> Reading:
        precision = self.precision()
        between = precision is Precision.BETWEEN
        return read_span(
            words,
            until if between else None,
            now=self._now(),
            zone=zone_here(),
            precision=None if precision is Precision.EXACT else precision,
        )

    def _touched(self, _words: str) -> None:
        self._kept = self._picked = None
        typed = self.first.text().strip() or self.last.text().strip()
        self._typed_at = now_here() if typed else None
        self._say()
        self.changed.emit()

    def _precision_chosen(self, _value: object) -> None:
        self._kept = self._picked = None
        self._lay_out()
        self._say()
        self.changed.emit()

    def _lay_out(self) -> None:
        precision = self.precision()
        between = precision is Precision.BETWEEN
        self._last_label.setVisible(between)
        self.last.setVisible(between)
        self._quick.setVisible(precision in {Precision.EXACT, Precision.ABOUT})
        if self._quick.isHidden():
            self._close_calendar()
        for part in (self._margin_label, self.margin):
            part.setVisible(precision is Precision.ABOUT)
        labels = {
            Precision.BETWEEN: translate("When", "Earliest"),
            Precision.UNKNOWN: translate("When", "In your own words, such as in spring"),
        }
        label = labels.get(precision, translate("When", "Date and time, or words"))
        self._first_label.setText(label)
        self.first.setAccessibleName(label)
        hints = {
            Precision.BETWEEN: translate("When", "7 Nov 14:00"),
            Precision.UNKNOWN: translate("When", "in spring"),
        }
        self.first.setPlaceholderText(
            hints.get(precision, translate("When", "yesterday about 8 pm"))
        )

    def _say(self) -> None:
        """Repeat what was read, in full words; ask with buttons where several readings fit."""
        understood = self.understand()
        while (item := self._answers.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for reading in understood.readings:
            answer = WrapButton(say_date.say_reading(reading), framed=True)
            answer.clicked.connect(_Pick(self, reading))
            self._answers.addWidget(answer)
        self._ask.setVisible(bool(understood.readings))
        problem = bool(understood.problem) and bool(self.first.text().strip())
        set_variant(self.first, "problem", problem and not understood.readings)
        self._echo.set_colour("danger" if problem and not understood.readings else "text-2")
        self._echo.setText(self._echo_words(understood))
        self.first.setAccessibleDescription(self._echo.text())

    def _echo_words(self, understood: Understood) -> str:
        if understood.readings:
            return translate("When", "This can be read in more than one way. Which do you mean?")
        if understood.moment is None:
            return understood.problem
        said = understood.said or say_date.say_when(understood.moment)
        if self._kept is not None or self.first.text().strip():
            return said
        if self.precision() is Precision.UNKNOWN:
            return translate("When", "Kept without a date.")
        if self._typed_at is not None:
            return translate("When", "When you wrote this: {when}", when=said)
        return translate("When", "Now: {when}", when=said)


def _margins() -> tuple[tuple[int, str], ...]:
    """Return the half widths on offer, in minutes; 0 leaves it to the words."""
    hour, day = 60, 24 * 60
    return (
        (0, translate("When", "As the words say")),
        (15, translate("When", "15 minutes")),
        (hour, translate("When", "1 hour")),
        (3 * hour, translate("When", "3 hours, a part of the day")),
        (day, translate("When", "1 day")),
        (7 * day, translate("When", "1 week")),
        (30 * day, translate("When", "30 days, about a month")),
    )


class _Type:
    """Types quick words when their chip is pressed; the chip is a button, not a state."""

    def __init__(self, field: WhenField, chip: Chip) -> None:
        self._field = field
        self._chip = chip

    def __call__(self) -> None:
        self._chip.setChecked(False)
        self._field.type_words(self._chip.text())


class _Pick:
    """Takes a reading when its button is pressed."""

    def __init__(self, field: WhenField, reading: Reading) -> None:
        self._field = field
        self._reading = reading

    def __call__(self) -> None:
        self._field.pick(self._reading)
