"""What stands above an entry that cannot be saved yet, or could not be saved."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.ui.failures import tone_for, words_for
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.chip import Tone


class EntryBanner(Banner):
    """After a failure it offers to try again, and the words to take elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.again = self.add_button(translate("NewEntry", "Try again"))
        self.copy = self.add_button(translate("NewEntry", "Copy the text"))
        self.hide()

    def say_first(self, title: str, line: str) -> None:
        """Say what to do before the entry can be saved."""
        for button in (self.again, self.copy):
            button.hide()
        self.say(title, line, Tone.INFO)
        self.show()

    def say_failed(self, error: LogbookError) -> str:
        """Say why the words are not in the book; returns the title."""
        words = words_for(error)
        for button in (self.again, self.copy):
            button.show()
        line = " ".join(part for part in (words.what, words.do) if part)
        self.say(words.title, line, tone_for(error))
        self.show()
        return words.title
