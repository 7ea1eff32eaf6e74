"""Work on what is seen goes on in turns of the loop, behind the frame before it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logbook.ui import turns
from logbook.ui.turns import Turns
from logbook.ui.watch import InputWatch


class Leaf(QWidget):
    """Says how far the work was at each paint."""

    def __init__(self, done: list[str]) -> None:
        super().__init__()
        self.done = done
        self.painted: list[int] = []

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        self.painted.append(len(self.done))


class Window(QWidget):
    """A window with a part that paints itself, one of Qt's, and one that hides what is below."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.leaf = Leaf(self.done)
        self.inner = Leaf(self.done)
        self.cover = Leaf(self.done)
        self.cover.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        QVBoxLayout(self.leaf).addWidget(self.inner)
        self.line = QLineEdit()
        column = QVBoxLayout(self)
        for part in (self.leaf, self.cover, self.line):
            column.addWidget(part)

    def leaves(self) -> tuple[Leaf, Leaf, Leaf]:
        return self.leaf, self.inner, self.cover

    def step(self, name: str) -> None:
        self.done.append(name)
        for leaf in self.leaves():
            leaf.repaint()
        self.repaint()


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    monkeypatch.setattr(turns, "_TURN_S", 0.0)  # one step in each turn
    made = Window()
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: bool(made.cover.painted))
    for leaf in made.leaves():
        leaf.painted.clear()
    return made


@pytest.fixture
def work(qapp: QApplication) -> Iterator[Turns]:
    made = Turns(qapp)
    yield made
    made.deleteLater()


def _wait(qtbot: QtBot, work: Turns) -> None:
    qtbot.waitUntil(lambda: not work.running)


def _steps(window: Window, names: str) -> list[turns.Step]:
    return [partial(window.step, name) for name in names]


def test_nothing_is_painted_before_the_last_step_and_all_once_after_it(
    qtbot: QtBot, window: Window, work: Turns
) -> None:
    work.take(_steps(window, "abc"))
    assert not window.done, "in turns of its own"
    _wait(qtbot, work)
    assert window.done == ["a", "b", "c"]
    assert [leaf.painted for leaf in window.leaves()] == [[3], [3], [3]]
    assert window.updatesEnabled()
    assert window.inner.updatesEnabled()


def test_nothing_done_by_others_meanwhile_is_painted_either(
    qtbot: QtBot, window: Window, work: Turns
) -> None:
    late = QLabel("Words", window)
    work.take([*_steps(window, "ab"), late.show, partial(window.line.setText, "Words")])
    _wait(qtbot, work)
    assert window.leaf.painted == [2]
    assert late.updatesEnabled()


def test_a_part_that_paints_nothing_by_its_own_wish_stays_so(
    qtbot: QtBot, window: Window, work: Turns
) -> None:
    window.leaf.setUpdatesEnabled(False)
    work.take(_steps(window, "a"))
    _wait(qtbot, work)
    assert not window.leaf.painted
    assert not window.leaf.updatesEnabled()
    window.leaf.setUpdatesEnabled(True)
    qtbot.waitUntil(lambda: bool(window.inner.painted))


def test_keys_are_answered_between_two_steps(
    qtbot: QtBot, qapp: QApplication, window: Window, work: Turns
) -> None:
    watch = InputWatch(qapp)
    watch.start()
    pressed: list[int] = []
    watch.hide_pressed.connect(lambda: pressed.append(len(window.done)))

    def press() -> None:
        QTest.keyClick(window.line, Qt.Key.Key_A)
        for _ in range(3):
            QTest.keyClick(window.line, Qt.Key.Key_Shift)

    steps = _steps(window, "abcdef")
    steps.insert(3, lambda: QTimer.singleShot(0, press))
    work.take(steps)
    _wait(qtbot, work)
    watch.stop()
    assert window.line.text() == "a"
    assert pressed
    assert pressed[0] < len(window.done)


def test_who_looks_at_events_looks_again_after_each_turn(
    qtbot: QtBot, window: Window, work: Turns
) -> None:
    told: list[str] = []
    work.began.connect(lambda: told.append("began"))
    work.ended.connect(lambda: told.append("ended"))
    work.take(_steps(window, "ab"))
    _wait(qtbot, work)
    assert told == ["began", "ended"] * 2


def test_what_a_step_raises_keeps_no_window_from_painting(
    qtbot: QtBot, window: Window, work: Turns
) -> None:
    told: list[str] = []
    work.ended.connect(lambda: told.append("ended"))

    def fail() -> None:
        message = "a step"
        raise ValueError(message)

    with qtbot.captureExceptions() as caught:
        work.take([*_steps(window, "a"), fail, *_steps(window, "b")])
        _wait(qtbot, work)
    assert [kind for kind, _, _ in caught] == [ValueError]
    assert window.done == ["a", "b"]
    assert window.leaf.painted == [2]
    assert len(told) == 3

    with pytest.raises(ValueError, match="a step"):
        work.do_now([fail])
    assert window.updatesEnabled()


def test_steps_that_come_later_take_the_place_of_those_that_are_left(
    qtbot: QtBot, window: Window, work: Turns
) -> None:
    steps = _steps(window, "abc")
    steps.insert(1, lambda: work.take(_steps(window, "xy")))
    work.take(steps)
    _wait(qtbot, work)
    assert window.done == ["a", "x", "y"]
    assert window.leaf.painted == [3]


def test_what_a_step_asks_for_besides_is_done_before_anything_is_painted(
    qtbot: QtBot, window: Window, work: Turns
) -> None:
    work.take([lambda: work.add(partial(window.step, "b")), *_steps(window, "a")])
    _wait(qtbot, work)
    assert window.done == ["a", "b"]
    assert window.leaf.painted == [2]


def test_other_timers_have_their_turn_between_two_steps(
    qtbot: QtBot, window: Window, work: Turns
) -> None:
    beats: list[int] = []
    beat = QTimer(window)
    beat.timeout.connect(lambda: beats.append(len(window.done)))
    beat.start(0)
    work.take(_steps(window, "abcd"))
    _wait(qtbot, work)
    beat.stop()
    assert {1, 2, 3} <= set(beats)


def test_steps_that_are_done_now_take_their_place_too(
    qtbot: QtBot, window: Window, work: Turns
) -> None:
    work.take(_steps(window, "abc"))
    work.do_now(_steps(window, "x"))
    assert window.done == ["x"]
    assert not work.running
    assert window.leaf.painted[-1] == 1
    qtbot.wait(5)
    assert window.done == ["x"]


def test_a_window_that_goes_or_hides_meanwhile_is_no_matter(
    qtbot: QtBot, window: Window, work: Turns
) -> None:
    other = QWidget()
    other.show()
    steps = _steps(window, "abcd")
    steps.insert(1, other.deleteLater)
    steps.insert(2, window.hide)
    steps.insert(4, window.show)
    work.take(steps)
    _wait(qtbot, work)
    assert window.leaf.painted == [4]


class Layouts(QObject):
    """Counts the requests for a layout that come to a widget while it may see them."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.seen += event.type() == QEvent.Type.LayoutRequest
        return False


def test_what_a_step_moves_is_laid_out_before_the_turn_ends(
    qtbot: QtBot, window: Window, work: Turns
) -> None:
    layouts = Layouts()
    work.ended.connect(lambda: window.installEventFilter(layouts))
    work.began.connect(lambda: window.removeEventFilter(layouts))
    work.take([partial(window.line.setMinimumHeight, 99), *_steps(window, "a")])
    _wait(qtbot, work)
    assert window.line.height() == 99
    assert not layouts.seen
