"""The list of the timeline as it is read again and again: the row that was chosen comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from logbook.domain.ids import EntryId
from logbook.domain.selection import EntryFilter
from logbook.errors import LogbookError
from logbook.ui.models.anew import Anew, read_anew
from logbook.ui.models.timeline_reading import Around, read_around
from logbook.ui.tongue import first_weekday

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.widgets.entry_list_pane import EntryListPane


class EntryListing(QObject):
    """Lists what the filter lets through, with what is said around it, and chooses a row."""

    emptied = Signal()  # nothing is listed, so no row is chosen
    settled = Signal()  # the rows are those of the book, and one of them is chosen

    def __init__(self, desk: Desk, pane: EntryListPane) -> None:
        super().__init__(pane)
        self._desk = desk
        self._pane = pane
        self._wanted: EntryId | None = None
        self._is_asked = False  # somebody asks for it; else it only comes back
        self._kept_at = 0  # row and scroll place to come back to after a reload
        self._kept_scroll = 0
        self._rows_stay = False  # what changed last moved no row
        self._around_of: tuple[EntryFilter, int] | None = None  # filter and first day of a week
        self._around_at: int | None = None  # how often the book had been changed
        pane.model.loaded.connect(self._loaded)
        pane.model.stays.connect(self._stays)
        pane.model.failed.connect(self.say_problem)

    def want(self, entry: EntryId) -> None:
        """Choose an entry when it is listed next."""
        self._wanted = entry

    def let_rows_stay(self) -> None:
        """Expect a change that leaves every row where it is."""
        self._rows_stay = True

    def look_again(self) -> None:
        """List again what was changed in the book since it was listed."""
        self._is_asked = self._wanted is not None
        self._keep_place()
        self._pane.model.look_again(self._pane.filters.chosen, self._wanted)
        self._read_around()

    def reload(self) -> None:
        """List again, and come back to the row that was chosen."""
        self._keep_place()
        self._pane.model.show(self._pane.filters.chosen, self._wanted)
        self._read_around()

    def list_others(self) -> None:
        """List what another filter lets through, from the start."""
        self._keep_place()
        self._kept_at = self._kept_scroll = 0
        # The place in it is asked for when the rows are there: they come with every letter typed.
        self._pane.model.show(self._pane.filters.chosen)
        self._read_around()

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

    def _keep_place(self) -> None:
        row = self._pane.current
        if self._wanted is None and row is not None:
            self._wanted = row.id
        self._kept_at = max(self._pane.view.currentIndex().row(), 0)
        self._kept_scroll = self._pane.view.verticalScrollBar().value()

    def _read_around(self) -> None:
        wanted = (self._pane.filters.chosen, first_weekday())
        if wanted != self._around_of:
            self._around_of, self._around_at = wanted, None
        self._desk.on_vault(
            read_anew,
            self._around_at,
            read_around,
            *wanted,
            then=lambda anew: self._show_around(wanted, anew),
        )

    def _show_around(self, wanted: tuple[EntryFilter, int], anew: Anew[Around] | None) -> None:
        if anew is not None and wanted == self._around_of:
            self._around_at = anew.at
            self._pane.show_around(anew.found)

    def _stays(self) -> None:
        """Go on with the rows that are here: they say what the book does."""
        wanted, self._wanted = self._wanted, None
        self._pane.say_month()
        if wanted is not None and self._is_asked:
            self._pane.model.place_of(wanted, self._choose_again)
        else:
            self.settled.emit()

    def _loaded(self, total: int) -> None:
        self._pane.show_total(total)
        wanted, self._wanted = self._wanted, None
        if not total:
            self.emptied.emit()
        elif wanted is None:
            self._pane.view.choose(0)
            self.settled.emit()
        else:
            self._pane.model.place_of(wanted, self._choose_again)

    def _choose_again(self, at: int | None) -> None:
        """Choose the wanted row; where it is gone, the one that took its place."""
        last = self._pane.model.rowCount() - 1
        if last >= 0:
            self._pane.view.verticalScrollBar().setValue(self._kept_scroll)
            self._pane.view.choose(min(self._kept_at, last) if at is None else at)
            self.settled.emit()
