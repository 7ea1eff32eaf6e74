"""The right side of the report builder: tools, small pages, large pages, and what is made now."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.models.page_pictures import PagePictures
from logbook.ui.style import sized, spaced
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.page_stage import Fit, PageStage
from logbook.ui.widgets.page_strip import PageStrip
from logbook.ui.widgets.progress_row import ProgressBar
from logbook.ui.widgets.report_tools import ReportTools
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.tone import Tone
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.export.results import Shown
    from logbook.ui.desk import Desk

_LARGE_BYTES, _SMALL_BYTES = 16 << 20, 3 << 20  # what is seen may take more


class ReportView(Surface):
    """Shows the newest edition of a report; the old pages stay while a new one is made."""

    page_changed = Signal(int)  # from 0
    help_pressed = Signal()  # the button of the banner

    def __init__(self, desk: Desk) -> None:
        super().__init__("rail")
        self._large = PagePictures(desk, _LARGE_BYTES, self)
        self._small = PagePictures(desk, _SMALL_BYTES, self)
        self.stage = PageStage(self._large)
        self.strip = PageStrip(self._small)
        self.tools = ReportTools()
        self._bar = ProgressBar(translate("Report", "Making the preview"))
        self._doing = Text("", "caption", "text-2", elide=True)
        self.banner = Banner("", "", Tone.WARNING)
        self.help = self.banner.add_button("")
        self.banner.hide()
        self._empty = EmptyState(
            "file-text",
            translate("Report", "The pages appear here"),
            translate("Report", "They are made on this computer and stay in memory."),
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.rest()
        self._say_page()
        self._say_zoom()

    def show_report(self, shown: Shown) -> None:
        """Show another edition; page and zoom stay."""
        self.banner.hide()
        self._large.show(shown.data, shown.pages)
        self._small.show(shown.data, shown.pages)
        self.stage.show_pages(shown.pages, shown.page_pt)
        self.strip.show_pages(shown.pages, shown.page_pt)
        self.strip.light(self.stage.current)
        self._stack.setCurrentIndex(1)
        self._say_page()

    def clear(self) -> None:
        """Let go of every page."""
        self._large.clear()
        self._small.clear()
        self.stage.show_pages(0, (612.0, 792.0))
        self.strip.show_pages(0, (612.0, 792.0))
        self._stack.setCurrentIndex(0)
        self._say_page()

    def say_trouble(self, title: str, line: str, help_words: str = "") -> None:
        """Say why no new edition can be made; the pages of the last one go."""
        self.clear()
        self.banner.say(title, line, Tone.WARNING)
        self.help.setText(help_words)
        self.help.setVisible(bool(help_words))
        self.banner.show()
        self._empty.hide()

    def show_making(self, done: int, total: int, _doing: str = "") -> None:
        """Say that a new edition is on its way."""
        self._bar.set_part(done, total)
        self._bar.setVisible(True)
        words = translate("Report", "Making the preview")
        if self.stage.pages:
            number = locale().toString(self.stage.current + 1)
            words = translate("Report", "Updating page {n}", n=number)
        self._doing.setText(words)

    def rest(self) -> None:
        """Say that nothing is on its way."""
        self._bar.setVisible(False)
        self._doing.setText("")

    def sizing(self) -> tuple[str, float]:
        """Return how the size of a page is found, and the size."""
        return self.stage.fit.name, self.stage.zoom

    def show_sized(self, untrusted_sizing: object) -> None:
        """Show pages at the size that `sizing` returned before."""
        match untrusted_sizing:
            case [Fit.PAGE.name, _]:
                self.stage.use_fit(Fit.PAGE)
            case [Fit.FIXED.name, int() | float() as zoom] if math.isfinite(zoom):
                self.stage.set_zoom(zoom)
            case _:
                self.stage.use_fit(Fit.WIDTH)

    def set_small_pages(self, *, shown: bool) -> None:
        """Show the column of small pages, or leave it out where there is no room."""
        self.strip.setVisible(shown)

    def _lay_out(self) -> None:
        pages = QWidget()
        row = QHBoxLayout(pages)
        spaced(row, gap=0)
        row.addWidget(self.strip)
        row.addWidget(self.stage, 1)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(pages)
        making = QWidget()  # keeps its room: the pages must not jump
        note = QHBoxLayout(making)
        spaced(note, margins=(20, 0, 24, 0), gap=12)
        sized(self._bar, height=3)
        note.addWidget(self._bar, 1)
        note.addWidget(self._doing)
        note.addStretch(0)
        sized(making, height=20)
        said = QVBoxLayout()
        spaced(said, margins=(20, 0, 24, 0), gap=0)
        said.addWidget(self.banner)
        column = QVBoxLayout(self)
        spaced(column, margins=(0, 12, 0, 0), gap=0)
        column.addWidget(self.tools)
        column.addWidget(making)
        column.addLayout(said)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.help.clicked.connect(self.help_pressed)
        self.strip.chosen.connect(self.stage.go_to)
        self.stage.page_changed.connect(self._page_changed)
        self.stage.zoom_changed.connect(self._say_zoom)
        self.tools.page_wanted.connect(self.stage.go_to)
        self.tools.fit_wanted.connect(self.stage.use_fit)
        self.tools.zoom_stepped.connect(self.stage.step_zoom)

    def _page_changed(self, page: int) -> None:
        self.strip.light(page)
        self._say_page()
        self.page_changed.emit(page)

    def _say_page(self) -> None:
        self.tools.say_page(self.stage.current, self.stage.pages)

    def _say_zoom(self) -> None:
        self.tools.say_zoom(self.stage.fit, self.stage.zoom)
