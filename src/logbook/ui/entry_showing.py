"""The chosen entry of the timeline, read once the keys rest, and shown beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from logbook.domain.entry import title_of
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.ui.later import Later
from logbook.ui.models.anew import Anew, read_anew
from logbook.ui.models.timeline_reading import Shown, read_shown
from logbook.ui.words import said_now

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
        self._shown_at: int | None = None  # how often the book had been changed
        self._said_in: tuple[object, ...] = ()
        self.later = Later(self, _AFTER_MS, self.read)

    def read(self) -> None:
        """Read the chosen entry with all that belongs to it, unless the pane says it already."""
        self.later.stop()
        row = self._pane.current
        if row is None:
            return
        said = said_now()
        here = self._shown is not None and self._shown.entry.id == row.id and self._said_in == said
        self._desk.on_vault(
            read_anew,
            self._shown_at if here else None,
            read_shown,
            row.id,
            then=lambda anew: self._show(said, anew),
            failed=self._say_failure,
        )

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

    def _show(self, said: tuple[object, ...], anew: Anew[Shown] | None) -> None:
        row = self._pane.current
        if anew is not None and row is not None and row.id == anew.found.entry.id:
            if (anew.found, said) != (self._shown, self._said_in):
                self._detail.show_entry(anew.found)
            self._shown, self._shown_at, self._said_in = anew.found, anew.at, said
        self.came.emit()

    def _say_failure(self, error: LogbookError) -> None:
        self._shown = None
        self._detail.show_problem(error)
        self.came.emit()
        self._desk.announce(translate("Timeline", "This entry could not be opened"), urgent=True)
