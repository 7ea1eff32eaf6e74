"""A question inside the window, on a scrim; the safe answer comes first, holds Enter and Esc."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from logbook.ui.focus import move_focus, tab_stops
from logbook.ui.style import limited, spaced
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.cover import draw_scrim, lay_over
from logbook.ui.widgets.surface import Surface
from logbook.ui.widgets.text import Text

_WIDTH_PX = 520


class Dialog(QWidget):
    """Covers its window until it is answered; `answered` brings the key of the button.

    Not a window of its own: such ones show in task lists and screen captures.
    """

    answered = Signal(str)
    spoken_as = "Dialog"

    def __init__(self, title: str, line: str, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._keys: dict[Button, str] = {}
        self._focus_before = QApplication.focusWidget()
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.card = Surface("sheet")
        limited(self.card, width=_WIDTH_PX)
        self.title = Text(title, "heading", wrap=True)
        self.line = Text(line, "body", "text-2", wrap=True)
        if not line:
            self.line.hide()
        self.body = QVBoxLayout()
        spaced(self.body, margins=(0, 8, 0, 0), gap=10)
        self._row = QHBoxLayout()
        spaced(self._row, margins=(0, 12, 0, 0), gap=10)
        self._row.addStretch(1)
        column = QVBoxLayout(self.card)
        spaced(column, margins=(22, 20, 22, 20), gap=6)
        column.addWidget(self.title)
        column.addWidget(self.line)
        column.addLayout(self.body)
        column.addLayout(self._row)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.card, 100)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(1)
        window.installEventFilter(self)

    def add_button(self, key: str, words: str, variant: Variant = Variant.SECONDARY) -> Button:
        """Add a button that answers; the first one is the safe answer."""
        button = self.add_action(words, variant)
        self._keys[button] = key
        button.clicked.connect(self._pressed)
        return button

    def add_action(self, words: str, variant: Variant = Variant.SECONDARY) -> Button:
        """Add a button that does not answer by itself, such as one that checks fields first."""
        button = Button(words, variant)
        self._row.addWidget(button)
        return button

    def open(self) -> None:
        """Cover the window and take the focus."""
        self._cover()
        self.show()
        self.raise_()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """Return where the cursor goes: the safe button unless a dialog has fields."""
        return next(iter(self._keys))

    def close_with(self, key: str) -> None:
        """Answer and go away; the focus returns to where it was."""
        self.hide()
        self._window.removeEventFilter(self)
        before = self._focus_before
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit(key)
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_with(self._safe_key())
            return
        event.accept()  # keys do not fall through to what the scrim covers

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's names
        """Keep Tab inside the question."""
        return move_focus(tab_stops([self]), forward=next)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._cover()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cover()

    def _cover(self) -> None:
        """Cover the window, except for the way out of it."""
        lay_over(self, self._window)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_scrim(self, self._window)

    def _safe_key(self) -> str:
        return next(iter(self._keys.values()))

    def _pressed(self) -> None:
        for button, key in self._keys.items():
            if button is self.sender():
                self.close_with(key)
                return
