"""The lock screen: a passphrase box, the recovery key as the other way in, and nothing else."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook.errors import (
    KeyFileNeeded,
    LogbookError,
    OlderCopy,
    RecoveryCodeTypo,
    SavesMissing,
    WrongPassphrase,
    WrongRecoveryCode,
)
from logbook.i18n import translate
from logbook.ui import places
from logbook.ui.announce import announce
from logbook.ui.failures import tone_for, words_for
from logbook.ui.jobs import Jobs
from logbook.ui.look_file import read_look
from logbook.ui.plain_look import disguise
from logbook.ui.style import add_gap, sized, spaced
from logbook.ui.widgets.app_mark import AppIcon, colour_token
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.line_field import Field, LineEdit, PassphraseEdit
from logbook.ui.widgets.surface import ScrollColumn, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.window_note import WindowNote
from logbook.ui.wrong_tries import WrongTries

if TYPE_CHECKING:
    from logbook.ui.opening import Opened
    from logbook.ui.widgets.banner import Banner

_CARD_PX = 400
_SEVERAL = 2
_BOOKS_SHOWN = 5
_LOOK_EVERY_MS = 250  # at what is left to wait, so that no second stands for two
_OF_THE_KEY = (WrongPassphrase, WrongRecoveryCode, RecoveryCodeTypo)


class LockPage(Surface):
    """Opens the book in a folder. Says no name, no count and no path (DESIGN 3.1).

    What is seldom seen is built when it is needed: the screen must be up at once.
    """

    opened = Signal(object)  # opening.Opened
    close_pressed = Signal()
    new_book_pressed = Signal()
    restore_pressed = Signal()
    other_folder_chosen = Signal(object)  # Path
    bug_found = Signal(object)

    def __init__(
        self, jobs: Jobs, folder: Path, locked_at: str = "", tries: WrongTries | None = None
    ) -> None:
        super().__init__("canvas")
        self._jobs = jobs
        self._folder = folder
        self._tries = tries or WrongTries()
        self._key_file: Path | None = None
        self._recovering = False
        self._accept_older = False
        self.books: list[QAbstractButton] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._wait)
        self._build_fields()
        self._build(locked_at)
        self._wait()

    def first_focus(self) -> QWidget:
        """Return the box to type in."""
        return self.code if self._recovering else self.passphrase.edit

    def _build_fields(self) -> None:
        self.passphrase = PassphraseEdit(translate("Lock", "Passphrase"))
        self.passphrase.submitted.connect(self.unlock)
        self.passphrase.changed.connect(self._typed)
        self.passphrase.caps_lock.connect(self._caps_lock)
        self._passphrase_field = Field(translate("Lock", "Passphrase"), self.passphrase)
        self.unlock_button = Button(translate("Lock", "Unlock"), Variant.PRIMARY, size=Size.LARGE)
        self.unlock_button.clicked.connect(self.unlock)
        self._other_way = Button(translate("Lock", "Use a recovery key"), Variant.LINK)
        self._other_way.clicked.connect(self._toggle_way)

    @cached_property
    def code(self) -> LineEdit:
        """The box for the recovery key."""
        made = LineEdit(translate("Lock", "Recovery key"))
        made.returnPressed.connect(self.unlock)
        made.textChanged.connect(self._typed)
        return made

    @cached_property
    def _code_field(self) -> Field:
        hint = translate("Lock", "Seven groups of four letters and digits, from your sheet.")
        made = Field(translate("Lock", "Recovery key"), self.code, hint=hint)
        self._fields.addWidget(made)
        return made

    @cached_property
    def problem(self) -> Banner:
        """What stands in the way of opening the book."""
        from logbook.ui.widgets.banner import Banner  # noqa: PLC0415 - seldom needed

        made = Banner("")
        self._troubles.insertWidget(0, made)
        return made

    @cached_property
    def _anyway(self) -> Button:
        made = self.problem.add_button(translate("Lock", "Open it anyway"))
        made.clicked.connect(self._open_anyway)
        return made

    @cached_property
    def _key_button(self) -> Button:
        made = Button(translate("Lock", "Choose the key file"), icon="key")
        made.clicked.connect(self._choose_key_file)
        self._troubles.addWidget(made)
        return made

    def _field(self) -> Field:
        return self._code_field if self._recovering else self._passphrase_field

    def _build(self, locked_at: str) -> None:
        close = Button(translate("Lock", "Close"), Variant.GHOST, icon="x")
        close.clicked.connect(self.close_pressed)
        top = QHBoxLayout()
        spaced(top, margins=(24, 15, 20, 0))
        top.addStretch(1)
        top.addWidget(close)
        column = QVBoxLayout()
        spaced(column, margins=(0, 0, 0, 20), gap=0)
        column.addStretch(1)
        # Between stretches, not aligned: wrapped words then get the height of the card's width.
        across = QHBoxLayout()
        spaced(across)
        across.addStretch(1)
        across.addWidget(self._card(locked_at))
        across.addStretch(1)
        column.addLayout(across)
        add_gap(column, 14)
        column.addLayout(self._build_books())
        column.addLayout(self._build_more())
        column.addStretch(1)
        note = WindowNote("keyboard", translate("Lock", "Press Shift three times to close"))
        if disguise().worn:
            note.hide()  # an ordinary window does not speak of it
        column.addWidget(note, 0, Qt.AlignmentFlag.AlignHCenter)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addLayout(top)
        whole.addWidget(ScrollColumn(column), 1)  # large text in a small window

    def _card(self, locked_at: str) -> QWidget:
        card = Surface("sheet")
        sized(card, width=_CARD_PX)
        column = QVBoxLayout(card)
        spaced(column, margins=(36, 36, 36, 24), gap=0)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(AppIcon(44, colour_token(read_look(self._folder).colour)), 0, centre)
        add_gap(column, 16)
        column.addWidget(Text(disguise().title, "title"), 0, centre)
        if locked_at:
            at = translate("Lock", "Locked at {time}", time=locked_at)
            column.addWidget(Text(at, "body", "text-2"), 0, centre)
        add_gap(column, 24)
        self._fields, self._troubles = QVBoxLayout(), QVBoxLayout()
        for rows in (self._fields, self._troubles):
            spaced(rows, gap=0)
            column.addLayout(rows)
        self._fields.addWidget(self._passphrase_field)
        add_gap(column, 16)
        column.addWidget(self.unlock_button)
        add_gap(column, 10)
        column.addWidget(self._other_way, 0, centre)
        return card

    def _build_books(self) -> QHBoxLayout:
        """Offer the books of this computer to choose from, where there are several."""
        row = QHBoxLayout()
        spaced(row, gap=4)
        found = places.books_near(self._folder)
        if len(found) < _SEVERAL:
            return row
        from logbook.ui.book_switcher import tile_outside  # noqa: PLC0415 - most have one book
        from logbook.ui.widgets.popup_menu import MenuItem  # noqa: PLC0415 - the same

        row.addStretch(1)
        for folder in found[:_BOOKS_SHOWN]:
            here = folder == self._folder
            item = MenuItem(folder.name, tile=tile_outside(folder), ticked=here)
            item.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            if not here:
                item.clicked.connect(partial(self.other_folder_chosen.emit, folder))
            self.books.append(item)
            row.addWidget(item)
        row.addStretch(1)
        return row

    def _build_more(self) -> QVBoxLayout:
        """Keep what is seldom wanted out of the way of the one box."""
        self.more = Button(
            translate("Lock", "More"), Variant.GHOST, trailing="caret-down", size=Size.SMALL
        )
        self.more.clicked.connect(self._show_more)
        self._seldom = QWidget()
        row = QHBoxLayout(self._seldom)
        spaced(row, gap=4)
        other = Button(translate("Lock", "Open another book"), Variant.GHOST, size=Size.SMALL)
        other.clicked.connect(self._choose_folder)
        new = Button(translate("Lock", "Make a new book"), Variant.GHOST, size=Size.SMALL)
        new.clicked.connect(self.new_book_pressed)
        restore = Button(translate("Lock", "Restore a backup"), Variant.GHOST, size=Size.SMALL)
        restore.clicked.connect(self.restore_pressed)
        row.addStretch(1)
        for button in (other, restore, new):
            row.addWidget(button)
        row.addStretch(1)
        self._first_of_more = other
        self._seldom.hide()
        column = QVBoxLayout()
        spaced(column, gap=0)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._seldom)
        return column

    def _show_more(self) -> None:
        self.more.hide()
        self._seldom.show()
        self._first_of_more.setFocus(Qt.FocusReason.OtherFocusReason)

    def unlock(self) -> None:
        """Try what was typed."""
        empty = not self.code.text().strip() if self._recovering else self.passphrase.empty
        if empty or not self.unlock_button.isEnabled() or self._tries.left_s(self._folder):
            return
        from logbook.ui import opening  # noqa: PLC0415 - the lock screen must be up at once

        key = opening.Key(key_file=self._key_file, accept_older=self._accept_older)
        if self._recovering:
            key.recovery_code = self.code.text()
        else:
            key.passphrase = self.passphrase.take()
        self._set_busy(busy=True)
        self._tries.begin(self._folder)
        job = self._jobs.on_vault(opening.open_folder, self._folder, key)
        job.failed.connect(_Counted(self._tries, self._folder))
        job.done.connect(self._done)
        job.failed.connect(self._failed)

    def _done(self, opened: Opened) -> None:
        self.passphrase.clear()
        if "code" in vars(self):  # it was built
            self.code.clear()
        self.opened.emit(opened)

    def _failed(self, error: BaseException) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, LogbookError):
            self.bug_found.emit(error)
            return
        self._accept_older = False
        words = words_for(error)
        if isinstance(error, _OF_THE_KEY):
            self._field().set_problem(f"{words.title}. {words.do}")
            self._wait()
            if not self.unlock_button.isEnabled():
                announce(self, self.unlock_button.text())
        else:
            line = " ".join(part for part in (words.what, words.do) if part)
            self.problem.say(words.title, line, tone_for(error))
            self.problem.show()
            announce(self, f"{words.title}. {line}", urgent=True)
            spaced(self._troubles, margins=(0, 14, 0, 0), gap=10)
            self._anyway.setVisible(isinstance(error, (OlderCopy, SavesMissing)))
            self._key_button.setVisible(isinstance(error, KeyFileNeeded))
        self._select_all()

    def _open_anyway(self) -> None:
        self._accept_older = True
        self.unlock()

    def _typed(self) -> None:
        self._field().set_problem("")
        self._hide_problem()

    def _hide_problem(self) -> None:
        if "problem" in vars(self):  # it was built
            self.problem.hide()
            left = "_key_button" in vars(self) and self._key_button.isVisibleTo(self)
            spaced(self._troubles, margins=(0, 14 if left else 0, 0, 0), gap=10)

    def _caps_lock(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        hint = translate("Lock", "Caps Lock seems to be on.") if on else ""
        self._passphrase_field.set_hint(hint)

    def use_recovery(self) -> None:
        """Ask for the recovery key in place of the passphrase."""
        self._recovering = False
        self._toggle_way()

    def _toggle_way(self) -> None:
        self._recovering = not self._recovering
        self._show_way()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_way(self) -> None:
        self._passphrase_field.setVisible(not self._recovering)
        self._code_field.setVisible(self._recovering)
        self._other_way.setText(
            translate("Lock", "Use the passphrase")
            if self._recovering
            else translate("Lock", "Use a recovery key")
        )

    def _set_busy(self, *, busy: bool) -> None:
        self.unlock_button.setEnabled(not busy)
        self.unlock_button.setText(
            translate("Lock", "Opening") if busy else translate("Lock", "Unlock")
        )
        elsewhere = (*self.books, self.more, self._seldom)  # the book that opens needs this page
        for part in (self._field().control, self._other_way, *elsewhere):
            part.setEnabled(not busy)

    def _select_all(self) -> None:
        edit = self.code if self._recovering else self.passphrase.edit
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.selectAll()

    def _wait(self) -> None:
        """Say how long to wait, second by second, until none is left."""
        left_s = self._tries.left_s(self._folder)
        self.unlock_button.setEnabled(not left_s)
        self.unlock_button.setText(
            translate("Lock", "Wait %n second|Wait %n seconds", "", left_s)
            if left_s
            else translate("Lock", "Unlock")
        )
        if left_s:
            self._timer.start()
        else:
            self._timer.stop()

    def _choose_key_file(self) -> None:
        from logbook.ui import files  # noqa: PLC0415 - as above

        files.choose_files(self, self._key_file_chosen)

    def _key_file_chosen(self, paths: list[Path]) -> None:
        if paths:
            self._key_file = paths[0]
            self._key_button.setText(translate("Lock", "Key file chosen"))
            self._hide_problem()

    def _choose_folder(self) -> None:
        from logbook.ui import files  # noqa: PLC0415 - as above

        files.choose_folder(self, self.other_folder_chosen.emit)


class _Counted:
    """Counts how a try went, though the page that began it may be gone by then."""

    def __init__(self, tries: WrongTries, folder: Path) -> None:
        self._tries, self._folder = tries, folder

    def __call__(self, error: BaseException) -> None:
        if isinstance(error, _OF_THE_KEY):
            self._tries.was_wrong(self._folder)
        else:
            self._tries.was_not(self._folder)
