"""The list of messages to tick: rows of many heights, measured only where they are seen."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

from logbook.i18n import translate
from logbook.ui.models.picker import PickerModel
from logbook.ui.style import at_least, look
from logbook.ui.widgets.picker_row import PickerDelegate
from logbook.ui.widgets.rows_view import RowsView


class PickerView(RowsView):
    """Rows begin at one height, and get their own where they are seen.

    Space ticks, Enter opens a fold, Shift with the arrows takes more, Ctrl+A ticks all that match.
    """

    def __init__(self, model: PickerModel) -> None:
        super().__init__(model, translate("Import", "Messages"))
        self._picker = model
        self._delegate = PickerDelegate()
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(False)
        at_least(self, width=240)
        self.clicked.connect(self._pressed)
        self._again = QTimer(self)  # heights by another width or text size
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._forget_heights)
        look().changed.connect(self._again.start)
        self._forget_heights()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._again.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._measure_seen()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter} and not control:
            self._press_chosen()
        elif event.key() == Qt.Key.Key_A and control:
            self._picker.tick_hits()
        else:
            super().keyPressEvent(event)

    def _press_chosen(self) -> None:
        ranges = self._chosen()
        if sum(last - first + 1 for first, last in ranges) > 1:
            self._picker.press_rows(ranges)
        else:
            self._pressed()

    def _pressed(self) -> None:
        """Press the one chosen row; Shift and Ctrl with the mouse choose more and tick nothing."""
        index = self.currentIndex()
        if index.isValid() and sum(last - first + 1 for first, last in self._chosen()) == 1:
            at = index.row()
            self._picker.press(at)
            self.setCurrentIndex(self._picker.index(at, 0))  # a fold's first message, where it was

    def _chosen(self) -> list[tuple[int, int]]:
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(number) for number in range(chosen.count()))
        return [(one.top(), one.bottom()) for one in ranges]

    def _forget_heights(self) -> None:
        self._delegate.use_width(self.viewport().width())
        self.set_row_px(self._delegate.usual_px())
        self.verticalScrollBar().setSingleStep(self._delegate.usual_px())

    def _measure_seen(self) -> None:
        """Give the rows in sight the heights they need, from top to bottom."""
        header = self.verticalHeader()
        at = self.rowAt(0)
        below = self.viewport().height()
        while 0 <= at < self._picker.rowCount() and self.rowViewportPosition(at) < below:
            height = self._delegate.row_px(self._picker.row(at))
            if header.sectionSize(at) != height:
                header.resizeSection(at, height)
            at += 1
