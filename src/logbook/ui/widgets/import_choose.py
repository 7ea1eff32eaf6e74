"""The third step of an import: which messages are worth an entry, and which entries come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from logbook.i18n import translate
from logbook.tasks.message_choice import Choice, Group, Lines, arranged
from logbook.ui.jobs import Job
from logbook.ui.later import Later
from logbook.ui.models.name_list import NameList
from logbook.ui.models.picker import PickerModel
from logbook.ui.models.picker_rows import Rows, Wanted, make_rows
from logbook.ui.style import add_gap, look, sized, spaced
from logbook.ui.widgets.choice import Segmented
from logbook.ui.widgets.field import Field, SearchField, Select
from logbook.ui.widgets.import_check import ImportCheck
from logbook.ui.widgets.import_days import ImportDays
from logbook.ui.widgets.labelled import Glyph
from logbook.ui.widgets.picker_view import PickerView
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.words import day_and_clock, locale

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

_LEFT_PX, _RIGHT_PX = 244, 266
_GROUPS_SHOWN = 12
_SEARCH_AFTER_MS = 150


class ImportChoose(QWidget):
    """The chat in the middle, the facts of the file before it, the entries to come behind it."""

    changed = Signal()  # what is ticked, or what matches

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._job: Job | None = None
        self.picker = PickerModel()
        self.picker.ticked_changed.connect(self._ticks_changed)
        self.search = SearchField(
            translate("Import", "Search these messages"), translate("Import", "Search")
        )
        self.search.searched.connect(self._wait_and_lay_out)
        self.who = Select(translate("Import", "From"))
        self.chat = Select(translate("Import", "Chat"))
        self._senders = NameList(translate("Import", "From anyone"))
        self._chats = NameList(
            translate("Import", "All chats"), translate("Import", "Chat without a name")
        )
        for select, names in ((self.who, self._senders), (self.chat, self._chats)):
            select.show_names(names)
            select.currentIndexChanged.connect(self._wait_and_lay_out)
        self.days = ImportDays()
        self.days.changed.connect(self._wait_and_lay_out)
        self._matches = Text("", "small", "text-2", elide=True)
        self.view = PickerView(self.picker)
        self._wide = False
        self._later = Later(self, _SEARCH_AFTER_MS, self._lay_out)
        self.facts = ImportCheck(short=True)
        self._left = self._build_left()
        self._left_line = Line(upright=True)
        row = QHBoxLayout(self)
        spaced(row, gap=0)
        for part in (self._left, self._left_line):
            row.addWidget(part)
        row.addWidget(self._build_middle(), 1)
        row.addWidget(Line(upright=True))
        row.addWidget(self._build_right())
        look().dressing.dress_in_parts(self)
        self.chat.hide()
        self.set_width(0, 1)

    @property
    def is_settled(self) -> bool:
        """False while the rows are being searched."""
        return self._job is None and not self._later.isActive() and self.days.is_settled

    def show_lines(self, lines: Lines, rows: Rows, before: Choice | None = None) -> None:
        """Show the messages of a file; what was ticked `before` by its place stays ticked."""
        for select in (self.who, self.chat):
            select.blockSignals(True)
        self.search.forget()
        self.days.forget()
        self._senders.show(lines.senders)
        self._chats.show(lines.conversations)
        self.chat.setVisible(len(lines.conversations) > 1)
        self._set_bar()
        for select in (self.who, self.chat):
            select.setCurrentIndex(0)
            select.blockSignals(False)
        self.picker.show(lines, rows, before)
        self._show_division()
        self._say_matches()
        self.view.scrollToTop()

    def forget(self) -> None:
        """Show nothing."""
        self._later.stop()
        nothing = arranged(())
        self.show_lines(nothing, make_rows(nothing, Wanted(), b""))

    def set_width(self, effective_px: int, narrow_px: int) -> None:
        """Leave the facts of the file out where there is no room: the second step has them."""
        self._wide = effective_px >= narrow_px
        self._left.setVisible(self._wide)
        self._left_line.setVisible(self._wide)
        self._set_bar()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()

    def _set_bar(self) -> None:
        """Give the search a row of its own where there is no room beside the others."""
        ways, has_room = QBoxLayout.Direction, self._wide and self.chat.isHidden()
        self._bar.setDirection(ways.LeftToRight if has_room else ways.TopToBottom)

    def _build_left(self) -> QWidget:
        column = QVBoxLayout()
        spaced(column, margins=(22, 18, 20, 18))
        column.addWidget(self.facts)
        column.addStretch(1)
        left = Surface("sunken")
        sized(left, width=_LEFT_PX)
        whole = QVBoxLayout(left)
        spaced(whole, gap=0)
        whole.addWidget(ScrollColumn(column))
        return left

    def _build_middle(self) -> QWidget:
        selects = QHBoxLayout()
        spaced(selects, gap=6)
        selects.addWidget(self.who, 1)
        selects.addWidget(self.chat, 1)
        selects.addWidget(self.days.button)
        self._bar = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        spaced(self._bar, margins=(0, 14, 0, 4), gap=8)
        self._bar.addWidget(self.search, 2)
        self._bar.addLayout(selects, 3)
        middle = Surface("surface")
        column = QVBoxLayout(middle)
        spaced(column, margins=(26, 0, 14, 0), gap=4)
        column.addLayout(self._bar)
        column.addWidget(self.days)
        column.addWidget(self._matches)
        column.addWidget(self.view, 1)
        return middle

    def _build_right(self) -> QWidget:
        self._will = Text("", "small", "text-2", wrap=True)
        self._rows = [_GroupRow() for _ in range(_GROUPS_SHOWN)]
        self._more = Text("", "small", "text-3")
        self.by_day = Segmented(
            translate("Import", "Make one entry for"),
            (
                (True, translate("Import", "Each day")),
                (False, translate("Import", "Each chat")),
            ),
        )
        self.by_day.chosen.connect(self._division_chosen)
        self.around = Select(translate("Import", "Show around each one"))
        for count, words in (
            (0, translate("Import", "Nothing")),
            (1, translate("Import", "1 before, 1 after")),
            (3, translate("Import", "3 before, 3 after")),
        ):
            self.around.addItem(words, count)
        self.around.setCurrentIndex(1)
        self.around.currentIndexChanged.connect(self._around_chosen)
        column = QVBoxLayout()
        spaced(column, margins=(22, 18, 22, 18), gap=8)
        column.addWidget(Text(translate("Import", "Will be added"), "strong"))
        for part in (self._will, *self._rows, self._more):
            column.addWidget(part)
        add_gap(column, 8)
        column.addWidget(Line())
        add_gap(column, 8)
        column.addWidget(Text(translate("Import", "Make one entry for"), "label"))
        row = QHBoxLayout()
        row.addWidget(self.by_day)
        row.addStretch(1)
        column.addLayout(row)
        hint = translate("Import", "Context helps a reader see that nothing was cut out.")
        label = translate("Import", "Show around each one")
        column.addWidget(Field(label, self.around, hint=hint))
        column.addStretch(1)
        pane = Surface("surface")
        sized(pane, width=_RIGHT_PX)
        whole = QVBoxLayout(pane)
        spaced(whole, gap=0)
        whole.addWidget(ScrollColumn(column))
        return pane

    def _wait_and_lay_out(self, _value: object = None) -> None:
        self._later.start()

    def _lay_out(self) -> None:
        """Search on the pool; a newer search takes the place of one under way."""
        if self._job is not None:
            self._job.cancel()
        wanted = Wanted(
            " ".join(self.search.text().casefold().split()),
            self._senders.name_of(self.who.currentIndex()),
            self._chats.place_of(self.chat.currentIndex()),
            *self.days.days,
        )
        choice = self.picker.choice
        job = self._desk.in_pool(
            make_rows, choice.lines, wanted, bytes(choice.ticked), then=self._show_rows
        )
        self._job = job
        job.ended.connect(_Forget(self, job))

    def end_search(self, job: Job) -> None:
        """Note that a search is over, unless a newer one is under way."""
        if self._job is job:
            self._job = None

    def _show_rows(self, rows: Rows) -> None:
        if rows.hits and rows.hits[-1] >= self.picker.total:
            return  # of another file
        self.picker.show_rows(rows)
        self._say_matches()
        self.view.scrollToTop()

    def _say_matches(self) -> None:
        wanted = self.picker.wanted
        if not wanted.is_on:
            nothing = translate("Import", "There is no message to choose from in this file.")
            self._matches.setText("" if self.picker.rowCount() else nothing)
            self._matches.setVisible(not self.picker.rowCount())
            return
        words = translate("Import", "No message matches.")
        if self.picker.hit_count:
            words = translate(
                "Import",
                "%n match. The whole chat is shown around it.|"
                "%n matches. The whole chat is shown around each one.",
                "",
                self.picker.hit_count,
            )
        self._matches.setText(words)
        self._matches.show()
        self._desk.announce(words)

    def _around_chosen(self, _at: int) -> None:
        self.picker.set_around(int(self.around.currentData()))

    def _division_chosen(self, by_day: object) -> None:
        self.picker.divide(by_day=bool(by_day))

    def _show_division(self) -> None:
        """Show what makes one entry and what stands around each, as the choice has them."""
        for part in (self.by_day, self.around):
            part.blockSignals(True)
        self.by_day.choose(value=self.picker.choice.by_day)
        self.around.setCurrentIndex(max(self.around.findData(self.picker.choice.around), 0))
        for part in (self.by_day, self.around):
            part.blockSignals(False)

    def _ticks_changed(self) -> None:
        choice = self.picker.choice
        messages = translate("Import", "%n message|%n messages", "", choice.count)
        entries = translate("Import", "%n entry|%n entries", "", choice.group_count)
        self._will.setText(
            translate("Import", "{messages} as {entries}", messages=messages, entries=entries)
            if choice.count
            else translate("Import", "Every message is kept. Tick those that are worth an entry.")
        )
        groups = choice.groups(_GROUPS_SHOWN)
        for at, row in enumerate(self._rows):
            row.say(groups[at] if at < len(groups) else None)
        left = choice.group_count - len(groups)
        more = translate("Import", "and {count} more", count=locale().toString(left))
        self._more.setText(more)
        self._more.setVisible(left > 0)
        self.changed.emit()


class _Forget:
    """Tells when a search is over."""

    def __init__(self, choose: ImportChoose, job: Job) -> None:
        self._choose = choose
        self._job = job

    def __call__(self) -> None:
        self._choose.end_search(self._job)


class _GroupRow(QWidget):
    """One entry that will be made."""

    def __init__(self) -> None:
        super().__init__()
        self._head = Text("", "label", elide=True)
        self._line = Text("", "caption", "text-2", elide=True)
        column = QVBoxLayout()
        spaced(column, gap=0)
        column.addWidget(self._head)
        column.addWidget(self._line)
        row = QHBoxLayout(self)
        spaced(row, margins=(0, 2, 0, 2), gap=10)
        row.addWidget(Glyph("chat-text", 16))
        row.addLayout(column, 1)
        self.hide()

    def say(self, group: Group | None) -> None:
        """Say when it begins and how much it holds; None hides the row."""
        self.setVisible(group is not None)
        if group is not None:
            self._head.setText(day_and_clock(group.local))
            words = translate("Import", "%n message|%n messages", "", group.messages)
            self._line.setText(words)
