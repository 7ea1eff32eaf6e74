"""This book: a locked copy, a check of every page, its fingerprint, and what opens it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook.domain.checkpoint import Comparison, Verdict
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks import books, prove_record
from logbook.tasks.say_problem import say_counts, say_problem
from logbook.ui.dialogs.new_passphrase import NewPassphraseDialog
from logbook.ui.failures import tone_for, words_for
from logbook.ui.jobs import Job
from logbook.ui.page import NavItem, Page, Section
from logbook.ui.style import color, limited, look, px, spaced
from logbook.ui.widgets import paint
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button, Variant
from logbook.ui.widgets.progress_row import ProgressRow
from logbook.ui.widgets.surface import ScrollColumn, Surface
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.tone import Tone
from logbook.ui.words import locale

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.backup import BackupInfo
    from logbook.vault.check import CheckReport
    from logbook.vault.record_check import Problem
    from logbook.vault.vault import Vault

_COLUMN_PX = 720
_QR_PX = 220
_PROBLEMS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The state of the record, in the three forms in which it can be kept outside."""

    size: int
    root: str
    words: str
    picture: bytes  # SVG of a QR code with the signed checkpoint


class BookPage(Page):
    """Everything about the book as a whole; its content is on the other pages."""

    page_id: ClassVar[str] = "book"
    help_id: ClassVar[str] = "book"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._job: Job | None = None
        self._banner = Banner()
        self._banner.hide()
        self._progress = ProgressRow("", in_percent=True)
        self._progress.stop_pressed.connect(self._stop)
        self._progress.hide()
        column = QVBoxLayout()
        spaced(column, margins=(28, 24, 28, 28), gap=16)
        for part in (self._banner, self._progress):
            column.addWidget(part)
        column.addWidget(self._build_copy())
        column.addWidget(self._build_check())
        column.addWidget(self._build_fingerprint())
        column.addWidget(self._build_keys())
        column.addStretch(1)
        inside = QWidget()
        inside.setLayout(column)
        limited(inside, width=_COLUMN_PX)
        row = QHBoxLayout()
        spaced(row)
        row.addWidget(inside, 6)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        spaced(whole, gap=0)
        whole.addWidget(ScrollColumn(row))

    @classmethod
    def nav(cls) -> NavItem | None:
        return NavItem("hard-drives", translate("Rail", "This book"), 8, Section.FOOT)

    def title(self) -> str:
        return translate("Book", "This book")

    def focus_target(self) -> QWidget | None:
        return self._copy

    def panes(self) -> list[QWidget]:
        return [self]

    def on_show(self, **_arguments: object) -> None:
        self.desk.on_vault(_fingerprint, then=self._show_fingerprint)

    def _build_copy(self) -> QWidget:
        self._copy = Button(translate("Book", "Make a locked copy"), icon="hard-drives")
        self._copy.clicked.connect(self._choose_copy)
        words = translate(
            "Book",
            "One file with everything in it, locked with the same passphrase. It is opened and"
            " checked before it is called done. Keep it on a stick, or with someone you trust.",
        )
        return _card(translate("Book", "Backup"), words, self._copy)

    def _build_check(self) -> QWidget:
        self._check = Button(translate("Book", "Check everything"), icon="shield-check")
        self._check.clicked.connect(self._start_check)
        self._problems = Text("", "small", "text-2", wrap=True)
        self._problems.hide()
        words = translate("Book", "Reads every page, file and link of the record.")
        return _card(translate("Book", "Check"), words, self._check, self._problems)

    def _build_fingerprint(self) -> QWidget:
        self._words = Text("", "body", wrap=True)
        self._root = Text("", "small", "text-2", wrap=True)
        self._qr = _Qr()
        self._save_anchor = Button(translate("Book", "Save as a file"), icon="download-simple")
        self._save_anchor.clicked.connect(self._choose_anchor_target)
        self._compare = Button(translate("Book", "Compare with a saved one"))
        self._compare.clicked.connect(self._choose_anchor)
        words = translate(
            "Book",
            "Keep it outside this computer: print it, or send it to someone you trust. Compared"
            " later, it shows whether anything before that date was changed. It does not show that"
            " the entries are true or complete.",
        )
        title = translate("Book", "Fingerprint of the record")
        buttons = _row_of(self._save_anchor, self._compare)
        return _card(title, words, self._words, self._root, self._qr, buttons)

    def _build_keys(self) -> QWidget:
        self._change = Button(translate("Book", "Change the passphrase"), icon="key")
        self._change.clicked.connect(self._ask_passphrase)
        self._code = Button(translate("Book", "New recovery key"))
        self._code.clicked.connect(self._ask_code)
        self._shown_code = Text("", "heading", wrap=True)
        self._shown_code.hide()
        words = translate(
            "Book", "Copies that were made before keep the passphrase and the key of that day."
        )
        buttons = _row_of(self._change, self._code)
        return _card(translate("Book", "What opens it"), words, buttons, self._shown_code)

    def _show_fingerprint(self, found: Fingerprint) -> None:
        self._words.setText(found.words)
        self._root.setText(found.root)
        self._qr.show_picture(found.picture)

    def _choose_copy(self) -> None:
        self.desk.choose_target("copy.dat", self.back_up_to)

    def back_up_to(self, target: Path) -> None:
        """Make a locked copy at `target`."""
        job = self.desk.on_vault(
            books.back_up_book, target, then=self._backed_up, failed=self._failed, long=True
        )
        self._follow(job, translate("Book", "Making a locked copy"))

    def _backed_up(self, made: BackupInfo) -> None:
        size = locale().formattedDataSize(made.bytes)
        self._list_problems(made.problems)
        line = translate("Book", "{path}, {size}", path=made.path, size=size)
        if made.problems:
            head = translate("Book", "The copy is made. What is wrong in the book is in it too.")
            self._say(head, line, Tone.WARNING)
            return
        self._say(translate("Book", "The copy is made and checked."), line)

    def _start_check(self) -> None:
        self._problems.hide()
        job = self.desk.on_vault(
            books.check_book, then=self._checked, failed=self._failed, long=True
        )
        self._follow(job, translate("Book", "Checking"))

    def _checked(self, found: CheckReport) -> None:
        counts = say_counts(found)
        if found.ok:
            self._say(translate("Book", "Nothing has changed that should not have."), counts)
            return
        self._say(translate("Book", "Something is wrong in this book."), counts, Tone.DANGER)
        self._list_problems(found.problems)

    def _list_problems(self, problems: Sequence[Problem]) -> None:
        said = [say_problem(one) for one in problems[:_PROBLEMS_SHOWN]]
        more = len(problems) - len(said)
        if more:
            said.append(translate("Book", "and {count} more", count=locale().toString(more)))
        self._problems.setText("\n".join(said))
        self._problems.setVisible(bool(said))

    def _choose_anchor_target(self) -> None:
        self.desk.choose_target("fingerprint.txt", self._save_anchor_to)

    def _save_anchor_to(self, target: Path) -> None:
        self.desk.on_vault(
            prove_record.save_checkpoint, target, then=self._anchor_saved, failed=self._failed
        )

    def _anchor_saved(self, _nothing: object) -> None:
        self.desk.toast(translate("Book", "Fingerprint saved"))

    def _choose_anchor(self) -> None:
        self.desk.choose_files(self._compare_with)

    def _compare_with(self, paths: list[Path]) -> None:
        if paths:
            self.desk.on_vault(
                prove_record.compare, paths[0], then=self._compared, failed=self._failed, long=True
            )

    def _compared(self, found: Comparison) -> None:
        tones = {Verdict.UNCHANGED: Tone.SUCCESS, Verdict.CHANGED: Tone.DANGER}
        self._say(prove_record.say(found), "", tones.get(found.verdict, Tone.WARNING))

    def _ask_passphrase(self) -> None:
        line = translate("Book", "The old one stops working for this book at once.")
        dialog = NewPassphraseDialog(self.desk.window(), line)

        def change(passphrase: bytearray) -> None:
            self.desk.on_vault(
                books.change_passphrase, passphrase, then=changed, failed=refused, keep=True
            )

        def changed(_nothing: object) -> None:
            dialog.accept()
            self.desk.toast(translate("Book", "Passphrase changed"))

        def refused(error: LogbookError) -> None:
            words = words_for(error)
            dialog.refuse(f"{words.title}. {words.do}")

        dialog.chosen.connect(change)
        dialog.open()

    def _ask_code(self) -> None:
        self.desk.ask(
            translate("Book", "Make a new recovery key?"),
            translate("Book", "The one on paper stops working for this book."),
            ("no", translate("Book", "Keep the old one"), Variant.SECONDARY),
            ("yes", translate("Book", "Make a new key"), Variant.PRIMARY),
            then=self._answered,
        )

    def _answered(self, answer: str) -> None:
        if answer == "yes":
            self.desk.on_vault(
                books.new_recovery_code, then=self._show_code, failed=self._failed, keep=True
            )

    def _show_code(self, code: str) -> None:
        self._shown_code.setText(code)
        self._shown_code.show()
        self._say(
            translate("Book", "Write the new recovery key down."),
            translate("Book", "It is shown below until you leave this page, and kept nowhere."),
            Tone.INFO,
        )

    def on_leave(self) -> None:
        self._shown_code.setText("")
        self._shown_code.hide()
        self._banner.hide()

    def _follow(self, job: Job, doing: str) -> None:
        self._job = job
        self._banner.hide()
        self._progress.show_progress(0, 0, doing)
        self._progress.show()
        self._progress.follow(job)
        for button in (self._copy, self._check):
            button.setEnabled(False)
        job.stopped.connect(self._stopped)
        job.ended.connect(self._ended)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _stopped(self) -> None:
        self.desk.toast(translate("Book", "Stopped. Nothing was written."))

    def _ended(self) -> None:
        self._job = None
        self._progress.hide()
        for button in (self._copy, self._check):
            button.setEnabled(True)

    def _say(self, title: str, line: str = "", tone: Tone = Tone.SUCCESS) -> None:
        self._banner.say(title, line, tone)
        self._banner.show()
        self.desk.announce(title)

    def _failed(self, error: LogbookError) -> None:
        words = words_for(error)
        self._banner.say(words.title, f"{words.what} {words.do}".strip(), tone_for(error))
        self._banner.show()
        self.desk.announce(words.title, urgent=True)


