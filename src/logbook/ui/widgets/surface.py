"""Surfaces that parts stand on: a tone, a card, a line between groups, a scrolled column."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from logbook.ui.style import look


class Surface(QFrame):
    """A plain area in one of the tones; `card`, `sheet` and `group` have an edge and round corners.

    The others are `canvas`, `rail`, `surface` and `sunken`.
    """

    def __init__(self, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", tone)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class Line(QFrame):
    """A hairline that parts groups; it carries no meaning."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._paint_again()
        look().changed.connect(self._paint_again)

    def _paint_again(self) -> None:
        palette = self.palette()
        palette.setColor(self.backgroundRole(), look().color("line"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)


class ScrollColumn(QScrollArea):
    """A column of parts that scrolls up and down and never sideways."""

    def __init__(self, layout: QLayout | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.body = QWidget()
        self.body.setProperty("scrolls", True)
        self.column = layout or QVBoxLayout()
        self.body.setLayout(self.column)
        self.setWidget(self.body)
        self.viewport().setAutoFillBackground(False)
