"""The keys for leaving fast, as they were chosen; the button is always there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from logbook.ui.watch import InputWatch, LeaveKeys


@pytest.fixture
def left(qapp, qtbot):
    """Press keys in a field and tell how often they left."""
    watch = InputWatch(qapp)
    watch.start()
    times: list[bool] = []
    watch.hide_pressed.connect(lambda: times.append(True))
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()

    def press(keys: LeaveKeys, *pressed: Qt.Key) -> int:
        watch.leave_keys = keys
        times.clear()
        QTest.keyClick(field, Qt.Key.Key_A)  # a new count
        for key in pressed:
            QTest.keyClick(field, key)
        return len(times)

    yield press
    watch.stop()


SHIFT, ESC, F9 = Qt.Key.Key_Shift, Qt.Key.Key_Escape, Qt.Key.Key_F9


@pytest.mark.parametrize(
    ("keys", "leaves", "stays"),
    [
        (LeaveKeys.SHIFT, (SHIFT,) * 3, (ESC, ESC, ESC, F9)),
        (LeaveKeys.ESCAPE, (ESC,) * 3, (SHIFT, SHIFT, SHIFT, F9)),
        (LeaveKeys.F9, (F9,), (SHIFT, SHIFT, SHIFT, ESC, ESC, ESC)),
    ],
)
def test_only_the_chosen_keys_leave(left, keys, leaves, stays):
    assert left(keys, *leaves) == 1
    assert left(keys, *stays) == 0
    assert left(keys, *leaves[:-1]) == 0


def test_no_keys_means_none(left):
    assert left(LeaveKeys.OFF, SHIFT, SHIFT, SHIFT, ESC, ESC, ESC, F9) == 0


def test_another_key_between_starts_the_count_anew(left):
    assert left(LeaveKeys.ESCAPE, ESC, ESC, Qt.Key.Key_B, ESC) == 0
