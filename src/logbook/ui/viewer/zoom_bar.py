"""The bar under a picture or document: size, fit, turn, invert; and which page it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from logbook.i18n import translate
from logbook.ui.style import px, set_role
from logbook.ui.viewer.pages_canvas import percent
from logbook.ui.viewer.stage_button import StageBar, StageButton, StageWords
from logbook.ui.widgets.text import text_width
from logbook.ui.words import locale


class ZoomBar(StageBar):
    """Says what was pressed; the stage does it."""

    stepped = Signal(int)  # 1 larger, -1 smaller, 0 is 100 %
    fit_pressed = Signal()
    turn_pressed = Signal()
    invert_toggled = Signal(bool)
    page_chosen = Signal(int)  # from 0

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
        self.page_box = _PageBox(translate("Viewer", "Page"))
        self.page_count = StageWords(role="label")
        self.add(self.page_box, self.page_count)
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
        self.page_box.returnPressed.connect(self._choose_page)
        self.page_box.editingFinished.connect(self._say_page)
        self._page = 0
        self.set_pages(1)
        self.say_zoom(1.0)

    def set_pages(self, count: int) -> None:
        """Show which page it is, of more than one."""
        several = count > 1
        for part in (self.page_box, self.page_count, self._page_line):
            part.setVisible(several)
        shown = locale().toString(count)
        self.page_count.setText(translate("Viewer", "of {count}", count=shown))
        self.page_count.updateGeometry()
        self.page_box.set_most(count)
        self.invert.setChecked(False)
        self.say_page(0)

    def say_zoom(self, zoom: float) -> None:
        """Say how large it is shown."""
        self.size_now.setText(percent(zoom))
        self.size_now.setAccessibleDescription(percent(zoom))
        self.size_now.updateGeometry()

    def say_page(self, page: int) -> None:
        """Say which page is in the middle, from 0."""
        self._page = page
        if not self.page_box.hasFocus():
            self._say_page()

    def _say_page(self) -> None:
        self.page_box.setText(str(self._page + 1))

    def _choose_page(self) -> None:
        words = self.page_box.text()
        if words.isdecimal():
            self._page = max(int(words) - 1, 0)
            self.page_chosen.emit(self._page)

    def _smaller(self) -> None:
        self.stepped.emit(-1)

    def _larger(self) -> None:
        self.stepped.emit(1)

    def _normal(self) -> None:
        self.stepped.emit(0)


class _PageBox(QLineEdit):
    """The number of a page, to be typed over."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("stage", True)
        self.setProperty("own_ring", True)
        set_role(self, "label")

    def set_most(self, count: int) -> None:
        """Take numbers up to `count`."""
        self.setValidator(QIntValidator(1, max(count, 1), self))
        self.setFixedWidth(text_width("0" * max(len(str(count)), 2), "label") + px(26))
