"""The bar under a picture or document: size, fit, turn, invert; and which page it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from logbook.i18n import translate
from logbook.ui.viewer.page_numbers import PageNumbers
from logbook.ui.viewer.pages_view import LEAST_ZOOM
from logbook.ui.viewer.stage_button import StageBar, StageButton
from logbook.ui.words import locale


class ZoomBar(StageBar):
    """Says what was pressed; the stage does it."""

    stepped = Signal(int)  # 1 larger, -1 smaller, 0 is 100 %
    fit_pressed = Signal()
    turn_pressed = Signal()
    invert_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.smaller = StageButton(
            "magnifying-glass-minus", translate("Viewer", "Smaller"), key="Ctrl+-"
        )
        self.size_now = StageButton("", translate("Viewer", "Show at 100 %"), key="Ctrl+0")
        self.larger = StageButton(
            "magnifying-glass-plus", translate("Viewer", "Larger"), key="Ctrl++"
        )
        self.fit = StageButton("arrows-out-simple", translate("Viewer", "Fit the window"))
        self.turn = StageButton(
            "arrow-clockwise", translate("Viewer", "Turn a quarter, for looking only")
        )
        self.invert = StageButton(
            "circle-half", translate("Viewer", "Light as dark, dark as light"), checkable=True
        )
        self.pages = PageNumbers(translate("Viewer", "Page"), self)
        self.add(self.pages.box, self.pages.of)
        self._page_line = self.add_line()
        self.add(self.smaller, self.size_now, self.larger)
        self.add_line()
        self.add(self.fit, self.turn, self.invert)
        self.smaller.clicked.connect(self._smaller)
        self.larger.clicked.connect(self._larger)
        self.size_now.clicked.connect(self._normal)
        self.fit.clicked.connect(self.fit_pressed)
        self.turn.clicked.connect(self.turn_pressed)
        self.invert.toggled.connect(self.invert_toggled)
        self.set_pages(1)
        self.say_zoom(1.0)

    def set_pages(self, count: int) -> None:
        """Show which page it is, of more than one."""
        several = count > 1
        for part in (self.pages.box, self.pages.of, self._page_line):
            part.setVisible(several)
        self.pages.set_count(count)
        self.invert.setChecked(False)

    def say_zoom(self, zoom: float) -> None:
        """Say how large it is shown."""
        self.size_now.setText(percent(zoom))
        self.size_now.setAccessibleDescription(percent(zoom))
        self.size_now.updateGeometry()

    def _smaller(self) -> None:
        self.stepped.emit(-1)

    def _larger(self) -> None:
        self.stepped.emit(1)

    def _normal(self) -> None:
        self.stepped.emit(0)


def percent(zoom: float) -> str:
    """Return a size in words, such as 100 %."""
    number = zoom * 100
    digits = 0 if number >= LEAST_ZOOM * 100 else 1
    return translate("Viewer", "{number} %", number=locale().toString(number, "f", digits))
