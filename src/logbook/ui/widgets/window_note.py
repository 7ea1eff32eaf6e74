"""A quiet line with an icon before it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from logbook.ui import icons
from logbook.ui.style import color, look, px, spaced
from logbook.ui.widgets.text import Text


class Glyph(QWidget):
    """One icon; for eyes only, the words beside it say the same."""

    def __init__(
        self, icon: str, colour: str = "text-2", size_px: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
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
        return QSize(px(self._size_px), px(self._size_px))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._icon:
            drawn = icons.pixmap(self._icon, color(self._colour), px(self._size_px))
            QPainter(self).drawPixmap(0, 0, drawn)


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
        row.addWidget(Glyph(icon, colour, size_px))
        row.addWidget(self.text, 1)
