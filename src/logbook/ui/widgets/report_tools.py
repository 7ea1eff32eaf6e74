"""The tools over the pages of a report: which page, and how large."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.style import sized, spaced
from logbook.ui.widgets.button import IconButton, Size, Variant
from logbook.ui.widgets.choice import Segmented
from logbook.ui.widgets.field import LineEdit
from logbook.ui.widgets.page_stage import Fit
from logbook.ui.widgets.text import Text
from logbook.ui.words import locale


class ReportTools(QWidget):
    """Two groups at both ends of a line, or one above the other where it is too short."""

    page_wanted = Signal(int)  # from 0
    fit_wanted = Signal(object)  # Fit
    zoom_stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._page, self._pages = 0, 0
        self._groups = (self._build_pages(), self._build_sizes())
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        spaced(self._box, margins=(20, 0, 24, 0), gap=10)
        first, last = self._groups
        self._box.addWidget(first, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addStretch(1)
        self._box.addWidget(last, 0, Qt.AlignmentFlag.AlignLeft)

    def say_page(self, page: int, pages: int) -> None:
        """Say which page is shown, from 0, and how many there are."""
        self._page, self._pages = page, pages
        self.box.setText(locale().toString(page + 1) if pages else "")
        self.box.setEnabled(pages > 0)
        self._total.setText(translate("Report", "of {pages}", pages=locale().toString(pages)))
        self._before.setEnabled(pages > 0 and page > 0)
        self._next.setEnabled(page + 1 < pages)

    def say_zoom(self, fit: Fit, zoom: float) -> None:
        """Say how large the pages are, and whether that follows the room."""
        held = self.fit.blockSignals(True)
        self.fit.choose(None if fit is Fit.FIXED else fit)
        self.fit.blockSignals(held)
        part = locale().toString(round(zoom * 100))
        self.percent.setText(translate("Progress", "{part} %", part=part))

    def minimumSizeHint(self) -> QSize:
        widest = max(group.minimumSizeHint().width() for group in self._groups)
        around = self._box.contentsMargins()
        smallest = super().minimumSizeHint()
        return QSize(widest + around.left() + around.right(), smallest.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()  # other words or another size of text want another width
        return super().event(event)

    def _arrange(self) -> None:
        around = self._box.contentsMargins()
        wanted = sum(group.sizeHint().width() for group in self._groups) + self._box.spacing()
        fits = wanted + around.left() + around.right() <= self.width()
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    def _build_pages(self) -> QWidget:
        before, after = translate("Report", "Page before"), translate("Report", "Next page")
        self._before = IconButton(
            "caret-left", before, Variant.SECONDARY, key="PgUp", size=Size.SMALL
        )
        self._next = IconButton(
            "caret-right", after, Variant.SECONDARY, key="PgDn", size=Size.SMALL
        )
        self._before.clicked.connect(lambda: self.page_wanted.emit(self._page - 1))
        self._next.clicked.connect(lambda: self.page_wanted.emit(self._page + 1))
        self.box = LineEdit(translate("Report", "Page"))
        self.box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.box.setValidator(QIntValidator(1, 99_999, self.box))
        self.box.setProperty("compact", True)
        sized(self.box, width=50)
        self.box.returnPressed.connect(self._typed)
        self.box.left_field.connect(self._say_again)
        self._total = Text("", "button")
        page = Text(translate("Report", "Page"), "button")
        return _row(self._before, page, self.box, self._total, self._next)

    def _build_sizes(self) -> QWidget:
        self.fit = Segmented(
            translate("Report", "Size of the page"),
            (
                (Fit.WIDTH, translate("Report", "Fit width")),
                (Fit.PAGE, translate("Report", "Fit page")),
            ),
        )
        self.fit.chosen.connect(self.fit_wanted)
        smaller = IconButton(
            "magnifying-glass-minus", translate("Report", "Smaller"), key="Ctrl+-", size=Size.SMALL
        )
        larger = IconButton(
            "magnifying-glass-plus", translate("Report", "Larger"), key="Ctrl++", size=Size.SMALL
        )
        smaller.clicked.connect(lambda: self.zoom_stepped.emit(-1))
        larger.clicked.connect(lambda: self.zoom_stepped.emit(1))
        self.percent = Text("", "button")
        self.percent.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        return _row(self.fit, _row(smaller, self.percent, larger, gap=6), gap=14)

    def _typed(self) -> None:
        number, read = locale().toInt(self.box.text())
        if read:
            self.page_wanted.emit(min(max(number, 1), self._pages) - 1)
        self._say_again()
        self.box.selectAll()

    def _say_again(self) -> None:
        """Say which page is shown, whatever was typed."""
        self.say_page(self._page, self._pages)


def _row(*parts: QWidget, gap: int = 10) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    spaced(row, gap=gap)
    for part in parts:
        row.addWidget(part)
    return held
