"""What an import says above its steps: work under way, and what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.errors import LogbookError, UnknownFormat, WrongKind
from logbook.i18n import translate
from logbook.ui.failures import tone_for, words_for
from logbook.ui.jobs import Job
from logbook.ui.style import spaced
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.chip import Tone
from logbook.ui.widgets.progress_row import ProgressRow
from logbook.ui.words import locale


class ImportNotices(QWidget):
    """Takes room only while it has something to say."""

    instead_pressed = Signal()  # add the file to an entry instead

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner()
        self.instead = self.banner.add_button(translate("Import", "Add it to an entry instead"))
        self.instead.clicked.connect(self.instead_pressed)
        self.banner.hide()
        self.busy = ProgressRow(translate("Import", "Looking at the file"))
        self.busy.hide()
        holder = QVBoxLayout(self)
        spaced(holder, margins=(28, 14, 28, 10), gap=10)
        holder.addWidget(self.banner)
        holder.addWidget(self.busy)
        self.hide()

    def say(self, title: str, line: str, tone: Tone, *, instead: bool = False) -> None:
        """Say something that stays; `instead` offers to keep the file as a file."""
        self.banner.say(title, line, tone)
        self.instead.setVisible(instead)
        self.banner.show()
        self.show()

    def say_failure(self, error: LogbookError, *, at_file: bool) -> None:
        """Say why something did not come about; `at_file`: while the file is chosen."""
        words = words_for(error)
        line = " ".join(part for part in (words.what, words.do) if part)
        instead = at_file and isinstance(error, (UnknownFormat, WrongKind))
        self.say(words.title, line, tone_for(error), instead=instead)

    def say_cut(self, shown: int) -> None:
        """Say that only the first messages are shown."""
        self.say(
            translate("Import", "This chat is very long"),
            translate(
                "Import",
                "The first {count} messages are shown. All of them will be kept.",
                count=locale().toString(shown),
            ),
            Tone.INFO,
        )

    def say_nothing(self) -> None:
        """Take what was said away; work under way stays."""
        self.banner.hide()
        self.setVisible(self.busy.isVisibleTo(self))

    def follow(self, doing: str, job: Job) -> None:
        """Show how far work is."""
        self.busy.show_progress(0, 0, doing)
        self.busy.follow(job)
        self.busy.show()
        self.show()

    def work_ended(self) -> None:
        """Take the work away; what was said stays."""
        self.busy.hide()
        self.setVisible(self.banner.isVisibleTo(self))
