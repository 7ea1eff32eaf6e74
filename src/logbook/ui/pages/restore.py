"""A new book out of a backup: the file, a folder, what opens it; then the book is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook.errors import (
    BackupDamaged,
    FileUnreadable,
    FolderNotEmpty,
    KeyFileNeeded,
    LogbookError,
    OutputNotWritable,
    RecoveryCodeTypo,
    VaultExists,
    VaultReadOnly,
    WrongPassphrase,
    WrongRecoveryCode,
)
from logbook.i18n import translate
from logbook.ui import files, opening, places
from logbook.ui.announce import announce
from logbook.ui.failures import tone_for, words_for
from logbook.ui.jobs import Job, Jobs
from logbook.ui.style import add_gap, limited, spaced
from logbook.ui.widgets.app_mark import AppIcon
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, Size, Variant
from logbook.ui.widgets.line_field import Field, LineEdit, PassphraseEdit
from logbook.ui.widgets.place_field import PlaceField
from logbook.ui.widgets.progress_row import ProgressRow
from logbook.ui.widgets.surface import Line, ScrollColumn, Surface
from logbook.ui.widgets.synced_note import SyncedNote
from logbook.ui.widgets.text import Text

_CARD_PX = (840, 620)
_OF_THE_FILE = (BackupDamaged, FileUnreadable)
_OF_THE_FOLDER = (FolderNotEmpty, VaultExists, OutputNotWritable, VaultReadOnly)
_OF_THE_KEY = (WrongPassphrase, WrongRecoveryCode, RecoveryCodeTypo)


class RestorePage(Surface):
    """Asks for the three things a restore needs and hands on the book that came of it."""

    finished = Signal(object)  # opening.Opened
    back_pressed = Signal()
    close_pressed = Signal()
    began = Signal(object)  # Job: what leaving must let undo its half-made folder
    bug_found = Signal(object)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__("canvas")
        self._jobs = jobs
        self._job: Job | None = None
        self._file: Path | None = None
        self._key_file: Path | None = None
        self._recovering = False
        self.folder = places.folder_for_new_book(places.usual_folder())
        self._build_places()
        self._build_key()
        self._build()
        self._show_way()

    @property
    def running(self) -> bool:
        """True while a backup is being restored."""
        return self._job is not None

    def first_focus(self) -> QWidget:
        """Return where the cursor goes."""
        return self.file.button

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.synced.look_at(self.folder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Restore with Enter from wherever nothing else takes it."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.restore()
            return
        super().keyPressEvent(event)

    # Building

    def _build_places(self) -> None:
        self.file = PlaceField(
            translate("Restore", "The backup"), translate("Restore", "Choose the file")
        )
        self.file.choose_pressed.connect(self._choose_file)
        self.target = PlaceField(
            translate("Restore", "Where the book goes"),
            translate("Restore", "Choose a folder"),
            hint=translate(
                "Restore", "A new folder. A book that is here already is never written over."
            ),
        )
        self.target.choose_pressed.connect(self._choose_folder)
        self.target.show_place(self.folder)
        self.synced = SyncedNote(self._jobs)

    def _build_key(self) -> None:
        hint = translate("Restore", "The one that opened the book when the backup was made.")
        self.passphrase = PassphraseEdit(translate("Restore", "Passphrase"))
        self._passphrase_field = Field(
            translate("Restore", "Passphrase"), self.passphrase, hint=hint
        )
        self.code = LineEdit(translate("Restore", "Recovery key"))
        hint = translate("Restore", "Seven groups of four letters and digits, from your sheet.")
        self._code_field = Field(translate("Restore", "Recovery key"), self.code, hint=hint)
        for changed in (self.passphrase.changed, self.code.textChanged):
            changed.connect(self._typed)
        self.other_way = Button("", Variant.LINK, size=Size.SMALL)
        self.other_way.clicked.connect(self._toggle_way)
        self.key_file_button = Button(translate("Restore", "Choose the key file"), icon="key")
        self.key_file_button.clicked.connect(self._choose_key_file)
        self.key_file_button.hide()

    def _build(self) -> None:
        self.close_button = Button(
            translate("Restore", "Close, save nothing"), Variant.GHOST, icon="x"
        )
        self.close_button.clicked.connect(self.close_pressed)
        top = QHBoxLayout()
        spaced(top, margins=(28, 15, 20, 0), gap=10)
        top.addWidget(AppIcon(28))
        top.addWidget(Text(translate("Restore", "Restore"), "strong"))
        top.addStretch(1)
        top.addWidget(self.close_button)
        across = QHBoxLayout()
        spaced(across, margins=(24, 0, 24, 0))
        across.addStretch(1)
        across.addWidget(self._card(), 1000)
        across.addStretch(1)
        column = QVBoxLayout(self)
        spaced(column, margins=(0, 0, 0, 18), gap=8)
        column.addLayout(top)
        column.addStretch(1)
        column.addLayout(across, 1000)
        column.addStretch(1)
        foot = translate("Restore", "No account. No internet. Nothing leaves this computer.")
        column.addWidget(Text(foot, "caption", "text-2"), 0, Qt.AlignmentFlag.AlignHCenter)

    def _card(self) -> QWidget:
        card = Surface("sheet")
        limited(card, width=_CARD_PX[0], height=_CARD_PX[1])
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        form = QVBoxLayout()
        spaced(form, margins=(44, 0, 44, 4), gap=0)
        self._fill(form)
        scroll = ScrollColumn(form)
        column = QVBoxLayout(card)
        spaced(column, margins=(0, 34, 0, 26), gap=0)
        column.addWidget(scroll, 1)
        column.addLayout(self._foot())
        return card

    def _fill(self, column: QVBoxLayout) -> None:
        column.addWidget(Text(translate("Restore", "Restore a backup"), "display", wrap=True))
        add_gap(column, 4)
        line = translate(
            "Restore", "A backup is one locked file. It becomes a new book in a folder of its own."
        )
        column.addWidget(Text(line, "body", "text-2", wrap=True))
        add_gap(column, 22)
        column.addWidget(self.file)
        add_gap(column, 16)
        column.addWidget(self.target)
        add_gap(column, 8)
        column.addWidget(self.synced)
        add_gap(column, 8)
        column.addWidget(self._passphrase_field)
        column.addWidget(self._code_field)
        add_gap(column, 6)
        for button in (self.other_way, self.key_file_button):
            row = QHBoxLayout()
            spaced(row, gap=0)
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)

    def _foot(self) -> QVBoxLayout:
        self.problem = Banner("")
        self.problem.hide()
        self.progress = ProgressRow(translate("Restore", "Restoring"), alone=True, in_percent=True)
        self.progress.hide()
        self.back_button = Button(translate("Restore", "Back"), Variant.GHOST)
        self.back_button.clicked.connect(self.back_pressed)
        self.restore_button = Button(translate("Restore", "Restore"), Variant.PRIMARY)
        self.restore_button.clicked.connect(self.restore)
        row = QHBoxLayout()
        spaced(row, margins=(0, 18, 0, 0), gap=6)
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.restore_button)
        column = QVBoxLayout()
        spaced(column, margins=(44, 8, 44, 0), gap=12)
        column.addWidget(self.problem)
        column.addWidget(self.progress)
        column.addWidget(Line())
        column.addLayout(row)
        return column

    # Choosing

    def _choose_file(self) -> None:
        files.choose_files(self, self.files_chosen)

    def files_chosen(self, chosen: list[Path]) -> None:
        """Take the backup that was chosen."""
        if chosen:
            self._file = chosen[0]
            self.file.show_place(chosen[0])
            self.problem.hide()
            self._key_field().control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_folder(self) -> None:
        files.choose_folder(self, self.folder_chosen)

    def folder_chosen(self, chosen: Path) -> None:
        """Take a folder; one that is in use gets a new one for the book."""
        self.folder = places.folder_for_new_book(chosen)
        self.target.show_place(self.folder)
        self.synced.look_at(self.folder)
        self.problem.hide()

    def _choose_key_file(self) -> None:
        files.choose_files(self, self._key_file_chosen)

    def _key_file_chosen(self, chosen: list[Path]) -> None:
        if chosen:
            self._key_file = chosen[0]
            self.key_file_button.setText(translate("Restore", "Key file chosen"))
            self.problem.hide()

    def use_recovery(self) -> None:
        """Ask for the recovery key in place of the passphrase."""
        self._recovering = False
        self._toggle_way()

    def _toggle_way(self) -> None:
        self._recovering = not self._recovering
        self._show_way()
        self._key_field().control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_way(self) -> None:
        self._passphrase_field.setVisible(not self._recovering)
        self._code_field.setVisible(self._recovering)
        self.other_way.setText(
            translate("Restore", "Use the passphrase")
            if self._recovering
            else translate("Restore", "Use a recovery key")
        )

    def _key_field(self) -> Field:
        return self._code_field if self._recovering else self._passphrase_field

    def _typed(self) -> None:
        self._key_field().set_problem("")

    # Restoring

    def restore(self) -> None:
        """Check what was given, and begin."""
        if self._job is not None or self._asks_again():
            return
        key = opening.Key(key_file=self._key_file)
        if self._recovering:
            key.recovery_code = self.code.text()
        else:
            key.passphrase = self.passphrase.take()
        self.problem.hide()
        self._job = self._jobs.on_vault(
            opening.restore_folder, self._file, self.folder, key, long=True
        )
        self._job.done.connect(self._done)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)
        self.progress.follow(self._job)
        self._set_busy(busy=True)
        self.began.emit(self._job)

    def _asks_again(self) -> bool:
        """Say what is still missing, at its place."""
        if self._file is None:
            self.file.set_problem(translate("Restore", "Choose the file of the backup first."))
            self.file.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        empty = not self.code.text().strip() if self._recovering else self.passphrase.empty
        if empty:
            self._key_field().set_problem(
                translate("Restore", "Type the recovery key from your sheet.")
                if self._recovering
                else translate("Restore", "Type the passphrase of this backup.")
            )
            self._key_field().control.setFocus(Qt.FocusReason.OtherFocusReason)
        return empty

    def _done(self, opened: opening.Opened) -> None:
        self.passphrase.clear()
        self.code.clear()
        self.finished.emit(opened)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, LogbookError):
            self.bug_found.emit(error)
            return
        words = words_for(error)
        sentence = " ".join(part for part in (f"{words.title}.", words.what, words.do) if part)
        if isinstance(error, _OF_THE_KEY):
            self._key_field().set_problem(f"{words.title}. {words.do}")
        elif isinstance(error, _OF_THE_FILE):
            self.file.set_problem(sentence)
        elif isinstance(error, _OF_THE_FOLDER):
            self.target.set_problem(sentence)
        else:
            line = " ".join(part for part in (words.what, words.do) if part)
            self.problem.say(words.title, line, tone_for(error))
            self.problem.show()
            announce(self, f"{words.title}. {line}", urgent=True)
            self.key_file_button.setVisible(isinstance(error, KeyFileNeeded))

    def _ended(self) -> None:
        self._job = None
        self._set_busy(busy=False)
        self._key_field().control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_busy(self, *, busy: bool) -> None:
        self.progress.setVisible(busy)
        for part in (self.file, self.target, self._passphrase_field, self._code_field):
            part.setEnabled(not busy)
        for button in (self.other_way, self.key_file_button, self.back_button, self.restore_button):
            button.setEnabled(not busy)
