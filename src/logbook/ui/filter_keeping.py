"""Filters of the timeline that are kept in the book by name, and the order that was chosen last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from logbook.i18n import translate
from logbook.ui.dialogs.ask_name import AskName
from logbook.ui.models.saved_filters import MOST, SavedFilter, from_setting, to_setting
from logbook.ui.widgets.entry_filter import EntryFilterBar
from logbook.ui.widgets.filter_panel import FilterPanel

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_SAVED, _NEWEST_FIRST = "timeline filters", "timeline newest first"


class FilterKeeping(QObject):
    """Saves, renames and deletes filters of a bar; each can be undone."""

    def __init__(self, desk: Desk, bar: EntryFilterBar) -> None:
        super().__init__(bar)
        self._desk = desk
        self._bar = bar
        bar.panel_built.connect(self._panel_built)
        bar.changed.connect(self._keep_order)
        bar.order_by(newest_first=bool(desk.setting(_NEWEST_FIRST, default=True)))

    @property
    def saved(self) -> list[SavedFilter]:
        """The filters of this book, in the order in which they were saved."""
        return from_setting(self._desk.setting(_SAVED, default=[]))

    def _panel_built(self, panel: FilterPanel) -> None:
        panel.save_pressed.connect(self._ask_save)
        panel.rename_pressed.connect(self._ask_rename)
        panel.delete_pressed.connect(self._delete)
        panel.set_saved(self.saved)

    def _ask_save(self) -> None:
        if len(self.saved) >= MOST:
            self._desk.toast(translate("Timeline", "Delete a saved filter first: there are many"))
            return
        dialog = AskName(
            self._desk.window(),
            translate("Timeline", "Save this filter"),
            translate("Timeline", "Name"),
            translate("Timeline", "Save filter"),
        )
        dialog.named.connect(self._save)
        dialog.open()

    def _save(self, name: str) -> None:
        before = self.saved
        one = SavedFilter(self._free(name, before), self._bar.chosen)
        words = translate("Timeline", "Filter saved as “{name}”", name=one.name)
        self._change(before, [*before, one], words)

    def _ask_rename(self, one: SavedFilter) -> None:
        dialog = AskName(
            self._desk.window(),
            translate("Timeline", "Rename this filter"),
            translate("Timeline", "Name"),
            translate("Timeline", "Rename"),
            before=one.name,
        )
        dialog.named.connect(partial(self._rename, one))
        dialog.open()

    def _rename(self, one: SavedFilter, name: str) -> None:
        before = self.saved
        others = [other for other in before if other != one]
        new = SavedFilter(self._free(name, others), one.chosen)
        after = [new if other == one else other for other in before]
        words = translate("Timeline", "Filter renamed to “{name}”", name=new.name)
        self._change(before, after, words)

    def _delete(self, one: SavedFilter) -> None:
        before = self.saved
        after = [other for other in before if other != one]
        words = translate("Timeline", "Filter “{name}” deleted", name=one.name)
        self._change(before, after, words)

    def _free(self, name: str, taken: list[SavedFilter]) -> str:
        """Return a name that no other filter has."""
        names = {one.name.casefold() for one in taken}
        free, number = name, 2
        while free.casefold() in names:
            free, number = f"{name} {number}", number + 1
        return free

    def _change(self, before: list[SavedFilter], after: list[SavedFilter], words: str) -> None:
        if after != before:
            self._put(after)
            self._desk.did(words, partial(self._put, before), partial(self._put, after))

    def _put(self, saved: list[SavedFilter]) -> None:
        self._desk.keep_setting(_SAVED, to_setting(saved))
        self._bar.panel.set_saved(saved)

    def _keep_order(self) -> None:
        self._desk.keep_setting(_NEWEST_FIRST, self._bar.chosen.newest_first)
