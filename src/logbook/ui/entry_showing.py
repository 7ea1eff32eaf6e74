"""The chosen entry of the timeline, read once the keys rest, and shown beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from logbook.domain.entry import title_of
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.ui.later import Later
from logbook.ui.models.timeline_reading import Shown, read_shown

if TYPE_CHECKING:
    from logbook.domain.evidence import Evidence
    from logbook.ui.desk import Desk
    from logbook.ui.widgets.entry_detail import EntryDetail
    from logbook.ui.widgets.entry_list_pane import EntryListPane

_AFTER_MS = 30  # holding an arrow key must not read every entry on the way
_MESSAGES_PAGE = "messages"


class EntryShowing(QObject):
    """Draws the pane anew only where what it says is another; leads on to files and messages."""

    came = Signal()  # the entry, or that it could not be opened, is in the pane

    def __init__(self, desk: Desk, pane: EntryListPane, detail: EntryDetail) -> None:
        super().__init__(detail)
        self._desk = desk
        self._pane = pane
        self._detail = detail
        self._shown: Shown | None = None
        self.later = Later(self, _AFTER_MS, self.read)

    def read(self) -> None:
        """Read the chosen entry with all that belongs to it."""
        row = self._pane.current
        if row is not None:
            self._desk.on_vault(read_shown, row.id, then=self._show, failed=self._say_failure)

    def draw_anew(self) -> None:
        """Draw the entry when it is read next, whatever the pane says already."""
        self._shown = None

    def clear(self) -> None:
        """Show nothing."""
        self._shown = None
        self._detail.clear()

    def open_file(self, kept: Evidence) -> None:
        """Show a file of the entry, among its others."""
        if self._shown is not None:
            among = [int(one.id) for one in self._shown.files]
            heading = title_of(self._shown.entry.what)
            self._desk.go("viewer", evidence=int(kept.id), among=among, heading=heading)

    def open_messages(self) -> None:
        """Show the messages that the entry was made of, where they were written."""
        shown = self._shown
        if shown is not None and shown.messages and self._desk.has_page(_MESSAGES_PAGE):
            linked = [int(one) for one in shown.entry.what.messages]
            self._desk.go(_MESSAGES_PAGE, message=int(shown.messages[0].id), linked=linked)

    def _show(self, shown: Shown) -> None:
        row = self._pane.current
        if row is not None and row.id == shown.entry.id and shown != self._shown:
            self._shown = shown
            self._detail.show_entry(shown)
        self.came.emit()

    def _say_failure(self, error: LogbookError) -> None:
        self._shown = None
        self._detail.show_problem(error)
        self.came.emit()
        self._desk.announce(translate("Timeline", "This entry could not be opened"), urgent=True)
