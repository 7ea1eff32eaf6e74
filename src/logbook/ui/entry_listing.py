"""The list of the timeline as it is read again and again: the row that was chosen comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from logbook.domain.ids import EntryId
from logbook.errors import LogbookError
from logbook.ui.models.timeline_reading import Around, read_around
from logbook.ui.tongue import first_weekday

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.widgets.entry_list_pane import EntryListPane


class EntryListing(QObject):
    """Lists what the filter lets through, with what is said around it, and chooses a row."""

    emptied = Signal()  # nothing is listed, so no row is chosen

    def __init__(self, desk: Desk, pane: EntryListPane) -> None:
        super().__init__(pane)
        self._desk = desk
        self._pane = pane
        self._wanted: EntryId | None = None
        self._kept_at = 0  # row and scroll place to come back to after a reload
        self._kept_scroll = 0
        self._rows_stay = False  # what changed last moved no row
        pane.model.loaded.connect(self._loaded)
        pane.model.failed.connect(self.say_problem)

    def want(self, entry: EntryId) -> None:
        """Choose an entry when it is listed next."""
        self._wanted = entry

    def let_rows_stay(self) -> None:
        """Expect a change that leaves every row where it is."""
        self._rows_stay = True

    def reload(self) -> None:
        """List again, and come back to the row that was chosen."""
        scroll = self._pane.view.verticalScrollBar().value()
        self._list(max(self._pane.view.currentIndex().row(), 0), scroll)

    def list_others(self) -> None:
        """List what another filter lets through, from the start."""
        self._list(0, 0)

    def take_change(self, *, is_seen: bool) -> None:
        """Follow a change of the book; a list that is not seen is read when it is shown."""
        stay, self._rows_stay = self._rows_stay and not self._pane.filters.is_on, False
        if is_seen and stay:
            self._pane.model.refresh()
            self._read_around()
        elif is_seen:
            self.reload()

    def say_problem(self, error: LogbookError) -> None:
        """Say why the list could not be read; it can be tried again."""
        self._desk.say_problem(error, self.reload)

    def _list(self, kept_at: int, kept_scroll: int) -> None:
        row = self._pane.current
        if self._wanted is None and row is not None:
            self._wanted = row.id
        self._kept_at, self._kept_scroll = kept_at, kept_scroll
        self._pane.model.show(self._pane.filters.chosen)
        self._read_around()

    def _read_around(self) -> None:
        self._desk.on_vault(
            read_around, self._pane.filters.chosen, first_weekday(), then=self._show_around
        )

    def _show_around(self, around: Around) -> None:
        self._pane.show_around(around)

    def _loaded(self, total: int) -> None:
        self._pane.show_total(total)
        wanted, self._wanted = self._wanted, None
        if not total:
            self.emptied.emit()
        elif wanted is None:
            self._pane.view.choose(0)
        else:
            self._pane.model.place_of(wanted, self._choose_again)

    def _choose_again(self, at: int | None) -> None:
        """Choose the wanted row; where it is gone, the one that took its place."""
        last = self._pane.model.rowCount() - 1
        if last >= 0:
            self._pane.view.verticalScrollBar().setValue(self._kept_scroll)
            self._pane.view.choose(min(self._kept_at, last) if at is None else at)
