"""The bar over the list while several entries are chosen: how many, and what to do with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.style import spaced
from logbook.ui.widgets.button import Button, IconButton, Size, Variant
from logbook.ui.widgets.chip import ChipFlow
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text

MOST_TEXTS = 2_000  # what more entries said before would not be held, to take it back


class ChoiceBar(Surface):
    """Shown in place of the month; each button acts on all that are chosen, in one save."""

    remove_pressed = Signal()
    star_pressed = Signal()
    later_pressed = Signal()
    report_pressed = Signal()
    person_pressed = Signal()
    kind_pressed = Signal()
    restore_pressed = Signal()
    erase_pressed = Signal()
    closed = Signal()

    def __init__(self, *, with_report: bool, parent: QWidget | None = None) -> None:
        super().__init__("group", parent)
        self._count = Text("", "label")
        self.star = Button(translate("Timeline", "Star"), icon="star", size=Size.SMALL)
        self.later = Button(
            translate("Timeline", "Finish later"), icon="hourglass-medium", size=Size.SMALL
        )
        self.person = Button(translate("Timeline", "Add person"), icon="user", size=Size.SMALL)
        self.kind = Button(translate("Timeline", "Kind"), trailing="caret-down", size=Size.SMALL)
        self.report = Button(
            translate("Timeline", "To a report"), icon="file-text", size=Size.SMALL
        )
        self.remove = Button(translate("Timeline", "To the bin"), icon="trash", size=Size.SMALL)
        self.restore = Button(
            translate("Timeline", "Put back"), icon="arrow-counter-clockwise", size=Size.SMALL
        )
        self.erase = Button(
            translate("Timeline", "Delete for good"), Variant.DANGER, size=Size.SMALL
        )
        self.close_button = IconButton(
            "x", translate("Timeline", "Choose one entry again"), key="Esc", size=Size.SMALL
        )
        self._with_report = with_report
        flow = ChipFlow(gap=8, centred=True)
        flow.add(self._count)
        for button, pressed in (
            (self.star, self.star_pressed),
            (self.later, self.later_pressed),
            (self.person, self.person_pressed),
            (self.kind, self.kind_pressed),
            (self.report, self.report_pressed),
            (self.remove, self.remove_pressed),
            (self.restore, self.restore_pressed),
            (self.erase, self.erase_pressed),
            (self.close_button, self.closed),
        ):
            button.clicked.connect(pressed)
            if button is not self.close_button:
                flow.add(button)
        row = QHBoxLayout(self)
        spaced(row, margins=(12, 6, 6, 6))
        row.addWidget(flow, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.close_button)
        self.hide()

    def say(self, count: int, *, removed: bool) -> str:
        """Say how many are chosen, and offer what can be done with them; return the words."""
        words = translate("Timeline", "%n entry chosen|%n entries chosen", "", count)
        self._count.setText(words)
        self.setAccessibleName(words)
        for button in (self.star, self.later, self.person, self.kind, self.remove):
            button.setVisible(not removed)
        self.report.setVisible(self._with_report and not removed)
        for button in (self.restore, self.erase):
            button.setVisible(removed)
        few = count <= MOST_TEXTS
        for button in (self.person, self.kind):
            button.setEnabled(few)
            button.setToolTip(
                ""
                if few
                else translate("Timeline", "At most {count} at once", count=f"{MOST_TEXTS:,}")
            )
        return words
