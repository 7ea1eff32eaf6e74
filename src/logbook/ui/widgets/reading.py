"""Words from outside to be read, of any length."""

from __future__ import annotations

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.ui.style import limited, spaced
from logbook.ui.widgets.field import TextBox
from logbook.ui.widgets.text import Text

_LABEL_CHARS = 1_000
_WORD_CHARS = 300
_BOX_PX = 300


class Reading(QWidget):
    """Words to be read: in a label, and long ones in a box that scrolls.

    A label lays out the whole: one of 20,000 characters takes half a second for it, each time that
    its pane changes.
    """

    def __init__(self, name: str, role: str = "reading", colour: str = "text") -> None:
        super().__init__()
        self._label = Text("", role, colour, wrap=True)
        self._box = TextBox(name)
        self._box.setReadOnly(True)
        self._box.setProperty("bare", True)  # it stands on the pane, as the label does
        limited(self._box, height=_BOX_PX)
        column = QVBoxLayout(self)
        spaced(column, gap=0)
        column.addWidget(self._label)
        column.addWidget(self._box)
        self.say("")

    def say(self, words: str) -> None:
        """Say other words; none take no room."""
        is_long = len(words) > _LABEL_CHARS
        self._label.setText("" if is_long else words)
        self._label.setVisible(not is_long)
        if is_long:
            modes = QTextOption.WrapMode
            # Looking for the ends of words in one of thousands of letters takes most of a second.
            endless = max(map(len, words.split()), default=0) > _WORD_CHARS
            mode = modes.WrapAnywhere if endless else modes.WrapAtWordBoundaryOrAnywhere
            self._box.setWordWrapMode(mode)
        if is_long or self._box.isVisibleTo(self):
            self._box.setPlainText(words if is_long else "")
        self._box.setVisible(is_long)
        self.setVisible(bool(words))
