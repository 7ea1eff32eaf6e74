"""Import messages in four steps: the file, what was found, which ones matter, keeping them all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from logbook.domain.entry import Entry
from logbook.domain.message import Answers, ImportSummary
from logbook.errors import AnswerNeeded, LogbookError
from logbook.i18n import translate
from logbook.tasks import bring_in_messages, choose_messages
from logbook.tasks.bring_in_messages import Examined
from logbook.tasks.choose_messages import Lines
from logbook.ui.failures import tone_for, words_for
from logbook.ui.jobs import Job
from logbook.ui.models.picker import PickerModel
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.style import px, spaced
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.choice import Segmented
from logbook.ui.widgets.drop_zone import DropZone
from logbook.ui.widgets.field import Field, SearchField, Select
from logbook.ui.widgets.import_check import ImportCheck
from logbook.ui.widgets.labelled import Glyph
from logbook.ui.widgets.picker_row import PickerDelegate
from logbook.ui.widgets.progress_row import ProgressRow
from logbook.ui.widgets.steps import Steps
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

FILE, CHECK, CHOOSE, ADD = range(4)
_SIDE_PX, _RESULT_PX = 244, 266
_GROUPS_SHOWN = 12


class ImportPage(Page):
    """Nothing is written until the last step; Stop keeps nothing."""

    page_id: ClassVar[str] = "import_messages"
    help_id: ClassVar[str] = "import"
    panes_wanted: ClassVar[int] = 3

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._examined: Examined | None = None
        self._lines: Lines | None = None
        self._job: Job | None = None
        self._summary: ImportSummary | None = None
        self._steps = Steps(
            (
                translate("Import", "File"),
                translate("Import", "Check"),
                translate("Import", "Choose"),
                translate("Import", "Add"),
            )
        )
        self.picker = PickerModel()
        self.picker.ticked_changed.connect(self._say_choice)
        self._build_footer()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_file())
        self._check = ImportCheck()
        self._check.changed.connect(self._answered)
        self._stack.addWidget(_column_of(self._check))
        self._stack.addWidget(self._build_choose())
        self._stack.addWidget(self._build_add())
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        self._banner = Banner()
        self._banner.hide()
        holder = QVBoxLayout()
        spaced(holder, margins=(28, 14, 28, 0))
        holder.addWidget(self._banner)
        whole.addLayout(holder)
        whole.addWidget(self._stack, 1)
        self._go_to(FILE)

    @classmethod
    def nav(cls) -> NavItem | None:
        return NavItem("chat-text", translate("Rail", "Import messages"), 2, Section.RECORD)

    def title(self) -> str:
        return translate("Import", "Import messages")

    def head_widget(self) -> QWidget | None:
        return self._steps

    def footer(self) -> QWidget | None:
        return self._footer

    def primary(self) -> QWidget | None:
        return None

    def focus_target(self) -> QWidget | None:
        return self._drop.button if self._stack.currentIndex() == FILE else self._next

    def panes(self) -> list[QWidget]:
        return [self.view, self._next] if self._stack.currentIndex() == CHOOSE else [self]

    def on_show(self, **_arguments: object) -> None:
        if self._job is None and self._summary is not None:
            self._start_again()

    def take_files(self, untrusted_paths: list[Path]) -> bool:
        if not untrusted_paths or self._job is not None:
            return True
        self._banner.hide()
        self._busy(
            translate("Import", "Looking at the file"),
            self.desk.in_pool(
                bring_in_messages.examine_messages,
                untrusted_paths[0],
                then=self._found,
                failed=self._failed,
            ),
        )
        return True

    def _build_file(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout()
        spaced(column, margins=(28, 24, 28, 24), gap=12)
        self._drop = DropZone(
            translate("Import", "Drop a message export here"),
            translate("Import", "The original is copied in and kept unchanged."),
            translate("Import", "Choose a file"),
            icon="download-simple",
        )
        self._drop.setMinimumHeight(px(190))
        self._drop.dropped.connect(self.take_files)
        self._drop.pressed.connect(self._choose_file)
        column.addWidget(self._drop)
        self._looking = ProgressRow(translate("Import", "Looking at the file"))
        self._looking.stop_pressed.connect(self._stop)
        self._looking.hide()
        column.addWidget(self._looking)
        column.addSpacing(px(8))
        column.addWidget(Text(translate("Import", "What can be brought in"), "heading"))
        for known in bring_in_messages.formats():
            card = Surface("card")
            inside = QVBoxLayout(card)
            spaced(inside, margins=(18, 14, 18, 14), gap=4)
            inside.addWidget(Text(known.label, "strong"))
            inside.addWidget(Text(known.how_to_get, "body", "text-2", wrap=True))
            column.addWidget(card)
        column.addStretch(1)
        outer = QVBoxLayout(page)
        spaced(outer, gap=0)
        outer.addWidget(ScrollColumn(column))
        return page

    def _build_choose(self) -> QWidget:
        self._search = SearchField(
            translate("Import", "Search these messages"), translate("Import", "Search")
        )
        self._search.searched.connect(self._searched)
        self._sender = Select(translate("Import", "From"))
        self._sender.currentIndexChanged.connect(self._searched)
        bar = QHBoxLayout()
        spaced(bar, margins=(0, 14, 0, 4), gap=8)
        bar.addWidget(self._search, 1)
        bar.addWidget(self._sender, 1)
        self._matches = Text("", "small", "text-2")
        self.view = _List(self.picker)
        middle = QWidget()
        column = QVBoxLayout(middle)
        spaced(column, margins=(26, 0, 26, 0), gap=4)
        column.addLayout(bar)
        column.addWidget(self._matches)
        column.addWidget(self.view, 1)
        self._facts = ImportCheck(short=True)
        self._facts.change_pressed.connect(self._back_to_check)
        left = Surface("sunken")
        left.setFixedWidth(px(_SIDE_PX))
        inside = QVBoxLayout(left)
        spaced(inside, margins=(22, 18, 20, 18))
        inside.addWidget(self._facts)
        inside.addStretch(1)
        page = QWidget()
        row = QHBoxLayout(page)
        spaced(row, gap=0)
        row.addWidget(left)
        row.addWidget(Line(upright=True))
        row.addWidget(middle, 1)
        row.addWidget(Line(upright=True))
        row.addWidget(self._build_result())
        return page

    def _build_result(self) -> QWidget:
        self._will = Text("", "small", "text-2", wrap=True)
        self._groups = QVBoxLayout()
        spaced(self._groups, gap=10)
        self._by_day = Segmented(
            translate("Import", "Make one entry for"),
            (
                (True, translate("Import", "Each day")),
                (False, translate("Import", "Each chat")),
            ),
        )
        self._by_day.chosen.connect(self._say_choice)
        self._around = Select(translate("Import", "Show around each one"))
        for count, words in (
            (0, translate("Import", "Nothing")),
            (1, translate("Import", "1 before, 1 after")),
            (3, translate("Import", "3 before, 3 after")),
        ):
            self._around.addItem(words, count)
        self._around.setCurrentIndex(1)
        self._around.currentIndexChanged.connect(self._around_chosen)
        column = QVBoxLayout()
        spaced(column, margins=(22, 18, 22, 18), gap=8)
        column.addWidget(Text(translate("Import", "Will be added"), "strong"))
        column.addWidget(self._will)
        column.addLayout(self._groups)
        column.addSpacing(px(8))
        column.addWidget(Line())
        column.addSpacing(px(8))
        column.addWidget(Text(translate("Import", "Make one entry for"), "label"))
        row = QHBoxLayout()
        row.addWidget(self._by_day)
        row.addStretch(1)
        column.addLayout(row)
        hint = translate("Import", "Context helps a reader see that nothing was cut out.")
        column.addWidget(
            Field(translate("Import", "Show around each one"), self._around, hint=hint)
        )
        column.addStretch(1)
        pane = Surface("surface")
        pane.setFixedWidth(px(_RESULT_PX))
        whole = QVBoxLayout(pane)
        spaced(whole, gap=0)
        whole.addWidget(ScrollColumn(column))
        return pane

    def _build_add(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        spaced(column, margins=(28, 32, 28, 28), gap=14)
        self._adding = ProgressRow(translate("Import", "Adding messages"))
        self._adding.stop_pressed.connect(self._stop)
        self._done = Text("", "title", wrap=True)
        self._counts = Text("", "body", "text-2", wrap=True)
        self._undo = Button(translate("Import", "Undo import"))
        self._undo.clicked.connect(self._undo_import)
        self._see = Button(translate("Import", "See them"), Variant.PRIMARY)
        self._see.clicked.connect(self._see_them)
        self._another = Button(translate("Import", "Import another file"))
        self._another.clicked.connect(self._start_again)
        buttons = QHBoxLayout()
        spaced(buttons, gap=10)
        for button in (self._see, self._another, self._undo):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._outcome = QWidget()
        inside = QVBoxLayout(self._outcome)
        spaced(inside, gap=8)
        inside.addWidget(self._done)
        inside.addWidget(self._counts)
        inside.addSpacing(px(10))
        inside.addLayout(buttons)
        column.addWidget(self._adding)
        column.addWidget(self._outcome)
        column.addStretch(1)
        return page

    def _build_footer(self) -> None:
        self._footer = Surface("surface")
        self._chosen = Text("", "strong")
        self._all = Button("", Variant.LINK, size=Size.SMALL)
        self._all.clicked.connect(self._tick_matches)
        self._back = Button(translate("Import", "Back"))
        self._back.clicked.connect(self._go_back)
        self._next = Button(
            translate("Import", "Continue"), Variant.PRIMARY, trailing="arrow-right"
        )
        self._next.clicked.connect(self._go_on)
        row = QHBoxLayout(self._footer)
        spaced(row, margins=(28, 13, 24, 13), gap=10)
        for part in (self._chosen, self._all):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self._next)

    def _go_to(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self._steps.go_to(step)
        self._footer.setVisible(step in {CHECK, CHOOSE})
        self._chosen.setVisible(step == CHOOSE)
        self._all.setVisible(step == CHOOSE)
        self._say_choice()

    def _choose_file(self) -> None:
        endings = tuple(
            dict.fromkeys(ending for one in bring_in_messages.formats() for ending in one.endings)
        )
        self.desk.choose_files(self.take_files, endings=endings)

    def _busy(self, doing: str, job: Job) -> None:
        self._job = job
        self._looking.show_progress(0, 0, doing)
        self._looking.show()
        self._looking.follow(job)
        job.ended.connect(self._not_busy)

    def _not_busy(self) -> None:
        self._job = None
        self._looking.hide()

    def _found(self, examined: Examined) -> None:
        self._examined = examined
        self._check.show_found(examined)
        self._go_to(CHECK)
        self._answered()

    def _answered(self) -> None:
        self._next.setEnabled(self._check.is_settled())

    def _answers(self) -> Answers:
        return self._check.answers()

    def _go_on(self) -> None:
        if self._examined is None:
            return
        if self._stack.currentIndex() == CHECK:
            self._stack.setCurrentIndex(FILE)
            self._busy(
                translate("Import", "Reading messages"),
                self.desk.in_pool(
                    choose_messages.read_lines,
                    self._examined,
                    self._answers(),
                    then=self._show_lines,
                    failed=self._failed,
                ),
            )
            return
        self._add()

    def _show_lines(self, lines: Lines) -> None:
        self._lines = lines
        self.picker.show(lines.lines)
        self._sender.blockSignals(True)
        self._sender.clear()
        self._sender.addItem(translate("Import", "From anyone"), "")
        for sender in dict.fromkeys(line.sender for line in lines.lines if line.sender):
            self._sender.addItem(sender, sender)
        self._sender.blockSignals(False)
        if self._examined is not None:
            self._facts.show_found(self._examined, self._answers())
        if lines.cut:
            self._banner.say(
                translate("Import", "This chat is very long."),
                translate(
                    "Import",
                    "The first {count} messages are shown. All of them will be kept.",
                    count=locale().toString(len(lines.lines)),
                ),
            )
            self._banner.show()
        self._go_to(CHOOSE)
        self._searched()
        self.view.setFocus()

    def _searched(self, _value: object = None) -> None:
        sender = self._sender.currentData() or ""
        self.picker.search(self._search.text(), sender)
        hits = len(self.picker.hits()) if self._search.text().strip() or sender else 0
        words = translate("Import", "%n match. The whole chat is shown around each one.", "", hits)
        self._matches.setText(words if hits else "")
        self._say_choice()

    def _around_chosen(self, _at: int) -> None:
        self.picker.set_around(int(self._around.currentData()))

    def _tick_matches(self) -> None:
        self.picker.tick_all(self.picker.hits(), on=True)

    def _say_choice(self, _value: object = None) -> None:
        ticked = self.picker.ticked()
        total, count = self.picker.total, len(ticked)
        self._chosen.setText(
            translate(
                "Import",
                "{count} of {total} chosen",
                count=locale().toString(count),
                total=locale().toString(total),
            )
        )
        hits = len(self.picker.hits())
        words = translate("Import", "Choose all {count} that match", count=locale().toString(hits))
        self._all.setText(words if hits != total else translate("Import", "Choose all"))
        if self._stack.currentIndex() == CHOOSE:
            none = translate("Import", "Keep all, choose none")
            some = translate("Import", "Add %n message|Add %n messages", "", count)
            self._next.setText(some if count else none)
            self._next.setEnabled(True)
        else:
            self._next.setText(translate("Import", "Continue"))
        self._say_groups()

    def _say_groups(self) -> None:
        groups = self._grouped()
        while (item := self._groups.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        ticked = len(self.picker.ticked())
        entries = translate("Import", "%n entry|%n entries", "", len(groups))
        messages = translate("Import", "%n message|%n messages", "", ticked)
        self._will.setText(
            translate("Import", "{messages} as {entries}", messages=messages, entries=entries)
            if ticked
            else translate("Import", "Every message is kept. Tick those that are worth an entry.")
        )
        for part in groups[:_GROUPS_SHOWN]:
            count = translate("Import", "%n message|%n messages", "", len(part))
            self._groups.addWidget(_GroupRow(part[0].local.replace("T", ", ")[:17], count))
        left = len(groups) - _GROUPS_SHOWN
        if left > 0:
            more = translate("Import", "and %n more", "", left)
            self._groups.addWidget(Text(more, "small", "text-3"))

    def _grouped(self) -> list[list[choose_messages.Line]]:
        return choose_messages.group(self.picker.ticked(), by_day=bool(self._by_day.value()))

    def _printed_groups(self) -> list[list[int]]:
        """Return each entry's messages with their context, as order indexes."""
        groups: list[list[int]] = []
        lines = self._lines.lines if self._lines is not None else ()
        around = int(self._around.currentData())
        for part in self._grouped():
            picked, context = choose_messages.with_context(
                [line.order_index for line in part], lines, around=around
            )
            groups.append(sorted(picked | context))
        return groups

    def _add(self) -> None:
        if self._examined is None:
            return
        self._go_to(ADD)
        self._outcome.hide()
        self._adding.show()
        job = self.desk.on_vault(
            choose_messages.keep_with_entries,
            self._examined,
            self._answers(),
            self._printed_groups(),
            then=self._added,
            failed=self._failed,
            long=True,
        )
        self._job = job
        self._adding.follow(job)
        job.stopped.connect(self._stopped)
        job.ended.connect(self._ended)

    def _ended(self) -> None:
        self._job = None

    def _added(self, found: tuple[ImportSummary, Sequence[Entry]]) -> None:
        summary, entries = found
        self._summary = summary
        self._adding.hide()
        self._outcome.show()
        stored = translate(
            "Import", "%n message kept|%n messages kept", "", summary.messages_stored
        )
        made = translate("Import", "%n entry written|%n entries written", "", len(entries))
        self._done.setText(f"{stored}, {made}" if entries else stored)
        self._counts.setText("\n".join(_said_counts(summary)))
        self._undo.setVisible(summary.import_id is not None and summary.messages_stored > 0)
        self.desk.changed.emit("entries")
        self.desk.announce(self._done.text())
        self._see.setFocus()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _stopped(self) -> None:
        self._go_to(CHOOSE)
        self.desk.toast(translate("Import", "Stopped. Nothing was added."))

    def _undo_import(self) -> None:
        if self._summary is None or self._summary.import_id is None:
            return
        self.desk.on_vault(
            bring_in_messages.undo_import, self._summary.import_id, then=self._undone, long=True
        )

    def _undone(self, _result: object) -> None:
        self.desk.changed.emit("entries")
        self.desk.toast(translate("Import", "The import is undone."))
        self._start_again()

    def _see_them(self) -> None:
        self.desk.go("timeline")

    def _start_again(self) -> None:
        self._examined = self._lines = self._summary = None
        self._banner.hide()
        self._search.clear()
        self.picker.show(())
        self._go_to(FILE)

    def _go_back(self) -> None:
        self._banner.hide()
        self._go_to(FILE if self._stack.currentIndex() == CHECK else CHECK)
        self._answered()

    def _back_to_check(self) -> None:
        self._go_to(CHECK)
        self._answered()

    def _failed(self, error: LogbookError) -> None:
        if isinstance(error, AnswerNeeded):
            self._go_to(CHECK)
        elif self._stack.currentIndex() == ADD:
            self._go_to(CHOOSE)
        words = words_for(error)
        self._banner.say(words.title, f"{words.what} {words.do}".strip(), tone_for(error))
        self._banner.show()
        self.desk.announce(words.title, urgent=True)


