"""What is said above every page: a known failure, or something about the book itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.ui.style import spaced
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.tone import Tone


class SaidBanner(QWidget):
    """A banner between the bar and the page, with a way to close it and perhaps to try again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._retry: Callable[[], object] | None = None
        self._banner = Banner("")
        self._again: Button | None = None
        self._banner.add_close(translate("Problem", "Close")).clicked.connect(self.hide)
        row = QVBoxLayout(self)
        spaced(row, margins=(28, 10, 24, 10))
        row.addWidget(self._banner)
        self.hide()

    def say(
        self, title: str, line: str, tone: Tone, retry: Callable[[], object] | None = None
    ) -> None:
        """Say something that stays until it is closed; `retry` tries again what failed."""
        self._retry = retry
        if retry is not None and self._again is None:
            self._again = self._banner.add_button(translate("Problem", "Try again"))
            self._again.clicked.connect(self._try_again)
        if self._again is not None:
            self._again.setVisible(retry is not None)
        self._banner.say(title, line, tone)
        self.show()

    def _try_again(self) -> None:
        self.hide()
        if self._retry is not None:
            self._retry()
