"""Backups: a locked copy, a check of every page, and the fingerprint of the record."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from logbook.domain.checkpoint import Comparison, Verdict
from logbook.errors import LogbookError
from logbook.i18n import translate
from logbook.tasks import books, prove_record
from logbook.tasks.say_problem import say_counts, say_problem
from logbook.ui.backup_age import BACKED_UP_AT
from logbook.ui.failures import tone_for, words_for
from logbook.ui.jobs import Job
from logbook.ui.settings.section import SettingsSection
from logbook.ui.style import color, look, px
from logbook.ui.widgets import paint
from logbook.ui.widgets.banner import Banner
from logbook.ui.widgets.button import Button
from logbook.ui.widgets.progress_row import ProgressRow
from logbook.ui.widgets.setting_card import row_of
from logbook.ui.widgets.text import Text
from logbook.ui.widgets.tone import Tone
from logbook.ui.words import data_size, locale

if TYPE_CHECKING:
    from logbook.ui.desk import Desk
    from logbook.vault.backup import BackupInfo
    from logbook.vault.check import CheckReport
    from logbook.vault.record_check import Problem
    from logbook.vault.vault import Vault

_QR_PX = 220
_PROBLEMS_SHOWN = 20


class Fingerprint(NamedTuple):
    """The state of the record, in the three forms in which it can be kept outside."""

    root: str
    words: str
    picture: bytes  # SVG of a QR code with the signed checkpoint


class BackupsSection(SettingsSection):
    """Everything about the book as a whole; its content is on the pages."""

    section_id: ClassVar[str] = "backups"
    order: ClassVar[int] = 5
    icon: ClassVar[str] = "hard-drives"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._job: Job | None = None
        self._banner = Banner()
        self._banner.hide()
        self._progress = ProgressRow("", in_percent=True)
        self._progress.stop_pressed.connect(self._stop)
        self._progress.hide()
        for part in (self._banner, self._progress):
            self.column.addWidget(part)
        self._build_copy()
        self._build_check()
        self._build_fingerprint()

    @classmethod
    def title(cls) -> str:
        return translate("Settings", "Backups")

    def on_show(self) -> None:
        self.desk.on_vault(_fingerprint, then=self._show_fingerprint)

    def on_leave(self) -> None:
        self._banner.hide()

    def _build_copy(self) -> None:
        card = self.add_card(
            translate("Book", "Backup"),
            translate(
                "Book",
                "One file with everything in it, locked with the same passphrase. It is opened and"
                " checked before it is called done. Keep it on a stick, or with someone you trust.",
            ),
        )
        self._copy = Button(translate("Book", "Make a locked copy"), icon="hard-drives")
        self._copy.clicked.connect(self._choose_copy)
        card.add(row_of(self._copy))

    def _build_check(self) -> None:
        card = self.add_card(
            translate("Book", "Check"),
            translate("Book", "Reads every page, file and link of the record."),
        )
        self._check = Button(translate("Book", "Check everything"), icon="shield-check")
        self._check.clicked.connect(self._start_check)
        self._problems = Text("", "small", "text-2", wrap=True)
        self._problems.hide()
        card.add(row_of(self._check))
        card.add(self._problems, gap_px=4)

    def _build_fingerprint(self) -> None:
        card = self.add_card(
            translate("Book", "Fingerprint of the record"),
            translate(
                "Book",
                "Keep it outside this computer: print it, or send it to someone you trust. Compared"
                " later, it shows whether anything before that date was changed. It does not show"
                " that the entries are true or complete.",
            ),
        )
        self._words = Text("", "body", wrap=True)
        self._root = Text("", "small", "text-2", wrap=True)
        self._qr = _Qr()
        self._save_anchor = Button(translate("Book", "Save as a file"), icon="download-simple")
        self._save_anchor.clicked.connect(self._choose_anchor_target)
        self._compare = Button(translate("Book", "Compare with a saved one"))
        self._compare.clicked.connect(self._choose_anchor)
        card.add(self._words)
        card.add(self._root, gap_px=6)
        card.add(row_of(self._qr))
        card.add(row_of(self._save_anchor, self._compare))

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
        self._list_problems(made.problems)
        self.desk.keep_setting(BACKED_UP_AT, datetime.now(UTC).isoformat(timespec="seconds"))
        line = translate("Book", "{path}, {size}", path=made.path, size=data_size(made.bytes))
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


def _fingerprint(vault: Vault) -> Fingerprint:
    picture = io.BytesIO()
    prove_record.write_checkpoint_qr(vault, picture)
    return Fingerprint(
        root=vault.journal.root().hex(),
        words=" ".join(prove_record.root_words(vault)),
        picture=picture.getvalue(),
    )
