"""Who wears the stylesheet: a window part by part, and what cannot be seen a little later.

To put a stylesheet on anew takes 0.13 ms for each widget below it. On the window that is 0.25 s
with every page built; on the parts of the window, those that are seen are dressed in a tenth of
that, and the pages behind them between two events, or at the latest when they are shown. In a
running program what is seen is dressed in several turns of the loop, and painted in one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QBoxLayout, QLayout, QSizePolicy, QSpacerItem, QWidget
from shiboken6 import isValid

from logbook.ui.turns import Step, Turns

if TYPE_CHECKING:
    from logbook.ui.style import Look

_DRESSED, _IN_PARTS = 1, 2
_REST_MS = 300  # after a change: what it set in motion comes first
_PAUSE_MS = 40  # between two times: what came in meanwhile is answered first
_BAR_PX = 12  # a scroll bar, as in the stylesheet
_AT_A_TIME_S = 0.008
# By name: to load the classes themselves would cost the start of the program some milliseconds.
_STYLED = (
    "QAbstractScrollArea",
    "QAbstractSpinBox",
    "QComboBox",
    "QLineEdit",
    "QMenu",
    "QScrollBar",
)


class Dressing(QObject):
    """Puts stylesheet, fonts and sizes on what is shown, and follows the look.

    Some ten events go to each widget meanwhile and none of them is a person's: who looks at every
    event of the process can look away from `began` to `ended`.
    """

    began = Signal()
    ended = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.in_turns = False  # a program that runs asks for it
        self._look = look
        self._late: list[QWidget] = []  # wear the look before this one, and are not seen
        self._turns = Turns(self)
        self._turns.began.connect(self.began)
        self._turns.ended.connect(self.ended)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._dress_next)

    def dress(self, part: QWidget) -> None:
        """Put the stylesheet on a part of a window, now and after every change of the look."""
        if part.property("dressed") == _IN_PARTS:
            for child in _children(part):
                if child.property("dressed") == _IN_PARTS or _needs_dress(child):
                    self.dress(child)
            return
        part.setProperty("dressed", _DRESSED)
        part.setStyleSheet(self._look.sheet())

    def dress_in_parts(self, *holders: QWidget) -> None:
        """Have each child of a widget dressed by itself, when it is shown at the latest.

        A holder itself wears nothing: it must not need the stylesheet.
        """
        for holder in holders:
            holder.setProperty("dressed", _IN_PARTS)
            holder.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """True while another look is put on, in turns, and not painted yet."""
        return self._turns.running

    @property
    def behind(self) -> bool:
        """True while something that is not seen wears an older look."""
        return any(isValid(part) for part in self._late)

    def dress_again(self, app: QApplication, first: list[Step], last: Step) -> None:
        """Show another look on all that is seen, and see to the rest later.

        `first` and `last` are done before and after. In turns, where a program asked for them and
        something is seen; a change that overtakes another one takes its place.
        """
        for part in self._late:
            if isValid(part):
                part.removeEventFilter(self)
        self._late.clear()
        windows = app.topLevelWidgets()
        steps = [*first]
        for window in windows:
            steps += self._again(window)
        steps += [self._dress_rest, last]
        if self.in_turns and any(window.isVisible() for window in windows):
            self._turns.take(steps)
        else:
            self._turns.do_now(steps)

    def catch_up(self, page: QWidget) -> None:
        """Dress what is about to be shown, if it still wears an older look."""
        for part in list(self._late):
            if not isValid(part):
                continue
            if part is page or (page.isAncestorOf(part) and part.isVisibleTo(page)):
                self._dress_shown(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            child = event.child()
            if isinstance(child, QWidget) and _needs_dress(child):
                self.dress(child)
        elif event.type() == QEvent.Type.Show and watched in self._late:
            self._dress_shown(watched)
        return False

    def _again(self, part: QWidget) -> Iterator[Step]:
        """Give the steps that put the look on a widget and all that is in it."""
        if part.property("dressed") == _IN_PARTS:
            yield partial(self._if_there, part, self._fit_holder)
            for child in _children(part):
                yield from self._again(child)
        elif part.isVisible():
            yield partial(self._if_there, part, self._dress_whole)
        else:
            part.installEventFilter(self)
            self._late.append(part)
            if not part.window().isVisible():  # what is in it may be measured before it is shown
                yield partial(self._if_there, part, self._dress_late)

    def _if_there(self, part: QWidget, act: Callable[[QWidget], None]) -> None:
        if isValid(part):
            act(part)

    def _fit_holder(self, holder: QWidget) -> None:
        fit_widget(self._look, holder)
        for layout in _layouts(holder):
            fit_layout(self._look, layout)

    def _dress_rest(self) -> None:
        if self._late:
            self._next.start(_REST_MS)

    def _dress_next(self) -> None:
        until = perf_counter() + _AT_A_TIME_S
        while self._late and perf_counter() < until:
            part = self._late[0]
            if isValid(part):
                self._dress_alone(part)
            else:
                del self._late[0]
        if self._late:
            self._next.start(_PAUSE_MS)

    def _dress_shown(self, part: QWidget) -> None:
        """Dress what comes to be seen: now, or before the frame that is being made is painted."""
        if self._turns.running:
            self._turns.add(partial(self._if_there, part, self._dress_late))
        else:
            self._dress_alone(part)

    def _dress_alone(self, part: QWidget) -> None:
        self.began.emit()
        self._dress_late(part)
        self.ended.emit()

    def _dress_late(self, part: QWidget) -> None:
        if part in self._late:
            self._late.remove(part)
            part.removeEventFilter(self)
            self._dress_whole(part)

    def _dress_whole(self, part: QWidget) -> None:
        """Put the look on a widget and all that is in it."""
        inside = [part, *part.findChildren(QWidget)]
        sheet = self._look.sheet()
        for widget in inside:
            if widget.property("dressed") == _DRESSED and widget.styleSheet() != sheet:
                # Replacing a stylesheet polishes each widget once for every widget above it
                # (`updateObjects`, Qt 6.11); taking it off and putting it on does so twice in all.
                widget.setStyleSheet("")
                widget.setStyleSheet(sheet)
        for widget in inside:
            role = widget.property("role")
            if isinstance(role, str):
                widget.setFont(self._look.font(role))
                widget.updateGeometry()  # lines may be farther apart in the same font
            fit_widget(self._look, widget)
        for layout in part.findChildren(QLayout):
            fit_layout(self._look, layout)


class Gap(QSpacerItem):
    """Room between two parts of a box; see `add_gap`."""

    def __init__(self, box: QBoxLayout, size: int) -> None:
        super().__init__(0, 0)
        ways = QBoxLayout.Direction
        self._upright = box.direction() in {ways.TopToBottom, ways.BottomToTop}
        self._size = size

    def fit(self, look: Look) -> None:
        """Have the size at the scale in use."""
        length, policy = look.px(self._size), QSizePolicy.Policy
        if self._upright:
            self.changeSize(0, length, policy.Minimum, policy.Fixed)
        else:
            self.changeSize(length, 0, policy.Fixed, policy.Minimum)


def fit_widget(look: Look, widget: QWidget) -> None:
    """Set the sizes that `sized`, `limited` and `at_least` gave, at the scale in use."""
    kept = widget.property("sized")
    if kept:
        width, height = kept
        if width:
            widget.setFixedWidth(look.px(width))
        if height:
            widget.setFixedHeight(look.px(height))
    limits = widget.property("limited")
    if limits:
        width, height = limits
        if width:
            widget.setMaximumWidth(look.px(width))
        if height:
            widget.setMaximumHeight(look.px(height))
    least = widget.property("at_least")
    if least:
        width, height = least
        if width:
            widget.setMinimumWidth(look.px(width))
        if height:
            widget.setMinimumHeight(look.px(height))


def fit_layout(look: Look, layout: QLayout) -> None:
    """Set the margins and gaps that `spaced` and `add_gap` gave a layout, at the scale in use."""
    kept = layout.property("spaced")
    if kept:
        left, top, right, bottom, gap = (look.px(part) for part in kept)
        if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = right, left  # Qt turns the parts of a layout round, not its margins
        holder = layout.parentWidget()
        if holder is not None and layout.property("beside_bar"):
            bar = look.px(_BAR_PX)
            if holder.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                left = max(left - bar, 0)
            else:
                right = max(right - bar, 0)
        layout.setContentsMargins(left, top, right, bottom)
        layout.setSpacing(gap)
    if layout.property("gaps"):
        for at in range(layout.count()):
            item = layout.itemAt(at)
            if isinstance(item, Gap):
                item.fit(look)
        layout.invalidate()


def _children(holder: QWidget) -> list[QWidget]:
    """Return the widgets directly in a holder; a window that it owns is dressed as a window."""
    only = Qt.FindChildOption.FindDirectChildrenOnly
    return [child for child in holder.findChildren(QWidget, options=only) if not child.isWindow()]


def _layouts(holder: QWidget) -> Iterator[QLayout]:
    """Give the layouts of a widget without those of the widgets in it."""
    layout = holder.layout()
    if layout is not None:
        yield layout
        yield from layout.findChildren(QLayout)


def _needs_dress(child: QWidget) -> bool:
    """Tell whether the stylesheet has a word for a widget, or for anything in it."""
    if child.property("dressed") is not None or child.styleSheet():
        return False
    return (
        any(child.inherits(kind) for kind in _STYLED)
        or child.property("surface") is not None
        or any(isinstance(part, QWidget) for part in child.children())
    )
