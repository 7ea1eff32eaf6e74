"""Import messages in four steps: the file, what was found, which ones matter, keeping them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from logbook.errors import AnswerNeeded, LogbookError
from logbook.i18n import translate
from logbook.tasks import bring_in_messages
from logbook.ui.failures import words_for
from logbook.ui.importing import Importing
from logbook.ui.later import Later
from logbook.ui.models.import_reading import HalfDone
from logbook.ui.page import Page
from logbook.ui.style import limited, look, spaced
from logbook.ui.widgets.button import Variant
from logbook.ui.widgets.import_check import ImportCheck
from logbook.ui.widgets.import_choose import ImportChoose
from logbook.ui.widgets.import_done import ImportDone
from logbook.ui.widgets.import_file import ImportFile
from logbook.ui.widgets.import_foot import ImportFoot
from logbook.ui.widgets.import_notices import ImportNotices
from logbook.ui.widgets.steps import Steps
from logbook.ui.widgets.surface import ScrollColumn

if TYPE_CHECKING:
    from logbook.ui.desk import Desk

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
        self._steps_fit = True
        self._is_new = False  # what is done was shown by the page that this one took the place of
        self._had_focus = False  # whether the cursor was here when work began
        self._steps = Steps(
            (
                translate("Import", "File"),
                translate("Import", "Check"),
                translate("Import", "Choose"),
                translate("Import", "Add"),
            )
        )
        self.file = ImportFile(bring_in_messages.formats())
        self.check = self.part(ImportCheck)
        self.choose = self.part(ImportChoose)
        self.facts = self.choose.facts
        self.done = self.part(ImportDone)
        self._stack = QStackedWidget()
        for part in (self.file, _in_column(self.check), self.choose, self.done):
            self._stack.addWidget(part)
        self._painting = Later(self, 0, lambda: self._stack.setUpdatesEnabled(True))
        self.foot = ImportFoot()
        self.notices = ImportNotices()
        self.importing = Importing(desk, self.notices)
        self._connect_steps()
        self._connect_work()
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
        }[self.step]

    def panes(self) -> list[QWidget]:
        if self.step == CHOOSE:
            return [self.choose, self.choose.view, self.foot]
        return [self.check if self.step == CHECK else self._stack, self.foot]

    def on_show(self, **_arguments: object) -> None:
        is_done = self.importing.file.summary is not None
        if is_done and not self.importing.work.is_on and not self._is_new:
            self._start_again()
        self._is_new = False

    def on_leave(self) -> None:
        self.importing.set_aside()

    def set_width(self, effective_px: int) -> None:
        self.choose.set_width(effective_px, _FACTS_PX)
        self._steps_fit = effective_px >= _STEPS_PX
        self._steps.setVisible(self._steps_fit)
        self.bar_changed.emit()

    def status(self) -> str:
        return "" if self._steps_fit else self._steps.accessibleName()

    def step_back(self) -> bool:
        if self.step not in {CHECK, CHOOSE}:
            return False
        self.foot.back.click()
        return True

    def half_done(self) -> HalfDone | None:
        file = self.importing.file
        if file.examined is None:
            return None
        choice = self.choose.picker.choice if file.read is not None else None
        return HalfDone(self.step, replace(file), self.check.answers(), choice)

    def go_on(self, half_done: object) -> None:
        if not isinstance(half_done, HalfDone) or half_done.file.examined is None:
            return
        self.importing.file = file = half_done.file
        self._say_found()
        self.check.give(half_done.given)
        if file.read is not None:
            self.choose.show_lines(file.read.lines, file.read.rows, half_done.choice)
            self.facts.show_found(half_done.file.examined, file.read.answers)
        if file.summary is not None:
            self.done.say(file.summary, len(file.entries))
            self._is_new = True
        self._go_to(half_done.step)

    def take_files(self, untrusted_paths: list[Path]) -> bool:
        if not untrusted_paths:
            return True
        file = self.importing.file
        if self.importing.work.is_on:
            self.desk.toast(translate("Import", "One file at a time. This one is not done yet."))
        elif file.examined is not None and file.summary is None:
            self._ask_other(untrusted_paths[0])
        else:
            self._examine(untrusted_paths[0])
        return True

    @property
    def step(self) -> int:
        """Which of the four steps is shown."""
        return self._stack.currentIndex()

    # What the page is made of

    def _connect_steps(self) -> None:
        self.file.dropped.connect(self.take_files)
        self.file.choose_pressed.connect(self._choose_file)
        self.check.changed.connect(self._say_choice)
        self.facts.change_pressed.connect(self._back_to_check)
        self.choose.changed.connect(self._say_choice)
        self.done.see_pressed.connect(self._see_them)
        self.done.another_pressed.connect(self._start_again)
        self.done.undo_pressed.connect(self.importing.undo)
        self.foot.all_pressed.connect(self.choose.picker.tick_hits)
        self.foot.none_pressed.connect(self._tick_none)
        self.foot.back_pressed.connect(self._go_back)
        self.foot.next_pressed.connect(self._go_on)
        self.notices.instead_pressed.connect(self._keep_as_file)

    def _connect_work(self) -> None:
        self.importing.found.connect(self._show_found)
        self.importing.lines_read.connect(self._show_lines)
        self.importing.added.connect(self._show_added)
        self.importing.undone.connect(self._say_undone)
        self.importing.failed.connect(self._say_failure)
        self.importing.work.began.connect(self._begin_work)
        self.importing.work.ended.connect(self._end_work)

    # The steps

    def _go_to(self, step: int) -> None:
        if step != self.step and self.isVisible():
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
        self.importing.examine(path)

    def _show_found(self) -> None:
        self._say_found()
        self._go_to(CHECK)
        self._take_focus()

    def _say_found(self) -> None:
        file = self.importing.file
        if file.examined is not None:
            self.check.show_found(file.examined, earlier=file.earlier)

    def _keep_as_file(self) -> None:
        path = self.importing.file.untrusted_path
        self._start_again()
        self.desk.go("new_entry", files=[str(path)])

    # What is asked, and the messages

    def _go_on(self) -> None:
        file = self.importing.file
        if file.examined is None or self.importing.work.is_on:
            return
        if self.step == CHOOSE:
            self._add()
            return
        answers = self.check.answers()
        self.facts.show_found(file.examined, answers)  # not with the messages: that is enough
        if file.read is not None and file.read.answers == answers:
            self._to_choose()
            return
        self.notices.say_nothing()
        self.importing.read(answers)

    def _show_lines(self, as_before: bool) -> None:  # noqa: FBT001 - a signal's own value
        read = self.importing.file.read
        if read is None:
            return
        before = self.choose.picker.choice if as_before else None
        self.choose.show_lines(read.lines, read.rows, before)
        if read.lines.cut:
            self.notices.say_cut(len(read.lines.lines))
        self._to_choose()

    def _to_choose(self) -> None:
        self._go_to(CHOOSE)
        self._take_focus()

    def _tick_none(self) -> None:
        self.choose.picker.tick(range(self.choose.picker.total), on=False)

    def _say_choice(self) -> None:
        choosing = self.step == CHOOSE
        self.foot.say_choice(self.choose.picker, choosing=choosing, roomy=self._steps_fit)
        settled = self.check.is_settled() or choosing
        self.foot.next.setEnabled(settled and not self.importing.work.is_on)
        self.foot.back.setEnabled(
            not self.importing.work.is_on
        )  # Stop is the way back from work under way

    def _go_back(self) -> None:
        self.notices.say_nothing()
        if self.step == CHECK:
            self._start_again()
            self._take_focus()
        else:
            self._back_to_check()

    def _back_to_check(self) -> None:
        self._go_to(CHECK)
        self._take_focus()

    # Keeping, and taking back

    def _add(self) -> None:
        if self.importing.file.read is None:
            return
        self.notices.say_nothing()
        self.choose.setEnabled(False)
        self._steps.go_to(ADD)
        self.importing.keep(self.choose.picker.choice)

    def _show_added(self) -> None:
        file = self.importing.file
        if file.summary is None:
            return
        self.choose.forget()
        self.done.say(file.summary, len(file.entries))
        self._go_to(ADD)
        self._tell_changes()
        self.desk.announce(self.done.head.text())
        self._take_focus()

    def _say_undone(self) -> None:
        self._tell_changes()
        self.desk.toast(translate("Import", "The import is undone."))
        self._start_again()
        self._take_focus()

    def _tell_changes(self) -> None:
        for what in ("messages", "evidence", "entries"):
            self.desk.changed.emit(what)

    def _see_them(self) -> None:
        file = self.importing.file
        if file.entries:
            self.desk.go("timeline", entry=int(file.entries[0].id))
        elif file.summary is not None and file.summary.conversations:
            self.desk.go("messages", conversation=int(file.summary.conversations[0].id))
        else:
            self.desk.go("messages")

    def _start_again(self) -> None:
        self.importing.forget()
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
        self._steps.go_to(self.step)
        self._say_choice()
        if self._had_focus and not self._has_focus():
            self._take_focus()  # what had it could not keep it while it was disabled

    def _has_focus(self) -> bool:
        here: QWidget | None = self.window().focusWidget()
        return here is not None and any(part.isAncestorOf(here) for part in (self, self.foot))

    def _say_failure(self, error: LogbookError) -> None:
        if isinstance(error, AnswerNeeded):
            self._go_to(CHECK)
        self.notices.say_failure(error, at_file=self.step == FILE)
        self.desk.announce(words_for(error).title, urgent=True)


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
