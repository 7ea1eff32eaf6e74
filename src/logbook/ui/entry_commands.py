"""What a person can do with the entries that are chosen in a list: by button, key or menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from logbook.domain.entry import Kind, Mark
from logbook.domain.ids import EntryId
from logbook.domain.person import Person
from logbook.domain.selection import EntryRow
from logbook.i18n import translate
from logbook.ui.dialogs.ask_name import AskPeople
from logbook.ui.entry_actions import EntryActions
from logbook.ui.models.timeline_reading import read_chosen, read_everyone
from logbook.ui.widgets.kinds import ICONS, kind_name
from logbook.ui.widgets.marks import MARK_ICONS
from logbook.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.ui.widgets.entry_list_pane import EntryListPane

_FEW = 1_000  # more are read on the vault's thread
REPORT_PAGE = "report_builder"
STAR_KEY, LATER_KEY, HISTORY_KEY = "Ctrl+Shift+S", "Ctrl+Shift+L", "Ctrl+H"


class EntryCommands(QObject):
    """Knows what is chosen, and hands it to `EntryActions` or to another page."""

    going = Signal()  # the entry that is shown goes to the bin, or comes back from it

    def __init__(self, desk: Desk, pane: EntryListPane, acts: EntryActions) -> None:
        super().__init__(pane)
        self._desk = desk
        self._pane = pane
        self._acts = acts

    def edit(self) -> None:
        """Change the entry with the focus."""
        row = self._kept()
        if row is not None:
            self._desk.go("new_entry", entry=int(row.id))

    def show_history(self) -> None:
        """Show every version of the entry with the focus."""
        row = self._kept()
        if row is not None:
            self._desk.go("entry_history", entry=int(row.id))

    def remove(self) -> None:
        """Move what is chosen to the bin."""
        if not self._in_bin:
            self.going.emit()
            self._with_chosen(self._acts.remove)

    def restore(self) -> None:
        """Take what is chosen out of the bin."""
        if self._in_bin:
            self.going.emit()
            self._with_chosen(self._acts.restore)

    def ask_erase(self) -> None:
        """Delete what is chosen for good, after a question."""
        if self._in_bin:
            self._with_chosen(self._acts.ask_erase)

    def turn_star(self) -> None:
        """Star what is chosen, or take the stars off."""
        self._turn(Mark.STAR)

    def turn_later(self) -> None:
        """Keep what is chosen to be finished later, or say that it is finished."""
        self._turn(Mark.LATER)

    def finish(self) -> None:
        """Say that nothing is left to finish of the entry with the focus."""
        row = self._kept()
        if row is not None:
            self._acts.mark([row.id], Mark.LATER, on=False)

    def ask_people(self) -> None:
        """Ask who was part of what is chosen."""
        self._desk.on_vault(read_everyone, then=self._ask_which)

    def ask_kind(self) -> None:
        """Offer the kinds below the button that asks for them."""
        button = self._pane.choice.kind
        menu = Menu(button.text(), button)
        for kind, icon in ICONS.items():
            menu.add(icon, kind_name(kind), partial(self.set_kind, kind))
        menu.open_below(button)

    def set_kind(self, kind: Kind) -> None:
        """Say what kind of thing the chosen entries are."""
        self._with_chosen(partial(self._acts.set_kind, kind=kind))

    def add_people(self, names: tuple[str, ...]) -> None:
        """Name people in the chosen entries."""
        self._with_chosen(partial(self._acts.add_people, names=names))

    def put_into_report(self) -> None:
        """Begin a report with what is chosen."""
        self._with_chosen(self._go_to_report)

    def open_menu_below(self, button: QWidget) -> None:
        """Open the menu of the entry with the focus below a button."""
        menu = Menu(button.accessibleName(), button)
        self.fill_menu(menu)
        menu.open_below(button)

    def open_menu_at(self, where: QPoint) -> None:
        """Open the menu of the row at a place of the list, which is chosen first."""
        view = self._pane.view
        index = view.indexAt(where)
        if index.isValid() and not view.selectionModel().isSelected(index):
            view.choose(index.row())
        if self._pane.current is not None:
            menu = Menu(translate("Timeline", "What to do with this entry"), view)
            self.fill_menu(menu)
            menu.open_at(view.viewport().mapToGlobal(where))

    def fill_menu(self, menu: Menu) -> None:
        """Put into a menu what can be done with the entry with the focus, or with all chosen."""
        row = self._pane.current
        if row is None:
            return
        one = self._pane.chosen_count <= 1
        if self._in_bin:
            menu.add("arrow-counter-clockwise", translate("Timeline", "Put back"), self.restore)
            menu.add("trash", translate("Timeline", "Delete for good"), self.ask_erase)
            return
        if one:
            menu.add("pencil-simple", translate("Timeline", "Edit"), self.edit, "Ctrl+E")
        starred, later = Mark.STAR in row.marks, Mark.LATER in row.marks
        menu.add(
            MARK_ICONS[Mark.STAR],
            translate("Timeline", "Take the star off")
            if starred
            else translate("Timeline", "Star"),
            self.turn_star,
            STAR_KEY,
        )
        menu.add(
            "check-circle" if later else MARK_ICONS[Mark.LATER],
            translate("Timeline", "Nothing is left to finish")
            if later
            else translate("Timeline", "Finish later"),
            self.turn_later,
            LATER_KEY,
        )
        if one:
            history = translate("Timeline", "See history")
            menu.add("clock-counter-clockwise", history, self.show_history, HISTORY_KEY)
        if self._desk.has_page(REPORT_PAGE):
            menu.add("file-text", translate("Timeline", "To a report"), self.put_into_report)
        menu.addSeparator()
        menu.add("trash", translate("Timeline", "Move to the bin"), self.remove, "Del")
        self._add_steps(menu)

    def _add_steps(self, menu: Menu) -> None:
        """Name what can be taken back and done again."""
        steps = self._desk.steps
        if steps.next_undo:
            words = translate("Undo", "Undo: {what}", what=steps.next_undo)
            menu.add("arrow-counter-clockwise", words, self._desk.undo, "Ctrl+Z")
        if steps.next_redo:
            words = translate("Undo", "Redo: {what}", what=steps.next_redo)
            menu.add("arrow-clockwise", words, self._desk.redo, "Ctrl+Y")

    @property
    def _in_bin(self) -> bool:
        return self._pane.filters.chosen.removed

    def _kept(self) -> EntryRow | None:
        """Return the entry with the focus unless it lies in the bin."""
        return None if self._in_bin else self._pane.current

    def _turn(self, mark: Mark) -> None:
        """Mark what is chosen, or take the mark off where the entry with the focus has it."""
        row = self._kept()
        if row is not None:
            self._with_chosen(partial(self._acts.mark, mark=mark, on=mark not in row.marks))

    def _with_chosen(self, act: Callable[[list[EntryId]], object]) -> None:
        """Do something with every chosen entry; the numbers of many are read first."""
        rows, model = self._pane.chosen_rows, self._pane.model
        few = sum(count for _, count in rows) <= _FEW
        here = [model.ids_at(first, count) for first, count in rows] if few else [None]
        if not rows:
            return
        if None not in here:
            act([one for ids in here if ids is not None for one in ids])
            return

        def checked(found: list[EntryId]) -> None:
            if found:
                act(found)
            else:
                self._desk.changed.emit("entries")  # what was chosen is not what is there now

        self._desk.on_vault(read_chosen, model.shown, rows, model.rowCount(), then=checked)

    def _ask_which(self, people: list[Person]) -> None:
        title = translate(
            "Timeline",
            "Who was part of this?|Who was part of these %n entries?",
            "",
            self._pane.chosen_count,
        )
        dialog = AskPeople(self._desk.window(), title, people)
        dialog.chosen.connect(self.add_people)
        dialog.open()

    def _go_to_report(self, entries: list[EntryId]) -> None:
        self._desk.go(REPORT_PAGE, entries=[int(one) for one in entries])
