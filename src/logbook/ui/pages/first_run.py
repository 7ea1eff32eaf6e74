"""The set-up in three steps; nothing is written before the last button, closing leaves no trace."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.ui import files, opening
from logbook.ui.failures import tone_for, words_for
from logbook.ui.jobs import Jobs
from logbook.ui.look_file import look_of
from logbook.ui.plain_look import disguise
from logbook.ui.setup.leaving import LeavingStep
from logbook.ui.setup.passphrase import PassphraseStep
from logbook.ui.setup.recovery import RecoveryStep
from logbook.ui.setup.step import Step
from logbook.ui.setup.who import WhoStep
from logbook.ui.style import add_gap, limited, look, px, spaced
from logbook.ui.watch import InputWatch
from logbook.ui.widgets.app_mark import AppIcon
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.chip import ChipFlow
from logbook.ui.widgets.dialog import Dialog
from logbook.ui.widgets.steps import Steps
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface
from logbook.ui.widgets.text import Text

_CARD_PX = (840, 620)
_CRAMPED_PX = 560
_MARGINS_PX, _CRAMPED_MARGINS_PX = (34, 26), (18, 14)  # above and below
_STEPS = 3


class FirstRunPage(Surface):
    """Leads through the steps, makes the book, offers the recovery key, and hands the book on."""

    finished = Signal(object, bool)  # opening.Opened, True: write the first entry now
    close_pressed = Signal()
    folder_chosen = Signal(object)  # Path of a book that is there already
    restore_pressed = Signal()
    bug_found = Signal(object)

    def __init__(self, jobs: Jobs, watch: InputWatch) -> None:
        super().__init__("canvas")
        self._jobs = jobs
        self._opened: opening.Opened | None = None
        self._write_first = True
        self.who = WhoStep()
        self.passphrase = PassphraseStep(jobs)
        self.leaving = LeavingStep(watch)
        self._order: list[Step] = [self.who, self.passphrase, self.leaving]
        self._at = 0
        self.who.watched_chosen.connect(self._ask_watched)
        for step in self._order[:-1]:
            step.ready.connect(self._next)
        self.leaving.ready.connect(self._make)
        self._build()
        look().changed.connect(self._fit)
        self._show()

    @property
    def opened(self) -> opening.Opened | None:
        """The book, once it is made."""
        return self._opened

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter from wherever nothing else takes it; a held key goes one step only."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.primary.isEnabled() and not event.isAutoRepeat():
                self._primary_pressed()
            return
        super().keyPressEvent(event)

    def first_focus(self) -> QWidget:
        """Return where the cursor goes."""
        return self._step.first_focus()

    def add_step(self, step: Step) -> None:
        """Add a step behind the last."""
        self._order.append(step)
        self._place.addWidget(step)

    def show_step(self, at: int) -> None:
        """Show a step, counted from 0."""
        self._at = at
        self._show()

    @property
    def _step(self) -> Step:
        return self._order[self._at]

    def _build(self) -> None:
        self.close_button = Button(
            translate("Setup", "Close, save nothing"), Variant.GHOST, icon="x"
        )
        self.close_button.clicked.connect(self.close_pressed)
        top = QHBoxLayout()
        spaced(top, margins=(28, 15, 20, 0), gap=10)
        top.addWidget(AppIcon(28))
        top.addWidget(Text(translate("Setup", "Set up"), "strong"))
        top.addStretch(1)
        top.addWidget(self.close_button)
        self._promise = Text(
            translate("Setup", "No account. No internet. Nothing leaves this computer."),
            "caption",
            "text-2",
        )
        column = QVBoxLayout(self)
        spaced(column, margins=(0, 0, 0, 18), gap=8)
        column.addLayout(top)
        column.addStretch(1)
        across = QHBoxLayout()
        spaced(across, margins=(24, 0, 24, 0))
        across.addStretch(1)
        across.addWidget(self._card(), 1000)
        across.addStretch(1)
        column.addLayout(across, 1000)
        column.addStretch(1)
        column.addWidget(self._promise, 0, Qt.AlignmentFlag.AlignHCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give a small window with large text to the step itself."""
        cramped = self.height() < px(_CRAMPED_PX)
        self._promise.setVisible(not cramped)
        self._count.setVisible(not cramped)  # the discs above say it too
        above, below = _CRAMPED_MARGINS_PX if cramped else _MARGINS_PX
        spaced(self._on_card, margins=(0, above, 0, below), gap=0)

    def _card(self) -> QWidget:
        card = Surface("sheet")
        limited(card, width=_CARD_PX[0], height=_CARD_PX[1])
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._steps = Steps(
            [
                translate("Setup", "This computer"),
                translate("Setup", "Passphrase"),
                translate("Setup", "Leaving fast"),
            ]
        )
        scroll = ScrollColumn()
        spaced(scroll.column, margins=(44, 0, 44, 4), gap=0)
        self._place = scroll.column
        for step in self._order:
            self._place.addWidget(step)
        self.problem = Banner("")
        self.problem.hide()
        column = self._on_card = QVBoxLayout(card)
        spaced(column, margins=(0, _MARGINS_PX[0], 0, _MARGINS_PX[1]), gap=0)
        head = QHBoxLayout()
        spaced(head, margins=(44, 0, 44, 0))
        head.addWidget(self._steps, 1)
        head.addStretch(0)
        column.addLayout(head)
        add_gap(column, 22)
        column.addWidget(scroll, 1)
        column.addLayout(self._foot())
        return card

    def _foot(self) -> QVBoxLayout:
        self._count = Text("", "caption", "text-2")
        self.back_button = Button(translate("Setup", "Back"), Variant.GHOST)
        self.back_button.clicked.connect(self._go_back)
        self.restore_button = Button(translate("Setup", "Restore a backup"), Variant.GHOST)
        self.restore_button.clicked.connect(self.restore_pressed)
        self.other_button = Button("", Variant.GHOST)
        self.other_button.clicked.connect(self._other_pressed)
        self.primary = Button("", Variant.PRIMARY)
        self.primary.clicked.connect(self._primary_pressed)
        buttons = ChipFlow(trailing=True)  # in rows where large text leaves no room for one
        for button in (self.back_button, self.restore_button, self.other_button, self.primary):
            buttons.add(button)
        row = QHBoxLayout()
        spaced(row, margins=(0, 18, 0, 0), gap=6)
        row.addWidget(self._count)
        row.addWidget(buttons, 1)
        column = QVBoxLayout()
        spaced(column, margins=(44, 0, 44, 0), gap=0)
        column.addWidget(self.problem)
        column.addWidget(Line())
        column.addLayout(row)
        return column

    def _show(self) -> None:
        step = self._step
        for other in self._order:
            other.setVisible(other is step)
        self._steps.go_to(min(self._at, _STEPS))
        shown = min(self._at + 1, _STEPS)
        self._count.setText(translate("Setup", "Step {n} of {total}", n=shown, total=_STEPS))
        self.problem.hide()
        made = self._opened is not None
        self.close_button.setVisible(not made)
        self.back_button.setVisible(self._at > 0 and not made)
        first, last = step is self.who, step is self.leaving
        self.restore_button.setVisible(first)
        self.other_button.setVisible(first or last or made)
        if first:
            self.other_button.setText(translate("Setup", "Open a book"))
        elif last:
            self.other_button.setText(translate("Setup", "Skip practice"))
        else:
            self.other_button.setText(translate("Setup", "Go on without it"))
        if last:
            self._set_primary(translate("Setup", "Write my first entry"))
        else:
            self._set_primary(translate("Setup", "Continue"), trailing="arrow-right")
        step.enter()
        step.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_primary(self, words: str, trailing: str = "") -> None:
        self.primary.setText(words)
        self.primary.set_trailing(trailing)

    def _primary_pressed(self) -> None:
        self._write_first = True
        self._step.go_on()

    def _other_pressed(self) -> None:
        if self._step is self.who:
            files.choose_folder(self, self.folder_chosen.emit)
        elif self._step is self.leaving:
            self._write_first = False
            self._make()
        else:
            self._finish()

    def _next(self) -> None:
        self._step.leave()
        if self._step is self.who:
            self._wear_plain_look()
        self._at += 1
        self._show()

    def _wear_plain_look(self) -> None:
        """From the answer on the window has its plain name; the set-up itself says what it is."""
        shown = look_of(self.who.settings())
        disguise().wear(shown.plain, shown.picture)

    def _go_back(self) -> None:
        self._step.leave()
        self._at -= 1
        self._show()

    def _ask_watched(self) -> None:
        """A watched computer is said once, with both ways of equal weight (DESIGN 4.1)."""
        dialog = Dialog(
            translate("Setup", "A watched computer can record what you type"),
            translate(
                "Setup",
                "Then a passphrase does not help. A library, a friend’s computer or an advocate’s "
                "office may be safer. A sudden change can also be noticed: talk with an advocate "
                "before you change passwords or remove programs.",
            ),
            self,
        )
        dialog.add_button("close", translate("Setup", "Close, save nothing"))
        dialog.add_button("go_on", translate("Setup", "Go on anyway"))
        dialog.answered.connect(self._watched_answered)
        dialog.open()

    def _watched_answered(self, answer: str) -> None:
        if answer == "go_on":
            self._next()
        else:
            self.close_pressed.emit()

    def _make(self) -> None:
        """Make the book; the first thing that is written."""
        self._set_busy(busy=True)
        folder: Path = self.passphrase.folder
        job = self._jobs.on_vault(
            opening.make_folder, folder, self.passphrase.take(), self.who.settings(), keep=True
        )
        job.done.connect(self._made)
        job.failed.connect(self._failed)

    def _made(self, opened: opening.Opened) -> None:
        self._set_busy(busy=False)
        self._opened = opened
        self.passphrase.wipe()
        recovery = RecoveryStep(opened.recovery_code)
        recovery.ready.connect(self._finish)
        self.add_step(recovery)
        self._next()

    def _failed(self, error: BaseException) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, LogbookError):
            self.bug_found.emit(error)
            return
        words = words_for(error)
        line = " ".join(part for part in (words.what, words.do) if part)
        self.problem.say(words.title, line, tone_for(error))
        self.problem.show()

    def _set_busy(self, *, busy: bool) -> None:
        for button in (self.primary, self.other_button, self.back_button, self.close_button):
            button.setEnabled(not busy)
        if self._step is self.leaving:
            self._set_primary(
                translate("Setup", "Making your book")
                if busy
                else translate("Setup", "Write my first entry")
            )

    def _finish(self) -> None:
        self._step.leave()
        if self._opened is not None:
            self.finished.emit(self._opened, self._write_first)
