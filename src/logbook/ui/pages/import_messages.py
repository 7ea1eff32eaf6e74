"""Import messages in four steps: the file, what was found, which ones matter, keeping them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from logbook.domain.entry import Entry
from logbook.domain.message import ImportSummary
from logbook.errors import AnswerNeeded, LogbookError, UnknownFormat, WrongKind
from logbook.i18n import translate
from logbook.tasks import bring_in_messages, choose_messages
from logbook.tasks.bring_in_messages import Examined
from logbook.ui.failures import tone_for, words_for
from logbook.ui.import_work import ImportWork
from logbook.ui.models.import_reading import HalfDone, Read, read_all
from logbook.ui.page import Page
from logbook.ui.style import limited, look, spaced
from logbook.ui.widgets.button import Variant
from logbook.ui.widgets.chip import Tone
from logbook.ui.widgets.import_check import ImportCheck
from logbook.ui.widgets.import_choose import ImportChoose
from logbook.ui.widgets.import_done import ImportDone
from logbook.ui.widgets.import_file import ImportFile
from logbook.ui.widgets.import_foot import ImportFoot
from logbook.ui.widgets.import_notices import ImportNotices
from logbook.ui.widgets.steps import Steps
from logbook.ui.widgets.surface import ScrollColumn
from logbook.ui.words import locale, short_day

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.import_rows import KeptImport

FILE, CHECK, CHOOSE, ADD = range(4)
_COLUMN_PX = 720
_FACTS_PX = 1_000  # effective width from which the facts stand beside the picker
_STEPS_PX = 1_000  # and from which the bar has room for the names of the steps


class ImportPage(Page):
    """Nothing is written until the last step; Stop keeps nothing."""

    page_id: ClassVar[str] = "import_messages"
    help_id: ClassVar[str] = "import"
    rail_page: ClassVar[str] = "messages"
    has_back: ClassVar[bool] = True
    panes_wanted: ClassVar[int] = 3
    heavy: ClassVar[Mapping[type[QWidget], bool]] = {
        ImportCheck: False,
        ImportChoose: True,
        ImportDone: False,
    }

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._examined: Examined | None = None
        self._read: Read | None = None
        self._earlier: KeptImport | None = None
        self._path = Path()
        self._steps_fit = True
        self._is_new = False  # what is done was shown by the page that this one took the place of
        self._had_focus = False  # whether the cursor was here when work began
        self._summary: ImportSummary | None = None
        self._entries: Sequence[Entry] = ()
        self._steps = Steps(
            (
                translate("Import", "File"),
                translate("Import", "Check"),
                translate("Import", "Choose"),
                translate("Import", "Add"),
            )
        )
        self.file = ImportFile(bring_in_messages.formats())
        self.file.dropped.connect(self.take_files)
        self.file.choose_pressed.connect(self._choose_file)
        self.check = self.part(ImportCheck)
        self.check.changed.connect(self._answered)
        self.choose = self.part(ImportChoose)
        self._facts = self.choose.facts
        self._facts.change_pressed.connect(self._back_to_check)
        self.choose.changed.connect(self._say_choice)
        self.done = self.part(ImportDone)
        self.done.see_pressed.connect(self._see_them)
        self.done.another_pressed.connect(self._start_again)
        self.done.undo_pressed.connect(self._undo_import)
        self._stack = QStackedWidget()
        for part in (self.file, _in_column(self.check), self.choose, self.done):
            self._stack.addWidget(part)
        self._painting = QTimer(self)
        self._painting.setSingleShot(True)
        self._painting.timeout.connect(lambda: self._stack.setUpdatesEnabled(True))
        self.foot = ImportFoot()
        self.foot.all_pressed.connect(self.choose.picker.tick_hits)
        self.foot.none_pressed.connect(self._tick_none)
        self.foot.back_pressed.connect(self._go_back)
        self.foot.next_pressed.connect(self._go_on)
        self.notices = ImportNotices()
        self.notices.instead_pressed.connect(self._keep_as_file)
        self._work = ImportWork(desk, self.notices)
        self._work.began.connect(self._begin_work)
        self._work.ended.connect(self._end_work)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addWidget(self.notices)
        whole.addWidget(self._stack, 1)
        self._go_to(FILE)
        look().dressing.dress_in_parts(self, self._stack)  # one step is seen at a time

    def title(self) -> str:
        return translate("Import", "Import messages")

    def head_widget(self) -> QWidget | None:
        return self._steps

    def main_button(self) -> QWidget | None:
        return self.foot.next

    def footer(self) -> QWidget | None:
        return self.foot

    def focus_target(self) -> QWidget | None:
        return {
            FILE: self.file.drop.button,
            CHECK: self.check.open_question() or self.foot.next,
            CHOOSE: self.choose.view,
            ADD: self.done.first_focus(),
        }[self._step]

    def panes(self) -> list[QWidget]:
        if self._step == CHOOSE:
            return [self.choose, self.choose.view, self.foot]
        return [self.check if self._step == CHECK else self._stack, self.foot]

    def on_show(self, **_arguments: object) -> None:
        if not self._work.is_on and self._summary is not None and not self._is_new:
            self._start_again()
        self._is_new = False

    def on_leave(self) -> None:
        if self._examined is not None and not self._work.is_on:
            self._examined = bring_in_messages.set_aside(self._examined)

    def set_width(self, effective_px: int) -> None:
        self.choose.set_width(effective_px, _FACTS_PX)
        self._steps_fit = effective_px >= _STEPS_PX
        self._steps.setVisible(self._steps_fit)
        self.bar_changed.emit()

    def status(self) -> str:
        return "" if self._steps_fit else self._steps.accessibleName()

    def step_back(self) -> bool:
        if self._step not in {CHECK, CHOOSE}:
            return False
        self.foot.back.click()
        return True

    def half_done(self) -> HalfDone | None:
        if self._examined is None:
            return None
        return HalfDone(
            step=self._step,
            path=self._path,
            examined=self._examined,
            earlier=self._earlier,
            given=self.check.answers(),
            read=self._read,
            choice=self.choose.picker.choice if self._read is not None else None,
            summary=self._summary,
            entries=self._entries,
        )

    def go_on(self, half_done: object) -> None:
        if not isinstance(half_done, HalfDone):
            return
        self._path, self._examined = half_done.path, half_done.examined
        self._earlier = half_done.earlier
        self._say_found(half_done.examined)
        self.check.give(half_done.given)
        if half_done.read is not None:
            self._read = half_done.read
            self.choose.show_lines(half_done.read.lines, half_done.read.rows, half_done.choice)
            self._facts.show_found(half_done.examined, half_done.read.answers)
        if half_done.summary is not None:
            self._summary, self._entries = half_done.summary, half_done.entries
            self.done.say(half_done.summary, len(half_done.entries))
            self._is_new = True
        self._go_to(half_done.step)

    def take_files(self, untrusted_paths: list[Path]) -> bool:
        if not untrusted_paths:
            return True
        if self._work.is_on:
            self.desk.toast(translate("Import", "One file at a time. This one is not done yet."))
        elif self._examined is not None and self._summary is None:
            self._ask_other(untrusted_paths[0])
        else:
            self._examine(untrusted_paths[0])
        return True

    @property
    def _step(self) -> int:
        return self._stack.currentIndex()

    def _go_to(self, step: int) -> None:
        if step != self._step and self.isVisible():
            self._paint_soon()
        self._stack.setCurrentIndex(step)
        self._steps.go_to(step)
        self.bar_changed.emit()
        self.foot.show_step(
            self._quiet_words(step), choosing=step == CHOOSE, ways=step in {CHECK, CHOOSE}
        )
        self._say_choice()

    def _paint_soon(self) -> None:
        """Let the loop turn once between the layout of a step and its first paint."""
        self._stack.setUpdatesEnabled(False)
        self._painting.start(0)

    def _quiet_words(self, step: int) -> str:
        if step != ADD:
            return translate("Import", "Nothing is added before the last step.")
        if self.done.undo.isVisibleTo(self.done):
            return translate("Import", "You can undo this import until you leave this page.")
        return ""

    # The file

    def _choose_file(self) -> None:
        endings = tuple(
            dict.fromkeys(ending for one in bring_in_messages.formats() for ending in one.endings)
        )
        self.desk.choose_files(self.take_files, endings=endings)

    def _ask_other(self, path: Path) -> None:
        self.desk.ask(
            translate("Import", "Use the other file instead?"),
            translate("Import", "What you chose in this one is not kept. Nothing was added yet."),
            ("stay", translate("Import", "Stay with this one"), Variant.SECONDARY),
            ("other", translate("Import", "Use the other file"), Variant.SECONDARY),
            then=lambda answer: self._examine(path) if answer == "other" else None,
        )

    def _examine(self, path: Path) -> None:
        self._start_again()
        self._path = path
        job = self.desk.in_pool(
            bring_in_messages.examine_messages, path, then=self._found, failed=self._failed
        )
        self._work.follow(translate("Import", "Looking at the file"), job)

    def _found(self, examined: Examined) -> None:
        self._examined = examined
        self.desk.on_vault(
            choose_messages.earlier_import, examined, then=self._show_found, failed=self._failed
        )

    def _show_found(self, earlier: KeptImport | None) -> None:
        if self._examined is None:
            return
        self._earlier = earlier
        self._say_found(self._examined)
        self._go_to(CHECK)
        self._take_focus()

    def _say_found(self, examined: Examined) -> None:
        since = ""
        if self._earlier is not None:
            since = translate(
                "Import",
                "This file is already in this book, since {day}",
                day=short_day(self._earlier.imported_at.astimezone().date()),
            )
        self.check.show_found(examined, earlier=since)

    def _keep_as_file(self) -> None:
        path = self._path
        self._start_again()
        self.desk.go("new_entry", files=[str(path)])

    # What is asked, and the messages

    def _answered(self) -> None:
        self._say_choice()

    def _go_on(self) -> None:
        if self._examined is None or self._work.is_on:
            return
        if self._step == CHOOSE:
            self._add(self._examined)
            return
        answers = self.check.answers()
        if self._read is not None and self._read.answers == answers:
            self._facts.show_found(self._examined, answers)  # others, if a reading was stopped
            self._to_choose()
            return
        self.notices.say_nothing()
        self._facts.show_found(self._examined, answers)  # not with the messages: that is enough
        job = self.desk.in_pool(
            read_all, self._examined, answers, then=self._show_lines, failed=self._failed
        )
        self._work.follow(translate("Import", "Reading messages"), job)

    def _show_lines(self, read: Read) -> None:
        before, self._read = self._read, read
        same = before is not None and len(before.lines.lines) == len(read.lines.lines)
        self.choose.show_lines(read.lines, read.rows, self.choose.picker.choice if same else None)
        if read.lines.cut:
            shown = locale().toString(len(read.lines.lines))
            self.notices.say(
                translate("Import", "This chat is very long"),
                translate(
                    "Import",
                    "The first {count} messages are shown. All of them will be kept.",
                    count=shown,
                ),
                Tone.INFO,
            )
        self._to_choose()

    def _to_choose(self) -> None:
        self._go_to(CHOOSE)
        self._take_focus()

    def _tick_none(self) -> None:
        self.choose.picker.tick(range(self.choose.picker.total), on=False)

    def _say_choice(self) -> None:
        choosing = self._step == CHOOSE
        self.foot.say_choice(self.choose.picker, choosing=choosing, roomy=self._steps_fit)
        settled = self.check.is_settled() or choosing
        self.foot.next.setEnabled(settled and not self._work.is_on)
        self.foot.back.setEnabled(not self._work.is_on)  # Stop is the way back from work under way

    def _go_back(self) -> None:
        self.notices.say_nothing()
        if self._step == CHECK:
            self._start_again()
            self._take_focus()
        else:
            self._back_to_check()

    def _back_to_check(self) -> None:
        self._go_to(CHECK)
        self._take_focus()

    # Keeping, and taking back

    def _add(self, examined: Examined) -> None:
        if self._read is None:
            return
        self.notices.say_nothing()
        choice = self.choose.picker.choice
        job = self.desk.on_vault(
            choose_messages.keep_with_entries,
            examined,
            self._read.answers,
            choice.copy() if choice.count else None,
            then=self._added,
            failed=self._failed,
            long=True,
        )
        self.choose.setEnabled(False)
        self._steps.go_to(ADD)
        self._work.follow(translate("Import", "Adding messages"), job)

    def _added(self, found: tuple[ImportSummary, Sequence[Entry]]) -> None:
        self._summary, self._entries = found
        self._read = None  # a long chat takes room, and there is no way back to it
        self.choose.forget()
        self.done.say(self._summary, len(self._entries))
        self._go_to(ADD)
        self.desk.changed.emit("messages")
        self.desk.changed.emit("evidence")
        self.desk.changed.emit("entries")
        self.desk.announce(self.done.head.text())
        self._take_focus()

    def _undo_import(self) -> None:
        if self._summary is None or self._summary.import_id is None or self._work.is_on:
            return
        job = self.desk.on_vault(
            choose_messages.undo_with_entries,
            self._summary.import_id,
            [entry.id for entry in self._entries],
            then=self._undone,
            failed=self._failed,
            long=True,
        )
        kept = translate("Import", "Stopped. The import stays as it was.")
        self._work.follow(translate("Import", "Taking the import out again"), job, kept)

    def _undone(self, _result: object) -> None:
        self.desk.changed.emit("messages")
        self.desk.changed.emit("evidence")
        self.desk.changed.emit("entries")
        self.desk.toast(translate("Import", "The import is undone."))
        self._start_again()
        self._take_focus()

    def _see_them(self) -> None:
        if self._entries:
            self.desk.go("timeline", entry=int(self._entries[0].id))
        elif self._summary is not None and self._summary.conversations:
            self.desk.go("messages", conversation=int(self._summary.conversations[0].id))
        else:
            self.desk.go("messages")

    def _start_again(self) -> None:
        self._examined = self._read = self._summary = None
        self._entries = ()
        self.notices.say_nothing()
        self.choose.forget()
        self._go_to(FILE)

    def _take_focus(self) -> None:
        """Put the cursor where the step begins; while another page is shown, leave it there."""
        target = self.focus_target()
        if target is not None and self.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Work under way, and what went wrong

    def _begin_work(self) -> None:
        self._had_focus = self._has_focus()
        self.file.drop.button.setEnabled(False)
        self.done.setEnabled(False)
        self._say_choice()

    def _end_work(self) -> None:
        for part in (self.file.drop.button, self.choose, self.done):
            part.setEnabled(True)
        self._steps.go_to(self._step)
        self._say_choice()
        if self._had_focus and not self._has_focus():
            self._take_focus()  # what had it could not keep it while it was disabled

    def _has_focus(self) -> bool:
        here: QWidget | None = self.window().focusWidget()
        return here is not None and any(part.isAncestorOf(here) for part in (self, self.foot))

    def _failed(self, error: LogbookError) -> None:
        if isinstance(error, AnswerNeeded):
            self._go_to(CHECK)
        words = words_for(error)
        line = " ".join(part for part in (words.what, words.do) if part)
        instead = isinstance(error, (UnknownFormat, WrongKind)) and self._step == FILE
        self.notices.say(words.title, line, tone_for(error), instead=instead)
        self.desk.announce(words.title, urgent=True)


def _in_column(inside: QWidget) -> QWidget:
    """Scroll a narrow column: lines across a wide window are hard to read."""
    limited(inside, width=_COLUMN_PX)
    row = QHBoxLayout()
    row.addWidget(inside, 1000)
    row.addStretch(1)
    column = QVBoxLayout()
    spaced(column, margins=(28, 24, 28, 24))
    column.addLayout(row)
    column.addStretch(1)
    return ScrollColumn(column)