class _Qr(QWidget):
    """The signed checkpoint as a QR code, always dark on white: cameras need it so."""

    def __init__(self) -> None:
        super().__init__()
        self._renderer = QSvgRenderer()
        self.setAccessibleName(translate("Book", "QR code of the fingerprint"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    def show_picture(self, picture: bytes) -> None:
        """Draw another code."""
        self._renderer.load(picture)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(_QR_PX), px(_QR_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._renderer.isValid():
            self._renderer.render(painter)
        painter.setPen(color("line-strong"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _card(title: str, line: str, *parts: QWidget) -> QWidget:
    card = Surface("card")
    column = QVBoxLayout(card)
    spaced(column, margins=(20, 16, 20, 18), gap=8)
    column.addWidget(Text(title, "heading", wrap=True))
    column.addWidget(Text(line, "body", "text-2", wrap=True))
    for part in parts:
        if isinstance(part, Button | _Qr):
            column.addWidget(_row_of(part))
        else:
            column.addWidget(part)
    return card


def _row_of(*parts: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    spaced(row, gap=10)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return holder


def _fingerprint(vault: Vault) -> Fingerprint:
    picture = io.BytesIO()
    prove_record.write_checkpoint_qr(vault, picture)
    return Fingerprint(
        size=vault.journal.size,
        root=vault.journal.root().hex(),
        words=" ".join(prove_record.root_words(vault)),
        picture=picture.getvalue(),
    )
