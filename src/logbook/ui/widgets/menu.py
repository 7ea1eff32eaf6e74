"""A menu that a button or a row opens; hiding closes it with everything else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from logbook.ui.style import icon, set_role


class Menu(QMenu):
    """Lines with an icon, words and the key that does the same; gone when it is closed."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_role(self, "body")

    def add(self, picture: str, words: str, act: Callable[[], object], key: str = "") -> None:
        """Add a line; `picture` may be empty. `key` is only shown: the page has the shortcut."""
        line = self.addAction(words.replace("&", "&&"))
        if picture:
            line.setIcon(icon(picture))
        line.triggered.connect(_Call(act))
        if key:
            line.setShortcut(QKeySequence(key))
            line.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            line.setShortcutVisibleInContextMenu(True)

    def open_below(self, button: QWidget) -> None:
        """Open below a button, with its right edge where the button ends."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = 0 if mirrored else button.width() - self.sizeHint().width()
        self.popup(button.mapToGlobal(QPoint(left, button.height() + 2)))

    def open_at(self, where: QPoint) -> None:
        """Open at a place on the screen."""
        self.popup(where)


class _Call:
    """Leaves out what Qt says about the line: none of them is ticked."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act

    def __call__(self) -> None:
        self._act()
