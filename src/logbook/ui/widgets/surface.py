"""Surfaces that parts stand on: a tone, a card, a line between groups, a scrolled column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from logbook.ui.style import beside_bar, color, look, px

_LEAST_GIVEN_PX = 72
_FLAT = frozenset({"canvas", "rail", "surface", "sunken"})


class Surface(QFrame):
    """A plain area in one of the tones; `card`, `sheet` and `group` have an edge and round corners.

    The others are `canvas`, `rail`, `surface`, `sunken`, `field` (a box that holds more than one
    line of text; set the properties `focused` and `problem`) and `popup`.
    """

    @property
    def spoken_as(self) -> str:
        """What has a name groups what is in it; no other is anything to hear of."""
        return "Grouping" if self.accessibleName() else "Client"

    def __init__(self, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setProperty("surface", tone)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def dress_in_parts(self, *holders: QWidget) -> None:
        """Have what is on a flat tone dressed part by part, and what is in its plain `holders`.

        A new look comes to a hundred parts at once otherwise, and the window waits for all of them.
        """
        assert self._tone in _FLAT, self._tone  # noqa: S101 - the others need the stylesheet
        look().dressing.dress_in_parts(self, *holders)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._tone in _FLAT:
            painter = QPainter(self)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(self._tone))
            # Not `fillRect`, which would make the type of gradients, with its 169 names.
            painter.drawRect(event.rect())
            painter.end()
        super().paintEvent(event)


class Line(QFrame):
    """A hairline that parts groups; it carries no meaning."""

    spoken_as = "Separator"

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), color("line"))


class ScrollColumn(QScrollArea):
    """A column of parts that scrolls up and down and never sideways.

    Its bar stands in the margin beside the parts, so that they keep their width when it appears.
    """

    def __init__(self, layout: QLayout | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # One of our own: to hand out Qt's, PySide6 would make each of the hundred types that it
        # might be, and with them their enumerations, 10 ms before the first paint.
        self.setViewport(QWidget())
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.body = _Column(self)
        self.body.setProperty("scrolls", True)
        self.column = layout or QVBoxLayout()
        beside_bar(self.column, there=False)
        self.body.setLayout(self.column)
        self.setWidget(self.body)
        self.body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)

    def dress_in_parts(self) -> None:
        """Have what is in the column dressed part by part; see `Dressing.dress_in_parts`."""
        look().dressing.dress_in_parts(self, self.viewport(), self.body)

    def _make_room(self, least: int, most: int) -> None:
        beside_bar(self.column, there=most > least)


class GivingColumn(ScrollColumn):
    """As tall as its parts while there is room; where there is none it scrolls rather than push."""

    def __init__(self, layout: QLayout | None = None, parent: QWidget | None = None) -> None:
        super().__init__(layout, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._whole_px())

    def minimumSizeHint(self) -> QSize:
        least = min(self._whole_px(), px(_LEAST_GIVEN_PX))
        return QSize(self.body.minimumSizeHint().width(), least)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.body and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _whole_px(self) -> int:
        if self.column.hasHeightForWidth():
            return self.column.totalHeightForWidth(max(self.viewport().width(), 1))
        return self.column.totalSizeHint().height()


class _Column(QWidget):
    """The inside of a scroll area: as tall as its wrapped text needs at the width it has.

    Qt would ask for the height at the smallest width, and show a scroll bar for room that is there.
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self._area = area

    def minimumSizeHint(self) -> QSize:
        smallest = super().minimumSizeHint()
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return smallest
        width = max(self._area.viewport().width(), smallest.width())
        return QSize(smallest.width(), layout.heightForWidth(width))
