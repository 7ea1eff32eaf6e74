"""The right side of the report builder: tools, small pages, large pages, and what is made now."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.models.page_pictures import PagePictures
from logbook.ui.style import sized, spaced
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import IconButton, Size, Variant
from logbook.ui.widgets.choice import Segmented
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.field import LineEdit
from logbook.ui.widgets.page_stage import Fit, PageStage
from logbook.ui.widgets.page_strip import PageStrip
from logbook.ui.widgets.progress_row import ProgressBar
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
        self.stage.page_changed.connect(self._page_changed)
        self.stage.zoom_changed.connect(self._say_zoom)
        self.strip.chosen.connect(self.stage.go_to)
        self._tools = self._build_tools()
        self._bar = ProgressBar(translate("Report", "Making the preview"))
        sized(self._bar, height=3)
        self._doing = Text("", "caption", "text-2", elide=True)
        self.banner = Banner("", "", Tone.WARNING)
        self.help = self.banner.add_button("")
        self.help.clicked.connect(self.help_pressed)
        self.banner.hide()
        pages = QWidget()
        row = QHBoxLayout(pages)
        spaced(row, gap=0)
        row.addWidget(self.strip)
        row.addWidget(self.stage, 1)
        self._empty = EmptyState(
            "file-text",
            translate("Report", "The pages appear here"),
            translate("Report", "They are made on this computer and stay in memory."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(pages)
        making = QWidget()  # keeps its room: the pages must not jump
        note = QHBoxLayout(making)
        spaced(note, margins=(20, 0, 24, 0), gap=12)
        note.addWidget(self._bar, 1)
        note.addWidget(self._doing)
        note.addStretch(0)
        sized(making, height=20)
        said = QVBoxLayout()
        spaced(said, margins=(20, 0, 24, 0), gap=0)
        said.addWidget(self.banner)
        column = QVBoxLayout(self)
        spaced(column, margins=(0, 12, 0, 0), gap=0)
        column.addWidget(self._tools)
        column.addWidget(making)
        column.addLayout(said)
        column.addWidget(self._stack, 1)
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

    def _build_tools(self) -> QWidget:
        self._last = IconButton(
            "caret-left",
            translate("Report", "Page before"),
            Variant.SECONDARY,
            key="PgUp",
            size=Size.SMALL,
        )
        self._next = IconButton(
            "caret-right",
            translate("Report", "Next page"),
            Variant.SECONDARY,
            key="PgDn",
            size=Size.SMALL,
        )
        self._last.clicked.connect(lambda: self.stage.go_to(self.stage.current - 1))
        self._next.clicked.connect(lambda: self.stage.go_to(self.stage.current + 1))
        self.box = LineEdit(translate("Report", "Page"))
        self.box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.box.setValidator(QIntValidator(1, 99_999, self.box))
        self.box.setProperty("compact", True)
        sized(self.box, width=50)
        self.box.returnPressed.connect(self._typed)
        self.box.left_field.connect(self._say_page)
        self._total = Text("", "button")
        self.fit = Segmented(
            translate("Report", "Size of the page"),
            (
                (Fit.WIDTH, translate("Report", "Fit width")),
                (Fit.PAGE, translate("Report", "Fit page")),
            ),
        )
        self.fit.chosen.connect(self._fit_chosen)
        smaller = IconButton(
            "magnifying-glass-minus", translate("Report", "Smaller"), key="Ctrl+-", size=Size.SMALL
        )
        larger = IconButton(
            "magnifying-glass-plus", translate("Report", "Larger"), key="Ctrl++", size=Size.SMALL
        )
        smaller.clicked.connect(lambda: self.stage.step_zoom(-1))
        larger.clicked.connect(lambda: self.stage.step_zoom(1))
        self._percent = Text("", "button")
        self._percent.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        pages = _row(
            self._last,
            Text(translate("Report", "Page"), "button"),
            self.box,
            self._total,
            self._next,
        )
        return _Tools(pages, _row(self.fit, _row(smaller, self._percent, larger, gap=6), gap=14))

    def _page_changed(self, page: int) -> None:
        self.strip.light(page)
        self._say_page()
        self.page_changed.emit(page)

    def _say_page(self) -> None:
        pages, page = self.stage.pages, self.stage.current
        self.box.setText(locale().toString(page + 1) if pages else "")
        self.box.setEnabled(pages > 0)
        self._total.setText(translate("Report", "of {pages}", pages=locale().toString(pages)))
        self._last.setEnabled(pages > 0 and page > 0)
        self._next.setEnabled(page + 1 < pages)

    def _typed(self) -> None:
        number, read = locale().toInt(self.box.text())
        if read:
            self.stage.go_to(min(max(number, 1), self.stage.pages) - 1)
        self._say_page()
        self.box.selectAll()

    def _fit_chosen(self, fit: object) -> None:
        if isinstance(fit, Fit):
            self.stage.use_fit(fit)

    def _say_zoom(self) -> None:
        held = self.fit.blockSignals(True)
        self.fit.choose(None if self.stage.fit is Fit.FIXED else self.stage.fit)
        self.fit.blockSignals(held)
        part = locale().toString(round(self.stage.zoom * 100))
        self._percent.setText(translate("Progress", "{part} %", part=part))


class _Tools(QWidget):
    """Two groups at both ends of a line, or one above the other where it is too short."""

    def __init__(self, first: QWidget, last: QWidget) -> None:
        super().__init__()
        self._groups = (first, last)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        spaced(self._box, margins=(20, 0, 24, 0), gap=10)
        self._box.addWidget(first, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addStretch(1)
        self._box.addWidget(last, 0, Qt.AlignmentFlag.AlignLeft)

    def minimumSizeHint(self) -> QSize:
        widest = max(group.minimumSizeHint().width() for group in self._groups)
        around = self._box.contentsMargins()
        smallest = super().minimumSizeHint()
        return QSize(widest + around.left() + around.right(), smallest.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        around = self._box.contentsMargins()
        wanted = sum(group.sizeHint().width() for group in self._groups) + self._box.spacing()
        fits = wanted + around.left() + around.right() <= self.width()
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if fits else directions.TopToBottom)


def _row(*parts: QWidget, gap: int = 10) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    spaced(row, gap=gap)
    for part in parts:
        row.addWidget(part)
    return held
