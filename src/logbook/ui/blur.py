"""Whether pictures of the open book are blurred until somebody chooses to look."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Signal

KEY = "blur"  # of the setting in the book


class Blur(QObject):
    """Follows the setting of the book that is open; small pictures follow this."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.on = False

    def use(self, *, on: bool) -> None:
        """Blur all pictures, or none."""
        if on != self.on:
            self.on = on
            self.changed.emit()


@cache
def blur() -> Blur:
    """Return the one blur of this process."""
    return Blur()
