"""The date field: it repeats what it read, asks where two readings fit, and never makes one up."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.domain.moment import Moment, Precision
from logbook.ui.widgets import when_field
from logbook.ui.widgets.chip import Chip
from logbook.ui.widgets.when_field import Understood, WhenField
from logbook.ui.widgets.wrap_button import WrapButton

NOW = datetime(2026, 11, 12, 23, 37, tzinfo=UTC)


@pytest.fixture
def field(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> WhenField:
    monkeypatch.setattr(when_field, "now_here", lambda: NOW)
    monkeypatch.setattr(when_field, "zone_here", lambda: "UTC")
    made = WhenField()
    qtbot.addWidget(made)
    made.resize(308, 400)
    made.show()
    return made


def _type(field: WhenField, words: str, until: str = "") -> None:
    field.first.clear()
    QTest.keyClicks(field.first, words)
    if until:
        QTest.keyClicks(field.last, until)


def _answers(field: WhenField) -> list[WrapButton]:
    """Return the buttons that are on offer; those of earlier words wait for their end."""
    layout = field._answers
    parts = (layout.itemAt(at).widget() for at in range(layout.count()))
    return [part for part in parts if isinstance(part, WrapButton)]


def test_an_empty_field_means_now_and_says_so(field: WhenField) -> None:
    assert field._echo.text() == "Now: Thursday 12 November 2026, 23:37"
    moment = field.understand().moment
    assert moment is not None
    assert moment.start == NOW
    assert field.typed_at() is None


def test_an_empty_field_follows_the_clock(
    field: WhenField, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = NOW + timedelta(minutes=30)
    monkeypatch.setattr(when_field, "now_here", lambda: later)
    field._clock.timeout.emit()
    assert field._echo.text() == "Now: Friday 13 November 2026, 00:07"


def test_words_are_read_and_repeated_in_full(field: WhenField) -> None:
    _type(field, "yesterday about 8 pm")
    assert field._echo.text() == "Wednesday 11 November 2026, about 20:00"
    assert field.typed_at() == NOW
    assert field.first.accessibleDescription() == field._echo.text()


def test_a_time_that_the_clocks_skipped_is_said(
    field: WhenField, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(when_field, "zone_here", lambda: "Europe/London")
    _type(field, "29 March 2026 01:30")
    assert field._echo.text() == (
        "Sunday 29 March 2026, 02:30 (the clocks went forward over the time you typed)"
    )


def test_what_is_not_understood_is_never_now(field: WhenField) -> None:
    _type(field, "blue")
    understood = field.understand()
    assert understood.moment is None
    assert field._echo.text().startswith("Not understood.")
    assert field.first.property("problem")


def test_two_readings_are_asked_about_with_two_buttons(field: WhenField) -> None:
    _type(field, "3/4")
    assert field.understand().moment is None
    answers = _answers(field)
    assert [one.text() for one in answers] == ["Friday 3 April 2026", "Wednesday 4 March 2026"]
    answers[1].click()
    moment = field.understand().moment
    assert moment is not None
    assert moment.start is not None
    assert moment.start.date().isoformat() == "2026-03-04"
    assert not field._ask.isVisible()
    _type(field, "3/4")
    assert field.understand().moment is None  # words that are typed anew are asked about anew


def test_a_span_has_an_earliest_and_a_latest_time(field: WhenField) -> None:
    field.segments.choose(Precision.BETWEEN)
    assert field.last.isVisible()
    _type(field, "7 Nov 14:00", "16:30")
    assert field._echo.text() == "Saturday 7 November 2026, between 14:00 and 16:30"
    moment = field.understand().moment
    assert moment is not None
    assert moment.precision is Precision.BETWEEN


@pytest.mark.parametrize(
    ("when", "until", "problem"),
    [
        ("", "", "Type a date, or choose Not sure."),
        ("", "16:30", "Type the earliest time too."),
        ("7 Nov 16:30", "7 Nov 14:00", "The latest time lies before the earliest."),
    ],
)
def test_a_span_that_is_none_is_said(field: WhenField, when: str, until: str, problem: str) -> None:
    field.segments.choose(Precision.BETWEEN)
    _type(field, when, until)
    assert field.understand() == Understood(None, problem)


def test_about_widens_an_exact_time(field: WhenField) -> None:
    field.segments.choose(Precision.ABOUT)
    _type(field, "7 Nov 14:00")
    moment = field.understand().moment
    assert moment is not None
    assert moment.precision is Precision.ABOUT
    _type(field, "")
    assert field.understand().moment is None


def test_not_sure_keeps_the_words(field: WhenField) -> None:
    field.segments.choose(Precision.UNKNOWN)
    assert field._echo.text() == "Kept without a date."
    _type(field, "after the party")
    moment = field.understand().moment
    assert moment is not None
    assert (moment.precision, moment.raw) == (Precision.UNKNOWN, "after the party")


def test_quick_words_are_typed_by_a_chip(field: WhenField, qtbot: QtBot) -> None:
    chip = next(one for one in field.findChildren(Chip) if one.text() == "Yesterday")
    with qtbot.waitSignal(field.changed):
        chip.click()
    assert field.first.text() == "Yesterday"
    assert not chip.isChecked()
    assert field._echo.text() == "Wednesday 11 November 2026"


def test_the_moment_of_an_edited_entry_holds_until_it_is_touched(field: WhenField) -> None:
    start = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
    kept = Moment(Precision.EXACT, start, zone="Asia/Tokyo", raw="as typed then")
    field.fill(Precision.EXACT, "5 March 2026 09:00", "", kept=kept)
    assert field.is_untouched()
    assert field.understand().moment is kept
    QTest.keyClicks(field.first, "0")
    assert not field.is_untouched()


def test_words_of_a_draft_mean_the_day_on_which_they_were_typed(field: WhenField) -> None:
    typed = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
    field.fill(Precision.EXACT, "yesterday", "", typed_at=typed)
    assert field._echo.text() == "Wednesday 4 March 2026"
    assert field.typed_at() == typed
    QTest.keyClicks(field.first, " 8 pm")
    assert field._echo.text() == "Wednesday 11 November 2026, 20:00"


def test_a_day_is_picked_from_the_calendar_and_a_time_typed_behind_it(
    field: WhenField, qtbot: QtBot
) -> None:
    field.show()
    field._pick_chip.click()
    assert field.calendar.isVisible()
    days = field.calendar.days
    assert days.accessibleDescription() == "Thursday 12 November 2026"
    QTest.keyClick(days, Qt.Key.Key_Right)  # a day that is still to come is not on offer
    assert days.day == date(2026, 11, 12)
    QTest.keyClick(days, Qt.Key.Key_Up)
    QTest.keyClick(days, Qt.Key.Key_PageUp)
    assert days.day == date(2026, 10, 31)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert not field.calendar.isVisible()
    assert field.first.text() == "31 October 2026 "
    qtbot.keyClicks(field.first, "20:15")
    assert field._echo.text() == "Saturday 31 October 2026, 20:15"


def test_escape_closes_the_calendar_and_the_mouse_picks(field: WhenField, qtbot: QtBot) -> None:
    field.show()
    field._pick_chip.click()
    QTest.keyClick(field.calendar.days, Qt.Key.Key_Escape)
    assert not field.calendar.isVisible()
    assert field.first.text() == ""
    field._pick_chip.click()
    QTest.keyClick(field.calendar.before, Qt.Key.Key_Escape)
    assert not field.calendar.isVisible()
    field._pick_chip.click()
    qtbot.waitUntil(field.calendar.days.isVisible)
    days = field.calendar.days
    cell = next(at for at in range(42) if (days._start() + timedelta(days=at)).day == 3)
    where = days._cell(cell).center().toPoint()
    QTest.mouseClick(days, Qt.MouseButton.LeftButton, pos=where)
    assert field.first.text() == "3 November 2026 "


def test_how_near_about_is_can_be_chosen(field: WhenField) -> None:
    field.segments.choose(Precision.ABOUT)
    field._precision_chosen(None)
    field.first.setText("7 November 2026 20:00")
    field._touched("")
    assert field.about_min() == 0
    field.margin.setCurrentIndex(field.margin.findData(180))
    field.margin.activated.emit(field.margin.currentIndex())
    moment = field.understand().moment
    assert moment is not None
    assert moment.about_min == 180
    assert field._echo.text().endswith("about 20:00, give or take 3 hours")
    field.segments.choose(Precision.EXACT)
    field._precision_chosen(None)
    assert field.margin.isHidden()
