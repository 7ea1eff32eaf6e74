from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logbook.ui.focus import FocusRing, move_focus, tab_stops
from logbook.ui.watch import InputWatch
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.field import LineEdit
from logbook.ui.widgets.surface import ScrollColumn


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[InputWatch]:
    made = InputWatch(qapp)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def window(qtbot: QtBot, activate: Callable[[QWidget], None]) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    body = QWidget()
    column = QVBoxLayout(body)
    for part in (Button("One"), Button("Two"), LineEdit("Three")):
        column.addWidget(part)
    made.setCentralWidget(body)
    activate(made)
    return made


def _in_window(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, part.rect().topLeft()), part.size())


def test_the_ring_is_around_what_the_keyboard_reached(
    window: QMainWindow, watch: InputWatch
) -> None:
    ring = FocusRing(watch, window)
    first, second = window.findChildren(Button)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert ring.target is second
    assert ring.geometry() == _in_window(second, window).adjusted(-4, -4, 4, 4)
    second.resize(second.width() - 40, second.height())
    assert ring.geometry() == _in_window(second, window).adjusted(-4, -4, 4, 4)


def test_a_field_draws_its_own_edge(window: QMainWindow, watch: InputWatch) -> None:
    ring = FocusRing(watch, window)
    second = window.findChildren(Button)[1]
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.findChildren(LineEdit)[0]
    assert ring.target is None


def test_the_mouse_leaves_no_ring(window: QMainWindow, watch: InputWatch) -> None:
    ring = FocusRing(watch, window)
    first, second = window.findChildren(Button)
    first.setFocus()
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is second
    assert ring.target is None


def test_tab_goes_zone_by_zone_whatever_was_made_first(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    bar, page = QWidget(), QWidget()
    column.addWidget(bar)
    column.addWidget(page)
    QVBoxLayout(bar)
    QVBoxLayout(page)
    inside = Button("In the page")
    late = Button("Late in the bar")
    for holder, part in ((page, inside), (bar, late)):
        holder.layout().addWidget(part)
    window.show()
    assert tab_stops([bar, page]) == [late, inside]
    assert tab_stops([]) == []
    assert not move_focus([], forward=True)


class _Zoned(QWidget):
    """A window that moves the focus as the book does."""

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's own name
        return move_focus(tab_stops([self]), forward=forward)


@pytest.mark.parametrize("take_away", [Button.hide, Button.setDisabled])
def test_a_button_that_is_disabled_or_hidden_hands_the_focus_to_the_next(
    qtbot: QtBot, activate: Callable[[QWidget], None], take_away: Callable[..., None]
) -> None:
    window = _Zoned()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second, third = (Button(name) for name in ("One", "Two", "Three"))
    for button in (first, second, third):
        column.addWidget(button)
    activate(window)
    second.setFocus()
    take_away(second, *([True] if take_away is Button.setDisabled else []))
    assert QApplication.focusWidget() is third
    assert first.isEnabled()


def test_what_gets_the_focus_is_scrolled_into_view(
    qtbot: QtBot, activate: Callable[[QWidget], None]
) -> None:
    scroll = ScrollColumn()
    qtbot.addWidget(scroll)
    buttons = [Button(f"Button {number}") for number in range(40)]
    for button in buttons:
        scroll.column.addWidget(button)
    scroll.resize(300, 200)
    activate(scroll)
    buttons[0].setFocus()
    move_focus(buttons, forward=False)
    assert QApplication.focusWidget() is buttons[-1]
    assert scroll.verticalScrollBar().value() == scroll.verticalScrollBar().maximum()


def test_the_ring_outlives_what_it_was_around(window: QMainWindow, watch: InputWatch) -> None:
    ring = FocusRing(watch, window)
    first, second = window.findChildren(Button)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert ring.target is second
    shiboken6.delete(second)  # as a question that was answered goes, with its buttons
    window.resize(window.width() + 10, window.height())
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.target is first
