"""The weeks above the list: bars to press, drag over, and go through with the keys."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.ui.models.timeline_reading import weeks_of
from logbook.ui.style import px
from logbook.ui.widgets.week_strip import WeekStrip

FIRST = date(2026, 9, 7)  # a Monday


@pytest.fixture
def strip(qtbot: QtBot) -> WeekStrip:
    made = WeekStrip()
    qtbot.addWidget(made)
    made.resize(600, 60)
    days = [(FIRST + timedelta(weeks=week), week + 1) for week in range(8)]
    made.set_weeks(weeks_of([(day.isoformat(), count) for day, count in days]))
    made.show()
    return made


def _middle_of(week: int) -> QPoint:
    return QPoint(round((week + 0.4) * px(36)), 20)


def test_a_press_chooses_one_week(strip: WeekStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.chosen) as chosen:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=_middle_of(2))
    assert chosen.args == [(date(2026, 9, 21), date(2026, 9, 27))]


def test_a_drag_chooses_a_span(strip: WeekStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.chosen) as chosen:
        QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=_middle_of(4))
        QTest.mouseMove(strip, _middle_of(2))
        QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=_middle_of(2))
    assert chosen.args == [(date(2026, 9, 21), date(2026, 10, 11))]


def test_keys_choose_a_week_and_say_it(strip: WeekStrip, qtbot: QtBot) -> None:
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert strip.accessibleDescription() == "Week of Monday 19 October 2026: 7"
    with qtbot.waitSignal(strip.chosen) as chosen:
        QTest.keyClick(strip, Qt.Key.Key_Return)
    assert chosen.args == [(date(2026, 10, 19), date(2026, 10, 25))]
    with qtbot.waitSignal(strip.chosen) as chosen:
        QTest.keyClick(strip, Qt.Key.Key_Escape)
    assert chosen.args == [None]


def test_from_right_to_left_the_first_week_is_at_the_right(strip: WeekStrip, qtbot: QtBot) -> None:
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with qtbot.waitSignal(strip.chosen) as chosen:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() - 5, 20))
    assert chosen.args[0][0] == FIRST


def test_one_week_needs_no_strip(strip: WeekStrip) -> None:
    strip.set_weeks(weeks_of([(FIRST.isoformat(), 3)]))
    assert not strip.isVisible()
    strip.set_weeks([])
    assert not strip.isVisible()
    assert not strip.grab().isNull()


def test_the_strip_stays_away_while_it_has_no_room(strip: WeekStrip) -> None:
    strip.give_room(shown=False)
    strip.set_weeks(weeks_of([(FIRST.isoformat(), 1), ("2026-10-20", 1)]))
    assert not strip.isVisible()
    strip.give_room(shown=True)
    assert strip.isVisible()


def test_marked_weeks_are_those_of_the_filter(strip: WeekStrip) -> None:
    strip.mark(date(2026, 9, 16), date(2026, 9, 30))
    assert strip._marked == (1, 3)
    strip.mark(None, None)
    assert strip._marked is None


@pytest.mark.parametrize(
    ("begins", "first"), [(0, date(2026, 9, 7)), (6, date(2026, 9, 6)), (5, date(2026, 9, 5))]
)
def test_weeks_begin_with_the_chosen_day(begins: int, first: date) -> None:
    days = [(FIRST.isoformat(), 2), ((FIRST + timedelta(days=4)).isoformat(), 3)]
    assert weeks_of(days, begins) == ((first, 5),)


def test_the_first_week_of_all_has_no_day_before_it() -> None:
    assert weeks_of([("0001-01-01", 1)], 6) == ((date(1, 1, 1), 1),)
