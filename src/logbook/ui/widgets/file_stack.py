"""The files of a book, or what stands in their place while there is none to show."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from logbook.domain.file_selection import EvidenceFilter
from logbook.i18n import translate
from logbook.ui.style import at_least, look
from logbook.ui.widgets.empty_state import EmptyState
from logbook.ui.widgets.file_view import FileView

_LEAST_PX = 90


class FileStack(QStackedWidget):
    """Tells a book without files from a filter that lets none through, and from an empty bin."""

    add_pressed = Signal()
    clear_pressed = Signal()  # show all files again

    def __init__(self, files: FileView) -> None:
        super().__init__()
        look().dressing.dress_in_parts(self)  # one of its parts is seen at a time
        self._files = files
        self.empty = EmptyState(
            "paperclip",
            translate("Evidence", "No files yet"),
            translate("Evidence", "Drop a photo, screenshot or voicemail anywhere in this window."),
            translate("Evidence", "Add files"),
        )
        self.empty.pressed.connect(self.add_pressed)
        self.nothing = EmptyState(
            "magnifying-glass",
            translate("Evidence", "No files match"),
            translate("Evidence", "Other words or fewer filters may find more."),
            translate("Evidence", "Clear filters"),
            button_icon="x",
        )
        self.nothing.pressed.connect(self.clear_pressed)
        self.no_bin = EmptyState(
            "trash",
            translate("Evidence", "The bin is empty"),
            translate("Evidence", "Files that you take out stay here until you delete them."),
            translate("Evidence", "Back to the files"),
            button_icon="arrow-left",
        )
        self.no_bin.pressed.connect(self.clear_pressed)
        at_least(self, height=_LEAST_PX)
        for part in (files, self.empty, self.nothing, self.no_bin):
            self.addWidget(part)

    @property
    def focus_part(self) -> QWidget:
        """What takes the keys now."""
        here = self.currentWidget()
        return here.button if isinstance(here, EmptyState) else self._files.here

    def show_total(self, total: int, chosen: EvidenceFilter, *, is_filtered: bool) -> None:
        """Show the files that a filter lets through, or why there is none."""
        if total:
            self.setCurrentWidget(self._files)
        elif chosen.removed and not chosen.match and not chosen.media:
            self.setCurrentWidget(self.no_bin)
        else:
            self.setCurrentWidget(self.nothing if is_filtered else self.empty)
