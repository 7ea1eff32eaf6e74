"""What is worth a look before a report is saved: one line each, and the way to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.style import color, px, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.labelled import Glyph
from logbook.ui.widgets.text import Text
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.export.checks import Check

_SHOWN = 12


class ReportLooks(QWidget):
    """The amber card; shows nothing while there is nothing to look at. It never blocks."""

    look = Signal(object)  # the Check

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks: tuple[Check, ...] = ()
        self._all = False
        self._column = QVBoxLayout(self)
        spaced(self._column, margins=(14, 10, 16, 12), gap=4)
        self.hide()

    @property
    def checks(self) -> tuple[Check, ...]:
        """What is listed."""
        return self._checks

    def say(self, checks: Sequence[Check]) -> None:
        """List what was found."""
        if tuple(checks) == self._checks:
            return
        self._checks = tuple(checks)
        self._fill()
        self.setVisible(bool(checks))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.plate(paint.begin(self), self.rect(), px(10), color("warning-soft"))

    def _fill(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not self._checks:
            return
        self._column.addWidget(self._head())
        shown = self._checks if self._all else self._checks[:_SHOWN]
        for check in shown:
            self._column.addWidget(self._row(check))
        left = len(self._checks) - len(shown)
        if left:
            words = translate("Report", "and {count} more", count=locale().toString(left))
            more = Button(words, Variant.LINK)
            more.clicked.connect(self._show_all)
            self._column.addWidget(_left(more))

    def _head(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        spaced(row, margins=(0, 0, 0, 2), gap=10)
        row.addWidget(Glyph("warning", 18, "warning"))
        row.addWidget(Text(how_many(len(self._checks)), "strong", "on-warning-soft", wrap=True), 1)
        return held

    def _row(self, check: Check) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        spaced(row, gap=12)
        row.addWidget(Text(check.message, "small", "text-2", wrap=True), 1)
        if check.page is not None or check.about:
            link = Button(translate("Report", "Look"), Variant.LINK)
            link.setAccessibleName(translate("Report", "Look: {what}", what=check.message))
            link.clicked.connect(partial(self.look.emit, check))
            row.addWidget(link)
        return held

    def _show_all(self) -> None:
        self._all = True
        self._fill()


def how_many(count: int) -> str:
    """Say how many things there are to look at, a small number in a word."""
    said = {
        1: translate("Report", "One thing to look at"),
        2: translate("Report", "Two things to look at"),
        3: translate("Report", "Three things to look at"),
    }
    many = translate("Report", "%n thing to look at|%n things to look at", "", count)
    return said.get(count, many)


def _left(widget: QWidget) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    spaced(row, gap=0)
    row.addWidget(widget)
    row.addStretch(1)
    return held
