"""How often words were found in a file, and the way from one place to the next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from logbook.i18n import translate
from logbook.ui.viewer.stage_button import StageBar, StageButton, StageWords
from logbook.ui.words import locale


class FindBar(StageBar):
    """Shown while something is searched for."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = StageWords(role="label")
        self.before = StageButton(
            "caret-up", translate("Viewer", "Go to the place before"), key="Shift+F3"
        )
        self.after = StageButton(
            "caret-down", translate("Viewer", "Go to the next place"), key="F3"
        )
        self.before.clicked.connect(self._before)
        self.after.clicked.connect(self._after)
        self.add(self.said, self.before, self.after)
        self.hide()

    def say_busy(self) -> None:
        """Say that it is looked for."""
        self._say(translate("Viewer", "Searching"), steps=False)

    def say_found(self, at: int, count: int, *, more: bool = False) -> None:
        """Say which of how many places is shown, from 0."""
        shown = locale().toString(count)
        if more:
            shown = translate("Viewer", "more than {count}", count=shown)
        number = locale().toString(at + 1)
        words = translate("Viewer", "{number} of {count}", number=number, count=shown)
        self._say(words, steps=count > 1)

    def say(self, words: str, *, steps: bool = False) -> None:
        """Say anything else, such as that there is nothing."""
        self._say(words, steps=steps)

    def _say(self, words: str, *, steps: bool) -> None:
        self.said.setText(words)
        self.said.updateGeometry()
        for button in (self.before, self.after):
            button.setVisible(steps)
        self.show()

    def _before(self) -> None:
        self.stepped.emit(-1)

    def _after(self) -> None:
        self.stepped.emit(1)
