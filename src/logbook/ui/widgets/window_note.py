"""A quiet line with an icon before it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from logbook.ui import icons
from logbook.ui.style import color, look, px, spaced
from logbook.ui.widgets.text import Text


class Glyph(QWidget):
    """One icon; for eyes only, the words beside it say the same.

    `line` is the role of the words: the icon then stands in the middle of their first line.
    """

    def __init__(
        self,
        icon: str,
        colour: str = "text-2",
        size_px: int = 18,
        parent: QWidget | None = None,
        *,
        line: str = "",
    ) -> None:
        super().__init__(parent)
        self._line = line
        self._icon = icon
        self._colour = colour
        self._size_px = size_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    def show_icon(self, icon: str, colour: str) -> None:
        """Show another icon."""
        self._icon, self._colour = icon, colour
        self.update()

    def sizeHint(self) -> QSize:
        high = look().line_px(self._line) if self._line else 0
        return QSize(px(self._size_px), max(px(self._size_px), high))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._icon:
            drawn = icons.pixmap(self._icon, color(self._colour), px(self._size_px))
            top = (self.height() - px(self._size_px)) // 2
            QPainter(self).drawPixmap(0, top, drawn)


class WindowNote(QWidget):
    """An icon and a sentence, as under the lock screen and beside help."""

    def __init__(
        self,
        icon: str,
        words: str,
        role: str = "caption",
        colour: str = "text-2",
        *,
        size_px: int = 16,
    ) -> None:
        super().__init__()
        self.text = Text(words, role, colour, wrap=True)
        row = QHBoxLayout(self)
        spaced(row, gap=9)
        row.addWidget(Glyph(icon, colour, size_px, line=role), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