class _GroupRow(QWidget):
    """One entry that will be made."""

    def __init__(self, head: str, line: str) -> None:
        super().__init__()
        column = QVBoxLayout()
        spaced(column, gap=0)
        column.addWidget(Text(head, "label"))
        column.addWidget(Text(line, "caption", "text-2"))
        row = QHBoxLayout(self)
        spaced(row, gap=10)
        row.addWidget(Glyph("chat-text", 16))
        row.addLayout(column, 1)


class _List(QListView):
    """Messages with a box each; Space ticks, Enter opens a fold."""

    def __init__(self, model: PickerModel) -> None:
        super().__init__()
        self._picker = model
        self._delegate = PickerDelegate()
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(translate("Import", "Messages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(400)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._pressed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.use_width(self.viewport().width())
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            for index in self.selectedIndexes() or [self.currentIndex()]:
                if index.isValid():
                    self._picker.press(index.row())
            return
        if event.key() == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._picker.tick_all(self._picker.hits(), on=True)
            return
        super().keyPressEvent(event)

    def _pressed(self, index: QModelIndex) -> None:
        self._picker.press(index.row())


def _column_of(inside: QWidget) -> QWidget:
    column = QVBoxLayout()
    spaced(column, margins=(28, 24, 28, 24))
    column.addWidget(inside)
    column.addStretch(1)
    return ScrollColumn(column)


def _said_counts(summary: ImportSummary) -> list[str]:
    """Say the counts that add up, and what is missing."""
    said = [
        translate(
            "Import",
            "{records} records in the file: {stored} kept, {here} already here, {missed} not"
            " understood.",
            records=locale().toString(summary.records_in_file),
            stored=locale().toString(summary.messages_stored),
            here=locale().toString(summary.already_here),
            missed=locale().toString(len(summary.not_understood)),
        )
    ]
    if summary.already_here:
        said.append(translate("Import", "Messages that were already in this book are left out."))
    if summary.not_understood:
        said.append(translate("Import", "What was not understood stays in the original file."))
    if summary.missing:
        words = "%n file is named in the chat and was not exported with it."
        more = "%n files are named in the chat and were not exported with it."
        said.append(translate("Import", f"{words}|{more}", "", len(summary.missing)))
    return said
