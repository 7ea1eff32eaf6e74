"""The first step of an import: the file, and how to get one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.domain.message import FormatInfo
from logbook.i18n import translate
from logbook.ui.style import add_gap, at_least, spaced
from logbook.ui.widgets.drop_zone import DropZone
from logbook.ui.widgets.surface import ScrollColumn, Surface
from logbook.ui.widgets.text import Text

_DROP_PX = 190


class ImportFile(QWidget):
    """Takes a dropped or chosen file; each kind is named with how to get one."""

    dropped = Signal(list)
    choose_pressed = Signal()

    def __init__(self, known: Sequence[FormatInfo], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drop = DropZone(
            translate("Import", "Drop a message export here"),
            translate("Import", "The original is copied in and kept unchanged."),
            translate("Import", "Choose a file"),
            icon="download-simple",
        )
        at_least(self.drop, height=_DROP_PX)
        self.drop.dropped.connect(self.dropped)
        self.drop.pressed.connect(self.choose_pressed)
        column = QVBoxLayout()
        spaced(column, margins=(28, 24, 28, 24), gap=12)
        column.addWidget(self.drop)
        add_gap(column, 8)
        column.addWidget(Text(translate("Import", "What can be brought in"), "heading"))
        for one in known:
            card = Surface("card")
            inside = QVBoxLayout(card)
            spaced(inside, margins=(18, 14, 18, 14), gap=4)
            inside.addWidget(Text(one.label, "strong", wrap=True))
            inside.addWidget(Text(one.how_to_get, "body", "text-2", wrap=True))
            column.addWidget(card)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        spaced(outer, gap=0)
        outer.addWidget(ScrollColumn(column))
