"""The focus ring: 2 px around whatever has the keyboard, outside its edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from logbook.ui.style import color, px
from logbook.ui.watch import InputWatch
from logbook.ui.widgets import paint

_CLEAR_PX = 12  # between what has the focus and the edge of what scrolls
_REACH_PX = 4  # 2 px gap, 2 px ring
_LIST_REACH_PX = 8  # words begin at the very edge of a list
_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ParentChange,
        QEvent.Type.LayoutRequest,
    }
)


class FocusRing(QWidget):
    """Follows the focus while the person works by keyboard; fields draw their own."""

    def __init__(self, watch: InputWatch, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watch = watch
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    @property
    def target(self) -> QWidget | None:
        """The widget that the ring is around, if it is shown."""
        return self._target if self.isVisible() else None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        where = QRectF(self.rect())
        paint.plate(painter, where, self._corner() + 3, None, color("focus"), 2.0)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._followed:
            if isValid(widget):  # the focus leaves a question that goes with its buttons
                widget.removeEventFilter(self)
        self._target = new if new is not None and self._wanted(new) else None
        self._followed = self._up_to_window(self._target)
        for widget in self._followed:
            widget.installEventFilter(self)
        self._place()

    def _up_to_window(self, widget: QWidget | None) -> list[QWidget]:
        found: list[QWidget] = []
        while widget is not None and widget is not self._window:
            found.append(widget)
            widget = widget.parentWidget()
        return found

    def _wanted(self, widget: QWidget) -> bool:
        if not self._watch.by_keyboard or widget.window() is not self._window:
            return False
        return not widget.property("own_ring")

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        box = QRect(target.mapTo(self._window, target.rect().topLeft()), target.size())
        # A list ends where its page does; sideways the ring must not run over its words.
        is_list = isinstance(target, QAbstractItemView)
        above, beside = (0, _LIST_REACH_PX) if is_list else (_REACH_PX, _REACH_PX)
        box = box.adjusted(-beside, -above, beside, above)
        self.setGeometry(box.intersected(self._room(target)))
        self.raise_()
        self.show()

    def _room(self, target: QWidget) -> QRect:
        """Return the part of the window in which the target can be seen."""
        room = self._window.rect()
        parent = target.parentWidget()
        while parent is not None and parent is not self._window:
            if isinstance(parent.parentWidget(), QAbstractScrollArea):
                corner = parent.mapTo(self._window, parent.rect().topLeft())
                room = room.intersected(QRect(corner, parent.size()))
            parent = parent.parentWidget()
        return room

    def _corner(self) -> int:
        target = self._target
        return px(8) if target is None or not isValid(target) else min(px(8), target.height() // 2)


def tab_stops(zones: list[QWidget]) -> list[QWidget]:
    """Return what Tab stops at: zone after zone, inside each in the order Qt keeps.

    Qt puts every later widget at the end of one chain of the window, so that a page built after
    the bar's buttons, or a chip added to it, would come in the wrong place. What has the focus is
    among them though it was just disabled or hidden: the next stop is the one behind it.
    """
    if not zones:
        return []
    window = zones[0].window()
    here = QApplication.focusWidget()
    chain: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if takes_tab(widget) or widget is here:
            chain.append(widget)
        widget = widget.nextInFocusChain()
    return [stop for zone in zones for stop in chain if zone is stop or zone.isAncestorOf(stop)]


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab may stop at a widget now."""
    # What rules most of a window out stands first: the parts of pages that are not shown.
    return (
        widget.isVisible()
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
    )


def move_focus(stops: list[QWidget], *, forward: bool) -> bool:
    """Give the focus to the next or last stop, and bring it into view; False without stops."""
    if not stops:
        return False
    here = QApplication.focusWidget()
    at = stops.index(here) if here in stops else (-1 if forward else 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stop = stops[(at + (1 if forward else -1)) % len(stops)]
    stop.setFocus(reason)
    parent = stop.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(stop, _CLEAR_PX, _CLEAR_PX)
        parent = parent.parentWidget()
    return True


def number_of_stop(widget: QWidget | None, zones: list[QWidget]) -> int:
    """Return which stop of Tab a widget is, -1 for none."""
    stops = tab_stops(zones)
    return stops.index(widget) if widget in stops else -1


def focus_stop(number: int, zones: list[QWidget]) -> None:
    """Give the focus to a stop of Tab by its number, when there are that many."""
    stops = tab_stops(zones)
    if 0 <= number < len(stops):
        stops[number].setFocus(Qt.FocusReason.OtherFocusReason)


def focus_next_pane(panes: list[QWidget], step: int) -> None:
    """Move the focus to the next or last pane that takes it."""
    here = QApplication.focusWidget()
    inside = (
        number
        for number, pane in enumerate(panes)
        if here is not None and (pane is here or pane.isAncestorOf(here))
    )
    at = next(inside, -1)
    for distance in range(1, len(panes) + 1):
        stop = first_stop(panes[(at + step * distance) % len(panes)])
        if stop is not None:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def first_stop(pane: QWidget) -> QWidget | None:
    """Return the first part of a pane that takes the focus, in the order of Tab."""
    if takes_tab(pane):
        return pane
    stops = [part for part in pane.findChildren(QWidget) if takes_tab(part)]
    return min(stops, key=lambda part: _place_in_pane(part, pane), default=None)


def _place_in_pane(part: QWidget, pane: QWidget) -> tuple[int, int]:
    corner = part.mapTo(pane, part.rect().topLeft())
    return corner.y(), corner.x()
